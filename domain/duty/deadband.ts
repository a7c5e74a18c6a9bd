// How far must a measurement come back behind its limit before the alarm is over?
import { kindFacts, type PointKind } from './kinds.ts'

/** In the unit of the value; null: not registered. `deadband` is percent of the span. */
export type Spanned = {
  kind: PointKind
  low: number | null
  lowLow: number | null
  high: number | null
  highHigh: number | null
  rangeLow: number | null
  rangeHigh: number | null
  deadband: number | null
}

const limitsOf = ({ low, lowLow, high, highHigh }: Spanned): number[] =>
  [low, lowLow, high, highHigh].filter((one) => one !== null)

/**
 * What percent are percent of: the range, else from the lowest to the highest limit. Null: neither is known. Never the height of a limit above
 * zero: a level of 206 m above the sea says nothing of how much the water moves.
 */
export const spanOf = (point: Spanned): number | null => {
  const { rangeLow, rangeHigh } = point
  if (rangeLow !== null && rangeHigh !== null && rangeHigh > rangeLow) return rangeHigh - rangeLow
  const limits = limitsOf(point)
  return limits.length < 2 ? null : Math.max(...limits) - Math.min(...limits)
}

const percentOf = ({ kind, deadband }: Spanned): number =>
  deadband ?? kindFacts(kind).measured?.deadband ?? 0

/** In the unit of the value; 0 where nothing says of what its percent would be. */
export const deadbandOf = (point: Spanned): number =>
  (percentOf(point) / 100) * (spanOf(point) ?? 0)

/** It has a limit and a deadband in percent, and nothing says of what. */
export const lacksSpan = (point: Spanned): boolean =>
  limitsOf(point).length > 0 && percentOf(point) > 0 && spanOf(point) === null

/** Between the lower and the upper limit nothing would be far enough from both: an alarm could never end. */
export const neverEnds = (point: Spanned): boolean => {
  const { low, lowLow, high, highHigh } = point
  const [under, over] = [low ?? lowLow, high ?? highHigh]
  return under !== null && over !== null && deadbandOf(point) >= over - under
}
