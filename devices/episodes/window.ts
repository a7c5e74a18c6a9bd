// Which readings are the evidence of an alarm, whatever becomes of the rest?
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { alarms } from '../../db/schema/devices/alarms.ts'

const halfHourMs = 1_800_000
const atOnce = 200

type Of = { id: string; point: number; raisedAt: string }

/** Copies what is stored of the half hour before and after; may be done again. */
export const keepWindow = async (
  tx: Pick<Executor, 'execute'>,
  { id, point, raisedAt }: Of,
): Promise<void> => {
  const [from, to] = [-halfHourMs, halfHourMs].map((ms) =>
    new Date(Date.parse(raisedAt) + ms).toISOString(),
  )
  await tx.execute(sql`
    INSERT INTO alarm_readings (alarm, at, value, quality)
    SELECT ${id}::uuid, at, value, quality FROM readings WHERE point = ${point} AND at BETWEEN ${from} AND ${to}
    ON CONFLICT DO NOTHING`)
}

/** Completes the windows that have passed since. Answers how many. */
export const completeWindows = async (db: Database, now: Date): Promise<number> => {
  const passed = new Date(now.getTime() - halfHourMs - 60_000).toISOString()
  const due = await db
    .select({ id: alarms.id, point: alarms.pointId, raisedAt: alarms.raisedAt })
    .from(alarms)
    .where(and(eq(alarms.readingsKept, false), lt(alarms.raisedAt, passed)))
    .orderBy(alarms.raisedAt)
    .limit(atOnce)
  for (const { id, point, raisedAt } of due)
    if (point !== null) await keepWindow(db, { id, point, raisedAt })
  const ids = due.map(({ id }) => id)
  if (ids.length > 0)
    await db.update(alarms).set({ readingsKept: true }).where(inArray(alarms.id, ids))
  return due.length
}
