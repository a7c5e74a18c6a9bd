// Which alarms must be told to others now, and in which message?
import { sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { holdIncident, keepWarning, readChain, readOffice, readReceivers, readTold } from '../../db/warnings.ts'
import { saidOf, type Told } from '../../domain/warning/alarm-warning.ts'
import type { Sender } from '../../domain/warning/given.ts'
import { takersOf, type Wanting } from '../../domain/warning/receivers.ts'
import type { Level } from '../port.ts'

type Deps = {
  db: Database
  /** Refuses the transaction of a process that no longer holds this work. */
  guard: (tx: Executor) => Promise<void>
  now: () => Date
}

type Due = Told & { closed: boolean; place: number }

const atOnce = 50

/**
 * Writes the first message about each alarm that has a case and that some receiver wants, a new one when its level has changed, and a last one
 * when it has closed. What a person has said stands until a person says otherwise, or until it gets graver. `round` answers how many it wrote.
 */
export const createIssuing = (deps: Deps) => ({
  round: async (): Promise<number> => {
    const { db, guard, now } = deps
    const office = await readOffice(db)
    const receivers = await readReceivers(db)
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

const dueOf = async (db: Database, receivers: Wanting[]): Promise<Due[]> => {
  const least = Math.max(...receivers.filter(({ enabled }) => enabled).map(({ leastLevel }) => leastLevel))
  // Only what is open, and what has been told of and not cancelled: never the alarms of all years.
  const { rows } = await db.execute<Row>(sql`
    WITH due AS (
      SELECT a.id, 0 AS place FROM alarms a
      WHERE a.closed_at IS NULL AND a.case_started IS NOT NULL AND NOT a.suppressed AND NOT a.out_of_service AND a.level <= ${least}
        AND NOT EXISTS (SELECT 1 FROM outbound_messages WHERE incident = a.id)
      UNION ALL
      SELECT a.id, m.place FROM outbound_messages m JOIN alarms a ON a.id = m.incident
      WHERE m.type <> 'Cancel'
        AND (a.closed_at IS NULL AND a.level < m.level OR (a.closed_at IS NOT NULL OR a.level <> m.level)
          AND NOT EXISTS (SELECT 1 FROM outbound_messages given WHERE given.incident = m.incident AND given.by IS NOT NULL))
        AND NOT EXISTS (SELECT 1 FROM outbound_messages later WHERE later.incident = m.incident AND later.place > m.place)
    )
    SELECT a.id, a.name, a.kind, a.condition, a.region, a.level, a.text, a.lon, a.lat, a.raised_at, a.stale, a.synthetic,
      a.closed_at IS NOT NULL AS closed, due.place
    FROM due JOIN alarms a ON a.id = due.id
    ORDER BY a.level, a.raised_at LIMIT ${atOnce}`)
  return rows.map(({ raised_at, place, level, ...row }) => ({
    ...row,
    ...{ level: Number(level) as Level, place: Number(place), raisedAt: new Date(raised_at).toISOString() },
  }))
}

type Row = Omit<Due, 'raisedAt'> & { raised_at: string | Date }

const issue = async (tx: Executor, due: Due, from: Sender, receivers: Wanting[], at: Date): Promise<number> => {
  await holdIncident(tx, due.id)
  const earlier = await readChain(tx, due.id)
  if (earlier.length !== due.place) return 0
  const { region, level } = due
  const said = saidOf(due, due.closed)
  const to = takersOf(receivers, await readTold(tx, due.id), { region, level, exercise: said.exercise }).map(({ id }) => id)
  if (to.length === 0 && earlier.length === 0) return 0
  await keepWarning(tx, { said, from, at, incident: due.id, earlier, ended: due.closed, to, given: null })
  return 1
}
