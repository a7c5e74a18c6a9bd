// What do the increments of cases sum up to in a period, and which cases stand behind a figure?
import { type SQL, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Sums } from '../../domain/statistics/figures.ts'
import type { Day } from '../../domain/time/days.ts'
import { cut, type Place, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'

/** `eve` is the day before the period, `asOf` the day at whose end stocks are taken. `enterprise`: of its own cases only. */
export type Span = { first: Day; last: Day; eve: Day; asOf: Day }
export type Counted = { process: string; below: string[]; enterprise: string | null; span: Span }

type Runner = Pick<Reader, 'execute'>

const list = (values: string[]): SQL => sql`${sql.param(values)}::text[]`

/** An enterprise counts its own wherever they lay; an authority by the place where they lay then. */
const whose = ({ process, below, enterprise }: Counted): SQL =>
  enterprise === null
    ? sql`process = ${process} AND region = ANY(${list(below)})`
    : sql`process = ${process} AND owner = ${enterprise}`

const inPeriod = ({ span }: Counted): SQL =>
  sql`NOT stock AND day BETWEEN ${span.first} AND ${span.last}`
const standing = (day: Day): SQL =>
  sql`stock AND day <= ${day} AND (until IS NULL OR until > ${day})`

type SumRow = { region: string; figure: string; flow: number; start: number; end: number }

/** Sums per region in one statement: of a region by its days, of an enterprise by its own entries. */
export const readSums = async (tx: Runner, counted: Counted): Promise<Map<string, Sums>> => {
  const { rows } = await tx.execute<SumRow>(
    counted.enterprise === null ? sumsOfDays(counted) : sumsOfEntries(counted),
  )
  const sums = new Map<string, Sums>()
  for (const { region, figure, ...sum } of rows)
    sums.set(region, { ...sums.get(region), [figure]: sum })
  return sums
}

const sumsOfDays = (counted: Counted): SQL => sql`
  SELECT region, figure, coalesce(sum(n) FILTER (WHERE NOT stock), 0)::int AS flow,
    coalesce(sum(n) FILTER (WHERE stock AND day <= ${counted.span.eve}), 0)::int AS start, coalesce(sum(n) FILTER (WHERE stock), 0)::int AS "end"
  FROM statistics_days WHERE ${whose(counted)} AND ((${inPeriod(counted)}) OR (stock AND day <= ${counted.span.asOf}))
  GROUP BY region, figure`

const sumsOfEntries = (counted: Counted): SQL => {
  const { eve, asOf } = counted.span
  return sql`
    SELECT region, figure, coalesce(sum(n) FILTER (WHERE NOT stock), 0)::int AS flow,
      coalesce(sum(n) FILTER (WHERE ${standing(eve)}), 0)::int AS start, coalesce(sum(n) FILTER (WHERE ${standing(asOf)}), 0)::int AS "end"
    FROM statistics_entries WHERE ${whose(counted)} AND ((${inPeriod(counted)}) OR (stock AND day <= ${asOf} AND (until IS NULL OR until > ${eve})))
    GROUP BY region, figure`
}

/**
 * The newest day up to `today` on which something was counted, as a case counts as overdue from a day that is known before; null:
 * something is counted in the span itself, or nowhere. Self-checks count too.
 */
export const readNewestDay = async (
  tx: Runner,
  counted: Counted,
  today: Day,
): Promise<Day | null> => {
  const { first, last, eve } = counted.span
  const { rows } = await tx.execute<{ within: boolean; newest: Day | null }>(
    counted.enterprise === null
      ? sql`
        SELECT (coalesce(bool_or(${inPeriod(counted)}), false) OR coalesce(sum(n) FILTER (WHERE stock AND day <= ${last}), 0) > 0) AS within,
          max(day) FILTER (WHERE day <= ${today})::text AS newest
        FROM statistics_days WHERE ${whose(counted)} AND n <> 0`
      : sql`
        SELECT coalesce(bool_or(day <= ${last} AND (NOT stock AND day >= ${first} OR stock AND (until IS NULL OR until > ${eve}))), false) AS within,
          max(day) FILTER (WHERE day <= ${today})::text AS newest
        FROM (SELECT day, stock, until FROM statistics_entries WHERE ${whose(counted)}
          UNION ALL SELECT day, false, NULL FROM self_checks WHERE enterprise = ${counted.enterprise}) own`,
  )
  const { within, newest } = rows[0]!
  return within ? null : newest
}

/** The number of the last count that changed something. */
export const readRun = async (tx: Runner, process: string): Promise<number> => {
  const { rows } = await tx.execute<{ run: number | null }>(
    sql`SELECT max(id)::int AS run FROM statistics_runs WHERE process = ${process}`,
  )
  return rows[0]?.run ?? 0
}

export type Part = 'flow' | 'start' | 'end'
const standsIn = (part: Part, counted: Counted): SQL =>
  part === 'flow'
    ? inPeriod(counted)
    : standing(part === 'start' ? counted.span.eve : counted.span.asOf)

/** What each case adds to each sum: one row a case, figure and part. */
export const countedCases = (counted: Counted): SQL =>
  sql.join(
    (['flow', 'start', 'end'] as const).map(
      (part) => sql`
        SELECT ${part}::text AS part, figure, case_id, sum(n)::int AS n FROM statistics_entries
        WHERE ${whose(counted)} AND ${standsIn(part, counted)} GROUP BY figure, case_id HAVING sum(n) <> 0`,
    ),
    sql` UNION ALL `,
  )

export type BehindHit = {
  record: CaseRecord | null
  enterprise: string | null
  n: number
  day: Day
}

/** The cases behind a figure, latest first; one that lies elsewhere by now shows that it counts and nothing of itself. */
export const readBehind = async (
  tx: Reader,
  counted: Counted,
  query: { figure: string; part: Part; after: Place | null; limit: number },
) => {
  const { rows } = await tx.execute<
    BehindHit & { total: number; sort: string | null; key: string | null }
  >(
    pageOf({
      hits: sql`SELECT max(day)::timestamp AT TIME ZONE 'UTC' AS sort, case_id AS id, sum(n)::int AS n, max(day)::text AS day FROM statistics_entries
        WHERE ${whose(counted)} AND figure = ${query.figure} AND ${standsIn(query.part, counted)} GROUP BY case_id`,
      columns: sql`c.record, e.name AS enterprise, page.n, page.day`,
      joins: sql`LEFT JOIN cases c ON c.id = page.id LEFT JOIN enterprises e ON e.id = c.owner`,
      order: 'descending',
      after: query.after,
      limit: query.limit,
    }),
  )
  return cut(rows, query.limit)
}

/** Self-checks of an enterprise in the period, by their last correction. */
export const readSelfCheckSums = async (
  tx: Runner,
  enterprise: string,
  { first, last }: Span,
): Promise<Sums> => {
  const { rows } = await tx.execute<{ checks: number; items: number }>(sql`
    SELECT count(*)::int AS checks, coalesce(sum(jsonb_array_length(found)), 0)::int AS items FROM self_checks s
    WHERE enterprise = ${enterprise} AND day BETWEEN ${first} AND ${last}
      AND NOT EXISTS (SELECT 1 FROM self_checks later WHERE later.supersedes = s.id)`)
  const flow = (n: number) => ({ flow: n, start: 0, end: 0 })
  return {
    'self-checks': flow(rows[0]?.checks ?? 0),
    'self-check-items': flow(rows[0]?.items ?? 0),
  }
}
