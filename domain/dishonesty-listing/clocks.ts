// Which periods run over a listing, and who hears of it when one is missed?
import { text } from '../language/words.ts'
import { escalationLevel, periodsOf } from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { sectionChief } from './addresses.ts'

/** A period of the rule book; missed, it is told to the chief and the leader, and nothing else changes. */
const limit = periodsOf({
  family: 'credit.',
  told: [sectionChief, countyLeader],
  audience: 'internal',
  clockOwner: sectionChief,
})

const ends = ['term-ended', 'penalty-annulled', 'end-listing']

export const clocks: ClockDefinition[] = [
  limit('decision', text('作出列入决定', 'Decision on the listing'), {
    due: 'decision',
    startsOn: ['propose-listing'],
    endsOn: ['decide-listing', 'decide-no-listing', 'penalty-annulled'],
    warn: { unit: 'WD', n: 5 },
    warnNotify: [inspectors, sectionChief],
    clockOwner: countyLeader,
  }),
  limit('statement-window', text('陈述、申辩', 'Statement and defence'), {
    due: { rule: 'credit.statement-window', from: 'noticeServedOn' },
    startsOn: ['serve-notice'],
    endsOn: ['waive-statement', 'window-lapsed', 'penalty-annulled'],
    doneAt: ({ heardAt }) => (typeof heardAt === 'string' ? heardAt : null),
    escalationPolicy: [
      escalationLevel(
        'lapsed',
        text('陈述、申辩期限届满', 'The period for a statement has ended'),
        {
          notify: [...enterprise, inspectors],
          event: 'window-lapsed',
          force: 'legal',
          forfeits: true,
        },
      ),
    ],
    audience: 'party',
  }),
  limit('service', text('送达列入决定书', 'Service of the decision'), {
    due: 'service',
    startsOn: ['decide-listing'],
    endsOn: ['serve-listing', ...ends],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors],
  }),
  limit('repair-decision', text('信用修复审核决定', 'Decision on early removal'), {
    due: 'repair-decision',
    startsOn: ['apply-repair'],
    endsOn: ['grant-repair', 'refuse-repair', ...ends],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [inspectors, countyLeader],
    audience: 'party',
    clockOwner: countyLeader,
  }),
  limit('term', text('名单管理期限', 'Term on the list'), {
    due: { rule: 'credit.term', from: 'decidedOn' },
    startsOn: ['decide-listing'],
    endsOn: ends,
    escalationPolicy: [
      escalationLevel('ended', text('管理期限届满，移出名单', 'The term has ended'), {
        notify: [...enterprise, inspectors],
        event: 'term-ended',
        force: 'legal',
      }),
    ],
    audience: 'party',
  }),
]
