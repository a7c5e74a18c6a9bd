// How does a made-up telemetry station of a reservoir behave (SL 651-2014)?
import { type Dice, dice } from '../../frames/dice.ts'
import { every, type Resending, type Step, stepsDue } from '../../frames/simulated.ts'
import { sl651 } from './codec.ts'
import {
  ACK,
  digitsOf,
  ENQ,
  EOT,
  ESC,
  ETB,
  ETX,
  type Item,
  type Message,
  momentOf,
  NAK,
} from './message.ts'
import { writeBcd } from './numbers.ts'

/** `flood`: the level rises fast and passes the threshold; `missing`: the gauge fails; `hostile`: a bad CRC, a wrong password. */
export type StationAct =
  | 'flood'
  | 'calm'
  | 'hour'
  | 'picture'
  | 'missing'
  | 'unknown'
  | 'resend'
  | 'hostile'

export type Station = {
  seed: number
  station: string
  centre: number
  password: number
  /** Seconds between timed reports; an hour in the field. */
  interval?: number
  /** Metres. */
  level?: number
  scenario?: readonly Step<StationAct>[]
}

type State = {
  options: Station
  chance: Dice
  serial: number
  level: number
  rain: number
  rise: number
  gauge: boolean
  clockOff: number
  waiting: { serial: number; frame: Uint8Array; sentAt: number; resends: number }[]
  packets: Uint8Array[]
  newest: Uint8Array | null
}

const RESERVOIR = 0x4b
const PACKET = 900
/** Reports that it keeps. */
const MEMORY = 500

/** Keep-alive every 40 s, a timed report each interval, resends after 20 s at most twice, and what is still unanswered when the line is open again. */
export const station = (options: Station): Resending => {
  const state: State = {
    options,
    chance: dice(options.seed),
    serial: 0,
    level: options.level ?? 118.2,
    rain: 0,
    rise: 0,
    gauge: true,
    clockOff: 0,
    waiting: [],
    packets: [],
    newest: null,
  }
  const framer = sl651.framer({})
  const due = stepsDue(options.scenario ?? [])
  const alive = every(40)
  const timed = every(options.interval ?? 3600)
  let opened = 0
  return {
    open: (now) => {
      opened ||= now.getTime()
      timed(now)
      return [...onceMore(state, now), report(state, 0x32, now, quantities(state))]
    },
    receive: (bytes, now) =>
      framer
        .push(bytes)
        .flatMap((result) => (result.ok ? receiveFrame(state, result.frame, now) : [])),
    tick: (now) => [
      ...resent(state, now),
      ...(alive(now) ? [frameOf(state, 0x2f, [], now)] : []),
      ...(timed(now) ? [report(state, state.rise > 0 ? 0x33 : 0x32, now, quantities(state))] : []),
      ...due((now.getTime() - opened) / 1000).flatMap((act) => perform(state, act, now)),
    ],
    unanswered: () => state.waiting.length,
  }
}

const head = ({
  options,
}: State): Pick<Message, 'direction' | 'centre' | 'station' | 'password'> => ({
  direction: 'up',
  centre: options.centre,
  station: options.station,
  password: options.password,
})

const digits = (state: State, now: Date): string =>
  digitsOf(new Date(now.getTime() + state.clockOff))

const frameOf = (state: State, func: number, items: Item[], now: Date): Uint8Array =>
  sl651.encode(
    {
      ...head(state),
      func,
      end: ETX,
      part: null,
      body: { serial: state.serial, sent: digits(state, now), items },
    },
    {},
  )

const place = (state: State, now: Date): Item[] => [
  { kind: 'station', address: state.options.station, type: RESERVOIR },
  { kind: 'observed', time: digits(state, now).slice(0, 10) },
]

const element = (id: number, length: number, decimals: number, value: number | null): Item => ({
  kind: 'element',
  id,
  own: null,
  definition: (length << 3) | decimals,
  data: writeBcd(value, length, decimals),
})

const quantities = (state: State): Item[] => {
  state.level += state.rise + state.chance.between(-0.004, 0.004)
  state.rain += state.rise > 0 ? Math.round(state.chance.between(2, 9)) : 0
  const bits = Buffer.alloc(4)
  bits.writeUInt32BE(0x80 | (state.rise > 0 ? 4 : 0) | (state.gauge ? 0 : 0x40))
  return [
    element(0x3b, 4, 3, state.gauge ? state.level : null),
    element(0x20, 3, 1, state.rain),
    element(0x26, 3, 1, 812.5 + state.rain),
    element(0x38, 2, 2, 12.6 + state.chance.between(-0.2, 0.2)),
    { kind: 'element', id: 0x45, own: null, definition: 0x20, data: Uint8Array.from(bits) },
  ]
}

const report = (
  state: State,
  func: number,
  now: Date,
  items: Item[],
  observed = now,
): Uint8Array => {
  state.serial = (state.serial % 0xffff) + 1
  const frame = frameOf(state, func, [...place(state, observed), ...items], now)
  state.waiting = [
    ...state.waiting.slice(1 - MEMORY),
    { serial: state.serial, frame, sentAt: now.getTime(), resends: 0 },
  ]
  state.newest = frame
  return frame
}

