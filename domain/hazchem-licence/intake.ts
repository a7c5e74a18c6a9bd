// What do the acts ask for by which an application is accepted, sent back for what is missing, refused, moved or withdrawn?
import * as v from 'valibot'
import { field, itemAnswers, keysOf, lines, opinion, opinionField, words } from '../case/answers.ts'
import type { EventDefinition, Field } from '../case/process.ts'
import type { CaseRecord } from '../case/record.ts'
import { type Text, text } from '../case/words.ts'
import { isRegion } from '../organisation/regions.ts'
import { clerk, enterprise, sectionChief } from './addresses.ts'
import { documents } from './documents.ts'
import { answersField, documentField, itemsField, withAsked } from './fields.ts'
import { authorities, proposedFor } from './jurisdiction.ts'

const accept: EventDefinition = {
  words: text('受理', 'Accept'),
  party: text('申请已受理（{document}），正在审查。', 'The application is accepted ({document}) and under review.'),
  schema: v.strictObject({ document: words(100), opinion }),
  fields: [documentField(documents.accept), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['document'], public: [] },
  tell: enterprise,
}

const deemAccepted: EventDefinition = {
  words: text('逾期未告知，视为受理', 'Deemed accepted by silence'),
  party: text(
    '发证机关五个工作日内未告知补正，自收到申请材料之日起即为受理（《行政许可法》第三十二条）。',
    'The authority was silent for five working days: accepted from the day of receipt (Licensing Law art. 32).',
  ),
  schema: v.strictObject({}),
  fields: [],
  by: 'clock',
  audience: 'party',
  show: { party: [], public: [] },
}

const requireSupplement: EventDefinition = {
  words: text('一次告知补正', 'Tell everything missing, once'),
  party: text('申请材料须补正（{document}），请逐项答复。', 'The application is incomplete ({document}): please answer each item.'),
  schema: v.strictObject({ items: lines(30, 200), document: words(100), explanation: v.optional(words(2000)), opinion }),
  fields: [
    itemsField('须补正的全部内容', 'Everything that is missing'),
    field('explanation', 'long-text', '说明', 'Explanation', { required: false }),
    documentField(documents['require-supplement']),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['items', 'explanation', 'document'], public: [] },
  grave: {
    effect: text('须补正的内容只能告知这一次，请一次列全。', 'This can be told once only: list everything.'),
    article: '《行政许可法》第三十二条第一款第四项',
  },
  tell: enterprise,
}

const supplementFields = [answersField(text('逐项补正', 'Item by item'), text('已补正', 'Supplied'), text('不能补正', 'Cannot supply'))]

const supplement: EventDefinition = {
  words: text('提交补正材料', 'Supply what is missing'),
  party: text('补正材料已收到。', 'What was missing has been received.'),
  schema: v.strictObject({ answers: itemAnswers }),
  fields: supplementFields,
  fieldsFor: withAsked(supplementFields),
  by: 'task',
  audience: 'party',
  show: { party: ['answers'], public: [] },
}

const refusalGrounds = {
  'not-needed': text('依法不需要取得经营许可证', 'No licence is needed by law'),
  'not-competent': text('不属于本机关职权范围', 'Another organ is competent'),
  incomplete: text('经告知仍未补正齐全', 'Still incomplete after it was told'),
  'false-material': text('隐瞒情况或者提供虚假材料', 'Facts hidden or material false'),
} as const satisfies Record<string, Text>

const refuseAcceptance: EventDefinition = {
  words: text('不予受理', 'Refuse acceptance'),
  party: text('申请不予受理（{document}）。', 'The application is not accepted ({document}).'),
  schema: v.strictObject({
    ground: v.picklist(keysOf(refusalGrounds)),
    reasons: words(4000),
    remedies: words(1000),
    document: words(100),
    opinion,
  }),
  fields: [
    field('ground', 'choice', '情形', 'Ground', { choices: refusalGrounds }),
    field('reasons', 'long-text', '理由', 'Reasons'),
    remediesField(),
    documentField(documents['refuse-acceptance']),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['ground', 'reasons', 'remedies', 'document'], public: [] },
  grave: {
    effect: text(
      '申请终结；提供虚假材料的，一年内不得再次申请。',
      'The application ends; with false material there is no new one for a year.',
    ),
    article: '《行政许可法》第三十二条、第七十八条',
  },
  tell: enterprise,
}

export function remediesField(): Field {
  return field('remedies', 'long-text', '救济途径和期限', 'Remedies and their periods', {
    hint: text('载明申请行政复议、提起行政诉讼的机关和期限', 'To whom and until when one may apply for reconsideration or sue'),
  })
}

const places = [field('to', 'choice', '移交至', 'To', { choices: authorities }), field('reason', 'long-text', '理由', 'Reason')]

/** The form says what the product proposes, and why; a person may know better. */
const withProposal = ({ snapshot, data }: CaseRecord): Field[] => {
  const county = String(snapshot.context.county)
  if (!isRegion(county)) return places
  const { reason } = proposedFor(county, data.apply?.grounds)
  const hint = text(`系统建议：${reason.zh}`, `Proposed: ${reason.en}`)
  const near = Object.fromEntries(Object.entries(authorities).filter(([code]) => code === county || code === '330800'))
  return places.map((one) => (one.name === 'to' ? { ...one, hint, choices: near } : one))
}

const correctJurisdiction: EventDefinition = {
  words: text('更正发证机关', 'Correct the authority'),
  party: text('申请已移交有权发证的机关办理。', 'The application was handed to the authority that issues it.'),
  schema: v.strictObject({ to: v.picklist(keysOf(authorities)), reason: words(1000) }),
  fields: places,
  fieldsFor: withProposal,
  by: [clerk, sectionChief],
  audience: 'party',
  show: { party: ['to', 'reason'], public: [] },
  moves: ({ to }) => (typeof to === 'string' ? { region: to } : {}),
  tell: [...enterprise, clerk],
}

const withdraw: EventDefinition = {
  words: text('撤回申请', 'Withdraw the application'),
  party: text('申请已撤回，事项已办结。', 'The application was withdrawn; the matter is closed.'),
  schema: v.strictObject({ reason: words(1000) }),
  fields: [field('reason', 'long-text', '撤回理由', 'Reason')],
  by: enterprise,
  audience: 'party',
  show: { party: ['reason'], public: [] },
}

export const intakeEvents = {
  accept,
  'deem-accepted': deemAccepted,
  'require-supplement': requireSupplement,
  supplement,
  'refuse-acceptance': refuseAcceptance,
  'correct-jurisdiction': correctJurisdiction,
  withdraw,
} satisfies Record<string, EventDefinition>
