// Is what a device tells the present, history, or of a moment that nobody can be sure of?
import type { Flag, Moment } from '../port/port.ts'
import { corrected, type DeviceClock, isTime, liveMs } from './device-clock.ts'

/**
 * `at`: when it happened by the device's own clock, null where it names no moment. `allowsMs`: by how much it may be older than `than`, the newest
 * that was received from the device, or its receipt. `held`: it is not late by its sender's fault, for we could not store it when it came first.
 */
export type Stated = {
  at: number | null
  allowsMs: number
  than: 'newest' | 'receipt'
  held?: boolean
}

/** `at` by our clock. Refused: it lies more than a day ahead, though the clock of the device is known. */
export type JudgedTime = { at: number; time: 'present' | 'history' | 'doubtful' | 'refused' }

const dayMs = 86_400_000

/** Pure. What lies ahead of us was not sent by the clock that we know; what our own clock calls live is no history. */
export const judgeTime = (clock: DeviceClock, stated: Stated, receipt: number): JudgedTime => {
  const { at: own, allowsMs, than, held = false } = stated
  if (!isTime(own)) return { at: receipt, time: 'doubtful' }
  if (clock.offset === null) return { at: Math.min(own, receipt), time: 'doubtful' }
  const at = corrected(clock, own)
  const truly = own + clock.offset
  if (Math.min(at, truly) > receipt + dayMs) return { at, time: 'refused' }
  if (Math.min(at, truly) > receipt + liveMs) return { at: receipt, time: 'doubtful' }
  const newest = than === 'receipt' || held ? receipt : (clock.newest ?? receipt)
  if (at >= newest - allowsMs) return { at, time: 'present' }
  return Math.abs(own - receipt) <= liveMs
    ? { at: receipt, time: 'doubtful' }
    : { at, time: 'history' }
}

/** How it is marked; `skew`: the moment is not the one that the device has named, or not known to be. */
export const flagsOfTime = ({ at, time }: JudgedTime, own: number | null): Flag[] => [
  ...(time === 'history' ? (['late'] as const) : []),
  ...(time === 'doubtful' ? (['doubtful'] as const) : []),
  ...(own !== null && at !== own ? (['skew'] as const) : []),
]

export const momentOf = (ms: number): Moment => new Date(ms).toISOString()
