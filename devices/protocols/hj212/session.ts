// How does the session with a station go: who it is, what is taken, what it hears back?

import { bucket } from '../../frames/bucket.ts'
import { look } from '../../frames/look.ts'
import type {
  FramerResult,
  ProtocolDriver,
  RegisteredDevice,
  Registry,
  Session,
  SessionOutput,
} from '../../frames/protocol.ts'
import { perDevice } from '../../frames/recall.ts'
import { emptyOutput, joinOutputs, slowedDown } from '../../frames/session-output.ts'
import type { Command, Sign } from '../../port/port.ts'
import { codec, peek } from './codec.ts'
import { takeReplayed, takeTold } from './data.ts'
import { dialectOf } from './dialect.ts'
import { createFramer } from './frame.ts'
import { numberOf } from './meaning.ts'
import { clean, dataOf, flagOf, headerOf, type Message, messageOf } from './message.ts'
import { type Objection, objectionTo } from './objection.ts'
import { restorePassword, withoutPasswords } from './redaction.ts'
import { createSeenMessages } from './seen-messages.ts'
import { refusedFrame, type StationPast, type StationTalk } from './session-state.ts'
import {
  clock,
  createStationState,
  greetings,
  isUncovered,
  replyTo,
  requestTo,
  type StationState,
} from './station.ts'
import { momentOf } from './time.ts'
import { both, commands, signWords } from './words.ts'

const FRAMES_PER_SECOND = 5
const BURST = 50

/** HJ 212 over TCP. How much a station says, and what it said before, is known over all its connections. */
export const driverOfHj212 = (): ProtocolDriver => {
  const history = perDevice(
    (): StationPast => ({
      bucket: bucket(FRAMES_PER_SECOND, BURST),
      seenMessages: createSeenMessages(),
      replayReportedAt: Number.NEGATIVE_INFINITY,
    }),
  )
  return {
    protocol: 'hj212',
    transport: 'tcp',
    framer: createFramer,
    createSession: (registry, from) =>
      withoutPasswords(sessionOf(registry, from.address.replace(/^::ffff:/, ''), history)),
    restore: restorePassword,
    // Three times the slowest pace in use, 5 minutes; request 1062 asks for one minute.
    idleSeconds: 900,
  }
}

function sessionOf(registry: Registry, address: string, history: StationTalk['history']): Session {
  const talk: StationTalk = { registry, address, history, stations: new Map() }
  return {
    open: emptyOutput,
    receive: (result, now, first) => receive(talk, result, now, first ?? now),
    tick: (now) =>
      [...talk.stations.values()]
        .filter(({ accepted }) => accepted)
        .reduce((output, station) => joinOutputs(output, tick(station, now)), emptyOutput()),
    command: (command, now) => obey(talk, command, now),
  }
}

/** `first`: see `Session`. */
function receive(talk: StationTalk, result: FramerResult, now: Date, first: Date): SessionOutput {
  if (!result.ok) {
    const [only, ...more] = talk.stations.keys()
    return {
      ...emptyOutput(),
      faults: [
        { ...result.fault, device: more.length === 0 ? (only ?? null) : null, bytes: result.bytes },
      ],
    }
  }
  const name = peek(result.frame, 'MN')
  const device = name === undefined ? undefined : talk.registry.device(name)
  if (!device) return stranger(talk, name, result.frame)
  if (device.hosts.length > 0 && !device.hosts.includes(talk.address))
    return refusedFrame('wrong-host', device.key, result.frame)
  // Who shows no password is refused anyway: what the station may send is not his to use up.
  const isItsOwn = device.secret !== null && peek(result.frame, 'PW') === device.secret
  if (isItsOwn && !talk.history(device.key).bucket.take(now))
    return slowedDown(refusedFrame('flood', device.key, result.frame), FRAMES_PER_SECOND)
  const station = stationOf(talk, device)
  const decoded = codec.decode(result.frame, station.dialect)
  if (decoded.ok) return take(talk, station, decoded.message, result.frame, now, first)
  const faults = [{ ...decoded.fault, device: device.key, bytes: result.frame }]
  return {
    ...emptyOutput(),
    faults,
    replies: decoded.fault.reason === 'sum' ? complaint(result.frame, station) : [],
  }
}

// Who is not registered hears nothing; only a line on which a station has shown itself is told that the MN is wrong.
function stranger(talk: StationTalk, name: string | undefined, frame: Uint8Array): SessionOutput {
  const signedIn = [...talk.stations.values()].find(({ accepted }) => accepted)
  const decoded = codec.decode(frame, signedIn?.dialect ?? dialectOf({}))
  if (!decoded.ok && decoded.fault.reason === 'sum')
    return { ...emptyOutput(), faults: [{ ...decoded.fault, device: null, bytes: frame }] }
  const replies =
    signedIn && decoded.ok ? replyTo(decoded.message, signedIn, '9011', [[['QnRtn', '4']]]) : []
  return {
    ...refusedFrame('unknown-device', name === undefined ? null : clean(name), frame),
    replies,
  }
}

