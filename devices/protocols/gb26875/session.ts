// How does the monitoring centre speak with transmitters (GB/T 26875.3-2011, chapter 6)?
import { createHash } from 'node:crypto'
import type { Sureness } from '../../clocks/device-clock.ts'
import type {
  Fault,
  ProtocolDriver,
  RegisteredDevice,
  Registry,
  Session,
  SessionOutput,
} from '../../frames/protocol.ts'
import { isOff, recognise, remember, WINDOW } from '../../frames/recall.ts'
import { both } from '../../frames/words.ts'
import type { Command, Flag, Observation } from '../../port/port.ts'
import { gb26875, headerOf } from './codec.ts'
import { isPresent } from './conditions.ts'
import { type Memories, type Memory, memories } from './memory.ts'
import {
  ACKNOWLEDGED,
  DATA,
  DENIED,
  type Header,
  type Message,
  RESPONSE,
  tagged,
  tagOf,
} from './message.ts'
import { observe } from './observe.ts'
import {
  answer,
  CLOCK,
  type DeviceRequest,
  dutyAnswered,
  type Orders,
  orderOf,
  remind,
  send,
  unitFor,
} from './orders.ts'
import { TRANSMITTER } from './points.ts'
import type { OwnSizes } from './units.ts'
import { measures } from './words.ts'

/**
 * What the registry may say of a transmitter beyond its address: `centre`, the address under which it must call us (12 hex digits);
 * `sizes`, bytes of its maker's own objects by type; `testBit`, whether it sets bit 0 while running.
 */
type Peer = { centre: string | null; sizes: OwnSizes; testBit: boolean }

type SessionState = {
  registry: Registry
  address: string
  memory: Memories
  orders: Orders
  /** Who was heard on this connection; commands go there. */
  device: string | null
}

/** TCP or UDP. Two connections of one transmitter share what is remembered of it. */
export const driverOfGb26875 = (transport: 'tcp' | 'udp'): ProtocolDriver => {
  const memory = memories()
  return {
    protocol: 'gb26875',
    transport,
    framer: () => gb26875.framer({ packets: transport === 'udp' }),
    createSession: (registry, { address }) =>
      sessionOf({ registry, address, memory, orders: { open: [] }, device: null }),
    idleSeconds: 180,
  }
}

const LIVE = 120_000
/** Points whose state is asked for because of one frame, and that are remembered for it. */
const MOST_REQUESTS = 4
const MOST_POINTS = 5_000

const nothing = (): SessionOutput => ({ observations: [], replies: [], faults: [] })

const sessionOf = (state: SessionState): Session => ({
  open: nothing,
  receive: (result, now, first) =>
    result.ok
      ? receiveFrame(state, result.frame, now, first ?? null)
      : refuse(state, result.bytes, result.fault, now),
  tick: (now) => ({ ...nothing(), ...remind(state.orders, now) }),
  command: (command, now) => order(state, command, now),
})

const receiveFrame = (
  state: SessionState,
  frame: Uint8Array,
  now: Date,
  first: Date | null,
): SessionOutput => {
  const device = state.registry.device(headerOf(frame)?.source ?? '')
  const peer = peerOf(device)
  const decoded = gb26875.decode(frame, { sizes: peer.sizes })
  if (!decoded.ok) return refuse(state, frame, decoded.fault, now)
  const { message } = decoded
  if (!device) return stranger(message.source, frame)
  const bad = refusal(state, message, device, peer)
  if (bad) return refuse(state, frame, bad, now)
  const memory = state.memory(device.key)
  if (!memory.bucket.take(now))
    return quiet(
      frame,
      fault('flood', 0, '报文过于频繁', 'more than 20 frames a second'),
      device.key,
    )
  state.device = device.key
  memory.centre = message.target
  return {
    ...take(state, message, frame, { device, peer, memory, first }, now),
    device: device.key,
  }
}

const stranger = (device: string, bytes: Uint8Array): SessionOutput => ({
  ...nothing(),
  faults: [
    {
      ...fault('unknown-device', 12, '未登记的源地址', 'the source is not registered'),
      device,
      bytes,
    },
  ],
})

const fault = (reason: string, at: number, zh: string, en: string): Fault => ({
  reason,
  at,
  words: both(zh, en),
})

const peerOf = (device: RegisteredDevice | undefined): Peer => {
  const { centre, sizes, testBit } = device?.dialect ?? {}
  const own = Object.entries(typeof sizes === 'object' && sizes !== null ? sizes : {}).filter(
    ([, size]) => Number(size) > 0,
  )
  return {
    centre: typeof centre === 'string' ? centre.toUpperCase() : null,
    sizes: Object.fromEntries(own.map(([type, size]) => [Number(type), Number(size)])),
    testBit: testBit === true,
  }
}

