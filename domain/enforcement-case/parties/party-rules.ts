// Which rules does the chart of a further party ask, and which of them are those of the enterprise?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { askLaw } from '../../law/calculations/ask.ts'
import { accidentFine } from '../../law/calculations/emergency/accident-fine.ts'
import { type Level, levels } from '../../law/calculations/emergency/levels.ts'
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { branch, every } from '../../model/rule.ts'
import { oncePaid } from '../memory/after-remedy.ts'
import { notAgreed } from '../memory/agreed.ts'
import { surchargeOwed } from '../memory/owing.ts'
import { reviewOf, todayOf } from '../memory/penalties.ts'
import { afterPayment } from '../memory/surcharge.ts'
import {
  decisionRules,
  heardFirst,
  notHeavier,
  reviewedFirst,
  reviewerLawful,
  weighLawful,
} from '../rule-parts/decision-rules.ts'
import { decidedWithinStandard } from '../rule-parts/discretion-rules.ts'
import { penaltyWhole } from '../rule-parts/investigation-rules.ts'
import { noticeRules, punishable, serviceAfter } from '../rule-parts/notice-rules.ts'
import { performanceRules, surchargeDue } from '../rule-parts/performance-rules.ts'
import { inOrder, refundRight } from '../rule-parts/remedy-rules.ts'
import { stayedNoDemand } from '../rule-parts/suspension-rules.ts'
import { personPunishable } from '../rule-parts/with-police-rules.ts'
import { asked, askedOfCase, type PartyContext, type PartyRule } from './party-context.ts'
import { endsByCourt, partyCourtRules } from './party-court.ts'

type Input = Parameters<PartyRule>[0]

/** 处罚法 54, 57: what the person did stands in the report, and the report was agreed to. */
const reportedFirst: PartyRule = ({ event: { ofCase } }) =>
  (typeof ofCase?.actEnded === 'string' && ofCase.reportApproved !== false) ||
  text(
    '调查报告尚未审理同意，不得告知（《行政处罚法》第五十四条、第五十七条）',
    'The report of the investigation was not agreed to: nobody is notified yet (Penalty Law art. 54, 57)',
  )

const penaltyNamed: PartyRule = ({ event: { data } }) =>
  data.penalties === undefined || penaltyWhole(data)

const isLevel = (value: unknown): value is Level =>
  typeof value === 'string' && levels.some((level) => level === value)

/** 安全法 95, 110: what the principal is fined for an accident is a share of its income, and no discretion. */
const accidentFineRight: PartyRule = ({ context, event }) => {
  const { accidentLevel: level, accidentOn: date, lateReport, fine } = event.data
  if (!isLevel(level) || context.role !== 'principal') return true
  if (event.data.cause !== undefined)
    return text(
      '因事故处罚主要负责人的，罚款为其上一年年收入的法定比例，不适用裁量基准',
      'For an accident the principal is fined a share of its income, by no standard',
    )
  if (!isCivilDate(date) || date > todayOf(event))
    return text('事故发生日期不得晚于今日', 'The accident is no later than today')
  if (context.annualIncome === null)
    return text(
      '因事故处罚主要负责人的，须先填写其上一年年收入',
      'The income of the principal in the year before must be known',
    )
  const found = askLaw(
    accidentFine,
    {
      level,
      date,
      principalIncome: context.annualIncome,
      lateOrFalseReport: lateReport === true,
    },
    event,
  )
  return shareRight(Number(fine ?? 0), found)
}

/** The reason names the share and not the sum: the income is confidential. */
const shareRight = (
  fine: number,
  {
    principal,
    principalPercent,
    lateReport,
    lateReportPercent,
  }: ReturnType<typeof accidentFine.run>,
): true | Text => {
  if (lateReport && lateReportPercent) {
    const { from, to } = lateReportPercent
    return (
      (fine >= Math.floor(lateReport.from) && fine <= lateReport.to) ||
      text(
        `罚款须为其上一年年收入的${from}%至${to}%（《安全生产法》第一百一十条）`,
        `The fine is ${from} to ${to} % of last year’s income (Work Safety Law art. 110)`,
      )
    )
  }
  return (
    fine === Math.floor(principal ?? 0) ||
    text(
      `罚款须为其上一年年收入的${principalPercent}%，不足一元的舍去（《安全生产法》第九十五条）`,
      `The fine is ${principalPercent} % of last year’s income, whole yuan (Work Safety Law art. 95)`,
    )
  )
}

