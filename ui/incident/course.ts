// Where on the time axis does each order of an incident lie: planned, in fact, late?
import type { ItemView } from '../../contract/case/items.ts'

/** From and until as shares of the axis, 0 to 1. */
export type Bar = { from: number; until: number }
export type Course = {
  item: ItemView
  planned: Bar | null
  actual: Bar | null
  late: Bar | null
}
export type Axis = { from: number; until: number; ticks: number[] }

const HOUR = 3_600_000
const steps = [5 / 60, 0.25, 0.5, 1, 2, 6, 12, 24, 48, 168].map((hours) => hours * HOUR)
const MOST_TICKS = 8

/** From the first order to whatever is planned last, or to now; at least half an hour. */
export const axisOf = (items: ItemView[], now: number): Axis => {
  const moments = items.flatMap(({ openedAt, plannedFrom, plannedUntil, endedAt }) =>
    [openedAt, plannedFrom, plannedUntil, endedAt].flatMap((at) => (at ? [Date.parse(at)] : [])),
  )
  const from = Math.min(now, ...moments)
  const until = Math.max(now, from + HOUR / 2, ...moments)
  const step = steps.find((one) => (until - from) / one <= MOST_TICKS) ?? until - from
  const first = Math.ceil(from / step) * step
  const count = Math.max(0, Math.floor((until - first) / step) + 1)
  return { from, until, ticks: Array.from({ length: count }, (_, nth) => first + nth * step) }
}

export const shareOf = ({ from, until }: Axis, at: number): number =>
  Math.min(1, Math.max(0, (at - from) / (until - from)))

/** An order without a plan has none to be late by; one that nobody has begun has no bar of its own. */
export const courseOf = (item: ItemView, axis: Axis, now: number): Course => {
  const share = (at: number) => shareOf(axis, at)
  const opened = Date.parse(item.openedAt)
  const until = item.plannedUntil ? Date.parse(item.plannedUntil) : null
  const begun = item.begunAt ? Date.parse(item.begunAt) : null
  const ended = item.endedAt ? Date.parse(item.endedAt) : now
  const from = item.plannedFrom ? Date.parse(item.plannedFrom) : opened
  return {
    item,
    planned: until === null ? null : { from: share(from), until: share(until) },
    actual: begun === null ? null : { from: share(begun), until: share(ended) },
    late: until !== null && ended > until ? { from: share(until), until: share(ended) } : null,
  }
}
