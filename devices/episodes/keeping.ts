// How is what has happened to an alarm written down: its row, its events, and what its case is still to hear?

import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { alarmEvents, alarmOutbox, alarms } from '../../db/schema/devices/alarms.ts'
import { type AlarmStanding, alarmStandingOf, isRinging } from '../../domain/duty/alarm-states.ts'
import { isNodeAddress } from '../../domain/duty/conditions.ts'
import type { AlarmEvent } from '../alarms/state.ts'
import { cut } from '../port/cut.ts'
import type { AlarmAbout } from './about.ts'
import type { Kept } from './evaluations.ts'
import { alwaysPasses, policyOf } from './policy.ts'
import { keepWindow } from './window.ts'
import { doubt, lateness, wordsOf } from './wording.ts'

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
  const before = first || !kept.alarm ? { id: randomUUID(), seq: 0, rang: 0, flood } : kept.alarm
  const seq = before.seq + 1
  const alarm = { ...before, seq, rang: isRinging(event.kind) ? seq : before.rang }
  const { rang } = alarm
  if (first)
    await tx.insert(alarms).values({
      id: alarm.id,
      ...fixed(about),
      raisedAt: event.after.raisedAt,
      flood,
      seq,
      rang,
      ...moving(kept, event),
    })
  else
    await tx
      .update(alarms)
      .set({ seq, rang, ...moving(kept, event) })
      .where(eq(alarms.id, alarm.id))
  if (first && flood === null && about.pointId !== null)
    await keepWindow(tx, { id: alarm.id, point: about.pointId, raisedAt: event.after.raisedAt })
  await tx.insert(alarmEvents).values({
    alarm: alarm.id,
    seq,
    key: about.key,
    region: about.region,
    enterprise: about.enterprise,
    condition: about.condition,
    synthetic: about.synthetic,
    kind: event.kind,
    at: event.sensedAt ?? event.at,
    recordedAt: event.at,
    by: event.by,
    level: event.after.level,
    value: event.value,
    limit: event.limit,
    text: event.text,
    event: event.event,
  })
  if (event.outward && (passes(about, event) || !(await isHeldBack(tx, alarm))))
    await tellCase(tx, about, event, alarm)
  await tx.execute(
    sql`SELECT pg_notify('alarm', ${JSON.stringify({ id: alarm.id, seq, region: about.region, owner: about.enterprise })})`,
  )
  return event.after.closed ? null : alarm
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
})

const moving = (
  { state, about }: Kept,
  { after, at, value, limit, text, event, stale }: AlarmEvent,
) => ({
  standing: alarmStandingOf(after),
  active: after.active,
  acked: after.acked,
  ackedBy: after.ackedBy,
  ackedAt: after.ackedAt,
  latched: after.latched,
  level: after.level,
  rtnAt: after.rtnAt,
  chattering: after.chattering,
  fleeting: after.fleeting,
  shelvedUntil: state.shelved ? (state.shelved.until ?? '9999-12-31T00:00:00.000Z') : null,
  shelvedBy: state.shelved?.by ?? null,
  shelvedReason: state.shelved?.reason ?? null,
  suppressed: state.suppressed,
  outOfService: state.outOfService !== null,
  doubtful: after.doubtful,
  unwatched: after.unwatched,
  stale,
  value,
  limit,
  text,
  event,
  closedAt: after.closed ? at : null,
  policy: policyOf({ ...about, level: after.level }).way,
})

/** Pure. As what its case is told of an event: what a person's act has ended has ended, whichever act it was. */
export const tidingOf = ({ kind, by, after }: Pick<AlarmEvent, 'kind' | 'by' | 'after'>): string =>
  after.closed && (kind === 'reset' || (kind === 'acked' && by !== 'plant')) ? 'ended' : kind

/**
 * One waiting row per alarm and kind. What has become worse does not wait any longer, nor what a case that has begun is to hear; what is only
 * recorded has no case, but a case hears the end also of what has become so light.
 */
