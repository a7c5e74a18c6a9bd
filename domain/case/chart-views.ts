// In which shape does the API show a chart: its states, arrows, acts, periods and versions?

import type { Text } from '../language/words.ts'
import type { Audience } from './audience.ts'
import type { EscalationLevelUnit, Field } from './process.ts'
import type { ModeShown } from './task-operations/mode-words.ts'

/** `parent` null: a region of a parallel chart, or a state of a plain one. `who`: the posts that the task stands before. */
export type StateShown = {
  id: string
  parent: string | null
  words: Text
  party: Text
  task: string | null
  taskWords: Text | null
  who: Text[]
  signers: number
  /** 会签, 或签, 票签, 依次; null: one person is enough. */
  mode: ModeShown | null
  final: boolean
}

/** `to` is empty for one that stays where it is. */
export type ArrowShown = { from: string; event: string; words: Text; to: string[]; guard: string | null }

/** `posts`: who may send it outside a task. `article` where the act prints one. */
export type ActShown = {
  type: string
  words: Text
  schema: unknown
  by: string
  posts: Text[]
  audience: Audience
  fields: Field[]
  document: Text | null
  article: string | null
}

/** One version of the rule behind a clock; `to` null: still in force. `provisional`: its text is not confirmed. */
export type PeriodShown = { from: string; to: string | null; length: Text; start: Text; article: Text; provisional: boolean }

export type ClockShown = {
  clock: string
  words: Text
  rule: string | null
  article: string
  /** What ends it where no rule counts: a day that a document names, or a moment that whoever acts gives. */
  given: 'day' | 'moment' | null
  /** Oldest first; empty where no rule counts. */
  periods: PeriodShown[]
  startsOn: string[]
  endsOn: string[]
  clockOwner: Text
  escalationPolicy: { escalationLevel: string; words: Text; after: { unit: EscalationLevelUnit; n: number }; tell: Text[] }[]
}

/** `until`: the last day on which cases started on it. `migrates`: its open cases can come over to the newest. */
export type VersionShown = { version: number; since: string | null; until: string | null; migrates: boolean }
