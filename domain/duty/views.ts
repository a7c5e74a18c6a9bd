// In which words do the desk's lists and pages come to the browser?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { SignatureView } from './feed-views.ts'
import type { PermitOf } from './permit-views.ts'

export type AlarmLevel = 1 | 2 | 3 | 4
export type AlarmBox = 'active' | 'shelved' | 'out' | 'returned'
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
  /** 时间存疑: only a device whose clock is not known has told it. */
  doubtful: boolean
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
  mayAcknowledge: boolean
  /** It stands by hearsay only, and this person may declare it to be over. */
  mayDeclareOver: boolean
  /** The device, or this point of it, under a permit. */
  mayTakeOut: boolean
  /** Why it cannot be shelved; null: it can. */
  noShelving: Text | null
}

export type FloodView = { site: string; name: string; since: Instant; n: number }

export type AlarmList = {
  now: Instant
  items: AlarmRow[]
  total: number
  counts: Record<AlarmBox, number>
  unacknowledged: number
  /** Of the active ones, by level 1 … 4. */
  levels: [number, number, number, number]
  floods: FloodView[]
  /** New alarms of the last six hours by ten minutes, the oldest first. */
  rate: number[]
}

export type AlarmEventView = {
  seq: number
  kind: string
  words: Text
  at: Instant
  recordedAt: Instant
  level: AlarmLevel
  value: number | null
  limit: number | null
  text: string
  by: string | null
}

export type KeptReading = { at: Instant; value: number | null; quality: number }
export type DeviceCommandView = { verb: string; state: string; words: Text; by: string | null; at: Instant; result: string | null }

export type AlarmDetail = {
  now: Instant
  alarm: AlarmRow
  events: AlarmEventView[]
  readings: KeptReading[]
  acknowledgements: { by: string | null; at: Instant; seq: number; measures: string | null }[]
  deviceCommands: DeviceCommandView[]
  closedAt: Instant | null
}

export type AlarmDone = { id: string; at: Instant; told: boolean }

export type FeedHealthRow = {
  id: string
  name: string
  protocol: string
  state: 'listening' | 'connected' | 'down' | 'unknown'
  enabled: boolean
  paused: SignatureView | null
  silent: boolean
  connections: number
  lastHeardAt: Instant | null
  lastFrameAt: Instant | null
  lagMs: number | null
  silenceSeconds: number
  frames: number
  faults: number
  detail: string
  devices: { total: number; heard: number }
  badPoints: number
  gaps: number
  gapSince: Instant | null
  synthetic: boolean
}

export type FeedHealth = {
  now: Instant
  /** When the devices process wrote last; null: never. */
  heartbeatAt: Instant | null
  /** `total`: devices that have been heard before; `awaited`: registered ones that never have; `resting`: of feeds paused or switched off. */
  signals: { total: number; good: number; awaited: number; resting: number }
  /** Age of the oldest alarm that its case has not been told of yet, seconds. */
  workflowDelaySeconds: number
  waiting: number
  /** Permits in force, under which devices or points stand out of service. */
  outOfService: number
  items: FeedHealthRow[]
}

export type ShiftView = {
  id: string
  person: Named
  since: Instant
  until: Instant | null
  from: Named | null
  note: string
  standing: { id: string; name: string; level: number; acked: boolean; raisedAt: Instant }[]
}
export type NoteView = { id: string; at: Instant; by: string; text: string; alarm: string | null }
export type ReachView = { post: Text; people: { name: string; lacks: Text[] }[] }

export type DutyView = {
  now: Instant
  region: string
  desks: { region: string; name: Text }[]
  current: ShiftView | null
  mine: boolean
  mayKeep: boolean
  shifts: ShiftView[]
  notes: NoteView[]
  /** Whom the escalation policy of an alarm would call, and what keeps them from being told. */
  reach: ReachView[]
}

export type Measure = { id: string; words: Text; value: number; unit: Text; target: Text; ok: boolean | null }
export type AlarmFigures = {
  now: Instant
  since: Instant
  days: number
  /** Ten-minute periods of these days in which a line was heard: what rates are divided by. */
  periods: number
  exercise: boolean
  total: number
  measures: Measure[]
  /** How many ten-minute periods had so many new alarms: 0, 1, 2 … 10, more. */
  histogram: number[]
  byDay: { day: string; n: number }[]
  top: { key: string; name: string; n: number; share: number }[]
  levels: [number, number, number, number]
}

export type Counts = { fresh: number; changed: number; same: number }
/** What a sheet has done, or would do. */
export type SheetRead = { applied: boolean; lines: number; faults: { line: number; words: Text }[] }
export type ImportView = SheetRead & { devices: Counts; points: Counts }
