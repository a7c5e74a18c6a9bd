// Which quick filters does the list of alarms offer?
import type { QuickFilter } from '../list/additions.ts'
import { asideStates, alarmWords as w } from './words.ts'

export const quickFilters: QuickFilter[] = [
  { id: 'open', words: w.openOnly, passes: (row) => row.status === 'open' },
  {
    id: 'ringing',
    words: w.ringingOnly,
    passes: (row) => row.status === 'open' && row.state.zh.includes(w.ringingOnly.zh),
  },
  { id: 'grave', words: w.highLevelsOnly, passes: (row) => row.level === 1 || row.level === 2 },
  {
    id: 'aside',
    words: w.asideOnly,
    passes: (row) => asideStates.some((state) => row.state.zh.includes(state)),
  },
  { id: 'closed', words: w.closedOnly, passes: (row) => row.status === 'closed' },
]
