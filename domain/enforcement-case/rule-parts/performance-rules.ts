// What is asked of a payment, of a deferral and of the end of a case?
import { text } from '../../language/words.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'

const amountIn = (data: Record<string, unknown>): number | null =>
  typeof data.amount === 'number' ? data.amount : null

const somethingOwed: EnforcementRule = ({ context }) =>
  context.owed > 0 || text('没有待缴罚款', 'No fine is to be paid')

const paidAfterwards: EnforcementRule = ({ context, event }) => {
  const paidOn = stringIn(event, 'paidOn')
  if (paidOn === null) return true
  if (!isCivilDate(paidOn) || paidOn > todayOf(event))
    return text('缴款日期不得晚于今日', 'The day of the payment may not lie in the future')
  return (
    paidOn >= (context.decidedOn ?? paidOn) ||
    text('缴款日期不得早于决定日期', 'Nothing is paid before the decision')
  )
}

const partly: EnforcementRule = ({ context, event }) => {
  const amount = amountIn(event.data)
  return (
    amount === null ||
    amount < context.owed ||
    text('已达到待缴数额，请办理“缴清罚款”', 'That is all that is owed: record the full payment')
  )
}

const whole: EnforcementRule = ({ context, event }) => {
  const amount = amountIn(event.data)
  return (
    amount === null ||
    amount === context.owed ||
    text(
      `缴清须为待缴的${context.owed}元；分期缴纳的请登记分期缴款`,
      `All that is owed is ${context.owed} yuan; a part of it is recorded as an instalment`,
    )
  )
}

/** 处罚法 66: later than today, by the leader. */
const deferralLawful: EnforcementRule = ({ event }) => {
  const dueDate = stringIn(event, 'dueDate')
  return (
    dueDate === null ||
    (isCivilDate(dueDate) && dueDate > todayOf(event)) ||
    text('暂缓或者分期缴纳的期限必须晚于今日', 'The new day of payment must be after today')
  )
}

/** 安全法 78: published before it is put away; four eyes over the end. */
const closingLawful: EnforcementRule = ({ context, event }) => {
  if (!context.published)
    return text(
      '处罚信息尚未公示，不得结案（《安全生产法》第七十八条）',
      'The penalty has not been published yet (Work Safety Law art. 78)',
    )
  return (
    personIn(event) !== context.closer ||
    text('提请结案的人员不得审批结案', 'Whoever has proposed the closing may not decide on it')
  )
}

export const performanceRules = {
  somethingOwed,
  fineServed: ({ context }) => context.fined || text('没有罚款', 'There is no fine'),
  nothingOwed: ({ context }) =>
    context.owed === 0 || text('罚款尚未缴清', 'The fine has not been paid in full'),
  partlyPaid: every<EnforcementContext>(somethingOwed, paidAfterwards, partly),
  paidInFull: every<EnforcementContext>(somethingOwed, paidAfterwards, whole),
  deferralLawful,
  closingLawful,
} satisfies Record<string, EnforcementRule>
