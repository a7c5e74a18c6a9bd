// Which alarms must be told to others now, and in which message?
import { sql } from 'drizzle-orm'
import {
  holdIncident,
  keepWarning,
  readChain,
  readOffice,
  readReachedReceivers,
  readReceivers,
} from '../../db/alarms/warnings.ts'
import type { Database, Executor } from '../../db/client.ts'
import { warnedAlarms } from '../../db/schema/devices/outbound.ts'
import { takersOf, type Wanting } from '../../domain/warning/receivers.ts'
import {
  type Chain,
  courseOf,
  type Detector,
  eventWarningContent,
  gatherEvents,
  keepSaid,
  type UnitEvent,
} from '../../domain/warning/unit-event.ts'
import type { Sender, WarningContent } from '../../domain/warning/warning-content.ts'
import type { Level } from '../port/port.ts'

type Deps = {
  db: Database
  /** Refuses the transaction of a process that no longer holds this work. */
  guard: (tx: Executor) => Promise<void>
  now: () => Date
}

const atOnce = 50

/**
 * One warning for each event of a unit: the first message when an alarm has a case and some receiver wants it, a new one when the gravest level
 * has changed or further detectors have joined, a last one when all have ended. What a person has said stands until a person says otherwise,
 * or until it gets graver. `round` answers how many it wrote.
 */
export const createIssuing = (deps: Deps) => ({
  round: async (): Promise<number> => {
    const { db, guard, now } = deps
    const office = await readOffice(db)
    const receivers = await readReceivers(db)
    if (!office || receivers.every(({ enabled }) => !enabled)) return 0
    let written = 0
    for (const event of gatherEvents(
      await readReportedEvents(db),
      await readFresh(db, receivers),
    )) {
      const course = courseOf(event, now())
      if (course === null) continue
      await db.transaction(async (tx) => {
        await guard(tx)
        written +=
          course === 'note'
            ? await join(tx, event, now())
            : await issue(tx, event, office, receivers, now())
      })
    }
    return written
  },
})

type Row = Omit<Detector, 'raisedAt'> & { raisedAt: string | Date; incident: string }

/** Where a unit is, by its other devices that stand close together; one that is spread over the district is nowhere. */
const unitOf = sql`(SELECT jsonb_build_object('name', min(e.name), 'lon', avg(d.lon), 'lat', avg(d.lat))
  FROM devices d JOIN enterprises e ON e.id = d.enterprise
  WHERE d.enterprise = a.enterprise AND d.region = a.region AND d.until IS NULL AND d.lon IS NOT NULL AND d.lat IS NOT NULL
  HAVING count(*) > 0 AND max(d.lon) - min(d.lon) < 0.05 AND max(d.lat) - min(d.lat) < 0.05)`

const columns = sql`a.id, a.name, a.kind, a.condition, a.region, a.level, a.text, a.lon, a.lat, a.site, a.raised_at AS "raisedAt", a.stale,
  a.synthetic, a.closed_at IS NOT NULL AS closed, CASE WHEN a.lon IS NULL OR a.lat IS NULL THEN ${unitOf} END AS unit`

const detectorOf = ({ incident: _, raisedAt, level, ...row }: Row): Detector => ({
  ...row,
  level: Number(level) as Level,
  raisedAt: new Date(raisedAt).toISOString(),
})

/** What is open and belongs to no event so far: never the alarms of all years. */
const readFresh = async (db: Database, receivers: Wanting[]): Promise<Detector[]> => {
  const least = Math.max(
    ...receivers.filter(({ enabled }) => enabled).map(({ leastLevel }) => leastLevel),
  )
  const { rows } = await db.execute<Row>(sql`
    SELECT a.id AS incident, ${columns} FROM alarms a
    WHERE a.closed_at IS NULL AND a.case_started IS NOT NULL AND NOT a.suppressed AND NOT a.out_of_service AND a.level <= ${least}
      AND NOT EXISTS (SELECT 1 FROM outbound_messages WHERE incident = a.id) AND NOT EXISTS (SELECT 1 FROM warned_alarms w WHERE w.alarm = a.id)
    ORDER BY a.level, a.raised_at LIMIT ${atOnce}`)
  return rows.map(detectorOf)
}

type ChainRow = Omit<Chain, 'sent'> & { sent: string | Date }

/** What has been reported about and not cancelled, with all alarms that belong to it; what a person has said of alarms that have all ended is his. */
const readReportedEvents = async (db: Database): Promise<UnitEvent[]> => {
  const { rows: chains } = await db.execute<ChainRow>(sql`
    SELECT m.incident, m.place, m.level, m.sent,
      EXISTS (SELECT 1 FROM outbound_messages g WHERE g.incident = m.incident AND g.by IS NOT NULL) AS "byPerson"
    FROM outbound_messages m WHERE m.type <> 'Cancel'
      AND NOT EXISTS (SELECT 1 FROM outbound_messages later WHERE later.incident = m.incident AND later.place > m.place)`)
  if (chains.length === 0) return []
  const ids = sql`${sql.param(chains.map(({ incident }) => incident))}::uuid[]`
  const { rows } = await db.execute<Row>(sql`
    SELECT a.id AS incident, ${columns} FROM alarms a WHERE a.id = ANY(${ids})
    UNION ALL SELECT w.incident, ${columns} FROM warned_alarms w JOIN alarms a ON a.id = w.alarm WHERE w.incident = ANY(${ids})`)
  return chains.flatMap((chain) => {
    const members = rows.filter(({ incident }) => incident === chain.incident).map(detectorOf)
    if (members.length === 0 || (chain.byPerson && members.every(({ closed }) => closed))) return []
    const { incident, byPerson } = chain
    const sent = {
      incident,
      byPerson,
      place: Number(chain.place),
      level: Number(chain.level) as Level,
      sent: new Date(chain.sent).toISOString(),
    }
    return [{ incident, sent, members, joining: [] }]
  })
}

const issue = async (
  tx: Executor,
  event: UnitEvent,
  from: Sender,
  receivers: Wanting[],
  at: Date,
): Promise<number> => {
  const { incident } = event
  await holdIncident(tx, incident)
  const earlier = await readChain(tx, incident)
  if (earlier.length !== (event.sent?.place ?? 0)) return 0
  const said = contentAfter(event, earlier, at)
  const { region, level, exercise } = said
  const to = takersOf(receivers, await readReachedReceivers(tx, incident), {
    region,
    level,
    exercise,
  }).map(({ id }) => id)
  if (to.length === 0 && earlier.length === 0) return 0
  await keepWarning(tx, {
    content: said,
    from,
    at,
    incident,
    earlier,
    ended: courseOf(event, at) === 'end',
    to,
    issuer: null,
  })
  await join(tx, event, at)
  return 1
}

type Earlier = Awaited<ReturnType<typeof readChain>>

const contentAfter = (event: UnitEvent, earlier: Earlier, at: Date): WarningContent => {
  const content = eventWarningContent(event)
  const last = earlier.at(-1)?.content ?? null
  return last !== null && earlier.some(({ by }) => by !== null)
    ? keepSaid(content, last, at)
    : content
}

const join = async (tx: Executor, { incident, joining }: UnitEvent, at: Date): Promise<0> => {
  const rows = joining
    .filter(({ id }) => id !== incident)
    .map(({ id }) => ({ alarm: id, incident, since: at.toISOString() }))
  if (rows.length > 0) await tx.insert(warnedAlarms).values(rows).onConflictDoNothing()
  return 0
}
