// What does the database remember of yearly plans of inspections?
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Region } from '../../../domain/organisation/regions.ts'
import type { PlanHead, PlanStep } from '../../../domain/year-plan/plan.ts'
import { moment } from '../columns.ts'

/** One version of the plan of a bureau and year, as it was made; a trigger refuses UPDATE and DELETE. */
export const yearPlans = pgTable(
  'year_plans',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    process: text('process').notNull(),
    region: text('region').$type<Region>().notNull(),
    year: smallint('year').notNull(),
    version: smallint('version').notNull(),
    name: text('name').notNull(),
    /** Why there is another one; empty for the first. */
    reason: text('reason').notNull(),
    head: jsonb('head').$type<PlanHead>().notNull(),
    /** Over head and rows. */
    sha256: text('sha256').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('year_plans_year').on(t.year, t.region, t.version),
    unique('year_plans_made').on(t.id, t.by),
  ],
)

/** Whom it names; append-only. */
export const yearPlanRows = pgTable(
  'year_plan_rows',
  {
    plan: text('plan').notNull(),
    seq: integer('seq').notNull(),
    enterprise: text('enterprise').notNull(),
    name: text('name').notNull(),
    class: text('class').notNull(),
    visits: smallint('visits').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.plan, t.seq] }),
    uniqueIndex('year_plan_rows_enterprise').on(t.plan, t.enterprise),
  ],
)

/** What happened to one, in order, append-only; `once` keeps the same from happening twice. The database itself refuses an approval by whoever made it. */
export const yearPlanSteps = pgTable(
  'year_plan_steps',
  {
    plan: text('plan').notNull(),
    madeBy: text('made_by').notNull(),
    seq: integer('seq').notNull(),
    once: text('once').notNull(),
    kind: text('kind').$type<PlanStep['kind']>().notNull(),
    data: jsonb('data').$type<PlanStep['data']>().notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.plan, t.seq] }),
    uniqueIndex('year_plan_steps_once').on(t.plan, t.once),
    index('year_plan_steps_enterprise').on(t.plan, sql`(data ->> 'enterprise')`),
    foreignKey({
      name: 'year_plan_steps_made',
      columns: [t.plan, t.madeBy],
      foreignColumns: [yearPlans.id, yearPlans.by],
    }),
    check(
      'year_plan_steps_two',
      sql`${t.kind} NOT IN ('approved', 'refused') OR ${t.by} <> ${t.madeBy}`,
    ),
  ],
)
