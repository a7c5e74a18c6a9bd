// Which documents does a case have, what are their bytes, and which one bears a code?
import { asc, eq, inArray } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { documentBytes, documentServices, documents } from '../schema/cases/documents.ts'
import type { Reader } from '../scope.ts'

type Row = typeof documents.$inferSelect
export type DocumentHit = Omit<Row, 'content'> & {
  services: (typeof documentServices.$inferSelect)[]
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
  return rows.map(({ content: _, ...row }) => ({
    ...row,
    services: services.filter(({ document }) => document === row.id),
  }))
}

export const readBytes = async (tx: Reader, id: string): Promise<Uint8Array | null> => {
  const [found] = await tx
    .select({ bytes: documentBytes.bytes })
    .from(documentBytes)
    .where(eq(documentBytes.document, id))
  return found?.bytes ?? null
}

/** The document that bears a code, for whoever holds the paper: he needs no scope, and is told next to nothing. */
export const findByCode = async (db: Executor, code: string): Promise<Row | null> => {
  const [found] = await db.select().from(documents).where(eq(documents.code, code))
  return found ?? null
}
