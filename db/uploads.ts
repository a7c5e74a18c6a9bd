// Which uploaded file is meant, and where was it said that it exists?
import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Executor } from './client.ts'
import type { Reader } from './reads/scope.ts'
import { files } from './schema/files.ts'

export type Upload = typeof files.$inferSelect

export const keepUpload = async (db: Executor, upload: Upload): Promise<void> => {
  await db.insert(files).values(upload)
}

/** A file that row-level security lets the reader see. */
export const readUpload = async (tx: Reader, id: string): Promise<Upload | null> => {
  const [found] = await tx.select().from(files).where(eq(files.id, id))
  return found ?? null
}

/** All files of a case that the reader may see. */
export const readUploadsOf = (tx: Reader, caseId: string): Promise<Upload[]> => tx.select().from(files).where(eq(files.caseId, caseId))

/** Which of these files the actor may put into an act: his own fresh ones, and those of the case itself. */
export const usableUploads = async (db: Executor, ids: string[], actorId: string, caseId: string | null): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const ownFresh = and(eq(files.uploadedBy, actorId), isNull(files.caseId))
  const usable = caseId === null ? ownFresh : or(ownFresh, eq(files.caseId, caseId))
  const found = await db
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), usable))
  return new Set(found.map(({ id }) => id))
}
