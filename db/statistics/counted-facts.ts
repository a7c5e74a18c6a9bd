// Which facts of some cases does a count look at?
import { sql } from 'drizzle-orm'
import type { ReadFact } from '../../domain/model/statistics-definition.ts'
import { countedVerbs } from '../../domain/statistics/counted.ts'
import type { Executor } from '../client.ts'

/** By case, in their order: those of the types named, and what changes whether they count. */
export const readCountedFacts = async (
  tx: Executor,
  ids: string[],
  types: readonly string[],
): Promise<Map<string, ReadFact[]>> => {
  const { rows } = await tx.execute<{ caseId: string; facts: ReadFact[] }>(sql`
    SELECT case_id AS "caseId", jsonb_agg(jsonb_build_object('seq', seq, 'type', type,
      'occurredAt', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'actor', actor, 'data', data, 'before', before, 'after', after) ORDER BY seq) AS facts
    FROM case_facts WHERE case_id = ANY(${sql.param(ids)}::text[]) AND type = ANY(${sql.param([...types, ...countedVerbs])}::text[])
    GROUP BY case_id`)
  return new Map(rows.map(({ caseId, facts }) => [caseId, facts]))
}
