// Which cases have a changed future that their workflow has not looked at yet?
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { moment, realTime } from '../columns.ts'

/** One narrow row per case: what its workflow needs to know when it is woken, and since when it has not looked. */
export const wakes = pgTable(
  'wakes',
  {
    caseId: text('case_id').primaryKey(),
    process: text('process').notNull(),
    generation: smallint('generation').notNull(),
    revision: integer('revision').notNull(),
    chart: smallint('chart').notNull(),
    closed: boolean('closed').notNull(),
    state: text('state').notNull(),
    details: text('details').notNull(),
    /** When the case wants to look at itself, after its place in the window; null = nothing falls due by itself. */
    timerAt: moment('timer_at'),
    /** When the first effect that nobody has carried out may be. */
    effectsAt: moment('effects_at'),
    urgent: boolean('urgent').notNull(),
    /** Null: the workflow knows all that stands here. */
    unseenSince: realTime('unseen_since'),
    /** When the relay sends the wake if nobody has seen it by then. */
    tryAt: realTime('try_at'),
    tries: smallint('tries').default(0).notNull(),
  },
  (t) => [index('wakes_unseen').on(t.urgent.desc(), t.tryAt).where(sql`unseen_since IS NOT NULL`)],
)
