// From when to when was nothing heard of a feed, and why?
import { and, eq, isNull, max, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { feedGaps, feedStates } from '../../db/schema/devices/devices.ts'

/** A gap is opened once and closed once; written one after the other, and without making anybody wait. */
export const createGaps = (db: Database, log: (line: string) => void) => {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<unknown>): void => {
    last = last.then(work).catch((error: Error) => log(`a gap could not be kept: ${error.message}`))
  }
  return {
    note: (
      feed: string,
      { reason, from, to }: { reason: string; from: Date; to: Date | null },
    ): void =>
      inTurn(async () => {
        await db
          .insert(feedGaps)
          .values({ feed, reason, from: from.toISOString() })
          .onConflictDoNothing()
        if (to !== null) await closeOpen(db, feed, reason, to)
      }),
    /** The connection is there again: whatever a holder before has left open ends now. */
    connectionFound: (feed: string, at: Date): void =>
      inTurn(() => closeOpen(db, feed, 'line', at)),
    /** Since when nothing was received from a feed that was received before and is heard by nobody now; null: that is not known. */
    silentSince: async (feed: string): Promise<Date | null> => {
      const [state] = await db
        .select({ at: feedStates.lastFrameAt })
        .from(feedStates)
        .where(eq(feedStates.feed, feed))
      const [lastGap] = await db
        .select({ to: max(feedGaps.to) })
        .from(feedGaps)
        .where(eq(feedGaps.feed, feed))
      return state?.at
        ? new Date(Math.max(Date.parse(state.at), lastGap?.to ? Date.parse(lastGap.to) : 0))
        : null
    },
    close: async (): Promise<void> => void (await last),
  }
}

const closeOpen = (db: Database, feed: string, reason: string, to: Date) =>
  db
    .update(feedGaps)
    .set({ to: sql`greatest(${feedGaps.from}, ${to.toISOString()}::timestamptz)` })
    .where(
      and(
        eq(feedGaps.feed, feed),
        eq(feedGaps.reason, reason),
        isNull(feedGaps.to),
        isNull(feedGaps.device),
      ),
    )
