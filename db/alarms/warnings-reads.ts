// Which warnings have left, what has each receiver answered, and what was said word for word?
import { type SQL, sql } from 'drizzle-orm'
import type { DeliveryView, WarningRow, WarningView } from '../../domain/warning/views.ts'
import type { Reader } from '../scope.ts'

export type WarningHit = Omit<WarningRow, 'region'> & { region: string }
export type WarningFound = WarningHit & Omit<WarningView, keyof WarningRow | 'mayFollow'>

const most = 100

const deliveries = sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('receiver', d.receiver, 'name', r.name, 'state', d.state, 'attempts', d.attempts,
    'answeredAt', d.answered_at, 'error', d.error) ORDER BY d.receiver)
  FROM outbound_deliveries d JOIN outbound_receivers r ON r.id = d.receiver WHERE d.message = m.identifier), '[]')`

const row = sql`m.identifier, m.incident, m.type, m.status, m.sent, m.level, m.region, coalesce(m.content ->> 'headline', '') AS headline,
  m.by_name AS by, NOT EXISTS (SELECT 1 FROM outbound_messages l WHERE l.incident = m.incident AND l.place > m.place) AS last,
  ${deliveries} AS deliveries`

/** The event that an alarm belongs to, or what it is itself. */
export const incidentOf = (alarm: string): SQL =>
  sql`coalesce((SELECT w.incident FROM warned_alarms w WHERE w.alarm = ${alarm}::uuid), ${alarm}::uuid)`

/** The newest first; of one incident: its messages in their order, newest first too. */
export const readWarnings = async (tx: Reader, incident: string | null): Promise<WarningHit[]> => {
  const which: SQL = incident === null ? sql`true` : sql`m.incident = ${incidentOf(incident)}`
  const { rows } = await tx.execute<WarningHit>(
    sql`SELECT ${row} FROM outbound_messages m WHERE ${which} ORDER BY m.sent DESC, m.identifier DESC LIMIT ${most}`,
  )
  return rows.map(plain)
}

/** Null: there is none in reach. */
export const readWarning = async (tx: Reader, identifier: string): Promise<WarningFound | null> => {
  const { rows } = await tx.execute<WarningFound>(sql`
    SELECT ${row}, m.sender, m.sha256, m.cap, m.content,
      (SELECT jsonb_build_object('id', a.id, 'name', a.name, 'caseId', c.id, 'closed', a.closed_at IS NOT NULL)
        FROM alarms a LEFT JOIN cases c ON c.id = a.id::text WHERE a.id = m.incident) AS alarm,
      (SELECT jsonb_agg(jsonb_build_object('identifier', l.identifier, 'type', l.type, 'sent', l.sent) ORDER BY l.place)
        FROM outbound_messages l WHERE l.incident = m.incident) AS chain
    FROM outbound_messages m WHERE m.identifier = ${identifier}`)
  const [found] = rows
  return found
    ? { ...plain(found), chain: found.chain.map((one) => ({ ...one, sent: moment(one.sent) })) }
    : null
}

export const readWarningText = async (
  tx: Reader,
  identifier: string,
  format: 'cap' | 'geojson',
): Promise<string | null> => {
  const { rows } = await tx.execute<{ text: string }>(
    sql`SELECT ${format === 'cap' ? sql`cap` : sql`geojson`} AS text FROM outbound_messages WHERE identifier = ${identifier}`,
  )
  return rows[0]?.text ?? null
}

const moment = (at: string): string => new Date(at).toISOString()

const plain = <Hit extends WarningHit>(hit: Hit): Hit => ({
  ...hit,
  sent: moment(hit.sent),
  deliveries: hit.deliveries.map(
    (one): DeliveryView => ({ ...one, answeredAt: one.answeredAt && moment(one.answeredAt) }),
  ),
})
