// What is shown of the register: feeds, devices, who is in neither, and what waits for a second person?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { DeviceEntry } from './registry-sheet.ts'

export type RegistryFeed = {
  id: string
  name: string
  protocol: string
  region: Text
  port: number | null
  silenceSeconds: number
  enabled: boolean
  /** None of them is a secret. */
  settings: Record<string, unknown>
  devices: number
}
/** What an administrator wants of a feed that we dial; `fresh`: there is no such feed yet. */
export type FeedProposal = Pick<RegistryFeed, 'id' | 'name' | 'protocol' | 'region' | 'settings'> & {
  proposal: string
  fresh: boolean
  hasSecret: boolean
  by: string
  at: Instant
  /** Of the reader himself: another one approves it. */
  mine: boolean
}
export type RegistryView = {
  feeds: RegistryFeed[]
  proposals: FeedProposal[]
  /** Who spoke without being registered, of the last seven days. */
  unknown: { feed: string; device: string; peer: string; firstAt: Instant; lastAt: Instant; count: number }[]
  changes: { id: string; at: Instant; by: string; words: string; reason: string }[]
}
type WaitingChange = { id: string; name: string; by: string; mine: boolean }
/** Receivers of warnings, and feeds that we dial, that wait for a second administrator. */
export type RegistryWaiting = { receivers: WaitingChange[]; feeds: WaitingChange[] }
export type RegistryDevice = {
  id: string
  feed: string
  key: string
  name: string
  enterprise: string | null
  region: Text
  synthetic: boolean
  points: number
  since: Instant
}
/** A device as it may be changed: where it is null nothing stands. Secrets do not leave their rows. */
export type RegistryDeviceSettings = Omit<DeviceEntry, 'secret' | 'hosts' | 'dialect'> & {
  id: string
  protocol: string
  hosts: string[]
  dialect: Record<string, unknown>
  hasSecret: boolean
}
