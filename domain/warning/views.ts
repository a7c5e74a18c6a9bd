// In which words do warnings and those who take them come to the browser?

import type { AlarmLevel } from '../duty/views.ts'
import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { WarningContent } from './warning-content.ts'

export type WarningType = 'Alert' | 'Update' | 'Cancel'
export type DeliveryState = 'waiting' | 'acknowledged' | 'taken' | 'refused' | 'given-up'

/** Why a receiver has not taken a message; `declined`: it says itself, in CAP, that it does not. */
export const deliveryFaults = ['unreachable', 'refused-address', 'bad-answer', 'declined'] as const
export type DeliveryFault = (typeof deliveryFaults)[number]

export type DeliveryView = {
  receiver: string
  name: string
  state: DeliveryState
  attempts: number
  answeredAt: Instant | null
  error: DeliveryFault | null
}

export type WarningRow = {
  identifier: string
  incident: string
  type: WarningType
  status: 'Actual' | 'Exercise' | 'Test'
  sent: Instant
  level: AlarmLevel
  region: Text
  headline: string
  /** Null: told by itself of an alarm. */
  by: string | null
  /** Nothing has been said of its incident since. */
  last: boolean
  deliveries: DeliveryView[]
}

export type WarningView = WarningRow & {
  sender: string
  sha256: string
  cap: string
  content: WarningContent | null
  alarm: { id: string; name: string; caseId: string | null; closed: boolean } | null
  /** All messages about its incident, the first one first. */
  chain: { identifier: string; type: WarningType; sent: Instant }[]
  mayFollow: boolean
}

export type ReceiverView = {
  id: string
  name: string
  url: string
  format: 'cap' | 'geojson'
  /** Whether what is sent is signed; the secret itself is never shown. */
  signed: boolean
  regions: string[]
  leastLevel: AlarmLevel
  exercises: boolean
  enabled: boolean
  waiting: number
  last: { state: DeliveryState; at: Instant; error: DeliveryFault | null } | null
}
/** What somebody wants of a receiver, and another administrator has not yet approved. */
export type ReceiverProposal = Omit<ReceiverView, 'waiting' | 'last'> & {
  /** The very content that is approved. */
  proposal: string
  /** There is no such receiver yet. */
  fresh: boolean
  /** Signed with another secret than before, or with none any more. */
  newSecret: boolean
  by: string
  at: Instant
  /** Whoever proposes may not approve. */
  mine: boolean
}