// Data with a wrong sum are not answered, so that they come again; a notice is told that its sum was wrong.
function complaint(frame: Uint8Array, station: StationState): Uint8Array[] {
  const fields = ['QN', 'CN', 'PW', 'MN', 'Flag'].map(
    (name) => [name, peek(frame, name) ?? ''] as const,
  )
  const message = messageOf(fields, [])
  if (
    look(commands, headerOf(message, 'CN'))?.kind !== 'notice' ||
    !momentOf(headerOf(message, 'QN') ?? '')
  )
    return []
  return replyTo(message, station, '9011', [[['QnRtn', '9']]])
}

function stationOf({ stations }: StationTalk, device: RegisteredDevice): StationState {
  const fresh = createStationState(device)
  const station = stations.get(device.key) ?? fresh
  stations.set(device.key, station)
  // What the registry says may have changed since.
  return Object.assign(station, { device, dialect: fresh.dialect })
}

function take(
  talk: StationTalk,
  station: StationState,
  message: Message,
  frame: Uint8Array,
  now: Date,
  first: Date,
): SessionOutput {
  const { clocks } = talk.registry
  const wrong = objectionTo(message, station.device, now, clocks.offset(station.device.key))
  // Too old or too new: where a clock was moved, more of the like will follow.
  if (wrong?.reason === 'replay' || wrong?.reason === 'future')
    clocks.frame(station.device.key, { sent: numberOf(message), sureness: 'data' }, first)
  if (wrong?.reason === 'replay') return takeReplayed(talk, station, frame, now)
  if (wrong) return objected(message, station, frame, wrong)
  if (isUncovered(message, station)) return refusedFrame('plain-text', station.device.key, frame)
  const greet = !station.accepted && station.dialect.greets
  const answers = look(commands, headerOf(message, 'CN'))?.kind === 'answer'
  Object.assign(station, { accepted: true, version: flagOf(message)?.version ?? station.version })
  if (!answers) station.system = headerOf(message, 'ST') ?? station.system
  if (answers) learnClock(talk, station, message, now)
  const output = answers
    ? { ...emptyOutput(), answered: station.requests.answer(message, now) }
    : takeTold(talk, station, message, frame, now, first)
  if (greet) for (const request of greetings(station)) station.requests.add(request)
  return { ...joinOutputs(output, send(station, now)), device: station.device.key }
}

function objected(
  message: Message,
  station: StationState,
  frame: Uint8Array,
  { reason, answer }: Objection,
): SessionOutput {
  const replies =
    answer === null ? [] : replyTo(message, station, '9011', [[['QnRtn', String(answer)]]])
  return { ...refusedFrame(reason, station.device.key, frame), replies }
}

/** It has taken over our time (1012): what it says from now on is by our clock. */
function learnClock(
  { registry }: StationTalk,
  { device, requests }: StationState,
  message: Message,
  now: Date,
): void {
  const done =
    headerOf(message, 'CN') === '9012' &&
    dataOf(message, 'ExeRtn') === '1' &&
    requests.answeredBy(message) === clock.command
  if (done) registry.clocks.frame(device.key, { sent: now, sureness: 'answer' }, now)
}

function send(station: StationState, now: Date): SessionOutput {
  const due = station.requests.due(now)
  return {
    ...emptyOutput(),
    replies: due.send.map((request) => requestTo(station, request, now)),
    answered: due.answered,
  }
}

function tick(station: StationState, now: Date): SessionOutput {
  const observations = station.parts.givenUp(now).map(
    (set): Sign => ({
      kind: 'sign',
      device: station.device.key,
      sign: 'parts-missing',
      flags: [],
      at: now.toISOString(),
      text: `${both(signWords.partsMissing)}: ${set}`,
    }),
  )
  return joinOutputs({ ...emptyOutput(), observations }, send(station, now))
}

/** `set-clock`; `query` of real-time data or, with `what: sample`, that a sample be kept. */
function obey(talk: StationTalk, command: Command, now: Date): SessionOutput {
  const station = talk.stations.get(command.device)
  const answer = (words: string): SessionOutput => ({
    ...emptyOutput(),
    answered: [{ key: command.key, ok: false, words }],
  })
  if (!station?.accepted) return answer(both(signWords.notHere))
  const until = new Date(command.until)
  const number = command.args.what === 'sample' ? '3015' : '2011'
  if (command.verb === 'set-clock') station.requests.add({ ...clock, key: command.key, until })
  else if (command.verb === 'query')
    station.requests.add({ command: number, area: () => [], key: command.key, until })
  else return answer(both(signWords.cannot))
  return send(station, now)
}
