// In which shape does the API show what becomes of a change to the calendars or the rule book?

import type { Lateness } from '../engine/reproject.ts'
import type { Text } from '../language/words.ts'
import type { Unit } from '../time/count.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import type { MoveCause } from '../views/move-causes.ts'
import type { Proposed } from './change.ts'
import type { ProposalStatus } from './proposal.ts'

/** One period that moves: dates are civil, `from` = `to` when only its certainty or its reminders change. */
export type MoveRow = {
  caseId: string
  number: string
  process: string
  region: string
  clock: string
  clockWords: Text
  obligation: string
  from: Day
  to: Day
  firm: boolean
  escalationLevels: number
  revision: number
  late: Lateness | null
  /** Of the rule, where another version counts. */
  versions: { from: string | null; to: string | null } | null
}

/** What a dry run over all running periods has found, or how far it has come. */
export type DryRun = {
  /** A later run of the same preview takes the place of this one. */
  run: string
  status: 'running' | 'done' | 'failed'
  at: Instant
  base: string
  version: string
  /** Cases read so far, of so many. */
  cases: number
  total: number
  checked: number
  moved: number
  unmoved: number
  firmed: number
  /** Periods whose end now lies in the past, and those whose end no longer does. */
  newlyOverdue: number
  noLongerOverdue: number
  clocks: { process: string; clock: string; moved: number; firmed: number }[]
  /** By process and region. */
  places: { process: string; region: string; moved: number; newlyOverdue: number; noLongerOverdue: number }[]
  /** Over every moved period with both dates; equal digests, equal moves. */
  digest: string | null
}
export type DryRunView = Omit<DryRun, 'clocks' | 'places'> & {
  clocks: (DryRun['clocks'][number] & { words: Text })[]
  places: (DryRun['places'][number] & { processWords: Text; regionWords: Text })[]
  rows: MoveRow[]
}

/** A rule that a version or a promise may be entered for, as it is in force. */
export type EnterableRule = {
  rule: string
  title: Text
  process: string
  promise: boolean
  n: number
  unit: Unit
  norm: Text
  article: Text
}

export type HistoryView = { at: Instant; by: string; name: string; act: string; before: unknown; after: unknown }

/** How the approved change reaches the cases, and what really moved. */
export type OutcomeView = {
  status: 'collecting' | 'running' | 'done'
  done: number
  total: number
  failed: number
  /** Cases in the last minute. */
  perMinute: number
  /** The first of those that refused, with the error. */
  errors: { caseId: string; number: string; error: string }[]
  moved: number
  digest: string | null
  /** Equal to the preview, period by period; null while cases are under way. */
  asPreviewed: boolean | null
  differences: DifferenceView[]
  differing: number
}
export type Dates = { from: Day; to: Day; firm: boolean }
export type DifferenceView = {
  caseId: string
  number: string
  process: string
  clock: string
  clockWords: Text
  obligation: string
  expected: Dates | null
  happened: Dates | null
  cause: MoveCause
  causeWords: Text
  /** What was done in the case between preview and change, by type and in words. */
  acts: string[]
}

export type ProposalRow = {
  id: string
  status: ProposalStatus
  proposed: Proposed
  /** In words, what is changed or taken back. */
  words: Text
  reason: string
  proposedBy: { id: string; name: string; at: Instant }
  decidedBy: { id: string; name: string; at: Instant; reason: string } | null
  revokedBy: string | null
  carriedOut: boolean
}

export type ProposalView = ProposalRow & {
  base: string
  version: string
  preview: DryRunView
  /** The preview no longer starts from the calendars and rules in force. */
  outdated: boolean
  /** The same dry run once more at the moment of approval. */
  approval: DryRun | null
  outcome: OutcomeView | null
  history: HistoryView[]
  /** What this reader may do now, and why not. */
  acts: { type: 'approve' | 'reject' | 'withdraw' | 'preview'; allowed: boolean; reasons: Text[] }[]
}
