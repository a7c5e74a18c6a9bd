// What is asked of a payment, of a deferral and of the end of a case?

import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { every } from '../../model/rule.ts'
import { addMonths } from '../../time/days.ts'
import type { EnforcementRule, Punished, PunishedRule } from '../memory/context.ts'
import { lastDayToPay } from '../memory/deferral.ts'
import { endsOnWorkingDay } from '../memory/last-day.ts'
import { surchargeOwed } from '../memory/owing.ts'
import { todayOf } from '../memory/penalties.ts'
import { isOwing } from '../memory/surcharge.ts'

const amountIn = (data: Record<string, unknown>): number | null =>
  typeof data.amount === 'number' ? data.amount : null

const somethingOwed: PunishedRule = ({ context }) =>
  isOwing(context) || text('没有待缴罚款', 'No fine is to be paid')

const nothingOwed: PunishedRule = ({ context }) =>
  !isOwing(context) ||
  (context.owed > 0
    ? text('罚款尚未缴清', 'The fine has not been paid in full')
    : text(
        `加处罚款${spellYuan(context.surchargeLeft ?? 0)}元尚未缴清（《行政处罚法》第七十二条）`,
        `${spellYuan(context.surchargeLeft ?? 0)} yuan of the surcharge have not been paid (Penalty Law art. 72)`,
      ))

const paidAfterwards: PunishedRule = ({ context, event }) => {
  const paidOn = stringIn(event, 'paidOn')
  if (paidOn === null) return true
  if (!isCivilDate(paidOn) || paidOn > todayOf(event))
    return text('缴款日期不得晚于今日', 'The day of the payment may not lie in the future')
  return (
    paidOn >= (context.decidedOn ?? paidOn) ||
    text('缴款日期不得早于决定日期', 'Nothing is paid before the decision')
  )
}

const partly: PunishedRule = ({ context, event }) => {
  const amount = amountIn(event.data)
  return (
    amount === null ||
    amount < context.owed ||
    text('已达到待缴数额，请办理“缴清罚款”', 'That is all that is owed: record the full payment')
  )
}

const surchargeIn = (data: Record<string, unknown>): number =>
  typeof data.surcharge === 'number' ? data.surcharge : 0

/** In yuan. */
export const surchargeDue = (on: string, due: number): Text =>
  text(
    `截至${on}应缴加处罚款${spellYuan(due)}元（《行政处罚法》第七十二条）`,
    `On ${on} the surcharge comes to ${spellYuan(due)} yuan (Penalty Law art. 72)`,
  )

/** 处罚法 72: what has grown by the day of the payment; all of it with the last one. */
const surchargeRight =
  (isLast: boolean): PunishedRule =>
  ({ context, event }) => {
    const paidOn = stringIn(event, 'paidOn')
    if (paidOn === null) return true
    const due = surchargeOwed(context, paidOn, event)
    const paid = surchargeIn(event.data)
    const right = isLast ? paid === due : paid <= due
    return right || surchargeDue(paidOn, due)
  }

const whole: PunishedRule = ({ context, event }) => {
  const amount = amountIn(event.data)
  return (
    amount === null ||
    amount === context.owed ||
    text(
      `缴清须为待缴的${spellYuan(context.owed)}元；分期缴纳的请登记分期缴款`,
      `All that is owed is ${spellYuan(context.owed)} yuan; a part of it is recorded as an instalment`,
    )
  )
}

/** In months; more is a slip of the pen. */
const longestDeferral = 119

/** 处罚法 66: later than today, on a working day, by the leader. */
const deferralLawful: PunishedRule = ({ context, event }) => {
  const dueDate = stringIn(event, 'dueDate')
  if (dueDate === null) return true
  if (!isCivilDate(dueDate) || dueDate <= todayOf(event))
    return text('暂缓或者分期缴纳的期限必须晚于今日', 'The new day of payment must be after today')
  const { on: payBy } = lastDayToPay(context, context.decisionServedOn ?? dueDate, event)
  if (dueDate < payBy || dueDate > addMonths(payBy, longestDeferral))
    return text(
      `暂缓或者分期缴纳的期限不得早于缴款期限${payBy}，也不得超过十年`,
      `The new day may not be before ${payBy}, the present one, nor ten years later`,
    )
  return endsOnWorkingDay(text('暂缓或者分期缴纳的期限', 'The later payment'), dueDate, event)
}

/** 安全法 78: published before it is put away; four eyes over the end. */
const closingLawful: EnforcementRule = ({ context, event }) => {
  if (context.remedy !== null)
    return text('复议、诉讼尚未终结，不得结案', 'A remedy is pending: the case stays open')
  if (context.withdrawalDue)
    return text(
      '公示信息尚未撤回，不得结案（《行政处罚法》第四十八条）',
      'The publication has not been withdrawn yet (Penalty Law art. 48)',
    )
  if (context.decidedOn !== null && !context.published && !context.annulled)
    return text(
      '处罚信息尚未公示，不得结案（《安全生产法》第七十八条）',
      'The penalty has not been published yet (Work Safety Law art. 78)',
    )
  if (context.onTheSpot && !context.reported)
    return text(
      '当场处罚决定尚未备案，不得结案（《行政处罚法》第五十二条）',
      'It has not been reported for the record yet (Penalty Law art. 52)',
    )
  if (context.cashOpen)
    return text(
      '当场收缴的罚款尚未缴付银行，不得结案（《行政处罚法》第七十一条）',
      'The cash has not reached the bank yet (Penalty Law art. 71)',
    )
  return (
    personIn(event) !== context.closer ||
    text('提请结案的人员不得审批结案', 'Whoever has proposed the closing may not decide on it')
  )
}

export const performanceRules = {
  somethingOwed,
  fineServed: ({ context }) => context.fined || text('没有罚款', 'There is no fine'),
  nothingOwed,
  partlyPaid: every<Punished>(somethingOwed, paidAfterwards, partly, surchargeRight(false)),
  paidInFull: every<Punished>(somethingOwed, paidAfterwards, whole, surchargeRight(true)),
  deferralLawful,
  closingLawful,
} satisfies Record<string, EnforcementRule>
