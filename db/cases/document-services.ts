// What is written down of how the documents of a case reached whom they concern?
import { and, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import { takenBack } from '../../domain/documents/service.ts'
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
  const between = (fact: 'f' | 't' | 'n') =>
    sql.raw(`${fact}.case_id = documents.case_id AND ${fact}.seq`)
  // What is taken back is always the last act of its type: a document made in the meantime was not served by it.
  const takenBack = sql`EXISTS (SELECT 1 FROM case_facts t WHERE ${between('t')} > f.seq AND ${between('t')} < ${seq} AND t.type = 'take-back' AND t.data->>'event' = ${type}
    AND NOT EXISTS (SELECT 1 FROM case_facts n WHERE ${between('n')} > f.seq AND ${between('n')} < t.seq AND n.type = ${type}))`
  const served = sql`EXISTS (SELECT 1 FROM case_facts f WHERE ${between('f')} > ${documents.seq} AND ${between('f')} < ${seq} AND f.type = ${type} AND NOT ${takenBack})`
  return issuedWhere(tx, { caseId, kinds }, not(served))
}

type OfKinds = { caseId: string; kinds: string[] }

const issuedWhere = async (
  tx: Executor,
  { caseId, kinds }: OfKinds,
  condition: SQL,
): Promise<string[]> => {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.caseId, caseId),
        inArray(documents.kind, kinds),
        eq(documents.state, 'issued'),
        condition,
      ),
    )
  return rows.map(({ id }) => id)
}

/** Documents of these kinds in force of which no service stands. */
export const unserved = async (tx: Executor, { caseId, kinds }: OfKinds): Promise<string[]> => {
  const standing = sql`(SELECT count(*) FILTER (WHERE s.served) - count(*) FILTER (WHERE s.method = ${takenBack})
    FROM document_services s WHERE s.document = documents.id)`
  return issuedWhere(tx, { caseId, kinds }, sql`${standing} <= 0`)
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
