// What stands within an area, of what its reader may see?
import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Position } from '../../domain/warning/districts.ts'
import { boundsOf, type Circle, type DrawnArea } from '../../domain/warning/drawn-area.ts'
import type { Reader } from '../scope.ts'
import { rowInForce } from './device-rows.ts'

type Placed = {
  id: string
  name: string
  region: string
  enterprise: string | null
  lon: number | null
  lat: number | null
  synthetic: boolean
}
type Counted<Row> = { total: number; items: Row[] }

export type AreaHits = {
  alarms: Counted<Placed & { level: number; caseId: string | null }>
  devices: Counted<Placed & { at: string | null }>
  cameras: Counted<Placed>
  enterprises: Counted<{ id: string; name: string; region: string }>
  cases: Counted<{ id: string; number: string; title: string; process: string }>
  processes: { process: string; total: number }[]
  people: { count: number; points: number; since: string | null }
  unplaced: { devices: number; cameras: number; enterprises: number }
}

const most = 100
const metresPerDegree = 111_320
/** PostgreSQL takes products below 1e-6 for nothing: of degrees that would be a hundred metres, of their millionths it is nothing. */
const fine = 1e6
const countedWithin = '15 minutes'
/** What a register may write where a point measures persons. */
const persons = sql`('人', '人数', 'person', 'persons')`

/** The box first: it is cheap, and row security lets it be asked before anything else. */
const within = ({ around, polygon }: DrawnArea, lon: SQL, lat: SQL): SQL => {
  const exactly = polygon
    ? sql`point(${lon} * ${fine}::float8, ${lat} * ${fine}::float8) <@ ${cornersOf(polygon)}::polygon`
    : around
      ? inCircle(around, lon, lat)
      : sql`false`
  const { west, south, east, north } = boundsOf(polygon ?? (around ? boxOf(around) : []))
  return sql`(${lon} BETWEEN ${west}::float8 AND ${east}::float8 AND ${lat} BETWEEN ${south}::float8 AND ${north}::float8 AND ${exactly})`
}

const cornersOf = (polygon: Position[]): string =>
  `(${polygon.map(([lon, lat]) => `(${lon * fine},${lat * fine})`).join(',')})`

/** A few kilometres are flat enough. */
const inCircle = ({ lon, lat, km }: Circle, x: SQL, y: SQL): SQL =>
  sql`${metresPerDegree}::float8 * sqrt(power((${x} - ${lon}::float8) * cos(radians(${lat}::float8)), 2) + power(${y} - ${lat}::float8, 2)) <= ${km}::float8 * 1000`

const boxOf = ({ lon, lat, km }: Circle): Position[] => {
  const high = (km * 1_000) / metresPerDegree
  const wide = high / Math.cos((lat * Math.PI) / 180)
  return [
    [lon - wide, lat - high],
    [lon + wide, lat + high],
  ]
}

const inUse = (now: Instant, row: SQL): SQL =>
  sql`${row}.since <= ${now}::timestamptz AND (${row}.until IS NULL OR ${row}.until > ${now}::timestamptz)`

/** The first rows of a list, and how many it has. */
const listed = (from: SQL, order: SQL): SQL => sql`jsonb_build_object(
  'total', (SELECT count(*) FROM (${from}) every_one),
  'items', (SELECT coalesce(jsonb_agg(to_jsonb(first_ones)), '[]') FROM (SELECT * FROM (${from}) found ORDER BY ${order} LIMIT ${most}) first_ones))`

/** What moves is where it was last; what stands is where it is registered. */
const everything = (now: Instant): SQL => sql`
  every_device AS MATERIALIZED (
    SELECT d.id, d.name, d.region, d.enterprise, d.synthetic, l.at, coalesce(l.lon, d.lon) AS lon, coalesce(l.lat, d.lat) AS lat
    FROM devices d LEFT JOIN latest_positions l ON l.device = d.id WHERE ${inUse(now, sql`d`)}),
  every_camera AS MATERIALIZED (
    SELECT p.id, p.name, p.region, p.enterprise, p.synthetic, p.lon, p.lat
    FROM video_points p JOIN video_sources s ON s.id = p.source WHERE s.enabled AND ${inUse(now, sql`p`)})`

