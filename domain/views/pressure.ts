// How hard does a period press, by the share of its time that is used?
import type { DueView } from './case-views.ts'

export type Pressure = 'overdue' | 'paused' | 'pressing' | 'near' | 'running'

/** From three quarters on its end is near, from nine tenths on it presses. */
const near = 0.75
const pressing = 0.9

/** The one measure of all colours of a period: a day is much of three and little of ninety. Pauses are not time that was to be used. */
export const pressureOf = ({
  overdue,
  paused,
  share,
}: Pick<DueView, 'overdue' | 'paused' | 'share'>): Pressure => {
  if (overdue) return 'overdue'
  if (paused) return 'paused'
  const used = share.used / Math.max(share.used + share.left, Number.EPSILON)
  return used >= pressing ? 'pressing' : used >= near ? 'near' : 'running'
}
