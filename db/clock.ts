// What time is it for the law: real time, or the laboratory's?
import { eq } from 'drizzle-orm'
import type { Instant } from '../domain/time/instant.ts'
import { instant } from '../domain/time/instant.ts'
import type { Executor } from './client.ts'
import { laboratoryClock } from './schema/change/time.ts'

export type Clock = ReturnType<typeof createClock>

/**
 * The legal clock. Outside the laboratory it is real time and costs nothing; in the laboratory every reader asks the
 * one row that all processes share. Sessions, signatures and rate limits never use it.
 */
export const createClock = (db: Executor, laboratory: boolean) => {
  const offset = async (executor: Executor = db): Promise<number> => {
    if (!laboratory) return 0
    const [row] = await executor
      .select({ offsetMs: laboratoryClock.offsetMs })
      .from(laboratoryClock)
      .where(eq(laboratoryClock.id, 1))
    return row?.offsetMs ?? 0
  }
  return {
    offset,
    now: async (executor: Executor = db): Promise<Instant> =>
      instant(Date.now() + (await offset(executor))),
    /** Moves the laboratory clock; real time goes on from there. */
    setNow: async (at: Instant): Promise<void> => {
      if (!laboratory) throw new Error('the clock only moves in the laboratory')
      const offsetMs = Date.parse(at) - Date.now()
      await db
        .insert(laboratoryClock)
        .values({ id: 1, offsetMs })
        .onConflictDoUpdate({ target: laboratoryClock.id, set: { offsetMs } })
    },
  }
}

/** How far a database has been moved from real time, ms; a normal start refuses one that has. */
export const storedOffset = async (db: Executor): Promise<number> => {
  const [row] = await db
    .select({ offsetMs: laboratoryClock.offsetMs })
    .from(laboratoryClock)
    .where(eq(laboratoryClock.id, 1))
  return row?.offsetMs ?? 0
}
