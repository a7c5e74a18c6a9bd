// In which shape does the API show cases, tasks and clocks to any client?

import type { ActView } from '../engine/judging/act-view.ts'
import type { Text } from '../language/words.ts'
import type { Audience } from '../model/audience.ts'
import type { Instant } from '../time/instant.ts'
import type { FactField, FollowTold, LinkView, SignedPicture } from './fact-views.ts'
import type { TaskView } from './task-views.ts'

export type Page<Item> = { items: Item[]; cursor: string | null; total: number; revision: number }

export type InboxBox = 'todo' | 'pool' | 'done' | 'mine' | 'cc'

export type InboxRow = {
  taskId: string | null
  caseId: string
  process: string
  number: string
  title: string
  enterprise: string | null
  region: Text
  state: Text
  task: Text | null
  level: 1 | 2 | 3 | 4 | null
  assignee: string | null
  onBehalfOf?: string
  /** Why it lies here in another way than usual: to be signed, delegated, waiting for others. */
  note?: Text
  openedAt: Instant
  /** 已办: when the case ended. */
  ended?: Instant
  /** The legal end of the obligation running over the task, with days left counted by the server. */
  due: DueView | null
  unread: boolean
  revision: number
}

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

export type CaseView = {
  id: string
  process: string
  processTitle: Text
  chart: number
  number: string
  title: string
  site: string | null
  region: { code: string; name: Text }
  enterprise: { id: string; name: string } | null
  status: 'open' | 'closed'
  /** Names of active states of the chart, deepest first per region. Empty for the party. */
  active: string[]
  /** `from→event→to` keys already travelled. */
  travelled: string[]
  state: Text
  level: 1 | 2 | 3 | 4 | null
  revision: number
  material: number
  openedAt: Instant
  closedAt: Instant | null
  tasks: TaskView[]
  clocks: ClockView[]
  acts: ActView[]
  facts: FactField[]
  /** Names of the confidential fields that this reader may have shown to him, each time on record (the act `unmask`). */
  unmaskable: string[]
  links: LinkView[]
  synthetic: boolean
}

export type CaseRow = Pick<
  CaseView,
  'id' | 'process' | 'number' | 'title' | 'status' | 'state' | 'level' | 'revision' | 'openedAt' | 'closedAt'
> & { region: Text; enterprise: string | null; due: DueView | null }

export type Me = {
  id: string
  name: string
  username: string
  enterprise: { id: string; name: string } | null
  appointments: {
    office: string
    officeName: Text
    region: string
    regionName: Text
    role: string
    roleName: Text
    onBehalfOf?: { name: string; order: string }
  }[]
  /** Processes this person may start. */
  starts: string[]
  counts: Record<InboxBox, number>
  laboratory: boolean
  demo: boolean
  /** The posts of an administrator are withheld until he signs in with a second factor. */
  unproven: boolean
  now: Instant
}

/** `waitsSince`, with a heartbeat: since when the engine has not carried out what was committed. */
export type LiveEvent = { kind: 'case' | 'alarm' | 'heartbeat'; id: string; revision: number; waitsSince?: Instant | null }

/** `committed`: an answer comes after the commit; whoever is answered `unavailable` asks again under the same key. */
export type ActAnswer = { id: string; revision: number; material: number; committed: true; follow?: FollowTold; unmasked?: FactField[] }

/** `left`: cases that were woken, stayed as due as before, and were left behind. */
export type ClockAnswer = { now: Instant; moved: { at: Instant; cases: number }[]; left: { caseId: string; number: string }[] }

/** A move of the laboratory's clock that is under way: how far it has come, and how many cases have acted. */
export type ClockMove = { from: Instant; to: Instant; at: Instant; cases: number }

/** What became of a level (missed: it did not fire, or reached nobody), and how many people were told. */
export type WallEscalationLevel = Pick<
  EscalationLevelView,
  'escalationLevel' | 'words' | 'plannedAt' | 'firedAt' | 'acknowledgedAt' | 'acknowledgedBy'
> & {
  status: 'told' | 'acknowledged' | 'missed' | 'planned'
  told: number
}
type WallClock = 'id' | 'clock' | 'words' | 'article' | 'status' | 'startedAt' | 'due' | 'dueAt' | 'provisional' | 'pauses'
type WallCase = 'caseId' | 'process' | 'number' | 'title' | 'enterprise' | 'region' | 'level' | 'state' | 'revision'
/** A case with its running period that ends first, the levels of that period, and what this reader may do about it from here. */
export type WallLane = Pick<InboxRow, WallCase> & {
  clock: Pick<ClockView, WallClock>
  escalationLevels: WallEscalationLevel[]
  due: DueView
} & {
  next: { words: Text; at: Instant } | null
  acts: Pick<ActView, 'type' | 'words'>[]
}
export type WallView = Page<WallLane>

/** What a person was told about a case; `mailed`: null while no mail has been tried. */
export type MessageView = { id: string; title: Text; body: Text; at: Instant; mailed: boolean | null }
