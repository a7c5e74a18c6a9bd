// What does the database remember of the many things in a case: orders, reports?
import { index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type { Instant } from '../../../domain/time/instant.ts'
import { moment } from '../columns.ts'

/** One row per item, open or ended; the open ones stand in the record of their case too, by which they are decided. */
export const caseItems = pgTable(
  'case_items',
  {
    caseId: text('case_id').notNull(),
    /** The number of the fact that opened it. */
    no: integer('no').notNull(),
    kind: text('kind').notNull(),
    nth: smallint('nth').notNull(),
    state: text('state').notNull(),
    /** Groups `<office>/<role>` that are to work it now; once it has ended, those that were last. */
    recipients: text('recipients').array().notNull(),
    /** What was said in the form of each of its acts, the latest of each; nothing confidential. */
    forms: jsonb('forms').$type<Record<string, Record<string, unknown>>>().notNull(),
    /** When each of its acts was done, the latest of each. */
    times: jsonb('times').$type<Record<string, Instant>>().notNull(),
    revision: integer('revision').notNull(),
    openedAt: moment('opened_at').notNull(),
    movedAt: moment('moved_at').notNull(),
    dueAt: moment('due_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.no] }), index('case_items_due').on(t.dueAt)],
)
