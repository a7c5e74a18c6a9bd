// Which receivers have not got a warning?
import { sql } from 'drizzle-orm'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { DeliveryFault, DeliveryState } from '../../domain/warning/views.ts'
import type { Database } from '../client.ts'
import { MOST } from './cases.ts'

type Undelivered = { at: Instant; name: string; state: DeliveryState; error: DeliveryFault | null }

/** Of those given since `since`: what waits since before `until` or has failed, unless a later one about the same event has arrived. Exercises warn nobody. */
export const undeliveredWarnings = async (
  db: Database,
  { since, until }: { since: Date; until: Date },
): Promise<Undelivered[]> => {
  const { rows } = await db.execute<Undelivered>(sql`
    SELECT d.since AS at, r.name, d.state, d.error FROM outbound_deliveries d
      JOIN outbound_messages m ON m.identifier = d.message AND m.status = 'Actual'
      JOIN outbound_receivers r ON r.id = d.receiver AND r.enabled
    WHERE d.since > ${since.toISOString()}::timestamptz
      AND (d.state IN ('refused', 'given-up') OR (d.state = 'waiting' AND d.since < ${until.toISOString()}::timestamptz))
      AND NOT EXISTS (SELECT 1 FROM outbound_deliveries later WHERE later.incident = d.incident AND later.receiver = d.receiver
        AND later.place > d.place AND later.state IN ('acknowledged', 'taken'))
    ORDER BY d.since, r.name LIMIT ${MOST}`)
  return rows.map(({ at, ...row }) => ({ ...row, at: instant(at) }))
}
