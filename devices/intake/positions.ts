// How is a position of a vehicle kept?
import type { KnownDevice } from '../episodes/registry.ts'
import type { Flag, Position } from '../port/port.ts'
import type { PositionRow } from '../readings/store.ts'
import { packedFlags } from './quality.ts'

/** A terminal that does not know it often says 65535. */
const noDirection = -1

export const positionRow = (
  device: Pick<KnownDevice, 'id'>,
  one: Position,
  { feed, now, flags }: { feed: string; now: Date; flags: readonly Flag[] },
): PositionRow => {
  const { at, lon, lat, speedKmh, direction, altitude, alarmBits, statusBits } = one
  return {
    feed,
    device: device.id,
    at,
    receivedAt: now.toISOString(),
    lon,
    lat,
    speedKmh,
    direction: direction >= 0 && direction <= 360 ? Math.round(direction) % 360 : noDirection,
    altitude,
    alarmBits,
    statusBits,
    flags: packedFlags(flags),
  }
}
