// What happens to a party on the list: is it told to everybody, removed early, reinstated? What ends it stands in ending-acts.ts.

import { servedStated } from '../documents/service-day.ts'
import { serviceFields } from '../documents/service-form.ts'
import { type Text, text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { sectionChief } from './addresses.ts'
import { contextOf } from './context.ts'
import { documentWords } from './document-words.ts'
import { order11, published } from './ending-acts.ts'

/** Read by everybody: why, and until when. */
const toEverybody = {
  publicReason: field
    .longText('公示的列入事由', 'Why, for everybody', 1000)
    .hint('向社会公开，不写个人信息', 'Read by everybody: no personal data')
    .perCase(({ data }) => ({
      value: String(data['decide-listing']?.reasons ?? '').slice(0, 1000),
    }))
    .shownTo('party', 'public'),
  publicUntil: field
    .date('公示至', 'Listed until')
    .hint('管理期限的最后一日', 'The last day of the term')
    .perCase(({ snapshot }) => ({ value: contextOf(snapshot).until ?? '' }))
    .shownTo('party', 'public'),
}

const serveListing = act({
  words: text('送达并公示列入决定', 'Serve and publish the listing'),
  party: text(
    '列入决定书已于{servedOn}送达，向社会公示至{publicUntil}。',
    'The decision was served on {servedOn}; it is public until {publicUntil}.',
  ),
  audience: 'public',
  publishes: true,
  states: servedStated,
  fields: { ...serviceFields, ...toEverybody },
  consequence: {
    effect: text(
      '企业名称、列入事由和期限向社会公开。',
      'Name, reason and term are read by everybody.',
    ),
    article: order11,
  },
  notify: enterprise,
})

const applyRepair = act({
  words: text('申请信用修复（提前移出）', 'Apply for early removal'),
  party: text('已收到提前移出的申请。', 'Your application for early removal was received.'),
  fields: {
    corrections: field
      .longText('违法行为改正和处罚履行情况', 'What was corrected and performed', 4000)
      .shownTo('party'),
    commitment: field.longText('信用承诺', 'What is promised', 2000).shownTo('party'),
    papers: field.files('证明材料', 'Papers').optional().shownTo('party'),
  },
  by: [...enterprise, inspectors],
  notify: [inspectors, sectionChief],
})

const conclusions = {
  met: text('符合提前移出条件', 'The conditions are met'),
  unmet: text('不符合提前移出条件', 'The conditions are not met'),
} as const satisfies Record<string, Text>

const examineRepair = act({
  words: text('核实申请', 'Examine the application'),
  fields: {
    conclusion: field.choice(conclusions, '核实结论', 'Conclusion'),
    findings: field.longText('核实情况', 'Findings', 4000),
    opinion: field.opinion(),
  },
  notify: [countyLeader],
})

const grantRepair = act({
  words: text('准予提前移出', 'Grant early removal'),
  party: text(
    '已提前移出严重失信主体名单（{document}），公示已停止。',
    'You were removed from the list ({document}), and nothing is published any more.',
  ),
  fields: {
    reasons: field.longText('理由', 'Reasons', 4000).shownTo('party'),
    document: field.document(documentWords['grant-repair']).shownTo('party'),
    opinion: field.opinion(),
  },
  withdraws: published,
  past: { of: [{ process: 'enforcement-case' }] },
  consequence: {
    effect: text(
      '移出名单，停止公示；弄虚作假的，撤销本决定，恢复列入。',
      'Off the list and no longer published; obtained by fraud, it is undone.',
    ),
    article: order11,
  },
  notify: [...enterprise, inspectors],
})

const refuseRepair = act({
  words: text('不予提前移出', 'Refuse early removal'),
  party: text('不予提前移出（{document}）。', 'Early removal was refused ({document}).'),
  fields: {
    reasons: field.longText('理由', 'Reasons', 4000).shownTo('party'),
    document: field.document(documentWords['refuse-repair']).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: [...enterprise, inspectors],
})

const reinstate = act({
  words: text('撤销提前移出，恢复列入', 'Reinstate'),
  party: text(
    '提前移出的决定已撤销，恢复列入名单（{document}），公示至{publicUntil}。',
    'The removal was undone and you are listed again ({document}), until {publicUntil}.',
  ),
  audience: 'public',
  publishes: true,
  fields: {
    fraud: field
      .longText('隐瞒真实情况、弄虚作假的事实', 'What was hidden or false', 4000)
      .shownTo('party'),
    ...toEverybody,
    document: field.document(documentWords['reinstate-listing']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [countyLeader],
  consequence: {
    effect: text(
      '恢复列入和公示，至原期限届满；十二个月后方可再次申请提前移出。',
      'Listed and published again until the term ends; a new application waits twelve months.',
    ),
    article: order11,
  },
  notify: [...enterprise, inspectors],
})

/** From the service of the decision on. */
export const listedActs = {
  'serve-listing': serveListing,
  'apply-repair': applyRepair,
  'examine-repair': examineRepair,
  'grant-repair': grantRepair,
  'refuse-repair': refuseRepair,
  'reinstate-listing': reinstate,
}
