// Which devices are there, and what have their points measured?
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { containing } from '../keyset.ts'
import type { Reader } from '../scope.ts'
import { alarmsAt } from './device-rows.ts'

export type DeviceHit = {
  id: string
  key: string
  name: string
  feed: string
  feedName: string
  protocol: string
  enterprise: string | null
  enterpriseName: string | null
  region: string
  lon: number | null
  lat: number | null
  synthetic: boolean
  since: string
  until: string | null
  lastSeenAt: string | null
  silent: boolean
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const hits = (now: Instant) => sql`
  SELECT d.id, d.key, d.name, d.feed, f.name AS "feedName", f.protocol, d.enterprise, e.name AS "enterpriseName", d.region, d.lon, d.lat,
    d.synthetic, d.since, d.until, s.last_seen_at AS "lastSeenAt",
    coalesce(s.last_seen_at < ${now}::timestamptz - make_interval(secs => coalesce(d.silence_seconds, f.silence_seconds)), true) AS silent
  FROM devices d JOIN feeds f ON f.id = d.feed LEFT JOIN enterprises e ON e.id = d.enterprise LEFT JOIN device_states s ON s.device = d.id`

export const readDevice = async (
  tx: Reader,
  now: Instant,
  id: string,
): Promise<DeviceHit | null> => {
  if (!uuid.test(id)) return null
  const { rows } = await tx.execute<DeviceHit>(sql`${hits(now)} WHERE d.id = ${id}::uuid`)
  return rows[0] ?? null
}

const mostFound = 50

/** By key, name or enterprise; those that are in use. */
export const findDevices = async (tx: Reader, now: Instant, word: string): Promise<DeviceHit[]> => {
  const like = containing(word)
  const { rows } = await tx.execute<DeviceHit>(sql`
    ${hits(now)} WHERE d.since <= ${now}::timestamptz AND (d.until IS NULL OR d.until > ${now}::timestamptz)
      AND (lower(d.key) LIKE ${like} OR lower(d.name) LIKE ${like} OR lower(e.name) LIKE ${like}) ORDER BY d.name, d.id LIMIT ${mostFound}`)
  return rows
}

export type PointHit = {
  id: number
  key: string
  name: string
  unit: string | null
  kind: string
  lowLow: number | null
  low: number | null
  high: number | null
  highHigh: number | null
  rangeLow: number | null
  rangeHigh: number | null
  risePerMinute: number | null
  until: string | null
  at: string | null
  receivedAt: string | null
  value: number | null
  quality: number | null
}

const pointHits = sql`
  SELECT p.id, p.key, p.name, p.unit, p.kind, p.low_low AS "lowLow", p.low, p.high, p.high_high AS "highHigh", p.range_low AS "rangeLow",
    p.range_high AS "rangeHigh", p.rise_per_minute AS "risePerMinute", p.until, r.at, r.received_at AS "receivedAt", r.value, r.quality
  FROM points p LEFT JOIN latest_readings r ON r.point = p.id`

export const readPoints = async (tx: Reader, device: string): Promise<PointHit[]> =>
  (
    await tx.execute<PointHit>(
      sql`${pointHits} WHERE p.device = ${device}::uuid ORDER BY p.until IS NOT NULL, p.key, p.since LIMIT 200`,
    )
  ).rows

export const readPoint = async (tx: Reader, id: number): Promise<PointHit | null> =>
  (await tx.execute<PointHit>(sql`${pointHits} WHERE p.id = ${id}`)).rows[0] ?? null

export const readDeviceSigns = async (tx: Reader, device: string) => {
  const signs = await tx.execute<{ sign: string; text: string; at: string }>(
    sql`SELECT sign, text, at FROM device_signs WHERE device = ${device}::uuid ORDER BY at DESC LIMIT 10`,
  )
  const positions = await tx.execute<{
    at: string
    lon: number
    lat: number
    speedKmh: number | null
  }>(
    sql`SELECT at, lon, lat, speed_kmh AS "speedKmh" FROM latest_positions WHERE device = ${device}::uuid`,
  )
  return { signs: signs.rows, position: positions.rows[0] ?? null }
}

/** Open and lately ended alarms of a device, newest first, by id; and the cases that came of its alarms. */
export const readDeviceMatters = async (tx: Reader, device: string) => {
  const { rows } = await tx.execute<{
    id: string
    number: string | null
    title: string | null
    open: boolean | null
  }>(sql`
    SELECT a.id, c.number, c.title, c.status = 'open' AS open FROM alarms a LEFT JOIN cases c ON c.id = a.id::text
    WHERE ${alarmsAt(sql`a`, device)} ORDER BY a.raised_at DESC LIMIT 20`)
  return rows
}

export type Window = { point: number; from: Instant; to: Instant }
export type Sample = {
  at: number
  value: number | null
  least: number | null
  most: number | null
  bad: number
}

/** Good, by hand, or beyond the range: numbers of the process. What is not is counted and never given as a value. */
const measured = sql`quality % 8 IN (0, 3, 5)`
export const mostSamples = 2_000

/** Reading by reading; one more than can be shown says that the window is too wide for it. */
export const readRaw = async (tx: Reader, { point, from, to }: Window): Promise<Sample[]> => {
  const { rows } = await tx.execute<Sample>(sql`
    SELECT extract(epoch FROM at)::float8 AS at, CASE WHEN ${measured} THEN value END AS value,
      CASE WHEN ${measured} THEN value END AS least, CASE WHEN ${measured} THEN value END AS most, (NOT (${measured}) OR value IS NULL)::int AS bad
    FROM readings WHERE point = ${point} AND at >= ${from}::timestamptz AND at < ${to}::timestamptz ORDER BY at LIMIT ${mostSamples + 1}`)
  return rows
}

/** By roll-ups of whole minutes, together in steps of `step` seconds. */
export const readRolled = async (
  tx: Reader,
  { point, from, to }: Window,
  step: number,
): Promise<Sample[]> => {
  const { rows } = await tx.execute<Sample>(sql`
    SELECT (floor(extract(epoch FROM minute) / ${step}) * ${step})::float8 AS at,
      sum(mean * (count - bad)) / nullif(sum(count - bad) FILTER (WHERE mean IS NOT NULL), 0) AS value,
      min(least) AS least, max(most) AS most, sum(bad)::int AS bad
    FROM readings_1m WHERE point = ${point} AND minute >= ${from}::timestamptz AND minute < ${to}::timestamptz GROUP BY 1 ORDER BY 1`)
  return rows
}

export const readMarks = async (tx: Reader, { point, from, to }: Window) => {
  const { rows } = await tx.execute<{
    at: string
    level: 1 | 2 | 3 | 4
    kind: string
    alarm: string
  }>(sql`
    SELECT v.at, v.level, v.kind, v.alarm FROM alarm_events v JOIN alarms a ON a.id = v.alarm
    WHERE a.point_id = ${point} AND v.kind IN ('raised', 're-alarm', 'escalated', 'rtn', 'declared-over', 'acked')
      AND v.at >= ${from}::timestamptz AND v.at < ${to}::timestamptz ORDER BY v.at DESC LIMIT 100`)
  return rows
}
