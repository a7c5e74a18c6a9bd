// What happened on each working morning: which round, what was each person told, who could not be told anything?
import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../../domain/language/words.ts'
import type { DigestContent } from '../../../domain/views/digest.ts'
import type { Gap } from '../../../domain/views/reachability.ts'
import { moment, realTime } from '../columns.ts'

/** One row per job and day: the primary key is the promise that it runs once. The day `begun` is the instant from which rounds are due. */
export const dailyRounds = pgTable(
  'daily_rounds',
  {
    job: text('job').$type<'night' | 'morning' | 'roster' | 'recordings' | 'bytes'>().notNull(),
    day: text('day').notNull(),
    status: text('status').$type<'begun' | 'done' | 'skipped'>().notNull(),
    plannedAt: moment('planned_at').notNull(),
    at: moment('at').notNull(),
    recordedAt: realTime('recorded_at').defaultNow().notNull(),
  },
  (t) => [primaryKey({ columns: [t.job, t.day] })],
)

/** One message of a morning to one person, under the id `<kind>/<person>/<day>`; `sent` tells what became of its mail. */
export const dailyMails = pgTable(
  'daily_mails',
  {
    id: text('id').primaryKey(),
    kind: text('kind')
      .$type<
        | 'digest'
        | 'reachability'
        | 'vacancy'
        | 'certificate'
        | 'register'
        | 'statistics'
        | 'roster'
        | 'token'
        | 'files'
      >()
      .notNull(),
    person: text('person').notNull(),
    day: text('day').notNull(),
    at: moment('at').notNull(),
    title: jsonb('title').$type<Text>().notNull(),
    body: jsonb('body').$type<Text>().notNull(),
    content: jsonb('content').$type<DigestContent>(),
    /** What the message rests on: the same again is not sent again. */
    print: text('print').notNull(),
    sent: text('sent').$type<'pending' | 'mailed' | 'refused' | 'quiet' | 'superseded'>().notNull(),
  },
  (t) => [index('daily_mails_person').on(t.person, t.kind, t.day)],
)

/** Who could not be told what, as found on that day in that region; append-only. */
export const reachability = pgTable(
  'reachability',
  {
    day: text('day').notNull(),
    region: text('region').notNull(),
    at: moment('at').notNull(),
    gaps: jsonb('gaps').$type<Gap[]>().notNull(),
    print: text('print').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.region] })],
)
