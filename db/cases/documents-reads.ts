// Which documents does a case have, what are their bytes, and which one bears a code?
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { caseFacts } from '../schema/cases/cases.ts'
import {
  documentBytes,
  documentServices,
  documentSignatures,
  documents,
} from '../schema/cases/documents.ts'
import type { Reader } from '../scope.ts'

type Row = typeof documents.$inferSelect
export type DocumentHit = Omit<Row, 'content'> & {
  services: (typeof documentServices.$inferSelect)[]
  /** The item of the case that has made it; null: the case itself. */
  item: number | null
}

/** The documents that row-level security lets the reader see, oldest first. */
export const readDocuments = async (tx: Reader, caseId: string): Promise<DocumentHit[]> => {
  const rows = await tx
    .select()
    .from(documents)
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.at), asc(documents.seq))
  return withServices(tx, rows)
}

/** One document that the reader may see. */
export const readDocument = async (tx: Reader, id: string): Promise<DocumentHit | null> => {
  const [found] = await withServices(
    tx,
    await tx.select().from(documents).where(eq(documents.id, id)),
  )
  return found ?? null
}

const withServices = async (tx: Reader, rows: Row[]): Promise<DocumentHit[]> => {
  const ids = rows.map(({ id }) => id)
  const services =
    ids.length > 0
      ? await tx.select().from(documentServices).where(inArray(documentServices.document, ids))
      : []
  const items = await itemsOf(tx, rows)
  return rows.map(({ content: _, ...row }) => ({
    ...row,
    item: items.get(`${row.caseId} ${row.seq}`) ?? null,
    services: services.filter(({ document }) => document === row.id),
  }))
}

/** By the fact that has made each. */
const itemsOf = async (tx: Reader, rows: Row[]): Promise<Map<string, number>> => {
  if (rows.length === 0) return new Map()
  const facts = await tx
    .select({ caseId: caseFacts.caseId, seq: caseFacts.seq, item: itemOfFact })
    .from(caseFacts)
    .where(
      and(
        inArray(caseFacts.caseId, [...new Set(rows.map(({ caseId }) => caseId))]),
        inArray(caseFacts.seq, [...new Set(rows.map(({ seq }) => seq))]),
        isNotNull(itemOfFact),
      ),
    )
  return new Map(facts.map(({ caseId, seq, item }) => [`${caseId} ${seq}`, Number(item)]))
}

const itemOfFact = sql<string | null>`${caseFacts.data}->>'item'`

/** The items of a case at whose confidential answers somebody has looked, on record. */
export const looksOf = async (tx: Reader, caseId: string, person: string): Promise<number[]> => {
  const rows = await tx
    .select({ item: itemOfFact })
    .from(caseFacts)
    .where(
      and(
        eq(caseFacts.caseId, caseId),
        eq(caseFacts.type, 'unmask'),
        eq(sql`${caseFacts.actor}->>'id'`, person),
        isNotNull(itemOfFact),
      ),
    )
  return rows.map(({ item }) => Number(item))
}

/** The items in whose acts a file is named; null: an act of the case itself, of which whoever can write a word may make one. */
export const itemsNaming = async (
  tx: Reader,
  caseId: string,
  file: string,
): Promise<(number | null)[]> => {
  const rows = await tx
    .select({ item: itemOfFact })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), sql`strpos(${caseFacts.data}::text, ${file}) > 0`))
  return rows.map(({ item }) => (item === null ? null : Number(item)))
}

export const readBytes = async (tx: Reader, id: string): Promise<Uint8Array | null> => {
  const [found] = await tx
    .select({ bytes: documentBytes.bytes })
    .from(documentBytes)
    .where(eq(documentBytes.document, id))
  return found?.bytes ?? null
}

/** The signature that lies beside a document; null: none. The reader role does not see the table: whoever asks has read the document. */
export const readDetached = async (db: Executor, id: string) => {
  const [found] = await db
    .select()
    .from(documentSignatures)
    .where(eq(documentSignatures.document, id))
  return found ?? null
}

/** The document that bears a code, for whoever holds the paper: he needs no scope, and is told next to nothing. */
export const findByCode = async (db: Executor, code: string): Promise<Row | null> => {
  const [found] = await db.select().from(documents).where(eq(documents.code, code))
  return found ?? null
}
