// How are the figures of flow kept up to date without ever holding all cases in memory?

import { type SQL, sql } from 'drizzle-orm'
import { exerciseMark } from '../../domain/model/exercises/exercise.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { type Region, regions, regionsBelow } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { type FlowState, flowStates } from '../../domain/views/flow.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { flowRuns, flowSources, flowStale } from '../schema/statistics/flow.ts'

export type FlowDeps = { db: Database; processes: ProcessDefinition[] }
/** `more`: the time was up before all was done; the next call goes on. */
export type FlowStep = { cases: number; weeks: number; more: boolean }

const casesAtOnce = 500
const mostChanged = 50_000
const weeksAtOnce = 4
type Source = { id: string; revision: number }

/**
 * Reads every case again that has moved since its stays were taken, then the weeks that this touched. Each batch is a transaction
 * of its own and says what is left, so it may be killed or run twice at any moment.
 */
export const refreshFlow = async (
  { db, processes }: FlowDeps,
  patienceMs: number,
): Promise<FlowStep> => {
  const end = Date.now() + patienceMs
  const chart = processes.flatMap((process) =>
    flowStates(process).map((one) => ({ process: process.id, ...one })),
  )
  let cases = 0
  let weeks = 0
  if (Date.now() > end) return { cases, weeks, more: true }
  const changed = await changedCases(db)
  for (let at = 0; at < changed.length; at += casesAtOnce) {
    if (Date.now() > end) return { cases, weeks, more: true }
    const some = changed.slice(at, at + casesAtOnce)
    cases += await reckoning(db, (tx) => takeStays(tx, chart, some))
  }
  if (changed.length === mostChanged) return { cases, weeks, more: true }
  for (let found = 1; found > 0; ) {
    if (Date.now() > end) return { cases, weeks, more: true }
    found = await reckoning(db, renewCells)
    weeks += found
  }
  return { cases, weeks, more: false }
}

/** Who had it computed stays on record. */
export const keepFlowRun = async (
  db: Executor,
  run: { at: Instant; by: string; cases: number; weeks: number; ms: number },
): Promise<void> => {
  await db.insert(flowRuns).values(run)
}

/** Two runs at once would write the same stays. Of thousands of rows the planner expects one, and would look through all for each. */
const reckoning = <Result>(db: Database, work: (tx: Executor) => Promise<Result>) =>
  alone(db, 'flow', async (tx) => {
    await tx.execute(sql`SELECT set_config('enable_nestloop', 'off', true)`)
    return work(tx)
  })

const list = (values: (string | number)[], type: 'text' | 'int') =>
  sql`${sql.param(values)}::${sql.raw(type)}[]`

/** Cases at another revision than that at which their stays were taken. */
const changedCases = async (tx: Executor): Promise<string[]> => {
  const { rows } = await tx.execute<Pick<Source, 'id'>>(sql`
    SELECT c.id FROM cases c LEFT JOIN flow_sources s ON s.case_id = c.id WHERE s.revision IS DISTINCT FROM c.revision LIMIT ${mostChanged}`)
  return rows.map(({ id }) => id)
}

const takeStays = async (
  tx: Executor,
  chart: (FlowState & { process: string })[],
  some: string[],
): Promise<number> => {
  const { rows } = await tx.execute<Source>(sql`
    SELECT c.id, c.revision FROM cases c LEFT JOIN flow_sources s ON s.case_id = c.id AND s.case_id = ANY(${list(some, 'text')})
    WHERE c.id = ANY(${list(some, 'text')}) AND s.revision IS DISTINCT FROM c.revision`)
  if (rows.length === 0) return 0
  const ids = list(
    rows.map(({ id }) => id),
    'text',
  )
  const gone = await tx.execute<Week>(
    touched(sql`DELETE FROM flow_stays WHERE case_id = ANY(${ids}) RETURNING process, week`),
  )
  const fresh = await tx.execute<Week>(
    touched(sql`${insertStays(ids, chart)} RETURNING process, week`),
  )
  const weeks = [...gone.rows, ...fresh.rows]
  if (weeks.length > 0) await tx.insert(flowStale).values(weeks).onConflictDoNothing()
  await tx
    .insert(flowSources)
    .values(rows.map(({ id, revision }) => ({ caseId: id, revision })))
    .onConflictDoUpdate({ target: flowSources.caseId, set: { revision: sql`excluded.revision` } })
  return rows.length
}

type Week = { process: string; week: string }
const touched = (change: SQL) =>
  sql`WITH changed AS (${change}) SELECT DISTINCT process, week FROM changed`

