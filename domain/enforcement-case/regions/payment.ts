// Beside the case: what does the party still owe of its fine, and may it pay later (处罚法 66)?
import { inspectors, principal, safetyOfficer } from '../../organisation/addresses.ts'
import { leader, speakers } from './addresses.ts'
import { handlingEnded } from './ends.ts'

export const payment = {
  initial: 'none',
  on: {
    [handlingEnded]: { target: '.ended' },
    'terminate-enforcement': { target: '.given-up' },
    'record-annulment': { target: '.annulled' },
    'record-change': { target: '.settled', guard: 'changePaysUp' },
    'record-performance': { target: '.settled', guard: 'fineServed' },
  },
  states: {
    none: {
      tags: 'quiet',
      on: {
        'serve-decision': { target: 'owed', guard: 'fineServed' },
        'punish-on-the-spot': { target: 'owed', guard: 'owedOnTheSpot' },
      },
    },
    owed: {
      meta: {
        task: 'pay-fine',
        to: principal,
        also: [safetyOfficer, inspectors],
        among: speakers,
        signers: { mode: 'any' },
      },
      on: {
        'apply-deferral': {
          target: 'asked',
          guard: 'somethingOwed',
          actions: 'noteDeferralAsked',
        },
        'record-payment': { target: 'settled' },
      },
    },
    asked: {
      meta: { task: 'decide-deferral', to: leader },
      on: {
        'grant-deferral': { target: 'owed', guard: 'deferralLawful', actions: 'noteDeferred' },
        'refuse-deferral': { target: 'owed', actions: 'noteDeferralRefused' },
        'record-payment': { target: 'settled' },
      },
    },
    settled: { tags: 'quiet' },
    'given-up': { tags: 'quiet' },
    annulled: { tags: 'quiet' },
    ended: { type: 'final' },
  },
} as const
