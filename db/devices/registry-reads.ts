// What is registered of lines, devices and points, and who is not?
import { type SQL, sql } from 'drizzle-orm'
import { secretDialectKeys } from '../../domain/duty/device-settings.ts'
import type { OpenAlarms, RegistryDeviceSettings } from '../../domain/duty/registry-views.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { containing } from '../keyset.ts'

type Db = Pick<Executor, 'execute'>
/** What only administrators see is read as such, so each statement names the regions itself. */
const within = (regions: string[]) => sql`= ANY(${sql.param(regions)}::text[])`

export type FeedRow = {
  id: string
  name: string
  protocol: string
  region: string
  port: number | null
  silenceSeconds: number
  enabled: boolean
  settings: Record<string, unknown>
  devices: number
}

export const readRegistryFeeds = async (db: Db, regions: string[]): Promise<FeedRow[]> =>
  (
    await db.execute<FeedRow>(sql`
      SELECT f.id, f.name, f.protocol, f.region, f.port, f.silence_seconds AS "silenceSeconds", f.enabled, f.settings,
        (SELECT count(*)::int FROM devices d WHERE d.feed = f.id AND d.until IS NULL) AS devices
      FROM feeds f WHERE f.region ${within(regions)} ORDER BY f.id`)
  ).rows

/** One that is kept in these regions. */
export const readFeedSettings = async (
  db: Db,
  regions: string[],
  id: string,
): Promise<Pick<FeedRow, 'protocol'> | undefined> =>
  (
    await db.execute<Pick<FeedRow, 'protocol'>>(
      sql`SELECT f.protocol FROM feeds f WHERE f.id = ${id} AND f.region ${within(regions)}`,
    )
  ).rows[0]

type FeedProposalRow = Pick<FeedRow, 'id' | 'name' | 'protocol' | 'region' | 'settings'> & {
  proposal: string
  fresh: boolean
  hasSecret: boolean
  by: string
  at: string
  mine: boolean
}

/** What waits for a second administrator, as `reader` may decide on it. */
export const readFeedProposals = async (
  db: Db,
  regions: string[],
  reader: string,
): Promise<FeedProposalRow[]> =>
  (
    await db.execute<FeedProposalRow>(sql`
      SELECT p.id, p.name, p.protocol, p.region, p.settings, p.proposal, p.fresh, p.secret IS NOT NULL AS "hasSecret",
        p.by_name AS by, p.at, p.by = ${reader} AS mine
      FROM feed_proposals p WHERE p.region ${within(regions)} ORDER BY p.at, p.id`)
  ).rows

type UnknownRow = {
  feed: string
  device: string
  peer: string
  firstAt: string
  lastAt: string
  count: number
}

export const readUnknown = async (db: Db, regions: string[], now: Instant): Promise<UnknownRow[]> =>
  (
    await db.execute<UnknownRow>(sql`
      SELECT u.feed, u.device, min(u.peer) AS peer, min(u.first_at) AS "firstAt", max(u.last_at) AS "lastAt", sum(u.count)::int AS count
      FROM unknown_devices u JOIN feeds f ON f.id = u.feed
      WHERE f.region ${within(regions)} AND u.last_at > ${now}::timestamptz - interval '7 days'
        AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.feed = u.feed AND d.key = u.device AND d.until IS NULL)
      GROUP BY u.feed, u.device ORDER BY 5 DESC LIMIT 100`)
  ).rows

type ChangeRow = { id: string; at: string; by: string; words: string; reason: string }

export const readRegistryChanges = async (db: Db, regions: string[]): Promise<ChangeRow[]> =>
  (
    await db.execute<ChangeRow>(sql`
      SELECT id, at, by_name AS by, words, reason FROM registry_changes WHERE region ${within(regions)} ORDER BY at DESC LIMIT 50`)
  ).rows

type DeviceRow = {
  id: string
  feed: string
  key: string
  name: string
  enterprise: string | null
  region: string
  synthetic: boolean
  points: number
  since: string
}

