// When may an enterprise be forced: stopped, cut off from power, proposed for closure?

import { text } from '../language/words.ts'
import { closureProposal } from '../law/calculations/penalty/closure-proposal.ts'
import { decreeCalendars } from '../time/decrees.ts'
import { civilDate, later } from '../time/instant.ts'
import type { HazardRule } from './context.ts'

const aDay = 24 * 3_600_000

/** Who has been ordered nothing cannot refuse. */
export const orderStands: HazardRule = ({ context }) =>
  context.order !== null || text('尚未下达整改指令', 'Nothing has been ordered yet')

/** 安全法 70: the power is cut 24 hours after the notice at the earliest, except in an emergency. */
export const powerNoticeLawful: HazardRule = ({ event }) => {
  const { cutAt, emergency } = event.data
  if (cutAt === undefined) return true
  if (typeof cutAt !== 'string' || Number.isNaN(Date.parse(cutAt)))
    return text('停电时刻无效', 'The moment of the cut is not a time')
  return (
    emergency === true ||
    Date.parse(cutAt) >= Date.parse(later(event.at, aDay)) ||
    text(
      '停止供电应当提前24小时通知（安全生产法第七十条）',
      'A power cut is notified 24 hours before (Work Safety Law, article 70)',
    )
  )
}

export const powerCutLawful: HazardRule = ({ context, event }) => {
  const notice = context.powerNotice
  return (
    notice === null ||
    notice.emergency ||
    Date.parse(event.at) >= Date.parse(notice.cutAt) ||
    text('尚未到通知的停电时刻', 'The notified moment of the cut has not come')
  )
}

/** 安全法 113 over the penalties named; the other grounds are for whoever signs the proposal. */
export const closureLawful: HazardRule = ({ context, event }) => {
  const { ground, penalties } = event.data
  if (ground !== 'penalties') return true
  const days = Array.isArray(penalties) ? penalties : []
  const input = {
    penalties: days,
    majorHazard: context.grade === 'major',
    asOf: civilDate(event.at),
  }
  const reckoned = closureProposal.run(input, event.calendars ?? decreeCalendars, {
    amounts: event.amounts,
    region: event.region,
  })
  if (reckoned.propose) return true
  const why = reckoned.reckoning.at(0) ?? text('', '')
  return text(
    `${why.zh}；尚未达到提请关闭的条件（安全生产法第一百一十三条）`,
    `${why.en}; closure may not be proposed yet (article 113)`,
  )
}

export const closureWasProposed: HazardRule = ({ context }) =>
  context.closureProposed || text('尚未提请关闭', 'Closure has not been proposed')
