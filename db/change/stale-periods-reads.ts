// Which running periods of open cases can a change move, batch by batch?
import { sql } from 'drizzle-orm'
import type { Reach } from '../../domain/change/change.ts'
import type { Obligation } from '../../domain/model/record.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Executor } from '../client.ts'

/** Nothing of the case but what a reckoning needs; the obligations come without their explanations. */
export type StaleCase = {
  caseId: string
  number: string
  process: string
  chart: number
  region: Region
  revision: number
  obligations: Obligation[]
  /** What the chart remembers, where a change of an amount asks; else empty. */
  context: Record<string, unknown>
}

/** `graded`: the processes whose cases count by amounts, for a change of one. */
export type StaleReach =
  | Exclude<Reach, { amount: string }>
  | { graded: string[]; regions: Region[] }

const stale = (reach: StaleReach) => {
  if ('graded' in reach)
    return reach.graded.length === 0
      ? sql`false`
      : sql`c.process IN ${reach.graded} AND c.region IN ${reach.regions}`
  const within =
    'calendar' in reach
      ? sql`o.calendar <> ${reach.calendar}`
      : sql`o.rule = ${reach.rule} AND c.region IN ${reach.regions}`
  return sql`EXISTS (
  SELECT 1 FROM obligations o WHERE o.case_id = c.id AND o.status IN ('running', 'paused', 'overdue') AND ${within})`
}

/** The next cases after `after`, in order of their ids. */
export const readStalePeriods = async (
  db: Pick<Executor, 'execute'>,
  reach: StaleReach,
  after: string,
  limit: number,
): Promise<StaleCase[]> => {
  const { rows } = await db.execute<StaleCase>(sql`
    WITH batch AS MATERIALIZED (
      SELECT c.id, c.number, c.process, c.chart, c.region, c.revision, c.record->'obligations' AS held,
        ${'graded' in reach ? sql`c.record->'snapshot'->'context'` : sql`'{}'::jsonb`} AS context FROM cases c
      WHERE c.status = 'open' AND c.id > ${after} AND ${stale(reach)} ORDER BY c.id LIMIT ${limit})
    SELECT id AS "caseId", number, process, chart, region, revision, context,
      (SELECT coalesce(jsonb_agg(e - 'explanation' - 'reasons' - 'article'), '[]'::jsonb) FROM jsonb_array_elements(held) e
        WHERE e->>'status' IN ('running', 'paused', 'overdue')) AS obligations
    FROM batch ORDER BY id`)
  return rows
}

export const countStaleCases = async (
  db: Pick<Executor, 'execute'>,
  reach: StaleReach,
): Promise<number> => {
  const { rows } = await db.execute<{ cases: number }>(
    sql`SELECT count(*)::int AS cases FROM cases c WHERE c.status = 'open' AND ${stale(reach)}`,
  )
  return rows[0]?.cases ?? 0
}
