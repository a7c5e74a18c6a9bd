// What do the acts ask for by which an application is accepted, sent back for what is missing, refused, moved or withdrawn?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { documentField, documentNumber, field, itemAnswers, keysOf, lines, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { clerk, enterprise, sectionChief } from './addresses.ts'
import { answersField, itemsField, withAsked } from './fields.ts'
import { authorities, type Proposal } from './jurisdiction.ts'
import { ofTheClock, remediesField } from './service.ts'

type Documents = Record<'accept' | 'require-supplement' | 'refuse-acceptance', Text>

const checklistField: Field = {
  ...field('checklist', 'items', '申请材料核对', 'Checklist of the papers'),
  choices: { passed: text('齐全、符合法定形式', 'Received and in order'), failed: text('缺少或者不符合', 'Missing or not in order') },
  attached: text('窗口收到的材料', 'Papers that came by the window'),
}

/** What came without a file may still have come on paper, so it is said and not judged. */
const unsent = (names: string[]): Pick<Field, 'hint'> =>
  names.length === 0 ? {} : { hint: text(`申请时未上传：${names.join('、')}`, `Not uploaded with the application: ${names.join(', ')}`) }

/** The notice begins with what is known to be missing; whoever looks through the rest adds what is not in order. */
const listed = (names: string[]): Partial<Field> => (names.length === 0 ? {} : { ...unsent(names), value: names.join('\n') })

const accept = ({ documents, missing }: Intake): EventDefinition => ({
  words: text('受理', 'Accept'),
  party: text('申请已受理（{document}），正在审查。', 'The application is accepted ({document}) and under review.'),
  schema: v.strictObject({ checklist: v.pipe(itemAnswers, v.minLength(1)), document: documentNumber, opinion }),
  fields: [checklistField, documentField(documents.accept), opinionField],
  fieldsFor: (record) => [
    { ...checklistField, items: record.snapshot.context.necessary as string[], ...unsent(missing(record)) },
    documentField(documents.accept),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['document'], public: [] },
  notify: enterprise,
})

const deemAccepted = (organ: string): EventDefinition =>
  ofTheClock(
    '逾期未告知，视为受理',
    'No decision: deemed accepted',
    text(
      `${organ}五个工作日内未告知补正，自收到申请材料之日起即为受理（《行政许可法》第三十二条）。`,
      'The authority was silent for five working days: accepted from the day of receipt (Licensing Law art. 32).',
    ),
  )

const supplementAskedFields = (documents: Documents): Field[] => [
  itemsField('须补正的全部内容', 'Everything that is missing'),
  field('explanation', 'long-text', '说明', 'Explanation', { required: false }),
  documentField(documents['require-supplement']),
  opinionField,
]

const requireSupplement = ({ documents, missing }: Intake): EventDefinition => ({
  words: text('一次告知补正', 'Tell everything missing, once'),
  party: text('申请材料须补正（{document}），请逐项答复。', 'The application is incomplete ({document}): please answer each item.'),
  schema: v.strictObject({ items: lines(30, 200), document: documentNumber, explanation: v.optional(words(2000)), opinion }),
  fields: supplementAskedFields(documents),
  fieldsFor: (record) =>
    supplementAskedFields(documents).map((one) => (one.name === 'items' ? { ...one, ...listed(missing(record)) } : one)),
  by: 'task',
  audience: 'party',
  show: { party: ['items', 'explanation', 'document'], public: [] },
  consequence: {
    effect: text('须补正的内容只能告知这一次，请一次列全。', 'This can be told once only: list everything.'),
    article: '《行政许可法》第三十二条第一款第四项',
  },
  notify: enterprise,
})

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

const groundsOfRefusal = (notNeeded: Text) => ({
  'not-needed': notNeeded,
  'not-competent': text('不属于本机关职权范围', 'Another organ is competent'),
  incomplete: text('经告知仍未补正齐全', 'Still incomplete after it was told'),
  'false-material': text('隐瞒情况或者提供虚假材料', 'Facts hidden or material false'),
})

