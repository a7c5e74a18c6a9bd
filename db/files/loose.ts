// Which files has nothing taken up yet, how many has one uploader open, and which of them are forgotten?
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { OpenFiles } from '../../domain/evidence/loose.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { files } from '../schema/cases/files.ts'
import type { Upload } from './uploads.ts'

/** Named by no act and by no entry of a ledger. */
export const isLoose = and(isNull(files.caseId), isNull(files.selfCheck))

const isLooseFile = and(isLoose, isNull(files.recording))

/** What an uploader has brought, since then or ever, that nothing has taken up; recordings are counted apart. */
export const weighLoose = async (
  db: Executor,
  uploadedBy: string,
  since?: Instant,
): Promise<OpenFiles> => {
  const [found] = await db
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8`,
    })
    .from(files)
    .where(
      and(
        eq(files.uploadedBy, uploadedBy),
        isLooseFile,
        since === undefined ? undefined : gt(files.at, since),
      ),
    )
  return found ?? { files: 0, bytes: 0 }
}

/** Those that nothing has taken up since; the oldest first. */
export const readLoose = async (db: Executor, before: Instant, most: number): Promise<string[]> => {
  const found = await db
    .select({ id: files.id })
    .from(files)
    .where(and(isLooseFile, lt(files.at, before)))
    .orderBy(files.at, files.id)
    .limit(most)
  return found.map(({ id }) => id)
}

/** Forgets one, a recording too, unless it has been taken up meanwhile: null. Its bytes are then for `oweRemoval`. */
export const forgetLoose = async (tx: Executor, id: string): Promise<Upload | null> => {
  const [gone] = await tx
    .delete(files)
    .where(and(isLoose, eq(files.id, id)))
    .returning()
  return gone ?? null
}
