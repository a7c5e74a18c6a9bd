// Which phrases does a person or an office keep for opinions?
import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** One row per list: a person's own, read by nobody else (row-level security), or an office's. */
export const phraseLists = pgTable(
  'phrase_lists',
  {
    id: text('id').primaryKey(),
    person: text('person'),
    office: text('office'),
    items: jsonb('items').$type<string[]>().notNull(),
    /** One more with each change: who changes what he has not seen is told so. */
    revision: integer('revision').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('phrase_lists_person').on(t.person),
    uniqueIndex('phrase_lists_office').on(t.office),
    check('phrase_lists_of_one', sql`(${t.person} IS NULL) <> (${t.office} IS NULL)`),
  ],
)
