// What were like cases fined in the years before: how much in all of them, and which of them may a reader open?
import { sql } from 'drizzle-orm'
import type { Day } from '../../domain/time/days.ts'
import type { Executor } from '../client.ts'
import type { Reader } from '../scope.ts'

/** `besides`: the case that asks. `ofPersons`: of further parties, who are compared among themselves. Days: both ends included. */
export type LikeFinesQuery = {
  process: string
  cause: string
  ofPersons: boolean
  since: Day
  until: Day
  besides: string
}

/** In yuan. */
export type LikeFineSums = {
  step: string
  n: number
  lowest: number
  median: number
  highest: number
}

const wanted = ({ process, cause, ofPersons, since, until, besides }: LikeFinesQuery) => sql`
  f.process = ${process} AND f.cause = ${cause} AND (f.party > 0) = ${ofPersons} AND f.step IS NOT NULL
  AND f.day BETWEEN ${since} AND ${until} AND f.case_id <> ${besides}`

/** Of whichever office, by step: it is for the caller to leave out what so few cases would give away. */
export const readLikeFineSums = async (
  db: Pick<Executor, 'execute'>,
  query: LikeFinesQuery,
): Promise<LikeFineSums[]> => {
  const { rows } = await db.execute<LikeFineSums>(sql`
    SELECT f.step, count(DISTINCT f.case_id)::int AS n, min(f.fine)::float8 AS lowest,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY f.fine) AS median, max(f.fine)::float8 AS highest
    FROM discretion_fines f WHERE ${wanted(query)} GROUP BY f.step`)
  return rows
}

/** How often the enterprise was fined for this violation before, whenever and by whomever, and on which day last. */
export const readFinedBefore = async (
  db: Pick<Executor, 'execute'>,
  {
    process,
    cause,
    besides,
    owner,
  }: Pick<LikeFinesQuery, 'process' | 'cause' | 'besides'> & { owner: string },
): Promise<{ n: number; last: Day | null }> => {
  const { rows } = await db.execute<{ n: number; last: Day | null }>(sql`
    SELECT count(*)::int AS n, max(f.day)::text AS last
    FROM discretion_fines f JOIN cases c ON c.id = f.case_id
    WHERE c.owner = ${owner} AND f.party = 0 AND f.process = ${process} AND f.cause = ${cause} AND f.case_id <> ${besides}`)
  return rows[0] ?? { n: 0, last: null }
}

export type LikeFineHit = {
  id: string
  number: string
  title: string
  step: string
  day: Day
  fine: number
}

/** Those in the scope of the reader, latest first. */
export const readLikeFines = async (
  tx: Reader,
  query: LikeFinesQuery,
  most: number,
): Promise<LikeFineHit[]> => {
  const { rows } = await tx.execute<LikeFineHit>(sql`
    SELECT c.id, c.number, c.title, f.step, f.day::text AS day, f.fine::float8 AS fine
    FROM discretion_fines f JOIN cases c ON c.id = f.case_id
    WHERE ${wanted(query)} ORDER BY f.day DESC, c.number DESC LIMIT ${most}`)
  return rows
}
