// What does a case ask of another, and what does it remember of one to which something here gave cause, or on which it has acted?
import type { Text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'

/** The case whose act has opened this one. */
export type Opener = {
  process: string
  id: string
  /** 演练: it was opened as an exercise. */
  drill?: true
}

/** What became of an act on another case: done, or why not; or of a case to be opened: started, or not. */
export type LinkOutcome = 'done' | 'closed' | 'refused' | 'missing' | 'started' | 'not-opened'

/** `waiting`: the process is not there yet, or nothing has been answered. */
export type Link = {
  process: string
  id: string
  fact: number
  at: Instant
  event: string
  status: 'waiting' | LinkOutcome
  /** 演练: what it leads to is an exercise as well. */
  drill?: true
  /** Of an act: the case it falls on; null: not found yet. Absent: the case of this link is one that is opened. */
  to?: string | null
  /** Of an act on the case behind a licence: the number of the licence. */
  licence?: string
  /** Why an act was refused, or a case not opened. */
  reasons?: Text[]
  /** Of a case to be opened: what happens here if it cannot be; absent: nothing but that it is kept. */
  unopened?: LinkedAct
  /** Which of the acts that its event sends; absent: the first. */
  nth?: number
}

/** What happens to another case. `from`: not before that day; `whileOpen`: only if the case it follows from is still open then. */
export type LinkedAct = {
  type: string
  data: Record<string, unknown>
  from?: Day
  whileOpen?: true
}
