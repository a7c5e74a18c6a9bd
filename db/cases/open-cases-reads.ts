// Which cases of one process has an enterprise open?
import { and, eq } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import { cases } from '../schema/cases/cases.ts'
import type { Reader } from '../scope.ts'

/** As far as the reader's scope goes. */
export const readOpenCases = async (
  tx: Reader,
  process: string,
  owner: string,
): Promise<CaseRecord[]> => {
  const rows = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(and(eq(cases.process, process), eq(cases.owner, owner), eq(cases.status, 'open')))
  return rows.map(({ record }) => record)
}
