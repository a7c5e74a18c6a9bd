// What becomes of a report that is taken: put together, recognised, understood and confirmed?

import type { SessionOutput } from '../../frames/protocol.ts'
import { recognise } from '../../frames/recall.ts'
import { emptyOutput, faultAt } from '../../frames/session-output.ts'
import type { Observation } from '../../port/port.ts'
import { dropFrame } from './admission.ts'
import { readBody, unreadBytes } from './body.ts'
import type { Header } from './codec.ts'
import { askForPackets, confirmReport } from './downward.ts'
import { ETX, type Message, momentOf, type Part } from './message.ts'
import { type Context, observe } from './observe.ts'
import { answer, isRequested, send } from './orders.ts'
import { takePart } from './parts.ts'
import { redact } from './redaction.ts'
import type { StationLine, StationSpeaker, WholeReport } from './session-state.ts'

const KEEP_ALIVE = 0x2f
const READ_CLOCK = 0x51
const LIVE = 120_000
const CLOCK_REQUEST_PAUSE = 600_000

export const takePacket = (
  line: StationLine,
  message: Message & { part: Part; bytes: Uint8Array },
  frame: Uint8Array,
  speaker: StationSpeaker,
  now: Date,
): SessionOutput => {
  const taken = takePart(line.assemblies, message, message.part, message.bytes, now)
  if ('refused' in taken)
    return dropFrame(
      line,
      frame,
      faultAt('oversize', 14, '分包报文过长', 'the packets make up too long a body'),
    )
  // The end mark of a packet: the last one, or one that was sent again (6.3.1.2 c).
  if ('waits' in taken)
    return message.end === ETX
      ? { ...emptyOutput(), replies: askForPackets(taken.waits, speaker.header, now) }
      : emptyOutput()
  const body = readBody(taken.whole, message.func, true)
  if (!body)
    return dropFrame(
      line,
      frame,
      faultAt('body', 14, '正文缺少流水号和发报时间', 'the body has no serial number and time'),
    )
  return takeBody(
    line,
    { ...message, part: { ...message.part, number: message.part.total }, body },
    frame,
    speaker,
    now,
  )
}

export const takeBody = (
  line: StationLine,
  message: WholeReport,
  frame: Uint8Array,
  speaker: StationSpeaker,
  now: Date,
): SessionOutput => {
  const { clocks } = line.registry
  const { device, peer, first } = speaker
  const sent = momentOf(message.body.sent) ?? null
  if (message.func === KEEP_ALIVE) {
    clocks.frame(device.key, { sent, sureness: 'beat' }, now)
    return emptyOutput()
  }
  const memory = line.memory(device.key)
  const key = `${message.body.serial.toString(16).padStart(4, '0')}-${message.body.sent}-${message.func.toString(16)}`
  const name = `${message.station}/${key}`
  const recognition = recognise(memory, name, now)
  if (recognition === 'replayed')
    return dropFrame(
      line,
      frame,
      faultAt('replay', 14, '重放的旧报文', 'an old frame was played again'),
    )
  const isAnswer = isRequested(line.orders, message.station, message.func)
  clocks.frame(
    device.key,
    { sent, sureness: isAnswer ? 'answer' : recognition === 'again' ? 'again' : 'data' },
    isAnswer ? now : (first ?? now),
  )
  const { observations, faults } = understand(line, message, frame, speaker, {
    clocks,
    now: first ?? now,
    held: first !== null,
    flags: recognition === 'again' ? ['retx'] : [],
    message: key,
  })
  const { answered, replies } = answer(line.orders, message.station, message.func, now)
  const confirmed = peer.silent ? [] : [confirmReport(message, peer, now)]
  const forget = () => void memory.frames.delete(name)
  const clock = peer.silent ? [] : requestClock(line, message, sent, now)
  return {
    observations,
    replies: [...confirmed, ...replies, ...clock],
    faults,
    ...(answered.length > 0 ? { answered } : {}),
    forget,
  }
}

/** Whose clock is not known, or seems to be moved, is asked for it (51): the answer is surely of now. Once in ten minutes. */
const requestClock = (
  line: StationLine,
  { station, centre, password }: Header,
  sent: Date | null,
  now: Date,
): Uint8Array[] => {
  const device = line.registry.device(station)?.key ?? ''
  const offset = line.registry.clocks.offset(device)
  const right =
    offset !== null && sent !== null && Math.abs(now.getTime() - sent.getTime() - offset) <= LIVE
  const memory = line.memory(device)
  if (right || now.getTime() - memory.clockRequestedAt < CLOCK_REQUEST_PAUSE) return []
  memory.clockRequestedAt = now.getTime()
  const until = now.getTime() + CLOCK_REQUEST_PAUSE
  return [
    send(
      line.orders,
      { key: `clock/${station}`, station, func: READ_CLOCK, address: { centre, password }, until },
      now,
    ),
  ]
}

type Known = Pick<Context, 'clocks' | 'now' | 'held' | 'flags' | 'message'>

const understand = (
  { registry }: StationLine,
  message: WholeReport,
  frame: Uint8Array,
  { device, peer }: StationSpeaker,
  known: Known,
): { observations: Observation[]; faults: SessionOutput['faults'] } => {
  const own = message.station
  const stationOf = (address: string): string | undefined => {
    if (address === own) return device.key
    return peer.speaksFor.includes(address)
      ? (registry.device(address)?.key ?? device.key)
      : undefined
  }
  const { observations, strangers } = observe(message.body, message.func, {
    ...known,
    stationOf,
    device: device.key,
  })
  const unread = unreadBytes(message.body, message.func)
  const faults = [
    ...strangers.map((address) =>
      faultAt(
        'stranger',
        14,
        `不得代报遥测站${address}`,
        `it may not speak for station ${address}`,
      ),
    ),
    ...(unread > 0
      ? [
          faultAt(
            'unread-tail',
            14,
            `正文末尾${unread}字节无法解读`,
            `${unread} bytes at the end of the body cannot be read`,
          ),
        ]
      : []),
  ]
  return {
    observations,
    faults: faults.map((one) => ({ ...one, device: device.key, bytes: redact(frame) })),
  }
}