const insideOf = (area: DrawnArea): SQL => sql`
  near_devices AS MATERIALIZED (SELECT * FROM every_device d WHERE ${within(area, sql`d.lon`, sql`d.lat`)}),
  near_cameras AS MATERIALIZED (SELECT * FROM every_camera p WHERE ${within(area, sql`p.lon`, sql`p.lat`)}),
  near_alarms AS MATERIALIZED (
    SELECT a.id::text AS id, a.name, a.region, a.enterprise, coalesce(a.lon, d.lon) AS lon, coalesce(a.lat, d.lat) AS lat, a.synthetic, a.level,
      c.id AS "caseId"
    FROM alarms a LEFT JOIN near_devices d ON d.id = ${rowInForce(sql`a.device`)} LEFT JOIN cases c ON c.id = a.id::text
    WHERE a.closed_at IS NULL AND CASE WHEN a.lon IS NULL OR a.lat IS NULL THEN d.id IS NOT NULL ELSE ${within(area, sql`a.lon`, sql`a.lat`)} END),
  sites AS MATERIALIZED (
    SELECT enterprise, region FROM near_devices WHERE enterprise IS NOT NULL AND at IS NULL
    UNION SELECT enterprise, region FROM near_cameras WHERE enterprise IS NOT NULL),
  near_cases AS MATERIALIZED (
    SELECT c.id, c.number, c.title, c.process, c.opened_at FROM cases c
    WHERE c.status = 'open' AND (c.owner, c.region) IN (SELECT enterprise, region FROM sites))`

const peopleCounted = (now: Instant): SQL => sql`(SELECT jsonb_build_object(
    'count', coalesce(sum(r.value), 0)::int, 'points', count(*), 'since', min(r.at))
  FROM near_devices d JOIN points p ON p.device = d.id JOIN latest_readings r ON r.point = p.id
  WHERE p.until IS NULL AND p.unit IN ${persons} AND r.quality % 8 IN (0, 3, 5) AND r.value >= 0
    AND r.at > ${now}::timestamptz - ${countedWithin}::interval)`

const unplaced = (regions: readonly string[]): SQL => sql`jsonb_build_object(
  'devices', (SELECT count(*) FROM every_device WHERE lon IS NULL OR lat IS NULL),
  'cameras', (SELECT count(*) FROM every_camera WHERE lon IS NULL OR lat IS NULL),
  'enterprises', (SELECT count(*) FROM enterprises e WHERE e.region = ANY(${sql.param([...regions])}::text[]) AND e.id NOT IN (
    SELECT enterprise FROM every_device WHERE enterprise IS NOT NULL AND at IS NULL AND lon IS NOT NULL AND lat IS NOT NULL
    UNION SELECT enterprise FROM every_camera WHERE enterprise IS NOT NULL AND lon IS NOT NULL AND lat IS NOT NULL)))`

/** One statement, one snapshot. `regions`: the reader's, for enterprises, whose names everybody may read. */
export const readInside = async (
  tx: Reader,
  now: Instant,
  area: DrawnArea,
  regions: readonly string[],
): Promise<AreaHits> => {
  const { rows } = await tx.execute<{ found: AreaHits }>(sql`
    WITH ${everything(now)}, ${insideOf(area)}
    SELECT jsonb_build_object(
      'alarms', ${listed(sql`SELECT * FROM near_alarms`, sql`level, id`)},
      'devices', ${listed(sql`SELECT id::text, name, region, enterprise, lon, lat, synthetic, at FROM near_devices`, sql`name, id`)},
      'cameras', ${listed(sql`SELECT id, name, region, enterprise, lon, lat, synthetic FROM near_cameras`, sql`name, id`)},
      'enterprises', ${listed(sql`SELECT e.id, e.name, e.region FROM enterprises e WHERE e.id IN (SELECT enterprise FROM sites)`, sql`name, id`)},
      'cases', ${listed(sql`SELECT id, number, title, process FROM near_cases`, sql`number, id`)},
      'processes', (SELECT coalesce(jsonb_agg(jsonb_build_object('process', process, 'total', n) ORDER BY n DESC, process), '[]')
        FROM (SELECT process, count(*) AS n FROM near_cases GROUP BY process) counted),
      'people', ${peopleCounted(now)},
      'unplaced', ${unplaced(regions)}) AS found`)
  return rows[0]!.found
}
