// Which enterprises does a class of a yearly plan mean, how many does none mean, and who would be visited too often?
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PlanSource, YearPlanDefinition } from '../../domain/model/register-definition.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { OverCap, OverCaps } from '../../domain/year-plan/plan.ts'
import type { PlanObject, Remaining } from '../../domain/year-plan/selection.ts'
import type { Executor } from '../client.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'

/** `since`: the day from which cases count, where a class counts by years. */
type Asked = {
  source: PlanSource
  of: readonly string[]
  regions: readonly Region[]
  since: string
  most: number
}

const textArray = (all: readonly string[]): SQL =>
  sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(all)}::jsonb))`

const meant = ({ source, of, since }: Asked): SQL => {
  if (source.from === 'industry') return inArray(enterprises.industry, [...of])
  if (source.from === 'name')
    return sql`(${enterprises.id} = ANY (${textArray(of)}) OR ${enterprises.name} = ANY (${textArray(of)}) OR ${enterprises.code} = ANY (${textArray(of)}))`
  if (source.from === 'register')
    return sql`${enterprises.id} IN (
      SELECT owner FROM register_entries
      WHERE register = ${source.register} AND owner IS NOT NULL
        AND standing = ANY (${textArray(source.standings)})
        AND data->>${source.answer} = ANY (${textArray(of)}))`
  const unless =
    source.unless === undefined
      ? sql``
      : sql` AND record #>> ARRAY['snapshot', 'context', ${source.unless}]::text[] IS DISTINCT FROM 'true'`
  const from = since === '' ? sql`` : sql` AND opened_at >= ${since}::timestamptz`
  return sql`${enterprises.id} IN (
    SELECT owner FROM cases WHERE process = ${source.process} AND owner IS NOT NULL
      AND string_to_array(state, '|') && ${textArray(source.states)}${unless}${from})`
}

export const readMeant = (tx: Reader, asked: Asked): Promise<PlanObject[]> =>
  tx
    .select({
      id: enterprises.id,
      name: enterprises.name,
      region: enterprises.region,
      industry: enterprises.industry,
      code: enterprises.code,
    })
    .from(enterprises)
    .where(and(inArray(enterprises.region, [...asked.regions]), meant(asked)))
    .orderBy(asc(enterprises.id))
    .limit(asked.most)

/** By trade, of some regions, without those of the plan. */
export const readRemaining = async (
  tx: Reader,
  regions: readonly Region[],
  without: readonly string[],
): Promise<Remaining> => {
  const rows = await tx
    .select({ industry: enterprises.industry, n: sql<number>`count(*)::int` })
    .from(enterprises)
    .where(
      and(
        inArray(enterprises.region, [...regions]),
        sql`${enterprises.id} NOT IN (SELECT jsonb_array_elements_text(${JSON.stringify(without)}::jsonb))`,
      ),
    )
    .groupBy(enterprises.industry)
  return Object.fromEntries(rows.map(({ industry, n }) => [industry, n]))
}

export const readPlannedEnterprise = async (tx: Pick<Reader, 'select'>, id: string) => {
  const [found] = await tx
    .select({ id: enterprises.id, name: enterprises.name, region: enterprises.region })
    .from(enterprises)
    .where(eq(enterprises.id, id))
  return found ?? null
}

type CapAsked = {
  plan: { id: string; process: string; region: string; year: number }
  counted: YearPlanDefinition['counted']
  /** By the place of an enterprise; whoever lies elsewhere has no number. */
  caps: readonly { region: Region; most: number; binding: boolean }[]
  limit: number
}

/**
 * Over all bureaus, wherever the reader's scope ends: what this plan wants, what plans of others have that were approved, and visits of the
 * year beyond them: those that come from no plan, and those of a bureau that its plan does not name, or no longer as often.
 */
