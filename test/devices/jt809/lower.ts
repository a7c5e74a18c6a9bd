// How does a lower platform of the tests speak, and what does the upper one make of it?

import { readFileSync } from 'node:fs'
import type { DeviceClocks } from '../../../devices/clocks/clocks.ts'
import { escaped, unescaped } from '../../../devices/frames/flagged.ts'
import type {
  Framer,
  ProtocolDriver,
  RegisteredDevice,
  Registry,
  Session,
  SessionOutput,
} from '../../../devices/frames/protocol.ts'
import { emptyOutput, joinOutputs } from '../../../devices/frames/session-output.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { decodeLocation, momentOf } from '../../../devices/protocols/jt808/location.ts'
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import type { Dialect809, Header } from '../../../devices/protocols/jt809/frame.ts'
import type { Body } from '../../../devices/protocols/jt809/message.ts'
import { nothing } from '../../../devices/protocols/jt809/peer.ts'
import type { Plain } from '../../../devices/protocols/jt809/position.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import { rightClocks } from '../clocks/right.ts'

/** `name`: its file and line; `centre`: on whose link it comes, if not on that of the platform which it names. */
export type Golden = {
  name: string
  line: number
  bytes: Buffer
  facts: string
  dialect: Dialect809
  centre?: number
}

/** The published frames; those logged without escapes are escaped again. */
export const golden = (): Golden[] =>
  samplesIn('jt809/published.txt').map(({ words: [hex = '', form, facts = ''], ...place }) => {
    const raw = Buffer.from(hex, 'hex')
    // One is called ON-WIRE although a bare 5B stands in it.
    const inner =
      form === 'UNESCAPED' || raw.subarray(1, -1).includes(0x5b)
        ? escaped(raw.subarray(1, -1), pairs)
        : raw.subarray(1, -1)
    return {
      ...place,
      bytes: Buffer.concat([Uint8Array.of(0x5b), inner, Uint8Array.of(0x5d)]),
      facts,
      dialect: dialectIn(facts),
    }
  })

/** The positions of published frames of JT/T 808 as a platform of 2019 hands them on; each is one of another vehicle. */
export const carried = (): Golden[] =>
  samplesIn('jt808/published.txt')
    .filter(({ words: [, , facts = ''] }) => facts.startsWith('0x0200'))
    .map(({ words: [hex = '', , facts = ''], ...place }) => {
      const plain = unescaped(Buffer.from(hex, 'hex').subarray(1, -1), [
        [0x7e, 0x7d, 0x02],
        [0x7d, 0x7d, 0x01],
      ])
      const location = plain instanceof Uint8Array ? decodeLocation(plain.subarray(12, -1)) : null
      const at = location && momentOf(location.time)
      if (!location || !at) throw new Error(`no position: ${facts}`)
      const findings = [0, 1, 2].map(() => ({ platform: '00'.repeat(11), alarm: 0 }))
      const body = {
        vehicle: { plate: `测808${place.line}`, colour: 2 },
        sub: 0x1202,
        positions: [{ form: '2019' as const, encrypted: 0, location, findings }],
      }
      const header = {
        sn: place.line,
        type: 0x1200,
        centre: CENTRE,
        version: [1, 0, 0] as [number, number, number],
        encrypted: 0,
        key: 0,
      }
      const message = {
        ...header,
        time: Date.parse(at) / 1000,
        body: { ...nothing, ...body },
        raw: null,
      }
      return {
        ...place,
        bytes: Buffer.from(jt809Codec.encode(message, { version: '2019' })),
        facts,
        dialect: { version: '2019' },
      }
    })

type SampleLine = { name: string; line: number; words: string[] }

const samplesIn = (file: string): SampleLine[] =>
  readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .map((words, at) => ({ name: `${file}:${at + 1}`, line: at + 1, words: words.split('\t') }))
    .filter(({ words: [hex = ''] }) => hex !== '' && !hex.startsWith('# '))

const pairs: [number, number, number][] = [
  [0x5b, 0x5a, 0x01],
  [0x5a, 0x5a, 0x02],
  [0x5d, 0x5e, 0x01],
  [0x5e, 0x5e, 0x02],
]

/** Demo4 is published as 2011, but the time of 2019 stands in its header. */
const dialectIn = (facts: string): Dialect809 => ({
  version: facts.includes(' v2019') || facts.startsWith('Demo4') ? '2019' : '2011',
  ...(facts.startsWith('Demo1') ? { M1: 10_000_000, IA1: 20_000_000, IC1: 20_000_000 } : constants),
})

export const constants = { M1: 56_107_078, IA1: 37_382_110, IC1: 50_361_430 }
export const NOW = new Date('2026-11-26T02:00:00.000Z')
export const later = (seconds: number): Date => new Date(NOW.getTime() + 1000 * seconds)

export const lorry = { plate: '浙H12345', colour: 2 }
export const LORRY = '浙H12345-2'
export const CENTRE = 33080001

export const peerDevice = (
  more: Partial<RegisteredDevice> = {},
  dialect: Record<string, unknown> = {},
): RegisteredDevice => ({
  key: String(CENTRE),
  name: '演练运输平台',
  secret: 'abc12345',
  hosts: ['10.1.1.1'],
  dialect: { version: '2011', user: 7, ...constants, ...dialect },
  ...more,
})

