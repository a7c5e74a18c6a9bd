// In which shape is the dated remaining path of a case shown?

import type { Text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'

/** Nine cases of ten fall between the first and the last day; `provisional`: a year in between has no decreed calendar (暂估). */
export type SpanShown = { earliest: Day; expected: Day; latest: Day; provisional: boolean }
/** `open`: a stop on the way, or a date that a document may set anew, can still move it. */
export type LimitShown = { due: Day; overdue: boolean; open: boolean; provisional: boolean }

export type ForecastStepShown = {
  words: Text
  now: boolean
  /** It has been run before and is run again. */
  again: boolean
  /** Posts; for the party only whether it is its own turn or the authority's. */
  posts: Text[]
  /** Whose desk it lies on, or who has usually done it; empty for the party. */
  people: string[]
  span: SpanShown | null
  limit: LimitShown | null
}

export type ForecastView = {
  at: Instant
  /** The matter is settled, or lies where nothing is forecast. */
  settled: boolean
  /** What it is the end of, where that is not the whole matter: one application of several. */
  ends: Text | null
  steps: ForecastStepShown[]
  end: SpanShown | null
  limit: LimitShown | null
  /** Stays of finished cases behind the days; without days, why there are none. */
  passages: number
  why: 'history' | 'few' | 'outlasted'
  /** Part of like cases that ended after the legal day; null for the party and where there is none. */
  late: number | null
}
