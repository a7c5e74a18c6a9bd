// What is shown of exceedances that were heard of too late, and of the times at which a monitor measured nothing of the process?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { AlarmLevel, Named } from './views.ts'

/** Of one hour of a point. */
export type LateView = {
  device: Named
  point: { id: number; name: string }
  condition: Text
  from: Instant
  to: Instant
  value: number
  limit: number
  unit: string | null
  level: AlarmLevel
  receivedAt: Instant
  synthetic: boolean
}
export type LateList = { now: Instant; items: LateView[] }

/** `calib`: calibration or maintenance, as the monitor flags it; `manual`: put in by hand. */
export type AttendedView = { point: string; quality: 'calib' | 'manual'; from: Instant; to: Instant; readings: number }
export type AttendedList = { now: Instant; days: number; items: AttendedView[] }
