// Do the penalties that stand against an enterprise lead to the proposal to close it, and how is that reckoned (安全法 113)?
import { type Text, text } from '../language/words.ts'
import { askLaw } from '../law/calculations/ask.ts'
import { closureProposal } from '../law/calculations/penalty/closure-proposal.ts'
import type { Law } from '../model/decision-context.ts'
import { addMonths, type Day } from '../time/days.ts'
import type { StandingPenalty } from './standing.ts'

type Counted = {
  penalties: readonly StandingPenalty[]
  /** Days of penalties of before the product, as somebody has written them down. */
  written?: readonly Day[]
  majorHazard: boolean
  /** Absent: whatever there is. */
  asOf?: Day
}
export type ClosureCount = {
  reached: boolean
  /** Whether it rests on something that a person has to confirm. */
  doubtful: boolean
  reckoning: Text[]
}

const run = (penalties: readonly Day[], { majorHazard, asOf }: Counted, law: Partial<Law>) =>
  askLaw(closureProposal, { penalties, majorHazard, ...(asOf === undefined ? {} : { asOf }) }, law)

/**
 * The penalties of the last year, and those of before with which one of them fills the number: what was full more than a year
 * ago leads to nothing any more, and a further penalty takes nothing away of what is full.
 */
const recent = (days: readonly Day[], counted: Counted, law: Partial<Law>): Day[] => {
  const last = counted.asOf ?? [...days].sort().at(-1)
  if (last === undefined) return []
  const since = addMonths(last, -12)
  const { threeIn180Days, fourInOneYear } = run(days, counted, law)
  const full = [...threeIn180Days, ...fourInOneYear].filter(({ to }) => to >= since)
  return days.filter((one) => one >= since || full.some(({ from, to }) => from <= one && one <= to))
}

/** Total: whatever was written down is counted as it is, a day once. */
export const closureCount = (counted: Counted, law: Partial<Law>): ClosureCount => {
  const { penalties, asOf } = counted
  const written = [...new Set(counted.written)]
  const days = [...penalties.map(({ on }) => on), ...written].filter(
    (one) => asOf === undefined || one <= asOf,
  )
  const reckon = (all: Day[]) => run(recent(all, counted, law), counted, law)
  const { propose, reckoning, reasons, provisional } = reckon(days)
  const single = penalties.filter(({ daily }) => !daily).map(({ on }) => on)
  const doubts = propose
    ? [
        ...(reckon([...single, ...written]).propose ? [] : [byDailyFine]),
        ...(written.length > 0 ? [ofBefore] : []),
      ]
    : []
  return {
    reached: propose,
    doubtful: provisional || doubts.length > 0,
    reckoning: [
      ...penalties.map(named),
      ...written.map(noted),
      ...reckoning,
      ...reasons,
      ...doubts,
    ],
  }
}

const named = ({ number, on, daily }: StandingPenalty): Text =>
  text(
    `${on}：处罚决定，${number}${daily ? '（按日连续处罚）' : ''}`,
    `${on}: penalty, ${number}${daily ? ' (daily fine)' : ''}`,
  )

const noted = (on: Day): Text =>
  text(
    `${on}：本平台启用前的处罚（填写，未经平台核验）`,
    `${on}: penalty of before the platform (written down, not verified)`,
  )

const byDailyFine = text(
  '计入按日连续处罚决定后方达到次数，该决定是否单独计次须由负责人确认',
  'The number is reached only with a daily fine: a leader confirms whether that counts on its own',
)

const ofBefore = text(
  '其中含本平台启用前的处罚，须附处罚决定书',
  'Some are of before the platform: their decisions are attached',
)
