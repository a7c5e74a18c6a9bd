// Which days have a place for readings and positions, and which have had their time?

import { sql } from 'drizzle-orm'
import { alone } from '../../db/alone.ts'
import type { Database, Executor } from '../../db/client.ts'

/** Tables with one partition per day of UTC. */
export const byDay = ['readings', 'positions'] as const

const dayMs = 86_400_000
const aheadDays = 2

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const nameOf = (table: string, day: string): string => `${table}_${day.replaceAll('-', '')}`

/** Today and two days ahead, so that midnight never waits for it. Answers how many are new. */
export const makePartitions = (db: Database, now: Date): Promise<number> =>
  alone(db, 'device partitions', (tx) => make(tx, now))

const make = async (db: Executor, now: Date): Promise<number> => {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const days = Array.from({ length: aheadDays + 1 }, (_, n) => today + n * dayMs)
  let made = 0
  for (const table of byDay) {
    const known = new Set((await partitionsOf(db, table)).map(({ name }) => name))
    for (const day of days) {
      const name = nameOf(table, dayOf(day))
      if (known.has(name)) continue
      const bounds = `FOR VALUES FROM ('${dayOf(day)}T00:00:00Z') TO ('${dayOf(day + dayMs)}T00:00:00Z')`
      await db.execute(
        sql.raw(`CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${table} ${bounds}`),
      )
      made += 1
    }
  }
  return made
}

const partitionsOf = async (
  db: Executor,
  table: string,
): Promise<{ name: string; day: string }[]> => {
  const { rows } = await db.execute<{ name: string }>(
    sql`SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = ${table}::regclass ORDER BY 1`,
  )
  return rows.flatMap(({ name }) => {
    const found = /_(\d{4})(\d\d)(\d\d)$/.exec(name)
    return found ? [{ name, day: found.slice(1).join('-') }] : []
  })
}

/** Drops whole days before the first that is kept; nothing is deleted row by row but what came much too late. Answers the dropped tables. */
export const dropPartitions = async (
  db: Database,
  now: Date,
  keptDays: number,
): Promise<string[]> => {
  const first = dayOf(now.getTime() - keptDays * dayMs)
  const dropped: string[] = []
  for (const table of byDay) {
    for (const { name, day } of await partitionsOf(db, table)) {
      if (day >= first) continue
      await db.execute(sql.raw(`DROP TABLE ${name}`))
      dropped.push(name)
    }
    await db.execute(sql.raw(`DELETE FROM ${table}_default WHERE at < '${first}T00:00:00Z'`))
  }
  return dropped
}
