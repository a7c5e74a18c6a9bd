// What is made ready, completed and cleared away in the course of the days?
import { lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { badFrames, feedPeriods } from '../../db/schema/devices/devices.ts'
import { periodSeconds } from '../../domain/duty/figures.ts'
import { clearDelivered } from '../episodes/dispatcher.ts'
import { completeWindows } from '../episodes/window.ts'
import { dropPartitions, makePartitions } from './partitions.ts'
import type { createRollups } from './rollups.ts'

type Deps = { db: Database; rollups: ReturnType<typeof createRollups>; now: () => Date }

/** The law wants thirty days (Order 40 of the former SAWS, art. 13); a few more cost little. */
const readingsDays = 35
const minutesYears = 3
const quarantineDays = 90
const outboxDays = 90
/** Figures are asked for ninety days at most. */
const periodsDays = 100
const hourMs = 3_600_000

/** `round` once a minute by the one who holds that lease; `minutes` by everybody who stores. */
export const createMaintenance = ({ db, rollups, now }: Deps) => {
  let cleared = 0
  return {
    minutes: () => rollups.round(now()),
    round: async (): Promise<void> => {
      await completeWindows(db, now())
      if (now().getTime() - cleared < hourMs) return
      await makePartitions(db, now())
      await dropPartitions(db, now(), readingsDays)
      await clearDelivered(db, now(), outboxDays)
      await db
        .delete(badFrames)
        .where(
          lt(badFrames.at, new Date(now().getTime() - quarantineDays * 24 * hourMs).toISOString()),
        )
      const oldest = Math.floor(
        (now().getTime() - periodsDays * 24 * hourMs) / (1_000 * periodSeconds),
      )
      await db.delete(feedPeriods).where(lt(feedPeriods.period, oldest))
      await db.execute(
        sql`DELETE FROM readings_1m WHERE minute < ${now().toISOString()}::timestamptz - ${minutesYears} * interval '1 year'`,
      )
      cleared = now().getTime()
    },
  }
}
