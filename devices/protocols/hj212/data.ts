// What becomes of what a station tells: met before, dated, observed and acknowledged?
import { look } from '../../frames/look.ts'
import type { SessionOutput } from '../../frames/protocol.ts'
import type { Sign } from '../../port/port.ts'
import { type Meaning, meaningOf, numberOf, stampOf } from './meaning.ts'
import { clean, flagOf, headerOf, type Message } from './message.ts'
import { digest, keyOf } from './message-key.ts'
import { isRepeated, partOf } from './objection.ts'
import { observe } from './observe.ts'
import { refusedFrame, type StationTalk } from './session-state.ts'
import { clock, replyTo, type StationState } from './station.ts'
import { both, commands, faultOf, signWords } from './words.ts'

const HOUR = 3_600_000
const SKEW = 10 * 60_000
const MOST_UNKNOWN = 256

export function takeTold(
  talk: StationTalk,
  station: StationState,
  message: Message,
  frame: Uint8Array,
  now: Date,
  firstReceived: Date,
): SessionOutput {
  const device = station.device.key
  const { seenMessages } = talk.history(device)
  const [number, content] = [keyOf(message), digest(message)]
  const fingerprint = `${number} ${content}`
  const recognition = seenMessages.recognise(fingerprint, now)
  // Who says himself that he repeats tells history, and may do so for days.
  if (
    station.memory.recognise(number, content) === 'other' ||
    (recognition.kind === 'seen' && !isRepeated(message))
  )
    return takeReplayed(talk, station, frame, now)
  // A resend is made observations of again, of the same moments: whether the first could be stored is only known to the store, which keeps one.
  const first = recognition.first ?? firstReceived
  const meaning = meaningOf(station, message, first, now)
  const { command, dataTime } = meaning
  if (!dataTime)
    return refusedFrame(partOf(message) ? 'part-without-time' : 'data-time', device, frame)
  const stamp = stampOf(
    talk.registry.clocks,
    device,
    message,
    { dataTime, again: recognition.kind === 'again' },
    first,
  )
  if (!stamp) {
    return {
      ...refusedFrame('future', device, frame),
      replies: replyTo(message, station, '9011', [[['QnRtn', '100']]]),
    }
  }
  const at = new Date(stamp.at)
  const shift = at.getTime() - dataTime.getTime()
  const { observations, unknown } = observe(message, {
    device,
    dialect: station.dialect,
    message: meaning.key,
    dataTime: at,
    shift,
    flags: stamp.flags,
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

/** Somebody plays again what he has listened to: each is counted, and people are notified once an hour. */
export function takeReplayed(
  talk: StationTalk,
  { device }: StationState,
  frame: Uint8Array,
  now: Date,
): SessionOutput {
  const output = refusedFrame('replay', device.key, frame)
  const history = talk.history(device.key)
  if (now.getTime() - history.replayReportedAt < HOUR) return output
  history.replayReportedAt = now.getTime()
  const text = `${both(signWords.replayed)}: ${talk.address}`
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