const refuseAcceptance = (documents: Documents, notNeeded: Text, ends: Text): EventDefinition => ({
  words: text('不予受理', 'Refuse acceptance'),
  party: text('申请不予受理（{document}）。', 'The application is not accepted ({document}).'),
  schema: v.strictObject({
    ground: v.picklist(keysOf(groundsOfRefusal(notNeeded))),
    reasons: words(4000),
    remedies: words(1000),
    document: documentNumber,
    opinion,
  }),
  fields: [
    field('ground', 'choice', '情形', 'Ground', { choices: groundsOfRefusal(notNeeded) }),
    field('reasons', 'long-text', '理由', 'Reasons'),
    remediesField(),
    documentField(documents['refuse-acceptance']),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['ground', 'reasons', 'remedies', 'document'], public: [] },
  consequence: {
    effect: text(`${ends.zh}；提供虚假材料的，一年内不得再次申请。`, `${ends.en}; with false material there is no new one for a year.`),
    article: '《行政许可法》第三十二条、第七十八条',
  },
  notify: enterprise,
})

const places = [field('to', 'choice', '移交至', 'To', { choices: authorities }), field('reason', 'long-text', '理由', 'Reason')]

/** The form says what the product proposes, and why; a person may know better. */
const withProposal =
  (proposed: Intake['proposed']) =>
  (record: CaseRecord): Field[] => {
    const found = proposed(record)
    if (!found) return places
    const hint = text(`系统建议：${found.reason.zh}`, `Proposed: ${found.reason.en}`)
    const county = record.snapshot.context.county
    const near = Object.fromEntries(Object.entries(authorities).filter(([code]) => code === county || code === '330800'))
    return places.map((one) => (one.name === 'to' ? { ...one, hint, choices: near } : one))
  }

const correctJurisdiction = ({ correct, proposed }: Intake): EventDefinition => ({
  ...correct,
  schema: v.strictObject({ to: v.picklist(keysOf(authorities)), reason: words(1000) }),
  fields: places,
  fieldsFor: withProposal(proposed),
  by: [clerk, sectionChief],
  audience: 'party',
  show: { party: ['to', 'reason'], public: [] },
  moves: ({ to }) => (typeof to === 'string' ? { region: to } : {}),
  notify: [...enterprise, clerk],
})

const withdraw = (party: Text): EventDefinition => ({
  words: text('撤回申请', 'Withdraw the application'),
  party,
  schema: v.strictObject({ reason: words(1000) }),
  fields: [field('reason', 'long-text', '撤回理由', 'Reason')],
  by: enterprise,
  audience: 'party',
  show: { party: ['reason'], public: [] },
})

/** What differs from one kind of licence to the other. */
export type Intake = {
  documents: Documents
  /** Who decides, in the words of its law. */
  organ: string
  /** 许可法 32(1) in its words. */
  notNeeded: Text
  /** What the refusal and the withdrawal of an application bring about. */
  ends: Text
  withdrawn: Text
  correct: Pick<EventDefinition, 'words' | 'party'>
  /** The papers that the application in hand needs and that came without a file. Total. */
  missing: (record: CaseRecord) => string[]
  /** The authority that the law names for this case, null where its county is not known. */
  proposed: (record: CaseRecord) => Proposal | null
}

/** 许可法 32: accepted, sent back once with everything missing, or refused; silence accepts. */
export const intakeOf = (intake: Intake) => ({
  accept: accept(intake),
  'deem-accepted': deemAccepted(intake.organ),
  'require-supplement': requireSupplement(intake),
  supplement,
  'refuse-acceptance': refuseAcceptance(intake.documents, intake.notNeeded, intake.ends),
  'correct-jurisdiction': correctJurisdiction(intake),
  withdraw: withdraw(intake.withdrawn),
})
