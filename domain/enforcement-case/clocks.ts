// Which periods run over an enforcement case, and who hears of it when one is missed?
import { type Text, text } from '../language/words.ts'
import { isInForceOn } from '../law/rule-book.ts'
import { escalationLevel, missed } from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { citySupervisor, enterprise, inspectors } from '../organisation/addresses.ts'
import { performanceClocks } from './periods/performance.ts'
import { limit } from './periods/period.ts'
import { leader, legalReviewers, sectionChief } from './regions/addresses.ts'
import { standsStillWithPolice, transferClocks } from './transfer/transfer-clocks.ts'

const decisions = ['decide-penalty', 'decide-no-penalty', 'withdraw-case']
const windowEnds = ['waive-rights', 'request-hearing', 'window-lapsed']

/** 处罚法 60, 令77 32, from 2026-02-01 the default of art. 60: the table goes by the day of filing. */
const caseClock = limit('decision', text('办案期限', 'Decision of the case'), {
  due: 'decision',
  startsOn: ['approve-filing'],
  endsOn: [...decisions, 'approve-transfer-closing'],
  pausesOn: {
    'request-hearing': { kind: 'hearing', article: '令第77号' },
    ...standsStillWithPolice.pausesOn,
  },
  resumesOn: ['close-hearing', 'forfeit-hearing', ...standsStillWithPolice.resumesOn],
  resumedBy: standsStillWithPolice.resumedBy,
  warn: { unit: 'WD', n: 10 },
  warnNotify: [inspectors, sectionChief],
  escalationPolicy: [
    missed(text('办案期限', 'Decision of the case'), [inspectors, sectionChief, leader]),
    escalationLevel(
      'still-undecided',
      text('超期十个工作日仍未决定', 'Not decided ten working days later'),
      { notify: [citySupervisor], after: { unit: 'WD', n: 10 } },
    ),
  ],
  clockOwner: leader,
})

/** An effect on the party's rights: where the number is unconfirmed a person confirms it first. */
const window = (clock: string, words: Text, offered: boolean): ClockDefinition =>
  limit(clock, words, {
    due: { rule: `enforcement-case.${clock}`, from: 'noticeServedOn' },
    startsOn: ['serve-notice'],
    startsIf: ({ hearingOffered }) => (hearingOffered === true) === offered,
    endsOn: windowEnds,
    warn: { unit: 'WD', n: 1 },
    warnNotify: enterprise,
    escalationPolicy: [
      escalationLevel('lapsed', text(`${words.zh}期限届满`, `${words.en}: the period has ended`), {
        notify: [...enterprise, inspectors],
        event: 'window-lapsed',
        force: 'legal',
        forfeits: true,
      }),
    ],
    audience: 'party',
  })

export const clocks: ClockDefinition[] = [
  caseClock,
  window('statement-window', text('陈述、申辩', 'Statement and defence'), false),
  window(
    'hearing-request',
    text('陈述、申辩和要求听证', 'Statement or request for a hearing'),
    true,
  ),
  limit('hearing-hold', text('举行听证', 'Holding the hearing'), {
    due: 'hearing-hold',
    startsOn: ['request-hearing'],
    endsOn: ['close-hearing', 'forfeit-hearing'],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [legalReviewers],
  }),
  ...transferClocks,
  limit('service', text('送达决定书', 'Service of the decision'), {
    due: 'service',
    startsOn: ['decide-penalty'],
    endsOn: ['serve-decision'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors],
  }),
  limit('publication', text('公示处罚信息', 'Publication of the penalty'), {
    due: 'publication',
    startsOn: ['decide-penalty', 'punish-on-the-spot', 'withdraw-publication'],
    // 安全法 78: no law before 2021 set a day for it.
    startsIf: ({ annulled, decidedOn }) =>
      annulled !== true && isInForceOn('enforcement-case.publication', String(decidedOn)),
    endsOn: ['publish-penalty'],
    yieldsOn: ['record-annulment'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [sectionChief],
  }),
  ...performanceClocks,
]
