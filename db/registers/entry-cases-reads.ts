// As which cases has an entry of a register been carried out?
import { sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Reader } from '../scope.ts'

const mostCases = 20

/** Those whose first form names it, the newest first, as far as the reader sees them. */
export const readCasesOfEntry = async (
  tx: Reader,
  { process, number }: { process: string; number: string },
): Promise<CaseRecord[]> => {
  const { rows } = await tx.execute<{ record: CaseRecord }>(sql`
    SELECT c.record FROM case_facts f JOIN cases c ON c.id = f.case_id
    WHERE f.data ? 'registerEntry' AND f.data ->> 'registerEntry' = ${number} AND f.seq = 1
      AND c.process = ${process}
    ORDER BY c.opened_at DESC, c.id LIMIT ${mostCases}`)
  return rows.map(({ record }) => record)
}
