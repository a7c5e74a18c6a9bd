// Which holiday calendars are in force, those approved since this version included?
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { CalendarSet } from '../domain/calendar/calendar.ts'
import { calendarsOf, type InForce, type Publication } from '../domain/calendar/published.ts'
import type { Executor } from './client.ts'
import { calendarProposals as t } from './schema/proposals.ts'

/** Approved notices that nobody has taken back, in order of approval. */
export const readInForce = async (db: Pick<Executor, 'select'>): Promise<InForce[]> => {
  const rows = await db
    .select({ id: t.id, proposed: t.proposed })
    .from(t)
    .where(and(eq(t.status, 'approved'), ne(t.kind, 'revoke'), isNull(t.revokedBy)))
    .orderBy(asc(t.place))
  return rows.map(({ id, proposed }) => ({ id, publication: proposed as Publication }))
}

/** The committed decrees and every approved notice as the database knows them now; other days make another version. */
export const loadCalendars = async (db: Pick<Executor, 'select'>): Promise<CalendarSet> =>
  calendarsOf((await readInForce(db)).map(({ publication }) => publication))

/** The same for readers, asked at most every `keepMs`; what is being decided always loads them in its own transaction. */
export const createCalendars = (db: Pick<Executor, 'select'>, keepMs = 2_000): (() => Promise<CalendarSet>) => {
  let kept: { until: number; set: Promise<CalendarSet> } | undefined
  return () => {
    if (kept && Date.now() < kept.until) return kept.set
    const set = loadCalendars(db)
    kept = { until: Date.now() + keepMs, set }
    set.catch(() => {
      kept = undefined
    })
    return set
  }
}
