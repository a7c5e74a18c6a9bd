// What do officers write down who look at an order again?
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { LinkDefinition } from '../../model/link-definition.ts'
import type { CaseRecord } from '../../model/record.ts'
import { enterprise } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { filingFrom, reopeningFindings } from '../acts/filing.ts'
import { findingArticles, findingWords } from '../checklists/findings.ts'
import { documentWords } from '../papers/names.ts'
import { leader, sectionChief } from '../posts/addresses.ts'
import { answersToCorrection, answersToMeasures } from './answering-acts.ts'
import type { OrderContext } from './order-context.ts'

const recorded = 'record-inspection'

const orderIn = ({ snapshot }: Pick<CaseRecord, 'snapshot'>): OrderContext =>
  snapshot.context as unknown as OrderContext

const checked = {
  checkedOn: field.date('复查日期', 'Re-checked on').shownTo('party'),
  certificates,
  recheckFindings: field.longText('复查情况', 'What was found', 4000).shownTo('party'),
  photos: field.files('复查照片', 'Photos').optional().shownTo('party'),
}
const signed = { opinion: field.opinion() }
const looked = {
  ...checked,
  document: field.document(documentWords['record-recheck']).shownTo('party'),
  ...signed,
}
const lookedAtMeasures = {
  ...checked,
  document: field.document(documentWords['measures-rechecked']).shownTo('party'),
  ...signed,
}

/** Begins with the articles that the findings of this very order offend. */
const basis = field
  .longText('涉嫌违反的规定', 'Provisions', 1000)
  .perCase((record) => ({ value: findingArticles(orderIn(record).findings).join('、') }))

/** What was ordered, by which day, and what was found: the case that is filed begins with it. */
const factsOf = (
  order: Text,
  record: CaseRecord,
  { checkedOn, recheckFindings }: Record<string, unknown>,
): string => {
  const { nth, correctBy, findings } = orderIn(record)
  const answers = record.aroundData?.[recorded] ?? {}
  const named = findings.map((name) => findingWords(name, answers).zh).join('；')
  const head = `${order.zh}（第${nth}号，期限至${correctBy ?? ''}）：${named}。`
  return [...`${head}${String(checkedOn)}复查：${String(recheckFindings)}`].slice(0, 4000).join('')
}

/** 安全法 102: each order that was not carried out leads to a case of its own. */
const filed = (order: Text, title: string, article: string): LinkDefinition => ({
  process: 'enforcement-case',
  words: text('行政执法案件', 'Enforcement case'),
  article,
  opens: (record, answers) =>
    filingFrom(
      record,
      {
        title: [...`${title}：${record.title}`].slice(0, 110).join(''),
        facts: factsOf(order, record, answers),
        basis: answers.basis,
      },
      String(answers.checkedOn),
    ),
  unopened: (record) => reopeningFindings(record, { findings: orderIn(record).findings }),
})

const fileACase = text('建立行政执法案件。', 'An enforcement case is opened.')

const passRecheck = act({
  entries: [certificateEntries],
  words: text('复查合格', 'Done as ordered'),
  party: text('复查合格（{document}）。', 'It was done as ordered ({document}).'),
  fields: looked,
  notify: [...enterprise, sectionChief],
})

const failRecheck = act({
  entries: [certificateEntries],
  words: text('复查不合格，提请立案', 'Not done: file a case'),
  party: text('复查不合格（{document}）。', 'It was not done as ordered ({document}).'),
  fields: { ...looked, basis },
  consequence: { effect: fileACase, article: '《安全生产法》（2021）第一百零二条' },
  links: filed(
    documentWords['order-correction'],
    '逾期未整改',
    '《安全生产法》（2021）第六十五条第一款第二项、第一百零二条',
  ),
  notify: [...enterprise, sectionChief],
})

/** 安全法 65: work goes on again only when the bureau agrees. */
const liftMeasures = act({
  entries: [certificateEntries],
  words: text('复查合格，同意恢复', 'Danger removed: work may go on'),
  party: text(
    '复查合格，可以恢复生产经营和使用（{document}）。',
    'The danger is removed: work and use may go on ({document}).',
  ),
  fields: lookedAtMeasures,
  notify: [...enterprise, sectionChief, leader],
})

const failMeasures = act({
  entries: [certificateEntries],
  words: text('复查不合格，提请立案', 'Not done: file a case'),
  party: text(
    '复查不合格，不得恢复生产经营和使用（{document}）。',
    'It was not done: work and use may not go on ({document}).',
  ),
  fields: { ...lookedAtMeasures, basis },
  consequence: { effect: fileACase, article: '《安全生产法》（2021）第一百零二条' },
  links: filed(
    documentWords['take-measures'],
    '未执行现场处理决定',
    '《安全生产法》（2021）第六十五条第一款第三项、第一百零二条',
  ),
  notify: [...enterprise, sectionChief, leader],
})

export const correctionOrderActs = {
  'pass-recheck': passRecheck,
  'fail-recheck': failRecheck,
  ...answersToCorrection,
}
export const spotMeasuresActs = {
  'lift-measures': liftMeasures,
  'fail-measures': failMeasures,
  ...answersToMeasures,
}
