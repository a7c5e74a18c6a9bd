// Which deadlines should every case have looked at by now, as SQL?
import { and, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Instant } from '../domain/time/instant.ts'

/** The counterpart of `lookAt` for many cases: what falls due on a full hour of the calendar has the whole window, anything else no time. */
export const lookedAtBy = (due: SQLWrapper, windowMs: number): SQL =>
  sql`(${due} + CASE WHEN date_trunc('hour', ${due}) = ${due} THEN make_interval(secs => ${windowMs / 1000}) ELSE '0' END)`

/** Due so long before `before` that its window has passed, too. */
export const dueBefore = (due: PgColumn, before: Instant, windowMs: number): SQL | undefined =>
  and(lt(due, before), sql`${lookedAtBy(due, windowMs)} < ${before}`)

/** The counterpart of `agenda` for the levels of many cases: one falls due while it is planned and its period counts; none of a period that stands still. */
export const fallsDue = (escalationLevel: SQLWrapper, period: SQLWrapper): SQL =>
  sql`(${escalationLevel} = 'planned' AND ${period} IN ('running', 'overdue'))`
