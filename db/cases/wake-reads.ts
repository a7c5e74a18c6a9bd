// Which cases wait for the clock, and has it reached them?
import { and, asc, eq, exists, isNotNull, lte, min, notInArray, or } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { cases, effects } from '../schema/cases/cases.ts'
import { wakes } from '../schema/cases/wakes.ts'

/** A case that wants to wake, and as which revision it sleeps: when neither has changed after a wake, the wake was in vain. */
export type Sleeper = {
  caseId: string
  process: string
  generation: number
  number: string
  revision: number
  wakeAt: Instant | null
}

const columns = {
  caseId: cases.id,
  process: cases.process,
  generation: cases.generation,
  number: cases.number,
  revision: cases.revision,
  wakeAt: cases.wakeAt,
}

/** The next instant at which any case wants to wake, `except` these; a closed one may still have something to deliver. */
export const readNextWake = async (
  db: Database,
  except: string[] = [],
): Promise<Instant | null> => {
  const [row] = await db
    .select({ next: min(cases.wakeAt) })
    .from(cases)
    .where(
      and(isNotNull(cases.wakeAt), except.length > 0 ? notInArray(cases.id, except) : undefined),
    )
  return row?.next ?? null
}

/** Cases that want to wake by `at`, in the order in which they want to; after them those whose workflow has not yet looked at what was done. */
export const readSleepers = async (db: Database, at: Instant): Promise<Sleeper[]> => {
  return db
    .select(columns)
    .from(cases)
    .leftJoin(wakes, eq(wakes.caseId, cases.id))
    .where(or(lte(cases.wakeAt, at), isNotNull(wakes.unseenSince)))
    .orderBy(asc(cases.wakeAt), asc(cases.id))
}

/** Cases with something to carry out by `at` that has not been. */
export const readUndelivered = async (db: Database, at: Instant): Promise<Sleeper[]> => {
  const left = and(
    eq(effects.caseId, cases.id),
    eq(effects.status, 'pending'),
    lte(effects.notBefore, at),
  )
  return db
    .select(columns)
    .from(cases)
    .where(exists(db.select({ id: effects.id }).from(effects).where(left)))
}
