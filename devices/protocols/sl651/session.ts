// How does the centre speak with telemetry stations (SL 651-2014, 6.3)?

import type {
  Fault,
  ProtocolDriver,
  RegisteredDevice,
  Registry,
  Session,
  SessionOutput,
} from '../../frames/protocol.ts'
import { perDevice, type Recall, recall, recognise } from '../../frames/recall.ts'
import { both } from '../../frames/words.ts'
import type { Command, Observation } from '../../port/port.ts'
import { readBody, unreadBytes } from './body.ts'
import { type Header, headerOf, sl651 } from './codec.ts'
import {
  ACK,
  type Body,
  digitsOf,
  EOT,
  ESC,
  ETB,
  ETX,
  type Message,
  momentOf,
  NAK,
  type Part,
} from './message.ts'
import { type Context, observe } from './observe.ts'
import { answer, functionFor, isRequested, type Orders, remind, send } from './orders.ts'
import { type Assemblies, type Assembly, partsToRequest, takePart, waited } from './parts.ts'
import { redact, restore } from './redaction.ts'

/**
 * What the registry may say of a station beyond its address: `centre`, the number under which it must call us; `mode` M1, it wants no
 * answers; `stayOnline`, it is told to stay on line (ESC); `speaksFor`, addresses of other stations in its reports that are its to tell.
 * Its secret is the password, four hex digits.
 */
type Peer = { centre: number | null; silent: boolean; stayOnline: boolean; speaksFor: string[] }

type Memory = Recall & { clockRequestedAt: number }

type SessionState = {
  registry: Registry
  address: string
  memory: (device: string) => Memory
  orders: Orders
  assemblies: Assemblies
  /** Who was heard on this connection, and how its frames are headed. */
  headers: Map<string, Header>
}

/** `first`: see `Session`. */
type Speaker = { device: RegisteredDevice; peer: Peer; header: Header; first: Date | null }

const KEEP_ALIVE = 0x2f
const READ_CLOCK = 0x51
const LIVE = 120_000
const CLOCK_REQUEST_PAUSE = 600_000

/** TCP or UDP. Two connections of one station share what is remembered of it; five frames a second, fifty at once. */
export const driverOfSl651 = (transport: 'tcp' | 'udp'): ProtocolDriver => {
  const memory = perDevice(
    (): Memory => ({ ...recall(5, 50), clockRequestedAt: Number.NEGATIVE_INFINITY }),
  )
  return {
    protocol: 'sl651',
    transport,
    framer: () => sl651.framer({ packets: transport === 'udp' }),
    createSession: (registry, { address }) =>
      sessionOf({
        registry,
        address,
        memory,
        orders: { open: [] },
        assemblies: new Map(),
        headers: new Map(),
      }),
    restore,
    idleSeconds: 300,
  }
}

const nothing = (): SessionOutput => ({ observations: [], replies: [], faults: [] })
const fault = (reason: string, at: number, zh: string, en: string): Fault => ({
  reason,
  at,
  words: both(zh, en),
})

const sessionOf = (state: SessionState): Session => ({
  open: nothing,
  redact,
  receive: (result, now, first) =>
    result.ok
      ? receiveFrame(state, result.frame, now, first ?? null)
      : drop(state, result.bytes, result.fault),
  tick: (now) => tick(state, now),
  command: (command, now) => order(state, command, now),
})

// Whatever is wrong, nothing is answered: the station sends again (6.3.1.2).
const drop = ({ registry }: SessionState, bytes: Uint8Array, bad: Fault): SessionOutput => {
  const header = headerOf(bytes)
  const device = header && registry.device(header.station)
  return { ...nothing(), faults: [{ ...bad, device: device?.key ?? null, bytes: redact(bytes) }] }
}

const receiveFrame = (
  state: SessionState,
  frame: Uint8Array,
  now: Date,
  first: Date | null,
): SessionOutput => {
  const decoded = sl651.decode(frame, {})
  if (!decoded.ok) return drop(state, frame, decoded.fault)
  const { message } = decoded
  const device = state.registry.device(message.station)
  if (!device) return stranger(message.station, frame)
  const peer = peerOf(device)
  const bad = refusal(state, message, device, peer)
  if (bad) return drop(state, frame, bad)
  if (!message.part && !state.memory(device.key).bucket.take(now))
    return drop(state, frame, fault('flood', 0, '报文过于频繁', 'more than 5 frames a second'))
  const { direction, centre, station, password, func } = message
  const header: Header = { direction, centre, station, password, func }
  state.headers.set(device.key, header)
  const speaker = { device, peer, header, first }
  const output = message.part
    ? takePacket(state, message, frame, speaker, now)
    : takeBody(state, message, frame, speaker, now)
  return { ...output, device: device.key }
}

