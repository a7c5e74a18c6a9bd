// From when to when was nothing heard of a feed, and why?
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { feedGaps } from '../../db/schema/devices.ts'

/** A gap is opened once and closed once; written one after the other, and without making anybody wait. */
export const createGaps = (db: Database, log: (line: string) => void) => {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<unknown>): void => {
    last = last.then(work).catch((error: Error) => log(`a gap could not be kept: ${error.message}`))
  }
  return {
    note: (feed: string, { reason, from, to }: { reason: string; from: Date; to: Date | null }): void =>
      inTurn(async () => {
        await db.insert(feedGaps).values({ feed, reason, from: from.toISOString() }).onConflictDoNothing()
        if (to === null) return
        const open = and(eq(feedGaps.feed, feed), eq(feedGaps.reason, reason), isNull(feedGaps.to), isNull(feedGaps.device))
        await db
          .update(feedGaps)
          .set({ to: sql`${to.toISOString()}` })
          .where(open)
      }),
    close: async (): Promise<void> => void (await last),
  }
}
