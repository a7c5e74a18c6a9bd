// What happened at the desk over some days, counted?
import { type SQL, sql } from 'drizzle-orm'
import { type Counted, periodSeconds } from '../../domain/duty/figures.ts'
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

/** Of lines that the reader has a device on; one that only simulators speak on is heard in exercises. */
const attendedPeriods = (from: SQL, to: SQL, exercise: boolean): SQL => sql`
  SELECT p.period FROM feed_periods p
  WHERE p.period >= floor(extract(epoch FROM ${from}) / ${periodSeconds}) AND p.period <= floor(extract(epoch FROM ${to}) / ${periodSeconds})
    AND EXISTS (SELECT 1 FROM devices d WHERE d.feed = p.feed AND (${exercise} OR NOT d.synthetic))`

/**
 * What rang anew: a re-alarm is one more. One statement, so that all figures are of one moment. `mine` holds what these days can speak of, and of
 * that no more than is counted: a year of alarms would be written to disk and read again.
 */
export const readFigures = async (
  tx: Reader,
  { now, since, exercise }: FiguresQuery,
): Promise<FigureRow> => {
  const [from, to] = [sql`${since}::timestamptz`, sql`${now}::timestamptz`]
  const open = sql`FROM mine WHERE closed_at IS NULL AND condition <> 'flood'`
  const waiting = sql`${open} AND NOT acked AND NOT EXISTS (${deskAcknowledgement(sql`mine`)})`
  const age = sql`extract(epoch FROM ${to} - raised_at)`
  const level = (n: number) => sql`(SELECT count(*)::int FROM rang WHERE level = ${n})`
  const { rows } = await tx.execute<FigureRow>(sql`
    WITH mine AS MATERIALIZED (
      SELECT id, condition, active, acked, chattering, fleeting, raised_at, closed_at, rang FROM alarms
      WHERE (${exercise} OR NOT synthetic) AND (closed_at IS NULL OR closed_at > ${from} OR raised_at > ${from})),
    rang AS MATERIALIZED (
      SELECT v.recorded_at AS at, v.level, m.key, m.name FROM alarm_events v JOIN alarms m ON m.id = v.alarm
      WHERE v.kind IN ('raised', 're-alarm') AND v.recorded_at > ${from} AND v.recorded_at <= ${to} AND m.condition <> 'flood'
        AND (${exercise} OR NOT m.synthetic)),
    ended AS (SELECT id, acked FROM mine WHERE closed_at > ${from} AND condition <> 'flood')
    SELECT (SELECT count(*)::int FROM rang) AS total,
      (SELECT count(*)::int FROM (${attendedPeriods(from, to, exercise)}
        UNION SELECT floor(extract(epoch FROM at) / ${periodSeconds})::int FROM rang) o) AS periods,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('bin', bin, 'n', n) ORDER BY bin), '[]') FROM (
        SELECT floor(extract(epoch FROM at) / ${periodSeconds})::int AS bin, count(*)::int AS n FROM rang GROUP BY 1) b) AS bins,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'n', n) ORDER BY day), '[]') FROM (
        SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, count(*)::int AS n FROM rang GROUP BY 1) d) AS "byDay",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', name, 'n', n) ORDER BY n DESC, key), '[]') FROM (
        SELECT key, min(name) AS name, count(*)::int AS n FROM rang GROUP BY key ORDER BY 3 DESC, 1 LIMIT 10) t) AS top,
      ${level(1)} AS red, ${level(2)} AS orange, ${level(3)} AS yellow, ${level(4)} AS blue,
      (SELECT count(*)::int FROM mine WHERE chattering AND raised_at > ${from}) AS chattering,
      (SELECT count(*)::int FROM mine WHERE fleeting AND raised_at > ${from}) AS fleeting,
      (SELECT count(*)::int ${open} AND active AND raised_at < ${to} - interval '24 hours') AS stale,
      (SELECT coalesce(max(${age}), 0)::int ${waiting}) AS "oldestUnacknowledgedSeconds",
      (SELECT coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY ${age}), 0)::int ${waiting}) AS "unacknowledgedMedianSeconds",
      (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - sent_at)) FROM device_commands
        WHERE verb = 'acknowledge' AND sent_at IS NOT NULL AND done_at IS NOT NULL AND created_at > ${from}) AS "plantSecondsP95",
      (SELECT count(*)::int FROM ended) AS closed, (SELECT count(*)::int FROM ended WHERE NOT acked) AS "closedWithoutAct"`)
  return rows[0]!
}
