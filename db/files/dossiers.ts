// Which dossier is to be made next, how far is it, and which one does a case have?

import { and, desc, eq, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Text } from '../../domain/language/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { documentBytes } from '../schema/cases/documents.ts'
import { dossiers } from '../schema/cases/dossiers.ts'

export type DossierRow = typeof dossiers.$inferSelect

/** The latest one that was asked for. */
export const latestDossier = async (db: Executor, caseId: string): Promise<DossierRow | null> => {
  const [found] = await db
    .select()
    .from(dossiers)
    .where(eq(dossiers.caseId, caseId))
    .orderBy(desc(dossiers.askedAt), desc(dossiers.id))
    .limit(1)
  return found ?? null
}

/** Of those who ask at once for the same case one is heard. */
export const askForDossier = async (
  db: Database,
  asked: Pick<DossierRow, 'id' | 'caseId' | 'person' | 'askedAt' | 'facts'>,
): Promise<void> => {
  const begun = { state: 'waiting' as const, done: 0, total: 0, missing: [] }
  const another = and(eq(dossiers.caseId, asked.caseId), underWay)
  await alone(db, `dossier ${asked.caseId}`, async (tx) => {
    const [waiting] = await tx.select({ id: dossiers.id }).from(dossiers).where(another).limit(1)
    if (!waiting) await tx.insert(dossiers).values({ ...asked, ...begun })
  })
}

const patienceSeconds = 30
const underWay = inArray(dossiers.state, ['waiting', 'making'])

/** Whoever was killed while making it three times is not killed by it again. */
const mostAttempts = 3

/** Takes the oldest that nobody makes, or whose maker has died; of two who ask at once each gets another one. */
export const takeDossier = async (db: Executor): Promise<DossierRow | null> => {
  const silent = lt(dossiers.beat, sql`now() - make_interval(secs => ${patienceSeconds})`)
  await db
    .update(dossiers)
    .set({ state: 'failed' })
    .where(and(underWay, silent, gte(dossiers.attempts, mostAttempts)))
  const free = db
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(underWay, or(isNull(dossiers.beat), silent)))
    .orderBy(dossiers.askedAt)
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await db
    .update(dossiers)
    .set({
      state: 'making',
      beat: sql`now()`,
      done: 0,
      attempts: sql`${dossiers.attempts} + 1`,
    })
    .where(inArray(dossiers.id, free))
    .returning()
  return taken ?? null
}

export const noteProgress = async (
  db: Executor,
  id: string,
  { done, total }: { done: number; total: number },
): Promise<void> => {
  const set = { done, total, beat: sql`now()` }
  await db
    .update(dossiers)
    .set(set)
    .where(and(eq(dossiers.id, id), underWay))
}

type Made = {
  pdf: { sha256: string; size: number }
  zip: { sha256: string; size: number }
  facts: number
  missing: Text[]
  at: Instant
}

/** What two have made of the same is the same; who comes second changes nothing. */
export const keepDossier = async (db: Executor, id: string, made: Made): Promise<void> => {
  await db
    .update(dossiers)
    .set({
      state: 'made',
      facts: made.facts,
      missing: made.missing,
      madeAt: made.at,
      pdfSha256: made.pdf.sha256,
      pdfSize: made.pdf.size,
      zipSha256: made.zip.sha256,
      zipSize: made.zip.size,
    })
    .where(and(eq(dossiers.id, id), underWay))
}

export const failDossier = async (db: Executor, id: string): Promise<void> => {
  await db
    .update(dossiers)
    .set({ state: 'failed' })
    .where(and(eq(dossiers.id, id), underWay))
}

/** The bytes of a document, for whoever makes the dossier of its case. */
export const bytesOfDocument = async (db: Executor, id: string): Promise<Uint8Array> => {
  const [found] = await db
    .select({ bytes: documentBytes.bytes })
    .from(documentBytes)
    .where(eq(documentBytes.document, id))
  if (!found) throw new Error(`document ${id} has no bytes`)
  return found.bytes
}
