// What do the kept figures of flow say of a process in a region, and which cases stand behind one of them?
import { type SQL, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { cut, type Place, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'

export type FlowQuery = {
  process: string
  region: string
  below: string[]
  from: string
  to: string
}
type Figures = {
  state: string
  n: number
  median: number
  p90: number
  days: number
  pausedDays: number
  returns: number
}
export type CellRow = Figures & { week: string }

/** One small read: the cells of the weeks asked for. */
export const readCells = async (
  tx: Reader,
  { process, region, from, to }: FlowQuery,
): Promise<CellRow[]> => {
  const { rows } = await tx.execute<CellRow>(sql`
    SELECT state, week, n, median, p90, days, paused_days AS "pausedDays", returns FROM flow_cells
    WHERE process = ${process} AND region = ${region} AND week BETWEEN ${from} AND ${to} ORDER BY week, state`)
  return rows
}

/** Each state over all the weeks: a median of medians would be none, so the stays themselves are asked. */
export const readTotals = async (
  tx: Reader,
  { process, region, below, from, to }: FlowQuery,
): Promise<Figures[]> => {
  const weeks = sql`process = ${process} AND week BETWEEN ${from} AND ${to}`
  const { rows } = await tx.execute<Figures>(sql`
    WITH sums AS (
      SELECT state, sum(n)::int AS n, sum(days) AS days, sum(paused_days) AS "pausedDays", sum(returns)::int AS returns
      FROM flow_cells WHERE ${weeks} AND region = ${region} GROUP BY state
    ), spread AS (
      SELECT state, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY days) AS parts
      FROM flow_stays WHERE ${weeks} AND region = ANY(${sql.param(below)}::text[]) GROUP BY state
    )
    SELECT sums.*, parts[1] AS median, parts[2] AS p90 FROM sums JOIN spread USING (state)`)
  return rows
}

/** Which processes have cases at all. */
export const processesWithCases = async (tx: Pick<Reader, 'execute'>): Promise<string[]> => {
  const { rows } = await tx.execute<{ process: string }>(
    sql`SELECT DISTINCT process FROM cases ORDER BY process`,
  )
  return rows.map(({ process }) => process)
}

export const readLastRun = async (tx: Reader): Promise<Instant | null> => {
  const { rows } = await tx.execute<{ at: string }>(
    sql`SELECT at FROM flow_runs ORDER BY id DESC LIMIT 1`,
  )
  return rows[0] ? new Date(rows[0].at).toISOString() : null
}

export type StayHit = {
  record: CaseRecord
  enterprise: string | null
  days: number
  pausedDays: number
  returned: boolean
  leftAt: Instant
}
type StayQuery = FlowQuery & {
  state: string
  returnedOnly: boolean
  after: Place | null
  limit: number
}

/** The cases behind a cell, latest first. */
export const readStays = async (tx: Reader, query: StayQuery) => {
  const { rows } = await tx.execute<
    StayHit & { total: number; sort: string | null; key: string | null }
  >(
    pageOf({
      hits: sql`SELECT left_at AS sort, case_id || ':' || seq AS id, case_id, days, paused_days, returned FROM flow_stays
        WHERE ${sql.join(wanted(query), sql` AND `)}`,
      columns: sql`c.record, e.name AS enterprise, page.days, page.paused_days AS "pausedDays", page.returned, page.sort AS "leftAt"`,
      joins: sql`LEFT JOIN cases c ON c.id = page.case_id LEFT JOIN enterprises e ON e.id = c.owner`,
      order: 'descending',
      after: query.after,
      limit: query.limit,
    }),
  )
  return cut(rows, query.limit)
}

const wanted = ({ process, state, below, from, to, returnedOnly }: StayQuery): SQL[] => [
  sql`process = ${process} AND state = ${state} AND week BETWEEN ${from} AND ${to}`,
  sql`region = ANY(${sql.param(below)}::text[])`,
  ...(returnedOnly ? [sql`returned`] : []),
]
