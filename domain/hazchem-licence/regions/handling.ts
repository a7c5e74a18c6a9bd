// Which way does an application go, from its receipt to its refusal or to the licence, and the licence to its end?

import { clerk, leader, reviewers } from '../../licensing/addresses.ts'
import {
  beginExperts,
  interludes,
  receiving,
  siteCheck,
  supplementing,
  towardsDecision,
} from '../../licensing/handling.ts'
import { returns } from '../../model/chart.ts'
import { principal, safetyOfficer } from '../../organisation/addresses.ts'
import { id } from './ends.ts'

/** 令55 第十一条: what the site check and the rework take is not counted. */
const onSite = {
  preparing: {
    meta: { task: 'prepare', to: reviewers },
    on: {
      'begin-site-check': { target: 'checking', guard: 'noHearingOpen', actions: 'noteSiteCheck' },
      'waive-site-check': { target: 'opining', guard: 'onlyChange', actions: 'noteVisited' },
      'begin-expert-review': beginExperts,
    },
  },
  checking: {
    meta: siteCheck,
    on: {
      'site-check-passed': {
        target: 'opining',
        actions: ['noteCheckPassed', 'noteReviewers', 'noteGoesOn'],
      },
      'site-check-failed': {
        target: 'opining',
        actions: ['noteCheckFailed', 'noteReviewers', 'noteGoesOn'],
      },
      'site-check-rework': {
        target: 'reworking',
        actions: ['noteAsked', 'noteReviewers', 'noteRework'],
      },
    },
  },
  ...interludes,
} as const

const decisions = {
  grant: { target: `#${id}.handling.issuing`, guard: 'grantLawful', actions: 'noteGranted' },
  refuse: {
    target: `#${id}.handling.refusing`,
    guard: 'decisionLawful',
    actions: ['noteDecided', 'noteFalse'],
  },
} as const

const reviewing = {
  initial: 'preparing',
  states: { ...onSite, ...towardsDecision('handling.reviewing', decisions) },
  on: {
    'extend-review': { guard: 'mayExtend', actions: 'noteExtended' },
    'correct-jurisdiction': { guard: 'authorityLawful', actions: 'noteAuthority' },
  },
} as const

/** 许可法 50: the licence renewed goes on from the end of the one held, before its paper is there; a penalty takes it all the same, or still holds from the one before. */
const renewedAlready = {
  'renewal-begins': { actions: 'noteHeldOver' },
  'note-held-ended': { actions: 'noteHeldEnded' },
  'continue-suspension': { guard: 'suspendedLonger', actions: 'noteSuspendedAgain' },
  'suspend-licence': { guard: 'renewedSuspended', actions: 'noteSuspendedAgain' },
  'suspension-ended': { guard: 'isSuspended', actions: 'noteSuspensionOver' },
  'lift-suspension': { guard: 'liftedByRight', actions: 'noteSuspensionOver' },
  'revoke-licence': { target: 'revoked', guard: 'renewedRevoked' },
} as const

const afterTheDecision = {
  refusing: {
    meta: { task: 'serve-refusal', to: clerk },
    on: { 'serve-refusal': { target: 'refused', guard: 'serviceLawful' } },
  },
  issuing: {
    meta: { task: 'issue', to: clerk },
    on: { 'issue-licence': { target: 'serving', actions: 'noteIssued' }, ...renewedAlready },
  },
  serving: {
    meta: { task: 'serve', to: clerk, returnTo: ['handling.issuing'] },
    on: {
      'serve-licence': [
        { target: 'valid', guard: 'servedToTrade' },
        { target: `#${id}.handling.valid.suspended`, guard: 'servedSuspended' },
      ],
      ...returns('handling.issuing'),
      ...renewedAlready,
    },
  },
} as const

