// Which facts have been published, newest first?
import { type SQL, sql } from 'drizzle-orm'
import { exerciseMark } from '../../domain/model/exercises/exercise.ts'
import type { Published, PublishedCase, PublishedType } from '../../domain/public/notice.ts'
import type { Executor } from '../client.ts'
import { containing, type Place } from '../keyset.ts'

export type PublishedQuery = {
  types: PublishedType[]
  region: string | null
  q: string | null
  after: Place | null
  limit: number
}
export type PublishedRow = PublishedCase &
  Published & { caseId: string; seq: number; others: Pick<Published, 'type' | 'occurredAt'>[] }

/**
 * Read by the owner of the database, because everybody may ask and nobody has a scope: `audience = 'public'` is said here,
 * and what leaves is chosen field by field in domain/public/notice.ts. A text that was corrected is shown and searched as it stands now.
 */
export const readPublished = async (
  db: Executor,
  query: PublishedQuery,
): Promise<{ rows: PublishedRow[]; next: Place | null }> => {
  const { rows } = await db.execute<PublishedRow>(sql`
    SELECT f.case_id AS "caseId", f.seq, f.type, f.audience, ${iso(sql`f.occurred_at`)} AS "occurredAt",
      said.data, c.process, c.number, c.region, c.level, e.name AS enterprise,
      (SELECT coalesce(json_agg(json_build_object('type', o.type, 'occurredAt', ${iso(sql`o.occurred_at`)}) ORDER BY o.seq), '[]'::json)
        FROM case_facts o WHERE o.case_id = f.case_id AND o.audience = 'public' AND o.seq <> f.seq AND ${among('o', query.types)}) AS others
    FROM case_facts f JOIN cases c ON c.id = f.case_id LEFT JOIN enterprises e ON e.id = c.owner
      CROSS JOIN LATERAL (SELECT ${asCorrected} AS data) said
    WHERE f.audience = 'public' AND ${sql.join(filtersOf(query), sql` AND `)}
    ORDER BY f.occurred_at DESC, f.case_id DESC, f.seq DESC LIMIT ${query.limit + 1}`)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next:
      last && rows.length > query.limit
        ? { at: last.occurredAt, id: `${last.caseId} ${last.seq}` }
        : null,
  }
}

/** What a fact says with every correction of it that was approved, the last of a field last; read and searched alike. */
const asCorrected = sql`f.data || coalesce((
  SELECT jsonb_object_agg(field.name, k.data -> 'is' -> (field.nth::int - 1) ORDER BY k.seq)
  FROM case_facts k CROSS JOIN jsonb_array_elements_text(k.data -> 'fields') WITH ORDINALITY AS field(name, nth)
  WHERE k.case_id = f.case_id AND k.type = 'approve-correction' AND k.data -> 'seq' = to_jsonb(f.seq)), '{}'::jsonb)`

const iso = (column: SQL): SQL =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What an exercise does concerns nobody outside. */
const filtersOf = ({ types, region, q, after }: PublishedQuery): SQL[] => [
  sql`NOT starts_with(c.title, ${exerciseMark})`,
  among('f', types),
  ...(region === null ? [] : [sql`c.region = ${region}`]),
  ...(q === null ? [] : [namesMatch(types, containing(q))]),
  ...(after === null ? [] : [before(after)]),
]

/** Searched is only what is shown: names and numbers, and the public fields of each kind of notice. */
const namesMatch = (types: PublishedType[], pattern: string): SQL => {
  const names = [...new Set(types.flatMap(({ fields }) => fields))]
  const columns = [sql`e.name`, sql`c.number`, ...names.map((name) => sql`(said.data ->> ${name})`)]
  return sql`(${sql.join(
    columns.map((one) => sql`${one} ILIKE ${pattern}`),
    sql` OR `,
  )})`
}

const before = ({ at, id }: Place): SQL => {
  const [caseId, seq] = id.split(' ')
  return sql`(f.occurred_at, f.case_id, f.seq) < (${at}::timestamptz, ${caseId ?? ''}, ${Number(seq) || 0})`
}

/** What was withdrawn stays in the case and is read by nobody else. */
const notWithdrawn = (fact: 'f' | 'o', by: string[]): SQL => {
  if (by.length === 0) return sql``
  const { caseId, seq } = { caseId: sql.raw(`${fact}.case_id`), seq: sql.raw(`${fact}.seq`) }
  return sql` AND NOT EXISTS (SELECT 1 FROM case_facts w WHERE w.case_id = ${caseId} AND w.seq > ${seq} AND w.type IN ${by})`
}

const among = (fact: 'f' | 'o', types: PublishedType[]): SQL => {
  const type = sql.raw(`${fact}.type`)
  const known = types.map(
    (one) =>
      sql`(c.process = ${one.process} AND ${type} = ${one.type}${notWithdrawn(fact, one.withdrawnBy)})`,
  )
  return known.length === 0 ? sql`false` : sql`(${sql.join(known, sql` OR `)})`
}
