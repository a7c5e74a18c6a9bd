// How is a warning written down once, with its place among those before it and those who are to take it?

import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { instant } from '../../domain/time/instant.ts'
import { readReference } from '../../domain/warning/alarm-warning.ts'
import { writeCap } from '../../domain/warning/cap.ts'
import { geojsonOf } from '../../domain/warning/geojson.ts'
import type { Warning } from '../../domain/warning/warning.ts'
import {
  type Sender,
  type WarningContent,
  warningFrom,
} from '../../domain/warning/warning-content.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import {
  outboundDeliveries,
  outboundMessages,
  outboundOffice,
  outboundReceivers,
  type Reference,
  warnedAlarms,
} from '../schema/devices/outbound.ts'

type Reads = Pick<Executor, 'select'>

export const readOffice = async (db: Reads) => (await db.select().from(outboundOffice))[0] ?? null

export const readReceivers = (db: Reads) =>
  db.select().from(outboundReceivers).orderBy(asc(outboundReceivers.id))

const nameOf = (incident: string): string => `warning ${incident}`

/** Nobody else writes about the incident until the transaction ends. */
export const holdIncident = (tx: Executor, incident: string): Promise<void> =>
  hold(tx, nameOf(incident))

/** A transaction that writes about the incident alone. */
export const withIncident = <Result>(
  db: Pick<Database, 'transaction'>,
  incident: string,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, nameOf(incident), work)

/** The event which an alarm's unit has been warned of, where it belongs to one; else itself. */
export const readIncident = async (db: Reads, alarm: string): Promise<string> => {
  const [joined] = await db
    .select({ incident: warnedAlarms.incident })
    .from(warnedAlarms)
    .where(eq(warnedAlarms.alarm, alarm))
  return joined?.incident ?? alarm
}

/** What has been said of an incident, the first message first. */
export const readChain = (db: Reads, incident: string) =>
  db
    .select()
    .from(outboundMessages)
    .where(eq(outboundMessages.incident, incident))
    .orderBy(asc(outboundMessages.place))

/** Who has been sent any message about it. */
export const readReachedReceivers = async (db: Reads, incident: string): Promise<Set<string>> => {
  const { receiver, incident: of } = outboundDeliveries
  const rows = await db
    .select({ receiver })
    .from(outboundDeliveries)
    .where(eq(of, incident))
    .groupBy(receiver)
  return new Set(rows.map((one) => one.receiver))
}

export const findIssued = async (db: Reads, request: string) =>
  (await db.select().from(outboundMessages).where(eq(outboundMessages.request, request)))[0] ?? null

export const courseAfter = (earlier: Reference[], ended: boolean): Warning['course'] => {
  const [first, ...rest] = earlier.map(readReference)
  return first
    ? { type: ended ? 'Cancel' : 'Update', references: [first, ...rest] }
    : { type: 'Alert' }
}

type Writing = {
  content: WarningContent
  from: Sender
  at: Date
  incident: string
  earlier: Reference[]
  ended: boolean
  to: string[]
  /** Null: told by itself. */
  issuer: { by: string; byName: string; request: string; bodyHash: string } | null
}

/** Answers its identifier. */
export const keepWarning = async (
  tx: Executor,
  { content, from, at, incident, earlier, ended, to, issuer }: Writing,
): Promise<string> => {
  const { rows } = await tx.execute<{ number: string }>(
    sql`SELECT nextval('outbound_number') AS number`,
  )
  const warning = warningFrom(content, {
    from,
    at,
    number: Number(rows[0]?.number),
    course: courseAfter(earlier, ended),
    incident,
  })
  const { identifier, sender, origin, course, level } = warning
  const [cap, place, sent] = [writeCap(warning), earlier.length + 1, instant(at)]
  await tx.insert(outboundMessages).values({
    identifier,
    incident,
    place,
    type: course.type,
    status: origin.status,
    synthetic: origin.synthetic,
    sender,
    sent,
    level,
    region: content.region,
    references: earlier.map(({ sender, identifier, sent }) => ({ sender, identifier, sent })),
    cap,
    geojson: JSON.stringify(geojsonOf(warning)),
    content,
    ...issuer,
    sha256: createHash('sha256').update(cap).digest('hex'),
  })
  const due = {
    message: identifier,
    incident,
    place,
    since: sent,
    dueAt: sent,
    state: 'waiting' as const,
  }
  if (to.length > 0)
    await tx.insert(outboundDeliveries).values(to.map((receiver) => ({ ...due, receiver })))
  return identifier
}
