// Which dates may an order, a service, a stop or an instruction set?

import { servedDay, servedLawfully } from '../../documents/service-day.ts'
import { limitFor } from '../../engine/clocks/limit.ts'
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { onGround } from '../../law/rules/norms.ts'
import type { CorrectionRule } from '../../model/decision-context.ts'
import { isCivilDate } from '../../model/fields.ts'
import { civilDate } from '../../time/instant.ts'
import { type HazardRule, isDateInForce } from './context.ts'

/** 青岛 2012 “3+X”: governance takes a year at most; an order's first day is the day after it (民法典 201). */
export const dueDateLawful: HazardRule = ({ event }) => {
  const due = event.data.dueDate
  if (due === undefined) return true
  if (!isCivilDate(due))
    return text('整改期限不是有效日期', 'The date for rectification is not a date')
  const today = civilDate(event.at)
  if (due <= today)
    return text(
      '整改期限必须晚于下达当日',
      'The date for rectification must be after the day of the order',
    )
  return (
    due <= aYearAfter(today) ||
    text('整改期限不得超过一年', 'The date for rectification may be one year away at most')
  )
}

/** A failed re-check gives a listed hazard no longer than its governance or the date of its lister: more time is the lister's. */
export const withinGovernance: HazardRule = ({ context, event }) => {
  const { dueDate } = event.data
  if (context.order !== 'listed' || context.orderedOn === null || typeof dueDate !== 'string')
    return true
  const { due } = limitFor(event, 'hazard-rectification.governance', context.orderedOn)
  const latest = context.dueDate !== null && context.dueDate > due ? context.dueDate : due
  return (
    dueDate <= latest ||
    text(
      `挂牌隐患的治理期限最迟至${latest}，需要更长时间的，由企业在期满20个工作日前向挂牌的安委办申请延期`,
      `The governance of a listed hazard ends by ${latest}; for more time the enterprise asks the office that listed it, 20 working days before`,
    )
  )
}

/** Compared as text only, so 29 February needs no day of its own. */
const aYearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`

/** Service is a fact of the past, and a date that has passed meanwhile binds nobody. */
export const serviceLawful: HazardRule = ({ context, event }) => {
  const lawful = servedLawfully(event, context.orderedOn)
  const servedOn = servedDay(event)
  if (lawful !== true || servedOn === null) return lawful
  return (
    context.dueDate === null ||
    context.dueDate > servedOn ||
    text(
      '送达时整改期限已过，请退回重新下达',
      'The date had passed when it was served: return it and issue the order anew',
    )
  )
}

/** 处罚办法 14: a temporary stop lasts six months at most; while that text is not confirmed, the leader who confirms the stop judges. */
export const stopLawful: HazardRule = ({ event }) => {
  const { until } = event.data
  if (until === undefined) return true
  if (!isCivilDate(until)) return text('停产期限不是有效日期', 'The end of the stop is not a date')
  const today = civilDate(event.at)
  if (until <= today) return text('停产期限必须晚于今日', 'The end of the stop must be after today')
  const longest = limitFor(event, 'hazard-rectification.temporary-stop-max', today)
  return (
    until <= longest.due ||
    !binds(longest) ||
    text(
      `暂时停产停业一般不超过${longest.rule.n}个月，最迟至${longest.due}${onGround(longest.rule.articleText).zh}`,
      `A temporary stop normally lasts ${longest.rule.n} months at most, until ${longest.due}${onGround(longest.rule.articleText).en}`,
    )
  )
}

export const instructionLawful: HazardRule = ({ event }) => {
  const { dueDate } = event.data
  if (dueDate === undefined) return true
  return (
    (isCivilDate(dueDate) && dueDate >= civilDate(event.at)) ||
    text('答复期限不得早于今日', 'The date for the answer may not lie in the past')
  )
}

/** 更正: a day that has passed would at once be missed, and supervised level by level without anybody having said so. */
export const correctionLawful: CorrectionRule = ({ snapshot }, { type, was, is, at }) => {
  const due = is.dueDate
  if (due === was.dueDate || typeof due !== 'string' || due >= civilDate(at)) return true
  return (
    (type !== 'instruct' && !isDateInForce(snapshot.context, type, was)) ||
    text(
      '更正后的期限已过，将直接构成逾期；请退回该步骤重新下达，或者由有权人员决定督办',
      'The corrected day has passed and would be missed at once: return the step and order anew, or have supervision ordered by a person',
    )
  )
}
