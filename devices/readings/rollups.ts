// What was each point like in each minute, when the readings themselves are long gone?
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import type { ReadingRow } from './store.ts'

const minuteMs = 60_000
const atOnce = 2_000

/** Notes which minutes have changed, and reckons those anew that are over. A resend or a late reading makes its minute right again. */
export const createRollups = (db: Database) => {
  const touched = new Map<string, { point: number; minute: number }>()
  return {
    note: (rows: readonly Pick<ReadingRow, 'point' | 'at'>[]): void => {
      for (const { point, at } of rows) {
        const minute = Math.floor(Date.parse(at) / minuteMs) * minuteMs
        touched.set(`${point} ${minute}`, { point, minute })
      }
    },
    /** Answers how many minutes were reckoned. */
    round: async (now: Date): Promise<number> => {
      const over = [...touched]
        .filter(([, { minute }]) => minute + minuteMs <= now.getTime())
        .slice(0, atOnce)
      if (over.length === 0) return 0
      const of = over.map(([, one]) => one)
      // What is noted while this one is reckoned is reckoned again.
      for (const [key] of over) touched.delete(key)
      await reckon(db, of).catch((error) => {
        for (const [key, one] of over) touched.set(key, one)
        throw error
      })
      return over.length
    },
    /** What a process that was killed had noted. */
    catchUp: async (now: Date): Promise<void> => {
      const since = new Date(now.getTime() - 3_600_000).toISOString()
      const { rows } = await db.execute<{ point: number; minute: string }>(sql`
        SELECT DISTINCT point, date_trunc('minute', at) AS minute FROM readings
        WHERE at >= ${since} AND NOT EXISTS (SELECT 1 FROM readings_1m held WHERE held.point = readings.point AND held.minute = date_trunc('minute', at))`)
      for (const { point, minute } of rows)
        touched.set(`${point} ${Date.parse(minute)}`, { point, minute: Date.parse(minute) })
    },
  }
}

const reckon = async (db: Database, of: { point: number; minute: number }[]): Promise<void> => {
  await db.execute(sql`
    INSERT INTO readings_1m (point, minute, least, most, mean, last, count, bad)
    SELECT wanted.point, wanted.minute, min(value) FILTER (WHERE quality % 8 = 0), max(value) FILTER (WHERE quality % 8 = 0),
      avg(value) FILTER (WHERE quality % 8 = 0), (array_agg(value ORDER BY at DESC))[1], count(*), count(*) FILTER (WHERE quality % 8 <> 0)
    FROM unnest(${sql.param(of.map(({ point }) => point))}::int[], ${sql.param(of.map(({ minute }) => new Date(minute).toISOString()))}::timestamptz[])
      AS wanted (point, minute)
    JOIN readings ON readings.point = wanted.point AND readings.at >= wanted.minute AND readings.at < wanted.minute + interval '1 minute'
    GROUP BY 1, 2
    ON CONFLICT (point, minute) DO UPDATE SET least = excluded.least, most = excluded.most, mean = excluded.mean, last = excluded.last,
      count = excluded.count, bad = excluded.bad`)
}
