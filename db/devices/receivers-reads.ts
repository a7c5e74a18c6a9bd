// Who takes warnings, and what has each answered last?
import { sql } from 'drizzle-orm'
import type { ReceiverProposal, ReceiverView } from '../../domain/warning/views.ts'
import type { Executor } from '../client.ts'

/** The secret does not leave its table. */
export const readReceiverViews = async (db: Pick<Executor, 'execute'>): Promise<ReceiverView[]> => {
  const { rows } = await db.execute<ReceiverView>(sql`
    SELECT r.id, r.name, r.url, r.format, r.secret IS NOT NULL AS signed, r.regions, r.least_level AS "leastLevel", r.exercises, r.enabled,
      (SELECT count(*)::int FROM outbound_deliveries d WHERE d.receiver = r.id AND d.state = 'waiting') AS waiting,
      (SELECT jsonb_build_object('state', d.state, 'at', coalesce(d.answered_at, d.due_at), 'error', d.error)
        FROM outbound_deliveries d WHERE d.receiver = r.id AND d.attempts > 0 ORDER BY coalesce(d.answered_at, d.due_at) DESC LIMIT 1) AS last
    FROM outbound_receivers r ORDER BY r.id`)
  return rows.map((row) => ({
    ...row,
    last: row.last && { ...row.last, at: new Date(row.last.at).toISOString() },
  }))
}

/** What waits for a second administrator, as `reader` may decide on it. */
export const readReceiverProposals = async (
  db: Pick<Executor, 'execute'>,
  reader: string,
): Promise<ReceiverProposal[]> => {
  const { rows } = await db.execute<ReceiverProposal>(sql`
    SELECT p.id, p.name, p.url, p.format, p.regions, p.least_level AS "leastLevel", p.exercises, p.enabled, p.proposal, p.new_secret AS "newSecret",
      CASE WHEN p.new_secret THEN p.secret ELSE r.secret END IS NOT NULL AS signed,
      r.id IS NULL AS fresh, p.by_name AS "by", p.at, p.by = ${reader} AS mine
    FROM outbound_proposals p LEFT JOIN outbound_receivers r ON r.id = p.id ORDER BY p.at, p.id`)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
