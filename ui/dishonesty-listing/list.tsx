// Which quick filters does the list of listings offer?
import type { QuickFilter } from '../list/additions.ts'
import { dishonestyListingWords as w } from './words.ts'

export const quickFilters: QuickFilter[] = [
  { id: 'open', words: w.openOnly, passes: (row) => row.status === 'open' },
  { id: 'overdue', words: w.overdueOnly, passes: (row) => row.due?.overdue === true },
  { id: 'closed', words: w.closedOnly, passes: (row) => row.status === 'closed' },
]
