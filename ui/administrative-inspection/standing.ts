// Where does an inspection stand, in a few lines drawn from what the case page says already?
import {
  filled,
  happened,
  type Items,
  type Line,
  on,
  type Standing,
  whileRunning,
} from '../record/standing-lines.ts'
import { administrativeInspectionWords as w } from './words.ts'

const ends = {
  'end-visit': w.notMade,
  'report-obstruction': w.obstructed,
  'refuse-inspection': w.refused,
  'cancel-inspection': w.cancelled,
} as const

/** Each order that is open, by its own days. */
const orders = {
  measures: { label: w.measures, value: w.measuresBy },
  'measures-recheck': { label: w.measuresRecheck, value: w.recheckBy },
  correction: { label: w.correction, value: w.correctionBy },
  recheck: { label: w.recheck, value: w.recheckBy },
} as const

const isOfOrders = (clock: string): clock is keyof typeof orders => Object.hasOwn(orders, clock)

const ordersOf = ({ clocks }: Standing): Line[] =>
  clocks
    .flatMap(({ clock, due, now }) => (isOfOrders(clock) && now ? [{ clock, due }] : []))
    .sort((one, other) => (one.due < other.due ? -1 : 1))
    .map(({ clock, due }) => ({
      label: orders[clock].label,
      value: filled(orders[clock].value, { date: on(due) }),
    }))

export const standingOf = (one: Standing, items: Items): Line[] => [
  ...Object.entries(ends).flatMap(([type, value]) =>
    happened(items, type) ? [{ label: w.ended, value }] : [],
  ),
  ...whileRunning(one, ['visit'], w.visit, w.visitBy),
  ...(happened(items, 'record-inspection') ? [{ label: w.visit, value: w.recorded }] : []),
  ...ordersOf(one),
]
