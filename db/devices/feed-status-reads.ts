// How does each feed do for those who keep it, and which certificates have its servers shown?
import { sql } from 'drizzle-orm'
import type { LinkCertificate } from '../../domain/duty/certificates.ts'
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import type { Signature } from '../schema/devices/devices.ts'

type Db = Pick<Executor, 'execute'>
/** What only administrators see is read as such, so each statement names the regions itself. */
const within = (regions: string[]) => sql`= ANY(${sql.param(regions)}::text[])`

export type FeedStatusRow = {
  id: string
  name: string
  protocol: string
  region: string
  enabled: boolean
  paused: Signature | null
  held: boolean
  down: boolean
  everReceived: boolean
  silent: boolean
  detail: string
  devices: number
  lastSeenAt: string | null
  faultsToday: number
  gaps: number
  gapSince: string | null
  own: { thumbprint: string; to: string } | null
}

/** `held`: by a process whose lease has not run out; what it wrote last of a line that it holds no more is not believed. */
export const readFeedStatuses = async (
  db: Db,
  regions: string[],
  now: Instant,
): Promise<FeedStatusRow[]> => {
  const at = sql`${now}::timestamptz`
  const { rows } = await db.execute<FeedStatusRow>(sql`
    SELECT f.id, f.name, f.protocol, f.region, f.enabled, f.paused, coalesce(o.owner IS NOT NULL AND o.lease_until > now(), false) AS held,
      coalesce(s.state = 'down', false) AS down, coalesce(s.detail, '') AS detail, s.last_frame_at IS NOT NULL AS "everReceived",
      coalesce(s.last_frame_at < ${at} - make_interval(secs => f.silence_seconds), false) AS silent,
      greatest(s.last_seen_at, s.last_frame_at) AS "lastSeenAt", g.n AS gaps, g.since AS "gapSince",
      (SELECT count(*)::int FROM devices d WHERE d.feed = f.id AND d.until IS NULL) AS devices,
      (SELECT jsonb_build_object('thumbprint', l.thumbprint, 'to', l."to") FROM link_certificates l WHERE l.feed = f.id) AS own,
      (SELECT coalesce(sum(c.count), 0)::int FROM fault_counts c WHERE c.feed = f.id AND c.day = ${civilDate(now)}) AS "faultsToday"
    FROM feeds f LEFT JOIN feed_states s ON s.feed = f.id LEFT JOIN feed_owners o ON o.feed = f.id
    CROSS JOIN LATERAL (SELECT count(*)::int AS n, min(g."from") FILTER (WHERE g."to" IS NULL) AS since FROM feed_gaps g
      WHERE g.feed = f.id AND coalesce(g."to", ${at}) > ${at} - interval '24 hours') g
    WHERE f.region ${within(regions)} ORDER BY f.id`)
  return rows
}

/** Our own certificate before the plant of a feed, DER. Its key is not there to be read. */
export const readOwnCertificate = async (
  db: Db,
  regions: string[],
  feed: string,
): Promise<Uint8Array | undefined> =>
  (
    await db.execute<{ certificate: Uint8Array }>(sql`
      SELECT l.certificate FROM link_certificates l JOIN feeds f ON f.id = l.feed WHERE f.id = ${feed} AND f.region ${within(regions)}`)
  ).rows[0]?.certificate

export type CertificateRow = {
  feed: string
  thumbprint: string
  sha256: string
  subject: string
  issuer: string
  names: string
  from: string
  to: string
  firstAt: string
  lastAt: string
  trusted: Signature | null
}

/** What waits for somebody first. */
export const readServerCertificates = async (
  db: Db,
  regions: string[],
): Promise<CertificateRow[]> =>
  (
    await db.execute<CertificateRow>(sql`
      SELECT c.feed, c.thumbprint, c.sha256, c.subject, c.issuer, c.names, c."from", c."to", c.first_at AS "firstAt", c.last_at AS "lastAt", c.trusted
      FROM server_certificates c JOIN feeds f ON f.id = c.feed WHERE f.region ${within(regions)}
      ORDER BY c.trusted IS NOT NULL, c.feed, c.last_at DESC`)
  ).rows

/** Of each feed in use, the trusted certificate that ends last: one that has been followed by another no longer counts. */
export const readLinkCertificates = async (db: Db): Promise<LinkCertificate[]> =>
  (
    await db.execute<LinkCertificate>(sql`
      SELECT DISTINCT ON (f.id) f.id AS feed, f.name, f.region, c.subject, c.thumbprint, c."to"
      FROM feeds f JOIN server_certificates c ON c.feed = f.id AND c.trusted IS NOT NULL WHERE f.enabled
      ORDER BY f.id, c."to" DESC`)
  ).rows.map((row) => ({ ...row, to: instant(row.to) }))

type ActRow = { id: string; at: string; by: string; words: string; reason: string }

/** Who has paused and resumed, trusted and withdrawn. */
export const readFeedActs = async (db: Db, regions: string[]): Promise<ActRow[]> =>
  (
    await db.execute<ActRow>(sql`
      SELECT id, at, by_name AS by, words, reason FROM registry_changes
      WHERE region ${within(regions)} AND (rows -> 0 ->> 'what' = 'certificate' OR rows -> 0 -> 'before' ? 'paused')
      ORDER BY at DESC LIMIT 50`)
  ).rows
