// Which holiday calendars are in force, those imported since this version included?
import { asc } from 'drizzle-orm'
import type { CalendarSet } from '../domain/calendar/calendar.ts'
import { decreeCalendars } from '../domain/calendar/decrees.ts'
import { withYear } from '../domain/calendar/imports.ts'
import { canonical, sha256 } from '../domain/case/commands.ts'
import type { Executor } from './client.ts'
import { calendarYears } from './schema/time.ts'

export type ImportedYear = typeof calendarYears.$inferSelect

/** Years imported as rows, in order of import. */
export const readImportedYears = (db: Pick<Executor, 'select'>): Promise<ImportedYear[]> =>
  db.select().from(calendarYears).orderBy(asc(calendarYears.importedAt), asc(calendarYears.year))

/** The committed decrees and every imported year as the database knows them now; other days make another version. */
export const loadCalendars = async (db: Pick<Executor, 'select'>): Promise<CalendarSet> => {
  const rows = await readImportedYears(db)
  if (rows.length === 0) return decreeCalendars
  const set = rows.reduce((set, { year, decree, source, off, work }) => withYear(set, year, { decree, source, off, work }), decreeCalendars)
  const print = sha256(canonical(rows.map(({ year, off, work }) => [year, off, work]))).slice(0, 8)
  return { ...set, version: `${set.version}#${print}` }
}

/** Stores the notice of a year; a corrected notice takes the place of the earlier one. The caller has had it checked by `withYear`. */
export const keepYear = async (db: Pick<Executor, 'insert'>, imported: ImportedYear): Promise<void> => {
  const { year, ...set } = imported
  await db.insert(calendarYears).values(imported).onConflictDoUpdate({ target: calendarYears.year, set })
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
