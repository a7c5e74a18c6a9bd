// What do we ask of a transmitter, and has it answered?

import type { SessionOutput } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'
import type { Command } from '../../port/port.ts'
import { gb26875 } from './codec.ts'
import { ACKNOWLEDGED, CONTROL, type Message, REQUEST, RESPONSE, tagOf } from './message.ts'
import { componentAddress } from './points.ts'
import type { Item, Unit } from './units.ts'

/** 6.5: at most 10 s for an answer, three resends. */
const PATIENCE = 10_000
const RESENDS = 3
/** A person on duty has ten minutes (GB/T 26875.1). */
const DUTY_MINUTES = 10
export const CLOCK = 90
const DUTY = 91
/** What may be asked for; initialising a transmitter (89) is nobody's request from afar. */
const readable = [61, 62, 63, 64, 65, 66, 67, 68, 81, 84, 85, 86, 88, DUTY]

type Order = {
  /** null: our own request, nobody waits for it. */
  key: string | null
  serial: number
  unit: Unit
  at: { centre: string; device: string }
  /** Not sent again after this, ms. */
  until: number
  sentAt: number
  resends: number
  /** Until when the person on duty may answer, ms; the acknowledgement of the machine is not theirs. */
  duty: number | null
}

/** The orders of one connection. */
export type Orders = { open: Order[] }

type Answered = NonNullable<SessionOutput['answered']>

/** The unit that a command wants; undefined: there is none for it. */
export const unitFor = (command: Pick<Command, 'verb' | 'args'>, now: Date): Unit | undefined => {
  if (command.verb === 'set-clock') return { type: CLOCK, items: [{ time: tagOf(now) }] }
  if (command.verb !== 'query') return undefined
  const type = Number(command.args.read ?? DUTY)
  const item = itemFor(command.args, now)
  return readable.includes(type) && item ? { type, items: [item] } : undefined
}

// `system` is type-address, `component` zone-number below it, as in the points of the observations.
const itemFor = (args: Record<string, string>, now: Date): Item | undefined => {
  const [, systemType, systemAddress] = /^(\d{1,3})-(\d{1,3})$/.exec(args.system ?? '0-0') ?? []
  const component = componentAddress(args.component ?? '0-0')
  const since = args.since ? new Date(args.since) : new Date(now.getTime() - 24 * 3600_000)
  if (
    Number(systemType) > 255 ||
    Number(systemAddress) > 255 ||
    component === undefined ||
    Number.isNaN(since.getTime())
  )
    return undefined
  if (systemType === undefined) return undefined
  const count = Math.min(102, Math.max(1, Number(args.count ?? 20) || 20))
  return {
    systemType: Number(systemType),
    systemAddress: Number(systemAddress),
    component,
    count,
    time: tagOf(since),
    spare: 0,
  }
}

/** An order to be sent, and who waits for it until when. */
export type DeviceRequest = Pick<Order, 'key' | 'serial' | 'unit' | 'at' | 'until'>

/** Sends an order and waits for its answer. */
export const send = (orders: Orders, request: DeviceRequest, now: Date): Uint8Array => {
  const order: Order = { ...request, sentAt: now.getTime(), resends: 0, duty: null }
  orders.open.push(order)
  return frameOf(order, now)
}

// Types from 89 on are control, the rest requests. A clock is set to the time of this very frame, not of the first one.
const frameOf = ({ serial, unit, at }: Order, now: Date): Uint8Array => {
  const message: Message = {
    serial,
    version: [1, 0],
    sent: tagOf(now),
    source: at.centre,
    target: at.device,
    command: unit.type >= 89 ? CONTROL : REQUEST,
    units: [unit.type === CLOCK ? { type: CLOCK, items: [{ time: tagOf(now) }] } : unit],
    rest: new Uint8Array(0),
  }
  return gb26875.encode(message, {})
}

/** The order that a message answers; undefined: none of ours. */
export const orderOf = (
  { open }: Orders,
  { serial }: Pick<Message, 'serial'>,
): Pick<Order, 'unit'> | undefined => open.find((one) => one.serial === serial && one.duty === null)

/** An acknowledgement, a denial or a response with the serial of an order. */
export const answer = (
  orders: Orders,
  { serial, command }: Message,
  now: Date,
): { answered: Answered; replies: Uint8Array[] } => {
  const order = orders.open.find((one) => one.serial === serial && one.duty === null)
  if (!order) return { answered: [], replies: [] }
  if (command === ACKNOWLEDGED && order.unit.type === DUTY) {
    order.duty = now.getTime() + DUTY_MINUTES * 60_000
    return { answered: [], replies: [] }
  }
  if (command === ACKNOWLEDGED || command === RESPONSE)
    return {
      answered: finish(orders, order, true, both('装置已确认', 'acknowledged')),
      replies: [],
    }
  return again(orders, order, now, both('装置否认', 'denied by the transmitter'))
}

/** The person on duty has pressed the button (type 24, bit 5). */
export const dutyAnswered = (orders: Orders, operator: number): Answered =>
  orders.open
    .filter(({ unit }) => unit.type === DUTY)
    .flatMap((order) =>
      finish(
        orders,
        order,
        true,
        both(`值班员${operator}已应答`, `answered by operator ${operator}`),
      ),
    )

/** What waited too long is sent again, or given up. */
export const remind = (
  orders: Orders,
  now: Date,
): { answered: Answered; replies: Uint8Array[] } => {
  const due = orders.open.filter(({ duty, sentAt }) => now.getTime() >= (duty ?? sentAt + PATIENCE))
  const done = due.map((order) =>
    order.duty === null
      ? again(orders, order, now, both('装置无应答', 'no answer from the transmitter'))
      : {
          answered: finish(orders, order, false, both('值班人员未应答', 'nobody on duty answered')),
          replies: [],
        },
  )
  return {
    answered: done.flatMap(({ answered }) => answered),
    replies: done.flatMap(({ replies }) => replies),
  }
}

const again = (
  orders: Orders,
  order: Order,
  now: Date,
  words: string,
): { answered: Answered; replies: Uint8Array[] } => {
  if (order.resends >= RESENDS || now.getTime() > order.until)
    return { answered: finish(orders, order, false, words), replies: [] }
  order.resends += 1
  order.sentAt = now.getTime()
  return { answered: [], replies: [frameOf(order, now)] }
}

const finish = (orders: Orders, order: Order, ok: boolean, words: string): Answered => {
  orders.open = orders.open.filter((one) => one !== order)
  return order.key === null ? [] : [{ key: order.key, ok, words }]
}
