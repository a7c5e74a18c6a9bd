// Which filters have people named and kept, and which lists have left the product as files?
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { FilteredList } from '../../../domain/search/saved-filter.ts'
import { moment } from '../columns.ts'

/** A query of a list under a name; shared, the people of one office find it too. Of what it finds each sees only his own scope. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: text('id').primaryKey(),
    owner: text('owner').notNull(),
    name: text('name').notNull(),
    list: text('list').$type<FilteredList>().notNull(),
    query: jsonb('query').$type<Record<string, string>>().notNull(),
    /** An office id, or null. */
    sharedWith: text('shared_with'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('saved_filters_owner').on(t.owner), index('saved_filters_shared').on(t.sharedWith)],
)

/** Append-only: who took which list along, and how it ended. One row when it begins, one when it ends. */
export const exportEvents = pgTable(
  'export_events',
  {
    exportId: text('export_id').notNull(),
    event: text('event').$type<'begun' | 'finished' | 'broken-off'>().notNull(),
    person: text('person').notNull(),
    list: text('list').notNull(),
    format: text('format').notNull(),
    query: jsonb('query').$type<Record<string, unknown>>().notNull(),
    /** At the beginning how many there are, at the end how many were handed out. */
    rows: integer('rows').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.event] }), index('export_events_at').on(t.at)],
)
