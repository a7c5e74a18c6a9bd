// In which shape does the API show a chart: its states, arrows, acts, periods and versions?

import type { Text } from '../../language/words.ts'
import type { Audience } from '../../model/audience.ts'
import type { EscalationLevelUnit } from '../../model/clock-definition.ts'
import type { Field } from '../../model/process.ts'
import type { ModeLabel } from '../../tasks/mode-words.ts'

/** `parent` null: a region of a parallel chart, or a state of a plain one. `who`: the posts that the task stands before. */
export type ChartState = {
  id: string
  parent: string | null
  words: Text
  party: Text
  task: string | null
  taskWords: Text | null
  who: Text[]
  signers: number
  /** 会签, 或签, 票签, 依次; null: one person is enough. */
  mode: ModeLabel | null
  final: boolean
}

/** `to` is empty for one that stays where it is. */
export type ChartTransition = {
  from: string
  event: string
  words: Text
  to: string[]
  guard: string | null
}

/** `posts`: who may send it outside a task. `article` where the act prints one. */
export type ChartAct = {
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
export type ChartPeriod = {
  from: string
  to: string | null
  length: Text
  start: Text
  article: Text
  provisional: boolean
}

export type ChartClock = {
  clock: string
  words: Text
  rule: string | null
  article: string
  /** What ends it where no rule counts: a day that a document names, or a moment that whoever acts gives. */
  setBy: 'day' | 'moment' | null
  /** Oldest first; empty where no rule counts. */
  periods: ChartPeriod[]
  startsOn: string[]
  endsOn: string[]
  clockOwner: Text
  escalationPolicy: {
    escalationLevel: string
    words: Text
    after: { unit: EscalationLevelUnit; n: number }
    notify: Text[]
  }[]
}

/** `until`: the last day on which cases started on it. `migrates`: its open cases can come over to the newest. */
export type ChartVersion = {
  version: number
  since: string | null
  until: string | null
  migrates: boolean
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
  versions: ChartVersion[]
  states: ChartState[]
  transitions: ChartTransition[]
  events: ChartAct[]
  clocks: ChartClock[]
  start: Pick<ChartAct, 'type' | 'words' | 'schema' | 'fields' | 'document'>
  diagram: Diagram
}
