// Which alarms stand, in the order in which the desk must see them, and what has become of one?
import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { OwnAlarms } from '../../domain/competence/keepers.ts'
import type { AlarmBox, AlarmReading, AlarmRow } from '../../domain/duty/views.ts'
import type { KeptEscalationPolicy } from '../../domain/model/record.ts'
import type { CompetentOffice } from '../../domain/organisation/competence.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alarmsAt } from '../devices/device-rows.ts'
import { fallsDue } from '../jitter.ts'
import { alarmEvents, deviceCommands } from '../schema/devices/alarms.ts'
import { alarmAcknowledgements, type Standing } from '../schema/devices/duty.ts'
import { alarmReadings } from '../schema/devices/readings.ts'
import { persons } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'
import { isCutOff } from './cut-off-reads.ts'
import { standingAlarms } from './standing-reads.ts'

/** As stored, before anything of it is put into words; the escalation policy is that of its running period. */
export type AlarmHit = Omit<
  AlarmRow,
  | 'condition'
  | 'region'
  | 'regionCode'
  | 'enterprise'
  | 'consequence'
  | 'firstAct'
  | 'next'
  | 'noAcknowledging'
  | 'mayDeclareOver'
  | 'mayTakeOut'
  | 'noShelving'
  | 'keeper'
  | 'isKeeper'
> & {
  /** The bureau that its case names; null: none, or there is no case. */
  competent: CompetentOffice | null
  condition: string
  region: string
  enterprise: string | null
  enterpriseName: string | null
  closedAt: Instant | null
  shelvable: boolean
  process: string | null
  chart: number | null
  clock: string | null
  escalationLevel: string | null
  plannedAt: Instant | null
  escalationPolicy: KeptEscalationPolicy | null
  box: AlarmBox | 'done'
}

/** `own`: only what these bureaus keep, by the case, or by the kind where no case has begun. */
const standing = (now: Instant, own: OwnAlarms | null = null): SQL =>
  sql`standing AS MATERIALIZED (${standingAlarms(now, sql`a.closed_at IS NULL ${own === null ? sql`` : sql`AND ${isOwn(own)}`}`)})`

const isOwn = ({ offices, kinds }: OwnAlarms): SQL => sql`coalesce(
  (SELECT coalesce(c.record #>> '{snapshot,context,competent,office}', '') FROM cases c WHERE c.id = a.id::text) = ANY(${sql.param(offices)}::text[]),
  a.kind = ANY(${sql.param(kinds)}::text[]))`

const columns = sql`
  j.id, j.seq, j.feed, j.device, j.point, j.point_id AS "pointId", j.condition, j.kind, j.name, j.region, j.enterprise,
  e.name AS "enterpriseName", j.site, j.active, j.e_acked AS acked, coalesce(j.k_by, j.acked_by) AS "ackedBy",
  coalesce(j.k_at, j.acked_at) AS "ackedAt", j.latched, j.e_shelved AS "shelvedUntil",
  CASE WHEN j.s_own THEN j.s_by ELSE coalesce(q.name, j.shelved_by) END AS "shelvedBy",
  CASE WHEN j.s_own THEN j.s_reason ELSE j.shelved_reason END AS "shelvedReason", j.suppressed, j.e_out AS "outOfService", j.permit,
  (j.stale OR ${isCutOff(sql`j`)}) AS stale,
  j.doubtful, j.unwatched, j.chattering, j.fleeting, j.level, j.value, j."limit", j.unit, j.text, j.lon, j.lat, j.raised_at AS "raisedAt", j.rtn_at AS "rtnAt",
  (SELECT d.dialect->>'telephone' FROM devices d WHERE d.id = j.device) AS telephone, j.closed_at AS "closedAt", j.synthetic, coalesce(p.shelvable, true) AS shelvable, c.id AS "caseId", c.process, c.chart,
  c.record #> '{snapshot,context,competent}' AS competent,
  j.flood IS NOT NULL AS flood, n.clock, n.escalation_level AS "escalationLevel", n.planned_at AS "plannedAt", n.escalation_policy AS "escalationPolicy", j.box`