const resent = (state: State, now: Date): Uint8Array[] =>
  state.waiting
    .filter(({ sentAt, resends }) => now.getTime() - sentAt >= 20_000 && resends < 2)
    .map((one) => {
      one.resends += 1
      one.sentAt = now.getTime()
      return one.frame
    })

const onceMore = (state: State, now: Date): Uint8Array[] =>
  state.waiting.map((one) => {
    Object.assign(one, { sentAt: now.getTime(), resends: 0 })
    return one.frame
  })

const perform = (state: State, act: StationAct, now: Date): Uint8Array[] => {
  switch (act) {
    case 'flood':
      state.rise = 0.25
      return [report(state, 0x33, now, quantities(state))]
    case 'calm':
      state.rise = 0
      state.gauge = true
      return [report(state, 0x32, now, quantities(state))]
    case 'missing':
      state.gauge = false
      return [report(state, 0x32, now, quantities(state))]
    case 'unknown':
      return [report(state, 0x32, now, [element(0x9a, 5, 1, 77.7), ...quantities(state)])]
    case 'hour':
      return [report(state, 0x34, now, hour(state), new Date(now.getTime() - 55 * 60_000))]
    case 'picture':
      return picture(state, now)
    case 'resend':
      return state.newest ? [state.newest] : []
    case 'hostile':
      return hostile(state, now)
  }
}

const hour = (state: State): Item[] => {
  const rain = Uint8Array.from({ length: 12 }, () => Math.floor(state.chance.between(0, 30)))
  const levels = Buffer.alloc(24)
  for (let i = 0; i < 12; i++)
    levels.writeUInt16BE(Math.round(state.chance.between(1810, 1830)), i * 2)
  return [
    { kind: 'element', id: 0xf4, own: null, definition: 0x60, data: rain },
    { kind: 'element', id: 0xf5, own: null, definition: 0xc0, data: Uint8Array.from(levels) },
  ]
}

// The bytes of a JPEG from mark to mark; nobody looks at what is between.
const picture = (state: State, now: Date): Uint8Array[] => {
  state.serial = (state.serial % 0xffff) + 1
  const data = Uint8Array.from([
    0xff,
    0xd8,
    ...Array.from({ length: 2500 }, () => Math.floor(state.chance.between(0, 255))),
    0xff,
    0xd9,
  ])
  const whole = frameOf(state, 0x36, [...place(state, now), { kind: 'picture', data }], now).slice(
    14,
    -3,
  )
  const total = Math.ceil(whole.length / PACKET)
  state.packets = Array.from({ length: total }, (_, i) => {
    const part = { total, number: i + 1 }
    const bytes = whole.slice(i * PACKET, (i + 1) * PACKET)
    return sl651.encode(
      { ...head(state), func: 0x36, end: i + 1 === total ? ETX : ETB, part, bytes },
      {},
    )
  })
  return state.packets
}

const hostile = (state: State, now: Date): Uint8Array[] => {
  const badCrc = frameOf(state, 0x32, place(state, now), now)
  badCrc.set([0, 0], badCrc.length - 2)
  const stranger = {
    ...state,
    options: { ...state.options, password: state.options.password ^ 0x0101 },
  }
  return [badCrc, frameOf(stranger, 0x32, [...place(state, now), ...quantities(state)], now)]
}

const receiveFrame = (state: State, frame: Uint8Array, now: Date): Uint8Array[] => {
  const decoded = sl651.decode(frame, {})
  if (
    !decoded.ok ||
    decoded.message.station !== state.options.station ||
    decoded.message.direction !== 'down'
  )
    return []
  const { message } = decoded
  if (message.part) return again(state, message.part.number, message.end)
  if (message.end === EOT || message.end === ESC || message.end === ACK)
    state.waiting = state.waiting.filter(({ serial }) => serial !== message.body.serial)
  return message.end === ENQ ? [answerTo(state, message.func, message.body.sent, now)] : []
}

// A packet that is asked for is sent again with ETX (6.3.1.2 c).
const again = (state: State, number: number, end: number): Uint8Array[] => {
  const packet = state.packets[number - 1]
  const decoded = packet && sl651.decode(packet, {})
  return end === NAK && decoded?.ok ? [sl651.encode({ ...decoded.message, end: ETX }, {})] : []
}

const answerTo = (state: State, func: number, sent: string, now: Date): Uint8Array => {
  const time = momentOf(sent)
  if (func === 0x4a && time) state.clockOff = time.getTime() - now.getTime()
  const own: Item = { kind: 'station', address: state.options.station, type: null }
  const version = Buffer.from('SIM-1.0')
  if (func === 0x37) return report(state, 0x37, now, quantities(state))
  if (func === 0x45)
    return frameOf(
      state,
      func,
      [own, { kind: 'rest', data: Uint8Array.from([version.length, ...version]) }],
      now,
    )
  if (func === 0x46) return frameOf(state, func, [own, ...quantities(state).slice(-1)], now)
  return frameOf(state, func, [own], now)
}
