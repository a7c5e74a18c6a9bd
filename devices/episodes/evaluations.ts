// How is a running evaluation stored so that nobody judges on the ground of an older one?
import { eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { alarmStates } from '../../db/schema/devices/alarms.ts'
import type { AlarmState } from '../alarms/state.ts'
import type { AlarmAbout } from './about.ts'

/** The running evaluation with the open episode's row, as it is stored. */
export type Kept = {
  state: AlarmState
  about: AlarmAbout
  alarm: { id: string; seq: number; rang: number; flood: string | null } | null
}
export type Entry = Kept & { revision: number; wakeAt: string | null }

/** Somebody else has changed the evaluation meanwhile: read it again and judge anew. */
export class Overtaken extends Error {
  readonly keys: string[]
  constructor(keys: string[]) {
    super(`${keys.length} evaluations were overtaken`)
    this.name = 'Overtaken'
    this.keys = keys
  }
}

type Revised = [key: string, entry: Entry]

/** Takes hold of the evaluations, first of all: nothing of an alarm is written on the ground of an older one. */
export const claimStates = async (tx: Executor, entries: Revised[]): Promise<void> => {
  const known = entries.filter(([, { revision }]) => revision > 0)
  const fresh = entries.filter(([, { revision }]) => revision === 0)
  const held = new Set<string>()
  if (known.length > 0) {
    const { rows } = await tx.execute<{ key: string }>(sql`
      UPDATE alarm_states held SET revision = held.revision + 1
      FROM unnest(${sql.param(known.map(([key]) => key))}::text[], ${sql.param(known.map(([, { revision }]) => revision))}::int[]) AS mine (key, revision)
      WHERE held.key = mine.key AND held.revision = mine.revision RETURNING held.key`)
    for (const { key } of rows) held.add(key)
  }
  if (fresh.length > 0) {
    const values = fresh.map(([key, { about }]) => ({
      key,
      feed: about.feed,
      state: {},
      revision: 1,
      wakeAt: null,
    }))
    const made = await tx
      .insert(alarmStates)
      .values(values)
      .onConflictDoNothing()
      .returning({ key: alarmStates.key })
    for (const { key } of made) held.add(key)
  }
  const overtaken = entries.map(([key]) => key).filter((key) => !held.has(key))
  if (overtaken.length > 0) throw new Overtaken(overtaken)
}

/** Writes the evaluations that were taken hold of, once their events have been written. */
export const keepStates = async (tx: Executor, entries: Revised[]): Promise<void> => {
  const kept = entries.map(([, { revision: _, wakeAt: __, ...of }]) => JSON.stringify(of))
  await tx.execute(sql`
    UPDATE alarm_states held SET state = mine.state, feed = mine.feed, wake_at = mine.wake_at
    FROM unnest(${sql.param(entries.map(([key]) => key))}::text[], ${sql.param(kept)}::jsonb[],
      ${sql.param(entries.map(([, { about }]) => about.feed))}::text[], ${sql.param(entries.map(([, { wakeAt }]) => wakeAt))}::timestamptz[])
      AS mine (key, state, feed, wake_at)
    WHERE held.key = mine.key`)
}

export const readStates = async (
  db: Pick<Executor, 'select'>,
  keys: string[],
): Promise<Map<string, Entry>> => {
  const rows = await db.select().from(alarmStates).where(inArray(alarmStates.key, keys))
  return new Map(
    rows.map(({ key, state, revision, wakeAt }) => [
      key,
      { ...(state as unknown as Kept), revision, wakeAt },
    ]),
  )
}

export const readStatesOfFeed = async (
  db: Pick<Executor, 'select'>,
  feed: string,
): Promise<Map<string, Entry>> => {
  const rows = await db.select().from(alarmStates).where(eq(alarmStates.feed, feed))
  return new Map(
    rows.map(({ key, state, revision, wakeAt }) => [
      key,
      { ...(state as unknown as Kept), revision, wakeAt },
    ]),
  )
}
