// Who stands in for whom, until when, by which order and with whose consent? Nothing is changed or deleted: consents and an early end are rows.
import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Side } from '../../../domain/organisation/consents.ts'
import { moment } from '../columns.ts'

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
    /** Groups `<office>/<role>`, as they were when it was ordered: what the absent one gets later is not among them. */
    posts: jsonb('posts').$type<string[]>().notNull(),
    bodyHash: text('body_hash').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('substitutions_substitute').on(t.substitute, t.until),
    index('substitutions_person').on(t.person, t.until),
  ],
)

export const substitutionEnds = pgTable('substitution_ends', {
  substitution: text('substitution')
    .primaryKey()
    .references(() => substitutions.id),
  endedBy: text('ended_by').notNull(),
  endedAt: moment('ended_at').notNull(),
  reason: text('reason').notNull(),
})

/** One hand of each person, for the side he could stand for when he consented. */
export const substitutionConsents = pgTable(
  'substitution_consents',
  {
    substitution: text('substitution')
      .notNull()
      .references(() => substitutions.id),
    person: text('person').notNull(),
    side: text('side').$type<Side>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.substitution, t.person] })],
)

/** Since when nobody is waited for any more; without it nothing is in force. */
export const substitutionAgreements = pgTable('substitution_agreements', {
  substitution: text('substitution')
    .primaryKey()
    .references(() => substitutions.id),
  at: moment('at').notNull(),
})
