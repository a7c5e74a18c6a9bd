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
import type { Command, Sign } from '../../port/port.ts'
import { codec, peek } from './codec.ts'
import { dialectOf } from './dialect.ts'
import { createFramer } from './frame.ts'
import { type Meaning, meaningOf, numberOf, stampOf } from './meaning.ts'
import { clean, dataOf, flagOf, headerOf, type Message, messageOf } from './message.ts'
import { digest, keyOf } from './message-key.ts'
import { isRepeated, type Objection, objectionTo, partOf } from './objection.ts'
import { observe } from './observe.ts'
import { restorePassword, withoutPasswords } from './redaction.ts'
import { createSeenMessages, type SeenMessages } from './seen-messages.ts'
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
import { both, commands, faultOf, signWords } from './words.ts'

const FRAMES_PER_SECOND = 5
const BURST = 50
const HOUR = 3_600_000
const SKEW = 10 * 60_000
const MOST_UNKNOWN = 256

/** HJ 212 over TCP. How much a station says, and what it said before, is known over all its connections. */
export const driverOfHj212 = (): ProtocolDriver => {
  const history = perDevice(
    (): StationHistory => ({
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

type StationHistory = {
  bucket: ReturnType<typeof bucket>
  seenMessages: SeenMessages
  replayReportedAt: number
}
type SessionState = {
  registry: Registry
  address: string
  history: (device: string) => StationHistory
  stations: Map<string, StationState>
}

const nothing = (): SessionOutput => ({ observations: [], replies: [], faults: [] })
const refusal = (reason: string, device: string | null, bytes: Uint8Array): SessionOutput => ({
  ...nothing(),
  faults: [{ ...faultOf(reason), device, bytes }],
})

function sessionOf(registry: Registry, address: string, history: SessionState['history']): Session {
  const state: SessionState = { registry, address, history, stations: new Map() }
  return {
    open: nothing,
    receive: (result, now, first) => receive(state, result, now, first ?? now),
    tick: (now) =>
      [...state.stations.values()]
        .filter(({ accepted }) => accepted)
        .reduce((output, station) => join(output, tick(station, now)), nothing()),
    command: (command, now) => obey(state, command, now),
  }
}

function join(one: SessionOutput, other: SessionOutput): SessionOutput {
  return {
    ...{ ...one, ...other },
    observations: [...one.observations, ...other.observations],
    replies: [...one.replies, ...other.replies],
    faults: [...one.faults, ...other.faults],
    answered: [...(one.answered ?? []), ...(other.answered ?? [])],
  }
}

/** `first`: see `Session`. */
function receive(state: SessionState, result: FramerResult, now: Date, first: Date): SessionOutput {
  if (!result.ok) {
    const [only, ...more] = state.stations.keys()
    return {
      ...nothing(),
      faults: [
        { ...result.fault, device: more.length === 0 ? (only ?? null) : null, bytes: result.bytes },
      ],
    }
  }
  const name = peek(result.frame, 'MN')
  const device = name === undefined ? undefined : state.registry.device(name)
  if (!device) return stranger(state, name, result.frame)
  if (device.hosts.length > 0 && !device.hosts.includes(state.address))
    return refusal('wrong-host', device.key, result.frame)
  if (!state.history(device.key).bucket.take(now)) return tooMuch(device.key, result.frame)
  const station = stationOf(state, device)
  const decoded = codec.decode(result.frame, station.dialect)
  if (decoded.ok) return take(state, station, decoded.message, result.frame, now, first)
  const faults = [{ ...decoded.fault, device: device.key, bytes: result.frame }]
  return {
    ...nothing(),
    faults,
    replies: decoded.fault.reason === 'sum' ? complaint(result.frame, station) : [],
  }
}

function tooMuch(device: string, frame: Uint8Array): SessionOutput {
  const { faults, ...output } = refusal('flood', device, frame)
  return {
    ...output,
    faults: faults.map((fault) => ({ ...fault, mild: true })),
    waitMs: 1000 / FRAMES_PER_SECOND,
  }
}

// Who is not registered hears nothing; only a line on which a station has shown itself is told that the MN is wrong.
function stranger(state: SessionState, name: string | undefined, frame: Uint8Array): SessionOutput {
  const signedIn = [...state.stations.values()].find(({ accepted }) => accepted)
  const decoded = codec.decode(frame, signedIn?.dialect ?? dialectOf({}))
  if (!decoded.ok && decoded.fault.reason === 'sum')
    return { ...nothing(), faults: [{ ...decoded.fault, device: null, bytes: frame }] }
  const replies =
    signedIn && decoded.ok ? replyTo(decoded.message, signedIn, '9011', [[['QnRtn', '4']]]) : []
  return { ...refusal('unknown-device', name === undefined ? null : clean(name), frame), replies }
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

function stationOf({ stations }: SessionState, device: RegisteredDevice): StationState {
  const fresh = createStationState(device)
  const station = stations.get(device.key) ?? fresh
  stations.set(device.key, station)
  // What the registry says may have changed since.
  return Object.assign(station, { device, dialect: fresh.dialect })
}

function take(
  state: SessionState,
  station: StationState,
  message: Message,
  frame: Uint8Array,
  now: Date,
  first: Date,
): SessionOutput {
  const { clocks } = state.registry
  const wrong = objectionTo(message, station.device, now, clocks.offset(station.device.key))
  // Too old or too new: where a clock was moved, more of the like will follow.
  if (wrong?.reason === 'replay' || wrong?.reason === 'future')
    clocks.frame(station.device.key, { sent: numberOf(message), sureness: 'data' }, first)
  if (wrong?.reason === 'replay') return replayed(state, station, frame, now)
  if (wrong) return objected(message, station, frame, wrong)
  if (isUncovered(message, station)) return refusal('plain-text', station.device.key, frame)
  const greet = !station.accepted && station.dialect.greets
  const answers = look(commands, headerOf(message, 'CN'))?.kind === 'answer'
  Object.assign(station, { accepted: true, version: flagOf(message)?.version ?? station.version })
  if (!answers) station.system = headerOf(message, 'ST') ?? station.system
  if (answers) learnClock(state, station, message, now)
  const output = answers
    ? { ...nothing(), answered: station.requests.answer(message, now) }
    : takeMessage(state, station, message, frame, now, first)
  if (greet) for (const request of greetings(station)) station.requests.add(request)
  return { ...join(output, send(station, now)), device: station.device.key }
}

function objected(
  message: Message,
  station: StationState,
  frame: Uint8Array,
  { reason, answer }: Objection,
): SessionOutput {
  const replies =
    answer === null ? [] : replyTo(message, station, '9011', [[['QnRtn', String(answer)]]])
  return { ...refusal(reason, station.device.key, frame), replies }
}

/** It has taken over our time (1012): what it says from now on is by our clock. */
function learnClock(
  { registry }: SessionState,
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
    ...nothing(),
    replies: due.send.map((request) => requestTo(station, request, now)),
    answered: due.answered,
  }
}

function takeMessage(
  state: SessionState,
  station: StationState,
  message: Message,
  frame: Uint8Array,
  now: Date,
  firstReceived: Date,
): SessionOutput {
  const device = station.device.key
  const { seenMessages } = state.history(device)
  const [number, content] = [keyOf(message), digest(message)]
  const fingerprint = `${number} ${content}`
  const recognition = seenMessages.recognise(fingerprint, now)
  // Who says himself that he repeats tells history, and may do so for days.
  if (
    station.memory.recognise(number, content) === 'other' ||
    (recognition.kind === 'seen' && !isRepeated(message))
  )
    return replayed(state, station, frame, now)
  // A resend is made observations of again, of the same moments: whether the first could be stored is only known to the store, which keeps one.
  const first = recognition.first ?? firstReceived
  const meaning = meaningOf(station, message, first, now)
  const { command, dataTime } = meaning
  if (!dataTime) return refusal(partOf(message) ? 'part-without-time' : 'data-time', device, frame)
  const stamp = stampOf(
    state.registry.clocks,
    device,
    message,
    { dataTime, again: recognition.kind === 'again' },
    first,
  )
  if (!stamp) {
    return {
      ...refusal('future', device, frame),
      replies: replyTo(message, station, '9011', [[['QnRtn', '100']]]),
    }
  }
  const at = new Date(stamp.at)
  const shift = at.getTime() - dataTime.getTime()
  const { observations, unknown } = observe(message, {
    ...{
      device,
      dialect: station.dialect,
      message: meaning.key,
      dataTime: at,
      shift,
      flags: stamp.flags,
    },
  })
  const off = isRepeated(message) ? 0 : (numberOf(message) ?? dataTime).getTime() - first.getTime()
  const signs = setClock(
    station,
    { command, off: Math.abs(off) > SKEW ? off : 0, known: stamp.flags.includes('skew') },
    now,
  )
  if (recognition.kind === 'new')
    seenMessages.keep(fingerprint, { first, now, lasting: headerOf(message, 'QN') !== undefined })
  return {
    observations: [...observations, ...signs],
    replies: acknowledgement(station, message, command),
    faults: [...lengthOff(station, message, frame), ...unknownOnce(station, unknown, frame)],
    ...(recognition.kind === 'new' ? { forget: () => seenMessages.forget(fingerprint) } : {}),
  }
}

/** Somebody replays what he has recorded: each is counted, and people are notified once an hour. */
function replayed(
  state: SessionState,
  { device }: StationState,
  frame: Uint8Array,
  now: Date,
): SessionOutput {
  const output = refusal('replay', device.key, frame)
  const history = state.history(device.key)
  if (now.getTime() - history.replayReportedAt < HOUR) return output
  history.replayReportedAt = now.getTime()
  const text = `${both(signWords.replayed)}: ${state.address}`
  const sign: Sign = {
    kind: 'sign',
    device: device.key,
    sign: 'replay',
    text,
    at: now.toISOString(),
    flags: [],
  }
  const forget = (): void => {
    history.replayReportedAt = Number.NEGATIVE_INFINITY
  }
  return { ...output, observations: [sign], forget }
}

function acknowledgement(station: StationState, message: Message, command: string): Uint8Array[] {
  if (look(commands, command)?.kind === 'notice') return replyTo(message, station, '9013')
  return flagOf(message)?.acknowledge ? replyTo(message, station, '9014') : []
}

/** `off`: by how many ms its clock seems to be wrong; that it is, unless it is `known`, what it answers to our time will tell. */
function setClock(
  station: StationState,
  { off, known, command }: Pick<Meaning, 'command'> & { off: number; known: boolean },
  now: Date,
): Sign[] {
  const requested = command === '1013'
  if (!requested && (off === 0 || now.getTime() - station.clockSetAt < HOUR)) return []
  station.clockSetAt = now.getTime()
  station.requests.add(clock)
  if (off === 0 || !known) return []
  const text = `${both(signWords.clockSkew)}: ${Math.round(off / 1000)}`
  return [
    {
      kind: 'sign',
      device: station.device.key,
      sign: 'clock-skew',
      text,
      at: now.toISOString(),
      flags: ['skew'],
    },
  ]
}

function lengthOff(
  { device }: StationState,
  message: Message,
  frame: Uint8Array,
): SessionOutput['faults'] {
  return message.lengthOff
    ? [{ ...faultOf('length-off', 2), device: device.key, bytes: frame }]
    : []
}

function unknownOnce(
  station: StationState,
  unknown: string[],
  frame: Uint8Array,
): SessionOutput['faults'] {
  const fresh = unknown
    .map(clean)
    .filter((code) => !station.unknown.has(code) && station.unknown.size < MOST_UNKNOWN)
  for (const code of fresh) station.unknown.add(code)
  return fresh.map((code) => ({
    ...faultOf('unknown-code', 0, code),
    device: station.device.key,
    bytes: frame,
  }))
}

function tick(station: StationState, now: Date): SessionOutput {
  const observations = station.parts.givenUp(now).map(
    (set): Sign => ({
      ...{
        kind: 'sign',
        device: station.device.key,
        sign: 'parts-missing',
        flags: [],
        at: now.toISOString(),
      },
      text: `${both(signWords.partsMissing)}: ${set}`,
    }),
  )
  return join({ ...nothing(), observations }, send(station, now))
}

/** `set-clock`; `query` of real-time data or, with `what: sample`, that a sample be kept. */
function obey(state: SessionState, command: Command, now: Date): SessionOutput {
  const station = state.stations.get(command.device)
  const answer = (words: string): SessionOutput => ({
    ...nothing(),
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
