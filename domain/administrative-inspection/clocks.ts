// Which periods run over an inspection, and who hears of it when one is missed?
import { text } from '../language/words.ts'
import { missed, warnBefore } from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { inspectors } from '../organisation/addresses.ts'
import { orderClocks } from './orders/order-clocks.ts'
import { sectionChief } from './posts/addresses.ts'

const visit = text('检查日期', 'Day of the visit')

export const clocks: ClockDefinition[] = [
  {
    clock: 'visit',
    words: visit,
    due: { dateField: 'plannedOn', article: '检查计划（国办发〔2024〕54号）' },
    startsOn: ['plan-inspection'],
    movesOn: ['reschedule', 'issue-notice', 'change-notice'],
    endsOn: ['begin-inspection', 'refuse-inspection', 'cancel-inspection'],
    ...warnBefore(2, 'WD', [inspectors]),
    escalationPolicy: [missed(visit, [inspectors, sectionChief])],
    audience: 'internal',
    clockOwner: sectionChief,
  },
  ...orderClocks,
]
