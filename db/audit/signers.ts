// Who is asked to sign an open task and can no longer do it?
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'

export type LostSigner = { caseId: string; at: Instant; name: string }

/** Added signers who hold no post any more, and posts that nobody holds: whoever added them, the holder or the head of the office removes them. */
export const lostSigners = async (db: Executor, now: Instant): Promise<LostSigner[]> => {
  const inForce = sql`a.since <= ${now}::timestamptz AND (a.until IS NULL OR a.until > ${now}::timestamptz)`
  const { rows } = await db.execute<LostSigner>(sql`
    SELECT DISTINCT q.case_id AS "caseId", q.at, coalesce(p.name, q.person) AS name
    FROM task_people q JOIN tasks t ON t.id = q.task_id AND t.open LEFT JOIN persons p ON p.id = q.person
    WHERE q.why = 'asked' AND NOT EXISTS (
      SELECT 1 FROM appointments a JOIN persons h ON h.id = a.person AND h.active
      WHERE ${inForce} AND (a.person = q.person OR a.office || '/' || a.role = q.person))
    ORDER BY q.at LIMIT 500`)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
