// How does another case stand while this one is decided?
import { eq } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'

/** As it stands, not locked. */
export const readCaseNow = async (tx: Executor, id: string): Promise<CaseRecord | null> => {
  const [row] = await tx.select({ record: cases.record }).from(cases).where(eq(cases.id, id))
  return row?.record ?? null
}

/** Until the transaction ends nobody changes it. */
export const holdCase = async (tx: Executor, id: string): Promise<CaseRecord | null> => {
  const [row] = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(eq(cases.id, id))
    .for('share')
  return row?.record ?? null
}
