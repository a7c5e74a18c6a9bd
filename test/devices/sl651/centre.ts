// The centre of a test: which stations it knows, what they send, what it answers.

import type {
  RegisteredDevice,
  Registry,
  Session,
  SessionOutput,
} from '../../../devices/frames/protocol.ts'
import { sl651 } from '../../../devices/protocols/sl651/codec.ts'
import {
  digitsOf,
  ETX,
  type Item,
  type Message,
  type Part,
} from '../../../devices/protocols/sl651/message.ts'
import { writeBcd } from '../../../devices/protocols/sl651/numbers.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import { rightClocks } from '../clocks/right.ts'

export const STATION = '0012345678'

export const registry = (...devices: (Partial<RegisteredDevice> & { key: string })[]): Registry => {
  const known = new Map(
    devices.map((one) => [
      one.key,
      { name: one.key, dialect: {}, secret: '1234', hosts: [], ...one },
    ]),
  )
  return { device: (key) => known.get(key), clocks: rightClocks() }
}
export const converse = (
  known = registry({ key: STATION, secret: '1234' }),
  address = '10.0.0.9',
): Session => driverOfSl651('tcp').createSession(known, { address })

export const at = (written: string): Date => new Date(`${written.replace(' ', 'T')}+08:00`)
export const NOON = at('2026-11-26 12:00:00')
export const later = (seconds: number, from = NOON): Date =>
  new Date(from.getTime() + seconds * 1000)

export const element = (
  id: number,
  length: number,
  decimals: number,
  value: number | null,
): Item => ({
  kind: 'element',
  id,
  own: null,
  definition: (length << 3) | decimals,
  data: writeBcd(value, length, decimals),
})
export const raw = (id: number, definition: number, data: Uint8Array): Item => ({
  kind: 'element',
  id,
  own: null,
  definition,
  data,
})
export const level = (value: number | null): Item => element(0x39, 4, 3, value)

export const place = (observed = NOON, address = STATION, type: number | null = 0x4b): Item[] => [
  { kind: 'station', address, type },
  { kind: 'observed', time: digitsOf(observed).slice(0, 10) },
]

const head = { direction: 'up' as const, centre: 1, station: STATION, password: 0x1234 }

let serial = 0
export const frame = (
  func: number,
  items: Item[],
  sent = NOON,
  of: Partial<Omit<Message, 'part'>> & { serial?: number } = {},
): Uint8Array => {
  const { serial: number = ++serial, ...rest } = of
  return sl651.encode(
    {
      ...head,
      func,
      end: ETX,
      ...rest,
      part: null,
      body: { serial: number, sent: digitsOf(sent), items },
    },
    {},
  )
}
export const packet = (func: number, part: Part, bytes: Uint8Array, end = ETX): Uint8Array =>
  sl651.encode({ ...head, func, end, part, bytes }, {})

export const receiveBytes = (session: Session, bytes: Uint8Array, now = NOON): SessionOutput =>
  session.receive({ ok: true, frame: bytes }, now)

export const answers = ({ replies }: SessionOutput): Message[] =>
  replies.map((reply) => {
    const decoded = sl651.decode(reply, {})
    if (!decoded.ok) throw new Error(decoded.fault.words)
    return decoded.message
  })

/** Readings as `point value unit quality`. */
export const readings = ({ observations }: SessionOutput): string[] =>
  observations.flatMap((one) =>
    one.kind === 'reading' ? [`${one.point} ${one.value} ${one.unit} ${one.quality}`] : [],
  )
export const conditions = ({ observations }: SessionOutput): string[] =>
  observations.flatMap((one) =>
    one.kind === 'condition' ? [`${one.active ? '+' : '-'}${one.condition}`] : [],
  )
export const reasons = ({ faults }: SessionOutput): string[] => faults.map(({ reason }) => reason)
