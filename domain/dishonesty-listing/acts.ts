// Which acts lead a listing on, and what opens it?

import { servedStated } from '../documents/service-day.ts'
import { serviceFields } from '../documents/service-form.ts'
import { type Text, text } from '../language/words.ts'
import { listingGrounds } from '../law/criteria/dishonesty-grounds.ts'
import { act, clockAct, start } from '../model/act.ts'
import { enterpriseFields, field } from '../model/field.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { isRegion } from '../organisation/regions.ts'
import { sectionChief } from './addresses.ts'
import { documentWords } from './document-words.ts'
import { endingActs, order11 } from './ending-acts.ts'
import { listedActs } from './listed-acts.ts'

/** 谁处罚、谁决定、谁负责: no form opens it, only the penalty that it rests on. */
export const propose = start({
  type: 'propose-listing',
  words: text('提请列入严重失信主体名单', 'Propose the listing'),
  party: text(
    '因行政处罚，已启动列入严重失信主体名单的程序；决定前将告知你单位。',
    'Upon a penalty it is examined whether you are listed; you are told before anything is decided.',
  ),
  fields: {
    ...enterpriseFields('被处罚的企业', 'The enterprise that was punished'),
    title: field.text('案由', 'What it is about', 120).shownTo('party'),
    ground: field.choice(listingGrounds, '列入情形', 'Ground').shownTo('party'),
    penaltyCase: field.caseNumber('处罚案件', 'Case of the penalty').shownTo('party'),
    penaltyDocument: field.text('处罚决定书文号', 'Decision', 100).shownTo('party'),
    facts: field.longText('违法事实', 'Facts', 4000).shownTo('party'),
  },
  by: [],
})

export const describe: ProcessDefinition['describe'] = (data) => ({
  title: String(data.title ?? ''),
  region: isRegion(String(data.region)) ? String(data.region) : '',
  owner: typeof data.enterprise === 'string' ? data.enterprise : null,
  site: null,
})

const usualBasis = `${order11}第六条、第七条`
const usualMeasures =
  '增加执法检查频次，依法依规限制有关行政许可和评优评先，并向社会公示、向有关部门共享。'

const notifyListing = act({
  words: text('拟定列入告知', 'Make the notice'),
  party: text('列入告知书已制作，等待送达。', 'A notice was made and is to be served.'),
  fields: {
    reasons: field
      .longText('拟列入的事由', 'Why it is to be listed', 4000)
      .perCase(({ data }) => ({ value: String(data['propose-listing']?.facts ?? '') }))
      .shownTo('party'),
    basis: field.longText('依据', 'Basis', 1000).with({ value: usualBasis }).shownTo('party'),
    measures: field
      .longText('管理措施提示', 'What a listing brings about', 1000)
      .with({ value: usualMeasures })
      .shownTo('party'),
    document: field.document(documentWords['notify-listing']).shownTo('party'),
    opinion: field.opinion(),
  },
})

const serveNotice = act({
  words: text('送达列入告知书', 'Serve the notice'),
  party: text(
    '列入告知书已于{servedOn}送达，你单位有权陈述和申辩。',
    'The notice was served on {servedOn}: you may state your case.',
  ),
  states: servedStated,
  fields: serviceFields,
  notify: enterprise,
})

const stated = {
  statement: field.longText('陈述、申辩意见', 'What is said', 4000).shownTo('party'),
  papers: field.files('材料', 'Papers').optional().shownTo('party'),
}

/** While the notice is being served its task is that of the officers. */
const beforeReceipt = {
  ownTask: 'state-case',
  withoutTask: [...enterprise, inspectors],
}

const stateCase = act({
  ...beforeReceipt,
  words: text('陈述、申辩', 'State the case'),
  party: text('已收到你单位的陈述、申辩。', 'What you have said was received.'),
  fields: stated,
  notify: [inspectors],
})

const waiveStatement = act({
  ...beforeReceipt,
  words: text('放弃陈述、申辩', 'Do without a statement'),
  party: text('已放弃陈述、申辩。', 'The right to a statement was done without.'),
  fields: stated,
  notify: [inspectors],
})

const windowLapsed = clockAct(
  '陈述、申辩期限届满',
  'The period for a statement has ended',
  text('陈述、申辩期限已届满。', 'The period for a statement has ended.'),
  { notify: [inspectors] },
)

const outcomes = {
  none: text('未提出', 'Nothing was said'),
  adopted: text('全部采纳', 'Adopted'),
  partly: text('部分采纳', 'Adopted in part'),
  'not-adopted': text('不予采纳', 'Not adopted'),
} as const satisfies Record<string, Text>

const weighStatement = act({
  words: text('复核陈述、申辩', 'Examine the statement'),
  fields: {
    outcome: field.choice(outcomes, '复核意见', 'Outcome'),
    findings: field.longText('复核情况和建议', 'Findings and advice', 4000),
    opinion: field.opinion(),
  },
  notify: [sectionChief, countyLeader],
})

const decideListing = act({
  words: text('决定列入', 'Decide to list'),
  party: text(
    '决定列入严重失信主体名单（{document}），管理期限三年。',
    'It was decided to list you ({document}), for three years.',
  ),
  fields: {
    reasons: field
      .longText('列入事由', 'Why it is listed', 4000)
      .perCase(({ data }) => ({ value: String(data['notify-listing']?.reasons ?? '') }))
      .shownTo('party'),
    basis: field.longText('依据', 'Basis', 1000).with({ value: usualBasis }).shownTo('party'),
    measures: field
      .longText('管理措施', 'What it brings about', 1000)
      .with({ value: usualMeasures })
      .shownTo('party'),
    document: field.document(documentWords['decide-listing']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '自决定之日起列入三年；送达后向社会公示；满十二个月可以申请提前移出。',
      'Listed for three years from the decision; published when served; early removal may be applied for after twelve months.',
    ),
    article: order11,
  },
  notify: [...enterprise, inspectors],
})

const decideNoListing = act({
  words: text('决定不予列入', 'Decide not to list'),
  party: text('决定不予列入（{document}）。', 'It was decided not to list you ({document}).'),
  fields: {
    reasons: field.longText('理由', 'Reasons', 4000).shownTo('party'),
    document: field.document(documentWords['decide-no-listing']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('程序终结，不列入名单。', 'It ends here: nobody is listed.'),
    article: order11,
  },
  notify: [...enterprise, inspectors],
})

export const events = {
  'notify-listing': notifyListing,
  'serve-notice': serveNotice,
  'state-case': stateCase,
  'waive-statement': waiveStatement,
  'window-lapsed': windowLapsed,
  'weigh-statement': weighStatement,
  'decide-listing': decideListing,
  'decide-no-listing': decideNoListing,
  ...listedActs,
  ...endingActs,
}

export type DishonestyListingEventType = keyof typeof events
