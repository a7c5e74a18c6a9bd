// Which holiday calendars are in force, those imported since this version included?
import { asc } from 'drizzle-orm'
import type { CalendarSet } from '../domain/calendar/calendar.ts'
import { decreeCalendars } from '../domain/calendar/decrees.ts'
import { withYear } from '../domain/calendar/imports.ts'
import type { Executor } from './client.ts'
import { calendarYears } from './schema/time.ts'

/** The committed decrees and every imported year, in order of import, as the database knows them now. */
export const loadCalendars = async (db: Pick<Executor, 'select'>): Promise<CalendarSet> => {
  const rows = await db.select().from(calendarYears).orderBy(asc(calendarYears.importedAt), asc(calendarYears.year))
  return rows.reduce((set, { year, decree, source, off, work }) => withYear(set, year, { decree, source, off, work }), decreeCalendars)
}

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
