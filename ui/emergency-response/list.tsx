// Which quick filters does the list of emergencies offer?
import type { QuickFilter } from '../list/additions.ts'
import { drillMark, emergencyWords as w } from './words.ts'

export const quickFilters: QuickFilter[] = [
  { id: 'open', words: w.openOnly, passes: (row) => row.status === 'open' },
  { id: 'overdue', words: w.overdueOnly, passes: (row) => row.due?.overdue === true },
  {
    id: 'responding',
    words: w.respondingOnly,
    passes: (row) => row.status === 'open' && row.state.zh.includes(w.respondingOnly.zh),
  },
  {
    id: 'grave',
    words: w.graveOnly,
    passes: (row) => row.level !== null && row.level <= 3,
  },
  { id: 'real', words: w.realOnly, passes: (row) => !row.title.startsWith(drillMark) },
  { id: 'closed', words: w.closedOnly, passes: (row) => row.status === 'closed' },
]
