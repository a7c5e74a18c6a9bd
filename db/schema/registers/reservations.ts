// Which entry of a register is held by which item of a case, and was before?
import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Region } from '../../../domain/organisation/regions.ts'
import { moment } from '../columns.ts'

/** One item at a time holds an entry, and beside it one of an exercise; the database itself refuses a second. */
export const entryReservations = pgTable(
  'entry_reservations',
  {
    entry: text('entry').notNull(),
    caseId: text('case_id').notNull(),
    /** The item, by the number of the fact that opened it. */
    item: integer('item').notNull(),
    kind: text('kind').notNull(),
    nth: integer('nth').notNull(),
    /** Of the case, for whoever may know of the entry and not of the case. */
    region: text('region').$type<Region>().notNull(),
    exercise: boolean('exercise').notNull(),
    since: moment('since').notNull(),
    /** Null: it holds it now. */
    until: moment('until'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.item] }),
    uniqueIndex('entry_reservations_held').on(t.entry, t.exercise).where(sql`${t.until} IS NULL`),
  ],
)
