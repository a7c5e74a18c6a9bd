// Which cases wait for the clock, and has it reached them?
import { and, asc, isNotNull, lte, min, notInArray } from 'drizzle-orm'
import type { Instant } from '../../domain/case/instant.ts'
import type { Database } from '../client.ts'
import { cases } from '../schema/cases.ts'

/** A case that wants to wake, and as which revision it sleeps: when neither has changed after a wake, the wake was in vain. */
export type Sleeper = { caseId: string; process: string; life: number; number: string; revision: number; wakeAt: Instant }

const columns = { caseId: cases.id, process: cases.process, life: cases.life, number: cases.number, revision: cases.revision }

/** The next instant at which any case wants to wake, `except` these; a closed one may still have something to deliver. */
export const readNextWake = async (db: Database, except: string[] = []): Promise<Instant | null> => {
  const [row] = await db
    .select({ next: min(cases.wakeAt) })
    .from(cases)
    .where(and(isNotNull(cases.wakeAt), except.length > 0 ? notInArray(cases.id, except) : undefined))
  return row?.next ?? null
}

/** Cases that want to wake by `at`, in the order in which they want to. */
export const readSleepers = async (db: Database, at: Instant): Promise<Sleeper[]> => {
  const rows = await db
    .select({ ...columns, wakeAt: cases.wakeAt })
    .from(cases)
    .where(lte(cases.wakeAt, at))
    .orderBy(asc(cases.wakeAt), asc(cases.id))
  return rows.flatMap(({ wakeAt, ...row }) => (wakeAt === null ? [] : [{ ...row, wakeAt }]))
}
