// Which open cases stand on which chart of a process, and in which of its states?
import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import { cases } from '../schema/cases/cases.ts'
import type { Reader } from '../scope.ts'

type Chart = { process: string; version: number }

const standing = ({ process, version }: Chart) =>
  and(eq(cases.process, process), eq(cases.chart, version), eq(cases.status, 'open'))

/** Open cases of a chart that the reader answers for, in the order of their ids, after `after`. */
export const readOnChart = async (
  tx: Reader,
  chart: Chart,
  after: string,
  limit: number,
): Promise<CaseRecord[]> => {
  const rows = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(and(standing(chart), gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(limit)
  return rows.map(({ record }) => record)
}

export const countOnChart = async (tx: Reader, chart: Chart): Promise<number> => {
  const [row] = await tx.select({ n: count() }).from(cases).where(standing(chart))
  return row?.n ?? 0
}

/** Open cases by chart and by the states in which they stand together, `handling.verifying|supervision.none`. */
export const countStates = (
  tx: Reader,
  process: string,
): Promise<{ chart: number; key: string; n: number }[]> =>
  tx
    .select({ chart: cases.chart, key: cases.state, n: count() })
    .from(cases)
    .where(and(eq(cases.process, process), eq(cases.status, 'open')))
    .groupBy(cases.chart, cases.state)