export const readRegistryDevices = async (
  db: Db,
  regions: string[],
  feed: string,
  word: string,
): Promise<DeviceRow[]> =>
  (
    await db.execute<DeviceRow>(sql`
      SELECT d.id, d.feed, d.key, d.name, e.name AS enterprise, d.region, d.synthetic, d.since,
        (SELECT count(*)::int FROM points p WHERE p.device = d.id AND p.until IS NULL) AS points
      FROM devices d LEFT JOIN enterprises e ON e.id = d.enterprise
      WHERE d.until IS NULL AND d.region ${within(regions)} AND (${feed} = '' OR d.feed = ${feed})
        AND (lower(d.key) LIKE ${containing(word)} OR lower(d.name) LIKE ${containing(word)}) ORDER BY d.feed, d.key LIMIT 200`)
  ).rows

/** The open alarms of the device that an alias names, also those that rose before it was moved; the gravest first. */
const openOf = (device: SQL) => sql`(
  SELECT jsonb_build_object('total', count(*)::int, 'items',
    coalesce(jsonb_agg(jsonb_build_object('name', name, 'level', level, 'raisedAt', raised_at) ORDER BY n) FILTER (WHERE n <= 5), '[]'))
  FROM (SELECT a.name, a.level, a.raised_at, row_number() OVER (ORDER BY a.level, a.raised_at DESC) AS n
    FROM alarms a JOIN devices was ON was.id = a.device
    WHERE a.closed_at IS NULL AND was.feed = ${device}.feed AND was.key = ${device}.key) standing)`

/** What stands of a device. */
export const readOpenAlarms = async (db: Db, id: string): Promise<OpenAlarms> =>
  (
    await db.execute<{ open: OpenAlarms }>(
      sql`SELECT ${openOf(sql`d`)} AS open FROM devices d WHERE d.id = ${id}::uuid`,
    )
  ).rows[0]?.open ?? { total: 0, items: [] }

/** One device as it may be changed. Of its password only whether it has one. */
export const readRegistryDevice = async (
  db: Db,
  regions: string[],
  id: string,
): Promise<RegistryDeviceSettings | undefined> =>
  (
    await db.execute<RegistryDeviceSettings>(sql`
      SELECT d.id, d.feed, f.protocol, d.key, d.name, e.code AS enterprise, d.region, d.lon, d.lat, d.synthetic, d.hosts,
        d.dialect - ${sql.param(secretDialectKeys)}::text[] AS dialect, d.secret IS NOT NULL AS "hasSecret", ${openOf(sql`d`)} AS open
      FROM devices d JOIN feeds f ON f.id = d.feed LEFT JOIN enterprises e ON e.id = d.enterprise
      WHERE d.id = ${id}::uuid AND d.until IS NULL AND d.region ${within(regions)}`)
  ).rows[0]

/** As the columns of the sheet, one row per point, and one for a device without. No password and no secret key leaves. */
export const readSheetRows = async (
  db: Db,
  regions: string[],
  feed: string,
): Promise<Record<string, unknown>[]> =>
  (
    await db.execute<Record<string, unknown>>(sql`
      SELECT d.feed, d.key AS "deviceKey", d.name AS "deviceName", e.code AS enterprise, d.region, d.lon, d.lat, d.synthetic,
        (SELECT string_agg(host, ' ') FROM jsonb_array_elements_text(d.hosts) host) AS hosts,
        nullif(d.dialect - ${sql.param(secretDialectKeys)}::text[], '{}')::text AS dialect,
        p.key AS "pointKey", p.name AS "pointName", p.unit, p.kind, p.low_low AS "lowLow", p.low, p.high, p.high_high AS "highHigh",
        p.rise_per_minute AS "risePerMinute", p.range_low AS "rangeLow", p.range_high AS "rangeHigh", p.deadband, p.on_delay AS "onDelay",
        p.off_delay AS "offDelay", p.re_alarm_minutes AS "reAlarmMinutes", p.shelvable, p.first_level AS "firstLevel", p.outer_level AS "outerLevel"
      FROM devices d LEFT JOIN points p ON p.device = d.id AND p.until IS NULL LEFT JOIN enterprises e ON e.id = d.enterprise
      WHERE d.until IS NULL AND d.region ${within(regions)} AND (${feed} = '' OR d.feed = ${feed}) ORDER BY d.feed, d.key, p.key`)
  ).rows
