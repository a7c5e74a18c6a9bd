// Who may approve a measure, when was it taken lawfully, and what may become of the things?
import { type Text, text } from '../../language/words.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import { branch, every } from '../../model/rule.ts'
import { certificatesShown } from '../../registers/officer-certificate/shown.ts'
import type { EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'
import type { WithPolice } from '../memory/with-police.ts'
import { type Disposal, seizedDisposals } from './measure-acts.ts'
import {
  begunMeasure,
  dayOfMoment,
  type MeasureContext,
  type MeasureRule,
  momentIn,
  ownersPenalty,
  takenAgain,
  thingsIn,
} from './measure-context.ts'

/** 强制法 18: the party is told at the place. */
const told = ({ data }: EnforcementEvent): Verdict =>
  data.rightsTold !== false ||
  text(
    '须出示执法证件，当场告知理由、依据和权利（《行政强制法》第十八条）',
    'Show the certificates and tell reasons, basis and rights (Compulsion Law art. 18)',
  )

/** 处罚法 54, 56: evidence is secured in a case; only what is urgent goes before its filing. */
const filedFirst: EnforcementRule = ({ context, event: { data } }) =>
  data.kind === undefined ||
  data.kind === 'on-the-spot' ||
  context.filedOn !== undefined ||
  context.evidence ||
  text(
    '尚未立案，不得提请；情况紧急的可以当场采取（《行政处罚法》第五十四条、《行政强制法》第十九条）',
    'The case is not filed yet; only what is urgent is taken at once (Penalty Law art. 54, Compulsion Law art. 19)',
  )

const beforeDecision = (decidedOn: unknown): Verdict =>
  typeof decidedOn !== 'string' ||
  text(
    '处罚决定已作出，不再采取证据保存、查封扣押',
    'The penalty was decided: nothing is seized any more',
  )

const undecided: EnforcementRule = ({ context }) => beforeDecision(context.decidedOn)

/** 强制法 18, 19. */
const takenAtOnceLawful: EnforcementRule = ({ context, event }) => {
  const takenAt = momentIn(event)
  if (event.data.kind !== 'on-the-spot' || takenAt === null) return true
  if (Date.parse(takenAt) > Date.parse(event.at))
    return text('实施时间不得晚于现在', 'It cannot be taken in the future')
  const data = { ...event.data, takenOn: dayOfMoment(takenAt) }
  const certified = certificatesShown({ context, event: { ...event, data, type: '' } })
  return certified === true ? told(event) : certified
}

/** 强制法 21: they go with the case, and what is not needed goes back; nothing stays behind when the police have it for good. */
export const measuresHandedOver: EnforcementRule = ({ event: { openNumbers } }) => {
  const numbers = openNumbers?.measure ?? []
  return (
    numbers.length === 0 ||
    text(
      `证据保存、查封扣押措施${numbers.map((nth) => `第${nth}号`).join('、')}的财物尚未移送公安机关、退还或者以其他方式处理：违法行为涉嫌犯罪应当移送司法机关的，应当将查封、扣押的财物一并移送，并书面告知当事人（《行政强制法》第二十一条）`,
      `Things of measure no. ${numbers.join(', ')} are neither handed to the police, returned nor disposed of: they go with the case, and the party is told in writing (Compulsion Law art. 21)`,
    )
  )
}

const openMeasures = (numbers: readonly number[]): Text =>
  text(
    `证据保存、查封扣押措施${numbers.map((nth) => `第${nth}号`).join('、')}尚未处理或者解除，案件不得结束`,
    `Measure${numbers.length > 1 ? 's' : ''} no. ${numbers.join(', ')} not disposed of or lifted: the case cannot end`,
  )

/** 处罚法 56, 强制法 27, 28: nothing stays taken when the case is over. */
export const measuresDone: EnforcementRule = ({ event: { openNumbers } }) => {
  const numbers = openNumbers?.measure ?? []
  return numbers.length === 0 || openMeasures(numbers)
}

/** 强制法 25, 28: a period that has ended is not begun anew by taking the same things once more. */
const notTakenAgain = (
  ofCase: Record<string, unknown> | undefined,
  taken: Parameters<typeof takenAgain>[1],
): Verdict => {
  const thing = takenAgain(ofCase, taken)
  return (
    thing === null ||
    text(
      `“${thing}”以同一理由采取的措施已期满自行解除，不得以同一理由再次采取、变相延长期限（《行政强制法》第二十五条、第二十八条）`,
      `A measure on “${thing}” on the same ground has lifted itself: it is not taken again on that ground, as if its period were extended (Compulsion Law art. 25, 28)`,
    )
  )
}

const atOnceNotAgain: EnforcementRule = ({ context, event }) =>
  event.data.kind !== 'on-the-spot' || notTakenAgain(context, begunMeasure({ ...event, type: '' }))

const laterNotAgain: MeasureRule = ({ context, event }) =>
  notTakenAgain(event.ofCase, { ...context, things: thingsIn(event) })

/** The things of a person are told by the number under which he was named. */
const ownerNamed: EnforcementRule = ({ context, event: { data, openNumbers } }) =>
  data.owner === undefined ||
  (openNumbers?.party ?? []).some((nth) => nth === data.owner) ||
  (context.personPenalties ?? []).some(({ nth }) => nth === data.owner) ||
  text('没有该号数的当事人（个人）', 'No further party has that number')

export const measureProposable = every(
  undecided,
  filedFirst,
  takenAtOnceLawful,
  atOnceNotAgain,
  ownerNamed,
)

const approvedByAnother: MeasureRule = ({ context, event }) =>
  context.proposer === null ||
  personIn(event) !== context.proposer ||
  text('提请（采取）措施的人员不得批准', 'Whoever has proposed or taken it may not approve it')

/** 处罚法 56, 强制法 18: not before the leader has approved it. */
const takenInTime: MeasureRule = ({ context, event }) => {
  const takenOn = stringIn(event, 'takenOn')
  if (takenOn === null) return true
  if (!isCivilDate(takenOn)) return text('实施日期不是有效日期', 'The day is not a date')
  if (takenOn > todayOf(event))
    return text('实施日期不得晚于今日', 'It cannot be taken in the future')
  return (
    context.approvedOn === null ||
    takenOn >= context.approvedOn ||
    text(
      '实施日期不得早于批准之日（《行政处罚法》第五十六条、《行政强制法》第十八条）',
      'It is not taken before it is approved (Penalty Law art. 56, Compulsion Law art. 18)',
    )
  )
}

/** 强制法 25(3): only the period of a seizure stands still. */
const seized: MeasureRule = ({ context }) =>
  context.kind !== 'registration' ||
  text(
    '先行登记保存证据的期限不因检测、鉴定停止，须在期限内作出处理决定（《行政处罚法》第五十六条）',
    'The period of registered evidence does not stand still for a test (Penalty Law art. 56)',
  )

/** 强制法 25(3): fixed when it is sent. */
const testFixed: MeasureRule = ({ event }) => {
  const until = stringIn(event, 'testUntil')
  return (
    until === null ||
    (isCivilDate(until) && until >= todayOf(event)) ||
    text(
      '检测、鉴定期间的截止日不得早于今日（《行政强制法》第二十五条第三款）',
      'The last day of the test is not before today (Compulsion Law art. 25(3))',
    )
  )
}

/** 强制法 25(3): the days of a test are left out, and not those of any number of tests, one after the other. */
const testedOnce: MeasureRule = ({ context }) =>
  context.tested !== true ||
  text(
    '检测、鉴定期间已扣除一次，查封、扣押期限不再停止；需要补充或者重新检测、鉴定的，须在剩余期限内完成（《行政强制法》第二十五条第三款）',
    'The days of a test were left out once, and the seizure stands still no more: a further test is done within what is left of its period (Compulsion Law art. 25(3))',
  )

/** 强制法 25: by how much says the rule book. */
const extendable: MeasureRule = ({ context }) => {
  if (context.kind === 'registration')
    return text(
      '先行登记保存证据的期限不得延长（《行政处罚法》第五十六条）',
      'The period of registered evidence is not extended (Penalty Law art. 56)',
    )
  return (
    !context.extended ||
    text(
      '查封、扣押的期限已延长过一次，不得再次延长（《行政强制法》第二十五条）',
      'The seizure was extended once and is not extended again (Compulsion Law art. 25)',
    )
  )
}

/** 强制法 27, 28. */
const disposalLawful: MeasureRule = ({ context, event }) => {
  const disposal = stringIn(event, 'disposal')
  return (
    disposal === null ||
    context.kind === 'registration' ||
    seizedDisposals.some((one) => one === disposal) ||
    text(
      '不再需要查封、扣押的，应当解除（《行政强制法》第二十八条）',
      'A seizure that is needed no more is lifted (Compulsion Law art. 28)',
    )
  )
}

/** 强制法 21: to the police goes what a case has that goes to the police, not before, and with whom and when on record. */
const policeHandover: MeasureRule = ({ event }) => {
  if (event.data.disposal !== 'police') return true
  const { transferDecidedOn, transferredFrom } = (event.ofCase ?? {}) as WithPolice
  if (typeof transferredFrom !== 'string' || typeof transferDecidedOn !== 'string')
    return text(
      '案件未决定移送公安机关，财物不得移送（《行政强制法》第二十一条）',
      'The case does not go to the police, so its things do not either (Compulsion Law art. 21)',
    )
  const on = stringIn(event, 'policeReceivedOn')
  if (on === null) return true
  return (
    (isCivilDate(on) && on >= transferDecidedOn && on <= todayOf(event)) ||
    text(
      `移交日期不得早于决定移送之日${transferDecidedOn}，也不得晚于今日`,
      `It is handed over between the decision of ${transferDecidedOn} and today`,
    )
  )
}

const disposable = every<MeasureContext>(disposalLawful, policeHandover)

/** 强制法 27, 处罚法 57: what the penalty says of the things, once it is decided. */
const confiscatable: MeasureRule = ({ context, event: { data, ofCase } }) => {
  if (data.disposal !== 'confiscation') return true
  if (context.confiscation === 'proposed')
    return text('已提请没收，由处罚决定确定', 'It was proposed: the penalty says')
  const penalty = ownersPenalty(context, ofCase)
  return (
    penalty === null ||
    (penalty.confiscates && !penalty.annulled) ||
    text(
      '处罚决定未没收财物或者已被撤销，应当解除并退还（《行政强制法》第二十八条）',
      'The penalty confiscates nothing, or was annulled: lift it (Compulsion Law art. 28)',
    )
  )
}

type Input = Parameters<MeasureRule>[0]
const otherDisposal = text('按处理方式进入其他环节', 'What becomes of them goes another way')
const disposedBy = (here: (input: Input) => boolean): MeasureRule =>
  branch<MeasureContext>(every<MeasureContext>(disposable, confiscatable), here, otherDisposal)
const isDecided = ({ context, event }: Input): boolean =>
  ownersPenalty(context, event.ofCase) !== null
const isFor = ({ event }: Input, disposal: Disposal): boolean => event.data.disposal === disposal

/** 处罚法 73, 74: of a decision that was served and is not stayed. */
const confiscationLawful: MeasureRule = ({ context, event }) => {
  const { servedOn: decisionServedOn = null, stayed } = ownersPenalty(context, event.ofCase) ?? {}
  if (decisionServedOn === null)
    return text('处罚决定书尚未送达', 'The decision was not served yet')
  if (stayed)
    return text('停止执行，或者个人的复议、诉讼未终结，不得处理', 'Stayed, or a remedy is pending')
  const handledOn = stringIn(event, 'handledOn')
  return (
    handledOn === null ||
    (isCivilDate(handledOn) && handledOn >= decisionServedOn && handledOn <= todayOf(event)) ||
    text(
      `处理日期不得早于决定书送达之日${decisionServedOn}，也不得晚于今日`,
      `They are dealt with between ${decisionServedOn}, when it was served, and today`,
    )
  )
}

const returnedInTime: MeasureRule = ({ event }) => {
  const returnedOn = stringIn(event, 'returnedOn')
  return (
    returnedOn === null ||
    (isCivilDate(returnedOn) && returnedOn <= todayOf(event)) ||
    text('退还日期不得晚于今日', 'They cannot go back in the future')
  )
}

export const measureRules = {
  measureTakenAtOnce: ({ context }) =>
    context.takenAt !== null || text('须先经批准', 'It is approved first'),
  measureApprovable: approvedByAnother,
  measureTakenLawfully: every<MeasureContext>(
    ({ event }) => beforeDecision(event.ofCase?.decidedOn),
    takenInTime,
    laterNotAgain,
    certificatesShown,
    ({ event }) => told(event),
  ),
  measureTestable: every<MeasureContext>(seized, testedOnce, testFixed),
  testOutstanding: ({ context }) =>
    context.testUntil !== null ||
    text('没有待登记的检测、鉴定结果', 'No result of a test is outstanding'),
  measureExtendable: extendable,
  measureGivenBack: disposedBy((input) => isFor(input, 'returned')),
  measureToConfiscate: disposedBy((input) => isFor(input, 'confiscation') && !isDecided(input)),
  measureConfiscated: disposedBy((input) => isFor(input, 'confiscation') && isDecided(input)),
  measureDisposed: disposedBy(
    (input) => !isFor(input, 'returned') && !isFor(input, 'confiscation'),
  ),
  confiscationLawful,
  measureReturned: returnedInTime,
} satisfies Record<string, MeasureRule>
