// Which open cases stand on which chart of a process?
import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/case/record.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases.ts'

type Chart = { process: string; version: number }

const standing = ({ process, version }: Chart) => and(eq(cases.process, process), eq(cases.chart, version), eq(cases.status, 'open'))

/** Open cases of a chart in the order of their ids, after `after`; the caller is an operator, who sees them all. */
export const readOnChart = async (db: Pick<Executor, 'select'>, chart: Chart, after: string, limit: number): Promise<CaseRecord[]> => {
  const rows = await db
    .select({ record: cases.record })
    .from(cases)
    .where(and(standing(chart), gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(limit)
  return rows.map(({ record }) => record)
}

export const countOnChart = async (db: Pick<Executor, 'select'>, chart: Chart): Promise<number> => {
  const [row] = await db.select({ n: count() }).from(cases).where(standing(chart))
  return row?.n ?? 0
}