const refusal = (
  { address }: SessionState,
  { target, command }: Message,
  device: RegisteredDevice,
  { centre }: Peer,
): Fault | undefined => {
  if (!calls(device, address))
    return fault('host', 12, '来自未登记的网络地址', 'it calls from an address that is not its own')
  if (centre !== null && target !== centre)
    return fault('target', 18, '目的地址不是本中心', 'it does not speak to this centre')
  if (
    command !== DATA &&
    command !== RESPONSE &&
    command !== ACKNOWLEDGED &&
    command !== DENIED &&
    command < 128
  )
    return fault('direction', 26, '上行方向不应有此命令', 'no transmitter sends this command')
  return undefined
}

// Nothing is answered to an address that is not the transmitter's.
const calls = ({ hosts }: RegisteredDevice, address: string): boolean =>
  hosts.length === 0 || hosts.includes(address)

/** `first`: see `Session`. */
type Speaker = { device: RegisteredDevice; peer: Peer; memory: Memory; first: Date | null }

const take = (
  state: SessionState,
  message: Message,
  frame: Uint8Array,
  speaker: Speaker,
  now: Date,
): SessionOutput => {
  if (message.command === DATA) return takeData(state, message, frame, speaker, now)
  if (message.command === RESPONSE) {
    if (orderOf(state.orders, message)) learn(state, message, speaker, 'answer', now)
    const understood = understand(state, message, frame, speaker, now, [])
    const { answered, replies } = answer(state.orders, message, now)
    return { ...understood, answered, replies: [...replies, ...understood.replies] }
  }
  if (
    message.command === ACKNOWLEDGED &&
    orderOf(state.orders, message)?.unit.type === CLOCK &&
    !isOff(tagged(message.sent), now, LIVE)
  )
    learn(state, message, speaker, 'answer', now)
  if (message.command === ACKNOWLEDGED || message.command === DENIED)
    return { ...nothing(), ...answer(state.orders, message, now) }
  return quiet(
    frame,
    fault('unknown-command', 26, '用户自定义命令', 'a command of its maker'),
    speaker.device.key,
  )
}

const takeData = (
  state: SessionState,
  message: Message,
  frame: Uint8Array,
  speaker: Speaker,
  now: Date,
): SessionOutput => {
  if (message.units.length === 0 && message.rest.length === 0)
    return heartbeat(state, message, speaker, now)
  const key = keyOf(message, frame)
  const recognition = recognise(speaker.memory, key, now)
  if (recognition === 'replayed')
    return quiet(
      frame,
      fault('replay', 2, '重放的旧报文', 'an old frame was played again'),
      speaker.device.key,
    )
  const understood = understand(
    state,
    message,
    frame,
    speaker,
    now,
    recognition === 'again' ? ['retx'] : [],
  )
  const duty = message.units.flatMap(({ type, items }) =>
    type === 24 ? items.filter(({ act }) => ((act ?? 0) & 0x20) !== 0) : [],
  )
  const answered = duty.flatMap(({ operator }) => dutyAnswered(state.orders, operator ?? 0))
  return {
    ...understood,
    replies: [reply(message, ACKNOWLEDGED, now), ...understood.replies],
    ...(answered.length > 0 ? { answered } : {}),
    forget: () => void speaker.memory.frames.delete(key),
  }
}

// Nothing to be kept of it, so nothing to be recognised: many send it with the same serial and an empty time for ever.
const heartbeat = (
  state: SessionState,
  message: Message,
  speaker: Speaker,
  now: Date,
): SessionOutput => {
  const { device, memory } = speaker
  const sent = tagged(message.sent)
  learn(state, message, speaker, 'beat', now)
  const clock = sent && isOff(sent, now, WINDOW) ? setClock(state, device.key, memory, now) : []
  return { ...nothing(), replies: [reply(message, ACKNOWLEDGED, now), ...clock] }
}

const learn = (
  { registry }: SessionState,
  { sent }: Message,
  { device }: Speaker,
  sureness: Sureness,
  now: Date,
): void => registry.clocks.frame(device.key, { sent: tagged(sent) ?? null, sureness }, now)

// A resend is reported again under the same keys: it was sent because its first answer never came, perhaps because it was never stored.
const understand = (
  state: SessionState,
  message: Message,
  frame: Uint8Array,
  speaker: Speaker,
  now: Date,
  flags: Flag[],
): SessionOutput => {
  const { device, peer, memory, first } = speaker
  const answers = message.command === RESPONSE && orderOf(state.orders, message) !== undefined
  if (!answers)
    learn(state, message, speaker, flags.includes('retx') ? 'again' : 'data', first ?? now)
  const observations = observe(message, {
    device: device.key,
    memory,
    clocks: state.registry.clocks,
    now: first ?? now,
    held: first !== null,
    flags,
    message: keyOf(message, frame),
    testBit: peer.testBit,
    answersRequest: message.command === RESPONSE,
    answers,
  })
  const faults = unknownIn(message).map((one) => ({ ...one, device: device.key, bytes: frame }))
  const clock = isOff(tagged(message.sent), first ?? now, WINDOW)
    ? setClock(state, device.key, memory, now)
    : []
  return {
    observations,
    replies: [...clock, ...requestStates(state, observations, memory, now)],
    faults,
  }
}

