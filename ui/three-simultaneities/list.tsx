// Which quick filters does the list of construction projects offer?
import type { QuickFilter } from '../list/additions.ts'
import { projectWords as w } from './words.ts'

export const quickFilters: QuickFilter[] = [
  { id: 'open', words: w.openOnly, passes: (row) => row.status === 'open' },
  { id: 'overdue', words: w.overdueOnly, passes: (row) => row.due?.overdue === true },
  { id: 'expired', words: w.expiredOnly, passes: (row) => row.level === 3 },
  { id: 'barred', words: w.barredOnly, passes: (row) => row.level === 2 },
  { id: 'closed', words: w.closedOnly, passes: (row) => row.status === 'closed' },
]
