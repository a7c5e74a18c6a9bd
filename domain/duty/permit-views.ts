// What is shown of the permits under which devices stand out of service?

import type { Instant } from '../time/instant.ts'

/** `asked`: it counts for people, but whoever holds the lease of the feed has not taken it up yet. */
export const permitStates = ['asked', 'in-force', 'expired', 'ended'] as const
export type PermitState = (typeof permitStates)[number]

export const permitStateOf = (
  { until, ended, taken }: { until: Instant; ended: boolean; taken: boolean },
  now: Instant,
): PermitState => {
  if (ended) return 'ended'
  if (until <= now) return 'expired'
  return taken ? 'in-force' : 'asked'
}

/** On a row of an alarm. */
export type PermitOf = { id: string; number: string; by: string | null; until: Instant }
