// Which entries of a register lie nearest to a place, how far away, and what holds them?
import { type SQL, sql } from 'drizzle-orm'
import { boxAround, type Coordinates } from '../../domain/organisation/coordinates.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Reader } from '../scope.ts'
import { type EntryHit, entryColumns, entryOwners } from './registers-reads.ts'

/** What holds an entry, as the reader may know it: `number` and `title` where he sees that case. */
export type HolderHit = {
  caseId: string | null
  number: string | null
  region: Region
  kind: string
  nth: number
  exercise: boolean
  since: Instant
}

/** `km`: by great circle; null: the entry, or what it is near to, has no coordinates. */
export type NearEntry = EntryHit & { km: number | null; holders: HolderHit[] }

export type NearQuery = {
  register: string
  /** Null: nobody knows where it is, so nothing is near. */
  to: Coordinates | null
  withinKm: number
  /** Entries in one of these are left out. */
  over: readonly string[]
  kind: string | null
  /** Only the one with this number, however far away it is. */
  number: string | null
  limit: number
}

const earthKm = 6_371.0088

/** By haversine, exact enough at any distance; rounding may not leave the range of the arc sine. */
const distance = ({ lon, lat }: Coordinates): SQL => sql`
  2 * ${earthKm}::float8 * asin(least(1, sqrt(
    power(sin(radians(lat - ${lat}::float8) / 2), 2)
    + cos(radians(${lat}::float8)) * cos(radians(lat)) * power(sin(radians(lon - ${lon}::float8) / 2), 2))))`

/** The box first, by its index; then the circle in it. What has no coordinates comes after everything that has. */
const found = ({ register, to, withinKm, over, kind, number }: NearQuery): SQL => {
  const of = sql`register = ${register} AND NOT standing = ANY(${sql.param(over)}::text[])
    ${kind === null ? sql`` : sql`AND data->>'kind' = ${kind}`}
    ${number === null ? sql`` : sql`AND number = ${number}`}`
  if (!to) return sql`SELECT id, number, NULL::float8 AS km FROM register_entries WHERE ${of}`
  const { west, east, south, north } = boxAround(to, withinKm)
  return sql`
    SELECT id, number, km FROM (
      SELECT id, number, ${distance(to)} AS km FROM register_entries
      WHERE ${of} AND lat BETWEEN ${south}::float8 AND ${north}::float8 AND lon BETWEEN ${west}::float8 AND ${east}::float8
    ) boxed WHERE km <= ${withinKm}::float8
    UNION ALL SELECT id, number, NULL FROM register_entries WHERE ${of} AND lat IS NULL`
}

const holders = sql`
  (SELECT jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'region', r.region, 'kind', r.kind, 'nth', r.nth,
      'exercise', r.exercise, 'since', to_char(r.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY r.exercise)
    FROM entry_reservations r LEFT JOIN cases c ON c.id = r.case_id WHERE r.entry = e.id AND r.until IS NULL)`

/** Of those that the reader may see; the nearest first. */
export const readNearest = async (
  tx: Reader,
  query: NearQuery,
): Promise<{ items: NearEntry[]; total: number }> => {
  const { rows } = await tx.execute<NearEntry & { total: number }>(sql`
    WITH near AS MATERIALIZED (${found(query)}),
    page AS (SELECT id, km, count(*) OVER ()::int AS total FROM near ORDER BY km NULLS LAST, number LIMIT ${query.limit})
    SELECT ${entryColumns}, page.km, page.total, coalesce(${holders}, '[]') AS holders
    FROM page JOIN register_entries e ON e.id = page.id ${entryOwners} ORDER BY page.km NULLS LAST, e.number`)
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** How many free ones of a kind a region has within the circle, and how far away the nearest of them is; the entries themselves are not told. */
export type NearCount = { region: Region; kind: string; count: number; km: number | null }

/** Of those that the reader may see, what no real response holds; the nearest first. */
export const countNearest = async (tx: Reader, query: NearQuery): Promise<NearCount[]> => {
  const { rows } = await tx.execute<NearCount>(sql`
    WITH near AS MATERIALIZED (${found(query)})
    SELECT e.region, e.data->>'kind' AS kind, count(*)::int AS count, min(near.km) AS km
    FROM near JOIN register_entries e ON e.id = near.id
    WHERE NOT EXISTS (SELECT 1 FROM entry_reservations r WHERE r.entry = e.id AND r.until IS NULL AND NOT r.exercise)
    GROUP BY 1, 2 ORDER BY 4 NULLS LAST, 1, 2`)
  return rows
}

/** Where an enterprise is, by what of it stands still: its first device, else its first camera. */
export const readEnterprisePlace = async (
  tx: Reader,
  enterprise: string,
): Promise<Coordinates | null> => {
  const { rows } = await tx.execute<Coordinates>(sql`
    SELECT lon, lat FROM (
      SELECT 1 AS turn, d.id::text, d.lon, d.lat FROM devices d WHERE d.enterprise = ${enterprise} AND d.until IS NULL
        AND NOT EXISTS (SELECT 1 FROM latest_positions l WHERE l.device = d.id)
      UNION ALL SELECT 2, p.id, p.lon, p.lat FROM video_points p WHERE p.enterprise = ${enterprise} AND p.until IS NULL
    ) placed WHERE lon IS NOT NULL AND lat IS NOT NULL ORDER BY turn, id LIMIT 1`)
  return rows[0] ?? null
}
