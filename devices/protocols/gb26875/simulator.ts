// How does a made-up transmitter of fire alarms behave (GB/T 26875.3-2011)?
import { type Dice, dice } from '../../frames/dice.ts'
import { every, type Resending, type Step, stepsDue } from '../../frames/simulated.ts'
import { writeField } from '../../frames/text-field.ts'
import { gb26875 } from './codec.ts'
import {
  ACKNOWLEDGED,
  CONTROL,
  DATA,
  DENIED,
  type Message,
  REQUEST,
  RESPONSE,
  tagged,
  tagOf,
} from './message.ts'
import type { Item, Unit } from './units.ts'

/** `hostile`: a bad sum, a length beyond 1024 and half a frame; `resend`: the newest frame once more. */
export type FireAct =
  | 'fire'
  | 'gas'
  | 'fault'
  | 'shield'
  | 'unshield'
  | 'quiet'
  | 'reset'
  | 'hand'
  | 'hostile'
  | 'resend'

export type Transmitter = {
  seed: number
  source: string
  centre: string
  scenario?: readonly Step<FireAct>[]
  /** Its clock less the true one, seconds. */
  clockOff?: number
}

type Part = { address: number; type: number; note: string; state: number; warmth: number }

type State = {
  options: Transmitter
  chance: Dice
  parts: Part[]
  serial: number
  clockOff: number
  /** Sent and not acknowledged. */
  waiting: { serial: number; frame: Uint8Array; sentAt: number; resends: number }[]
  newest: Uint8Array | null
  /** When the person on duty presses the button, ms. */
  dutyAt: number | null
}

/** Frames that it keeps. */
const MEMORY = 500
const SYSTEM = { systemType: 1, systemAddress: 3 }
const places = ['原料库', '罐区泵房', '聚合车间一层', '包装间', '配电室', '中控室走廊']

/** Heartbeat every 25 s, measures every 60 s, resends after 10 s at most three times, and what is still unanswered when the line is open again. */
export const transmitter = (options: Transmitter): Resending => {
  const chance = dice(options.seed)
  const state: State = {
    options,
    chance,
    parts: places.map((note, i) => ({
      address: (i + 1) * 0x10000 + 0x0a,
      type: i === 1 ? 10 : chance.pick([40, 42, 31]),
      note,
      state: 1,
      warmth: chance.between(18, 28),
    })),
    serial: 0,
    clockOff: options.clockOff ?? 0,
    waiting: [],
    newest: null,
    dutyAt: null,
  }
  return speak(state)
}

const speak = (state: State): Resending => {
  const framer = gb26875.framer({})
  const due = stepsDue(state.options.scenario ?? [])
  const heartbeat = every(25)
  const measures = every(60)
  let opened = 0
  return {
    open: (now) => {
      opened ||= now.getTime()
      return [
        ...onceMore(state, now),
        sendUnits(state, [{ type: 21, items: [{ status: 1, time: clock(state, now) }] }], now),
      ]
    },
    receive: (bytes, now) =>
      framer.push(bytes).flatMap((result) => (result.ok ? answerTo(state, result.frame, now) : [])),
    tick: (now) => [
      ...resent(state, now),
      ...(heartbeat(now) ? [sendUnits(state, [], now)] : []),
      ...(measures(now)
        ? [
            sendUnits(
              state,
              [{ type: 3, items: state.parts.map((part) => measured(state, part, now)) }],
              now,
            ),
          ]
        : []),
      ...due((now.getTime() - opened) / 1000).flatMap((act) => perform(state, act, now)),
      ...duty(state, now),
    ],
    unanswered: () => state.waiting.length,
  }
}

const clock = (state: State, now: Date): Uint8Array =>
  tagOf(new Date(now.getTime() + state.clockOff * 1000))

const frameOf = (
  state: State,
  command: number,
  serial: number,
  units: Unit[],
  now: Date,
): Uint8Array =>
  gb26875.encode(
    {
      serial,
      command,
      units,
      version: [1, 1] as const,
      sent: clock(state, now),
      source: state.options.source,
      target: state.options.centre,
      rest: new Uint8Array(0),
    },
    {},
  )

const sendUnits = (state: State, units: Unit[], now: Date): Uint8Array => {
  state.serial = (state.serial + 1) & 0xffff
  const frame = frameOf(state, DATA, state.serial, units, now)
  state.waiting = [
    ...state.waiting.slice(1 - MEMORY),
    { serial: state.serial, frame, sentAt: now.getTime(), resends: 0 },
  ]
  state.newest = frame
  return frame
}

