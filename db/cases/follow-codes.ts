// Which case does a number or a receipt stand for, and with which code may it be followed?
import { eq, or, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { followCodes } from '../schema/cases/public.ts'

export type FollowCode = Omit<typeof followCodes.$inferSelect, 'attempts'>

/** Keeps the hash of a code once; a report that is sent again finds it there. */
export const keepFollowCode = async (db: Executor, code: FollowCode): Promise<void> => {
  await db
    .insert(followCodes)
    .values({ ...code, attempts: 0 })
    .onConflictDoNothing()
}

/** The number of a case, once it has one. */
export const readNumber = async (db: Executor, caseId: string): Promise<string | null> => {
  const [found] = await db.select({ number: cases.number }).from(cases).where(eq(cases.id, caseId))
  return found?.number ?? null
}

export type Followed = FollowCode & { record: CaseRecord | null }

/** Read by the owner of the database: whoever asks has no scope, and learns nothing before the code has been compared. */
export const findFollowed = async (db: Executor, number: string): Promise<Followed | null> => {
  const [found] = await db
    .select({ code: followCodes, record: cases.record })
    .from(followCodes)
    .leftJoin(cases, eq(cases.id, followCodes.caseId))
    .where(or(eq(cases.number, number), eq(followCodes.receipt, number)))
  return found ? { ...found.code, record: found.record } : null
}

export const countWrongCode = async (db: Executor, caseId: string): Promise<void> => {
  await db
    .update(followCodes)
    .set({ attempts: sql`${followCodes.attempts} + 1` })
    .where(eq(followCodes.caseId, caseId))
}
