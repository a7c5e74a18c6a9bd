// What happened at the desk over some days, counted?
import { type SQL, sql } from 'drizzle-orm'
import { type Counted, periodSeconds, periodsADay } from '../../domain/duty/figures.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Reader } from '../scope.ts'
import { deskAcknowledgement } from './standing-reads.ts'

type FiguresQuery = { now: Instant; since: Instant; days: number; exercise: boolean }
type Top = { key: string; name: string; n: number }
export type FigureRow = Omit<Counted, 'top' | 'levels'> & {
  top: Top[]
  byDay: { day: string; n: number }[]
  red: number
  orange: number
  yellow: number
  blue: number
}

/** Beijing is so many periods ahead of UTC. */
const beijingPeriods = 48

/** Of lines that the reader has a device on; one that only simulators speak on is heard in exercises. */
const attendedPeriods = (from: SQL, to: SQL, exercise: boolean): SQL => sql`
  SELECT p.period FROM feed_periods p
  WHERE p.period >= floor(extract(epoch FROM ${from}) / ${periodSeconds}) AND p.period <= floor(extract(epoch FROM ${to}) / ${periodSeconds})
    AND EXISTS (SELECT 1 FROM devices d WHERE d.feed = p.feed AND (${exercise} OR NOT d.synthetic))`

/**
 * One statement, so that all figures are of one moment. What rang anew: a re-alarm is one more. Each part is read from an index that holds all it
 * asks for. Midnight of Beijing is the edge of a period, so days are made of periods.
 */
export const readFigures = async (
  tx: Reader,
  { now, since, exercise }: FiguresQuery,
): Promise<FigureRow> => {
  const [from, to] = [sql`${since}::timestamptz`, sql`${now}::timestamptz`]
  const counts = sql`(${exercise} OR NOT synthetic)`
  const waiting = sql`FROM standing WHERE NOT acked AND NOT EXISTS (${deskAcknowledgement(sql`standing`)})`
  const age = sql`extract(epoch FROM ${to} - raised_at)`
  const level = (n: number) => sql`(SELECT count(*)::int FROM rang WHERE level = ${n})`
  const { rows } = await tx.execute<FigureRow>(sql`
    WITH standing AS MATERIALIZED (
      SELECT id, active, acked, raised_at, rang FROM alarms WHERE closed_at IS NULL AND condition <> 'flood' AND ${counts}),
    ended AS MATERIALIZED (
      SELECT acked FROM alarms WHERE closed_at > ${from} AND condition <> 'flood' AND ${counts}),
    nuisances AS MATERIALIZED (
      SELECT chattering, fleeting FROM alarms WHERE (chattering OR fleeting) AND raised_at > ${from} AND ${counts}),
    rang AS MATERIALIZED (
      SELECT floor(extract(epoch FROM recorded_at) / ${periodSeconds})::int AS bin, level, key FROM alarm_events
      WHERE kind IN ('raised', 're-alarm') AND recorded_at > ${from} AND recorded_at <= ${to} AND condition <> 'flood' AND ${counts}),
    binned AS MATERIALIZED (SELECT bin, count(*)::int AS n FROM rang GROUP BY bin)
    SELECT (SELECT count(*)::int FROM rang) AS total,
      (SELECT count(*)::int FROM (${attendedPeriods(from, to, exercise)} UNION SELECT bin FROM binned) o) AS periods,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('bin', bin, 'n', n) ORDER BY bin), '[]') FROM binned) AS bins,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('day', to_char(date '1970-01-01' + day, 'YYYY-MM-DD'), 'n', n) ORDER BY day), '[]') FROM (
        SELECT (bin + ${beijingPeriods}) / ${periodsADay} AS day, sum(n)::int AS n FROM binned GROUP BY 1) d) AS "byDay",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', ${nameOf(sql`t.key`)}, 'n', n) ORDER BY n DESC, key), '[]') FROM (
        SELECT key, count(*)::int AS n FROM rang GROUP BY key ORDER BY 2 DESC, 1 LIMIT 10) t) AS top,
      ${level(1)} AS red, ${level(2)} AS orange, ${level(3)} AS yellow, ${level(4)} AS blue,
      (SELECT count(*)::int FROM nuisances WHERE chattering) AS chattering,
      (SELECT count(*)::int FROM nuisances WHERE fleeting) AS fleeting,
      (SELECT count(*)::int FROM standing WHERE active AND raised_at < ${to} - interval '24 hours') AS stale,
      (SELECT coalesce(max(${age}), 0)::int ${waiting}) AS "oldestUnacknowledgedSeconds",
      (SELECT coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY ${age}), 0)::int ${waiting}) AS "unacknowledgedMedianSeconds",
      (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - sent_at)) FROM device_commands
        WHERE verb = 'acknowledge' AND sent_at IS NOT NULL AND done_at IS NOT NULL AND created_at > ${from}) AS "plantSecondsP95",
      (SELECT count(*)::int FROM ended) AS closed, (SELECT count(*)::int FROM ended WHERE NOT acked) AS "closedWithoutAct"`)
  return rows[0]!
}

/** As it was called when it rang last. */
const nameOf = (key: SQL): SQL =>
  sql`(SELECT m.name FROM alarm_events v JOIN alarms m ON m.id = v.alarm WHERE v.key = ${key} ORDER BY v.recorded_at DESC LIMIT 1)`
