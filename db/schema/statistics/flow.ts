// Where does time go: how long did cases stay in each state, and what do all stays of a week say together?
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { moment, realTime } from '../columns.ts'

/** One ended stay of a case in one leaf state; derived from `case_facts` and written anew whenever the case has moved on. */
export const flowStays = pgTable(
  'flow_stays',
  {
    caseId: text('case_id').notNull(),
    state: text('state').notNull(),
    /** The number of the fact that ended the stay. */
    seq: integer('seq').notNull(),
    process: text('process').notNull(),
    region: text('region').notNull(),
    /** Monday of the week, in Asia/Shanghai, in which the stay ended. */
    week: text('week').notNull(),
    days: doublePrecision('days').notNull(),
    pausedDays: doublePrecision('paused_days').notNull(),
    returned: boolean('returned').notNull(),
    leftAt: moment('left_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq, t.state] }),
    index('flow_stays_week').on(t.process, t.week, t.state, t.region, t.days),
  ],
)

/** What a page of bottlenecks reads; `region` stands for itself and everything below it. Holds no case. */
export const flowCells = pgTable(
  'flow_cells',
  {
    process: text('process').notNull(),
    region: text('region').notNull(),
    state: text('state').notNull(),
    week: text('week').notNull(),
    n: integer('n').notNull(),
    median: doublePrecision('median').notNull(),
    p90: doublePrecision('p90').notNull(),
    days: doublePrecision('days').notNull(),
    pausedDays: doublePrecision('paused_days').notNull(),
    returns: integer('returns').notNull(),
  },
  (t) => [primaryKey({ columns: [t.process, t.region, t.week, t.state] })],
)

/** At which revision the stays of a case were taken; a case that stands at another one is read again. */
export const flowSources = pgTable('flow_sources', {
  caseId: text('case_id').primaryKey(),
  revision: integer('revision').notNull(),
})

/** Weeks whose cells no longer say what the stays say. */
export const flowStale = pgTable(
  'flow_stale',
  { process: text('process').notNull(), week: text('week').notNull() },
  (t) => [primaryKey({ columns: [t.process, t.week] })],
)

/** Who had it computed, and when; append-only. */
export const flowRuns = pgTable('flow_runs', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: moment('at').notNull(),
  by: text('by').notNull(),
  cases: integer('cases').notNull(),
  weeks: integer('weeks').notNull(),
  ms: integer('ms').notNull(),
  recordedAt: realTime('recorded_at').defaultNow().notNull(),
})
