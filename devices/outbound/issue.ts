// Which alarms must be told to others now, and in which message?
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { outboundDeliveries, outboundMessages, outboundOffice, outboundReceivers, type Reference } from '../../db/schema/outbound.ts'
import type { Level } from '../port.ts'
import { readReference, type Sender, type Told, warningOf } from './alarm-warning.ts'
import { writeCap } from './cap.ts'
import { geojsonOf } from './geojson.ts'
import type { Warning } from './warning.ts'

type Deps = {
  db: Database
  /** Refuses the transaction of a process that no longer holds this work. */
  guard: (tx: Executor) => Promise<void>
  now: () => Date
}

type Receiver = typeof outboundReceivers.$inferSelect
type Due = Told & { closed: boolean; place: number; earlier: Reference[] }

const atOnce = 50

/**
 * Writes the first message about each alarm that has a case and that some receiver wants, a new one when its level has changed, and a last one
 * when it has closed. `round` answers how many it wrote.
 */
export const createIssuing = (deps: Deps) => ({
  round: async (): Promise<number> => {
    const { db, guard, now } = deps
    const [office] = await db.select().from(outboundOffice)
    const receivers = await db.select().from(outboundReceivers)
    if (!office || receivers.every(({ enabled }) => !enabled)) return 0
    let written = 0
    for (const due of await dueOf(db, receivers)) {
      await db.transaction(async (tx) => {
        await guard(tx)
        written += await issue(tx, due, office, receivers, now())
      })
    }
    return written
  },
})

const wants = ({ enabled, regions, leastLevel, exercises }: Receiver, { region, level, synthetic }: Told): boolean =>
  enabled && level <= leastLevel && (regions.length === 0 || regions.includes(region)) && (exercises || !synthetic)

const dueOf = async (db: Database, receivers: Receiver[]): Promise<Due[]> => {
  const least = Math.max(...receivers.filter(({ enabled }) => enabled).map(({ leastLevel }) => leastLevel))
  // Only what is open, and what has been told of and not cancelled: never the alarms of all years.
  const { rows } = await db.execute<Row>(sql`
    WITH due AS (
      SELECT a.id, 0 AS place FROM alarms a
      WHERE a.closed_at IS NULL AND a.case_started IS NOT NULL AND NOT a.suppressed AND NOT a.out_of_service AND a.level <= ${least}
        AND NOT EXISTS (SELECT 1 FROM outbound_messages WHERE alarm = a.id)
      UNION ALL
      SELECT a.id, m.place FROM outbound_messages m JOIN alarms a ON a.id = m.alarm
      WHERE m.type <> 'Cancel' AND (a.closed_at IS NOT NULL OR a.level <> m.level)
        AND NOT EXISTS (SELECT 1 FROM outbound_messages later WHERE later.alarm = m.alarm AND later.place > m.place)
    )
    SELECT a.id, a.name, a.kind, a.condition, a.region, a.level, a.text, a.lon, a.lat, a.raised_at, a.stale, a.synthetic,
      a.closed_at IS NOT NULL AS closed, due.place, coalesce((
        SELECT jsonb_agg(jsonb_build_object('sender', m.sender, 'identifier', m.identifier, 'sent', m.sent) ORDER BY m.place)
        FROM outbound_messages m WHERE m.alarm = a.id), '[]') AS earlier
    FROM due JOIN alarms a ON a.id = due.id
    ORDER BY a.level, a.raised_at LIMIT ${atOnce}`)
  return rows.map(({ raised_at, place, level, ...row }) => ({
    ...row,
    ...{ level: Number(level) as Level, place: Number(place), raisedAt: new Date(raised_at).toISOString() },
  }))
}

type Row = Omit<Due, 'raisedAt'> & { raised_at: string | Date }

const issue = async (tx: Executor, due: Due, from: Sender, receivers: Receiver[], at: Date): Promise<number> => {
  const earlier = await tx.execute<{ receiver: string }>(sql`SELECT DISTINCT receiver FROM outbound_deliveries WHERE alarm = ${due.id}`)
  const known = new Set(earlier.rows.map(({ receiver }) => receiver))
  const to = receivers.filter((one) => (one.enabled && known.has(one.id)) || wants(one, due))
  if (to.length === 0 && due.place === 0) return 0
  const { rows } = await tx.execute<{ number: string }>(sql`SELECT nextval('outbound_number') AS number`)
  const warning = warningOf(due, { from, at, number: Number(rows[0]?.number), course: courseOf(due) })
  const { identifier, sender, origin, course, level } = warning
  const [cap, place, sent] = [writeCap(warning), due.place + 1, at.toISOString()]
  await tx.insert(outboundMessages).values({
    ...{ identifier, alarm: due.id, place, type: course.type, status: origin.status, synthetic: origin.synthetic, sender, sent, level },
    ...{ region: due.region, references: due.earlier, cap, geojson: JSON.stringify(geojsonOf(warning)) },
    sha256: createHash('sha256').update(cap).digest('hex'),
  })
  const deliveries = to.map(({ id }) => ({ message: identifier, receiver: id, alarm: due.id, place, since: sent, dueAt: sent }))
  if (to.length > 0) await tx.insert(outboundDeliveries).values(deliveries.map((one) => ({ ...one, state: 'waiting' as const })))
  return 1
}

const courseOf = ({ closed, earlier }: Due): Warning['course'] => {
  const [first, ...rest] = earlier.map(readReference)
  return first ? { type: closed ? 'Cancel' : 'Update', references: [first, ...rest] } : { type: 'Alert' }
}
