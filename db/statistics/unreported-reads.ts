// Who signs or sends the report of an enterprise that has not sent it?
import { sql } from 'drizzle-orm'
import { enterpriseOffice } from '../../domain/organisation/offices.ts'
import type { ReportStatus } from '../../domain/statistics/reports.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'

export type UnreportedRow = {
  person: string
  enterprise: string
  name: string
  status: ReportStatus
}

/** Principals and safety officers of every enterprise that had people here before the period ended. */
export const readUnreported = async (
  tx: Pick<Executor, 'execute'>,
  {
    process,
    period,
    ended,
    now,
  }: { process: string; period: string; ended: Instant; now: Instant },
): Promise<UnreportedRow[]> => {
  const { rows } = await tx.execute<UnreportedRow>(sql`
    SELECT DISTINCT a.person, e.id AS enterprise, e.name, coalesce(r.status, 'missing') AS status
    FROM appointments a JOIN persons p ON p.id = a.person AND p.active
      JOIN enterprises e ON a.office = ${enterpriseOffice('')} || e.id
      LEFT JOIN (
        SELECT DISTINCT ON (r.enterprise) r.enterprise, step.act AS status
        FROM statistics_reports r JOIN LATERAL (SELECT act FROM statistics_steps WHERE report = r.id ORDER BY id DESC LIMIT 1) step ON true
        WHERE r.process = ${process} AND r.period = ${period} AND r.enterprise <> '' ORDER BY r.enterprise, r.version DESC
      ) r ON r.enterprise = e.id
    WHERE a.role IN ('enterprise-principal', 'enterprise-safety') AND a.since <= ${now}::timestamptz
      AND (a.until IS NULL OR a.until > ${now}::timestamptz) AND coalesce(r.status, 'missing') <> 'submitted'
      AND EXISTS (SELECT 1 FROM appointments b WHERE b.office = a.office AND b.since < ${ended}::timestamptz)
    ORDER BY a.person, e.id`)
  return rows
}
