// What have the offices of some regions fined in a period, how does it lie to the standard, and which cases stand behind a figure?
import { type SQL, sql } from 'drizzle-orm'
import type { FinePosition } from '../../domain/penalties/deviation.ts'
import type { Day } from '../../domain/time/days.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { cut, type Place, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'

/** `cause`: null for all. */
export type DiscretionQuery = { below: string[]; first: Day; last: Day; cause: string | null }

export type DiscretionSums = {
  decisions: number
  fined: number
  below: number
  within: number
  above: number
  departures: number
  /** Medians: how far from the middle of the step (all, and without regard to the side), how many could be compared with enough like cases, and how far they lie. */
  fromMiddle: number | null
  spread: number | null
  compared: number
  fromLike: number | null
}
/** `office` and `cause` both null: all of it. */
export type DiscretionRow = DiscretionSums & {
  office: string | null
  region: string | null
  cause: string | null
  causeName: string | null
  of: 'all' | 'office' | 'cause'
}

const inPeriod = ({ below, first, last }: DiscretionQuery): SQL =>
  sql`region = ANY(${sql.param(below)}::text[]) AND day BETWEEN ${first} AND ${last}`
const ofCause = ({ cause }: DiscretionQuery): SQL =>
  cause === null ? sql`true` : sql`cause = ${cause}`

/** One statement: all, each office in each region, each cause; `few` is how many like cases tell something. */
export const readDiscretion = async (
  tx: Reader,
  query: DiscretionQuery,
  few: number,
): Promise<DiscretionRow[]> => {
  const { rows } = await tx.execute<DiscretionRow>(sql`
    WITH decided AS MATERIALIZED (
      SELECT region, office, cause, cause_name, fine, position, departure, from_middle,
        CASE WHEN like_cases >= ${few}::int AND like_median > 0 THEN (fine - like_median) / like_median END AS from_like
      FROM discretion_fines WHERE ${inPeriod(query)} AND ${ofCause(query)}
    )
    SELECT office, region, cause, max(cause_name) AS "causeName",
      CASE WHEN GROUPING(office, region) = 0 THEN 'office' WHEN GROUPING(cause) = 0 THEN 'cause' ELSE 'all' END AS of,
      count(*)::int AS decisions, coalesce(sum(fine), 0)::float8 AS fined,
      count(*) FILTER (WHERE position = 'below')::int AS below, count(*) FILTER (WHERE position = 'within')::int AS within,
      count(*) FILTER (WHERE position = 'above')::int AS above,
      count(*) FILTER (WHERE position <> 'within' AND departure IS NOT NULL)::int AS departures,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY from_middle) AS "fromMiddle",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(from_middle)) AS spread,
      count(from_like)::int AS compared, percentile_cont(0.5) WITHIN GROUP (ORDER BY from_like) AS "fromLike"
    FROM decided GROUP BY GROUPING SETS ((), (office, region), (cause))
    ORDER BY region, office, count(*) DESC, cause`)
  return rows
}

/** What a list of causes offers, also where one is chosen. */
export const readDiscretionCauses = async (
  tx: Reader,
  query: DiscretionQuery,
): Promise<{ number: string; name: string }[]> => {
  const { rows } = await tx.execute<{ number: string; name: string }>(sql`
    SELECT cause AS number, max(cause_name) AS name FROM discretion_fines
    WHERE ${inPeriod(query)} AND cause IS NOT NULL GROUP BY cause ORDER BY cause LIMIT 500`)
  return rows
}

export const readDiscretionRun = async (tx: Reader): Promise<Instant | null> => {
  const { rows } = await tx.execute<{ at: string }>(
    sql`SELECT at FROM discretion_runs ORDER BY id DESC LIMIT 1`,
  )
  return rows[0] ? new Date(rows[0].at).toISOString() : null
}

/** `caseId` null: the case lies elsewhere by now. */
export type FineHit = {
  caseId: string | null
  party: number
  number: string | null
  title: string | null
  enterprise: string | null
  process: string
  region: string
  office: string | null
  day: Day
  fine: number
  cause: string | null
  causeName: string | null
  step: string | null
  rangeFrom: number | null
  rangeTo: number | null
  departure: string | null
  position: FinePosition | null
  fromMiddle: number | null
  likeCases: number
  likeMedian: number | null
}
/** `unchecked`: without a standard; `departed`: outside the range with a reason. */
export type FineStanding = FinePosition | 'unchecked' | 'departed'
export type FinesQuery = DiscretionQuery & {
  office: string | null
  standing: FineStanding | null
  after: Place | null
  limit: number
}

const standings: Record<FineStanding, SQL> = {
  below: sql`position = 'below'`,
  within: sql`position = 'within'`,
  above: sql`position = 'above'`,
  unchecked: sql`position IS NULL`,
  departed: sql`position <> 'within' AND departure IS NOT NULL`,
}

/** The decisions behind a figure, latest first. */
export const readFines = async (tx: Reader, query: FinesQuery) => {
  const wanted = [
    inPeriod(query),
    ofCause(query),
    ...(query.office === null ? [] : [sql`office = ${query.office}`]),
    ...(query.standing === null ? [] : [standings[query.standing]]),
  ]
  const { rows } = await tx.execute<
    FineHit & { total: number; sort: string | null; key: string | null }
  >(
    pageOf({
      hits: sql`SELECT day::timestamp AT TIME ZONE 'UTC' AS sort, case_id || '/' || party AS id, f.* FROM discretion_fines f
        WHERE ${sql.join(wanted, sql` AND `)}`,
      columns: sql`c.id AS "caseId", page.party, c.number, c.title, e.name AS enterprise, page.process, page.region, page.office, page.day::text AS day, page.fine::float8 AS fine,
        page.cause, page.cause_name AS "causeName", page.step, page.range_from::float8 AS "rangeFrom", page.range_to::float8 AS "rangeTo",
        page.departure, page.position, page.from_middle AS "fromMiddle", page.like_cases AS "likeCases", page.like_median AS "likeMedian"`,
      joins: sql`LEFT JOIN cases c ON c.id = page.case_id LEFT JOIN enterprises e ON e.id = c.owner`,
      order: 'descending',
      after: query.after,
      limit: query.limit,
    }),
  )
  return cut(rows, query.limit)
}
