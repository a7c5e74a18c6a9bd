// Beside the case: what is done where a fine is not paid in time (强制法 45–46, 53–58)?
import { inspectors, principal, safetyOfficer } from '../../organisation/addresses.ts'
import { leader, speakers } from './addresses.ts'
import { handlingEnded } from './ends.ts'

const lapses = { 'court-lapsed': { target: 'lapsed', actions: 'noteCourtLapsed' } } as const

/** 强制法 53: also where its last day is a day of rest, for then the next one counts. */
const asks = {
  'apply-court': { target: 'applied', guard: 'courtOpen', actions: 'noteCourtAsked' },
} as const

/** 强制法 54: another sum was demanded, and it is demanded anew. */
const demandedAnew = {
  'record-change': { target: 'demanding', guard: 'changeLeavesSome', actions: 'noteUndemanded' },
} as const

const demanding = {
  demanding: {
    meta: { task: 'issue-demand', to: inspectors },
    on: {
      'issue-demand': {
        target: 'serving-demand',
        guard: 'demandable',
        actions: 'noteDemanded',
      },
      ...lapses,
    },
  },
  'serving-demand': {
    meta: { task: 'serve-demand', to: inspectors },
    on: {
      'serve-demand': {
        target: 'demanded',
        guard: 'demandServiceLawful',
        actions: 'noteDemandServed',
      },
      ...demandedAnew,
      ...lapses,
    },
  },
  demanded: {
    meta: {
      task: 'answer-demand',
      to: principal,
      also: [safetyOfficer, inspectors],
      among: speakers,
      signers: { mode: 'any' },
    },
    on: {
      'answer-demand': { guard: 'writtenByParty', actions: 'noteDemandAnswered' },
      'demand-lapsed': { target: 'applying' },
      ...demandedAnew,
      ...lapses,
    },
  },
} as const

const beforeCourt = {
  applying: {
    meta: { task: 'apply-court', to: leader },
    on: { ...asks, ...demandedAnew, ...lapses },
  },
  applied: {
    meta: { task: 'record-acceptance', to: inspectors },
    on: { 'record-acceptance': { target: 'accepted', guard: 'acceptanceLawful' } },
  },
  accepted: {
    meta: { task: 'record-ruling', to: inspectors },
    on: {
      'record-ruling': [
        { target: 'enforced', guard: 'courtEnforces' },
        { target: 'refused', guard: 'courtRefuses', actions: 'noteCourtRefused' },
      ],
    },
  },
  enforced: {},
  refused: {},
  // After a remedy its period begins once more, and ends once more.
  lapsed: {
    meta: { task: 'apply-late', to: leader },
    on: { ...asks, 'court-lapsed': { actions: 'noteCourtLapsed' } },
  },
} as const

export const compulsion = {
  initial: 'none',
  on: {
    [handlingEnded]: { target: '.ended' },
    'record-payment': { target: '.settled' },
    'terminate-enforcement': { target: '.settled' },
    'record-performance': { target: '.settled' },
    'record-annulment': { target: '.settled' },
    'record-change': { target: '.settled', guard: 'changePaysUp' },
    'grant-deferral': { target: '.none' },
    'suspend-enforcement': { guard: 'suspendable', actions: 'noteSuspended' },
    'resume-enforcement': { guard: 'resumable', actions: 'noteEnforcementResumed' },
    'suspension-over': { guard: 'isSuspended', actions: 'noteSuspensionOver' },
  },
  states: {
    none: {
      tags: 'quiet',
      on: {
        'payment-overdue': { target: 'demanding', guard: 'somethingOwed', actions: 'noteOverdue' },
      },
    },
    ...demanding,
    ...beforeCourt,
    settled: { tags: 'quiet' },
    ended: { type: 'final' },
  },
} as const
