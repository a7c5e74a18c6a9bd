// In which shape does the API show cases, tasks and clocks to any client?

import type { CallChannel, CallStanding } from '../calls/channels.ts'
import type { Text } from '../language/words.ts'
import type { Audience } from '../model/audience.ts'
import type { Instant } from '../time/instant.ts'
import type { FactField, SignedPicture } from './answers/fact-views.ts'

export type InboxBox = 'todo' | 'pool' | 'done' | 'mine' | 'cc'

/** `share`: parts of the whole period that are used, paused and left, each 0…1, for the 4-px clock bar. */
export type DueView = {
  date: string
  at: Instant
  overdue: boolean
  provisional: boolean
  paused: boolean
  words: Text
  share: { used: number; paused: number; left: number }
  /** The period is over within a day: its end is told with hour and minute. */
  toTheMinute?: true
}

/** Somebody told of a level on one channel. `call`: how a call stands; then `at` is when it was answered, or made. */
export type Recipient = {
  name: string
  how: 'inbox' | 'mail' | CallChannel
  at: Instant
  delivered: boolean
  call?: CallStanding
}

export type EscalationLevelView = {
  escalationLevel: string
  words: Text
  plannedAt: Instant
  status: string
  firedAt: Instant | null
  recordedAt: Instant | null
  acknowledgedAt: Instant | null
  acknowledgedBy: string | null
  recipients: Recipient[]
}

export type ClockView = {
  id: string
  clock: string
  /** The office has promised it: it stands beside the legal limit. */
  promised?: true
  words: Text
  article: string
  /** A norm gives the number; of anything else nobody says 法定. */
  statutory: boolean
  status: string
  startedAt: Instant
  due: string
  dueAt: Instant
  nominal: string
  provisional: boolean
  reasons: Text[]
  explanation: Text
  pauses: {
    kind: string
    from: string
    to: string | null
    reason: string
    article: string | null
  }[]
  extensions: { at: string; by: number; reason: string; paper?: string }[]
  endedAt: Instant | null
  /** The act after which nobody owes it any more, and why, as far as the reader may know. */
  endedBy?: Text
  escalationLevels: EscalationLevelView[]
  now: DueView | null
}

export type TimelineItem = {
  seq: number
  type: string
  title: Text
  who: Text | null
  occurredAt: Instant
  recordedAt: Instant
  audience: Audience
  fields: FactField[]
  state: Text | null
  /** Which of the many things of the case it speaks of; absent: of the case itself. */
  item?: { kind: string; nth: number }
  /** Handwritten signatures under it; absent: typed names, or no matter of the reader's. */
  pictures?: SignedPicture[]
  kind: 'event' | 'task' | 'clock' | 'notice' | 'correction'
  hash: string
}
