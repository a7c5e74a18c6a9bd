// In which shape does the API show what becomes of a change to the calendars or the rule book?

import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'

/** What a dry run over all running periods has found, or how far it has come. */
export type DryRun = {
  /** A later run of the same preview takes the place of this one. */
  run: string
  status: 'running' | 'done' | 'failed'
  at: Instant
  base: string
  version: string
  /** Cases read so far, of so many. */
  cases: number
  total: number
  checked: number
  movedCount: number
  unmoved: number
  firmed: number
  /** Periods whose end now lies in the past, and those whose end no longer does. */
  newlyOverdue: number
  noLongerOverdue: number
  clocks: { process: string; clock: string; movedCount: number; firmed: number }[]
  /** By process and region. */
  places: {
    process: string
    region: string
    movedCount: number
    newlyOverdue: number
    noLongerOverdue: number
  }[]
  /** Over every moved period with both dates; equal digests, equal moves. */
  digest: string | null
}

export type Dates = { from: Day; to: Day; firm: boolean }
