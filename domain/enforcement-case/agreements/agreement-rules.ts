// When may a performance agreement be made, and who approves it (强制法 42)?
import { spellFen, spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import { every } from '../../model/rule.ts'
import { addMonths } from '../../time/days.ts'
import { fenOf, type Stage, sumOf } from '../memory/agreed.ts'
import type { EnforcementContext, EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { endsOnWorkingDay } from '../memory/last-day.ts'
import { todayOf } from '../memory/penalties.ts'
import { fineOf } from '../memory/person-fines.ts'
import { owingOfPerson } from '../memory/person-owing.ts'
import { notSuspended } from '../rule-parts/suspension-rules.ts'
import { notWithPolice } from '../rule-parts/with-police-rules.ts'
import { type AgreementContext, type AgreementRule, caseOf, isSaid } from './agreement-context.ts'
import { foreseenSurcharge, outlastsCourt, type Terms, termsIn } from './agreement-terms.ts'
import { keepingRules } from './keeping-rules.ts'

/** In months; more is a slip of the pen. */
const longestAgreement = 60

/** 强制法 42: 实施行政强制执行 — served, overdue, demanded, and the court not asked yet. */
const underway: EnforcementRule = ({ context }) => {
  if (context.decisionServedOn === null || context.annulled || context.owed <= 0)
    return text(
      '没有已生效且待缴的罚款，不得订立执行协议（《行政强制法》第四十二条）',
      'No fine is in force and owed: there is nothing to agree on (Coercion Law art. 42)',
    )
  if (!context.overdue || context.demandServedOn === null)
    return text(
      '尚未催告，未进入强制执行程序，不得订立执行协议（《行政强制法》第三十五条、第四十二条）',
      'Nothing was demanded yet, so nothing is enforced that an agreement could take the place of (Coercion Law art. 35, 42)',
    )
  if (context.givenUp === true)
    return text('已终结执行，不再强制执行', 'Its end was decided: nothing is enforced any more')
  if (context.courtAsked)
    return text(
      '已申请人民法院强制执行，不得再订立执行协议（《行政强制法》第四十二条、第五十三条）',
      'The court was asked to enforce: the authority agrees on nothing any more (Coercion Law art. 42, 53)',
    )
  return (
    context.courtEnd !== 'lapsed' ||
    text(
      '申请强制执行的期限已过，不再强制执行，不得订立执行协议（《行政强制法》第五十三条）',
      'The period for asking the court is over: nothing is enforced any more (Coercion Law art. 53)',
    )
  )
}

const unfought: EnforcementRule = ({ context }) =>
  (context.remedy === null && !context.stayed) ||
  text(
    '复议、诉讼尚未终结，应缴数额未定，暂不订立执行协议',
    'A remedy is pending, so it is open what is owed: nothing is agreed on yet',
  )

const enforceable = every<EnforcementContext>(underway, unfought, notSuspended, notWithPolice)

/** 强制法 42: one after the other, each by a working day. */
const inOrder = (stages: readonly Stage[], event: EnforcementEvent): Verdict => {
  const today = todayOf(event)
  const [first] = stages
  const last = stages.at(-1)
  if (!first || !last) return true
  if (first.by < today) return text('履行期限不得早于今日', 'No stage lies in the past')
  if (stages.some(({ by }, index) => index > 0 && by <= (stages[index - 1]?.by ?? by)))
    return text('各期期限须依次后延', 'Each stage comes after the one before')
  if (last.by > addMonths(today, longestAgreement))
    return text('履行期限超过五年，请核对日期', 'More than five years: check the days')
  for (const [index, { by }] of stages.entries()) {
    const what = text(`第${index + 1}期履行期限`, `Stage ${index + 1}`)
    const verdict = endsOnWorkingDay(what, by, event)
    if (verdict !== true) return verdict
  }
  return true
}

const principalWhole = (stages: readonly Stage[], owed: number): Verdict => {
  const { fineFen } = sumOf(stages)
  return (
    fineFen === fenOf(owed) ||
    text(
      `各期罚款合计${spellFen(fineFen)}元，须等于待缴罚款${spellYuan(owed)}元：罚款本金不得减免，只可减免加处的罚款（《行政强制法》第四十二条）`,
      `The stages bring ${spellFen(fineFen)} yuan of a fine of ${spellYuan(owed)}: only the surcharge may be reduced, never the fine (Coercion Law art. 42)`,
    )
  )
}

/** 强制法 42, 处罚法 72: what is reduced is surcharge, and what is left of it is paid in stages. */
const surchargeRight = (
  { stages, waivedFen }: Terms,
  context: EnforcementContext,
  event: EnforcementEvent,
): Verdict => {
  const foreseen = foreseenSurcharge(context, stages, event)
  const whole = foreseen.at(-1) ?? 0
  if (waivedFen < 0 || waivedFen > whole)
    return text(
      `减免${spellFen(waivedFen)}元超出加处罚款：至末期共${spellFen(whole)}元（《行政强制法》第四十二条）`,
      `${spellFen(waivedFen)} yuan are more than the surcharge, which comes to ${spellFen(whole)} by the last stage (Coercion Law art. 42)`,
    )
  const early = stages.findIndex(
    (_, index) =>
      sumOf(stages.slice(0, index + 1)).surchargeFen >
      Math.max(0, (foreseen[index] ?? 0) - waivedFen),
  )
  if (early >= 0)
    return text(
      `第${early + 1}期：至该日尚未产生这么多加处罚款，累计不超过${spellFen(Math.max(0, (foreseen[early] ?? 0) - waivedFen))}元`,
      `Stage ${early + 1}: by then the surcharge has not grown so far; ${spellFen(Math.max(0, (foreseen[early] ?? 0) - waivedFen))} yuan up to it at most`,
    )
  const { surchargeFen } = sumOf(stages)
  return (
    surchargeFen === whole - waivedFen ||
    text(
      `各期加处罚款合计${spellFen(surchargeFen)}元，须为至末期的${spellFen(whole)}元减去减免的${spellFen(waivedFen)}元，即${spellFen(whole - waivedFen)}元（《行政处罚法》第七十二条）`,
      `The stages bring ${spellFen(surchargeFen)} yuan of surcharge: ${spellFen(whole)} by the last one less ${spellFen(waivedFen)} make ${spellFen(whole - waivedFen)} (Penalty Law art. 72)`,
    )
  )
}

type Offer = Terms & { remedial: boolean; riskStated: boolean }

const reducedForGood = ({ waivedFen, remedial }: Offer): Verdict =>
  waivedFen <= 0 ||
  remedial ||
  text(
    '当事人采取补救措施的方可减免加处罚款，须写明补救措施和减免理由（《行政强制法》第四十二条）',
    'The surcharge is reduced only for remedial measures: say which, and why (Coercion Law art. 42)',
  )

/** The law is silent on what becomes of the three months; a person answers for it where they end first. */
const riskTaken = (offer: Offer, context: EnforcementContext, event: EnforcementEvent): Verdict =>
  offer.riskStated ||
  !outlastsCourt(context, offer.stages, event) ||
  text(
    '末期不早于申请法院强制执行期限的届满日，该期限不因协议延长，须写明理由和风险（《行政强制法》第五十三条，暂行口径）',
    'The last stage is not before the end of the period for asking the court, which no agreement extends: say why that is risked (Coercion Law art. 53, provisional)',
  )

const offerLawful = (
  offer: Offer,
  context: EnforcementContext,
  event: EnforcementEvent,
): Verdict => {
  if (offer.stages.length === 0) return true
  for (const verdict of [
    inOrder(offer.stages, event),
    principalWhole(offer.stages, context.owed),
    reducedForGood(offer),
  ])
    if (verdict !== true) return verdict
  const reckoned = surchargeRight(offer, context, event)
  return reckoned === true ? riskTaken(offer, context, event) : reckoned
}

const harmless: EnforcementRule = ({ event: { data } }) =>
  data.harmless !== false ||
  text(
    '损害公共利益或者他人合法权益的，不得订立执行协议（《行政强制法》第四十二条）',
    'What harms the public interest or the rights of others is not agreed on (Coercion Law art. 42)',
  )

const oneAtATime: EnforcementRule = ({ event: { openNumbers } }) =>
  (openNumbers?.agreement ?? []).length === 0 ||
  text('上一份执行协议尚未办结', 'The agreement before this one has not ended yet')

const offered: EnforcementRule = ({ context, event }) =>
  offerLawful(
    {
      ...termsIn(event.data),
      remedial: isSaid(event.data, 'remedial') && isSaid(event.data, 'waiveReason'),
      riskStated: isSaid(event.data, 'windowRisk'),
    },
    context,
    event,
  )

const personInArrears = text(
  '没有已催告且待缴罚款的当事人（个人），不得订立执行协议（《行政强制法》第四十二条）',
  'No fine of a further party is demanded and owed: there is nothing to agree on (Coercion Law art. 42)',
)

/** The same of one further party; before one is named, whether there is any. */
const personEnforceable: EnforcementRule = ({ context, event }) => {
  const { represents } = event.data
  const ofPerson = (nth: unknown): Verdict =>
    enforceable({ context: owingOfPerson(context, nth), event })
  return represents === undefined
    ? (context.fines ?? []).some(({ nth }) => ofPerson(nth) === true) || personInArrears
    : ofPerson(represents)
}

const oneWithEach: EnforcementRule = ({ context, event }) =>
  fineOf(context.fines, event.data.represents)?.agreementOpen !== true ||
  text(
    '与该当事人的上一份执行协议尚未办结',
    'The agreement with this party before this one has not ended yet',
  )

const offeredToPerson: EnforcementRule = ({ context, event }) =>
  offered({ context: owingOfPerson(context, event.data.represents), event })

export const partyAgreementProposable = every<EnforcementContext>(
  personEnforceable,
  oneWithEach,
  harmless,
  offeredToPerson,
)

export const agreementProposable = every<EnforcementContext>(
  enforceable,
  oneAtATime,
  harmless,
  offered,
)

const openAgreements = (numbers: readonly number[]): Text =>
  text(
    `执行协议第${numbers.join('、')}号尚未办结，案件不得结束`,
    `Agreement no. ${numbers.join(', ')} has not ended: the case cannot end`,
  )

/** What was agreed is performed or resumed before the case is put away. */
export const agreementsDone: EnforcementRule = ({ event: { openNumbers } }) => {
  const numbers = [openNumbers?.agreement ?? [], openNumbers?.['party-agreement'] ?? []]
  const open = numbers.find(({ length }) => length > 0)
  return open === undefined || openAgreements(open)
}

/** What held when it was proposed holds still: nothing was paid, asked or decided meanwhile that changes it. */
const stillLawful: AgreementRule = ({ context, event }) => {
  const around = caseOf(context, event)
  const verdict = enforceable({ context: around, event })
  return verdict === true ? offerLawful(context, around, event) : verdict
}

const approvedByAnother: AgreementRule = ({ context, event }) =>
  event.by.kind !== 'person' ||
  event.by.id !== context.proposer ||
  text('提请订立执行协议的人员不得审批', 'Whoever has proposed it may not decide on it')

const concludedInTime: AgreementRule = ({ context, event }) => {
  const on = stringIn(event, 'concludedOn')
  return (
    on === null ||
    (isCivilDate(on) && on <= todayOf(event) && on >= (context.approvedOn ?? on)) ||
    text(
      '签订日期不得早于批准之日，也不得晚于今日',
      'It is concluded between its approval and today',
    )
  )
}

export const agreementRules = {
  agreementApprovable: every<AgreementContext>(approvedByAnother, stillLawful),
  agreementRefusable: approvedByAnother,
  agreementConcludable: every<AgreementContext>(concludedInTime, stillLawful),
  ...keepingRules,
} satisfies Record<string, AgreementRule>
