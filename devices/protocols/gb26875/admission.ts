// Whose frames are heard, and which of the others are denied?

import type { Fault, RegisteredDevice, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, faultAt } from '../../frames/session-output.ts'
import { headerOf } from './codec.ts'
import { replyToFrame } from './downward.ts'
import { ACKNOWLEDGED, DATA, DENIED, type Message, RESPONSE } from './message.ts'
import type { TransmitterLine, TransmitterPeer } from './session-state.ts'

export const strangeTransmitter = (device: string, bytes: Uint8Array): SessionOutput => ({
  ...emptyOutput(),
  faults: [
    {
      ...faultAt('unknown-device', 12, '未登记的源地址', 'the source is not registered'),
      device,
      bytes,
    },
  ],
})

export const transmitterRefusal = (
  { address }: TransmitterLine,
  { target, command }: Message,
  device: RegisteredDevice,
  { centre }: TransmitterPeer,
): Fault | undefined => {
  if (!calls(device, address))
    return faultAt(
      'host',
      12,
      '来自未登记的网络地址',
      'it calls from an address that is not its own',
    )
  if (centre !== null && target !== centre)
    return faultAt('target', 18, '目的地址不是本中心', 'it does not speak to this centre')
  if (
    command !== DATA &&
    command !== RESPONSE &&
    command !== ACKNOWLEDGED &&
    command !== DENIED &&
    command < 128
  )
    return faultAt('direction', 26, '上行方向不应有此命令', 'no transmitter sends this command')
  return undefined
}

// Nothing is answered to an address that is not the transmitter's.
const calls = ({ hosts }: RegisteredDevice, address: string): boolean =>
  hosts.length === 0 || hosts.includes(address)

/** Damage that 6.5 wants denied; the rest is noise or not ours to answer. */
const deniable = ['oversize', 'length', 'sum', 'command', 'objects', 'target', 'direction']

export const refuseFrame = (
  { registry, address }: TransmitterLine,
  bytes: Uint8Array,
  bad: Fault,
  now: Date,
): SessionOutput => {
  const header = headerOf(bytes)
  const device = header && registry.device(header.source)
  const denied = header && device && calls(device, address) && deniable.includes(bad.reason)
  return {
    observations: [],
    replies: denied ? [replyToFrame(header, DENIED, now)] : [],
    faults: [{ ...bad, device: device?.key ?? null, bytes }],
  }
}

export const refuseQuietly = (bytes: Uint8Array, bad: Fault, device: string): SessionOutput => ({
  ...emptyOutput(),
  faults: [{ ...bad, device, bytes }],
})
