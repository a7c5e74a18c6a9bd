// Which cases wait for the clock, and has it reached them?
import { and, asc, eq, inArray, isNotNull, lte, min } from 'drizzle-orm'
import type { Instant } from '../../domain/case/instant.ts'
import type { Database } from '../client.ts'
import { cases } from '../schema/cases.ts'

export type Sleeper = { caseId: string; process: string; life: number }

const waiting = and(eq(cases.status, 'open'), isNotNull(cases.wakeAt))

/** The next instant at which any open case wants to wake. */
export const readNextWake = async (db: Database): Promise<Instant | null> => {
  const [row] = await db
    .select({ next: min(cases.wakeAt) })
    .from(cases)
    .where(waiting)
  return row?.next ?? null
}

/** Open cases that want to wake by `at`; with `among`, only of those. */
export const readSleepers = (db: Database, at: Instant, among?: string[]): Promise<Sleeper[]> =>
  db
    .select({ caseId: cases.id, process: cases.process, life: cases.life })
    .from(cases)
    .where(and(waiting, lte(cases.wakeAt, at), among ? inArray(cases.id, among) : undefined))
    .orderBy(asc(cases.wakeAt), asc(cases.id))
