// How does a message reach its receivers: in its order, under its own id however often it is sent, and what do they answer?
import { createHmac } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import {
  outboundDeliveries,
  outboundMessages,
  outboundReceivers,
} from '../../db/schema/devices/outbound.ts'
import type { Outbound } from '../../domain/outbound/address.ts'
import type { DeliveryFault } from '../../domain/warning/views.ts'
import { MOST_BYTES } from '../frames/xml.ts'
import { answerTo, readCap } from './cap-reader.ts'
import { OverlongAnswer, postTo, RefusedAddress } from './dial.ts'

type Deps = {
  db: Database
  outbound: Outbound
  now: () => Date
  timeoutMs?: number
  firstPauseMs?: number
}

type Delivery = typeof outboundDeliveries.$inferSelect
type Message = typeof outboundMessages.$inferSelect
type Receiver = typeof outboundReceivers.$inferSelect
/** Nothing of what was answered is kept: whoever types an address must not read through it what lies behind. */
type Outcome = { state: Delivery['state']; httpStatus: number | null; error: DeliveryFault | null }

const atOnce = 8
const longestPauseMs = 600_000
/** After a day nobody is helped by it any more. */
const givenUpAfterMs = 86_400_000
const again = [408, 425, 429]

/** `round` sends what is due and answers how many were answered for good. */
export const createDelivering = ({
  db,
  outbound,
  now,
  timeoutMs = 10_000,
  firstPauseMs = 5_000,
}: Deps) => ({
  round: async (): Promise<number> => {
    const due = await dueRows(db, now())
    const done = await Promise.all(
      due.map(async ({ delivery, message, receiver }) => {
        const outcome = await send(message, receiver, { outbound, timeoutMs })
        return keep(db, delivery, outcome, now(), firstPauseMs)
      }),
    )
    return done.filter(Boolean).length
  },
})

/** What has not been answered, unless an earlier message about the same alarm still waits for the same receiver. */
const dueRows = (db: Database, now: Date) => {
  const before = sql`EXISTS (SELECT 1 FROM outbound_deliveries earlier WHERE earlier.incident = ${outboundDeliveries.incident}
    AND earlier.receiver = ${outboundDeliveries.receiver} AND earlier.place < ${outboundDeliveries.place} AND earlier.state = 'waiting')`
  return db
    .select({
      delivery: outboundDeliveries,
      message: outboundMessages,
      receiver: outboundReceivers,
    })
    .from(outboundDeliveries)
    .innerJoin(outboundMessages, eq(outboundMessages.identifier, outboundDeliveries.message))
    .innerJoin(outboundReceivers, eq(outboundReceivers.id, outboundDeliveries.receiver))
    .where(
      and(
        eq(outboundDeliveries.state, 'waiting'),
        eq(outboundReceivers.enabled, true),
        sql`${outboundDeliveries.dueAt} <= ${now.toISOString()}`,
        sql`NOT ${before}`,
      ),
    )
    .orderBy(outboundMessages.level, outboundDeliveries.dueAt)
    .limit(atOnce)
}

type Way = { outbound: Outbound; timeoutMs: number }

const send = async (
  message: Message,
  { url, format, secret }: Receiver,
  { outbound, timeoutMs }: Way,
): Promise<Outcome> => {
  const body = format === 'cap' ? message.cap : message.geojson
  const headers = {
    'content-type':
      format === 'cap' ? 'application/cap+xml; charset=utf-8' : 'application/geo+json',
    'idempotency-key': message.identifier,
    ...(secret === null
      ? {}
      : { 'x-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }),
  }
  try {
    const { status, bytes } = await postTo(
      url,
      { headers, body, timeoutMs, mostBytes: MOST_BYTES },
      outbound,
    )
    return judged(message, status, bytes)
  } catch (error) {
    if (error instanceof RefusedAddress)
      return { state: 'waiting', httpStatus: null, error: 'refused-address' }
    return {
      state: 'waiting',
      httpStatus: null,
      error: error instanceof OverlongAnswer ? 'bad-answer' : 'unreachable',
    }
  }
}

/** Refused for good is what no second attempt would change; a success counts as an acknowledgement only with an Ack to this very message. */
const judged = ({ identifier }: Message, httpStatus: number, bytes: Uint8Array): Outcome => {
  if (httpStatus >= 500 || again.includes(httpStatus))
    return { state: 'waiting', httpStatus, error: 'bad-answer' }
  if (httpStatus < 200 || httpStatus >= 300)
    return { state: 'refused', httpStatus, error: 'bad-answer' }
  const read = readCap(bytes)
  const answer = read.ok ? answerTo(read.message, identifier) : null
  if (answer === 'Error') return { state: 'refused', httpStatus, error: 'declined' }
  return { state: answer === 'Ack' ? 'acknowledged' : 'taken', httpStatus, error: null }
}

const keep = async (
  db: Database,
  delivery: Delivery,
  outcome: Outcome,
  now: Date,
  firstPauseMs: number,
): Promise<boolean> => {
  const attempts = delivery.attempts + 1
  const old = now.getTime() - Date.parse(delivery.since) > givenUpAfterMs
  const state = outcome.state === 'waiting' && old ? 'given-up' : outcome.state
  const pause =
    Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, delivery.attempts)) *
    (0.75 + Math.random() / 4)
  const at = now.toISOString()
  await db
    .update(outboundDeliveries)
    .set({
      ...outcome,
      state,
      attempts,
      ...(state === 'waiting'
        ? { dueAt: new Date(now.getTime() + pause).toISOString() }
        : { answeredAt: at }),
    })
    .where(
      and(
        eq(outboundDeliveries.message, delivery.message),
        eq(outboundDeliveries.receiver, delivery.receiver),
        eq(outboundDeliveries.state, 'waiting'),
      ),
    )
  return state !== 'waiting'
}
