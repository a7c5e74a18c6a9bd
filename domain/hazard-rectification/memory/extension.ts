// When may an enterprise ask for more time, who answers, and what may he grant?

import { limitFor } from '../../engine/clocks/limit.ts'
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { onGround } from '../../law/rules/norms.ts'
import type { CaseEvent, Verdict } from '../../model/process.ts'
import { branch } from '../../model/rule.ts'
import { civilDate, later } from '../../time/instant.ts'
import type { HazardContext, HazardRule, ListingLevel } from './context.ts'
import { dueDateLawful } from './dates.ts'

/** The window of each kind of order: the last 10 days of an ordinary one, 20 working days before for a listed one. */
const windowRule = (order: HazardContext['order']): string =>
  order === 'listed'
    ? 'hazard-rectification.governance-extension-request'
    : 'hazard-rectification.extension-request'

/** Whether a request of today lies in its window, or the article that says it does not; whether that window binds is not asked here. */
export const extensionInTime: HazardRule = ({ context, event }) => {
  if (context.dueDate === null) return text('尚无整改期限', 'There is no date yet')
  const today = civilDate(event.at)
  const { due, window, rule } = edge(context, event)
  if (context.order === 'listed')
    return (
      today <= due ||
      text(
        `挂牌隐患延期须在届满20个工作日前申请，最迟${due}${onGround(rule.articleText).zh}`,
        `For a listed hazard ask at least 20 working days before, by ${due}${onGround(rule.articleText).en}`,
      )
    )
  const first = window?.from ?? due
  return (
    (today >= first && today <= context.dueDate) ||
    text(
      `延期须在期满前10日内（${first}至${context.dueDate}）申请${onGround(rule.articleText).zh}`,
      `Ask within the last 10 days, ${first} to ${context.dueDate}${onGround(rule.articleText).en}`,
    )
  )
}

const edge = (context: HazardContext, event: CaseEvent) =>
  limitFor(event, windowRule(context.order), context.dueDate ?? '')

/** Outside the window it is refused where the window binds; otherwise the request goes to a person with a warning. */
export const mayAskExtension: HazardRule = (input) => {
  const inTime = extensionInTime(input)
  if (inTime === true || input.context.dueDate === null) return inTime
  return binds(edge(input.context, input.event)) ? inTime : true
}

/** An ordinary order is the bureau's, a listing that of the committee office which listed. */
const mayDecideExtension: HazardRule = ({ context, event }): Verdict => {
  if (event.by.kind !== 'person') return true
  const held = event.by.appointments
  if (context.order !== 'listed')
    return (
      held.some(({ role }) => role === 'section-chief') ||
      text('由下达指令的机关决定', 'The bureau that ordered decides')
    )
  return (
    held.some(
      ({ role, region }) => role === 'supervisor' && levels[context.listedBy ?? 'county'](region),
    ) || text('由挂牌的安委办决定', 'The committee office that listed decides')
  )
}

const levels: Record<ListingLevel, (region: string) => boolean> = {
  province: (region) => region.endsWith('0000'),
  city: (region) => region.endsWith('00') && !region.endsWith('0000'),
  county: (region) => !region.endsWith('00'),
}

/** The day of an event; what the clock brings about at midnight belongs to the day that ends with it. */
export const dayEnding = ({ at, by }: Pick<CaseEvent, 'at' | 'by'>): string =>
  civilDate(by.kind === 'clock' ? later(at, -1) : at)

/** 处罚办法 16: asked for in time, and the date has passed while the answer was awaited. */
const passedMeanwhile = ({ context, event }: Parameters<HazardRule>[0]): boolean =>
  context.extensionAwaited && context.dueDate !== null && context.dueDate < dayEnding(event)

export const refusedAfterDate = branch(
  mayDecideExtension,
  passedMeanwhile,
  text('原整改期限未过', 'The old date has not passed'),
)
export const refusedBeforeDate = branch(
  mayDecideExtension,
  (input) => !passedMeanwhile(input),
  text('原整改期限已过', 'The old date has passed'),
)

/** The order has run out by the end of this day: there is nothing left to wait for. */
const outBy = ({ context, event }: Parameters<HazardRule>[0]): boolean =>
  context.extensionAwaited && context.dueDate !== null && context.dueDate <= dayEnding(event)

export const unansweredAfterDate: HazardRule = (input) =>
  outBy(input) || text('原整改期限未过', 'The old date has not passed')
export const unansweredBeforeDate: HazardRule = (input) =>
  !outBy(input) || text('原整改期限已过', 'The old date has passed')

/** A granted date lies after the one it replaces. */
export const extensionLawful: HazardRule = (input) => {
  const decides = mayDecideExtension(input)
  if (decides !== true) return decides
  const { dueDate } = input.event.data
  if (
    typeof dueDate === 'string' &&
    input.context.dueDate !== null &&
    dueDate <= input.context.dueDate
  )
    return text('延期后的期限须晚于原期限', 'The new date must be after the old one')
  return dueDateLawful(input)
}
