// What do people see of what came in and could not be used?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

export type LetterKind = 'frame' | 'command' | 'outbox'

export type ReplayView = {
  id: string
  at: Instant
  by: string
  reason: string
  state: 'waiting' | 'done' | 'failed'
  doneAt: Instant | null
  words: Text | null
}

export type FrameRow = {
  seq: number
  feed: string
  device: string | null
  peer: string
  reason: string
  words: string
  at: Instant
  /** Bytes that were kept; `whole`: all that there were. */
  kept: number
  whole: boolean
  replayed: ReplayView['state'] | null
}

/** What a piece of the bytes says, or at which byte of them it is wrong. */
export type FramePart = {
  from: number
  to: number
  fields: { name: string; value: string }[]
  fault: { at: number; words: string } | null
}
/** `hex`: as kept, without passwords. */
export type FrameReading = { hex: string; frames: FramePart[] }

export type CountRow = { feed: string; device: string; reason: string; day: string; count: number }
