// Which penalties stand against an enterprise, by what the cases remember that have imposed them?
import type { CaseRecord } from '../model/record.ts'
import type { Day } from '../time/days.ts'

/** One decision in force: its case, the day of the decision, and whether it repeats a fine day by day. */
export type StandingPenalty = { number: string; on: Day; daily: boolean }

/** What the chart of a case keeps of its penalty. */
export type PenaltyMarks = {
  decidedOn: Day | null
  decisionServedOn: Day | null
  annulled: boolean
  /** Of a person, and not of the enterprise. */
  individual: boolean
  daily?: object | null
}

/** 安全法 113: it counts by the day of its decision, once it was served and as long as nobody has annulled it; null: none stands. */
export const standingPenalty = (
  number: string,
  { decidedOn, decisionServedOn, annulled, individual, daily }: Partial<PenaltyMarks>,
): StandingPenalty | null =>
  decidedOn && decisionServedOn && annulled !== true && individual !== true
    ? { number, on: decidedOn, daily: Boolean(daily) }
    : null

/** Of several cases, the oldest penalty first. */
export const penaltiesIn = (
  cases: readonly Pick<CaseRecord, 'number' | 'snapshot'>[],
): StandingPenalty[] =>
  cases
    .flatMap(({ number, snapshot }) => standingPenalty(number, snapshot.context) ?? [])
    .sort((one, other) => one.on.localeCompare(other.on))
