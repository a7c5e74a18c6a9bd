// When does a case look at a deadline that it may share with thousands of others?
import { sha256 } from './commands.ts'
import { type Instant, isMidnight, later } from './instant.ts'

/** A steady place of the case within the window, in milliseconds, so that a retry plans the same instant. */
export const placeIn = (windowMs: number, caseId: string): number =>
  windowMs === 0 ? 0 : Number.parseInt(sha256(caseId).slice(0, 8), 16) % windowMs

/**
 * Periods of days all end at midnight: each case has its place after it, the same as its notices have. What happens then is
 * effective at midnight, and whoever acts on the case or opens it meanwhile makes it happen at once. Periods of hours never wait.
 */
export const lookAt = (due: Instant, caseId: string, windowMs: number): Instant =>
  isMidnight(due) ? later(due, placeIn(windowMs, caseId)) : due
