// Has the level above received what was reported to it, and does it miss anything?
import type { Address } from '../../organisation/offices.ts'
import { cityDuty, provinceDuty } from './addresses.ts'
import { endedWithAll } from './ends.ts'

/** The highest level that has been told. */
const receivers = ({ reached }: Record<string, unknown>): readonly Address[] =>
  reached === 'province' ? [provinceDuty] : [cityDuty]

export const receipt = {
  initial: 'none',
  on: {
    'report-to-city': { target: '.awaiting', guard: 'notYetProvince' },
    'report-to-province': { target: '.awaiting' },
    'report-further': { target: '.awaiting', guard: 'reportedUp' },
    'correct-report': { target: '.awaiting' },
    'report-finally': [{ target: '.awaiting', guard: 'reportedUp' }, { target: '.not-needed' }],
    'withdraw-report': { target: '.none', guard: 'withdrawsHighest' },
    'no-report': { target: '.not-needed' },
    'record-casualties': [
      { target: '.none', guard: 'finallyReported' },
      { target: '.none', guard: 'reportOwed' },
    ],
    'case-joined': [
      { target: '.awaiting', guard: 'joinedUnreceived' },
      { target: '.none', guard: 'joinedReopens' },
      { target: '.none', guard: 'joinedReported' },
      { target: '.none', guard: 'joinedOwes' },
    ],
    verify: { target: '.none', guard: 'reportOwed' },
    'call-back': { target: '.none', guard: 'reportOwed' },
    'resume-response': { target: '.none', guard: 'reportsAgain' },
    'trapped-two-hours': { target: '.none', guard: 'reportWaived' },
    ...endedWithAll,
  },
  states: {
    /** What a joined case has brought is asked for until it is received, whatever becomes of the reports of this one. */
    none: { always: { target: 'awaiting', guard: 'receiptLeft' } },
    awaiting: {
      meta: {
        task: 'receive-report',
        to: cityDuty,
        also: [provinceDuty],
        among: receivers,
        internal: true,
      },
      on: {
        'acknowledge-report': [
          { target: 'received', guard: 'finallyReported', actions: 'noteReceived' },
          { target: 'not-needed', guard: 'reportWaived', actions: 'noteReceived' },
          { target: 'none', actions: 'noteReceived' },
        ],
        'send-report-back': {
          target: 'returned',
          guard: 'backLawful',
          actions: ['noteSentBack', 'noteReceived'],
        },
        'no-report': { guard: 'othersLeft' },
        'report-finally': { guard: 'othersLeft' },
        // What was final and goes on has been sent all the same: it is still received.
        'record-casualties': { guard: 'finallyReported' },
        'case-joined': [
          { guard: 'joinedAwaits' },
          { target: 'received', guard: 'joinedFinal' },
          { target: 'none' },
        ],
        'resume-response': { guard: 'reportsAgain' },
      },
    },
    /** Whoever has reported completes it by his next report. */
    returned: {},
    received: { type: 'final' },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