/** What is shown of an alarm, and the next call of the escalation policy: that of its case, unless the desk has acknowledged what the case may not have heard yet. */
const around = sql`
  LEFT JOIN enterprises e ON e.id = j.enterprise
  LEFT JOIN points p ON p.id = j.point_id
  LEFT JOIN persons q ON q.id = j.shelved_by
  LEFT JOIN cases c ON c.id = j.id::text
  LEFT JOIN LATERAL (SELECT o.clock, g.escalation_level, g.planned_at,
      CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('id', l.id, 'escalationLevels', l.escalation_levels) END AS escalation_policy
    FROM escalation_levels g JOIN obligations o ON o.case_id = g.case_id AND o.id = g.obligation LEFT JOIN escalation_policy_proposals l ON l.id = o.escalation_policy
    WHERE g.case_id = c.id AND ${fallsDue(sql`g.status`, sql`o.status`)} AND j.k_seq IS NULL
    ORDER BY g.planned_at LIMIT 1) n ON true`

type AlarmQuery = {
  now: Instant
  box: AlarmReading
  site: string | null
  limit: number
  own?: OwnAlarms | null
}

const isWaiting = sql`o.box IN ('active', 'returned') AND NOT o.e_acked`

/** What is real before exercises; unacknowledged, active, by level, the newest first. */
export const readAlarms = async (
  tx: Reader,
  { now, box, site, limit, own = null }: AlarmQuery,
): Promise<AlarmHit[]> => {
  const { rows } = await tx.execute<AlarmHit>(sql`
    WITH ${standing(now, own)}, j AS (
      SELECT * FROM standing o WHERE ${box === 'waiting' ? isWaiting : sql`box = ${box}`} AND (${site}::text IS NULL OR site = ${site})
      ORDER BY synthetic, e_acked, active DESC, level, raised_at DESC, id LIMIT ${limit})
    SELECT ${columns} FROM j ${around} ORDER BY j.synthetic, j.e_acked, j.active DESC, j.level, j.raised_at DESC, j.id`)
  return rows
}

/** Alarms that nobody has acknowledged and that are kept alike; `caseId`: of one of them, where their cases have begun. */
export type WaitingAlarms = Pick<AlarmHit, 'caseId' | 'kind' | 'region' | 'competent'> & {
  n: number
}

export type AlarmSums = {
  active: number
  shelved: number
  out: number
  returned: number
  waiting: WaitingAlarms[]
  first: number
  second: number
  third: number
  fourth: number
  floods: { site: string; name: string; since: string; n: number }[]
  rate: { ago: number; n: number }[]
}

const tenMinutes = 600
export const rateBins = 36

