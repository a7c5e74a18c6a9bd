// From when does what a party says of a paper count that is still being served on it?
import type { Day } from '../time/days.ts'
import { dayBegins, type Instant } from '../time/instant.ts'

/** A period that runs from the service is kept on the day of the service at the earliest: what was said before it counts from there. */
export const countsFrom = (saidAt: Instant, servedOn: Day | null): Instant => {
  const served = servedOn === null ? saidAt : dayBegins(servedOn)
  return saidAt > served ? saidAt : served
}
