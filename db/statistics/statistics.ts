// How are the increments of all cases kept up to date without ever holding them in memory?

import { type SQL, sql } from 'drizzle-orm'
import { isExercise } from '../../domain/model/exercises/exercise.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { ReadFact, StatisticsDefinition } from '../../domain/model/statistics-definition.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { factsInForce } from '../../domain/statistics/counted.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { readCountedFacts } from './counted-facts.ts'

export type Counting = { db: Database; process: string; statistics: StatisticsDefinition }
/** `more`: the time was up before all was counted; the next call goes on. */
export type CountStep = { cases: number; more: boolean }

const casesAtOnce = 1_000

export const countingOf = (db: Database, { id, statistics }: ProcessDefinition): Counting | null =>
  statistics ? { db, process: id, statistics } : null

/** Counts every case again that has moved since it was counted. Each batch is a transaction of its own, so it may be killed or run twice. */
export const refreshStatistics = async (
  counting: Counting,
  patienceMs: number,
): Promise<CountStep> => {
  const end = Date.now() + patienceMs
  let cases = 0
  for (let after: string | null = ''; after !== null; ) {
    if (Date.now() > end) return { cases, more: true }
    const batch: { last: string | null; count: number } = await alone(
      counting.db,
      countName,
      (tx) => countSome(tx, counting, after ?? ''),
    )
    cases += batch.count
    after = batch.last
  }
  return { cases, more: false }
}

type ChangedCase = {
  id: string
  revision: number
  region: Region
  owner: string | null
  title: string
}

const countName = 'statistics'
/** While somebody signs, nothing is counted; released with the transaction. */
export const lockCount = (tx: Executor): Promise<void> => hold(tx, countName)

const countSome = async (tx: Executor, { process, statistics }: Counting, after: string) => {
  const { rows } = await tx.execute<ChangedCase>(sql`
    SELECT c.id, c.revision, c.region, c.owner, c.title FROM cases c LEFT JOIN statistics_sources s ON s.case_id = c.id
    WHERE c.process = ${process} AND c.id > ${after} AND (s.revision, s.version) IS DISTINCT FROM (c.revision, ${statistics.version}::int)
    ORDER BY c.id LIMIT ${casesAtOnce}`)
  if (rows.length === 0) return { last: null, count: 0 }
  await write(
    tx,
    { process, statistics },
    rows,
    await readCountedFacts(
      tx,
      rows.map(({ id }) => id),
      statistics.facts,
    ),
  )
  return { last: rows.at(-1)?.id ?? null, count: rows.length }
}

/** Lets the sums of days follow a change of entries; a stock that ends falls on that day. */
const ofDays = (change: SQL, sign: 1 | -1): SQL => sql`
  WITH changed AS (${change}), deltas AS (
    SELECT process, region, figure, stock, day, n FROM changed
    UNION ALL SELECT process, region, figure, stock, until, -n FROM changed WHERE until IS NOT NULL
  )
  INSERT INTO statistics_days AS d (process, region, figure, stock, day, n)
  SELECT process, region, figure, stock, day, ${sign}::int * sum(n)::int FROM deltas GROUP BY process, region, figure, stock, day
  ON CONFLICT (process, region, stock, figure, day) DO UPDATE SET n = d.n + excluded.n`

const write = async (
  tx: Executor,
  { process, statistics }: Pick<Counting, 'process' | 'statistics'>,
  changed: ChangedCase[],
  facts: Map<string, ReadFact[]>,
): Promise<void> => {
  const real = changed.filter((one) => !isExercise(one))
  const entries = real.flatMap(({ id, region, owner }) =>
    statistics
      .count(factsInForce(facts.get(id) ?? []), region)
      .map((entry) => ({ case_id: id, owner, ...entry })),
  )
  const ids = sql`${sql.param(changed.map(({ id }) => id))}::text[]`
  await tx.execute(
    ofDays(sql`DELETE FROM statistics_entries WHERE case_id = ANY(${ids}) RETURNING *`, -1),
  )
  const fresh = sql`
    INSERT INTO statistics_entries (case_id, seq, figure, process, region, owner, stock, day, until, n)
    SELECT case_id, seq, figure, ${process}::text, region, owner, stock, day, until, n FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      AS e(case_id text, seq integer, figure text, region text, owner text, stock boolean, day date, until date, n integer) RETURNING *`
  await tx.execute(ofDays(fresh, 1))
  await tx.execute(sql`
    INSERT INTO statistics_sources (case_id, revision, version)
    SELECT id, revision, ${statistics.version}::int FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS m(id text, revision integer)
    ON CONFLICT (case_id) DO UPDATE SET revision = excluded.revision, version = excluded.version`)
  await tx.execute(
    sql`INSERT INTO statistics_runs (process, cases) VALUES (${process}, ${changed.length})`,
  )
}
