// How are the fines of all decisions kept beside their standard and like cases, without ever holding all cases in memory?

import { sql } from 'drizzle-orm'
import { isExercise } from '../../domain/model/exercises/exercise.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { DecidedFine, DiscretionDefinition } from '../../domain/model/statistics-definition.ts'
import {
  type LikeFine,
  likeCasesOf,
  middleOf,
  positionOf,
  shareFrom,
} from '../../domain/penalties/deviation.ts'
import { factsInForce } from '../../domain/statistics/counted.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import {
  discretionFines,
  discretionRuns,
  discretionSources,
  discretionStale,
} from '../schema/statistics/discretion.ts'
import { readCountedFacts } from './counted-facts.ts'

export type DiscretionDeps = { db: Database; processes: ProcessDefinition[] }
/** `more`: the time was up before all was done; the next call goes on. */
export type DiscretionStep = { cases: number; more: boolean }
type Reading = { process: string; discretion: DiscretionDefinition }

const casesAtOnce = 500

/**
 * Reads every case again that has moved since its decision was taken, then reckons the like cases that this touched. Each batch is a
 * transaction of its own and says what is left, so it may be killed or run twice at any moment.
 */
export const refreshDiscretion = async (
  { db, processes }: DiscretionDeps,
  patienceMs: number,
): Promise<DiscretionStep> => {
  const end = Date.now() + patienceMs
  const readings = processes.flatMap(({ id, discretion }) =>
    discretion ? [{ process: id, discretion }] : [],
  )
  let cases = 0
  for (const reading of readings)
    for (let after: string | null = ''; after !== null; ) {
      if (Date.now() > end) return { cases, more: true }
      const batch: Batch = await reckoning(db, (tx) => takeDecisions(tx, reading, after ?? ''))
      cases += batch.count
      after = batch.last
    }
  for (let found = true; found; ) {
    if (Date.now() > end) return { cases, more: true }
    found = await reckoning(db, renewLikeCases)
  }
  return { cases, more: false }
}

/** Who had it reckoned stays on record. */
export const keepDiscretionRun = async (
  db: Executor,
  run: { at: Instant; by: string; cases: number; ms: number },
): Promise<void> => {
  await db.insert(discretionRuns).values(run)
}

/** Two runs at once would write the same rows. */
const reckoning = <Result>(db: Database, work: (tx: Executor) => Promise<Result>) =>
  alone(db, 'discretion', work)

type Moved = { id: string; revision: number; region: string; title: string }
type Batch = { last: string | null; count: number }

const takeDecisions = async (
  tx: Executor,
  { process, discretion }: Reading,
  after: string,
): Promise<Batch> => {
  const { version } = discretion
  const { rows } = await tx.execute<Moved>(sql`
    SELECT c.id, c.revision, c.region, c.title FROM cases c LEFT JOIN discretion_sources s ON s.case_id = c.id
    WHERE c.process = ${process} AND c.id > ${after} AND (s.revision, s.version) IS DISTINCT FROM (c.revision, ${version}::int)
    ORDER BY c.id LIMIT ${casesAtOnce}`)
  if (rows.length === 0) return { last: null, count: 0 }
  const ids = rows.map(({ id }) => id)
  const facts = await readCountedFacts(tx, ids, discretion.facts)
  const fresh = rows.flatMap((one) => {
    if (isExercise(one)) return []
    const decided = discretion.decided(factsInForce(facts.get(one.id) ?? []))
    return decided.map((fine) => rowOf(process, one, fine))
  })
  await replaceFines(tx, ids, fresh)
  await tx
    .insert(discretionSources)
    .values(rows.map(({ id, revision }) => ({ caseId: id, revision, version })))
    .onConflictDoUpdate({
      target: discretionSources.caseId,
      set: { revision: sql`excluded.revision`, version: sql`excluded.version` },
    })
  return { last: ids.at(-1) ?? null, count: rows.length }
}

type Fine = typeof discretionFines.$inferInsert

const rowOf = (process: string, { id, region }: Moved, decided: DecidedFine): Fine => {
  const { party, office, day, fine, cause, range, departure } = decided
  return {
    caseId: id,
    party,
    process,
    region,
    office,
    day,
    fine,
    cause: cause?.number ?? null,
    causeName: cause?.name ?? null,
    step: cause?.step ?? null,
    rangeFrom: range?.from ?? null,
    rangeTo: range?.to ?? null,
    departure,
    position: range && positionOf(range, fine),
    fromMiddle: range && shareFrom(middleOf(range), fine),
    likeCases: 0,
    likeMedian: null,
  }
}

/** What the cases said before goes; both what they said and what they say now makes its like cases stale. */
const replaceFines = async (tx: Executor, ids: string[], fresh: Fine[]): Promise<void> => {
  const gone = await tx.execute<Like>(sql`
    DELETE FROM discretion_fines WHERE case_id = ANY(${sql.param(ids)}::text[]) RETURNING process, cause, step`)
  if (fresh.length > 0) await tx.insert(discretionFines).values(fresh)
  const touched = [...gone.rows, ...fresh].flatMap(({ process, cause, step }) =>
    cause && step ? [{ process, cause, step }] : [],
  )
  if (touched.length > 0) await tx.insert(discretionStale).values(touched).onConflictDoNothing()
}

type Like = { process: string; cause: string | null; step: string | null }

/** Reckons one stale cause and step anew; answers whether there was one. */
const renewLikeCases = async (tx: Executor): Promise<boolean> => {
  const { rows } = await tx.execute<Like>(
    sql`DELETE FROM discretion_stale WHERE (process, cause, step) = (
      SELECT process, cause, step FROM discretion_stale ORDER BY process, cause, step LIMIT 1) RETURNING process, cause, step`,
  )
  const [like] = rows
  if (!like) return false
  const same = sql`process = ${like.process} AND cause = ${like.cause} AND step = ${like.step}`
  const decided = await tx.execute<LikeFine & { ofPerson: boolean }>(
    sql`SELECT case_id || '/' || party AS id, case_id AS "caseId", day::text AS day, fine::float8 AS fine, party > 0 AS "ofPerson"
      FROM discretion_fines WHERE ${same}`,
  )
  // A person is compared with persons.
  const found = [true, false].flatMap((persons) =>
    [...likeCasesOf(decided.rows.filter(({ ofPerson }) => ofPerson === persons))].map(
      ([id, likes]) => ({ id, ...likes }),
    ),
  )
  await tx.execute(sql`
    UPDATE discretion_fines f SET like_cases = l.n, like_median = l.median
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS l(id text, n integer, median double precision)
    WHERE ${same} AND f.case_id || '/' || f.party = l.id AND (f.like_cases, f.like_median) IS DISTINCT FROM (l.n, l.median)`)
  return true
}
