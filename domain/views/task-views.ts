// In which shape is an open task shown: who works on it, and whose signatures its outcome needs?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { FactField } from './answers/fact-views.ts'

/** An added signer: `next`: it is his turn; `waiting`: others come first. */
export type AddedView = {
  no: number
  name: string
  position: Text
  /** Heard before the task's own people decide. */
  first: boolean
  state: 'next' | 'waiting' | 'agreed' | 'disagreed' | 'removed'
  at: Instant | null
  opinion: string | null
  by: string | null
}

export type TaskView = {
  id: string
  task: string
  words: Text
  groups: Text[]
  assignee: string | null
  /** It waits for the reader: his group's and assigned to nobody, or in his. */
  mine: boolean
  /** It is assigned to him; an enterprise's own people need claim nothing. */
  held: boolean
  openedAt: Instant
  need: number
  /** Whose hands the outcome needs, in words; null where one is enough. */
  mode: Text | null
  /** Hands of the task's own people that stand, for and against. */
  signatures: { name: string; at: Instant; opinion: string | null; against?: true }[]
  added: AddedView[]
  /** 委派: who works on it, and who gets it back. */
  delegated: { from: string; to: string; at: Instant } | null
  /** Whom it waits for before its own people can go on; null: for them. */
  waits: Text | null
  proposal: { type: string; words: Text; data: FactField[] } | null
  urged: number
  /** From which step it was sent back, by whom and why; `straight`: it goes straight back there. */
  returned: { from: Text; by: string; reason: string; straight: boolean } | null
  /** Why it lies with whom it lies: given out by a rule, or taken up from an empty post. */
  why?: Text[]
}