export const readAlarmSums = async (
  tx: Reader,
  now: Instant,
  own: OwnAlarms | null = null,
): Promise<AlarmSums> => {
  const level = (n: number) => sql`(count(*) FILTER (WHERE box = 'active' AND level = ${n}))::int`
  const box = (name: AlarmBox) => sql`(count(*) FILTER (WHERE box = ${name}))::int`
  const { rows } = await tx.execute<AlarmSums>(sql`
    WITH ${standing(now, own)}
    SELECT ${box('active')} AS active, ${box('shelved')} AS shelved, ${box('out')} AS out, ${box('returned')} AS returned,
      (SELECT coalesce(jsonb_agg(w), '[]') FROM (
        SELECT min(c.id) AS "caseId", min(o.kind) AS kind, o.region, c.record #> '{snapshot,context,competent}' AS competent, count(*)::int AS n
        FROM standing o LEFT JOIN cases c ON c.id = o.id::text WHERE ${isWaiting}
        GROUP BY o.region, competent, CASE WHEN c.id IS NULL THEN o.kind END) w) AS waiting,
      ${level(1)} AS first, ${level(2)} AS second, ${level(3)} AS third, ${level(4)} AS fourth,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('site', f.site, 'name', f.name, 'since', f.raised_at,
          'n', (SELECT count(*) FROM standing o WHERE o.site = f.site AND o.box = 'active' AND o.condition <> 'flood')) ORDER BY f.raised_at), '[]')
        FROM standing f WHERE f.condition = 'flood' AND f.active) AS floods,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('ago', ago, 'n', n)), '[]') FROM (
        SELECT floor(extract(epoch FROM ${now}::timestamptz - raised_at) / ${tenMinutes})::int AS ago, count(*)::int AS n
        FROM alarms WHERE raised_at > ${now}::timestamptz - make_interval(secs => ${tenMinutes * rateBins}) AND raised_at <= ${now}::timestamptz
        GROUP BY 1) bins) AS rate
    FROM standing`)
  return rows[0]!
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Also one that has closed. */
export const readAlarm = async (tx: Reader, now: Instant, id: string): Promise<AlarmHit | null> => {
  if (!uuid.test(id)) return null
  const { rows } = await tx.execute<AlarmHit>(sql`
    WITH j AS (${standingAlarms(now, sql`a.id = ${id}::uuid`)}) SELECT ${columns} FROM j ${around}`)
  return rows[0] ?? null
}

/** Of a device, the newest first, also those that have ended; what rose before it was enrolled anew, as long as that stands. */
export const readAlarmsOf = async (
  tx: Reader,
  now: Instant,
  device: string,
): Promise<AlarmHit[]> => {
  const { rows } = await tx.execute<AlarmHit>(sql`
    WITH j AS (${standingAlarms(now, alarmsAt(sql`a`, device))} ORDER BY j.raised_at DESC LIMIT 20)
    SELECT ${columns} FROM j ${around} ORDER BY j.raised_at DESC`)
  return rows
}

const mostEvents = 500

export const readAlarmStory = async (tx: Reader, id: string) => {
  const caseNotified = await tx
    .select({ event: alarmEvents, name: persons.name })
    .from(alarmEvents)
    .leftJoin(persons, eq(persons.id, alarmEvents.by))
    .where(eq(alarmEvents.alarm, id))
    .orderBy(desc(alarmEvents.seq))
    .limit(mostEvents)
  const events = caseNotified.map(({ event, name }) => ({ ...event, by: name ?? event.by }))
  const acknowledgements = await tx
    .select()
    .from(alarmAcknowledgements)
    .where(eq(alarmAcknowledgements.alarm, id))
    .orderBy(desc(alarmAcknowledgements.at))
  const readings = await tx
    .select()
    .from(alarmReadings)
    .where(eq(alarmReadings.alarm, id))
    .orderBy(asc(alarmReadings.at))
    .limit(4_000)
  const commands = await tx
    .select()
    .from(deviceCommands)
    .where(eq(deviceCommands.alarm, id))
    .orderBy(desc(deviceCommands.createdAt))
    .limit(50)
  return { events, acknowledgements, readings, deviceCommands: commands }
}

/** So many are named when a shift changes hands; the rest is counted. */
const mostNamed = 200

/** Open alarms of a region and those below, for a shift that changes hands; the gravest first. */
export const readStandingNow = async (
  tx: Reader,
  now: Instant,
  regions: string[],
): Promise<Standing> => {
  const { rows } = await tx.execute<Standing['items'][number] & { total: number }>(sql`
    WITH ${standing(now)}
    SELECT id, name, level, e_acked AS acked, raised_at AS "raisedAt", count(*) OVER ()::int AS total FROM standing
    WHERE box <> 'done' AND region = ANY(${sql.param(regions)}::text[]) ORDER BY synthetic, e_acked, level, raised_at DESC, id LIMIT ${mostNamed}`)
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _, ...row }) => ({
      ...row,
      raisedAt: new Date(row.raisedAt).toISOString(),
    })),
  }
}
