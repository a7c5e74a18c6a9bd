// What is shown of a device, its points and what they have measured?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { PermitView } from './permit-views.ts'
import type { AlarmRow, Named } from './views.ts'

export type Limits = { lowLow: number | null; low: number | null; high: number | null; highHigh: number | null }

export type PointView = Limits & {
  id: number
  key: string
  name: string
  unit: string | null
  kind: string
  rangeLow: number | null
  rangeHigh: number | null
  risePerMinute: number | null
  at: Instant | null
  receivedAt: Instant | null
  /** Null where nothing good is known: a bad value is never shown as one. */
  value: number | null
  quality: string | null
  late: boolean
  retired: boolean
}

export type DeviceView = {
  now: Instant
  id: string
  key: string
  name: string
  feed: Named
  protocol: string
  enterprise: Named | null
  region: Text
  lon: number | null
  lat: number | null
  synthetic: boolean
  since: Instant
  until: Instant | null
  lastHeardAt: Instant | null
  silent: boolean
  points: PointView[]
  signs: { sign: string; text: string; at: Instant }[]
  position: { at: Instant; lon: number; lat: number; speedKmh: number | null } | null
  /** The last ones, those in force first. */
  permits: PermitView[]
  mayTakeOut: boolean
  alarms: AlarmRow[]
  cases: { id: string; number: string; title: string; open: boolean }[]
}

/** Columns beside each other: as many entries in each. `bad`: of its readings not good; with `value` null there is nothing to draw. */
export type TrendView = {
  now: Instant
  from: Instant
  to: Instant
  point: Limits & { id: number; name: string; unit: string | null }
  /** Seconds that an entry stands for; 0: each is one reading. */
  step: number
  at: number[]
  value: (number | null)[]
  least: (number | null)[]
  most: (number | null)[]
  bad: number[]
  /** Alarms of the point in that time, for marks on the picture. */
  marks: { at: Instant; level: 1 | 2 | 3 | 4; words: Text; alarm: string }[]
}
