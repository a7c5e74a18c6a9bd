// What becomes of a frame that is taken: recognised, understood and acknowledged?
import { createHash } from 'node:crypto'
import type { Sureness } from '../../clocks/device-clock.ts'
import type { Fault, SessionOutput } from '../../frames/protocol.ts'
import { forgetUndated, isOff, recognise, WINDOW } from '../../frames/recall.ts'
import { emptyOutput, faultAt } from '../../frames/session-output.ts'
import type { Flag } from '../../port/port.ts'
import { refuseQuietly } from './admission.ts'
import { askForState, replyToFrame, setTransmitterClock } from './downward.ts'
import {
  ACKNOWLEDGED,
  DATA,
  DENIED,
  type Header,
  type Message,
  RESPONSE,
  tagged,
} from './message.ts'
import { observe } from './observe.ts'
import { answer, CLOCK, dutyAnswered, orderOf } from './orders.ts'
import type { TransmitterLine, TransmitterSpeaker } from './session-state.ts'
import { measures } from './words.ts'

const LIVE = 120_000

export const takeFrame = (
  line: TransmitterLine,
  message: Message,
  frame: Uint8Array,
  speaker: TransmitterSpeaker,
  now: Date,
): SessionOutput => {
  if (message.command === DATA) return takeData(line, message, frame, speaker, now)
  if (message.command === RESPONSE) {
    if (orderOf(line.orders, message)) learn(line, message, speaker, 'answer', now)
    const received = { bytes: frame, key: keyOf(message, frame) }
    const understood = understand(line, message, received, speaker, now, [])
    const { answered, replies } = answer(line.orders, message, now)
    return { ...understood, answered, replies: [...replies, ...understood.replies] }
  }
  if (
    message.command === ACKNOWLEDGED &&
    orderOf(line.orders, message)?.unit.type === CLOCK &&
    !isOff(tagged(message.sent), now, LIVE)
  )
    learn(line, message, speaker, 'answer', now)
  if (message.command === ACKNOWLEDGED || message.command === DENIED)
    return { ...emptyOutput(), ...answer(line.orders, message, now) }
  return refuseQuietly(
    frame,
    faultAt('unknown-command', 26, '用户自定义命令', 'a command of its maker'),
    speaker.device.key,
  )
}

const takeData = (
  line: TransmitterLine,
  message: Message,
  frame: Uint8Array,
  speaker: TransmitterSpeaker,
  now: Date,
): SessionOutput => {
  if (message.units.length === 0 && message.rest.length === 0)
    return heartbeat(line, message, speaker, now)
  const key = keyOf(message, frame)
  const undated = isUndated(message)
  if (undated) forgetUndated(speaker.memory, key, now)
  const recognition = recognise(speaker.memory, key, now)
  if (recognition === 'replayed')
    return refuseQuietly(
      frame,
      faultAt('replay', 2, '重放的旧报文', 'an old frame was played again'),
      speaker.device.key,
    )
  // A resend is of the happening that was told first; what comes after its window is another.
  const happening = undated ? `${key}-${speaker.memory.frames.get(key)}` : key
  const understood = understand(
    line,
    message,
    { bytes: frame, key: happening },
    speaker,
    now,
    recognition === 'again' ? ['retx'] : [],
  )
  const duty = message.units.flatMap(({ type, items }) =>
    type === 24 ? items.filter(({ act }) => ((act ?? 0) & 0x20) !== 0) : [],
  )
  const answered = duty.flatMap(({ operator }) => dutyAnswered(line.orders, operator ?? 0))
  return {
    ...understood,
    replies: [replyToFrame(message, ACKNOWLEDGED, now), ...understood.replies],
    ...(answered.length > 0 ? { answered } : {}),
    forget: () => void speaker.memory.frames.delete(key),
  }
}

// Nothing to be kept of it, so nothing to be recognised: many send it with the same serial and an empty time for ever.
const heartbeat = (
  line: TransmitterLine,
  message: Message,
  speaker: TransmitterSpeaker,
  now: Date,
): SessionOutput => {
  const { device, memory } = speaker
  const sent = tagged(message.sent)
  learn(line, message, speaker, 'beat', now)
  const clock =
    sent && isOff(sent, now, WINDOW) ? setTransmitterClock(line, device.key, memory, now) : []
  return { ...emptyOutput(), replies: [replyToFrame(message, ACKNOWLEDGED, now), ...clock] }
}

const learn = (
  { registry }: TransmitterLine,
  { sent }: Message,
  { device }: TransmitterSpeaker,
  sureness: Sureness,
  now: Date,
): void => registry.clocks.frame(device.key, { sent: tagged(sent) ?? null, sureness }, now)

// A resend is reported again under the same keys: it was sent because its first answer never came, perhaps because it was never stored.
const understand = (
  line: TransmitterLine,
  message: Message,
  { bytes, key }: { bytes: Uint8Array; key: string },
  speaker: TransmitterSpeaker,
  now: Date,
  flags: Flag[],
): SessionOutput => {
  const { device, peer, memory, first } = speaker
  const answers = message.command === RESPONSE && orderOf(line.orders, message) !== undefined
  if (!answers)
    learn(line, message, speaker, flags.includes('retx') ? 'again' : 'data', first ?? now)
  const observations = observe(message, {
    device: device.key,
    memory,
    clocks: line.registry.clocks,
    now: first ?? now,
    held: first !== null,
    flags,
    message: key,
    testBit: peer.testBit,
    answersRequest: message.command === RESPONSE,
    answers,
  })
  const faults = unknownIn(message).map((one) => ({ ...one, device: device.key, bytes }))
  const clock = isOff(tagged(message.sent), first ?? now, WINDOW)
    ? setTransmitterClock(line, device.key, memory, now)
    : []
  return {
    observations,
    replies: [...clock, ...askForState(line, observations, memory, now)],
    faults,
  }
}

/** Without a clock: neither the frame nor anything in it has a time. */
const isUndated = ({ sent, units }: Message): boolean =>
  [sent, ...units.flatMap(({ items }) => items.map(({ time }) => time))].every(
    (time) => time === undefined || tagged(time) === undefined,
  )

/** Serial and time (6.5), and a digest of the frame: some makers never count, and two alarms in a second are two. */
const keyOf = ({ serial, sent }: Header, frame: Uint8Array): string => {
  const digest = createHash('sha256').update(frame).digest('hex').slice(0, 8)
  return `${serial.toString(16).padStart(4, '0')}-${Buffer.from(sent).toString('hex')}-${digest}`
}

const unknownIn = ({ units, rest }: Message): Fault[] => [
  ...(rest.length > 0
    ? [faultAt('unknown-type', 27, `未识别的数据类型${rest[0]}`, `unknown data type ${rest[0]}`)]
    : []),
  ...units
    .flatMap(({ items }) => items)
    .filter(({ kind }) => kind !== undefined && !measures[kind])
    .map(({ kind }) =>
      faultAt('unknown-kind', 27, `未识别的模拟量类型${kind}`, `unknown kind of measure ${kind}`),
    ),
]
