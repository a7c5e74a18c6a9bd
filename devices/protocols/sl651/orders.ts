// What do we ask of a station (SL 651-2014, mode M4), and has it answered?

import type { SessionOutput } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'
import type { Command } from '../../port/port.ts'
import { sl651 } from './codec.ts'
import { type Body, digitsOf, ENQ, type Message } from './message.ts'

/** 6.3.2.3: sent again twice, then the link is left alone. */
const RESENDS = 2
const PATIENCE = 20_000

const SET_CLOCK = 0x4a
/** What a `query` may ask for without further parameters. */
const readable = [0x36, 0x37, 0x39, 0x44, 0x45, 0x46, 0x50, 0x51]

type Order = {
  key: string
  station: string
  func: number
  address: { centre: number; password: number }
  /** Not sent again after this, ms. */
  until: number
  sentAt: number
  resends: number
  rounds: number
}
export type Orders = { open: Order[] }
type Answered = NonNullable<SessionOutput['answered']>

/** The function that a command wants: `set-clock`, or `query` with `read` as the two digits of the standard, 37 (present values) by default. */
export const functionFor = ({ verb, args }: Command): number | undefined => {
  if (verb === 'set-clock') return SET_CLOCK
  const func = Number.parseInt(args.read ?? '37', 16)
  return verb === 'query' && readable.includes(func) ? func : undefined
}

/** Sends an order. 6.6.2.4: what the centre begins has serial number 0. */
export const send = (
  orders: Orders,
  request: Omit<Order, 'sentAt' | 'resends' | 'rounds'>,
  now: Date,
): Uint8Array => {
  // 6.6.4.24: a clock more than five minutes off is set twice, from two frames.
  const order = {
    ...request,
    sentAt: now.getTime(),
    resends: 0,
    rounds: request.func === SET_CLOCK ? 2 : 1,
  }
  orders.open.push(order)
  return frameOf(order, now)
}

const frameOf = ({ station, func, address }: Order, now: Date): Uint8Array => {
  const body: Body = { serial: 0, sent: digitsOf(now), items: [] }
  const message: Message = {
    direction: 'down',
    station,
    func,
    ...address,
    end: ENQ,
    part: null,
    body,
  }
  return sl651.encode(message, {})
}

/** Whether a report of this function is what we have just asked for. */
export const isRequested = ({ open }: Orders, station: string, func: number): boolean =>
  open.some((one) => one.station === station && one.func === func)

/** A report of the function that was asked for. */
export const answer = (
  orders: Orders,
  station: string,
  func: number,
  now: Date,
): { answered: Answered; replies: Uint8Array[] } => {
  const order = orders.open.find((one) => one.station === station && one.func === func)
  if (!order) return { answered: [], replies: [] }
  order.rounds -= 1
  order.sentAt = now.getTime()
  if (order.rounds > 0) return { answered: [], replies: [frameOf(order, now)] }
  return {
    answered: finish(orders, order, true, both('遥测站已响应', 'answered by the station')),
    replies: [],
  }
}

/** What waited too long is sent again, with the time of now, or given up. */
export const remind = (
  orders: Orders,
  now: Date,
): { answered: Answered; replies: Uint8Array[] } => {
  const due = orders.open.filter(({ sentAt }) => now.getTime() - sentAt >= PATIENCE)
  const lost = due.filter(({ resends, until }) => resends >= RESENDS || now.getTime() > until)
  const again = due.filter((order) => !lost.includes(order))
  for (const order of again) {
    order.resends += 1
    order.sentAt = now.getTime()
  }
  return {
    answered: lost.flatMap((order) =>
      finish(orders, order, false, both('遥测站无响应', 'no answer from the station')),
    ),
    replies: again.map((order) => frameOf(order, now)),
  }
}

const finish = (orders: Orders, order: Order, ok: boolean, words: string): Answered => {
  orders.open = orders.open.filter((one) => one !== order)
  return [{ key: order.key, ok, words }]
}
