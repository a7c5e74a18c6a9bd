// How does an alarm stand, in the terms of ISA-18.2 and IEC 62682?
import type { Flag, Level, Moment, Quality } from '../port/port.ts'

/** Whether a limit counts as exceeded, and since when (ms) the measurement says otherwise. */
export type Bit = { on: boolean; changing: number | null }

/**
 * Why nobody is to be told though the evaluation goes on; `until` null: until somebody ends it. `above`: of what the city has put aside, the
 * rank that it knew of; a higher one ends it.
 */
export type Hiding = { until: Moment | null; by: string; reason: string; above?: number }

/** From the first raise until nothing is open any more; the row and the case are one episode. */
export type Episode = {
  active: boolean
  acked: boolean
  ackedBy: string | null
  latched: boolean
  /** Of the limit that is exceeded now, 1 the innermost. */
  rank: number
  level: Level
  raisedAt: Moment
  ackedAt: Moment | null
  rtnAt: Moment | null
  /** Somebody outside has been told: what was never told needs no acknowledgement. */
  told: boolean
  chattering: boolean
  fleeting: boolean
  /** It has stood for more than a day. */
  standing: boolean
  /** 时间存疑: nobody whose moment is known has said that it stands. */
  doubtful: boolean
  /** Nobody measures or tells it any more: only a person ends it. */
  unwatched: boolean
  closed: boolean
}

/** What was sensed last: the words of what follows from a timer. */
export type Seen = {
  value: number | null
  limit: number | null
  text: string
  event: string | null
  sensedAt: Moment | null
}

export type AlarmState = {
  bits: Bit[]
  /** The order of what is sensed; an older one is not live. */
  newest: Moment | null
  /** The last events of the sender: a resend is none. */
  heard: string[]
  seen: Seen
  stale: boolean
  /** What counts as exceeded, or begins to, does so by hearsay only. */
  doubt?: boolean
  shelved: Hiding | null
  /** The plant says that it stands on its shelf, and has since the city asked for that. */
  shelvedForCity?: boolean
  suppressed: boolean
  /** The same as `above` of a shelf; without it the plant's own logic suppresses. */
  suppressedAbove?: number
  outOfService: Hiding | null
  /** As it was when somebody was last to be told. */
  hidden: boolean
  episode: Episode | null
  /** Raises and returns of the last minute, ms. */
  changes: number[]
}

/** `firstHeard`: when the same was first heard, if it could not be stored then; by that it is judged whether it is late. */
export type Measured = {
  kind: 'measured'
  at: Moment
  value: number | null
  quality: Quality
  flags: Flag[]
  firstReceivedAt?: Moment
}

export type Told = {
  kind: 'told'
  at: Moment
  active: boolean
  level: Level
  acked?: boolean
  shelved?: boolean
  suppressed?: boolean
  /** An older occurrence that nobody has acknowledged: noted, and no new alarm. */
  branch?: string
  value: number | null
  limit: number | null
  text: string
  event: string
  flags: Flag[]
  firstReceivedAt?: Moment
}

export const acts = [
  'acknowledge',
  'reset',
  'declare-over',
  'shelve',
  'unshelve',
  'suppress',
  'unsuppress',
  'take-out',
  'put-back',
  /** Of the platform alone: its case has ended, and what rings wants another. */
  'begin-anew',
] as const

/** `side`: the city may not shelve what may kill; the enterprise may, and that is shown. */
export type Act = {
  kind: 'act'
  act: (typeof acts)[number]
  by: string
  side: 'city' | 'enterprise' | 'plant'
  until?: Moment
  reason?: string
}

/** Nothing good is heard any more of whoever tells it, or again. */
export type Trust = { kind: 'trust'; good: boolean }

export type Input = Measured | Told | Act | Trust | { kind: 'time' }

export const eventKinds = [
  'raised',
  're-alarm',
  'escalated',
  'eased',
  'rtn',
  'declared-over',
  'acked',
  'reset',
  'branch',
  'quality',
  'time-confirmed',
  'unwatched',
  'watched',
  'shelved',
  'unshelved',
  'suppressed',
  'unsuppressed',
  'out-of-service',
  'in-service',
  'fleeting',
  'chattering',
  'standing',
  'succeeded',
] as const

export type EventKind = (typeof eventKinds)[number]

export type AlarmEvent = Seen & {
  kind: EventKind
  /** When we knew; `sensedAt` is the sender's time. */
  at: Moment
  by: string | null
  /** Whether its case is to hear of it. */
  outward: boolean
  stale: boolean
  /** The episode when this had happened. */
  after: Episode
}

export type Parameters = {
  /** Which side of its limits is wrong; `told`: the device says it, one rank per level. */
  side: 'high' | 'low' | 'told'
  /** From the innermost; for `told` only the levels count. */
  limits: { limit: number; level: Level }[]
  /** In the unit of the value. */
  deadband: number
  onDelayMs: number
  offDelayMs: number
  latching: boolean
  /** False: only the enterprise may shelve it. */
  shelvable: boolean
  needsAck: boolean
  /** What is older than this is history. */
  lateAfterMs: number
  /** An acknowledged alarm that still stands rings again after this. */
  reAlarmMs: number | null
  /** Any quality is a measurement of the quality itself. */
  anyQuality: boolean
  /** What is beyond the range of the instrument may exceed a limit. */
  overCounts: boolean
  /** Its device is registered no more, or its limits are: what stood stands, until a person says that it is over. */
  unwatched?: true
}

/** Whether a value may exceed a limit; only a good one says that it is within. */
export const mayExceed = (
  { quality }: Pick<Measured, 'quality'>,
  { overCounts }: Pick<Parameters, 'overCounts'>,
): boolean => quality === 'good' || (quality === 'over' && overCounts)

/** Of `told`: rank 1 is level 4, rank 4 is level 1. */
const levels: Level[] = [4, 3, 2, 1]
export const limitsTold = levels.map((level) => ({ limit: 0, level }))

export const atRest = (ranks: number): AlarmState => ({
  bits: Array.from({ length: ranks }, () => ({ on: false, changing: null })),
  newest: null,
  heard: [],
  seen: { value: null, limit: null, text: '', event: null, sensedAt: null },
  stale: false,
  shelved: null,
  suppressed: false,
  outOfService: null,
  hidden: false,
  episode: null,
  changes: [],
})

/** Nothing open, nothing beginning, nothing hidden: it need not be kept. */
export const isAtRest = (state: AlarmState): boolean =>
  state.episode === null &&
  !state.stale &&
  !isHidden(state) &&
  state.bits.every(({ on, changing }) => !on && changing === null)

export const isHidden = ({ shelved, suppressed, outOfService }: AlarmState): boolean =>
  shelved !== null || suppressed || outOfService !== null

/** The rank of the outermost limit that counts as exceeded; 0: none. */
export const rankOf = ({ bits }: AlarmState): number => bits.findLastIndex(({ on }) => on) + 1
