// What is known on a connection with transmitters, and of whoever speaks on it?
import type { RegisteredDevice, Registry } from '../../frames/protocol.ts'
import type { Memories, Memory } from './memory.ts'
import type { Orders } from './orders.ts'
import type { OwnSizes } from './units.ts'

/**
 * What the registry may say of a transmitter beyond its address: `centre`, the address under which it must call us (12 hex digits);
 * `sizes`, bytes of its maker's own objects by type; `testBit`, whether it sets bit 0 while running.
 */
export type TransmitterPeer = { centre: string | null; sizes: OwnSizes; testBit: boolean }

export type TransmitterLine = {
  registry: Registry
  address: string
  memory: Memories
  orders: Orders
  /** Who was heard on this connection; commands go there. */
  device: string | null
}

export const transmitterPeerOf = (device: RegisteredDevice | undefined): TransmitterPeer => {
  const { centre, sizes, testBit } = device?.dialect ?? {}
  const own = Object.entries(typeof sizes === 'object' && sizes !== null ? sizes : {}).filter(
    ([, size]) => Number(size) > 0,
  )
  return {
    centre: typeof centre === 'string' ? centre.toUpperCase() : null,
    sizes: Object.fromEntries(own.map(([type, size]) => [Number(type), Number(size)])),
    testBit: testBit === true,
  }
}

/** `first`: see `Session`. */
export type TransmitterSpeaker = {
  device: RegisteredDevice
  peer: TransmitterPeer
  memory: Memory
  first: Date | null
}
