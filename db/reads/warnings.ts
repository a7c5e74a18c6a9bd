// Which warnings have left, and what has each receiver answered?
import { sql } from 'drizzle-orm'
import type { Reader } from './scope.ts'

export type WarningDelivery = {
  receiver: string
  name: string
  state: 'waiting' | 'acknowledged' | 'taken' | 'refused' | 'given-up'
  attempts: number
  answeredAt: string | null
  error: string | null
}

export type WarningHit = {
  identifier: string
  alarm: string
  type: 'Alert' | 'Update' | 'Cancel'
  status: 'Actual' | 'Exercise' | 'Test'
  synthetic: boolean
  sent: string
  level: 1 | 2 | 3 | 4
  region: string
  sha256: string
  deliveries: WarningDelivery[]
}

const most = 100

/** The newest first; of one alarm: its messages in their order, newest first too. */
export const readWarnings = async (tx: Reader, alarm: string | null): Promise<WarningHit[]> => {
  const { rows } = await tx.execute<WarningHit>(sql`
    SELECT m.identifier, m.alarm, m.type, m.status, m.synthetic, m.sent, m.level, m.region, m.sha256, coalesce((
      SELECT jsonb_agg(jsonb_build_object('receiver', d.receiver, 'name', r.name, 'state', d.state, 'attempts', d.attempts,
        'answeredAt', d.answered_at, 'error', d.error) ORDER BY d.receiver)
      FROM outbound_deliveries d JOIN outbound_receivers r ON r.id = d.receiver WHERE d.message = m.identifier), '[]') AS deliveries
    FROM outbound_messages m WHERE ${alarm === null ? sql`true` : sql`m.alarm = ${alarm}::uuid`}
    ORDER BY m.sent DESC, m.identifier DESC LIMIT ${most}`)
  return rows
}

/** As it was sent; null: there is none in reach. */
export const readWarningText = async (tx: Reader, identifier: string): Promise<{ cap: string; geojson: string } | null> => {
  const { rows } = await tx.execute<{ cap: string; geojson: string }>(
    sql`SELECT cap, geojson FROM outbound_messages WHERE identifier = ${identifier}`,
  )
  return rows[0] ?? null
}
