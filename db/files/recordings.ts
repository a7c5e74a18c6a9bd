// Which recordings has a case, which are on their way, how much of them is still to come, and which has nobody attached?
import { and, count, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Recorded } from '../../domain/evidence/recording.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { files } from '../schema/cases/files.ts'
import { uploads } from '../schema/cases/uploads.ts'
import type { Reader } from '../scope.ts'
import { stillKept } from './kept-bytes.ts'
import { isLoose } from './loose.ts'
import type { Unfinished } from './unfinished.ts'
import type { Upload } from './uploads.ts'

/** Those of a case that the reader may see. */
export const readRecordings = (tx: Reader, caseId: string): Promise<Upload[]> =>
  tx
    .select()
    .from(files)
    .where(and(eq(files.caseId, caseId), isNotNull(files.recording)))
    .orderBy(files.at, files.id)

const ofCase = (caseId: string) => sql`${uploads.recording}->>'caseId' = ${caseId}`

/** What the reader himself has begun to send to this case. */
export const readUnfinishedRecordings = (
  tx: Reader,
  caseId: string,
  person: string,
): Promise<Unfinished[]> =>
  tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.uploadedBy, person), ofCase(caseId)))
    .orderBy(uploads.at, uploads.id)

/** One that is whole, whoever asks; null: there is none of this id. */
export const readWholeRecording = async (db: Executor, id: string): Promise<Upload | null> => {
  const [found] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, id), isNotNull(files.recording)))
  return found ?? null
}

const unattached = (uploadedBy: string) =>
  and(eq(files.uploadedBy, uploadedBy), isNull(files.caseId), isNotNull(files.recording))

/** How many recordings of a person are on their way or attached to nothing. */
export const countLooseRecordings = async (db: Executor, uploadedBy: string): Promise<number> => {
  const [waiting, whole] = await Promise.all([
    db
      .select({ n: count() })
      .from(uploads)
      .where(and(eq(uploads.uploadedBy, uploadedBy), isNotNull(uploads.recording))),
    db.select({ n: count() }).from(files).where(unattached(uploadedBy)),
  ])
  return (waiting[0]?.n ?? 0) + (whole[0]?.n ?? 0)
}

/** Bytes of recordings, whoever sends them, that have not arrived yet. */
export const awaitedBytes = async (db: Executor): Promise<number> => {
  const [found] = await db
    .select({ bytes: sql<number>`coalesce(sum(${uploads.size} - ${uploads.received}), 0)::float8` })
    .from(uploads)
    .where(isNotNull(uploads.recording))
  return found?.bytes ?? 0
}

const ofNoCase = and(isLoose, isNotNull(files.recording))

/** Whole ones that nobody has attached since; the oldest first. */
export const readUnattached = async (
  db: Executor,
  before: Instant,
  most: number,
): Promise<string[]> => {
  const found = await db
    .select({ id: files.id })
    .from(files)
    .where(and(ofNoCase, lt(files.at, before)))
    .orderBy(files.at, files.id)
    .limit(most)
  return found.map(({ id }) => id)
}

/** Of closed cases of a process, those whose bytes are still kept though the case was closed before then; the oldest first. */
export const readExpiredRecordings = (
  db: Executor,
  process: string,
  closedBefore: Instant,
  most: number,
): Promise<Pick<Upload, 'id' | 'sha256' | 'caseId'>[]> =>
  db
    .select({ id: files.id, sha256: files.sha256, caseId: files.caseId })
    .from(files)
    .innerJoin(cases, eq(cases.id, files.caseId))
    .where(
      and(
        eq(cases.process, process),
        eq(cases.status, 'closed'),
        lt(cases.closedAt, closedBefore),
        isNotNull(files.recording),
        stillKept,
      ),
    )
    .orderBy(cases.closedAt, files.id)
    .limit(most)

/** Notes that its bytes are kept no longer. */
export const noteRemoved = async (
  tx: Executor,
  id: string,
  removed: NonNullable<Recorded['removed']>,
): Promise<void> => {
  await tx
    .update(files)
    .set({ recording: sql`${files.recording} || ${JSON.stringify({ removed })}::jsonb` })
    .where(and(eq(files.id, id), isNotNull(files.recording)))
}
