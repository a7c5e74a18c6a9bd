// How is a device or a point taken out of service and put back: row, record, device command and cases, all or nothing?
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { type PermitAct, permitCommand } from '../../domain/duty/commands.ts'
import { deadlyKinds } from '../../domain/duty/kinds.ts'
import { permitReason } from '../../domain/duty/permits.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { keepCommand } from '../cases/commands.ts'
import type { Executor } from '../client.ts'
import { rowsOfDevice } from '../devices/device-rows.ts'
import { deviceCommands } from '../schema/devices/alarms.ts'
import { devices, type Signature } from '../schema/devices/devices.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import { servicePermits } from '../schema/devices/permits.ts'
import { deskAcknowledgement } from './standing-reads.ts'

export type Permit = typeof servicePermits.$inferSelect
export type NewPermit = Omit<
  typeof servicePermits.$inferInsert,
  'feed' | 'region' | 'enterprise' | 'ended'
>
export type CaseCommand = { caseId: string; process: string; generation: number; commandId: string }
/** `overlaps`: a part of it is out of service already. `ringing`: a deadly alarm of level 1 rings there that nobody has acknowledged. */
export type PermitOutcome =
  | { outcome: 'not-found' | 'overlaps' | 'ringing' | 'over' }
  | { outcome: 'done'; caseCommands: CaseCommand[] }
type By = { id: string; bodyHash: string; occurredAt: Instant }

/** The holder of the feed follows the row; cases of what rings there are notified at once. */
export const takeOut = async (
  tx: Executor,
  row: NewPermit,
  { bodyHash, occurredAt }: Omit<By, 'id'>,
): Promise<PermitOutcome> => {
  const [device] = await tx
    .select()
    .from(devices)
    .where(and(eq(devices.id, row.device), isNull(devices.until)))
    .for('update')
  if (!device) return { outcome: 'not-found' }
  if (await overlaps(tx, row)) return { outcome: 'overlaps' }
  if (await isUnacknowledgedDeadly(tx, row)) return { outcome: 'ringing' }
  const { feed, region, enterprise } = device
  const [permit] = await tx
    .insert(servicePermits)
    .values({ ...row, feed, region, enterprise })
    .returning()
  const signed = {
    id: row.id,
    by: row.by,
    byName: row.byName,
    reason: row.reason,
    at: row.at,
    bodyHash,
  }
  await record(tx, permit!, signed, `停用 ${nameOf(device.name, permit!)} 作业票 ${row.number}`, {
    before: null,
    after: permit,
  })
  await deviceCommand(tx, permit!, device.key, {
    key: `permit:${row.id}`,
    verb: 'take-out',
    by: row.by,
    at: row.at,
  })
  return {
    outcome: 'done',
    caseCommands: await commandCases(tx, permit!, {
      type: 'take-out-of-service',
      by: row.by,
      at: row.at,
      occurredAt,
    }),
  }
}

/** Before its end. What has ended by itself is not ended once more. */
export const putBack = async (
  tx: Executor,
  permit: string,
  { id, bodyHash, occurredAt, ...ended }: By & Signature,
): Promise<PermitOutcome> => {
  const [before] = await tx
    .select()
    .from(servicePermits)
    .where(eq(servicePermits.id, permit))
    .for('update')
  const [device] = before
    ? await tx.select().from(devices).where(eq(devices.id, before.device))
    : []
  if (!before || !device) return { outcome: 'not-found' }
  if (before.ended !== null || before.until <= ended.at) return { outcome: 'over' }
  const after = { ...before, ended }
  await tx.update(servicePermits).set({ ended }).where(eq(servicePermits.id, permit))
  await record(
    tx,
    before,
    { id, bodyHash, ...ended },
    `恢复使用 ${nameOf(device.name, before)} 作业票 ${before.number}`,
    {
      before: { ended: null },
      after: { ended },
    },
  )
  await deviceCommand(tx, before, device.key, {
    key: `permit:${permit}:back`,
    verb: 'put-back',
    by: ended.by,
    at: ended.at,
  })
  return {
    outcome: 'done',
    caseCommands: await commandCases(tx, after, {
      type: 'return-to-service',
      by: ended.by,
      at: ended.at,
      occurredAt,
    }),
  }
}

const nameOf = (device: string, { point }: Pick<Permit, 'point'>): string =>
  point === null ? device : `${device} ${point}`

const overlaps = async (tx: Executor, { device, point, at }: NewPermit): Promise<boolean> => {
  const here =
    point == null ? undefined : or(isNull(servicePermits.point), eq(servicePermits.point, point))
  const standing = and(
    eq(servicePermits.device, device),
    isNull(servicePermits.ended),
    gt(servicePermits.until, at),
    here,
  )
  return (
    (await tx.select({ id: servicePermits.id }).from(servicePermits).where(standing).limit(1))
      .length > 0
  )
}

