// Who had tried again what could not be used at first, why, and what came of it?
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Text } from '../../../domain/language/words.ts'
import type { LetterKind } from '../../../domain/letters/views.ts'
import { moment } from '../columns.ts'

/** A request of a person; who, what and why never change. It is carried out by whoever holds the line, once. */
export const replays = pgTable(
  'replays',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<LetterKind>().notNull(),
    /** The frame's number, the command or the case in quarantine, the row of the outbox. */
    subject: text('subject').notNull(),
    /** Whose holder carries it out; null: it is the API’s or the dispatcher’s. */
    feed: text('feed'),
    region: text('region'),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    reason: text('reason').notNull(),
    bodyHash: text('body_hash').notNull(),
    at: moment('at').notNull(),
    state: text('state').$type<'waiting' | 'done' | 'failed'>().notNull(),
    doneAt: moment('done_at'),
    words: jsonb('words').$type<Text>(),
  },
  (t) => [
    uniqueIndex('replays_waiting').on(t.kind, t.subject).where(sql`state = 'waiting'`),
    index('replays_subject').on(t.kind, t.subject, t.at),
  ],
)
