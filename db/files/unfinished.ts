// How much of a file has arrived so far, for whom, and when is the rest no longer waited for?
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { uploads } from '../schema/cases/uploads.ts'
import type { Reader } from '../scope.ts'

export type Unfinished = typeof uploads.$inferSelect
export type NewUpload = Omit<Unfinished, 'received' | 'touchedAt'>

/** Days that an unfinished upload waits for its rest, in real time. */
export const waitsForDays = 7

/** Begins an upload once: the first one under an id stays, with what it has received. */
export const beginUpload = async (db: Executor, upload: NewUpload): Promise<Unfinished> => {
  const again = db.insert(uploads).values({ ...upload, received: 0 })
  const [kept] = await again
    .onConflictDoUpdate({ target: uploads.id, set: { touchedAt: sql`now()` } })
    .returning()
  if (!kept) throw new Error('an upload was neither there nor begun')
  return kept
}

/** An unfinished upload that row-level security lets the reader see. */
export const readUnfinished = async (tx: Reader, id: string): Promise<Unfinished | null> => {
  const [found] = await tx.select().from(uploads).where(eq(uploads.id, id))
  return found ?? null
}

/** How many uploads of a person wait, and how many bytes they will have; recordings are counted apart. */
export const weighUnfinished = async (
  db: Executor,
  uploadedBy: string,
): Promise<{ files: number; bytes: number }> => {
  const [found] = await db
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${uploads.size}), 0)::float8`,
    })
    .from(uploads)
    .where(and(eq(uploads.uploadedBy, uploadedBy), isNull(uploads.recording)))
  return found ?? { files: 0, bytes: 0 }
}

/** The same for a request that is about to go on with it: others wait until it has. */
export const lockUnfinished = async (tx: Executor, id: string): Promise<Unfinished | null> => {
  const [found] = await tx.select().from(uploads).where(eq(uploads.id, id)).for('update')
  return found ?? null
}

/** Notes that everything before `to` is stored; false when another request has gone on from `from` before. */
export const noteReceived = async (
  db: Executor,
  id: string,
  from: number,
  to: number,
): Promise<boolean> => {
  const here = and(eq(uploads.id, id), eq(uploads.received, from))
  const noted = await db
    .update(uploads)
    .set({ received: to, touchedAt: sql`now()` })
    .where(here)
    .returning({ id: uploads.id })
  return noted.length > 0
}

export const forgetUpload = async (db: Executor, id: string): Promise<void> =>
  void (await db.delete(uploads).where(eq(uploads.id, id)))

const isOld = lt(uploads.touchedAt, sql`now() - make_interval(days => ${waitsForDays})`)

/** Forgets those that nobody has gone on with for too long, and answers their ids; recordings are removed by night. */
export const forgetOld = async (db: Executor): Promise<string[]> => {
  const old = and(isOld, isNull(uploads.recording))
  return (await db.delete(uploads).where(old).returning({ id: uploads.id })).map(({ id }) => id)
}

/** Recordings that nobody has gone on with for too long. */
export const readAbandoned = async (db: Executor, most: number): Promise<string[]> => {
  const found = await db
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(isOld, isNotNull(uploads.recording)))
    .orderBy(uploads.touchedAt, uploads.id)
    .limit(most)
  return found.map(({ id }) => id)
}

/** Forgets one, unless somebody has gone on with it meanwhile: null. */
export const forgetAbandoned = async (tx: Executor, id: string): Promise<Unfinished | null> => {
  const [gone] = await tx
    .delete(uploads)
    .where(and(isOld, eq(uploads.id, id)))
    .returning()
  return gone ?? null
}