export const readOverCap = async (
  tx: Pick<Executor, 'execute'>,
  { plan, counted, caps, limit }: CapAsked,
): Promise<OverCaps> => {
  if (caps.length === 0) return { total: 0, binding: 0, first: [] }
  const { rows } = await tx.execute<OverCap & { total: number; binding: number }>(sql`
    WITH caps AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(caps)}::jsonb) AS c(region text, most int, binding boolean)
    ), ${planned(plan)}, ${visited(plan, counted)}, burden AS (
      SELECT enterprise, coalesce(sum(n) FILTER (WHERE region <> ${plan.region}), 0)::int AS elsewhere,
        coalesce(sum(greatest(held - n, 0)), 0)::int AS held
      FROM (
        SELECT enterprise, region, coalesce(wanted.n, 0) AS n, coalesce(visits.n, 0) AS held
        FROM wanted FULL JOIN visits USING (enterprise, region)
      ) AS sides GROUP BY enterprise
    )
    SELECT own.enterprise, own.name, own.planned, burden.elsewhere, burden.held, caps.most,
      count(*) OVER ()::int AS total, (count(*) FILTER (WHERE caps.binding) OVER ())::int AS binding
    FROM own JOIN burden USING (enterprise)
    JOIN enterprises e ON e.id = own.enterprise JOIN caps ON caps.region = e.region
    WHERE own.planned + burden.elsewhere + burden.held > caps.most
    ORDER BY caps.binding DESC, own.enterprise LIMIT ${limit}`)
  return {
    total: rows[0]?.total ?? 0,
    binding: rows[0]?.binding ?? 0,
    first: rows.map(({ total: _, binding: __, ...one }) => one),
  }
}

/** `own`: what this plan wants of whom; `wanted`: the same by bureau, with the plans of others that count. */
const planned = ({ id, process, year, region }: CapAsked['plan']): SQL => sql`
  own AS (
    SELECT enterprise, name, visits::int AS planned FROM year_plan_rows
    WHERE plan = ${id} AND enterprise NOT IN (
      SELECT data->>'enterprise' FROM year_plan_steps WHERE plan = ${id} AND kind IN ('excepted', 'dropped'))
  ), standing AS (
    SELECT DISTINCT ON (p.region) p.id, p.region FROM year_plans p
    JOIN year_plan_steps s ON s.plan = p.id AND s.kind = 'approved'
    WHERE p.process = ${process} AND p.year = ${year} AND p.region <> ${region}
    ORDER BY p.region, p.version DESC
  ), wanted AS (
    SELECT enterprise, ${region}::text AS region, planned AS n FROM own
    UNION ALL
    SELECT r.enterprise, standing.region, r.visits::int FROM year_plan_rows r JOIN standing ON standing.id = r.plan
    WHERE r.enterprise NOT IN (
      SELECT data->>'enterprise' FROM year_plan_steps s WHERE s.plan = r.plan AND s.kind IN ('excepted', 'dropped'))
  )`

/** By the bureau out of whose plan they were begun, whichever version; '' where it was none. */
const visited = ({ process, year }: CapAsked['plan'], counted: CapAsked['counted']): SQL => {
  const remembered = (name: string) => sql`record #>> ARRAY['snapshot', 'context', ${name}]::text[]`
  return sql`
  begun AS (
    SELECT DISTINCT s.data->>'caseId' AS id, p.region FROM year_plans p
    JOIN year_plan_steps s ON s.plan = p.id AND s.kind = 'visit'
    WHERE p.process = ${process} AND p.year = ${year}
  ), visits AS (
    SELECT ${remembered('enterprise')} AS enterprise, coalesce(begun.region, '') AS region, count(*)::int AS n
    FROM cases LEFT JOIN begun USING (id)
    WHERE process = ${process}
      AND left(${remembered(counted.day)}, 4) = ${String(year)}
      AND ${remembered(counted.excepted)} IS DISTINCT FROM 'true'
      AND NOT (state = ANY (${textArray(counted.neverHeld)}))
    GROUP BY 1, 2
  )`
}
