// What stands out of service now, or did a moment ago, and how many alarms does nobody hear because of it?
import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { rowsOfDevice } from '../devices/device-rows.ts'
import type { Signature } from '../schema/devices/devices.ts'
import type { Reader } from '../scope.ts'

export type PermitHit = {
  id: string
  device: string
  deviceName: string
  point: string | null
  pointName: string | null
  region: string
  enterprise: string | null
  number: string
  work: string
  requestedBy: string
  reason: string
  by: string
  at: string
  until: string
  ended: Signature | null
  /** Whoever holds the line of its feed has taken it up. */
  taken: boolean
  hidden: number
}

/** In the order in which they end; what has ended comes after it, the latest first. */
const hits = (now: Instant, which: SQL, limit: number): SQL => sql`
  SELECT p.id, p.device, d.name AS "deviceName", p.point, q.name AS "pointName", p.region, e.name AS enterprise, p.number, p.work,
    p.requested_by AS "requestedBy", p.reason, p.by_name AS "by", p.at, p.until, p.ended,
    NOT EXISTS (SELECT 1 FROM device_commands w WHERE w.key = 'permit:' || p.id AND w.state = 'waiting') AS taken,
    (SELECT count(*)::int FROM alarms a WHERE p.ended IS NULL AND p.until > ${now}::timestamptz AND a.closed_at IS NULL AND a.active
      AND a.device IN (${rowsOfDevice(sql`p.device`)}) AND (p.point IS NULL OR a.point = p.point)) AS hidden
  FROM service_permits p JOIN devices d ON d.id = p.device LEFT JOIN enterprises e ON e.id = p.enterprise
  LEFT JOIN points q ON q.device = p.device AND q.key = p.point AND q.until IS NULL
  WHERE ${which} ORDER BY (p.ended IS NULL AND p.until > ${now}::timestamptz) DESC,
    CASE WHEN p.ended IS NULL AND p.until > ${now}::timestamptz THEN p.until END, p.at DESC LIMIT ${limit}`

const mostListed = 300

/** In force, and what has ended in the last 24 hours. */
export const readPermits = async (tx: Reader, now: Instant): Promise<PermitHit[]> => {
  const since = sql`${now}::timestamptz - interval '24 hours'`
  const lately = sql`p.until > ${since} AND (p.ended IS NULL OR (p.ended->>'at')::timestamptz > ${since})`
  return (await tx.execute<PermitHit>(hits(now, lately, mostListed))).rows
}

/** Of a device the last ten, whatever has become of them. */
export const readPermitsOf = async (
  tx: Reader,
  now: Instant,
  device: string,
): Promise<PermitHit[]> =>
  (await tx.execute<PermitHit>(hits(now, sql`p.device = ${device}::uuid`, 10))).rows

export const readPermit = async (tx: Reader, now: Instant, id: string): Promise<PermitHit | null> =>
  (await tx.execute<PermitHit>(hits(now, sql`p.id = ${id}`, 1))).rows[0] ?? null

/** As the device calls it: a registered point, or one of which an alarm has been heard. */
export const isPointOf = async (tx: Reader, device: string, point: string): Promise<boolean> => {
  const { rows } = await tx.execute<{ known: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM points WHERE device = ${device}::uuid AND key = ${point} AND until IS NULL)
      OR EXISTS (SELECT 1 FROM alarms WHERE device IN (${rowsOfDevice(sql`${device}::uuid`)}) AND point = ${point}) AS known`)
  return rows[0]?.known === true
}