const tellCase = async (
  tx: Executor,
  about: AlarmAbout,
  event: AlarmEvent,
  alarm: NonNullable<Kept['alarm']>,
): Promise<void> => {
  const policy = policyOf({ ...about, level: event.after.level })
  const { at } = event
  const kind = tidingOf(event)
  const isGrave = policy.way === 'episode'
  const known = kind === 'raised' ? null : await knownOf(tx, alarm.id)
  if (!isGrave && !known) return
  const waits = (kind === 'raised' || kind === 're-alarm') && !known?.begun ? policy.afterMs : 0
  const notBefore = new Date(Date.parse(at) + waits).toISOString()
  if (isRinging(kind) && waits === 0 && isGrave) await hasten(tx, alarm.id, at)
  await tellOnce(tx, {
    alarm: alarm.id,
    seq: alarm.seq,
    kind,
    level: event.after.level,
    data: dataOf(about, { ...event, standing: alarmStandingOf(event.after) }, alarm),
    createdAt: at,
    notBefore,
  })
}

/** What a case knows of an alarm, or is about to; null: nothing. */
const knownOf = async (tx: Executor, alarm: string): Promise<{ begun: boolean } | null> => {
  const { rows } = await tx.execute<{ begun: boolean; waits: boolean }>(sql`
    SELECT case_started IS NOT NULL AS begun, EXISTS (
      SELECT 1 FROM alarm_outbox WHERE alarm = alarms.id AND done_at IS NULL) AS waits
    FROM alarms WHERE id = ${alarm}`)
  const [row] = rows
  return row && (row.begun || row.waits) ? { begun: row.begun } : null
}

const hasten = (tx: Executor, alarm: string, at: string) =>
  tx
    .update(alarmOutbox)
    .set({ notBefore: sql`least(${alarmOutbox.notBefore}, ${at}::timestamptz)` })
    .where(and(eq(alarmOutbox.alarm, alarm), isNull(alarmOutbox.doneAt)))

/** The newer replaces the older of its kind, and says what only that said; under an id of its own, since the older may be on its way. */
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
    .returning({ notBefore: alarmOutbox.notBefore, data: alarmOutbox.data })
  const notBefore =
    replaced && replaced.notBefore < row.notBefore ? replaced.notBefore : row.notBefore
  const data = row.kind === 'branch' ? withBranches(row.data, replaced?.data) : row.data
  await tx.insert(alarmOutbox).values({ ...row, data, notBefore })
}

/** Each older occurrence of a device is one of its own: none is told in the place of another. */
const withBranches = (
  data: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
): Record<string, unknown> => ({
  ...data,
  branches: [...new Set([...(before ? branchesOf(before) : []), ...branchesOf(data)])],
})

/** Pure. The older occurrences that a note tells of. */
export const branchesOf = ({ branches, event }: Record<string, unknown>): unknown[] =>
  Array.isArray(branches) ? branches : [event]

type Said = Pick<
  AlarmEvent,
  'value' | 'limit' | 'text' | 'by' | 'event' | 'sensedAt' | 'at' | 'stale'
> & {
  after: Pick<AlarmEvent['after'], 'level' | 'doubtful'>
  standing: AlarmStanding
}

/** As the case of an alarm wants to be told; what it does not know it leaves alone. */
export const dataOf = (
  about: AlarmAbout,
  said: Said,
  { id, rang }: { id: string; rang: number },
): Record<string, unknown> => ({
  alarm: id,
  rang,
  standing: said.standing,
  feed: about.feed,
  device: about.deviceName || about.feed,
  point: about.pointName || about.condition,
  condition: isNodeAddress(about.condition) ? 'plant' : about.condition,
  kind: about.kind,
  region: about.region,
  enterprise: about.enterprise,
  site: about.name,
  unit: about.unit,
  synthetic: about.synthetic,
  level: said.after.level,
  value: said.value,
  limit: said.limit,
  text: cut(said.text || about.name, 500),
  by: said.by,
  at: said.sensedAt ?? said.at,
  stale: said.stale,
  doubtful: said.after.doubtful,
  event: said.event,
})
