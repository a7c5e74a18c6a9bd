// What does each case add to the figures of a period, and which figures has somebody signed for?
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { OnBehalfOf } from '../../../domain/organisation/actor.ts'
import type { Frozen, StepAct } from '../../../domain/statistics/reports.ts'
import { moment, realTime } from '../columns.ts'

/** Increments of one case, derived from `case_facts` and written anew whenever the case has moved on. */
export const statisticsEntries = pgTable(
  'statistics_entries',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    figure: text('figure').notNull(),
    process: text('process').notNull(),
    /** Where the case lay then, not where it lies now. */
    region: text('region').notNull(),
    owner: text('owner'),
    stock: boolean('stock').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    until: date('until', { mode: 'string' }),
    n: integer('n').notNull(),
  },
  (t) => [
    index('statistics_entries_case').on(t.caseId),
    index('statistics_entries_day').on(t.process, t.region, t.stock, t.day),
    index('statistics_entries_owner').on(t.owner, t.stock, t.day),
  ],
)

/** The same per day: what happened, and by how much a stock rose or fell. A page of a region reads this and no case. */
export const statisticsDays = pgTable(
  'statistics_days',
  {
    process: text('process').notNull(),
    region: text('region').notNull(),
    figure: text('figure').notNull(),
    stock: boolean('stock').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.process, t.region, t.stock, t.figure, t.day] })],
)

/** At which revision, and by which version of the count, a case was counted. */
export const statisticsSources = pgTable('statistics_sources', {
  caseId: text('case_id').primaryKey(),
  revision: integer('revision').notNull(),
  version: integer('version').notNull(),
})

/** Every count that has changed something; append-only. Its number says whether a remembered sum still holds. */
export const statisticsRuns = pgTable('statistics_runs', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  process: text('process').notNull(),
  cases: integer('cases').notNull(),
  recordedAt: realTime('recorded_at').defaultNow().notNull(),
})

/** Signed figures, frozen; append-only. A later version of the same place and period supersedes. */
export const statisticsReports = pgTable(
  'statistics_reports',
  {
    id: text('id').primaryKey(),
    process: text('process').notNull(),
    region: text('region').notNull(),
    /** Empty: the report of the region itself. */
    enterprise: text('enterprise').notNull(),
    period: text('period').notNull(),
    version: integer('version').notNull(),
    frozen: jsonb('frozen').$type<Frozen>().notNull(),
    remarks: text('remarks').notNull(),
    hash: text('hash').notNull(),
    bodyHash: text('body_hash').notNull(),
    run: bigint('run', { mode: 'number' }).notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    onBehalfOf: jsonb('on_behalf_of').$type<OnBehalfOf>(),
    at: moment('at').notNull(),
  },
  (t) => [
    uniqueIndex('statistics_reports_version').on(
      t.process,
      t.region,
      t.enterprise,
      t.period,
      t.version,
    ),
    index('statistics_reports_enterprise').on(t.enterprise, t.period),
  ],
)

/** What became of a report; append-only, the last one says how it stands. */
export const statisticsSteps = pgTable(
  'statistics_steps',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    report: text('report').notNull(),
    act: text('act').$type<StepAct>().notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    onBehalfOf: jsonb('on_behalf_of').$type<OnBehalfOf>(),
    at: moment('at').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('statistics_steps_report').on(t.report, t.id)],
)

/** Which cases stood behind the figures when they were signed; append-only. `part`: in the period, before it, at its end. */
export const statisticsCounted = pgTable(
  'statistics_counted',
  {
    report: text('report').notNull(),
    part: text('part').$type<'flow' | 'start' | 'end'>().notNull(),
    figure: text('figure').notNull(),
    caseId: text('case_id').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.report, t.part, t.figure, t.caseId] })],
)
