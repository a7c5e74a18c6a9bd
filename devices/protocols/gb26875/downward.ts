// What does the centre send down: an answer, its time, or a question how a point stands (GB/T 26875.3-2011, 6.5)?
import { remember, WINDOW } from '../../frames/recall.ts'
import type { Observation } from '../../port/port.ts'
import { gb26875 } from './codec.ts'
import { isPresent } from './conditions.ts'
import type { Memory } from './memory.ts'
import { type Header, tagOf } from './message.ts'
import { type DeviceRequest, send, unitFor } from './orders.ts'
import { TRANSMITTER } from './points.ts'
import type { TransmitterLine } from './session-state.ts'

/** Points whose state is asked for because of one frame, and that are remembered for it. */
const MOST_REQUESTS = 4
const MOST_POINTS = 5_000

/** What is reported about another moment than now may have ended or begun since: the panel is asked how it stands (61, 62, 81). */
export const askForState = (
  line: TransmitterLine,
  observations: Observation[],
  memory: Memory,
  now: Date,
): Uint8Array[] => {
  const unsure = observations.filter((one) => one.kind === 'condition' && !isPresent(one.flags))
  const points = [
    ...new Set(unsure.flatMap((one) => (one.kind === 'condition' ? [one.point] : []))),
  ]
  const due = points
    .filter((point) => now.getTime() - (memory.requestedAt.get(point) ?? 0) >= WINDOW)
    .slice(0, MOST_REQUESTS)
  return due.flatMap((point) => {
    remember(memory.requestedAt, point, now.getTime(), MOST_POINTS)
    const [system = '', component] = point.split('/')
    const args =
      component !== undefined
        ? { read: '62', system, component }
        : point === TRANSMITTER
          ? { read: '81' }
          : { read: '61', system }
    const unit = unitFor({ verb: 'query', args }, now)
    return unit && line.device
      ? [sendRequest(line, line.device, { key: null, unit, until: now.getTime() + WINDOW }, now)]
      : []
  })
}

export const setTransmitterClock = (
  line: TransmitterLine,
  device: string,
  memory: Memory,
  now: Date,
): Uint8Array[] => {
  if (now.getTime() - memory.clockSetAt < WINDOW) return []
  memory.clockSetAt = now.getTime()
  return [
    sendRequest(
      line,
      device,
      {
        key: null,
        unit: { type: 90, items: [{ time: tagOf(now) }] },
        until: now.getTime() + WINDOW,
      },
      now,
    ),
  ]
}

export const sendRequest = (
  line: TransmitterLine,
  device: string,
  request: Pick<DeviceRequest, 'key' | 'unit' | 'until'>,
  now: Date,
): Uint8Array => {
  const memory = line.memory(device)
  const serial = memory.serial
  memory.serial = (serial + 1) & 0xffff
  return send(line.orders, { ...request, serial, at: { centre: memory.centre, device } }, now)
}

export const replyToFrame = (to: Header, command: number, now: Date): Uint8Array =>
  gb26875.encode(
    {
      ...to,
      sent: tagOf(now),
      source: to.target,
      target: to.source,
      command,
      units: [],
      rest: new Uint8Array(0),
    },
    {},
  )
