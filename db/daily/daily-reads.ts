// What do the daily round and the pages about it ask of cases, escalation policies and people?
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { exerciseMark } from '../../domain/model/exercises/exercise.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type {
  Gap,
  Holder,
  PlannedEscalationLevel,
  StandIn,
} from '../../domain/views/reachability.ts'
import type { Executor } from '../client.ts'
import { fallsDue } from '../jitter.ts'
import { isPromised } from '../promised.ts'
import { dailyMails, dailyRounds, reachability } from '../schema/statistics/daily.ts'
import type { Reader } from '../scope.ts'

/** More than this no mail can list; the page of limits shows them all. */
const most = 2_000

export type DueRow = {
  caseId: string
  number: string
  title: string
  process: string
  chart: number
  clock: string
  region: string
  status: string
  dueAt: Instant
  due: string
}

/** Periods of the law of open cases in these regions that end after `since` and not after `until`, as on the wall. */
export const readDue = async (
  tx: Pick<Executor, 'execute'>,
  regions: string[],
  since: Instant,
  until: Instant,
): Promise<DueRow[]> => {
  const { rows } = await tx.execute<DueRow>(sql`
    SELECT c.id AS "caseId", c.number, c.title, c.process, c.chart, o.clock, c.region, o.status, o.due_at AS "dueAt",
      to_char((o.due_at - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS due
    FROM obligations o JOIN cases c ON c.id = o.case_id
    WHERE o.status IN ('running', 'overdue') AND o.due_at > ${since}::timestamptz AND o.due_at <= ${until}::timestamptz
      AND c.status = 'open' AND c.region = ANY(${sql.param(regions)}::text[])
      AND NOT ${isPromised(sql`c.record`, sql`o.id`)}
    ORDER BY o.due_at, c.number LIMIT ${most}`)
  return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt).toISOString() }))
}

/** Levels of running periods that are planned up to `until`; also those that should have fired already. */
export const readPlannedEscalationLevels = async (
  tx: Pick<Executor, 'execute'>,
  until: Instant,
): Promise<(PlannedEscalationLevel & { chart: number })[]> => {
  const { rows } = await tx.execute<PlannedEscalationLevel & { chart: number }>(sql`
    SELECT c.id AS "caseId", c.number, c.process, c.chart, r.obligation, o.clock, r.escalation_level AS "escalationLevel", r.planned_at AS "plannedAt", c.region, c.owner,
      e.name AS enterprise, starts_with(c.title, ${exerciseMark}) AS exercise,
      CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('id', l.id, 'escalationLevels', l.escalation_levels) END AS "escalationPolicy"
    FROM escalation_levels r JOIN obligations o ON o.case_id = r.case_id AND o.id = r.obligation JOIN cases c ON c.id = r.case_id
      LEFT JOIN enterprises e ON e.id = c.owner LEFT JOIN escalation_policy_proposals l ON l.id = o.escalation_policy
    WHERE ${fallsDue(sql`r.status`, sql`o.status`)} AND r.planned_at <= ${until}::timestamptz AND c.status = 'open'
    ORDER BY r.planned_at, c.id`)
  return rows.map((row) => ({ ...row, plannedAt: new Date(row.plannedAt).toISOString() }))
}

/** How the last mail to a person ended. */
const lastMail = (person: SQL): SQL => sql`(
  SELECT d.ok FROM deliveries d JOIN (
    SELECT id FROM notices WHERE person = ${person} UNION ALL SELECT id FROM daily_mails WHERE person = ${person}
  ) told ON told.id = d.notice_id WHERE d.channel = 'mail' ORDER BY d.seq DESC LIMIT 1)`

/** Whoever stands in for a person, with an early end already counted, and whether he can be told himself. */
const standIns = sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('since', greatest(s.since, g.at), 'until', least(s.until, x.ended_at), 'posts', s.posts,
    'reached', q.active AND v.id IS NOT NULL AND q.mail LIKE '%@%' AND coalesce(${lastMail(sql`q.id`)}, true),
    'phone', EXISTS (SELECT 1 FROM person_phones t WHERE t.person = q.id))), '[]')
  FROM substitutions s JOIN substitution_agreements g ON g.substitution = s.id LEFT JOIN substitution_ends x ON x.substitution = s.id
    JOIN persons q ON q.id = s.substitute LEFT JOIN "user" v ON v.id = q.id
  WHERE s.person = p.id)`

/** Everybody appointed to one of the groups now or later, with what is known of how he can be notified. */
export const readHolders = async (
  tx: Pick<Executor, 'execute'>,
  groups: string[],
  now: Instant,
): Promise<Holder[]> => {
  const { rows } = await tx.execute<Holder>(sql`
    SELECT a.office || '/' || a.role AS "group", p.id AS person, p.name, p.mail, p.active, u.id IS NOT NULL AS account,
      CASE ${lastMail(sql`p.id`)} WHEN true THEN 'arrived' WHEN false THEN 'refused' END AS mailed,
      EXISTS (SELECT 1 FROM person_phones t WHERE t.person = p.id) AS phone, a.since, a.until,
      ${standIns} AS "standIns"
    FROM appointments a JOIN persons p ON p.id = a.person LEFT JOIN "user" u ON u.id = p.id
    WHERE a.office = ANY(${sql.param(groups.map(officeOf))}::text[]) AND (a.until IS NULL OR a.until > ${now}::timestamptz)
    ORDER BY p.id`)
  const iso = (at: string) => new Date(at).toISOString()
  const dated = (one: StandIn): StandIn => ({
    ...one,
    since: iso(one.since),
    until: iso(one.until),
  })
  return rows
    .filter(({ group }) => groups.includes(group))
    .map((row) => ({
      ...row,
      since: iso(row.since),
      until: row.until === null ? null : iso(row.until),
      standIns: row.standIns.map(dated),
    }))
}

const officeOf = (group: string): string => group.slice(0, group.lastIndexOf('/'))

/** The latest checked morning, and its gaps in the reader's regions. */
export const readReachability = async (
  tx: Reader,
): Promise<{ day: string | null; at: Instant | null; gaps: Gap[] }> => {
  const [last] = await tx
    .select({ day: dailyRounds.day, at: dailyRounds.at })
    .from(dailyRounds)
    .where(and(eq(dailyRounds.job, 'morning'), eq(dailyRounds.status, 'done')))
    .orderBy(desc(dailyRounds.day))
    .limit(1)
  if (!last) return { day: null, at: null, gaps: [] }
  const rows = await tx
    .select({ gaps: reachability.gaps })
    .from(reachability)
    .where(eq(reachability.day, last.day))
  return { ...last, gaps: rows.flatMap(({ gaps }) => gaps) }
}

/** One's own digest of a day, or the newest; and on which days there were some. */
export const readDigest = async (tx: Reader, person: string, day: string | null) => {
  const own = and(eq(dailyMails.person, person), eq(dailyMails.kind, 'digest'))
  const days = await tx
    .select({ day: dailyMails.day })
    .from(dailyMails)
    .where(own)
    .orderBy(desc(dailyMails.day))
    .limit(30)
  const wanted = day ?? days[0]?.day
  if (wanted === undefined) return { days: [], digest: null }
  const [digest] = await tx
    .select()
    .from(dailyMails)
    .where(and(own, eq(dailyMails.day, wanted)))
  return { days: days.map((one) => one.day), digest: digest ?? null }
}
