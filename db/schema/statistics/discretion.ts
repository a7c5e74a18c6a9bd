// How does the fine of each decision lie to the step of its standard and to like cases?
import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { FinePosition } from '../../../domain/penalties/deviation.ts'
import { moment, realTime } from '../columns.ts'

const yuan = (name: string) => bigint(name, { mode: 'number' })

/** The decision in force on one party of a case; derived from `case_facts` and written anew whenever the case has moved on. */
export const discretionFines = pgTable(
  'discretion_fines',
  {
    caseId: text('case_id').notNull(),
    /** 0: the enterprise; else the number of the further party. */
    party: integer('party').notNull(),
    process: text('process').notNull(),
    region: text('region').notNull(),
    office: text('office'),
    day: date('day', { mode: 'string' }).notNull(),
    fine: yuan('fine').notNull(),
    cause: text('cause'),
    causeName: text('cause_name'),
    step: text('step'),
    rangeFrom: yuan('range_from'),
    rangeTo: yuan('range_to'),
    departure: text('departure'),
    position: text('position').$type<FinePosition>(),
    /** By which share it differs from the middle of its step. */
    fromMiddle: doublePrecision('from_middle'),
    /** Others of the same cause and step in the two years before: how many, and the median of their fines. */
    likeCases: integer('like_cases').notNull(),
    likeMedian: doublePrecision('like_median'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.party] }),
    index('discretion_fines_day').on(t.region, t.day),
    index('discretion_fines_like').on(t.process, t.cause, t.step, t.day),
  ],
)

/** At which revision, and by which version of the reading, a case was read. */
export const discretionSources = pgTable('discretion_sources', {
  caseId: text('case_id').primaryKey(),
  revision: integer('revision').notNull(),
  version: integer('version').notNull(),
})

/** Causes and steps whose like cases are no longer what the rows say. */
export const discretionStale = pgTable(
  'discretion_stale',
  {
    process: text('process').notNull(),
    cause: text('cause').notNull(),
    step: text('step').notNull(),
  },
  (t) => [primaryKey({ columns: [t.process, t.cause, t.step] })],
)

/** Who had it reckoned, and when; append-only. */
export const discretionRuns = pgTable('discretion_runs', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: moment('at').notNull(),
  by: text('by').notNull(),
  cases: integer('cases').notNull(),
  ms: integer('ms').notNull(),
  recordedAt: realTime('recorded_at').defaultNow().notNull(),
})
