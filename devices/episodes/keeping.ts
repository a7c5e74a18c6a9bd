// How is what has happened to an alarm written down: its row, its events, and what its case is still to hear?

import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { alarmEvents, alarmOutbox, alarmStates, alarms } from '../../db/schema/devices/alarms.ts'
import { isNodeAddress } from '../../domain/duty/conditions.ts'
import { type AlarmEvent, type AlarmState, standingOf } from '../alarms/state.ts'
import { cut } from '../port/cut.ts'
import type { AlarmAbout } from './about.ts'
import { alwaysPasses, policyOf } from './policy.ts'
import { keepWindow } from './window.ts'
import { doubt, lateness, wordsOf } from './wording.ts'

/** The running evaluation with the open episode's row, as it is stored. */
export type Kept = {
  state: AlarmState
  about: AlarmAbout
  alarm: { id: string; seq: number; flood: string | null } | null
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

/** Writes one event and the alarm as it is after it; answers what of the alarm is open now. */
export const keepEvent = async (
  tx: Executor,
  kept: Kept,
  said: AlarmEvent,
  flood: string | null,
): Promise<Kept['alarm']> => {
  const { about } = kept
  const event = {
    ...said,
    text: (said.text || wordsOf(about, said)) + lateness(about.kind, said) + doubt(said),
  }
  const first = event.kind === 'raised'
  if (!first && kept.alarm === null) return null
  const alarm = first || !kept.alarm ? { id: randomUUID(), seq: 0, flood } : kept.alarm
  const seq = alarm.seq + 1
  if (first)
    await tx.insert(alarms).values({
      id: alarm.id,
      ...fixed(about),
      raisedAt: event.after.raisedAt,
      flood,
      seq,
      ...moving(kept, event),
    })
  else
    await tx
      .update(alarms)
      .set({ seq, ...moving(kept, event) })
      .where(eq(alarms.id, alarm.id))
  if (first && flood === null && about.pointId !== null)
    await keepWindow(tx, { id: alarm.id, point: about.pointId, raisedAt: event.after.raisedAt })
  await tx.insert(alarmEvents).values({
    ...{
      alarm: alarm.id,
      seq,
      key: about.key,
      kind: event.kind,
      at: event.sensedAt ?? event.at,
      recordedAt: event.at,
      by: event.by,
    },
    ...{
      level: event.after.level,
      value: event.value,
      limit: event.limit,
      text: event.text,
      event: event.event,
    },
  })
  if (event.outward && (passes(about, event) || !(await isHeldBack(tx, alarm))))
    await tellCase(tx, about, event, { id: alarm.id, seq })
  await tx.execute(
    sql`SELECT pg_notify('alarm', ${JSON.stringify({ id: alarm.id, seq, region: about.region, owner: about.enterprise })})`,
  )
  return event.after.closed ? null : { ...alarm, seq }
}

const passes = (about: AlarmAbout, { after }: AlarmEvent) =>
  alwaysPasses({ ...about, level: after.level })

/**
 * Whether a flood holds an alarm back: while it is on, and only what its case has been told nothing of. The flood cannot end meanwhile, so that
 * either its end or this event tells the case.
 */
const isHeldBack = async (
  tx: Executor,
  { id, flood }: { id: string; flood: string | null },
): Promise<boolean> => {
  if (flood === null) return false
  const [on] = await tx
    .select({ id: alarms.id })
    .from(alarms)
    .where(and(eq(alarms.id, flood), alarms.active))
    .for('share')
  if (!on) return false
  const { rows } = await tx.execute<{ told: boolean }>(sql`
    SELECT case_started IS NOT NULL OR EXISTS (SELECT 1 FROM alarm_outbox WHERE alarm = alarms.id) AS told FROM alarms WHERE id = ${id}`)
  return !rows[0]?.told
}

const fixed = ({
  key,
  feed,
  device,
  point,
  pointId,
  condition,
  kind,
  name,
  region,
  enterprise,
  unit,
  lon,
  lat,
  site,
  synthetic,
}: AlarmAbout) => ({
  ...{
    key,
    feed,
    device,
    point,
    pointId,
    condition,
    kind,
    name,
    region,
    enterprise,
    unit,
    lon,
    lat,
    site,
    synthetic,
  },
})

const moving = (
  { state, about }: Kept,
  { after, at, value, limit, text, event, stale }: AlarmEvent,
) => ({
  ...{
    standing: standingOf(after),
    active: after.active,
    acked: after.acked,
    ackedBy: after.ackedBy,
    ackedAt: after.ackedAt,
  },
  ...{
    latched: after.latched,
    level: after.level,
    rtnAt: after.rtnAt,
    chattering: after.chattering,
    fleeting: after.fleeting,
  },
  ...{
    shelvedUntil: state.shelved ? (state.shelved.until ?? '9999-12-31T00:00:00.000Z') : null,
    shelvedBy: state.shelved?.by ?? null,
  },
  ...{
    shelvedReason: state.shelved?.reason ?? null,
    suppressed: state.suppressed,
    outOfService: state.outOfService !== null,
  },
  doubtful: after.doubtful,
  ...{ stale, value, limit, text, event, closedAt: after.closed ? at : null },
  policy: policyOf({ ...about, level: after.level }).way,
})

/** One waiting row per alarm and kind. What has become worse does not wait any longer; what is only recorded has no case. */
const tellCase = async (
  tx: Executor,
  about: AlarmAbout,
  event: AlarmEvent,
  alarm: { id: string; seq: number },
): Promise<void> => {
  const policy = policyOf({ ...about, level: event.after.level })
  if (policy.way !== 'episode') return
  const { kind, at } = event
  const begins = kind === 'raised' || kind === 'escalated' || kind === 're-alarm'
  const waits = kind === 'raised' || kind === 're-alarm' ? policy.afterMs : 0
  const notBefore = new Date(Date.parse(at) + waits).toISOString()
  if (begins && waits === 0) await hasten(tx, alarm.id, at)
  await tellOnce(tx, {
    alarm: alarm.id,
    seq: alarm.seq,
    kind,
    level: event.after.level,
    data: dataOf(about, event, alarm.id),
    createdAt: at,
    notBefore,
  })
}

const hasten = (tx: Executor, alarm: string, at: string) =>
  tx
    .update(alarmOutbox)
    .set({ notBefore: sql`least(${alarmOutbox.notBefore}, ${at}::timestamptz)` })
    .where(and(eq(alarmOutbox.alarm, alarm), isNull(alarmOutbox.doneAt)))

/** The newer replaces the older of its kind; under an id of its own, since the older may be on its way. */
export const tellOnce = async (
  tx: Executor,
  row: typeof alarmOutbox.$inferInsert,
): Promise<void> => {
  const older = and(
    eq(alarmOutbox.alarm, row.alarm),
    eq(alarmOutbox.kind, row.kind),
    isNull(alarmOutbox.doneAt),
  )
  const [replaced] = await tx
    .update(alarmOutbox)
    .set({ doneAt: row.createdAt, outcome: 'replaced' })
    .where(older)
    .returning({ notBefore: alarmOutbox.notBefore })
  const notBefore =
    replaced && replaced.notBefore < row.notBefore ? replaced.notBefore : row.notBefore
  await tx.insert(alarmOutbox).values({ ...row, notBefore })
}

type Said = Pick<
  AlarmEvent,
  'value' | 'limit' | 'text' | 'by' | 'event' | 'sensedAt' | 'at' | 'stale'
> & {
  after: Pick<AlarmEvent['after'], 'level' | 'doubtful'>
}

/** As the case of an alarm wants to be told; what it does not know it leaves alone. */
export const dataOf = (about: AlarmAbout, said: Said, alarm: string): Record<string, unknown> => ({
  ...{
    alarm,
    feed: about.feed,
    device: about.deviceName || about.feed,
    point: about.pointName || about.condition,
    condition: isNodeAddress(about.condition) ? 'plant' : about.condition,
  },
  ...{
    kind: about.kind,
    region: about.region,
    enterprise: about.enterprise,
    site: about.name,
    unit: about.unit,
    synthetic: about.synthetic,
  },
  ...{
    level: said.after.level,
    value: said.value,
    limit: said.limit,
    text: cut(said.text || about.name, 500),
    by: said.by,
  },
  ...{
    at: said.sensedAt ?? said.at,
    stale: said.stale,
    doubtful: said.after.doubtful,
    event: said.event,
  },
})