/** 处罚法 27, 35: neither while the police have the case, nor fined after the court has. */
const notInsteadOfTransfer: PartyRule = ({ context, event }) =>
  personPunishable(context.identity, event)

const noFine: PartyRule = ({ context }) =>
  !context.fined || text('有罚款，须缴清', 'There is a fine to be paid')

const reckoned = ({ context, event }: Input) => reviewOf(context, event)
const reviewNeeded = (input: Input): boolean => reckoned(input).legalReview.required
const discussionNeeded = (input: Input): boolean => reckoned(input).collectiveDiscussion.required

const elsewhere = text('按审核要求进入其他环节', 'It goes another way')
const otherWay = (lawful: PartyRule, here: (input: Input) => boolean): PartyRule =>
  branch<PartyContext>(lawful, here, elsewhere)

const partyReviewerLawful = asked(reviewerLawful)

/** 强制法 54: it was demanded first, or there is nobody left, or no time, to ask for it. */
const demandOver: PartyRule = ({ context, event }) =>
  ['dead', 'late'].includes(stringIn(event, 'ground') ?? '') ||
  context.demandServedOn !== null ||
  text(
    '尚未催告，不得申请强制执行（《行政强制法》第五十四条）',
    'It was not demanded yet (Compulsion Law art. 54)',
  )

/** 强制法 53, 54: what is fought over goes before no court to be enforced. */
const notUnderRemedy: PartyRule = ({ context, event }) =>
  stringIn(event, 'ground') === 'dead' ||
  context.pendingSince === null ||
  text(
    '复议、诉讼尚未终结，不得强制执行（《行政强制法》第五十三条）',
    'A remedy is pending: nothing is enforced (Coercion Law art. 53)',
  )

const notStayed: PartyRule = ({ context }) => context.stayed !== true || stayedNoDemand

const broughtInRight: PartyRule = ({ context, event }) => {
  const { enforced, enforcedSurcharge } = event.data
  if (typeof enforced === 'number' && enforced > context.owed)
    return text(
      `待缴罚款为${spellYuan(context.owed)}元`,
      `All that is owed of the fine is ${spellYuan(context.owed)} yuan`,
    )
  if (typeof enforcedSurcharge !== 'number') return true
  const due = surchargeOwed(context, todayOf(event), event)
  return enforcedSurcharge <= due || surchargeDue(todayOf(event), due)
}

const notDemanded: PartyRule = ({ context }) =>
  context.demandedOn === null || text('已催告', 'It was demanded already')

/** A later payment that is refused leaves the party where it stood. */
const backTo =
  (here: (context: PartyContext) => boolean): PartyRule =>
  ({ context }) =>
    here(context) || elsewhere

const isOverdue = ({ overdue }: PartyContext): boolean => overdue === true

/** With the last payment it is known what the surcharge has come to (处罚法 72); what a remedy leaves over goes back with the remedy. */
const paidAbove = ({ context, event }: Input): boolean => {
  const on = stringIn(event, 'paidOn')
  if (on === null || !isCivilDate(on)) return false
  const paid = afterPayment(context, { on, fine: context.owed, surcharge: 0 })
  return oncePaid({ ...context, ...paid }, on, event).refundDue != null
}

const nothingAbove = text('没有多缴的款项', 'Nothing was paid above what is owed')
const someAbove = text('有应退还的多缴款项', 'Something was paid above what is owed')
const paidInFull = asked(performanceRules.paidInFull)

const surplusReturned = every<PartyContext>(
  ({ context: { refundDue = null }, event }) => refundRight({ context: { refundDue }, event }),
  inOrder<PartyContext>(({ context }) => context.paidParts.at(-1)?.on ?? null, 'refundedOn'),
)

const late: PartyRule = ({ context }) =>
  isOverdue(context) || text('尚未逾期，不得催告', 'It is not late yet: nothing is demanded')

