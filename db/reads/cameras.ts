// Which cameras are there, and which of them stand near a place?
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/case/instant.ts'
import type { Reader } from './scope.ts'

export type CameraHit = {
  id: string
  name: string
  source: string
  owner: string
  region: string
  enterprise: string | null
  lon: number | null
  lat: number | null
  synthetic: boolean
  /** From the place that was asked for; null: none was. */
  metres: number | null
}

/** Degrees of WGS 84. */
export type Near = { lon: number; lat: number; km: number }

const most = 100

const hits = (metres: ReturnType<typeof sql>) => sql`
  SELECT p.id, p.name, p.source, s.owner, p.region, p.enterprise, p.lon, p.lat, p.synthetic, ${metres} AS metres
  FROM video_points p JOIN video_sources s ON s.id = p.source`

const standing = (now: Instant) => sql`s.enabled AND p.since <= ${now}::timestamptz AND (p.until IS NULL OR p.until > ${now}::timestamptz)`

/** Those in use, the nearest first; without a place by region and number. A few kilometres are flat enough. */
export const findCameras = async (tx: Reader, now: Instant, near: Near | null): Promise<CameraHit[]> => {
  if (!near) {
    const { rows } = await tx.execute<CameraHit>(
      sql`${hits(sql`NULL::float8`)} WHERE ${standing(now)} ORDER BY p.region, p.id LIMIT ${most}`,
    )
    return rows
  }
  const { lon, lat, km } = near
  const metres = sql`111320 * sqrt(power((p.lon - ${lon}::float8) * cos(radians(${lat}::float8)), 2) + power(p.lat - ${lat}::float8, 2))`
  const { rows } = await tx.execute<CameraHit>(
    sql`SELECT * FROM (${hits(metres)} WHERE ${standing(now)}) found WHERE metres <= ${km * 1000}::float8 ORDER BY metres, id LIMIT ${most}`,
  )
  return rows
}

export const readCamera = async (tx: Reader, now: Instant, id: string): Promise<CameraHit | null> => {
  const { rows } = await tx.execute<CameraHit>(sql`${hits(sql`NULL::float8`)} WHERE ${standing(now)} AND p.id = ${id}`)
  return rows[0] ?? null
}
