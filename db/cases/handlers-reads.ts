// Who holds one of these posts now, and how many open tasks has he in hand?
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Reader } from '../scope.ts'

export type Handler = { id: string; name: string; grp: string; open: number }

/** One row per person and post, who has least in hand first; of cases that the reader does not see nothing is counted. */
export const readHandlers = async (
  tx: Reader,
  groups: string[],
  at: Instant,
): Promise<Handler[]> => {
  if (groups.length === 0) return []
  const { rows } = await tx.execute<Handler>(sql`
    SELECT DISTINCT p.id, p.name, a.office || '/' || a.role AS grp,
      (SELECT count(DISTINCT t.id)::int FROM tasks t WHERE t.open AND t.assignee = p.id) AS open
    FROM appointments a JOIN persons p ON p.id = a.person AND p.active
    WHERE a.office || '/' || a.role = ANY(${sql.param(groups)}::text[])
      AND a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz)
    ORDER BY open, p.id LIMIT 200`)
  return rows
}
