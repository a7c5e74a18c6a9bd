// Which bytes does nothing refer to any more, and who may put some under a hash while others are taken away?
import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { hold } from '../alone.ts'
import type { Executor } from '../client.ts'
import { dossiers } from '../schema/cases/dossiers.ts'
import { files } from '../schema/cases/files.ts'
import { keptBytes, unneededBytes } from '../schema/cases/kept-bytes.ts'
import { stillKept } from './kept-bytes.ts'

/** Nobody else puts bytes under this hash, or takes them away, until the transaction ends. */
export const holdBytes = (tx: Executor, sha256: string): Promise<void> =>
  hold(tx, `bytes ${sha256}`)

/** Notes that these bytes are to be taken away unless a file lies there: whoever dies in between leaves that on record. */
export const oweRemoval = async (tx: Executor, sha256: string, since: Instant): Promise<void> => {
  await tx.insert(unneededBytes).values({ sha256, since }).onConflictDoNothing()
}

/** Hashes whose bytes are still to be taken away; the longest owed first. */
export const readOwed = async (db: Executor, most: number): Promise<string[]> => {
  const found = await db
    .select({ sha256: unneededBytes.sha256 })
    .from(unneededBytes)
    .orderBy(asc(unneededBytes.since), asc(unneededBytes.sha256))
    .limit(most)
  return found.map(({ sha256 }) => sha256)
}

/** Whether a file that is kept, or a dossier, lies under this hash. */
export const isNeeded = async (tx: Executor, sha256: string): Promise<boolean> => {
  const file = tx
    .select({ one: sql`1` })
    .from(files)
    .where(and(eq(files.sha256, sha256), stillKept))
  const dossier = tx
    .select({ one: sql`1` })
    .from(dossiers)
    .where(or(eq(dossiers.pdfSha256, sha256), eq(dossiers.zipSha256, sha256)))
  const { rows } = await tx.execute<{ needed: boolean }>(
    sql`SELECT EXISTS (${file}) OR EXISTS (${dossier}) AS needed`,
  )
  return rows[0]?.needed === true
}

/** Nothing is owed under this hash any more. */
export const settleRemoval = async (tx: Executor, sha256: string): Promise<void> => {
  await tx.delete(unneededBytes).where(eq(unneededBytes.sha256, sha256))
}

/** Nor does anybody know any more how its bytes were found. */
export const forgetMark = async (tx: Executor, sha256: string): Promise<void> => {
  await tx.delete(keptBytes).where(eq(keptBytes.sha256, sha256))
}
