// What does a case remember of another case to which something here gave cause, or on which it has acted?
import type { Instant } from '../time/instant.ts'

/** What became of an act on the case behind a licence: done, or why not. */
export type LinkOutcome = 'done' | 'closed' | 'refused' | 'missing'

/** `waiting`: the process is not there yet, or the act has not been answered. */
export type Link = {
  process: string
  id: string
  fact: number
  at: Instant
  event: string
  status: 'waiting' | 'started' | LinkOutcome
  /** 演练: what it leads to is an exercise as well. */
  drill?: true
  /** Of an act: on which licence, and behind which case it was found. */
  licence?: string
  to?: string | null
  /** Which of the acts that its event sends; absent: the first. */
  nth?: number
}
