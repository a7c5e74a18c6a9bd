// Who stands in for whom, until when and by which order? Nothing is changed or deleted: an early end is a row of its own.
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

export const substitutions = pgTable(
  'substitutions',
  {
    id: text('id').primaryKey(),
    /** The absent one. */
    person: text('person').notNull(),
    substitute: text('substitute').notNull(),
    /** Civil dates as ordered, both included. */
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    since: moment('since').notNull(),
    until: moment('until').notNull(),
    /** 文号 of the order that grants it. */
    order: text('order_number').notNull(),
    reason: text('reason').notNull(),
    /** Groups `<office>/<role>`; null = all posts of the absent one. */
    posts: jsonb('posts').$type<string[]>(),
    bodyHash: text('body_hash').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [index('substitutions_substitute').on(t.substitute, t.until), index('substitutions_person').on(t.person, t.until)],
)

export const substitutionEnds = pgTable('substitution_ends', {
  substitution: text('substitution')
    .primaryKey()
    .references(() => substitutions.id),
  endedBy: text('ended_by').notNull(),
  endedAt: moment('ended_at').notNull(),
  reason: text('reason').notNull(),
})
