// What is remembered of a lower platform while this process runs, over all its connections?

import { bucket } from '../../frames/bucket.ts'
import type { RegisteredDevice, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput } from '../../frames/session-output.ts'
import { both } from '../../frames/words.ts'
import { jt809Codec } from './codec.ts'
import type { Values } from './fields.ts'
import type { Dialect809 } from './frame.ts'
import type { Body, Message809, Vehicle } from './message.ts'

export type VehicleMemory = {
  /** Alarm bits of the newest position; null: none heard yet. */
  alarm: number | null
  /** Bits of the newest position whose moment nobody knows. */
  doubted: number
  newest: number
  reported: Map<number, string>
  /** Conditions of which its platform has warned: of those its first position says nothing by a clear bit. */
  warned: Set<string>
  bucket: ReturnType<typeof bucket>
  /** Days on which it was told once that the vehicle is unknown, and that its coordinates are encrypted. */
  unknown: string
  encrypted: string
  place: string
  since: number
  stuck: boolean
}

export type Peer = {
  key: string
  centre: number
  device: RegisteredDevice
  dialect: Dialect809
  gcj02: boolean
  /** The connection that holds the main link; a newer one replaces it. */
  main: object | null
  /** When the main link was last served. */
  served: number
  verify: number
  /** A new object for each connection, so that an older one sees that it is over. */
  slave: {
    state: 'down' | 'dialled' | 'up' | 'fallen'
    at: number
    address: { host: string; port: number } | null
  }
  /** What waits for the slave link. */
  outbox: Uint8Array[]
  sn: number
  /** How the peer encrypts; it is answered in the same way. */
  encrypted: { flag: number; key: number }
  seen: Map<string, number>
  bucket: ReturnType<typeof bucket>
  vehicles: Map<string, VehicleMemory>
  /** Positions received since, for the notice 0x9101. */
  counted: { count: number; since: number }
  /** Who waits for which answer: kind and id → key of the command. */
  requests: Map<string, string>
  /** Questions of the peer that somebody must answer: event → how the answer is addressed. */
  questions: Map<string, { sub: number; sn: number; values: Values; vehicle: Vehicle | null }>
}

export const newPeer = (device: RegisteredDevice, centre: number, now: Date): Peer => ({
  key: device.key,
  centre,
  device,
  dialect: dialectOf(device.dialect),
  gcj02: device.dialect.datum === 'gcj02',
  main: null,
  served: now.getTime(),
  verify: 0,
  slave: { state: 'down', at: 0, address: null },
  outbox: [],
  sn: 1,
  encrypted: { flag: 0, key: 0 },
  seen: new Map(),
  bucket: bucket(2000, 4000),
  vehicles: new Map(),
  counted: { count: 0, since: now.getTime() },
  requests: new Map(),
  questions: new Map(),
})

/** What the registry says of a peer: `version` ('2011' unless '2019'), `M1`, `IA1`, `IC1`, `user`, `datum` ('gcj02'), `slave` (false: never dialled). */
export const dialectOf = (settings: Record<string, unknown>): Dialect809 => ({
  version: settings.version === '2019' ? '2019' : '2011',
  ...(typeof settings.M1 === 'number' ? { M1: settings.M1 } : {}),
  ...(typeof settings.IA1 === 'number' ? { IA1: settings.IA1 } : {}),
  ...(typeof settings.IC1 === 'number' ? { IC1: settings.IC1 } : {}),
})

const MOST_VEHICLES = 20_000

export const vehicleIn = (peer: Peer, key: string): VehicleMemory => {
  const known = peer.vehicles.get(key)
  if (known) return known
  if (peer.vehicles.size >= MOST_VEHICLES) forgetFirst(peer.vehicles)
  const fresh: VehicleMemory = {
    alarm: null,
    doubted: 0,
    newest: 0,
    reported: new Map(),
    warned: new Set(),
    bucket: bucket(2, 10),
    unknown: '',
    encrypted: '',
    place: '',
    since: 0,
    stuck: false,
  }
  peer.vehicles.set(key, fresh)
  return fresh
}

const DUPLICATE_WINDOW = 10 * 60_000
const MOST_SEEN = 200_000

/** Whether the very same frame came within the last ten minutes. */
export const isDuplicate = (peer: Peer, mark: string, now: Date): boolean => {
  for (const [old, at] of peer.seen) {
    if (now.getTime() - at <= DUPLICATE_WINDOW && peer.seen.size <= MOST_SEEN) break
    peer.seen.delete(old)
  }
  if (peer.seen.has(mark)) return true
  peer.seen.set(mark, now.getTime())
  return false
}

export const remember = <T>(map: Map<string, T>, key: string, value: T): void => {
  if (map.size >= 1000) forgetFirst(map)
  map.set(key, value)
}

const forgetFirst = (map: Map<string, unknown>): void => {
  for (const key of map.keys()) {
    map.delete(key)
    return
  }
}

export const nothing: Body = { vehicle: null, sub: null, values: {}, positions: [], data: null }

/** A message of ours to the peer, in its version and its way to encrypt. `sn` is the number it got. */
export const buildMessage = (
  peer: Peer,
  type: number,
  body: Partial<Body>,
  now: Date,
): { bytes: Uint8Array; sn: number } => {
  const sn = peer.sn
  peer.sn = (peer.sn + 1) >>> 0
  const message: Message809 = {
    sn,
    type,
    centre: peer.centre,
    version: [1, 0, 0],
    encrypted: peer.encrypted.flag,
    key: peer.encrypted.key,
    time: peer.dialect.version === '2019' ? Math.floor(now.getTime() / 1000) : null,
    body: { ...nothing, ...body },
    raw: null,
  }
  return { bytes: jt809Codec.encode(message, peer.dialect), sn }
}

export const faultOutput = (
  device: string | null,
  reason: string,
  zh: string,
  en: string,
  bytes: Uint8Array,
  at = 0,
): SessionOutput => ({
  ...emptyOutput(),
  faults: [{ reason, at, words: both(zh, en), device, bytes }],
})

/** The frame was whole, but what it says is not taken: it is counted, and the link stays. */
export const untaken = (
  device: string | null,
  reason: string,
  zh: string,
  en: string,
  bytes: Uint8Array,
  at = 0,
): SessionOutput => {
  const output = faultOutput(device, reason, zh, en, bytes, at)
  return { ...output, faults: output.faults.map((fault) => ({ ...fault, mild: true })) }
}
