// How does the talk with a station go: who it is, what is taken, what it hears back?

import { bucket } from '../../frames/bucket.ts'
import { look } from '../../frames/look.ts'
import type {
  Conversation,
  Heard,
  Listening,
  Piece,
  RegisteredDevice,
  Registry,
} from '../../frames/protocol.ts'
import { perDevice } from '../../frames/recall.ts'
import type { Command, Sign } from '../../port/port.ts'
import { codec, peek } from './codec.ts'
import { dialectOf } from './dialect.ts'
import { createFramer } from './frame.ts'
import { type Meaning, meaningOf, numberOf, stampOf } from './meaning.ts'
import { clean, dataOf, flagOf, headerOf, type Message, messageOf } from './message.ts'
import { digest, keyOf } from './message-key.ts'
import { isRepeated, type Objection, objectionTo, partOf } from './objection.ts'
import { observe } from './observe.ts'
import { blotted, withRegistered } from './redaction.ts'
import { createSayings, type Sayings } from './seen-messages.ts'
import {
  clock,
  createSeat,
  greetings,
  isUncovered,
  replyTo,
  requestTo,
  type Seat,
} from './station.ts'
import { momentOf } from './time.ts'
import { both, commands, faultOf, said } from './words.ts'

const FRAMES_PER_SECOND = 5
const BURST = 50
const HOUR = 3_600_000
const SKEW = 10 * 60_000
const MOST_UNKNOWN = 256

/** HJ 212 over TCP. How much a station says, and what it said before, is known over all its connections. */
export const listenHj212 = (): Listening => {
  const past = perDevice(
    (): Past => ({
      bucket: bucket(FRAMES_PER_SECOND, BURST),
      sayings: createSayings(),
      replayToldAt: Number.NEGATIVE_INFINITY,
    }),
  )
  return {
    protocol: 'hj212',
    transport: 'tcp',
    framer: createFramer,
    converse: (registry, from) =>
      blotted(converse(registry, from.address.replace(/^::ffff:/, ''), past)),
    restored: withRegistered,
    // Three times the slowest pace in use, 5 minutes; request 1062 asks for one minute.
    idleSeconds: 900,
  }
}

type Past = { bucket: ReturnType<typeof bucket>; sayings: Sayings; replayToldAt: number }
type Talk = {
  registry: Registry
  address: string
  past: (device: string) => Past
  seats: Map<string, Seat>
}

const nothing = (): Heard => ({ observations: [], replies: [], faults: [] })
const refusal = (reason: string, device: string | null, bytes: Uint8Array): Heard => ({
  ...nothing(),
  faults: [{ ...faultOf(reason), device, bytes }],
})

function converse(registry: Registry, address: string, past: Talk['past']): Conversation {
  const talk: Talk = { registry, address, past, seats: new Map() }
  return {
    open: nothing,
    hear: (piece, now, first) => hear(talk, piece, now, first ?? now),
    tick: (now) =>
      [...talk.seats.values()]
        .filter(({ accepted }) => accepted)
        .reduce((heard, seat) => join(heard, tick(seat, now)), nothing()),
    command: (command, now) => obey(talk, command, now),
  }
}

function join(one: Heard, other: Heard): Heard {
  return {
    ...{ ...one, ...other },
    observations: [...one.observations, ...other.observations],
    replies: [...one.replies, ...other.replies],
    faults: [...one.faults, ...other.faults],
    answered: [...(one.answered ?? []), ...(other.answered ?? [])],
  }
}

/** `first`: see `Conversation`. */
function hear(talk: Talk, piece: Piece, now: Date, first: Date): Heard {
  if (!piece.ok) {
    const [only, ...more] = talk.seats.keys()
    return {
      ...nothing(),
      faults: [
        { ...piece.fault, device: more.length === 0 ? (only ?? null) : null, bytes: piece.bytes },
      ],
    }
  }
  const name = peek(piece.frame, 'MN')
  const device = name === undefined ? undefined : talk.registry.device(name)
  if (!device) return stranger(talk, name, piece.frame)
  if (device.hosts.length > 0 && !device.hosts.includes(talk.address))
    return refusal('wrong-host', device.key, piece.frame)
  if (!talk.past(device.key).bucket.take(now)) return tooMuch(device.key, piece.frame)
  const seat = seatOf(talk, device)
  const decoded = codec.decode(piece.frame, seat.dialect)
  if (decoded.ok) return take(talk, seat, decoded.message, piece.frame, now, first)
  const faults = [{ ...decoded.fault, device: device.key, bytes: piece.frame }]
  return {
    ...nothing(),
    faults,
    replies: decoded.fault.reason === 'sum' ? complaint(piece.frame, seat) : [],
  }
}

function tooMuch(device: string, frame: Uint8Array): Heard {
  const { faults, ...heard } = refusal('flood', device, frame)
  return {
    ...heard,
    faults: faults.map((fault) => ({ ...fault, mild: true })),
    waitMs: 1000 / FRAMES_PER_SECOND,
  }
}

// Who is not registered hears nothing; only a line on which a station has shown itself is told that the MN is wrong.
function stranger(talk: Talk, name: string | undefined, frame: Uint8Array): Heard {
  const signedIn = [...talk.seats.values()].find(({ accepted }) => accepted)
  const decoded = codec.decode(frame, signedIn?.dialect ?? dialectOf({}))
  if (!decoded.ok && decoded.fault.reason === 'sum')
    return { ...nothing(), faults: [{ ...decoded.fault, device: null, bytes: frame }] }
  const replies =
    signedIn && decoded.ok ? replyTo(decoded.message, signedIn, '9011', [[['QnRtn', '4']]]) : []
  return { ...refusal('unknown-device', name === undefined ? null : clean(name), frame), replies }
}

