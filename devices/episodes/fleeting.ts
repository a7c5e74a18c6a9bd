// What came and went before its case was told of it, and how are rows of the outbox done with?
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { alarmOutbox, alarms } from '../../db/schema/devices/alarms.ts'
import { ringingEvents } from '../../domain/duty/alarm-states.ts'
import { alwaysPasses } from './policy.ts'

type Deps = {
  db: Database
  guard: (tx: Executor) => Promise<void>
  /** Ends an alarm that came and went before anybody was told. */
  closeUnreported: (alarm: string) => Promise<void>
  now: () => Date
}

const cameAndWent = and(
  isNull(alarms.caseStarted),
  eq(alarms.active, false),
  eq(alarms.latched, false),
)

/** Came and went before its case was told of anything: recorded, and not told at all. Answers how many rows that were. */
export const forgetFleeting = async (deps: Deps): Promise<number> => {
  const { db, now } = deps
  const waiting = (kinds: readonly string[]) =>
    sql`EXISTS (SELECT 1 FROM alarm_outbox WHERE alarm = ${alarms.id} AND done_at IS NULL AND kind IN ${kinds})`
  const gone = await db
    .select()
    .from(alarms)
    .where(
      and(
        sql`${alarms.id} IN (SELECT alarm FROM alarm_outbox WHERE done_at IS NULL AND kind IN ('rtn', 'declared-over') ORDER BY id LIMIT 500)`,
        cameAndWent,
        waiting(ringingEvents),
      ),
    )
  let done = 0
  for (const { id } of gone.filter((one) => !alwaysPasses(one))) {
    const ended = await db.transaction(async (tx) => {
      await deps.guard(tx)
      const waits = and(eq(alarmOutbox.alarm, id), isNull(alarmOutbox.doneAt))
      return (await isGone(tx, id)) ? finishRows(tx, waits, 'fleeting', now()) : 0
    })
    if (ended > 0) await deps.closeUnreported(id)
    done += ended
  }
  return done
}

/** It may have rung again since it was looked for. Nothing is written of it until the transaction ends: a later ring is told. */
const isGone = async (tx: Executor, id: string): Promise<boolean> => {
  const [gone] = await tx
    .select({ id: alarms.id })
    .from(alarms)
    .where(and(eq(alarms.id, id), cameAndWent))
    .for('update')
  return gone !== undefined
}

/** Answers how many rows were done with. */
export const finishRows = async (
  tx: Executor,
  which: ReturnType<typeof and>,
  outcome: NonNullable<(typeof alarmOutbox.$inferSelect)['outcome']>,
  now: Date,
): Promise<number> =>
  (
    await tx
      .update(alarmOutbox)
      .set({ doneAt: now.toISOString(), outcome, error: null })
      .where(which)
      .returning({ id: alarmOutbox.id })
  ).length
