// Which open periods climb a ladder, and under which of its settings did they start?
import { sql } from 'drizzle-orm'
import type { Obligation } from '../../domain/case/record.ts'
import { cut, decodeCursor, pageOf } from './keyset.ts'
import type { Reader } from './scope.ts'

export type LadderPeriod = {
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

/** How many there are under each setting; null = the ladder of the process. */
export const countLadderPeriods = async (
  tx: Reader,
  process: string,
  clock: string,
): Promise<{ ladder: string | null; running: number }[]> => {
  const { rows } = await tx.execute<{ ladder: string | null; running: number }>(
    sql`SELECT o.ladder, count(*)::int AS running ${running(process, clock)} GROUP BY o.ladder`,
  )
  return rows
}

type Row = LadderPeriod & { total: number; sort: string | null; key: string | null }

/** One page, the soonest end first. */
export const readLadderPeriods = async (
  tx: Reader,
  { process, clock, after, limit }: { process: string; clock: string; after: string | undefined; limit: number },
): Promise<{ rows: LadderPeriod[]; total: number; cursor: string | null }> => {
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
