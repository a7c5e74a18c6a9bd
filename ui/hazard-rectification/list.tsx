// Which quick filters does the list of hazards offer?
import type { QuickFilter } from '../list/additions.ts'
import { hazardWords as w } from './words.ts'

export const quickFilters: QuickFilter[] = [
  { id: 'open', words: w.openOnly, passes: (row) => row.status === 'open' },
  { id: 'overdue', words: w.overdueOnly, passes: (row) => row.due?.overdue === true },
  { id: 'supervised', words: w.supervision, passes: (row) => row.level !== null && row.level < 4 },
  { id: 'closed', words: w.closedOnly, passes: (row) => row.status === 'closed' },
]
