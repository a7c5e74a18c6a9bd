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

/** How many wait for somebody, and what may be chosen among. */
export type LettersView = {
  counts: Record<LetterKind, number> & { unknown: number }
  feeds: { id: string; name: string }[]
  reasons: string[]
}

type Listed<Item> = { items: Item[]; total: number; cursor: string | null }

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
export type FramePage = Listed<FrameRow>

/** What a piece of the bytes says, or at which byte of them it is wrong. */
export type FramePiece = { from: number; to: number; lines: { name: string; value: string }[]; fault: { at: number; words: string } | null }
/** `hex`: as kept, without passwords. */
export type FrameReading = { hex: string; pieces: FramePiece[] }

export type FrameView = FrameRow & {
  protocol: string
  offset: number
  hex: string
  /** By the rules of its protocol as the registry has them now; null: no protocol of frames. */
  pieces: FramePiece[] | null
  /** Why it cannot be read again; null: it can. */
  obstacle: Text | null
  replays: ReplayView[]
}

export type CountRow = { feed: string; device: string; reason: string; day: string; count: number }
export type CountPage = Listed<CountRow>

export type CommandRow = {
  id: string
  caseId: string
  number: string | null
  title: string | null
  type: string | null
  error: string
  at: Instant
  /** `waiting`: nobody has tried it again; `under-way`: handed to its case again and not decided yet; `solved`: decided. */
  standing: 'waiting' | 'under-way' | 'solved'
  obstacle: Text | null
  replays: ReplayView[]
}
export type CommandPage = Listed<CommandRow>

export type OutboxRow = {
  id: number
  alarm: string
  name: string
  kind: string
  level: 1 | 2 | 3 | 4
  attempts: number
  error: string
  createdAt: Instant
  nextAt: Instant
  replays: ReplayView[]
}
export type OutboxPage = Listed<OutboxRow>
