// To which one matter does each finding lead?
import { type Text, text } from '../../language/words.ts'
import { categories } from '../../law/criteria/hazard-kinds.ts'
import { act, clockAct } from '../../model/act.ts'
import { type FieldBuilder, field } from '../../model/field.ts'
import type { CaseRecord } from '../../model/record.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { civilDate } from '../../time/instant.ts'
import { findingWords, mostFindings, possibleFindings } from '../checklists/findings.ts'
import { remembered } from '../memory/context.ts'
import { documentWords } from '../papers/names.ts'
import { leader, sectionChief } from '../posts/addresses.ts'
import { filingFrom, reopeningFindings } from './filing.ts'

const named = field.choices(possibleFindings, '所涉问题', 'Findings', mostFindings, 1)

/** Those that lead nowhere yet, as this case has found them. */
const findings: FieldBuilder = named.perCase(({ snapshot, data }) => ({
  choices: Object.fromEntries(
    remembered({ snapshot }).open.map((name) => [
      name,
      findingWords(name, data['record-inspection'] ?? {}),
    ]),
  ),
}))

const dismissals = {
  corrected: text('当场改正', 'Put right on the spot'),
  unfounded: text('复核后不属于问题', 'No finding, looked at again'),
  minor: text('轻微，批评教育', 'Minor: told, and nothing else'),
} as const satisfies Record<string, Text>

const dismissFinding = act({
  words: text('不作进一步处理', 'Nothing further'),
  party: text('部分问题不作进一步处理。', 'Some findings lead to nothing further.'),
  fields: {
    findings,
    outcome: field.choice(dismissals, '处理结果', 'Outcome').shownTo('party'),
    reason: field.longText('说明', 'Why', 1000),
  },
})

const ordered = {
  findings: findings.shownTo('party'),
  requirements: field.longText('整改要求', 'What must be done', 4000).shownTo('party'),
  receiver: field.text('签收人', 'Received by', 100).shownTo('party'),
}

const orderCorrection = act({
  words: text('责令限期整改', 'Order to rectify by a date'),
  party: text(
    '已责令限期整改：请在{correctBy}（含当日）前完成（{document}）。',
    'You are ordered to rectify by {correctBy}, that day included ({document}).',
  ),
  fields: {
    ...ordered,
    correctBy: field
      .date('整改期限', 'By')
      .hint('晚于今日，一年以内', 'After today, within a year')
      .shownTo('party'),
    document: field.document(documentWords['order-correction']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '指令书当场交付；期限独立计算，期满复查，逾期未改的立案查处。',
      'Handed over at once; looked at again when its own period is over, and filed if it is not done.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第二项',
  },
  notify: [...enterprise, sectionChief],
})

const takeMeasures = act({
  words: text('现场处理措施', 'Measures on the spot'),
  party: text(
    '已作出现场处理决定，在隐患排除前执行（{document}）。',
    'Measures on the spot hold until the danger is removed ({document}).',
  ),
  fields: {
    ...ordered,
    correctBy: field
      .date('完成期限', 'By')
      .hint('立即完成的填今日，一年以内', 'At once: today; within a year')
      .shownTo('party'),
    measure: field
      .longText('撤出人员、暂停作业或者停止使用的范围', 'Who leaves, what stops', 2000)
      .shownTo('party'),
    document: field.document(documentWords['take-measures']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '企业须立即撤出人员或者停止作业、停止使用。',
      'People leave and work stops at once.',
    ),
    article: '《安全生产法》（2021）第六十五条第一款第三项',
  },
  notify: [...enterprise, sectionChief, leader],
})

const openHazard = act({
  words: text('转为隐患整改', 'Open a hazard case'),
  party: text(
    '检查发现的问题已转为隐患处理：{title}',
    'What was found is being handled as a hazard: {title}',
  ),
  fields: {
    findings,
    title: field.text('隐患名称', 'Title', 120).shownTo('party'),
    site: field.place('所在部位', 'Where').shownTo('party'),
    category: field.choice(categories, '类别', 'Category').shownTo('party'),
    description: field.longText('隐患现状及原因', 'Present state and cause', 4000).shownTo('party'),
  },
  consequence: {
    effect: text('建立隐患排查治理案件。', 'A hazard case is opened.'),
    article: '《安全生产法》（2021）第四十一条、第六十五条',
  },
  links: {
    process: 'hazard-rectification',
    words: text('隐患排查治理', 'Hazard rectification'),
    article: '《安全生产法》（2021）第四十一条',
    opens: ({ owner, region }, { title, site, category, description }) => ({
      title,
      site,
      category,
      description,
      source: 'inspection',
      region,
      ...(owner === null ? {} : { enterprise: owner }),
    }),
    unopened: reopeningFindings,
  },
})

const procedures = {
  ordinary: text('普通程序（提请立案）', 'Ordinary (propose a filing)'),
  'on-the-spot': text('简易程序（当场处罚）', 'Summary (on the spot)'),
} as const satisfies Record<string, Text>

const openEnforcement = act({
  words: text('当场处罚或者提请立案', 'Punish on the spot, or file a case'),
  fields: {
    findings,
    procedure: field.choice(procedures, '适用程序', 'Procedure'),
    title: field.text('案由', 'What the case is about', 120),
    place: field.text('违法行为地点', 'Place', 200),
    facts: field.longText('涉嫌违法的事实', 'Suspected facts', 4000),
    basis: field.longText('涉嫌违反的规定', 'Provisions possibly violated', 1000),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('建立行政执法案件。', 'An enforcement case is opened.'),
    article: '《行政处罚法》第五十一条、第五十四条',
  },
  links: {
    process: 'enforcement-case',
    words: text('行政执法案件', 'Enforcement case'),
    article: '《行政处罚法》第五十一条、第五十四条',
    opens: (record, answers) => filingFrom(record, answers, dayOfRecord(record)),
    unopened: reopeningFindings,
  },
})

/** Found when it was written down. */
const dayOfRecord = ({ snapshot, openedAt }: CaseRecord): string =>
  remembered({ snapshot }).recordedOn ?? civilDate(openedAt)

const concludeInspection = act({
  words: text('检查结束', 'Conclude the inspection'),
  party: text('检查处理已完成。', 'The inspection is concluded.'),
  fields: { summary: field.longText('检查结论', 'Conclusion', 2000).shownTo('party') },
  notify: [...enterprise, sectionChief],
})

/** The case to which they were to lead could not be opened: the record says why beside it, and an officer chooses another way. */
const matterNotOpened = clockAct(
  '所转事项未能立案，问题待另行处理',
  'The matter could not be opened: its findings are open again',
  text('部分问题未能转出，由检查机关另行处理。', 'Some findings lead elsewhere than was said.'),
  { unusual: true, fields: { findings: named }, notify: [inspectors, sectionChief] },
)

/** Brought about by the last order that was looked at again. */
const ordersRechecked = clockAct(
  '责令事项全部复查',
  'All orders were looked at again',
  text('责令事项已全部复查。', 'All that was ordered was looked at again.'),
)

export const findingActs = {
  'dismiss-finding': dismissFinding,
  'order-correction': orderCorrection,
  'take-measures': takeMeasures,
  'open-hazard': openHazard,
  'open-enforcement': openEnforcement,
  'matter-not-opened': matterNotOpened,
  'orders-rechecked': ordersRechecked,
  'conclude-inspection': concludeInspection,
}
