// Which periods run over an inspection, and who hears of it when one is missed?
import { text } from '../language/words.ts'
import { missed, warnBefore } from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { enterprise, inspectors } from '../organisation/addresses.ts'
import { leader, sectionChief } from './posts/addresses.ts'

const visit = text('检查日期', 'Day of the visit')
const correction = text('整改期限', 'Rectification')
const recheck = text('整改复查', 'Re-check')

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
  {
    clock: 'correction',
    words: correction,
    due: {
      dateField: 'correctBy',
      article: '《安全生产法》（2021）第六十五条；责令限期整改指令书',
      kept: true,
    },
    startsOn: ['order-correction', 'take-measures'],
    endsOn: ['pass-recheck', 'fail-recheck'],
    ...warnBefore(3, 'WD', [...enterprise, inspectors]),
    escalationPolicy: [missed(correction, [...enterprise, inspectors, sectionChief])],
    audience: 'party',
    clockOwner: sectionChief,
  },
  {
    clock: 'recheck',
    words: recheck,
    due: { rule: 'inspection.re-check', from: 'correctBy' },
    startsOn: ['conclude-inspection'],
    startsIf: ({ correctBy }) => correctBy !== null,
    endsOn: ['pass-recheck', 'fail-recheck'],
    ...warnBefore(2, 'WD', [inspectors]),
    escalationPolicy: [missed(recheck, [inspectors, sectionChief, leader])],
    audience: 'internal',
    clockOwner: sectionChief,
  },
]
