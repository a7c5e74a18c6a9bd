// How does the talk with a station go: who it is, what is taken, what it hears back?

import { bucket } from '../../frames/bucket.ts'
import { heardNothing, joinHeard } from '../../frames/heard.ts'
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
import { takeReplayed, takeTold } from './data.ts'
import { dialectOf } from './dialect.ts'
import { createFramer } from './frame.ts'
import { blotted, withRegistered } from './kept.ts'
import { refusedFrame, type StationPast, type StationTalk } from './line.ts'
import { numberOf } from './meaning.ts'
import { clean, dataOf, flagOf, headerOf, type Message, messageOf } from './message.ts'
import { type Objection, objectionTo } from './objection.ts'
import { createSayings } from './sayings.ts'
import { clock, createSeat, greetings, isUncovered, replyTo, requestTo, type Seat } from './seat.ts'
import { momentOf } from './time.ts'
import { both, commands, said } from './words.ts'

const FRAMES_PER_SECOND = 5
const BURST = 50

/** HJ 212 over TCP. How much a station says, and what it said before, is known over all its connections. */
export const listenHj212 = (): Listening => {
  const past = perDevice(
    (): StationPast => ({
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

function converse(registry: Registry, address: string, past: StationTalk['past']): Conversation {
  const talk: StationTalk = { registry, address, past, seats: new Map() }
  return {
    open: heardNothing,
    hear: (piece, now, first) => hear(talk, piece, now, first ?? now),
    tick: (now) =>
      [...talk.seats.values()]
        .filter(({ accepted }) => accepted)
        .reduce((heard, seat) => joinHeard(heard, tick(seat, now)), heardNothing()),
    command: (command, now) => obey(talk, command, now),
  }
}

/** `first`: see `Conversation`. */
function hear(talk: StationTalk, piece: Piece, now: Date, first: Date): Heard {
  if (!piece.ok) {
    const [only, ...more] = talk.seats.keys()
    return {
      ...heardNothing(),
      faults: [
        { ...piece.fault, device: more.length === 0 ? (only ?? null) : null, bytes: piece.bytes },
      ],
    }
  }
  const name = peek(piece.frame, 'MN')
  const device = name === undefined ? undefined : talk.registry.device(name)
  if (!device) return stranger(talk, name, piece.frame)
  if (device.hosts.length > 0 && !device.hosts.includes(talk.address))
    return refusedFrame('wrong-host', device.key, piece.frame)
  if (!talk.past(device.key).bucket.take(now)) return tooMuch(device.key, piece.frame)
  const seat = seatOf(talk, device)
  const decoded = codec.decode(piece.frame, seat.dialect)
  if (decoded.ok) return take(talk, seat, decoded.message, piece.frame, now, first)
  const faults = [{ ...decoded.fault, device: device.key, bytes: piece.frame }]
  return {
    ...heardNothing(),
    faults,
    replies: decoded.fault.reason === 'sum' ? complaint(piece.frame, seat) : [],
  }
}

function tooMuch(device: string, frame: Uint8Array): Heard {
  const { faults, ...heard } = refusedFrame('flood', device, frame)
  return {
    ...heard,
    faults: faults.map((fault) => ({ ...fault, mild: true })),
    waitMs: 1000 / FRAMES_PER_SECOND,
  }
}

// Who is not registered hears nothing; only a line on which a station has shown itself is told that the MN is wrong.
function stranger(talk: StationTalk, name: string | undefined, frame: Uint8Array): Heard {
  const signedIn = [...talk.seats.values()].find(({ accepted }) => accepted)
  const decoded = codec.decode(frame, signedIn?.dialect ?? dialectOf({}))
  if (!decoded.ok && decoded.fault.reason === 'sum')
    return { ...heardNothing(), faults: [{ ...decoded.fault, device: null, bytes: frame }] }
  const replies =
    signedIn && decoded.ok ? replyTo(decoded.message, signedIn, '9011', [[['QnRtn', '4']]]) : []
  return {
    ...refusedFrame('unknown-device', name === undefined ? null : clean(name), frame),
    replies,
  }
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

function seatOf({ seats }: StationTalk, device: RegisteredDevice): Seat {
  const fresh = createSeat(device)
  const seat = seats.get(device.key) ?? fresh
  seats.set(device.key, seat)
  // What the registry says may have changed since.
  return Object.assign(seat, { device, dialect: fresh.dialect })
}

function take(
  talk: StationTalk,
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
  if (wrong?.reason === 'replay') return takeReplayed(talk, seat, frame, now)
  if (wrong) return objected(message, seat, frame, wrong)
  if (isUncovered(message, seat)) return refusedFrame('plain-text', seat.device.key, frame)
  const greet = !seat.accepted && seat.dialect.greets
  const answers = look(commands, headerOf(message, 'CN'))?.kind === 'answer'
  Object.assign(seat, { accepted: true, version: flagOf(message)?.version ?? seat.version })
  if (!answers) seat.system = headerOf(message, 'ST') ?? seat.system
  if (answers) learnClock(talk, seat, message, now)
  const heard = answers
    ? { ...heardNothing(), answered: seat.requests.answer(message, now) }
    : takeTold(talk, seat, message, frame, now, first)
  if (greet) for (const request of greetings(seat)) seat.requests.ask(request)
  return { ...joinHeard(heard, send(seat, now)), device: seat.device.key }
}

function objected(
  message: Message,
  seat: Seat,
  frame: Uint8Array,
  { reason, answer }: Objection,
): Heard {
  const replies =
    answer === null ? [] : replyTo(message, seat, '9011', [[['QnRtn', String(answer)]]])
  return { ...refusedFrame(reason, seat.device.key, frame), replies }
}

/** It has taken over our time (1012): what it says from now on is by our clock. */
function learnClock(
  { registry }: StationTalk,
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
    ...heardNothing(),
    replies: due.send.map((asked) => requestTo(seat, asked, now)),
    answered: due.answered,
  }
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
  return joinHeard({ ...heardNothing(), observations }, send(seat, now))
}

/** `set-clock`; `query` of real-time data or, with `what: sample`, that a sample be kept. */
function obey(talk: StationTalk, command: Command, now: Date): Heard {
  const seat = talk.seats.get(command.device)
  const answer = (words: string): Heard => ({
    ...heardNothing(),
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
