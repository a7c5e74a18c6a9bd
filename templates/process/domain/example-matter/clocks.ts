// Which periods run over this matter, and who hears of it when one is missed?

import { text } from '../../../../domain/language/words.ts'
import type { ClockDefinition } from '../../../../domain/model/process.ts'
import { countyLeader, enterprise, inspectors, sectionChief } from './addresses.ts'

export const clocks: ClockDefinition[] = [
  {
    clock: 'answer',
    words: text('答复期限', 'Answer'),
    due: { dateField: 'dueDate', article: '本机关公开承诺' },
    startsOn: ['ask'],
    movesOn: ['postpone'],
    endsOn: ['answer'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors],
    escalationPolicy: [
      {
        escalationLevel: 'late',
        words: text('逾期未答复', 'Not answered in time'),
        after: { unit: 'ND', n: 0 },
        event: null,
        notify: [inspectors, sectionChief],
        force: 'supervision',
        late: 'fire',
      },
      {
        escalationLevel: 'still-late',
        words: text('逾期三个工作日仍未答复', 'Not answered three working days later'),
        after: { unit: 'WD', n: 3 },
        event: null,
        notify: [countyLeader, ...enterprise],
        force: 'supervision',
        late: 'fire',
      },
    ],
    audience: 'party',
    clockOwner: sectionChief,
  },
]
