// What is known on a connection with stations, and of each over all its connections?
import type { bucket } from '../../frames/bucket.ts'
import type { Registry, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput } from '../../frames/session-output.ts'
import type { SeenMessages } from './seen-messages.ts'
import type { StationState } from './station.ts'
import { faultOf } from './words.ts'

export type StationPast = {
  bucket: ReturnType<typeof bucket>
  seenMessages: SeenMessages
  replayReportedAt: number
}
export type StationTalk = {
  registry: Registry
  address: string
  history: (device: string) => StationPast
  stations: Map<string, StationState>
}

export const refusedFrame = (
  reason: string,
  device: string | null,
  bytes: Uint8Array,
): SessionOutput => ({
  ...emptyOutput(),
  faults: [{ ...faultOf(reason), device, bytes }],
})
