// Which papers open a matter to whom it concerns, and which one-time codes and sessions hold for it?
import { and, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Database, Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { documents } from '../schema/cases/documents.ts'
import { ownMatterCodes, ownMatterFailures, ownMatterSessions } from '../schema/cases/own-matter.ts'

/** A paper in force that bears a code, with the item that it speaks of. */
export type OpeningPaper = { id: string; item: number }

const itemOfPaper = sql<
  number | null
>`(SELECT (f.data->>'item')::int FROM case_facts f WHERE f.case_id = "documents"."case_id" AND f.seq = "documents"."seq")`

/** The case of a number with its papers that bear a code. Read by the owner: whoever asks has no scope, and learns nothing before the code fits. */
export const findByNumber = async (
  db: Executor,
  number: string,
): Promise<{ record: CaseRecord; papers: OpeningPaper[] } | null> => {
  const [found] = await db
    .select({ record: cases.record })
    .from(cases)
    .where(eq(cases.number, number))
  if (!found) return null
  const rows = await db
    .select({ id: documents.id, item: itemOfPaper })
    .from(documents)
    .where(
      and(
        eq(documents.caseId, found.record.id),
        eq(documents.state, 'issued'),
        sql`${documents.content} ? 'access'`,
      ),
    )
  return {
    record: found.record,
    papers: rows.flatMap(({ id, item }) => (item === null ? [] : [{ id, item: Number(item) }])),
  }
}

export const recordOf = async (db: Executor, caseId: string): Promise<CaseRecord | null> => {
  const [found] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, caseId))
  return found?.record ?? null
}

type NewCode = Omit<typeof ownMatterCodes.$inferInsert, 'tries' | 'usedAt'>

/** Earlier codes live out their time: who has the paper alone does not end what its addressee was sent. What has ended long ago is forgotten. */
export const keepOneTimeCode = (db: Database, code: NewCode, now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const dayBefore = new Date(now.getTime() - 86_400_000)
    await tx.delete(ownMatterCodes).where(lt(ownMatterCodes.expiresAt, dayBefore))
    await tx.insert(ownMatterCodes).values(code)
  })

/** Counts a try before anything is compared, over all living codes of its holder; null: it does not hold, or they were tried too often. */
export const tryOneTimeCode = (
  db: Database,
  id: string,
  { now, most }: { now: Date; most: number },
) =>
  db.transaction(async (tx) => {
    const [asked] = await tx
      .select({ holder: ownMatterCodes.holder })
      .from(ownMatterCodes)
      .where(eq(ownMatterCodes.id, id))
    if (!asked) return null
    const living = await tx
      .select()
      .from(ownMatterCodes)
      .where(
        and(
          eq(ownMatterCodes.holder, asked.holder),
          isNull(ownMatterCodes.usedAt),
          gt(ownMatterCodes.expiresAt, now),
        ),
      )
      .orderBy(ownMatterCodes.id)
      .for('update')
    const found = living.find((one) => one.id === id)
    const tries = living.reduce((sum, one) => sum + one.tries, 0)
    if (!found || tries >= most) return null
    await tx
      .update(ownMatterCodes)
      .set({ tries: found.tries + 1 })
      .where(eq(ownMatterCodes.id, id))
    return found
  })

/** Of two who send it at once one comes in. */
export const useOneTimeCode = async (db: Executor, id: string, now: Date): Promise<boolean> => {
  const used = await db
    .update(ownMatterCodes)
    .set({ usedAt: now })
    .where(and(eq(ownMatterCodes.id, id), isNull(ownMatterCodes.usedAt)))
    .returning({ id: ownMatterCodes.id })
  return used.length === 1
}

export const beginOwnSession = async (
  db: Executor,
  session: typeof ownMatterSessions.$inferInsert,
  now: Date,
): Promise<void> => {
  await db.delete(ownMatterSessions).where(lt(ownMatterSessions.expiresAt, now))
  await db.insert(ownMatterSessions).values(session)
}

export const readOwnSession = async (db: Executor, tokenHash: string, now: Date) => {
  const [found] = await db
    .select()
    .from(ownMatterSessions)
    .where(and(eq(ownMatterSessions.tokenHash, tokenHash), gt(ownMatterSessions.expiresAt, now)))
  return found ?? null
}

export const endOwnSession = async (db: Executor, tokenHash: string): Promise<void> => {
  await db.delete(ownMatterSessions).where(eq(ownMatterSessions.tokenHash, tokenHash))
}

/** A paper that was declared void or issued anew opens nothing, also to who is in. */
export const isInForce = async (db: Executor, document: string): Promise<boolean> => {
  const [found] = await db
    .select({ state: documents.state })
    .from(documents)
    .where(eq(documents.id, document))
  return found?.state === 'issued'
}

/** So many wrong codes in a row by one paper are no mere mistyping. */
const mostFailures = 20

/** Whether too many codes in a row were wrong by this paper. */
export const isGuessedAt = async (db: Executor, document: string): Promise<boolean> => {
  const [found] = await db
    .select({ failures: ownMatterFailures.failures })
    .from(ownMatterFailures)
    .where(eq(ownMatterFailures.document, document))
  return (found?.failures ?? 0) >= mostFailures
}

export const noteFailure = async (
  db: Executor,
  { document, caseId }: { document: string; caseId: string },
  now: Date,
): Promise<void> => {
  await db
    .insert(ownMatterFailures)
    .values({ document, caseId, failures: 1, lastFailure: now })
    .onConflictDoUpdate({
      target: ownMatterFailures.document,
      set: {
        failures: sql`least(${mostFailures}, ${ownMatterFailures.failures} + 1)`,
        lastFailure: now,
      },
    })
}

export const forgiveFailures = async (db: Executor, document: string): Promise<void> => {
  await db.delete(ownMatterFailures).where(eq(ownMatterFailures.document, document))
}

/** Papers in force that open nothing, because codes were guessed; for whoever watches. */
export const readGuessedPapers = (db: Executor) =>
  db
    .select({
      caseId: ownMatterFailures.caseId,
      number: cases.number,
      failures: ownMatterFailures.failures,
      at: ownMatterFailures.lastFailure,
    })
    .from(ownMatterFailures)
    .innerJoin(cases, eq(cases.id, ownMatterFailures.caseId))
    .innerJoin(documents, eq(documents.id, ownMatterFailures.document))
    .where(and(gte(ownMatterFailures.failures, mostFailures), eq(documents.state, 'issued')))
    .limit(100)
