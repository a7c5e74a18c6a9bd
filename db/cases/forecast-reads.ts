// How did the finished cases of a process move, how does one case move, and who holds posts?
import { type SQL, sql } from 'drizzle-orm'
import { exerciseMark } from '../../domain/model/exercises/exercise.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Move } from '../../domain/views/forecast/parts.ts'
import type { PastCase } from '../../domain/views/forecast/past-ways.ts'
import type { Executor } from '../client.ts'

type Sql = Pick<Executor, 'execute'>
type MoveRow = {
  type: string
  at: string
  before: string | null
  after: string
  person: string | null
  name: string | null
}

const moveColumns = sql`f.type, to_char(f.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, f.before, f.after,
  CASE WHEN f.actor->>'kind' = 'person' THEN f.actor->>'id' END AS person, f.actor->>'name' AS name`
/** The first fact, and those after which the chart stands elsewhere; an item moves on a chart of its own, and what opens it, whose number is its own, may move the case. */
const changesState = sql`(coalesce(f.data->>'item', f.seq::text) = f.seq::text
  AND (f.seq = 1 OR (f.before IS NOT NULL AND f.before <> f.after)))`

const moveOf = ({ type, at, before, after, person, name }: MoveRow): Move => ({
  type,
  at,
  before,
  after,
  by: person === null ? null : { id: person, name: name ?? person },
})

/** The moves of one case, oldest first; whether the reader may see it is asked before. */
export const readMoves = async (tx: Sql, caseId: string): Promise<Move[]> => {
  const { rows } = await tx.execute<MoveRow>(
    sql`SELECT ${moveColumns} FROM case_facts f WHERE f.case_id = ${caseId} AND ${changesState} ORDER BY f.seq`,
  )
  return rows.map(moveOf)
}

/** `start`: its first event. */
export type HistoryQuery = {
  process: string
  start: string
  settled: ProcessDefinition['settled']
  at: Instant
  cases: number
}

/**
 * The latest settled cases of a process, exercises left out, with their moves and legal periods, in one statement. Read past the reader's scope: what is
 * made of them is how long things take, and names no case.
 */
export const readPastCases = async (
  tx: Sql,
  { process, start, settled, at, cases }: HistoryQuery,
): Promise<PastCase[]> => {
  const { rows } = await tx.execute<{
    region: string
    answers: PastCase['answers']
    moves: MoveRow[]
    clocks: PastCase['clocks']
  }>(sql`
    SELECT c.region, coalesce(c.record->'data'->${start}::text, '{}') AS answers, m.moves, coalesce(o.clocks, '[]') AS clocks
    FROM (SELECT id, region, record, opened_at FROM cases WHERE process = ${process} AND NOT starts_with(title, ${exerciseMark}) AND opened_at <= ${at}
      AND (status = 'closed' ${orStandsIn(settled)})
      ORDER BY opened_at DESC, id LIMIT ${cases}) c
    CROSS JOIN LATERAL (SELECT jsonb_agg(to_jsonb(one) ORDER BY one.seq) AS moves FROM (SELECT f.seq, ${moveColumns} FROM case_facts f
      WHERE f.case_id = c.id AND ${changesState}) one) m
    CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('clock', x->'clock', 'startedAt', x->'startedAt', 'endedAt', x->'endedAt',
      'dueAt', x->'dueAt', 'promised', x->'promised')) AS clocks FROM jsonb_array_elements(c.record->'obligations') x) o
    WHERE m.moves IS NOT NULL ORDER BY c.opened_at DESC, c.id`)
  return rows.map(({ region, answers, moves, clocks }) => ({
    region,
    answers,
    moves: moves.map(moveOf),
    clocks,
  }))
}

/** Open, but with its matter settled: a licence in force; or a part of it may be, long before the whole is. */
const orStandsIn = (settled: HistoryQuery['settled']): SQL => {
  if (settled === undefined) return sql``
  if (typeof settled !== 'string') return sql`OR status = 'open'`
  return sql`OR EXISTS (SELECT 1 FROM unnest(string_to_array(state, '|')) s WHERE s = ${settled} OR starts_with(s, ${`${settled}.`}))`
}

/** Who holds one of these `<office>/<role>` posts now: the person's id with the post. */
export const readHolders = async (
  tx: Sql,
  groups: string[],
  at: Instant,
): Promise<{ person: string; group: string }[]> => {
  const { rows } = await tx.execute<{ person: string; group: string }>(sql`
    SELECT a.person, a.office || '/' || a.role AS "group" FROM appointments a JOIN persons p ON p.id = a.person AND p.active
    WHERE a.office = ANY(${sql.param(groups.map((group) => group.slice(0, group.lastIndexOf('/'))))}::text[])
      AND a.office || '/' || a.role = ANY(${sql.param(groups)}::text[]) AND a.since <= ${at} AND (a.until IS NULL OR a.until > ${at})`)
  return rows
}
