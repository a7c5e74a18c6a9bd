// What does a session stand on: what it is given, what carries its bytes, and what was said in it?
import type { DeviceClocks } from '../clocks/clocks.ts'
import type { SessionOutput } from '../frames/protocol.ts'
import type { Intake } from '../intake/intake.ts'
import type { Observation } from '../port/port.ts'
import type { FeedHealth } from './feed-health.ts'
import type { Links } from './links.ts'
import type { Quarantine } from './quarantine.ts'
import type { Unstored } from './unstored.ts'

export type IngestDeps = {
  feed: string
  clocks: DeviceClocks
  intake: Intake
  quarantine: Quarantine
  health: FeedHealth
  links: Pick<Links, 'lost' | 'found'>
  /** Commands that a device has answered. */
  answered: (answers: NonNullable<SessionOutput['answered']>) => void
  now: () => Date
  /** How long to wait before what could not be stored is tried again, and for how long altogether. */
  storing: { againMs: number; patienceMs: number }
  /** Keeps what nobody would send again until it can be stored; absent: the sender is the one who keeps it. */
  aside?: (observations: Observation[], received: Date) => Promise<void>
  unstored: Unstored
}

/** What carries the bytes: a connection, or an address that packets come from. */
export type Transport = {
  peer: string
  write: (bytes: Uint8Array) => void
  close: (why: string) => void
  isOpen: () => boolean
  /** Who speaks here is known now. */
  knows: (device: string) => void
  dial: (to: NonNullable<SessionOutput['dial']>, device: string | null) => void
}

export const noBytes = new Uint8Array(0)

/** `bytes`: what may be kept of what it was heard of, if it was heard of anything. */
export type Said = { output: SessionOutput; bytes: Uint8Array; frame?: Uint8Array; at: Date }
