// When does a case look at a deadline that it may share with thousands of others?
import { sha256 } from '../../identity/commands.ts'
import { type Instant, later } from '../../time/instant.ts'

/** A steady place of the case within the window, in milliseconds, so that a retry plans the same instant. */
export const placeIn = (windowMs: number, caseId: string): number =>
  windowMs === 0 ? 0 : Number.parseInt(sha256(caseId).slice(0, 8), 16) % windowMs

/** Periods of days end at midnight and warn at nine in the morning; periods of hours end to the millisecond of the fact that started them. */
const isOfTheCalendar = (due: Instant): boolean => Date.parse(due) % 3_600_000 === 0

/**
 * What the calendar lets fall due for many cases at once each of them looks at in its own place after it, and tells it there, too.
 * It is effective at its own instant all the same, and whoever acts on the case or opens it makes it happen at once. Hours never wait.
 */
export const lookAt = (due: Instant, caseId: string, windowMs: number): Instant =>
  isOfTheCalendar(due) ? later(due, placeIn(windowMs, caseId)) : due
