// What is known on a connection with telemetry stations, and of whoever speaks on it?
import type { RegisteredDevice, Registry } from '../../frames/protocol.ts'
import type { Recall } from '../../frames/recall.ts'
import type { Header } from './codec.ts'
import type { Body, Part } from './message.ts'
import type { Orders } from './orders.ts'
import type { Assemblies } from './parts.ts'

/**
 * What the registry may say of a station beyond its address: `centre`, the number under which it must call us; `mode` M1, it wants no
 * answers; `stayOnline`, it is told to stay on line (ESC); `speaksFor`, addresses of other stations in its reports that are its to tell.
 * Its secret is the password, four hex digits.
 */
export type StationPeer = {
  centre: number | null
  silent: boolean
  stayOnline: boolean
  speaksFor: string[]
}

export type StationMemory = Recall & { clockRequestedAt: number }

export type StationLine = {
  registry: Registry
  address: string
  memory: (device: string) => StationMemory
  orders: Orders
  assemblies: Assemblies
  /** Who was heard on this connection, and how its frames are headed. */
  headers: Map<string, Header>
}

/** `first`: see `Session`. */
export type StationSpeaker = {
  device: RegisteredDevice
  peer: StationPeer
  header: Header
  first: Date | null
}

export const stationPeerOf = ({ dialect }: RegisteredDevice): StationPeer => ({
  centre: typeof dialect.centre === 'number' ? dialect.centre : null,
  silent: dialect.mode === 'M1',
  stayOnline: dialect.stayOnline === true,
  speaksFor: Array.isArray(dialect.speaksFor) ? dialect.speaksFor.map(String) : [],
})

export type WholeReport = Header & { end: number; part: Part | null; body: Body }
