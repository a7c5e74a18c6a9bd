// Which yearly plans are there, how does one stand, and how is what happens to it kept once?

import { and, asc, desc, eq, gt, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Region } from '../../domain/organisation/regions.ts'
import type { PlanStep, PlanStepKind } from '../../domain/year-plan/plan.ts'
import type { PlannedObject } from '../../domain/year-plan/selection.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { yearPlanRows, yearPlanSteps, yearPlans } from '../schema/planning/year-plans.ts'
import type { Reader } from '../scope.ts'

export type YearPlanRow = typeof yearPlans.$inferSelect
export type KeptPlan = YearPlanRow & { steps: PlanStep[] }

const head = {
  id: yearPlans.id,
  region: yearPlans.region,
  year: yearPlans.year,
  version: yearPlans.version,
  name: yearPlans.name,
  byName: yearPlans.byName,
  at: yearPlans.at,
  planned: sql<number>`(SELECT coalesce(sum((one->>'visits')::int), 0)::int FROM jsonb_array_elements(${yearPlans.head}->'totals' || (${yearPlans.head}->'shares')) one) - (SELECT coalesce(sum((data->>'visits')::int), 0)::int FROM year_plan_steps WHERE year_plan_steps.plan = year_plans.id AND kind = 'dropped')`,
  kinds: sql<
    PlanStepKind[]
  >`ARRAY(SELECT kind FROM year_plan_steps WHERE year_plan_steps.plan = year_plans.id AND kind NOT IN ('visit', 'excepted', 'dropped'))`,
  begun: sql<number>`(SELECT count(*)::int FROM year_plan_steps WHERE year_plan_steps.plan = year_plans.id AND kind = 'visit')`,
}

/** The newest first, as far as the reader's scope goes. */
export const readPlans = (tx: Reader, limit: number) =>
  tx
    .select(head)
    .from(yearPlans)
    .orderBy(desc(yearPlans.year), desc(yearPlans.at), desc(yearPlans.id))
    .limit(limit)
export type PlanListHead = Awaited<ReturnType<typeof readPlans>>[number]

/** Those that count: of each bureau the last version that was approved. */
export const readApprovedPlans = (
  tx: Pick<Reader, 'select'>,
  { process, year, regions }: { process: string; year: number; regions?: readonly Region[] },
) =>
  tx
    .select({
      id: yearPlans.id,
      region: yearPlans.region,
      name: yearPlans.name,
      head: yearPlans.head,
    })
    .from(yearPlans)
    .where(
      and(
        eq(yearPlans.process, process),
        eq(yearPlans.year, year),
        regions ? inArray(yearPlans.region, [...regions]) : undefined,
        sql`${yearPlans.version} = (SELECT max(other.version) FROM year_plans other JOIN year_plan_steps s ON s.plan = other.id AND s.kind = 'approved' WHERE other.process = year_plans.process AND other.year = year_plans.year AND other.region = year_plans.region)`,
        sql`EXISTS (SELECT 1 FROM year_plan_steps s WHERE s.plan = year_plans.id AND s.kind = 'approved')`,
      ),
    )
    .orderBy(asc(yearPlans.region))

/** Whether it lies in the reader's scope. */
export const isPlanSeen = async (tx: Reader, id: string): Promise<boolean> =>
  (await tx.select({ id: yearPlans.id }).from(yearPlans).where(eq(yearPlans.id, id))).length > 0

/** With everything that happened to it. */
export const readPlan = async (tx: Reader, id: string): Promise<KeptPlan | null> => {
  const [row] = await tx.select().from(yearPlans).where(eq(yearPlans.id, id))
  if (!row) return null
  const steps = await tx
    .select()
    .from(yearPlanSteps)
    .where(eq(yearPlanSteps.plan, id))
    .orderBy(asc(yearPlanSteps.seq))
  return { ...row, steps: steps.map(stepOf) }
}

const stepOf = ({ seq, kind, data, by, byName, at }: typeof yearPlanSteps.$inferSelect): PlanStep =>
  ({ seq, kind, data, person: by, name: byName, at }) as PlanStep

type RowsAsked = { plan: string; after: number; limit: number; q: string; only: readonly string[] }

/** In the order of the plan; `only`: those of these enterprises, where some are named. */
export const readPlanRows = (
  tx: Reader,
  { plan, after, limit, q, only }: RowsAsked,
): Promise<PlannedObject[]> => {
  const conditions: (SQL | undefined)[] = [eq(yearPlanRows.plan, plan), gt(yearPlanRows.seq, after)]
  const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  if (q !== '') conditions.push(or(ilike(yearPlanRows.name, like), eq(yearPlanRows.enterprise, q)))
  if (only.length > 0) conditions.push(inArray(yearPlanRows.enterprise, [...only]))
  return tx
    .select({
      seq: yearPlanRows.seq,
      enterprise: yearPlanRows.enterprise,
      name: yearPlanRows.name,
      class: yearPlanRows.class,
      visits: yearPlanRows.visits,
    })
    .from(yearPlanRows)
    .where(and(...conditions))
    .orderBy(asc(yearPlanRows.seq))
    .limit(limit)
}

/** Head and rows in one; false: it is there already. */
export const freezePlan = async (
  tx: Executor,
  row: YearPlanRow,
  rows: readonly PlannedObject[],
): Promise<boolean> => {
  const made = await tx
    .insert(yearPlans)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: yearPlans.id })
  if (made.length === 0) return false
  await tx.execute(sql`
    INSERT INTO year_plan_rows (plan, seq, enterprise, name, class, visits)
    SELECT ${row.id}, r.seq, r.enterprise, r.name, r.class, r.visits
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(seq int, enterprise text, name text, class text, visits smallint)`)
  return true
}

/** One at a time adds to a plan. */
export const withPlan = <Result>(
  db: Database,
  id: string,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, `year plan ${id}`, work)

/** Two bureaus that plan for one year are approved one after the other: each counts what the other has planned. */
export const lockYear = (tx: Executor, process: string, year: number): Promise<void> =>
  hold(tx, `year plans ${process} ${year}`)

export const countApproved = async (
  tx: Pick<Executor, 'select'>,
  { process, region, year }: Pick<YearPlanRow, 'process' | 'region' | 'year'>,
): Promise<number> => {
  const [found] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(yearPlans)
    .innerJoin(
      yearPlanSteps,
      and(eq(yearPlanSteps.plan, yearPlans.id), eq(yearPlanSteps.kind, 'approved')),
    )
    .where(
      and(eq(yearPlans.process, process), eq(yearPlans.region, region), eq(yearPlans.year, year)),
    )
  return found?.n ?? 0
}

type NewStep = Omit<typeof yearPlanSteps.$inferInsert, 'seq'>

/** As it is kept; null: the same has happened already, and happens no second time. */
export const addPlanStep = async (tx: Executor, step: NewStep): Promise<PlanStep | null> => {
  const [last] = await tx
    .select({ seq: yearPlanSteps.seq })
    .from(yearPlanSteps)
    .where(eq(yearPlanSteps.plan, step.plan))
    .orderBy(desc(yearPlanSteps.seq))
    .limit(1)
  const kept = { ...step, seq: (last?.seq ?? 0) + 1 }
  const rows = await tx
    .insert(yearPlanSteps)
    .values(kept)
    .onConflictDoNothing()
    .returning({ seq: yearPlanSteps.seq })
  return rows.length > 0 ? stepOf(kept) : null
}
