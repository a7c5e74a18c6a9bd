// What is remembered of pushes, so that none is taken twice: numbers used once, things told, answers given?
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/** A number used once by a sender (nonce); kept for longer than a time stamp is believed. */
export const pushNonces = pgTable(
  'push_nonces',
  { feed: text('feed').notNull(), nonce: text('nonce').notNull(), at: moment('at').notNull() },
  (t) => [primaryKey({ columns: [t.feed, t.nonce] }), index('push_nonces_at').on(t.at)],
)

/** The key of something that was reported, so that it is a duplicate when it is told again. Of readings their own rows tell. */
export const pushItems = pgTable(
  'push_items',
  { feed: text('feed').notNull(), item: text('item').notNull(), at: moment('at').notNull() },
  (t) => [primaryKey({ columns: [t.feed, t.item] }), index('push_items_at').on(t.at)],
)

/** What was answered under an idempotency key, and to which body. */
export const pushAnswers = pgTable(
  'push_answers',
  {
    feed: text('feed').notNull(),
    key: text('key').notNull(),
    hash: text('hash').notNull(),
    status: integer('status').notNull(),
    answer: jsonb('answer').$type<Record<string, unknown>>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.feed, t.key] }), index('push_answers_at').on(t.at)],
)
