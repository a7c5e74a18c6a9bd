// What is asked of a case in which a fine is repeated day by day (安全法 112)?
import { text } from '../../language/words.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { baseCase, dailyOf, dailyReckoning } from '../memory/daily.ts'
import type { DailyBase } from '../memory/daily-base.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { reckoned, remembered } from '../memory/penalties.ts'

/** A fine that stands no more is not repeated. */
const baseStands: EnforcementRule = ({ context, event }) => {
  const base = context.daily ? baseCase(context.daily, event.past) : undefined
  return (
    base?.snapshot.context.annulled !== true ||
    text(
      `原处罚决定（${base.number}）已被撤销，不得按日连续处罚（《安全生产法》第一百一十二条）`,
      `The penalty of ${base.number} was annulled: its fine is not repeated (Work Safety Law art. 112)`,
    )
  )
}

/** Each day after its order, the last one included, of two that repeat the same fine. */
const shareDays = (one: DailyBase, other: DailyBase): boolean =>
  one.of === other.of && one.ordered < other.until && other.ordered < one.until

/** 处罚法 29: the first case and one that repeats its fine may each have ordered the correction; no day is fined by both. */
const daysOnce: EnforcementRule = ({ context: { daily }, event: { past = [] } }) => {
  if (!daily) return true
  for (const { number, process, snapshot } of past) {
    const { daily: other, decidedOn, annulled } = remembered(snapshot.context)
    const counts = process === 'enforcement-case' && decidedOn && annulled !== true
    if (counts && other && shareDays(daily, other))
      return text(
        `${number}已就${other.ordered}的次日至${other.until}按日连续处罚，同一日不得重复罚款（《行政处罚法》第二十九条）`,
        `${number} has fined the days from that after ${other.ordered} to ${other.until}: no day is fined twice (Penalty Law art. 29)`,
      )
  }
  return true
}

/** The original fine for each day; for fewer days only as long as the text of the counting rule is not confirmed. */
const daysRight: EnforcementRule = ({ context, event }) => {
  const daily = dailyOf(context, event.past)
  if (!daily || event.data.penalties === undefined) return true
  const { fine, penalties } = penaltyIn(event.data)
  if (penalties.join() !== 'fine')
    return text(
      '按日连续处罚的种类为罚款（《安全生产法》第一百一十二条）',
      'A daily fine is a fine and nothing else (Work Safety Law art. 112)',
    )
  const reckoning = dailyReckoning(daily)
  const fewer = fine < reckoning.amount && fine % daily.fine === 0
  if (fine === reckoning.amount || (reckoning.provisional && fine > 0 && fewer)) return true
  const { zh, en } = reckoned(reckoning)
  return text(`${zh}（《安全生产法》第一百一十二条）`, `${en} (Work Safety Law art. 112)`)
}

const daysOnceAndRight = every<EnforcementContext>(daysOnce, daysRight)

const penaltyAdvised: EnforcementRule = (input) =>
  input.event.data.advice !== 'penalty' || daysOnceAndRight(input)

/** What a daily fine is asked beside the rules of every case. */
export const dailyReportLawful = every<EnforcementContext>(baseStands, penaltyAdvised)
export const dailyNoticeLawful = every<EnforcementContext>(baseStands, daysOnce)
export const dailyPenaltyLawful = every<EnforcementContext>(baseStands, daysOnceAndRight)
