// What is shown of the permits under which devices stand out of service?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

/** `asked`: it counts for people, but whoever holds the line of the feed has not taken it up yet. */
export const permitStates = ['asked', 'in-force', 'expired', 'ended'] as const
export type PermitState = (typeof permitStates)[number]

export const permitStateOf = ({ until, ended, taken }: { until: Instant; ended: boolean; taken: boolean }, now: Instant): PermitState => {
  if (ended) return 'ended'
  if (until <= now) return 'expired'
  return taken ? 'in-force' : 'asked'
}

export type PermitView = {
  id: string
  device: { id: string; name: string }
  /** Null: all points of the device. */
  point: { key: string; name: string } | null
  region: Text
  enterprise: string | null
  number: string
  work: Text
  askedBy: string
  reason: string
  /** Null for an enterprise, as in `ended`: whose post it is stays among the authorities. */
  by: string | null
  at: Instant
  until: Instant
  ended: { by: string | null; reason: string; at: Instant } | null
  state: PermitState
  /** Alarms that stand under it now and that nobody hears. */
  hidden: number
  mayEnd: boolean
}

export type PermitList = { now: Instant; items: PermitView[] }
/** `hours`: out of service at most. */
export type WorkKind = { id: string; words: Text; hours: number }
export type WorkKinds = { now: Instant; items: WorkKind[] }
/** On a row of an alarm. */
export type PermitOf = { id: string; number: string; by: string | null; until: Instant }
export type PermitDone = { id: string; at: Instant }
