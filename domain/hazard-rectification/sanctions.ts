// When may an enterprise be forced: stopped, cut off from power, proposed for closure?

import { text } from '../language/words.ts'
import { isEnforceable } from '../law/enforcement-hours.ts'
import { branch, every } from '../model/rule.ts'
import { instant, later } from '../time/instant.ts'
import type { HazardRule } from './memory/context.ts'
import { stopLawful } from './memory/dates.ts'

const aDay = 24 * 3_600_000

export const measuresImposed = branch(
  stopLawful,
  ({ event }) => event.data.measures !== 'none' && event.data.measures !== undefined,
  text('未采取现场措施', 'No measures are taken'),
)

/** A decision on the spot that is made anew lets nothing go on that stands still. */
export const stopKept: HazardRule = ({ context, event }) =>
  !context.stopped ||
  event.data.measures === undefined ||
  String(event.data.measures).startsWith('stop-') ||
  text(
    '停产停业措施尚在执行，重新作出的决定应当保留停产停业（安全生产法第六十五条第一款第三项）',
    'Production is stopped: a decision made anew keeps the stop (Work Safety Law, article 65(1)(3))',
  )

/** Whoever re-checks may impose what is not imposed yet; a stop in force is neither loosened nor begun anew by it. */
export const furtherMeasures: HazardRule = (input) => {
  if (input.context.grade !== 'major')
    return text(
      '只有重大事故隐患可以采取现场措施（安全生产法第六十五条第一款第三项）',
      'Measures on the spot are for a major hazard only (Work Safety Law, article 65(1)(3))',
    )
  if (input.context.stopped) return text('停产停业措施已在执行', 'Production is stopped already')
  return input.event.data.measures === undefined ? stopLawful(input) : measuresImposed(input)
}

/** 安全法 65(3). */
export const nothingStopped: HazardRule = ({ context }) =>
  !context.stopped ||
  text(
    '停产停业须经复查合格、批准恢复生产后解除，不得直接解除（安全生产法第六十五条第一款第三项）',
    'A stop ends by the approval to resume after a passed re-check only (Work Safety Law, article 65(1)(3))',
  )

/** Who has been ordered nothing cannot refuse. */
export const orderStands: HazardRule = ({ context }) =>
  context.order !== null || text('尚未下达整改指令', 'Nothing has been ordered yet')

/** 安全法 70: only where a major hazard is, and production was ordered to stop. */
const stopDefied: HazardRule = ({ context }) => {
  if (context.grade !== 'major')
    return text(
      '只有重大事故隐患可以停止供应（安全生产法第七十条）',
      'The supply is cut for a major hazard only (Work Safety Law, article 70)',
    )
  return (
    context.stopOrdered ||
    text(
      '尚未责令停产停业整顿（安全生产法第七十条）',
      'Production has not been ordered to stop (Work Safety Law, article 70)',
    )
  )
}

/** 安全法 70: the power is cut 24 hours after the notice at the earliest, except in an emergency. */
const announcedInTime: HazardRule = ({ event }) => {
  const { cutAt, emergency } = event.data
  if (cutAt === undefined) return true
  if (typeof cutAt !== 'string' || Number.isNaN(Date.parse(cutAt)))
    return text('停电时刻无效', 'The moment of the cut is not a time')
  if (emergency === true) return true
  if (Date.parse(cutAt) < Date.parse(later(event.at, aDay)))
    return text(
      '停止供电应当提前24小时通知（安全生产法第七十条）',
      'A power cut is notified 24 hours before (Work Safety Law, article 70)',
    )
  return isEnforceable(instant(cutAt), event)
}

export const powerNoticeLawful = every(stopDefied, announcedInTime)

/** 安全法 70, 强制法 43: cut when it was announced for or later, by day and on no legal holiday; an emergency waits for nothing. */
export const powerCutLawful: HazardRule = ({ context: { powerNotice }, event }) => {
  if (powerNotice === null) return true
  const { cutAt = event.at } = event.data
  if (typeof cutAt !== 'string' || Number.isNaN(Date.parse(cutAt)))
    return text('停电时刻无效', 'The moment of the cut is not a time')
  if (Date.parse(cutAt) > Date.parse(event.at))
    return text('停电时刻不能晚于现在', 'The moment of the cut is still to come')
  if (powerNotice.emergency) return true
  if (Date.parse(cutAt) < Date.parse(powerNotice.cutAt))
    return text('尚未到通知的停电时刻', 'The notified moment of the cut has not come')
  return event.data.cutAt === undefined || isEnforceable(instant(cutAt), event)
}

/** 安全法 65, 102: while the government considers a closure the stop ends only with the hazard, and where production was stopped on the spot after the approval to resume. */
export const hazardGone: HazardRule = ({ context }) => {
  if (context.passed !== true)
    return text(
      '已提请关闭：停产停业整顿须经复查合格后方可解除',
      'Closure is proposed: the stop is lifted after a passed re-check only',
    )
  return (
    !context.stopped ||
    text(
      '已提请关闭：须先批准恢复生产，再解除停产停业整顿',
      'Closure is proposed: approve the resumption first, then lift the stop',
    )
  )
}

export const closureWasProposed: HazardRule = ({ context }) =>
  context.closureProposed || text('尚未提请关闭', 'Closure has not been proposed')
