// Which uploaded file is meant, and where was it said that it exists?
import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { files } from '../schema/cases/files.ts'
import { keptBytes as lost } from '../schema/cases/kept-bytes.ts'
import type { Reader } from '../scope.ts'
import { stillKept } from './kept-bytes.ts'
import { holdBytes, oweRemoval, settleRemoval } from './unneeded-bytes.ts'

export type Upload = typeof files.$inferSelect
export type NewFile = typeof files.$inferInsert

type Keeping = {
  /** Puts its bytes under their hash, which nobody takes away meanwhile. */
  place: () => Promise<void>
  /** Throws where its uploader has too much open; whatever else he sends waits until it is kept. */
  admit?: (tx: Executor) => Promise<void>
}

/** Keeps an upload once: the first one under an id stays, and is what comes back. */
export const keepUpload = async (
  db: Database,
  upload: NewFile,
  { place, admit }: Keeping,
): Promise<Upload> => {
  // Whoever dies between the bytes and their row leaves bytes that the next night takes away.
  await oweRemoval(db, upload.sha256, upload.at)
  return aloneWithUploads(db, upload.uploadedBy, async (tx) => {
    const [known] = await tx.select().from(files).where(eq(files.id, upload.id))
    if (known) return known
    await admit?.(tx)
    await holdBytes(tx, upload.sha256)
    await place()
    const [kept] = await tx.insert(files).values(upload).returning()
    if (!kept) throw new Error('an upload was not kept')
    await settleRemoval(tx, upload.sha256)
    return kept
  })
}

/** A transaction in which nobody else begins or keeps an upload of this uploader. */
export const aloneWithUploads = <Result>(
  db: Pick<Database, 'transaction'>,
  uploadedBy: string,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, `uploads of ${uploadedBy}`, work)

/** A file that row-level security lets the reader see. */
export const readUpload = async (tx: Reader, id: string): Promise<Upload | null> => {
  const [found] = await tx.select().from(files).where(eq(files.id, id))
  return found ?? null
}

/** What each of these files holds, kept as it is until the transaction ends. */
export const lockHashes = (tx: Executor, ids: string[]) =>
  hashes(tx).where(inArray(files.id, ids)).orderBy(files.id).for('update')

/** What each of these files holds, as far as they are there; none of which the bytes were found altered or missing. */
export const readHashes = async (tx: Executor, ids: string[]) =>
  ids.length === 0
    ? []
    : hashes(tx)
        .leftJoin(lost, and(eq(lost.sha256, files.sha256), ne(lost.found, 'intact'), stillKept))
        .where(and(inArray(files.id, ids), isNull(lost.sha256)))

const hashes = (tx: Executor) => tx.select({ id: files.id, sha256: files.sha256 }).from(files)

/** All files of a case that the reader may see. */
export const readUploadsOf = (tx: Reader, caseId: string): Promise<Upload[]> =>
  tx.select().from(files).where(eq(files.caseId, caseId))

/** Which of these files the actor may put into an act: his own fresh ones, and those of the case itself. Recordings go in by an act of their own. */
export const usableUploads = async (
  db: Executor,
  ids: string[],
  actorId: string,
  caseId: string | null,
  recordings = false,
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const ownFresh = and(eq(files.uploadedBy, actorId), isNull(files.caseId))
  const usable = caseId === null ? ownFresh : or(ownFresh, eq(files.caseId, caseId))
  const found = await db
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, ids),
        usable,
        recordings ? isNotNull(files.recording) : isNull(files.recording),
      ),
    )
  return new Set(found.map(({ id }) => id))
}
