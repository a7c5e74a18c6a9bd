// Whose frames are heard, and what becomes of those that are not taken?

import type { Fault, RegisteredDevice, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, faultAt } from '../../frames/session-output.ts'
import { headerOf } from './codec.ts'
import { ETB, ETX, type Message } from './message.ts'
import { redact } from './redaction.ts'
import type { StationLine, StationPeer } from './session-state.ts'

// Whatever is wrong, nothing is answered: the station sends again (6.3.1.2).
export const dropFrame = (
  { registry }: StationLine,
  bytes: Uint8Array,
  bad: Fault,
): SessionOutput => {
  const header = headerOf(bytes)
  const device = header && registry.device(header.station)
  return {
    ...emptyOutput(),
    faults: [{ ...bad, device: device?.key ?? null, bytes: redact(bytes) }],
  }
}

export const strangeStation = (device: string, frame: Uint8Array): SessionOutput => ({
  ...emptyOutput(),
  faults: [
    {
      ...faultAt('unknown-device', 3, '未登记的遥测站地址', 'the station is not registered'),
      device,
      bytes: redact(frame),
    },
  ],
})

export const stationRefusal = (
  { address }: StationLine,
  message: Message,
  { hosts, secret }: RegisteredDevice,
  { centre }: StationPeer,
): Fault | undefined => {
  if (message.direction !== 'up')
    return faultAt('direction', 11, '不是上行报文', 'not from a station')
  if (message.end !== ETX && message.end !== ETB)
    return faultAt('end', 12, '上行报文结束符无效', 'no station ends a report so')
  if (hosts.length > 0 && !hosts.includes(address))
    return faultAt(
      'host',
      3,
      '来自未登记的网络地址',
      'it calls from an address that is not its own',
    )
  if (centre !== null && message.centre !== centre)
    return faultAt('target', 2, '中心站地址不是本中心', 'it does not speak to this centre')
  if (secret === null)
    return faultAt('no-secret', 8, '登记时未设密码', 'no password is registered for it')
  const right =
    message.password.toString(16).padStart(4, '0') === secret.toLowerCase().padStart(4, '0')
  return right ? undefined : faultAt('password', 8, '密码错误', 'wrong password')
}