/** The same stays as `domain/views/flow.ts` reckons for one case, for thousands in one statement; of an exercise none. */
const insertStays = (ids: SQL, chart: (FlowState & { process: string })[]): SQL => sql`
  INSERT INTO flow_stays (case_id, state, seq, process, region, week, days, paused_days, returned, left_at)
  WITH chart AS MATERIALIZED (
    SELECT * FROM unnest(${list(
      chart.map(({ process }) => process),
      'text',
    )}, ${list(
      chart.map(({ state }) => state),
      'text',
    )}, ${list(
      chart.map(({ rank }) => rank),
      'int',
    )}, ${list(
      chart.map(({ lane }) => lane),
      'text',
    )}) AS one(process, state, rank, lane)
  ), places AS MATERIALIZED (
    SELECT c.id, c.process, c.region, (
      SELECT range_agg(tstzrange((p->>'from')::timestamp AT TIME ZONE 'Asia/Shanghai',
        coalesce(((p->>'to')::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai', 'infinity')))
      FROM jsonb_array_elements(c.record->'obligations') o, jsonb_array_elements(o->'pauses') p) AS stops
    FROM cases c WHERE c.id = ANY(${ids}) AND NOT starts_with(c.title, ${exerciseMark})
  ), moves AS (
    SELECT f.case_id, f.seq, f.occurred_at, coalesce(string_to_array(f.before, '|'), '{}') AS b, string_to_array(f.after, '|') AS a
    FROM case_facts f WHERE f.case_id = ANY(${ids}) AND f.after IS NOT NULL AND f.before IS DISTINCT FROM f.after
  ), steps AS (
    SELECT case_id, seq, occurred_at, state, true AS enters, NULL::text[] AS fresh FROM moves, unnest(a) state WHERE state <> ALL (b)
    UNION ALL
    SELECT case_id, seq, occurred_at, state, false, ARRAY(SELECT one FROM unnest(a) one WHERE one <> ALL (b))
    FROM moves, unnest(b) state WHERE state <> ALL (a)
  ), paired AS (
    SELECT *, lag(occurred_at) OVER w AS entered_at, lag(enters) OVER w AS entered FROM steps
    WINDOW w AS (PARTITION BY case_id, state ORDER BY seq)
  ), ended AS (
    SELECT p.case_id, p.state, p.seq, p.fresh, c.process, c.region, c.stops, h.lane, h.rank, p.entered_at,
      greatest(p.occurred_at, p.entered_at) AS left_at
    FROM paired p JOIN places c ON c.id = p.case_id JOIN chart h ON h.process = c.process AND h.state = p.state
    WHERE NOT p.enters AND p.entered
  )
  SELECT e.case_id, e.state, e.seq, e.process, e.region,
    to_char(date_trunc('week', e.left_at AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD'),
    extract(epoch FROM e.left_at - e.entered_at) / 86400,
    CASE WHEN e.stops IS NULL THEN 0 ELSE coalesce((SELECT sum(extract(epoch FROM upper(part) - lower(part))) / 86400
      FROM unnest(e.stops * tstzmultirange(tstzrange(e.entered_at, e.left_at))) part), 0) END,
    EXISTS (SELECT 1 FROM chart t WHERE t.process = e.process AND t.state = ANY (e.fresh) AND t.lane = e.lane AND t.rank < e.rank),
    e.left_at
  FROM ended e`

/** A county counts for itself, its city and its province. */
const above = (Object.keys(regions) as Region[]).flatMap((upper) =>
  regionsBelow(upper).map((region) => ({ region, upper })),
)

/** Reckons the oldest stale weeks of one process anew; answers how many they were. */
const renewCells = async (tx: Executor): Promise<number> => {
  const { rows } = await tx.execute<Week>(sql`
    SELECT process, week FROM flow_stale WHERE process = (SELECT min(process) FROM flow_stale) ORDER BY week LIMIT ${weeksAtOnce}`)
  const [first] = rows
  if (!first) return 0
  const weeks = sql`process = ${first.process} AND week = ANY(${list(
    rows.map(({ week }) => week),
    'text',
  )})`
  await tx.execute(sql`DELETE FROM flow_cells WHERE ${weeks}`)
  await tx.execute(sql`
    INSERT INTO flow_cells (process, region, state, week, n, median, p90, days, paused_days, returns)
    SELECT process, place.upper, state, week, count(*)::int, percentile_cont(0.5) WITHIN GROUP (ORDER BY days),
      percentile_cont(0.9) WITHIN GROUP (ORDER BY days), sum(days), sum(paused_days), (count(*) FILTER (WHERE returned))::int
    FROM flow_stays JOIN unnest(${list(
      above.map(({ region }) => region),
      'text',
    )}, ${list(
      above.map(({ upper }) => upper),
      'text',
    )}) AS place(region, upper) USING (region)
    WHERE ${weeks} GROUP BY process, place.upper, state, week`)
  await tx.execute(sql`DELETE FROM flow_stale WHERE ${weeks}`)
  return rows.length
}
