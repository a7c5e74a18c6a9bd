// In which words do the desk's lists and pages come to the browser?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { PermitOf } from './permit-views.ts'

export type AlarmLevel = 1 | 2 | 3 | 4
export type AlarmBox = 'active' | 'shelved' | 'out' | 'returned'
/** `waiting`: what nobody has acknowledged of what is active or has returned. */
export type AlarmReading = AlarmBox | 'waiting'
export type Named = { id: string; name: string }
export type NextCall = { words: Text; at: Instant }

/** Who at the desk did what (`ackedBy`, `shelvedBy`, `by`) is null for an enterprise. */
export type AlarmRow = {
  id: string
  /** Of its newest event: an acknowledgement names it. */
  seq: number
  feed: string
  device: string | null
  point: string
  pointId: number | null
  condition: Text
  kind: string
  name: string
  region: Text
  regionCode: string
  enterprise: Named | null
  site: string
  active: boolean
  acked: boolean
  ackedBy: string | null
  ackedAt: Instant | null
  latched: boolean
  shelvedUntil: Instant | null
  shelvedBy: string | null
  shelvedReason: string | null
  suppressed: boolean
  outOfService: boolean
  /** Under which it stands out of service now. */
  permit: PermitOf | null
  /** What it says is not known any more: bad measurements, silence, or the link over which it came is lost. */
  stale: boolean
  /** 时间存疑: only a device whose clock is not known has reported it. */
  doubtful: boolean
  /** 不再监测: its device, or its limits, are registered no more. */
  unwatched: boolean
  chattering: boolean
  fleeting: boolean
  level: AlarmLevel
  value: number | null
  limit: number | null
  unit: string | null
  text: string
  lon: number | null
  lat: number | null
  raisedAt: Instant
  rtnAt: Instant | null
  synthetic: boolean
  /** The case, once there is one. */
  caseId: string | null
  flood: boolean
  consequence: Text
  firstAct: Text
  /** Of the control room of the device; null: none is registered. */
  telephone: string | null
  next: NextCall | null
  /** Whose it is: the bureau that is competent for it; null: the desks of emergency management keep it. */
  keeper: Text | null
  /** The reader has the duty for it. */
  isKeeper: boolean
  /** Why the reader cannot acknowledge it; null: he can. */
  noAcknowledging: Text | null
  /** It stands by hearsay only, or is watched no more, and this person may declare it to be over. */
  mayDeclareOver: boolean
  /** The device, or this point of it, under a permit. */
  mayTakeOut: boolean
  /** Why it cannot be shelved; null: it can. */
  noShelving: Text | null
}

export type Measure = {
  id: string
  words: Text
  value: number
  unit: Text
  target: Text
  ok: boolean | null
}

export type Counts = { fresh: number; changed: number; same: number }
