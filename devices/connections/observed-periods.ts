// In which ten-minute periods was each feed heard, so that figures divide by what was observed?
import type { Database } from '../../db/client.ts'
import { feedPeriods } from '../../db/schema/devices/devices.ts'
import { periodSeconds } from '../../domain/duty/figures.ts'

/** Says once a period that a feed is heard; a period that could not be kept is kept by the next who says it. */
export const createObservedPeriods = (db: Database) => {
  const lastPeriods = new Map<string, number>()
  return async (feed: string, at: Date): Promise<void> => {
    const period = Math.floor(at.getTime() / (1_000 * periodSeconds))
    if (lastPeriods.get(feed) === period) return
    await db.insert(feedPeriods).values({ feed, period }).onConflictDoNothing()
    lastPeriods.set(feed, period)
  }
}
