// In which shape does the API show the work of an office, who holds it, and who stands in for whom?

import type { ErrorCode } from '../language/errors.ts'
import type { Text } from '../language/words.ts'
import type { SubstitutionView } from '../organisation/substitution-views.ts'
import type { InboxRow, Page } from './case-views.ts'

/** Open tasks by the legal time left: overdue, within three working days, within ten, later or without a limit. */
export type LoadView = { open: number; overdue: number; soon: number; next: number; later: number }

export type SubstituteView = { name: string; from: string; to: string; order: string }

/** What a post may claim and nobody has. `shared`: how many of these another post of the offices may claim as well, and counts too. */
export type PoolView = LoadView & { group: string; words: Text; shared: number }

/** `left`: he holds tasks of the office but has no post for them any more. */
export type TeamMember = LoadView & {
  id: string
  name: string
  posts: Text[]
  left: boolean
  /** Tasks in his name that he can no longer work. */
  stray: number
  substitutes: SubstituteView[]
}

/** `left`: whoever holds the task has no post for it any more. */
export type TeamRow = InboxRow & { assigneeId: string | null; left: boolean }

export type TeamView = Page<TeamRow> & {
  offices: { id: string; name: Text }[]
  office: string | null
  people: TeamMember[]
  /** All that nobody has claimed, each task once. */
  pool: LoadView
  pools: PoolView[]
}

export type TeamTask = { caseId: string; taskId: string; number: string }
/** What a list of re-assignments or urges came to; with `dryRun` nothing has happened and `would` says how many could. */
export type TeamOutcome = {
  dryRun: boolean
  would: number
  done: (TeamTask & { committed: true })[]
  refused: (TeamTask & { code: ErrorCode; reasons: Text[] })[]
}

export type SubstitutionPage = { items: SubstitutionView[]; cursor: string | null }
