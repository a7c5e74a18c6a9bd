// What does a point look like of which the registry says nothing but its range?
import type { Watched } from '../../../devices/alarms/parameters.ts'

export const unlimited: Watched = {
  kind: 'level',
  lowLow: null,
  low: null,
  high: null,
  highHigh: null,
  risePerMinute: null,
  rangeLow: 0,
  rangeHigh: 200,
  deadband: null,
  onDelay: null,
  offDelay: null,
  reAlarmMinutes: null,
  latching: null,
  shelvable: true,
  firstLevel: null,
  outerLevel: null,
}
