// Which quick filters does the list of licences offer?
import type { QuickFilter } from '../list/additions.ts'
import { licenceWords as w } from './words.ts'

export const quickFilters: QuickFilter[] = [
  { id: 'open', words: w.openOnly, passes: (row) => row.status === 'open' },
  { id: 'overdue', words: w.overdueOnly, passes: (row) => row.due?.overdue === true },
  { id: 'late', words: w.lateOnly, passes: (row) => row.level === 3 },
  { id: 'barred', words: w.barredOnly, passes: (row) => row.level === 2 },
  { id: 'closed', words: w.closedOnly, passes: (row) => row.status === 'closed' },
]