const lorryDevice: RegisteredDevice = {
  key: LORRY,
  name: LORRY,
  dialect: {},
  secret: null,
  hosts: [],
}

/** A position of 2011 in Beijing time, near the city, unless given otherwise. */
export const plain = (at: Date, more: Partial<Plain> = {}): Plain => {
  const there = new Date(at.getTime() + 8 * 3_600_000)
  return {
    day: there.getUTCDate(),
    month: there.getUTCMonth() + 1,
    year: there.getUTCFullYear(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
    lon: 118_850_000,
    lat: 28_950_000,
    speed: 60,
    recorder: 61,
    odometer: 150,
    direction: 90,
    altitude: 70,
    status: 3,
    alarm: 0,
    ...more,
  }
}

/** `beside`: on the same feed as another. */
type Place = {
  from?: string
  house?: ProtocolDriver
  known?: RegisteredDevice[]
  beside?: Lower
  clocks?: DeviceClocks
}

export class Lower {
  sn = 100
  readonly version: '2011' | '2019'
  readonly framer: Framer
  readonly session: Session
  readonly devices: Map<string, RegisteredDevice>
  readonly registry: Registry

  constructor(
    peer = peerDevice(),
    {
      from = '10.1.1.1',
      house = driverOfJt809({ verify: () => 4242 }),
      known = [lorryDevice],
      beside,
      clocks = rightClocks(),
    }: Place = {},
  ) {
    this.version = peer.dialect.version === '2019' ? '2019' : '2011'
    this.devices = beside?.devices ?? new Map([peer, ...known].map((one) => [one.key, one]))
    this.registry = beside?.registry ?? { device: (key) => this.devices.get(key), clocks }
    this.framer = house.framer()
    this.session = house.createSession(this.registry, { address: from })
    this.session.open(NOW)
  }

  frame(
    type: number,
    body: Partial<Body>,
    more: Partial<Header & { time: number; raw: Uint8Array }> = {},
  ): Uint8Array {
    const header = {
      sn: this.sn++,
      type,
      centre: CENTRE,
      version: [1, 0, 0] as [number, number, number],
      encrypted: 0,
      key: 0,
      ...more,
    }
    const time = this.version === '2019' ? (more.time ?? NOW.getTime() / 1000) : null
    return jt809Codec.encode(
      { ...header, time, body: { ...nothing, ...body }, raw: more.raw ?? null },
      { version: this.version, ...constants },
    )
  }

  /** Bytes as they come; `now` only moves when told. */
  feed(bytes: Uint8Array, now = NOW): SessionOutput {
    return joinOutputs(
      emptyOutput(),
      ...this.framer.push(bytes).map((result) => this.session.receive(result, now)),
    )
  }

  send(
    type: number,
    body: Partial<Body>,
    now = NOW,
    more: Parameters<Lower['frame']>[2] = {},
  ): SessionOutput {
    const time = this.version === '2019' ? { time: Math.floor(now.getTime() / 1000) } : {}
    return this.feed(this.frame(type, body, { ...time, ...more }), now)
  }

  signIn(
    values: Record<string, number | string> = {},
    now = NOW,
    more: Parameters<Lower['frame']>[2] = {},
  ): SessionOutput {
    const centre = this.version === '2019' ? { centre: CENTRE } : {}
    return this.send(
      0x1001,
      { values: { user: 7, password: 'abc12345', ...centre, ip: '', port: 0, ...values } },
      now,
      more,
    )
  }

  position(at: Date, more: Partial<Plain> = {}, now = at): SessionOutput {
    return this.send(
      0x1200,
      {
        vehicle: lorry,
        sub: 0x1202,
        positions: [{ form: '2011', encrypted: 0, plain: plain(at, more) }],
      },
      now,
    )
  }
}

/** What our side said, decoded as the lower platform would. */
export const replies = ({ replies: all }: SessionOutput, version: '2011' | '2019' = '2011') =>
  all.map((frame) => {
    const decoded = jt809Codec.decode(frame, { version, ...constants })
    if (!decoded.ok) throw new Error(decoded.fault.reason)
    return { type: decoded.message.type, ...decoded.message.body }
  })

export const reasons = ({ faults }: SessionOutput): string[] => faults.map(({ reason }) => reason)

export const signedIn = (dialect: Record<string, unknown> = {}): Lower => {
  const lower = new Lower(peerDevice({}, dialect))
  lower.signIn()
  return lower
}
export const kind = <K extends Observation['kind']>(
  { observations }: SessionOutput,
  which: K,
): Extract<Observation, { kind: K }>[] =>
  observations.filter((one): one is Extract<Observation, { kind: K }> => one.kind === which)
export const raised = (output: SessionOutput): string[] =>
  kind(output, 'condition').map(({ condition, active }) => `${active ? '+' : '-'}${condition}`)
export const standing = (output: SessionOutput): string[] =>
  kind(output, 'condition')
    .filter(({ active }) => active)
    .map(({ condition }) => condition)
