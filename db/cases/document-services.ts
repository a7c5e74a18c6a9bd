// What is written down of how the documents of a case reached whom they concern?
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { documentServices, documents } from '../schema/cases/documents.ts'

export const keepService = async (
  tx: Executor,
  row: typeof documentServices.$inferInsert,
): Promise<void> => {
  await tx.insert(documentServices).values(row).onConflictDoNothing()
}

/** An act of this type, before the fact `seq`. */
type Before = { caseId: string; type: string; seq: number }

/** Documents of these kinds in force, since whose making no act of this type stands. */
export const waitingToBeServed = async (
  tx: Executor,
  { caseId, kinds, type, seq }: Before & { kinds: string[] },
): Promise<string[]> => {
  const standing = sql`(SELECT count(*) FILTER (WHERE f.type = ${type}) - count(*) FILTER (WHERE f.type = 'take-back' AND f.data->>'event' = ${type})
    FROM case_facts f WHERE f.case_id = ${caseId} AND f.seq > ${documents.seq} AND f.seq < ${seq})`
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.caseId, caseId),
        inArray(documents.kind, kinds),
        eq(documents.state, 'issued'),
        sql`${standing} = 0`,
      ),
    )
  return rows.map(({ id }) => id)
}

/** The documents that the last act of this type has served. */
export const servedBy = async (tx: Executor, { caseId, type, seq }: Before): Promise<string[]> => {
  const last = sql`(SELECT max(f.seq) FROM case_facts f WHERE f.case_id = ${caseId} AND f.type = ${type} AND f.seq < ${seq})`
  const rows = await tx
    .select({ id: documents.id })
    .from(documentServices)
    .innerJoin(documents, eq(documents.id, documentServices.document))
    .where(and(eq(documents.caseId, caseId), sql`${documentServices.seq} = ${last}`))
  return rows.map(({ id }) => id)
}
