// What is a period, and what is known of it once it is reckoned?
import type { Text } from '../language/words.ts'
import type { CalendarSet } from './calendar.ts'
import type { Day } from './days.ts'
import type { CountedDay, Festival, Paused } from './walk.ts'

/** WD working days, ND natural days, H clock hours, MIN minutes, M months, Y years. */
export type Unit = 'WD' | 'ND' | 'H' | 'MIN' | 'M' | 'Y'
/** Units that run on through nights and holidays, from a moment to a moment. */
export type Continuous = 'H' | 'MIN'
export const isContinuous = (unit: Unit): unit is Continuous => unit === 'H' || unit === 'MIN'
/**
 * What happens when the last day is no working day (民法典 203): `party` moves to the next working day; `organ` keeps the nominal day
 * as due (the stricter one, alerts run on it) and shows the rolled one beside it; `never` (safety deadlines) does not move.
 */
export type Roll = 'party' | 'organ' | 'never'
export type Direction = 'forward' | 'backward'
export type Extension = { at: string; by: number }

export type Period = {
  unit: Unit
  n: number
  roll: Roll
  /** Date, or moment with offset; hours need the moment. */
  start: string
  pauses?: Paused[]
  extensions?: Extension[]
  direction?: Direction
  calendars: CalendarSet
  region?: string | undefined
}

export type Reckoning = {
  /** The civil day the period starts from; it is not counted itself. */
  startDay: Day
  /** The moment that hours and minutes run from, +08:00; null for periods of days. */
  startAt: string | null
  /** n and all extensions. */
  total: number
  /** The last day as counted, before any roll. */
  nominal: Day
  /** The nominal day, or the next working day if it is none. */
  rolled: Day
  /** What binds: rolled for `party`, nominal otherwise. */
  due: Day
  /** First moment that is too late (24:00 of `due`, 民法典 203); for hours the very minute. Backward: 24:00 of the last day in time. */
  dueAt: string
  rolledAt: string
  /** The day alerts are set on: always the stricter, nominal one for `organ`. */
  alertOn: Day
  /** The first `mostRows` rows of `length`. */
  days: CountedDay[]
  length: number
  pausedDays: number
  /** 'pause:<kind>' of every pause that has moved the end. */
  paused: ReadonlySet<string>
  festivals: Festival[]
  madeUp: Day[]
  /** The counted days by their number since 1970, in the order they were counted; empty for hours and minutes. */
  counted: readonly number[]
  /** The last day without any extension, with the first one, with two and so on: where each of them had to be granted. */
  stages: { nominal: Day; rolled: Day }[]
  /** Years on whose days it rests though no notice has been published for them: it is an estimate. */
  undecreed: number[]
  provisional: boolean
  reasons: Text[]
}
