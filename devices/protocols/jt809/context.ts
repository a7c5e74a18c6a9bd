// What is known of a message of data, and whether of a vehicle that is registered?

import type { Registry, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput } from '../../frames/session-output.ts'
import type { Flag } from '../../port/port.ts'
import type { Message809, Vehicle } from './message.ts'
import { vehicleKey } from './observe.ts'
import { type Peer, untaken, type VehicleMemory } from './peer.ts'

export const MINUTE = 60_000

/** `first`: when the frame was received first, if it could not be stored then. `live`: the platform has sent it just now, by a clock that is known. */
export type Context809 = {
  peer: Peer
  registry: Registry
  message: Message809
  frame: Uint8Array
  now: Date
  first: Date
  flags: Flag[]
  live: boolean
}

/** Whom it is about; null: the platform itself. */
export const vehicleAbout = ({ body: { values, vehicle } }: Message809): Vehicle | null => {
  const named =
    'plate' in values ? { plate: String(values.plate), colour: Number(values.colour) } : vehicle
  return named !== null && named.plate.trim() !== '' ? named : null
}

/** Whoever may sign in could else end the alarms of any vehicle of another. Null: it may speak for it. */
export const ofAnotherPlatform = ({
  peer,
  registry,
  message,
  frame,
}: Context809): SessionOutput | null => {
  const vehicle = vehicleAbout(message)
  const key = vehicle && vehicleKey(vehicle)
  const via = key === null ? undefined : registry.device(key)?.dialect.via
  return key === null || via === undefined || String(via) === peer.key
    ? null
    : untaken(key, 'other-platform', '车辆属于其他平台', 'a vehicle of another platform', frame)
}

/** Reported once a day; without a registration a vehicle is listed for somebody to enrol, but raises no alarm. */
export const knownVehicle = (
  { registry, frame, now }: Context809,
  key: string,
  memory: VehicleMemory,
): { registered: boolean; output: SessionOutput } => {
  if (registry.device(key)) return { registered: true, output: emptyOutput() }
  if (memory.unknown === dayIn(now)) return { registered: false, output: emptyOutput() }
  memory.unknown = dayIn(now)
  return {
    registered: false,
    output: untaken(
      key,
      'unknown-vehicle',
      '未登记的车辆',
      'a vehicle that is not registered',
      frame,
    ),
  }
}

export const dayIn = (now: Date): string =>
  new Date(now.getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10)