// Data with a wrong sum are not answered, so that they come again; a notice is told that its sum was wrong.
function complaint(frame: Uint8Array, seat: Seat): Uint8Array[] {
  const fields = ['QN', 'CN', 'PW', 'MN', 'Flag'].map(
    (name) => [name, peek(frame, name) ?? ''] as const,
  )
  const message = messageOf(fields, [])
  if (
    look(commands, headerOf(message, 'CN'))?.kind !== 'notice' ||
    !momentOf(headerOf(message, 'QN') ?? '')
  )
    return []
  return replyTo(message, seat, '9011', [[['QnRtn', '9']]])
}

function seatOf({ seats }: Talk, device: RegisteredDevice): Seat {
  const fresh = createSeat(device)
  const seat = seats.get(device.key) ?? fresh
  seats.set(device.key, seat)
  // What the registry says may have changed since.
  return Object.assign(seat, { device, dialect: fresh.dialect })
}

function take(
  talk: Talk,
  seat: Seat,
  message: Message,
  frame: Uint8Array,
  now: Date,
  first: Date,
): Heard {
  const { clocks } = talk.registry
  const wrong = objectionTo(message, seat.device, now, clocks.offset(seat.device.key))
  // Too old or too new: where a clock was moved, more of the like will follow.
  if (wrong?.reason === 'replay' || wrong?.reason === 'future')
    clocks.heard(seat.device.key, { sent: numberOf(message), sureness: 'data' }, first)
  if (wrong?.reason === 'replay') return replayed(talk, seat, frame, now)
  if (wrong) return objected(message, seat, frame, wrong)
  if (isUncovered(message, seat)) return refusal('plain-text', seat.device.key, frame)
  const greet = !seat.accepted && seat.dialect.greets
  const answers = look(commands, headerOf(message, 'CN'))?.kind === 'answer'
  Object.assign(seat, { accepted: true, version: flagOf(message)?.version ?? seat.version })
  if (!answers) seat.system = headerOf(message, 'ST') ?? seat.system
  if (answers) learnClock(talk, seat, message, now)
  const heard = answers
    ? { ...nothing(), answered: seat.requests.answer(message, now) }
    : listen(talk, seat, message, frame, now, first)
  if (greet) for (const request of greetings(seat)) seat.requests.ask(request)
  return { ...join(heard, send(seat, now)), device: seat.device.key }
}

function objected(
  message: Message,
  seat: Seat,
  frame: Uint8Array,
  { reason, answer }: Objection,
): Heard {
  const replies =
    answer === null ? [] : replyTo(message, seat, '9011', [[['QnRtn', String(answer)]]])
  return { ...refusal(reason, seat.device.key, frame), replies }
}

/** It has taken over our time (1012): what it says from now on is by our clock. */
function learnClock(
  { registry }: Talk,
  { device, requests }: Seat,
  message: Message,
  now: Date,
): void {
  const done =
    headerOf(message, 'CN') === '9012' &&
    dataOf(message, 'ExeRtn') === '1' &&
    requests.answeredBy(message) === clock.command
  if (done) registry.clocks.heard(device.key, { sent: now, sureness: 'answer' }, now)
}

function send(seat: Seat, now: Date): Heard {
  const due = seat.requests.due(now)
  return {
    ...nothing(),
    replies: due.send.map((asked) => requestTo(seat, asked, now)),
    answered: due.answered,
  }
}

function listen(
  talk: Talk,
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
    return replayed(talk, seat, frame, now)
  // A resend is made observations of again, of the same moments: whether the first could be stored is only known to the store, which keeps one.
  const first = met.first ?? heardFirst
  const meaning = meaningOf(seat, message, first, now)
  const { command, dataTime } = meaning
  if (!dataTime) return refusal(partOf(message) ? 'part-without-time' : 'data-time', device, frame)
  const stamp = stampOf(
    talk.registry.clocks,
    device,
    message,
    { dataTime, again: met.kind === 'again' },
    first,
  )
  if (!stamp) {
    return {
      ...refusal('future', device, frame),
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
function replayed(talk: Talk, { device }: Seat, frame: Uint8Array, now: Date): Heard {
  const heard = refusal('replay', device.key, frame)
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

function tick(seat: Seat, now: Date): Heard {
  const observations = seat.parts.givenUp(now).map(
    (set): Sign => ({
      ...{
        kind: 'sign',
        device: seat.device.key,
        sign: 'parts-missing',
        flags: [],
        at: now.toISOString(),
      },
      text: `${both(said.partsMissing)}: ${set}`,
    }),
  )
  return join({ ...nothing(), observations }, send(seat, now))
}

/** `set-clock`; `query` of real-time data or, with `what: sample`, that a sample be kept. */
function obey(talk: Talk, command: Command, now: Date): Heard {
  const seat = talk.seats.get(command.device)
  const answer = (words: string): Heard => ({
    ...nothing(),
    answered: [{ key: command.key, ok: false, words }],
  })
  if (!seat?.accepted) return answer(both(said.notHere))
  const until = new Date(command.until)
  const number = command.args.what === 'sample' ? '3015' : '2011'
  if (command.verb === 'set-clock') seat.requests.ask({ ...clock, key: command.key, until })
  else if (command.verb === 'query')
    seat.requests.ask({ command: number, area: () => [], key: command.key, until })
  else return answer(both(said.cannot))
  return send(seat, now)
}
