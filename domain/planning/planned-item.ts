// What has a plan foreseen of the many things of a case, and what has become of it?
import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

/**
 * `ready`: still to be given; `overdue`: its time has passed without it; `missed`: the matter has ended without it; `refused`, `recalled`: it was given,
 * and is to be given again.
 */
export const plannedStates = ['ready', 'overdue', 'missed', 'given', 'refused', 'recalled'] as const
export type PlannedState = (typeof plannedStates)[number]

/** One thing that a plan foresees. */
export type PlannedItem = {
  /** Under which it is named in the form that opens it. */
  key: string
  /** Of which part of the plan it is. */
  part: Text
  words: Text
  /** Whom the plan names, in its own words. */
  recipient: string
  /** The post that stands for it (`<office>/<role>`); null: there is none, so somebody has to be chosen. */
  group: string | null
  /** Within how many minutes, and so until when; null: the plan says nothing of it. */
  minutes: number | null
  dueAt: Instant | null
  state: PlannedState
  givenAt: Instant | null
  /** In what it was done otherwise than planned. */
  departures: Text[]
  /** What its form begins with. */
  form: Record<string, unknown>
}
