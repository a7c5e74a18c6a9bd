// Who takes warnings, and what has each answered last?
import { sql } from 'drizzle-orm'
import type { DeliveryState, ReceiverView } from '../../domain/warning/views.ts'
import type { Executor } from '../client.ts'

type Answer = { state: DeliveryState; at: string; status: number | null; error: string | null }
type Row = Omit<ReceiverView, 'last'> & { last: Answer | null }

/** The secret does not leave its table. */
export const readReceiverViews = async (db: Pick<Executor, 'execute'>): Promise<ReceiverView[]> => {
  const { rows } = await db.execute<Row>(sql`
    SELECT r.id, r.name, r.url, r.format, r.secret IS NOT NULL AS signed, r.regions, r.least_level AS "leastLevel", r.exercises, r.enabled,
      (SELECT count(*)::int FROM outbound_deliveries d WHERE d.receiver = r.id AND d.state = 'waiting') AS waiting,
      (SELECT jsonb_build_object('state', d.state, 'at', coalesce(d.answered_at, d.due_at), 'status', d.http_status, 'error', d.error)
        FROM outbound_deliveries d WHERE d.receiver = r.id AND d.attempts > 0 ORDER BY coalesce(d.answered_at, d.due_at) DESC LIMIT 1) AS last
    FROM outbound_receivers r ORDER BY r.id`)
  return rows.map((row) => ({ ...row, last: row.last && { ...row.last, at: new Date(row.last.at).toISOString() } }))
}
