// How do the feeds of other systems and their devices do?
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { feedLeaseMs, type Signature } from '../schema/devices/devices.ts'
import type { Reader } from '../scope.ts'
import { rowInForce } from './device-rows.ts'

export type FeedHit = {
  id: string
  name: string
  protocol: string
  enabled: boolean
  paused: Signature | null
  state: 'listening' | 'connected' | 'down' | null
  connections: number | null
  lastSeenAt: string | null
  lastFrameAt: string | null
  lagMs: string | null
  silenceSeconds: number
  frames: string | null
  faults: string | null
  detail: string | null
  stateAt: string | null
  total: number
  reporting: number
  /** Registered, and never heard so far. */
  awaited: number
  exercises: number
  badPoints: number
  silent: boolean
}

/** Feeds of the reader’s regions, and those that have a device there; what counts are the devices he may see. */
export const readFeeds = async (
  tx: Reader,
  now: Instant,
  regions: string[],
): Promise<FeedHit[]> => {
  const at = sql`${now}::timestamptz`
  const { rows } = await tx.execute<FeedHit>(sql`
    WITH seen AS MATERIALIZED (
      SELECT d.feed, d.synthetic,
        coalesce(s.last_seen_at > ${at} - make_interval(secs => coalesce(d.silence_seconds, f.silence_seconds)), false) AS reporting, s.device IS NULL AS awaited,
        (SELECT count(*) FROM points p JOIN latest_readings r ON r.point = p.id
          WHERE p.device = d.id AND p.until IS NULL AND r.quality % 8 NOT IN (0, 3, 5)) AS bad
      FROM devices d JOIN feeds f ON f.id = d.feed LEFT JOIN device_states s ON s.device = d.id
      WHERE d.since <= ${at} AND (d.until IS NULL OR d.until > ${at})),
    sums AS (SELECT feed, count(*)::int AS total, (count(*) FILTER (WHERE reporting))::int AS reporting, (count(*) FILTER (WHERE awaited))::int AS awaited,
      (count(*) FILTER (WHERE synthetic))::int AS exercises, coalesce(sum(bad), 0)::int AS bad FROM seen GROUP BY feed)
    SELECT f.id, f.name, f.protocol, f.enabled, f.paused, f.silence_seconds AS "silenceSeconds", s.state, s.connections, s.last_seen_at AS "lastSeenAt",
      s.last_frame_at AS "lastFrameAt", s.lag_ms AS "lagMs", s.frames, s.faults, s.detail, s.at AS "stateAt",
      coalesce(m.total, 0) AS total, coalesce(m.reporting, 0) AS reporting, coalesce(m.awaited, 0) AS awaited, coalesce(m.exercises, 0) AS exercises, coalesce(m.bad, 0) AS "badPoints",
      coalesce(s.last_frame_at < ${at} - make_interval(secs => f.silence_seconds), true) AS silent
    FROM feeds f LEFT JOIN feed_states s ON s.feed = f.id LEFT JOIN sums m ON m.feed = f.id
    WHERE m.total > 0 OR f.region = ANY(${sql.param(regions)}::text[]) ORDER BY f.id`)
  return rows
}

export type Gaps = { feed: string; n: number; since: string | null }
export type Waiting = {
  waiting: number
  oldest: string | null
  heartbeat: string | null
  outOfService: number
  gaps: Gaps[]
}

/** What only operators may read in whole: of the outbox, the alarms in these regions. What stands out of service begins no case before its end. */
export const readDelay = async (
  db: Pick<Executor, 'execute'>,
  now: Instant,
  regions: string[],
): Promise<Waiting> => {
  const at = sql`${now}::timestamptz`
  const { rows } = await db.execute<Waiting>(sql`
    SELECT count(*)::int AS waiting, min(o.not_before) AS oldest,
      greatest((SELECT max(at) FROM feed_states),
        (SELECT max(lease_until) - ${feedLeaseMs} * interval '1 millisecond' FROM feed_owners)) AS heartbeat,
      (SELECT count(*)::int FROM service_permits p
        WHERE p.ended IS NULL AND p.until > ${at} AND p.region = ANY(${sql.param(regions)}::text[])) AS "outOfService",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('feed', feed, 'n', n, 'since', since)), '[]') FROM (
        SELECT feed, count(*)::int AS n, min("from") FILTER (WHERE "to" IS NULL) AS since FROM feed_gaps
        WHERE coalesce("to", ${at}) > ${at} - interval '24 hours' GROUP BY feed) g) AS gaps
    FROM alarm_outbox o JOIN alarms a ON a.id = o.alarm
    WHERE o.done_at IS NULL AND o.not_before <= ${at} AND a.region = ANY(${sql.param(regions)}::text[])
      AND NOT (a.case_started IS NULL AND EXISTS (SELECT 1 FROM service_permits p WHERE p.device = ${rowInForce(sql`a.device`)}
        AND (p.point IS NULL OR p.point = a.point) AND p.ended IS NULL AND p.until > ${at}))`)
  return rows[0]!
}