const stranger = (device: string, frame: Uint8Array): SessionOutput => ({
  ...nothing(),
  faults: [
    {
      ...fault('unknown-device', 3, '未登记的遥测站地址', 'the station is not registered'),
      device,
      bytes: redact(frame),
    },
  ],
})

const peerOf = ({ dialect }: RegisteredDevice): Peer => ({
  centre: typeof dialect.centre === 'number' ? dialect.centre : null,
  silent: dialect.mode === 'M1',
  stayOnline: dialect.stayOnline === true,
  speaksFor: Array.isArray(dialect.speaksFor) ? dialect.speaksFor.map(String) : [],
})

const refusal = (
  { address }: SessionState,
  message: Message,
  { hosts, secret }: RegisteredDevice,
  { centre }: Peer,
): Fault | undefined => {
  if (message.direction !== 'up')
    return fault('direction', 11, '不是上行报文', 'not from a station')
  if (message.end !== ETX && message.end !== ETB)
    return fault('end', 12, '上行报文结束符无效', 'no station ends a report so')
  if (hosts.length > 0 && !hosts.includes(address))
    return fault('host', 3, '来自未登记的网络地址', 'it calls from an address that is not its own')
  if (centre !== null && message.centre !== centre)
    return fault('target', 2, '中心站地址不是本中心', 'it does not speak to this centre')
  if (secret === null)
    return fault('no-secret', 8, '登记时未设密码', 'no password is registered for it')
  const right =
    message.password.toString(16).padStart(4, '0') === secret.toLowerCase().padStart(4, '0')
  return right ? undefined : fault('password', 8, '密码错误', 'wrong password')
}

const takePacket = (
  state: SessionState,
  message: Message & { part: Part; bytes: Uint8Array },
  frame: Uint8Array,
  speaker: Speaker,
  now: Date,
): SessionOutput => {
  const taken = takePart(state.assemblies, message, message.part, message.bytes, now)
  if ('refused' in taken)
    return drop(
      state,
      frame,
      fault('oversize', 14, '分包报文过长', 'the packets make up too long a body'),
    )
  // The end mark of a packet: the last one, or one that was sent again (6.3.1.2 c).
  if ('waits' in taken)
    return message.end === ETX
      ? { ...nothing(), replies: requestParts(taken.waits, speaker.header, now) }
      : nothing()
  const body = readBody(taken.whole, message.func, true)
  if (!body)
    return drop(
      state,
      frame,
      fault('body', 14, '正文缺少流水号和发报时间', 'the body has no serial number and time'),
    )
  return takeBody(
    state,
    { ...message, part: { ...message.part, number: message.part.total }, body },
    frame,
    speaker,
    now,
  )
}

type Whole = Header & { end: number; part: Part | null; body: Body }

const takeBody = (
  state: SessionState,
  message: Whole,
  frame: Uint8Array,
  speaker: Speaker,
  now: Date,
): SessionOutput => {
  const { clocks } = state.registry
  const { device, peer, first } = speaker
  const sent = momentOf(message.body.sent) ?? null
  if (message.func === KEEP_ALIVE) {
    clocks.frame(device.key, { sent, sureness: 'beat' }, now)
    return nothing()
  }
  const memory = state.memory(device.key)
  const key = `${message.body.serial.toString(16).padStart(4, '0')}-${message.body.sent}-${message.func.toString(16)}`
  const name = `${message.station}/${key}`
  const recognition = recognise(memory, name, now)
  if (recognition === 'replayed')
    return drop(state, frame, fault('replay', 14, '重放的旧报文', 'an old frame was played again'))
  const isAnswer = isRequested(state.orders, message.station, message.func)
  clocks.frame(
    device.key,
    { sent, sureness: isAnswer ? 'answer' : recognition === 'again' ? 'again' : 'data' },
    isAnswer ? now : (first ?? now),
  )
  const { observations, faults } = understand(state, message, frame, speaker, {
    ...{
      clocks,
      now: first ?? now,
      held: first !== null,
      flags: recognition === 'again' ? ['retx'] : [],
      message: key,
    },
  })
  const { answered, replies } = answer(state.orders, message.station, message.func, now)
  const confirmed = peer.silent ? [] : [confirm(message, peer, now)]
  const forget = () => void memory.frames.delete(name)
  const clock = peer.silent ? [] : requestClock(state, message, sent, now)
  return {
    observations,
    replies: [...confirmed, ...replies, ...clock],
    faults,
    ...(answered.length > 0 ? { answered } : {}),
    forget,
  }
}

