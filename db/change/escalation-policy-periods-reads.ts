// Which open periods climb an escalation policy, and under which of its settings did they start?
import { sql } from 'drizzle-orm'
import type { Obligation } from '../../domain/model/record.ts'
import { cut, decodeCursor, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'

export type EscalationPolicyPeriod = {
  caseId: string
  number: string
  title: string
  chart: number
  region: string
  obligation: Obligation
}

/** Row-level security keeps it to the reader's regions. */
const running = (process: string, clock: string) => sql`
  FROM obligations o JOIN cases c ON c.id = o.case_id
  WHERE o.process = ${process} AND o.clock = ${clock} AND o.status IN ('running', 'paused', 'overdue') AND c.status = 'open'`

/** How many there are under each setting; null = the escalation policy of the process. */
export const countEscalationPolicyPeriods = async (
  tx: Reader,
  process: string,
  clock: string,
): Promise<{ escalationPolicy: string | null; running: number }[]> => {
  const { rows } = await tx.execute<{ escalationPolicy: string | null; running: number }>(
    sql`SELECT o.escalation_policy AS "escalationPolicy", count(*)::int AS running ${running(process, clock)} GROUP BY o.escalation_policy`,
  )
  return rows
}

type Row = EscalationPolicyPeriod & { total: number; sort: string | null; key: string | null }

/** One page, the soonest end first. */
export const readEscalationPolicyPeriods = async (
  tx: Reader,
  {
    process,
    clock,
    after,
    limit,
  }: { process: string; clock: string; after: string | undefined; limit: number },
): Promise<{ rows: EscalationPolicyPeriod[]; total: number; cursor: string | null }> => {
  const parts = {
    hits: sql`SELECT o.due_at AS sort, o.case_id || ' ' || o.id AS id, o.case_id, o.id AS period ${running(process, clock)}`,
    columns: sql`c.id AS "caseId", c.number, c.title, c.chart, c.region,
      (SELECT x FROM jsonb_array_elements(c.record->'obligations') x WHERE x->>'id' = page.period) AS obligation`,
    joins: sql`LEFT JOIN cases c ON c.id = page.case_id`,
    order: 'ascending' as const,
  }
  const { rows } = await tx.execute<Row>(pageOf({ ...parts, after: decodeCursor(after), limit }))
  return cut(rows, limit)
}
