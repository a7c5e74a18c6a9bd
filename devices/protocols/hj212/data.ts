// What becomes of what a station tells: met before, dated, observed and acknowledged?
import { look } from '../../frames/look.ts'
import type { Heard } from '../../frames/protocol.ts'
import type { Sign } from '../../port/port.ts'
import { refusedFrame, type StationTalk } from './line.ts'
import { type Meaning, meaningOf, numberOf, stampOf } from './meaning.ts'
import { clean, flagOf, headerOf, type Message } from './message.ts'
import { digest, keyOf } from './message-key.ts'
import { isRepeated, partOf } from './objection.ts'
import { observe } from './observe.ts'
import { clock, replyTo, type Seat } from './seat.ts'
import { both, commands, faultOf, said } from './words.ts'

const HOUR = 3_600_000
const SKEW = 10 * 60_000
const MOST_UNKNOWN = 256

export function takeTold(
  talk: StationTalk,
  seat: Seat,
  message: Message,
  frame: Uint8Array,
  now: Date,
  heardFirst: Date,
): Heard {
  const device = seat.device.key
  const { sayings } = talk.past(device)
  const [number, content] = [keyOf(message), digest(message)]
  const saying = `${number} ${content}`
  const met = sayings.meet(saying, now)
  // Who says himself that he repeats tells history, and may do so for days.
  if (
    seat.memory.meet(number, content) === 'other' ||
    (met.kind === 'seen' && !isRepeated(message))
  )
    return takeReplayed(talk, seat, frame, now)
  // A resend is made observations of again, of the same moments: whether the first could be stored is only known to the store, which keeps one.
  const first = met.first ?? heardFirst
  const meaning = meaningOf(seat, message, first, now)
  const { command, dataTime } = meaning
  if (!dataTime)
    return refusedFrame(partOf(message) ? 'part-without-time' : 'data-time', device, frame)
  const stamp = stampOf(
    talk.registry.clocks,
    device,
    message,
    { dataTime, again: met.kind === 'again' },
    first,
  )
  if (!stamp) {
    return {
      ...refusedFrame('future', device, frame),
      replies: replyTo(message, seat, '9011', [[['QnRtn', '100']]]),
    }
  }
  const at = new Date(stamp.at)
  const shift = at.getTime() - dataTime.getTime()
  const { observations, unknown } = observe(message, {
    ...{
      device,
      dialect: seat.dialect,
      message: meaning.key,
      dataTime: at,
      shift,
      flags: stamp.flags,
    },
  })
  const off = isRepeated(message) ? 0 : (numberOf(message) ?? dataTime).getTime() - first.getTime()
  const signs = setClock(
    seat,
    { command, off: Math.abs(off) > SKEW ? off : 0, known: stamp.flags.includes('skew') },
    now,
  )
  if (met.kind === 'new')
    sayings.keep(saying, { first, now, lasting: headerOf(message, 'QN') !== undefined })
  return {
    observations: [...observations, ...signs],
    replies: acknowledgement(seat, message, command),
    faults: [...lengthOff(seat, message, frame), ...unknownOnce(seat, unknown, frame)],
    ...(met.kind === 'new' ? { forget: () => sayings.forget(saying) } : {}),
  }
}

/** Somebody plays again what he has listened to: each is counted, and people are told once an hour. */
export function takeReplayed(
  talk: StationTalk,
  { device }: Seat,
  frame: Uint8Array,
  now: Date,
): Heard {
  const heard = refusedFrame('replay', device.key, frame)
  const past = talk.past(device.key)
  if (now.getTime() - past.replayToldAt < HOUR) return heard
  past.replayToldAt = now.getTime()
  const text = `${both(said.replayed)}: ${talk.address}`
  const sign: Sign = {
    kind: 'sign',
    device: device.key,
    sign: 'replay',
    text,
    at: now.toISOString(),
    flags: [],
  }
  const forget = (): void => {
    past.replayToldAt = Number.NEGATIVE_INFINITY
  }
  return { ...heard, observations: [sign], forget }
}

function acknowledgement(seat: Seat, message: Message, command: string): Uint8Array[] {
  if (look(commands, command)?.kind === 'notice') return replyTo(message, seat, '9013')
  return flagOf(message)?.acknowledge ? replyTo(message, seat, '9014') : []
}

/** `off`: by how many ms its clock seems to be wrong; that it is, unless it is `known`, what it answers to our time will tell. */
function setClock(
  seat: Seat,
  { off, known, command }: Pick<Meaning, 'command'> & { off: number; known: boolean },
  now: Date,
): Sign[] {
  const requested = command === '1013'
  if (!requested && (off === 0 || now.getTime() - seat.clockSetAt < HOUR)) return []
  seat.clockSetAt = now.getTime()
  seat.requests.ask(clock)
  if (off === 0 || !known) return []
  const text = `${both(said.clockSkew)}: ${Math.round(off / 1000)}`
  return [
    {
      kind: 'sign',
      device: seat.device.key,
      sign: 'clock-skew',
      text,
      at: now.toISOString(),
      flags: ['skew'],
    },
  ]
}

function lengthOff({ device }: Seat, message: Message, frame: Uint8Array): Heard['faults'] {
  return message.lengthOff
    ? [{ ...faultOf('length-off', 2), device: device.key, bytes: frame }]
    : []
}

function unknownOnce(seat: Seat, unknown: string[], frame: Uint8Array): Heard['faults'] {
  const fresh = unknown
    .map(clean)
    .filter((code) => !seat.unknown.has(code) && seat.unknown.size < MOST_UNKNOWN)
  for (const code of fresh) seat.unknown.add(code)
  return fresh.map((code) => ({
    ...faultOf('unknown-code', 0, code),
    device: seat.device.key,
    bytes: frame,
  }))
}
