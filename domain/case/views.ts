// In which shape does the API show cases, tasks and clocks to any client?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import type { ActShown, ArrowShown, ClockShown, StateShown, VersionShown } from './chart-views.ts'
import type { FactField, SignedPicture } from './fact-views.ts'
import type { Field } from './process.ts'

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

export type ActView = {
  type: string
  kind: 'event' | 'task' | 'clock' | 'document'
  words: Text
  taskId: string | null
  allowed: boolean
  /** Belongs to what can be done in the present state at all, by this person or another. */
  relevant: boolean
  reasons: Text[]
  fields: Field[]
  consequence: { effect: Text; article: string } | null
  /** What usually comes next on its task, for this person. */
  usual?: true | undefined
  /** A proposal of its task waits for signatures: they fall (`falls`: whose) unless the same is sent. `data`: the proposed form; null where this act is another. */
  proposal?: { falls: string[]; data: Record<string, unknown> | null } | undefined
  /** The absent person whose post is used, and the order that lets it be used (代理). */
  onBehalfOf?: { name: string; order: string } | undefined
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
  told: { name: string; how: 'inbox' | 'mail'; at: Instant; delivered: boolean }[]
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
  pauses: { kind: string; from: string; to: string | null; reason: string; article: string | null }[]
  extensions: { at: string; by: number; reason: string }[]
  endedAt: Instant | null
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
  /** Handwritten signatures under it; absent: typed names, or no matter of the reader's. */
  pictures?: SignedPicture[]
  kind: 'event' | 'task' | 'clock' | 'notice' | 'correction'
  hash: string
}

/** A chart laid out at build time: positions in px, labels in both languages come from words. */
export type Diagram = {
  width: number
  height: number
  nodes: {
    id: string
    parent: string | null
    x: number
    y: number
    width: number
    height: number
    words: Text
    kind: 'state' | 'region' | 'final' | 'initial'
  }[]
  edges: {
    id: string
    from: string
    to: string
    event: string
    words: Text
    points: [number, number][]
    label: { x: number; y: number } | null
  }[]
}

export type ProcessView = {
  id: string
  version: number
  title: Text
  summary: Text
  law: string
  /** Every chart of the process, the newest first. */
  versions: VersionShown[]
  states: StateShown[]
  transitions: ArrowShown[]
  events: ActShown[]
  clocks: ClockShown[]
  start: Pick<ActShown, 'type' | 'words' | 'schema' | 'fields' | 'document'>
  diagram: Diagram
}
