// What do administrators read of the ladders of supervision that they may set?
import type { Most } from './clocks/settings.ts'
import type { Instant } from './instant.ts'
import type { RungUnit } from './process.ts'
import type { RungState } from './record.ts'
import type { Text } from './words.ts'

export type Told = { key: string; words: Text }
/** One rung as it is set; `most`: null = the number is fixed. `must`: who may not be left out. */
export type RungView = {
  rung: string
  words: Text
  unit: RungUnit
  n: number
  tell: Told[]
  most: Most | null
  must: string | null
}

export type LadderStep = { rung: string; words: Text; unit: RungUnit; before: number; after: number; told: Told[]; noLonger: Told[] }
export type LadderStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn'
type By = { id: string; name: string; at: Instant }
export type LadderProposalView = {
  id: string
  process: string
  clock: string
  status: LadderStatus
  order: string
  reason: string
  proposedBy: By
  decidedBy: (By & { reason: string }) | null
  /** Every rung with what stood before and what is wanted. */
  steps: LadderStep[]
  /** The one that counts now. */
  inForce: boolean
  acts: { type: 'approve' | 'reject' | 'withdraw'; allowed: boolean; reasons: Text[] }[]
}

export type LadderRow = {
  process: string
  title: Text
  clock: string
  words: Text
  inForce: string | null
  since: Instant | null
  waiting: number
}
export type LadderList = { items: LadderRow[]; mayPropose: boolean }

/** How many open periods started under each setting. */
export type LadderCount = { ladder: string | null; since: Instant | null; running: number }
export type LadderView = LadderRow & {
  rungs: RungView[]
  /** Everybody who can be told. */
  addresses: Told[]
  counts: LadderCount[]
  history: LadderProposalView[]
  mayPropose: boolean
}

/** An open period with the dates it keeps, and those it would have if it had started under the proposal. */
export type LadderPeriodView = {
  caseId: string
  number: string
  title: string
  region: Text
  due: string
  ladder: string | null
  since: Instant | null
  rungs: { rung: string; words: Text; status: RungState['status']; keeps: Instant; instead: Instant | null }[]
}
export type LadderPeriods = { items: LadderPeriodView[]; total: number; cursor: string | null }
