// How does the monitoring centre speak with transmitters (GB/T 26875.3-2011, chapter 6)?

import type { ProtocolDriver, Session, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, faultAt, refusedCommand, slowedDown } from '../../frames/session-output.ts'
import type { Command } from '../../port/port.ts'
import { refuseFrame, refuseQuietly, strangeTransmitter, transmitterRefusal } from './admission.ts'
import { gb26875, headerOf } from './codec.ts'
import { takeFrame } from './data.ts'
import { sendRequest } from './downward.ts'
import { FRAMES_PER_SECOND, memories } from './memory.ts'
import { remind, unitFor } from './orders.ts'
import { type TransmitterLine, transmitterPeerOf } from './session-state.ts'

/** TCP or UDP. Two connections of one transmitter share what is remembered of it. */
export const driverOfGb26875 = (transport: 'tcp' | 'udp'): ProtocolDriver => {
  const memory = memories()
  return {
    protocol: 'gb26875',
    transport,
    framer: () => gb26875.framer({ packets: transport === 'udp' }),
    createSession: (registry, { address }) =>
      sessionOf({ registry, address, memory, orders: { open: [] }, device: null }),
    idleSeconds: 180,
  }
}

const sessionOf = (line: TransmitterLine): Session => ({
  open: emptyOutput,
  receive: (result, now, first) =>
    result.ok
      ? receiveFrame(line, result.frame, now, first ?? null)
      : refuseFrame(line, result.bytes, result.fault, now),
  tick: (now) => ({ ...emptyOutput(), ...remind(line.orders, now) }),
  command: (command, now) => order(line, command, now),
})

const receiveFrame = (
  line: TransmitterLine,
  frame: Uint8Array,
  now: Date,
  first: Date | null,
): SessionOutput => {
  const device = line.registry.device(headerOf(frame)?.source ?? '')
  const peer = transmitterPeerOf(device)
  const decoded = gb26875.decode(frame, { sizes: peer.sizes })
  if (!decoded.ok) return refuseFrame(line, frame, decoded.fault, now)
  const { message } = decoded
  if (!device) return strangeTransmitter(message.source, frame)
  const bad = transmitterRefusal(line, message, device, peer)
  if (bad) return refuseFrame(line, frame, bad, now)
  const memory = line.memory(device.key)
  if (!memory.bucket.take(now))
    return slowedDown(
      refuseQuietly(
        frame,
        faultAt('flood', 0, '报文过于频繁', 'more than 20 frames a second'),
        device.key,
      ),
      FRAMES_PER_SECOND,
    )
  line.device = device.key
  memory.centre = message.target
  return {
    ...takeFrame(line, message, frame, { device, peer, memory, first }, now),
    device: device.key,
  }
}

const order = (line: TransmitterLine, command: Command, now: Date): SessionOutput => {
  if (line.orders.open.some(({ key }) => key === command.key)) return emptyOutput()
  const unit = unitFor(command, now)
  const until = Date.parse(command.until)
  if (!unit) return refusedCommand(command, '装置不接受此命令', 'it takes no such command')
  if (line.device !== command.device)
    return refusedCommand(command, '装置未在此连接上', 'the transmitter is not on this connection')
  if (now.getTime() > until) return refusedCommand(command, '已过时限', 'too late')
  return {
    ...emptyOutput(),
    replies: [sendRequest(line, line.device, { key: command.key, unit, until }, now)],
  }
}