/** What is reported about another moment than now may have ended or begun since: the panel is asked how it stands (61, 62, 81). */
const requestStates = (
  state: SessionState,
  observations: Observation[],
  memory: Memory,
  now: Date,
): Uint8Array[] => {
  const unsure = observations.filter((one) => one.kind === 'condition' && !isPresent(one.flags))
  const points = [
    ...new Set(unsure.flatMap((one) => (one.kind === 'condition' ? [one.point] : []))),
  ]
  const due = points
    .filter((point) => now.getTime() - (memory.requestedAt.get(point) ?? 0) >= WINDOW)
    .slice(0, MOST_REQUESTS)
  return due.flatMap((point) => {
    remember(memory.requestedAt, point, now.getTime(), MOST_POINTS)
    const [system = '', component] = point.split('/')
    const args =
      component !== undefined
        ? { read: '62', system, component }
        : point === TRANSMITTER
          ? { read: '81' }
          : { read: '61', system }
    const unit = unitFor({ verb: 'query', args }, now)
    return unit && state.device
      ? [sendTo(state, state.device, { key: null, unit, until: now.getTime() + WINDOW }, now)]
      : []
  })
}

/** Serial and time (6.5), and a digest of the frame: some makers never count, and two alarms in a second are two. */
const keyOf = ({ serial, sent }: Header, frame: Uint8Array): string => {
  const digest = createHash('sha256').update(frame).digest('hex').slice(0, 8)
  return `${serial.toString(16).padStart(4, '0')}-${Buffer.from(sent).toString('hex')}-${digest}`
}

const unknownIn = ({ units, rest }: Message): Fault[] => [
  ...(rest.length > 0
    ? [fault('unknown-type', 27, `未识别的数据类型${rest[0]}`, `unknown data type ${rest[0]}`)]
    : []),
  ...units
    .flatMap(({ items }) => items)
    .filter(({ kind }) => kind !== undefined && !measures[kind])
    .map(({ kind }) =>
      fault('unknown-kind', 27, `未识别的模拟量类型${kind}`, `unknown kind of measure ${kind}`),
    ),
]

const setClock = (state: SessionState, device: string, memory: Memory, now: Date): Uint8Array[] => {
  if (now.getTime() - memory.clockSetAt < WINDOW) return []
  memory.clockSetAt = now.getTime()
  return [
    sendTo(
      state,
      device,
      {
        key: null,
        unit: { type: 90, items: [{ time: tagOf(now) }] },
        until: now.getTime() + WINDOW,
      },
      now,
    ),
  ]
}

const sendTo = (
  state: SessionState,
  device: string,
  request: Pick<DeviceRequest, 'key' | 'unit' | 'until'>,
  now: Date,
): Uint8Array => {
  const memory = state.memory(device)
  const serial = memory.serial
  memory.serial = (serial + 1) & 0xffff
  return send(state.orders, { ...request, serial, at: { centre: memory.centre, device } }, now)
}

const order = (state: SessionState, command: Command, now: Date): SessionOutput => {
  if (state.orders.open.some(({ key }) => key === command.key)) return nothing()
  const unit = unitFor(command, now)
  const until = Date.parse(command.until)
  const refused = (zh: string, en: string): SessionOutput => ({
    ...nothing(),
    answered: [{ key: command.key, ok: false, words: both(zh, en) }],
  })
  if (!unit) return refused('装置不接受此命令', 'it takes no such command')
  if (state.device !== command.device)
    return refused('装置未在此连接上', 'the transmitter is not on this connection')
  if (now.getTime() > until) return refused('已过时限', 'too late')
  return {
    ...nothing(),
    replies: [sendTo(state, state.device, { key: command.key, unit, until }, now)],
  }
}

const reply = (to: Header, command: number, now: Date): Uint8Array =>
  gb26875.encode(
    {
      ...to,
      sent: tagOf(now),
      source: to.target,
      target: to.source,
      command,
      units: [],
      rest: new Uint8Array(0),
    },
    {},
  )

/** Damage that 6.5 wants denied; the rest is noise or not ours to answer. */
const deniable = ['oversize', 'length', 'sum', 'command', 'objects', 'target', 'direction']

const refuse = (
  { registry, address }: SessionState,
  bytes: Uint8Array,
  bad: Fault,
  now: Date,
): SessionOutput => {
  const header = headerOf(bytes)
  const device = header && registry.device(header.source)
  const denied = header && device && calls(device, address) && deniable.includes(bad.reason)
  return {
    observations: [],
    replies: denied ? [reply(header, DENIED, now)] : [],
    faults: [{ ...bad, device: device?.key ?? null, bytes }],
  }
}

const quiet = (bytes: Uint8Array, bad: Fault, device: string): SessionOutput => ({
  ...nothing(),
  faults: [{ ...bad, device, bytes }],
})
