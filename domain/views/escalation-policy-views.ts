// What do administrators read of the escalation policies of supervision that they may set?

import type { Most } from '../engine/clocks/settings.ts'
import type { Text } from '../language/words.ts'
import type { EscalationLevelUnit } from '../model/process.ts'
import type { EscalationLevelState } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'

export type Told = { key: string; words: Text }
/** One level as it is set; `most`: null = the number is fixed. `must`: who may not be left out. */
export type EscalationLevelView = {
  escalationLevel: string
  words: Text
  unit: EscalationLevelUnit
  n: number
  notify: Told[]
  most: Most | null
  must: string | null
}

export type EscalationPolicyStep = {
  escalationLevel: string
  words: Text
  unit: EscalationLevelUnit
  before: number
  after: number
  told: Told[]
  noLonger: Told[]
}
export type EscalationPolicyStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn'
type By = { id: string; name: string; at: Instant }
export type EscalationPolicyProposalView = {
  id: string
  process: string
  clock: string
  status: EscalationPolicyStatus
  order: string
  reason: string
  proposedBy: By
  decidedBy: (By & { reason: string }) | null
  /** Every level with what stood before and what is wanted. */
  steps: EscalationPolicyStep[]
  /** The one that counts now. */
  inForce: boolean
  acts: { type: 'approve' | 'reject' | 'withdraw'; allowed: boolean; reasons: Text[] }[]
}

export type EscalationPolicyRow = {
  process: string
  title: Text
  clock: string
  words: Text
  inForce: string | null
  since: Instant | null
  waiting: number
}
export type EscalationPolicyList = { items: EscalationPolicyRow[]; mayPropose: boolean }

/** How many open periods started under each setting. */
export type EscalationPolicyCount = { escalationPolicy: string | null; since: Instant | null; running: number }
export type EscalationPolicyView = EscalationPolicyRow & {
  escalationLevels: EscalationLevelView[]
  /** Everybody who can be told. */
  addresses: Told[]
  counts: EscalationPolicyCount[]
  history: EscalationPolicyProposalView[]
  mayPropose: boolean
}

/** An open period with the dates it keeps, and those it would have if it had started under the proposal. */
export type EscalationPolicyPeriodView = {
  caseId: string
  number: string
  title: string
  region: Text
  due: string
  escalationPolicy: string | null
  since: Instant | null
  escalationLevels: {
    escalationLevel: string
    words: Text
    status: EscalationLevelState['status']
    keeps: Instant
    instead: Instant | null
  }[]
}
export type EscalationPolicyPeriods = { items: EscalationPolicyPeriodView[]; total: number; cursor: string | null }
