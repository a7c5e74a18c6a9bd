// How does the centre speak with telemetry stations (SL 651-2014, 6.3)?

import type { ProtocolDriver, Session, SessionOutput } from '../../frames/protocol.ts'
import { perDevice, recall } from '../../frames/recall.ts'
import { emptyOutput, faultAt, refusedCommand, slowedDown } from '../../frames/session-output.ts'
import type { Command } from '../../port/port.ts'
import { dropFrame, stationRefusal, strangeStation } from './admission.ts'
import { type Header, sl651 } from './codec.ts'
import { askForPackets } from './downward.ts'
import { functionFor, remind, send } from './orders.ts'
import { waited } from './parts.ts'
import { redact, restore } from './redaction.ts'
import { takeBody, takePacket } from './reports.ts'
import { type StationLine, type StationMemory, stationPeerOf } from './session-state.ts'

const FRAMES_PER_SECOND = 5

/** TCP or UDP. Two connections of one station share what is remembered of it; five frames a second, fifty at once. */
export const driverOfSl651 = (transport: 'tcp' | 'udp'): ProtocolDriver => {
  const memory = perDevice(
    (): StationMemory => ({
      ...recall(FRAMES_PER_SECOND, 50),
      clockRequestedAt: Number.NEGATIVE_INFINITY,
    }),
  )
  return {
    protocol: 'sl651',
    transport,
    framer: () => sl651.framer({ packets: transport === 'udp' }),
    createSession: (registry, { address }) =>
      sessionOf({
        registry,
        address,
        memory,
        orders: { open: [] },
        assemblies: new Map(),
        headers: new Map(),
      }),
    restore,
    idleSeconds: 300,
  }
}

const sessionOf = (line: StationLine): Session => ({
  open: emptyOutput,
  redact,
  receive: (result, now, first) =>
    result.ok
      ? receiveFrame(line, result.frame, now, first ?? null)
      : dropFrame(line, result.bytes, result.fault),
  tick: (now) => tick(line, now),
  command: (command, now) => order(line, command, now),
})

const receiveFrame = (
  line: StationLine,
  frame: Uint8Array,
  now: Date,
  first: Date | null,
): SessionOutput => {
  const decoded = sl651.decode(frame, {})
  if (!decoded.ok) return dropFrame(line, frame, decoded.fault)
  const { message } = decoded
  const device = line.registry.device(message.station)
  if (!device) return strangeStation(message.station, frame)
  const peer = stationPeerOf(device)
  const bad = stationRefusal(line, message, device, peer)
  if (bad) return dropFrame(line, frame, bad)
  if (!message.part && !line.memory(device.key).bucket.take(now))
    return slowedDown(
      dropFrame(line, frame, faultAt('flood', 0, '报文过于频繁', 'more than 5 frames a second')),
      FRAMES_PER_SECOND,
    )
  const { direction, centre, station, password, func } = message
  const header: Header = { direction, centre, station, password, func }
  line.headers.set(device.key, header)
  const speaker = { device, peer, header, first }
  const output = message.part
    ? takePacket(line, message, frame, speaker, now)
    : takeBody(line, message, frame, speaker, now)
  return { ...output, device: device.key }
}

const tick = (line: StationLine, now: Date): SessionOutput => {
  const { again, lost } = waited(line.assemblies, now)
  const { answered, replies } = remind(line.orders, now)
  const headers = [...line.headers.values()]
  const naks = again.flatMap((assembly) => {
    const header = headers.find(({ station }) => station === assembly.station)
    return header ? askForPackets(assembly, { ...header, func: assembly.func }, now) : []
  })
  const faults = lost.map(({ station, total, packets }) => ({
    ...faultAt(
      'incomplete',
      0,
      `分包报文缺少${total - packets.size}包`,
      `${total - packets.size} packets never came`,
    ),
    device: line.registry.device(station)?.key ?? null,
    bytes: new Uint8Array(0),
  }))
  return {
    observations: [],
    replies: [...naks, ...replies],
    faults,
    ...(answered.length > 0 ? { answered } : {}),
  }
}

const order = (line: StationLine, command: Command, now: Date): SessionOutput => {
  if (line.orders.open.some(({ key }) => key === command.key)) return emptyOutput()
  const func = functionFor(command)
  const header = line.headers.get(command.device)
  const until = Date.parse(command.until)
  if (func === undefined)
    return refusedCommand(command, '遥测站不接受此命令', 'it takes no such command')
  if (!header)
    return refusedCommand(command, '遥测站未在此连接上', 'the station is not on this connection')
  if (now.getTime() > until) return refusedCommand(command, '已过时限', 'too late')
  const { station, centre, password } = header
  return {
    ...emptyOutput(),
    replies: [
      send(
        line.orders,
        { key: command.key, station, func, address: { centre, password }, until },
        now,
      ),
    ],
  }
}
