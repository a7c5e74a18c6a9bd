// How is the system as a whole: what runs, what is late, what did the auditor find?
import { desc, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { fallsDue, lookedAtBy } from '../jitter.ts'
import { anchors } from '../schema/cases/cases.ts'
import { auditReports } from '../schema/change/time.ts'

export type Figures = {
  openCases: number
  openTasks: number
  runningObligations: number
  lateEscalationLevels: number
  worstLatenessSeconds: number
  pendingEffects: number
  quarantined: number
  oldestPendingSeconds: number
}

/** Counted over all cases, whoever asks: these are numbers of the system, not of anybody's cases. */
export const readFigures = async (
  db: Database,
  now: Instant,
  windowMs: number,
): Promise<Figures> => {
  const { rows } = await db.execute<Record<keyof Figures, number>>(sql`
    SELECT
      (SELECT count(*)::int FROM cases WHERE status = 'open') AS "openCases",
      (SELECT count(DISTINCT id)::int FROM tasks WHERE open) AS "openTasks",
      (SELECT count(*)::int FROM obligations WHERE status IN ('running', 'overdue')) AS "runningObligations",
      late.count AS "lateEscalationLevels",
      late.worst AS "worstLatenessSeconds",
      waiting.pending AS "pendingEffects",
      waiting.quarantined AS "quarantined",
      waiting.oldest AS "oldestPendingSeconds"
    FROM
      (SELECT count(*)::int AS count, coalesce(max(extract(epoch FROM ${now}::timestamptz - r.planned_at)), 0)::int AS worst
        FROM escalation_levels r JOIN cases c ON c.id = r.case_id JOIN obligations o ON o.case_id = r.case_id AND o.id = r.obligation
        WHERE ${fallsDue(sql`r.status`, sql`o.status`)} AND r.planned_at < ${now}::timestamptz
          AND ${lookedAtBy(sql`r.planned_at`, windowMs)} < ${now}::timestamptz AND c.status = 'open') late,
      (SELECT count(*) FILTER (WHERE status = 'pending' AND not_before <= ${now}::timestamptz)::int AS pending,
        count(*) FILTER (WHERE status = 'quarantined')::int AS quarantined,
        coalesce(max(extract(epoch FROM now() - created_at)) FILTER (WHERE status = 'pending' AND not_before <= ${now}::timestamptz), 0)::int AS oldest
        FROM effects WHERE status IN ('pending', 'quarantined')) waiting`)
  return rows[0] as Figures
}

/** The auditor's last report, and the heads anchored in the last two weeks. */
export const readFindings = async (db: Database) => {
  const [report] = await db.select().from(auditReports).orderBy(desc(auditReports.at)).limit(1)
  const heads = await db
    .select({ day: anchors.day, cases: anchors.cases, head: anchors.head })
    .from(anchors)
    .orderBy(desc(anchors.day))
    .limit(14)
  return { report: report ?? null, anchors: heads }
}