/** 暂扣 as a penalty (处罚法 9): by itself until its last day, or until the penalty is annulled; what was to be filed still is. */
const suspends = <Note extends string>(actions: Note) => ({
  'suspend-licence': { target: 'suspended', guard: 'suspensionLawful', actions } as const,
  'continue-suspension': { target: 'suspended', guard: 'suspensionRuns', actions } as const,
})
const resumed = [
  { target: 'changed', guard: 'changeWaits', actions: 'noteSuspensionOver' },
  { target: 'unchanged', guard: 'noChangeWaits', actions: 'noteSuspensionOver' },
] as const
const suspended = {
  on: {
    'note-filing': { actions: ['noteChangeFiled', 'noteApplication'] },
    'suspend-licence': {
      target: 'suspended',
      guard: 'suspendedAgain',
      actions: 'noteSuspendedAgain',
    },
    'continue-suspension': {
      target: 'suspended',
      guard: 'suspendedLonger',
      actions: 'noteSuspendedAgain',
    },
    'suspension-ended': resumed,
    'lift-suspension': [
      { target: 'changed', guard: 'liftedToChange', actions: 'noteSuspensionOver' },
      { target: 'unchanged', guard: 'liftedToRest', actions: 'noteSuspensionOver' },
    ],
  },
} as const

/** Nobody is wanted while it is in force; its clocks and the authority look after it. */
const inForce = {
  initial: 'unchanged',
  states: {
    unchanged: {
      on: {
        'note-filing': { actions: 'noteApplication' },
        'note-change': { target: 'changed', guard: 'changeLawful', actions: 'noteChange' },
        ...suspends('noteSuspended'),
      },
    },
    changed: {
      meta: { task: 'file-change', to: principal, also: [safetyOfficer] },
      on: {
        'note-filing': { target: 'unchanged', actions: 'noteApplication' },
        ...suspends('noteSuspendedChanged'),
      },
    },
    suspended,
  },
  on: {
    'note-renewal': { actions: 'noteApplication' },
    'note-renewed': { actions: 'noteRenewed' },
    'licence-expired': { target: 'expired', actions: 'noteExpired' },
    'cancel-licence': { target: 'cancelled', guard: 'cancelLawful' },
    'revoke-licence': { target: 'revoked', guard: 'byTheAuthority' },
    'annul-licence': { target: 'annulled', actions: 'noteFraud' },
    'replace-licence': { target: 'replaced' },
  },
} as const

/** 许可法 70(1): what has ended without renewal is cancelled by whoever has issued it, and that is announced; or a renewal granted late takes its place. */
const expired = {
  meta: { task: 'cancel-ended', to: leader, internal: true },
  on: {
    'note-renewal': { actions: 'noteApplication' },
    'note-renewed': { actions: 'noteRenewedExpired' },
    'note-renewal-over': { actions: 'noteRenewalOver' },
    'lift-suspension': { guard: 'liftedByRight', actions: 'noteSuspensionOver' },
    'cancel-licence': { target: 'cancelled', guard: 'cancelLawful' },
    'annul-licence': { target: 'annulled', actions: 'noteFraud' },
    'replace-licence': { target: 'replaced' },
  },
} as const

/** What may happen to an application before anybody has decided on it, by the applicant or with the licence held. */
const undecided = {
  'note-held-ended': { actions: 'noteHeldEnded' },
  'note-held-closed': { actions: 'noteHeldEnded' },
  withdraw: { target: 'withdrawn' },
  'deem-renewed': { target: 'issuing', guard: 'renewedInTime', actions: 'noteDeemedRenewed' },
} as const

export const handling = {
  initial: 'receiving',
  states: {
    receiving: {
      ...receiving,
      on: {
        ...receiving.on,
        'refuse-acceptance': {
          target: 'not-accepted',
          guard: 'notAcceptedLawful',
          actions: 'noteFalse',
        },
        'correct-jurisdiction': {
          target: 'receiving',
          reenter: true,
          guard: 'authorityLawful',
          actions: 'noteAuthority',
        },
        ...undecided,
      },
    },
    supplementing: {
      ...supplementing,
      on: {
        ...supplementing.on,
        withdraw: undecided.withdraw,
        'note-held-ended': undecided['note-held-ended'],
        'note-held-closed': undecided['note-held-closed'],
      },
    },
    reviewing: { ...reviewing, on: { ...reviewing.on, ...undecided } },
    ...afterTheDecision,
    valid: inForce,
    expired,
    cancelled: { type: 'final' },
    revoked: { type: 'final' },
    annulled: { type: 'final' },
    replaced: { type: 'final' },
    refused: { type: 'final' },
    'not-accepted': { type: 'final' },
    withdrawn: { type: 'final' },
  },
} as const