const resent = (state: State, now: Date): Uint8Array[] =>
  state.waiting
    .filter(({ sentAt, resends }) => now.getTime() - sentAt >= 10_000 && resends < 3)
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

const measured = (state: State, part: Part, now: Date): Item => {
  part.warmth += state.chance.between(-0.3, 0.3)
  const gas = part.type === 10
  const value = Math.round((gas ? Math.max(0, part.warmth - 18) : part.warmth) * 10)
  return {
    ...SYSTEM,
    componentType: part.type,
    component: part.address,
    kind: gas ? 6 : 3,
    value,
    time: clock(state, now),
  }
}

const changed = (state: State, part: Part, bits: number, now: Date): Uint8Array => {
  part.state = bits
  const item = {
    ...SYSTEM,
    componentType: part.type,
    component: part.address,
    state: bits,
    note: writeField(part.note, 31),
    time: clock(state, now),
  }
  return sendUnits(state, [{ type: 2, items: [item] }], now)
}

const perform = (state: State, act: FireAct, now: Date): Uint8Array[] => {
  const [smoke, gas] = [state.parts[0]!, state.parts[1]!]
  const time = clock(state, now)
  switch (act) {
    case 'fire':
      return [changed(state, smoke, smoke.state | 2, now)]
    case 'gas':
      return [changed(state, gas, gas.state | 2, now)]
    case 'fault':
      return [changed(state, smoke, smoke.state | 4, now)]
    case 'shield':
      return [changed(state, smoke, 1 | 8, now)]
    case 'unshield':
      return [changed(state, smoke, smoke.state & ~8, now)]
    case 'quiet':
      return [changed(state, smoke, 1, now)]
    case 'reset':
      for (const part of state.parts) part.state = 1
      return [
        sendUnits(state, [{ type: 1, items: [{ ...SYSTEM, state: 1 | (1 << 13), time }] }], now),
      ]
    case 'hand':
      return [sendUnits(state, [{ type: 24, items: [{ act: 4, operator: 1, time }] }], now)]
    case 'resend':
      return state.newest ? [state.newest] : []
    case 'hostile':
      return hostile(state, now)
  }
}

const hostile = (state: State, now: Date): Uint8Array[] => {
  const good = frameOf(state, DATA, state.serial, [], now)
  const badSum = Uint8Array.from(good)
  badSum[good.length - 3] = (badSum[good.length - 3] ?? 0) ^ 0x55
  const tooLong = Uint8Array.from(good)
  tooLong.set([0xff, 0x7f], 24)
  return [badSum, tooLong, good.subarray(0, 20)]
}

const answerTo = (state: State, frame: Uint8Array, now: Date): Uint8Array[] => {
  const decoded = gb26875.decode(frame, {})
  if (!decoded.ok || decoded.message.target !== state.options.source) return []
  const { message } = decoded
  if (message.command === ACKNOWLEDGED)
    state.waiting = state.waiting.filter(({ serial }) => serial !== message.serial)
  if (message.command === DENIED) return resent(state, new Date(now.getTime() + 10_000))
  if (message.command === CONTROL) return controlled(state, message, now)
  return message.command === REQUEST ? requested(state, message, now) : []
}

const controlled = (state: State, { units: [unit], serial }: Message, now: Date): Uint8Array[] => {
  const [item] = unit?.items ?? []
  const time = item?.time && tagged(item.time)
  if (unit?.type === 90 && time) state.clockOff = (time.getTime() - now.getTime()) / 1000
  if (unit?.type === 91) state.dutyAt = now.getTime() + 20_000
  return [frameOf(state, ACKNOWLEDGED, serial, [], now)]
}

const duty = (state: State, now: Date): Uint8Array[] => {
  if (state.dutyAt === null || now.getTime() < state.dutyAt) return []
  state.dutyAt = null
  return [
    sendUnits(
      state,
      [{ type: 24, items: [{ act: 0x20, operator: 1, time: clock(state, now) }] }],
      now,
    ),
  ]
}

const requested = (state: State, { units: [unit], serial }: Message, now: Date): Uint8Array[] => {
  const time = clock(state, now)
  const answers: Record<number, Unit> = {
    61: {
      type: 1,
      items: [{ ...SYSTEM, state: state.parts.reduce((bits, part) => bits | part.state, 0), time }],
    },
    81: { type: 21, items: [{ status: 1, time }] },
    85: { type: 25, items: [{ major: 1, minor: 1 }] },
    88: { type: 28, items: [{ time }] },
  }
  const answer = answers[unit?.type ?? 0]
  return [frameOf(state, answer ? RESPONSE : DENIED, serial, answer ? [answer] : [], now)]
}
