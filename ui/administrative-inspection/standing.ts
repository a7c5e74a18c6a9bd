// Where does an inspection stand, in a few lines drawn from what the case page says already?
import {
  happened,
  type Items,
  type Line,
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

export const standingOf = (one: Standing, items: Items): Line[] => [
  ...Object.entries(ends).flatMap(([type, value]) =>
    happened(items, type) ? [{ label: w.ended, value }] : [],
  ),
  ...whileRunning(one, ['visit'], w.visit, w.visitBy),
  ...(happened(items, 'record-inspection') ? [{ label: w.visit, value: w.recorded }] : []),
]
