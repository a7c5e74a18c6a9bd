// In which shape does the API show calendars, and what becomes of changes to them?
import type { Instant } from '../case/instant.ts'
import type { MoveCause } from '../case/move-causes.ts'
import type { Text } from '../case/words.ts'
import type { Day } from './days.ts'
import type { ProposalStatus } from './proposal.ts'
import type { Proposed } from './published.ts'

/** Years of the holiday calendar; `missing` are those that periods running now could need and nobody has decreed or imported yet. */
export type CalendarsView = {
  version: string
  /** `proposal`: by which approval the notice came in; null = committed with the product. */
  items: { year: number; decree: string; source: string; off: number; work: number; imported: boolean; proposal: string | null }[]
  overrides: { proposal: string; region: Region | null; decree: string; source: string; name: string | null; off: Day[]; work: Day[] }[]
  missing: number[]
}
type Region = { code: string; name: Text }

/** Every day of a year as the reckoning sees it, everywhere or in one region. */
export type YearView = {
  year: number
  decree: string | null
  source: string | null
  days: { date: Day; work: boolean; why: string; decreed: boolean }[]
}

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
  rungs: number
  revision: number
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
  clocks: { process: string; clock: string; moved: number; firmed: number }[]
  /** Over every moved period with both dates; equal digests, equal moves. */
  digest: string | null
}
export type DryRunView = Omit<DryRun, 'clocks'> & { clocks: (DryRun['clocks'][number] & { words: Text })[]; rows: MoveRow[] }

export type HistoryView = { at: Instant; by: string; name: string; act: string; before: unknown; after: unknown }

/** How the approved change reaches the cases, and what really moved. */
export type OutcomeView = {
  status: 'collecting' | 'running' | 'done'
  done: number
  total: number
  failed: number
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
  /** The preview no longer starts from the calendars in force. */
  outdated: boolean
  /** The same dry run once more at the moment of approval. */
  approval: DryRun | null
  outcome: OutcomeView | null
  history: HistoryView[]
  /** What this reader may do now, and why not. */
  acts: { type: 'approve' | 'reject' | 'withdraw' | 'preview'; allowed: boolean; reasons: Text[] }[]
}