/** Whose clock is not known, or seems to be moved, is asked for it (51): the answer is surely of now. Once in ten minutes. */
const requestClock = (
  state: SessionState,
  { station, centre, password }: Header,
  sent: Date | null,
  now: Date,
): Uint8Array[] => {
  const device = state.registry.device(station)?.key ?? ''
  const offset = state.registry.clocks.offset(device)
  const right =
    offset !== null && sent !== null && Math.abs(now.getTime() - sent.getTime() - offset) <= LIVE
  const memory = state.memory(device)
  if (right || now.getTime() - memory.clockRequestedAt < CLOCK_REQUEST_PAUSE) return []
  memory.clockRequestedAt = now.getTime()
  const until = now.getTime() + CLOCK_REQUEST_PAUSE
  return [
    send(
      state.orders,
      { key: `clock/${station}`, station, func: READ_CLOCK, address: { centre, password }, until },
      now,
    ),
  ]
}

type Known = Pick<Context, 'clocks' | 'now' | 'held' | 'flags' | 'message'>

const understand = (
  { registry }: SessionState,
  message: Whole,
  frame: Uint8Array,
  { device, peer }: Speaker,
  known: Known,
): { observations: Observation[]; faults: SessionOutput['faults'] } => {
  const own = message.station
  const stationOf = (address: string): string | undefined => {
    if (address === own) return device.key
    return peer.speaksFor.includes(address)
      ? (registry.device(address)?.key ?? device.key)
      : undefined
  }
  const { observations, strangers } = observe(message.body, message.func, {
    ...known,
    stationOf,
    device: device.key,
  })
  const unread = unreadBytes(message.body, message.func)
  const faults = [
    ...strangers.map((address) =>
      fault('stranger', 14, `不得代报遥测站${address}`, `it may not speak for station ${address}`),
    ),
    ...(unread > 0
      ? [
          fault(
            'unread-tail',
            14,
            `正文末尾${unread}字节无法解读`,
            `${unread} bytes at the end of the body cannot be read`,
          ),
        ]
      : []),
  ]
  return {
    observations,
    faults: faults.map((one) => ({ ...one, device: device.key, bytes: redact(frame) })),
  }
}

// Same function and serial number; the packets of M3 are confirmed as the last of them (表23).
const confirm = (message: Whole, { stayOnline }: Peer, now: Date): Uint8Array => {
  const over = stayOnline ? ESC : EOT
  return down(
    message,
    message.part,
    message.body.serial,
    message.end === ETB && !message.part ? ACK : over,
    now,
  )
}

const down = (
  { centre, station, password, func }: Header,
  part: Part | null,
  serial: number,
  end: number,
  now: Date,
): Uint8Array => {
  const head = { direction: 'down' as const, centre, station, password, func, end }
  const body: Body = { serial, sent: digitsOf(now), items: [] }
  if (!part) return sl651.encode({ ...head, part: null, body }, {})
  const bytes = Buffer.concat([
    Uint8Array.of(serial >> 8, serial & 0xff),
    Buffer.from(body.sent, 'hex'),
  ])
  return sl651.encode({ ...head, part, bytes }, {})
}

// One NAK for each missing packet, with its number.
const requestParts = (assembly: Assembly, header: Header, now: Date): Uint8Array[] => {
  const first = assembly.packets.get(1)
  const serial = first ? (first[0] ?? 0) * 256 + (first[1] ?? 0) : 0
  return partsToRequest(assembly, now).map((number) =>
    down(header, { total: assembly.total, number }, serial, NAK, now),
  )
}

const tick = (state: SessionState, now: Date): SessionOutput => {
  const { again, lost } = waited(state.assemblies, now)
  const { answered, replies } = remind(state.orders, now)
  const headers = [...state.headers.values()]
  const naks = again.flatMap((assembly) => {
    const header = headers.find(({ station }) => station === assembly.station)
    return header ? requestParts(assembly, { ...header, func: assembly.func }, now) : []
  })
  const faults = lost.map(({ station, total, packets }) => ({
    ...fault(
      'incomplete',
      0,
      `分包报文缺少${total - packets.size}包`,
      `${total - packets.size} packets never came`,
    ),
    device: state.registry.device(station)?.key ?? null,
    bytes: new Uint8Array(0),
  }))
  return {
    observations: [],
    replies: [...naks, ...replies],
    faults,
    ...(answered.length > 0 ? { answered } : {}),
  }
}

const order = (state: SessionState, command: Command, now: Date): SessionOutput => {
  if (state.orders.open.some(({ key }) => key === command.key)) return nothing()
  const func = functionFor(command)
  const header = state.headers.get(command.device)
  const until = Date.parse(command.until)
  const refused = (zh: string, en: string): SessionOutput => ({
    ...nothing(),
    answered: [{ key: command.key, ok: false, words: both(zh, en) }],
  })
  if (func === undefined) return refused('遥测站不接受此命令', 'it takes no such command')
  if (!header) return refused('遥测站未在此连接上', 'the station is not on this connection')
  if (now.getTime() > until) return refused('已过时限', 'too late')
  const { station, centre, password } = header
  return {
    ...nothing(),
    replies: [
      send(
        state.orders,
        { key: command.key, station, func, address: { centre, password }, until },
        now,
      ),
    ],
  }
}
