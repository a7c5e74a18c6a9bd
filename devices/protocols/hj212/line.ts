// What is known on a connection with stations, and of each over all its connections?
import type { bucket } from '../../frames/bucket.ts'
import { heardNothing } from '../../frames/heard.ts'
import type { Heard, Registry } from '../../frames/protocol.ts'
import type { Sayings } from './sayings.ts'
import type { Seat } from './seat.ts'
import { faultOf } from './words.ts'

export type StationPast = {
  bucket: ReturnType<typeof bucket>
  sayings: Sayings
  replayToldAt: number
}
export type StationTalk = {
  registry: Registry
  address: string
  past: (device: string) => StationPast
  seats: Map<string, Seat>
}

export const refusedFrame = (reason: string, device: string | null, bytes: Uint8Array): Heard => ({
  ...heardNothing(),
  faults: [{ ...faultOf(reason), device, bytes }],
})