const demandable = every<PartyContext>(
  asked(performanceRules.somethingOwed),
  notStayed,
  notDemanded,
)

const demandServed = every<PartyContext>(
  asked(performanceRules.somethingOwed),
  notStayed,
  ({ context }) =>
    context.demandedOn !== null ||
    text('应缴数额已变更，须重新催告', 'What is owed has changed: demand it anew'),
  asked(serviceAfter('demandedOn')),
)

const servedOnce: PartyRule = ({ context }) =>
  context.demandServedOn === null || text('催告书已送达', 'The demand was served already')

export const partyRules = {
  partyNoticeLawful: every<PartyContext>(
    reportedFirst,
    askedOfCase(noticeRules.noticeLawful),
    penaltyNamed,
    notInsteadOfTransfer,
    accidentFineRight,
  ),
  partyNoticeServiceLawful: asked(serviceAfter('noticedOn')),
  partyPaper: asked(noticeRules.writtenByParty),
  partyMayAskHearing: asked(noticeRules.mayAskHearing),
  partyHearingNoticeLawful: asked(noticeRules.hearingNoticeLawful),
  partyHearingOver: asked(noticeRules.hearingOver),
  partyToReview: otherWay(asked(weighLawful), reviewNeeded),
  partyToDiscussion: otherWay(
    asked(weighLawful),
    (input) => !reviewNeeded(input) && discussionNeeded(input),
  ),
  partyToDecision: otherWay(
    asked(weighLawful),
    (input) => !reviewNeeded(input) && !discussionNeeded(input),
  ),
  partyReviewedToDiscussion: otherWay(partyReviewerLawful, discussionNeeded),
  partyReviewedToDecision: otherWay(partyReviewerLawful, (input) => !discussionNeeded(input)),
  partyVoteLawful: asked(decisionRules.voteLawful),
  partyPenaltyLawful: every<PartyContext>(
    notInsteadOfTransfer,
    asked(decisionRules.decidedByAnother),
    asked(heardFirst),
    asked(reviewedFirst),
    asked(({ context, event }) => punishable(context, event)),
    asked(notHeavier),
    asked(decidedWithinStandard),
  ),
  partySparedLawful: asked(decisionRules.noPenaltyLawful),
  partyDecisionServed: every<PartyContext>(
    asked(serviceAfter('decidedOn')),
    ({ context }) => context.fined || text('没有罚款', 'There is no fine'),
  ),
  partyPerformed: every<PartyContext>(asked(serviceAfter('decidedOn')), noFine),
  partyPartlyPaid: asked(performanceRules.partlyPaid),
  partyPaidAbove: branch<PartyContext>(paidInFull, paidAbove, nothingAbove),
  partyPaidInFull: branch<PartyContext>(paidInFull, (input) => !paidAbove(input), someAbove),
  partySurplusReturned: surplusReturned,
  partyDemandServiceLawful: demandServed,
  partyLateDemandServed: every<PartyContext>(servedOnce, demandServed),
  partyDeferralAskable: every<PartyContext>(
    asked(performanceRules.somethingOwed),
    asked(noticeRules.writtenByParty),
  ),
  partyDeferralLawful: every<PartyContext>(
    asked(performanceRules.somethingOwed),
    notAgreed,
    asked(performanceRules.deferralLawful),
  ),
  partyBackToDemanded: backTo(({ demandServedOn }) => demandServedOn !== null),
  partyBackToServing: backTo(
    ({ demandedOn, demandServedOn }) => demandedOn !== null && demandServedOn === null,
  ),
  partyBackToOverdue: backTo((context) => isOverdue(context) && context.demandedOn === null),
  partyBackToPaying: backTo((context) => !isOverdue(context) && context.demandedOn === null),
  partyDemandable: demandable,
  partyLateDemandable: every<PartyContext>(late, demandable),
  partyStillOwes: asked(performanceRules.somethingOwed),
  partyDemandOver: every<PartyContext>(
    asked(performanceRules.somethingOwed),
    notUnderRemedy,
    notAgreed,
    demandOver,
    endsByCourt,
    broughtInRight,
  ),
  partyRelieved: asked(performanceRules.nothingOwed),
  ...partyCourtRules,
} satisfies Record<string, PartyRule>
