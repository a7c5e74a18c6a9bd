// Which exceedances came too late to ring, and when was a monitor being calibrated or maintained?
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Reader } from '../scope.ts'

export type LateHit = {
  device: string
  deviceName: string
  point: number
  pointName: string
  condition: string
  from: string
  to: string
  value: number
  limit: number
  unit: string | null
  level: 1 | 2 | 3 | 4
  receivedAt: string
  synthetic: boolean
}

const mostLate = 100

/** What came in the last seven days, the latest first; of one device, or of all that the reader may see. */
export const readLate = async (
  tx: Reader,
  now: Instant,
  device: string | null,
): Promise<LateHit[]> => {
  const { rows } = await tx.execute<LateHit>(sql`
    SELECT l.device, d.name AS "deviceName", l.point, p.name AS "pointName", l.condition, l.first_at AS "from", l.last_at AS "to", l.value,
      l."limit", p.unit, l.level, l.received_at AS "receivedAt", l.synthetic
    FROM late_exceedances l JOIN devices d ON d.id = l.device JOIN points p ON p.id = l.point
    WHERE l.received_at > ${now}::timestamptz - interval '7 days' AND (${device}::uuid IS NULL OR l.device = ${device}::uuid)
    ORDER BY l.received_at DESC, l.hour DESC, l.point LIMIT ${mostLate}`)
  return rows
}

export type AttendedHit = {
  point: string
  quality: 'calib' | 'manual'
  from: string
  to: string
  readings: number
}
export const attendedDays = 7

/** Stretches of calibration, maintenance or values put in by hand, as monitors of pollution flag them; a pause of half an hour ends one. */
export const readAttended = async (
  tx: Reader,
  now: Instant,
  device: string,
): Promise<AttendedHit[]> => {
  const { rows } = await tx.execute<AttendedHit>(sql`
    WITH flagged AS (
      SELECT r.point, p.name, r.at, r.quality % 8 AS q, coalesce(r.at - lag(r.at) OVER w > interval '30 minutes', true)
        OR lag(r.quality % 8) OVER w <> r.quality % 8 AS begins
      FROM points p JOIN readings r ON r.point = p.id
      WHERE p.device = ${device}::uuid AND p.kind = 'pollution' AND r.quality % 8 IN (3, 4)
        AND r.at > ${now}::timestamptz - make_interval(days => ${attendedDays}) AND r.at <= ${now}::timestamptz
      WINDOW w AS (PARTITION BY r.point ORDER BY r.at)),
    stretches AS (SELECT *, count(*) FILTER (WHERE begins) OVER (PARTITION BY point ORDER BY at) AS n FROM flagged)
    SELECT name AS point, CASE q WHEN 4 THEN 'calib' ELSE 'manual' END AS quality, min(at) AS "from", max(at) AS "to", count(*)::int AS readings
    FROM stretches GROUP BY point, stretches.name, q, n ORDER BY max(at) DESC, name LIMIT 20`)
  return rows
}
