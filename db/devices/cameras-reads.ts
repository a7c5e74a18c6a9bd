// Which cameras are there, and which of them stand near a place?
import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { containing } from '../keyset.ts'
import type { Reader } from '../scope.ts'

export type CameraHit = {
  id: string
  name: string
  source: string
  owner: string
  region: string
  enterprise: string | null
  enterpriseName: string | null
  lon: number | null
  lat: number | null
  synthetic: boolean
  /** From the place that was asked for; null: none was. */
  metres: number | null
}

/** Degrees of WGS 84. */
export type Near = { lon: number; lat: number; km: number }
/** An empty `region` or `word` is no condition. */
export type CamerasSought = { near: Near | null; region: string; word: string }

const most = 100

/** Those in use. A few kilometres are flat enough. */
const standing = (now: Instant, near: Near | null): SQL => {
  const metres = near
    ? sql`111320 * sqrt(power((p.lon - ${near.lon}::float8) * cos(radians(${near.lat}::float8)), 2) + power(p.lat - ${near.lat}::float8, 2))`
    : sql`NULL::float8`
  return sql`SELECT p.id, p.name, p.source, s.owner, p.region, p.enterprise, e.name AS "enterpriseName", p.lon, p.lat, p.synthetic,
      ${metres} AS metres
    FROM video_points p JOIN video_sources s ON s.id = p.source LEFT JOIN enterprises e ON e.id = p.enterprise
    WHERE s.enabled AND p.since <= ${now}::timestamptz AND (p.until IS NULL OR p.until > ${now}::timestamptz)`
}

/** The nearest first; without a place by region and number. */
export const findCameras = async (
  tx: Reader,
  now: Instant,
  { near, region, word }: CamerasSought,
): Promise<{ hits: CameraHit[]; total: number }> => {
  const { rows } = await tx.execute<CameraHit & { total: number }>(sql`
    SELECT *, (count(*) OVER ())::int AS total FROM (${standing(now, near)}) found
    WHERE (${near?.km ?? null}::float8 IS NULL OR metres <= ${near?.km ?? null}::float8 * 1000) AND (${region} = '' OR region = ${region})
      AND (id LIKE ${containing(word)} OR lower(name) LIKE ${containing(word)} OR lower("enterpriseName") LIKE ${containing(word)})
    ORDER BY metres, region, id LIMIT ${most}`)
  return { hits: rows.map(({ total: _, ...hit }) => hit), total: rows[0]?.total ?? 0 }
}

export const readCamera = async (
  tx: Reader,
  now: Instant,
  id: string,
): Promise<CameraHit | null> => {
  const { rows } = await tx.execute<CameraHit>(
    sql`SELECT * FROM (${standing(now, null)}) found WHERE id = ${id}`,
  )
  return rows[0] ?? null
}