/** A permit before the alarm is what hot work needs; one after it would silence a fire that nobody has looked at. */
const isUnacknowledgedDeadly = async (
  tx: Executor,
  { device, point }: NewPermit,
): Promise<boolean> => {
  const { rows } = await tx.execute(
    sql`SELECT FROM alarms a WHERE ${ofPermit({ device, point: point ?? null })} AND a.level = 1
      AND a.kind = ANY(${sql.param(deadlyKinds)}::text[]) AND NOT a.acked AND NOT EXISTS (${deskAcknowledgement(sql`a`)}) LIMIT 1`,
  )
  return rows.length > 0
}

/** The open alarms `a` at what the permit is of. */
const ofPermit = ({ device, point }: Pick<Permit, 'device' | 'point'>) =>
  sql`a.device IN (${rowsOfDevice(sql`${device}::uuid`)}) AND a.closed_at IS NULL AND (${point}::text IS NULL OR a.point = ${point})`

type Signed = Pick<
  typeof registryChanges.$inferInsert,
  'id' | 'by' | 'byName' | 'reason' | 'at' | 'bodyHash'
>

const record = (
  tx: Executor,
  { id, region }: Permit,
  signed: Signed,
  words: string,
  change: { before: unknown; after: unknown },
) =>
  tx
    .insert(registryChanges)
    .values({ ...signed, region, words, rows: [{ what: 'permit', key: id, ...change }] })

type NewDeviceCommand = { key: string; verb: 'take-out' | 'put-back'; by: string; at: Instant }

/** Waits as long as the permit lasts: a process that has been away does it when it is back. */
const deviceCommand = (
  tx: Executor,
  permit: Permit,
  device: string,
  { at, ...of }: NewDeviceCommand,
) => {
  const { id, feed, region, until } = permit
  const args = {
    permit: id,
    until,
    reason: permitReason(permit),
    ...(permit.point === null ? {} : { point: permit.point }),
  }
  return tx.insert(deviceCommands).values({
    ...of,
    feed,
    device,
    region,
    alarm: null,
    args,
    createdAt: at,
    until,
    state: 'waiting',
  })
}

type PermitCommand = Pick<PermitAct, 'type' | 'by' | 'at' | 'occurredAt'>

const commandCases = async (
  tx: Executor,
  permit: Permit,
  act: PermitCommand,
): Promise<CaseCommand[]> => {
  const { rows } = await tx.execute<{
    alarm: string
    seq: number
    region: string
    owner: string | null
    process: string | null
    generation: number
  }>(
    sql`SELECT a.id AS alarm, a.seq, a.region, a.enterprise AS owner, c.process, c.generation
      FROM alarms a LEFT JOIN cases c ON c.id = a.id::text AND c.status = 'open'
      WHERE ${ofPermit(permit)}`,
  )
  const caseCommands: CaseCommand[] = []
  for (const { alarm, process, generation, ...place } of rows) {
    // Every open page hears of it.
    await tx.execute(sql`SELECT pg_notify('alarm', ${JSON.stringify({ id: alarm, ...place })})`)
    if (process === null) continue
    const { id } = await keepCommand(tx, permitCommand({ ...act, permit, alarm }))
    caseCommands.push({ caseId: alarm, process, generation, commandId: id })
  }
  return caseCommands
}

type Pair = Pick<Permit, 'id' | 'number' | 'work' | 'reason' | 'by' | 'until' | 'ended'> & {
  alarm: string
  process: string
  generation: number
}

/** A page of the cases that are open at what stands out of service, or stood so until somebody put it back in the last week; those behind `after`. */
export const readPermitActs = async (
  db: Pick<Executor, 'execute'>,
  now: Instant,
  { after, limit }: { after: Pick<Pair, 'id' | 'alarm'> | undefined; limit: number },
): Promise<Pair[]> => {
  const at = sql`${now}::timestamptz`
  const behind = after ? sql`(p.id, a.id) > (${after.id}, ${after.alarm}::uuid)` : sql`true`
  const { rows } = await db.execute<Pair>(sql`
    SELECT p.id, p.number, p.work, p.reason, p.by, p.until, p.ended, a.id AS alarm, c.process, c.generation
    FROM service_permits p
    JOIN alarms a ON a.device IN (${rowsOfDevice(sql`p.device`)}) AND (p.point IS NULL OR a.point = p.point) AND (a.closed_at IS NULL OR p.ended IS NOT NULL)
    JOIN cases c ON c.id = a.id::text AND c.status = 'open'
    WHERE ((p.ended IS NULL AND p.until > ${at}) OR (p.ended->>'at')::timestamptz > ${at} - interval '7 days') AND ${behind}
    ORDER BY p.id, a.id LIMIT ${limit}`)
  return rows.map((row) => ({ ...row, until: instant(row.until) }))
}
