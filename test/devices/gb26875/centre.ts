// The monitoring centre of a test: which transmitters it knows, what it hears, what it answers.

import type {
  RegisteredDevice,
  Registry,
  Session,
  SessionOutput,
} from '../../../devices/frames/protocol.ts'
import { writeField } from '../../../devices/frames/text-field.ts'
import { gb26875 } from '../../../devices/protocols/gb26875/codec.ts'
import { DATA, type Message, tagOf } from '../../../devices/protocols/gb26875/message.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import type { Item, Unit } from '../../../devices/protocols/gb26875/units.ts'
import { rightClocks } from '../clocks/right.ts'

export const SOURCE = '000000000000'
export const CENTRE = '010203040506'

export const registry = (...devices: (Partial<RegisteredDevice> & { key: string })[]): Registry => {
  const known = new Map(
    devices.map((one) => [
      one.key,
      { name: one.key, dialect: {}, secret: null, hosts: [], ...one },
    ]),
  )
  return { device: (key) => known.get(key), clocks: rightClocks() }
}

export const converse = (known = registry({ key: SOURCE }), address = '10.0.0.9'): Session =>
  driverOfGb26875('tcp').createSession(known, { address })

export const at = (written: string): Date => new Date(`${written.replace(' ', 'T')}+08:00`)
export const NOON = at('2026-11-26 12:00:00')
export const later = (seconds: number, from = NOON): Date =>
  new Date(from.getTime() + seconds * 1000)

let serial = 0
export const message = (units: Unit[], sent = NOON, of: Partial<Message> = {}): Message => ({
  serial: serial++ & 0xffff,
  version: [1, 1],
  sent: tagOf(sent),
  source: SOURCE,
  target: CENTRE,
  command: DATA,
  units,
  rest: new Uint8Array(0),
  ...of,
})
export const frame = (units: Unit[], sent = NOON, of: Partial<Message> = {}): Uint8Array =>
  gb26875.encode(message(units, sent, of), {})

export const system = (state: number, time = NOON): Unit => ({
  type: 1,
  items: [{ systemType: 1, systemAddress: 3, state, time: tagOf(time) }],
})
export const component = (state: number, time = NOON, of: Partial<Item> = {}): Unit => ({
  type: 2,
  items: [
    {
      systemType: 1,
      systemAddress: 3,
      componentType: 40,
      component: 0x0002000a,
      state,
      note: writeField('原料库', 31),
      time: tagOf(time),
      ...of,
    },
  ],
})

export const receiveBytes = (session: Session, bytes: Uint8Array, now = NOON): SessionOutput =>
  session.receive({ ok: true, frame: bytes }, now)

/** Answers as people read them: command and serial. */
export const answers = ({ replies }: SessionOutput): Message[] =>
  replies.map((reply) => {
    const decoded = gb26875.decode(reply, {})
    if (!decoded.ok) throw new Error(decoded.fault.words)
    return decoded.message
  })

/** Conditions as `point condition` with a sign: + active, - over, ~ active but suppressed. */
export const conditions = ({ observations }: SessionOutput): string[] =>
  observations.flatMap((one) =>
    one.kind === 'condition'
      ? [`${one.suppressed ? '~' : one.active ? '+' : '-'}${one.point} ${one.condition}`]
      : [],
  )
