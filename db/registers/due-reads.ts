// Which entries of the registers have a day between two days by which something is to be done?
import { and, gte, isNotNull, lte } from 'drizzle-orm'
import type { DueEntry } from '../../domain/registers/due.ts'
import type { Executor } from '../client.ts'
import { registerEntries } from '../schema/registers/registers.ts'

export const readDueEntries = async (
  tx: Pick<Executor, 'select'>,
  { from, until }: { from: string; until: string },
): Promise<DueEntry[]> => {
  const { id, register, number, name, region, owner, standing, due } = registerEntries
  const rows = await tx
    .select({ id, register, number, name, region, owner, standing, due })
    .from(registerEntries)
    .where(and(isNotNull(due), gte(due, from), lte(due, until)))
  return rows.flatMap((row) => (row.due === null ? [] : [{ ...row, due: row.due }]))
}
