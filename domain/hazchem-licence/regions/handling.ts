// Which way does an application go, from its receipt to its refusal or to the licence, and the licence to its end?

import { cityReviewers, clerk, leader, principal, reviewers, safetyOfficer, sectionChief } from '../../licensing/addresses.ts'
import { returns } from '../../model/chart.ts'
import { id } from './ends.ts'

const granted = `#${id}.handling.issuing` as const
const refusing = `#${id}.handling.refusing` as const

/** 许可法 32: accepted, sent back once with everything missing, or refused; silence accepts. */
const receiving = {
  meta: { task: 'accept', to: clerk },
  on: {
    accept: { target: 'reviewing', guard: 'checklistComplete', actions: 'noteAccepted' },
    'deem-accepted': { target: 'reviewing', actions: 'noteDeemedAccepted' },
    'require-supplement': { target: 'supplementing', guard: 'supplementOnce', actions: 'noteAsked' },
    'refuse-acceptance': { target: 'not-accepted', guard: 'notAcceptedLawful', actions: 'noteFalse' },
    'correct-jurisdiction': { target: 'receiving', reenter: true, guard: 'authorityLawful', actions: 'noteAuthority' },
  },
} as const

const supplementing = {
  meta: { task: 'supplement', to: principal, also: [safetyOfficer] },
  on: { supplement: { target: 'receiving', guard: 'answersWhole', actions: 'noteSupplemented' } },
} as const

/** 许可法 34, 令55 第十一条: two or more on site; what experts and the applicant need is not counted. */
const onSite = {
  preparing: {
    meta: { task: 'prepare', to: reviewers },
    on: {
      'begin-site-check': { target: 'checking', guard: 'noHearingOpen', actions: 'noteSiteCheck' },
      'waive-site-check': { target: 'opining', guard: 'onlyChange', actions: 'noteVisited' },
      'begin-expert-review': { target: 'expert-review', guard: 'expertsMayReview', actions: 'noteExperts' },
    },
  },
  checking: {
    meta: { task: 'site-check', to: reviewers, signers: { mode: 'all', need: 2 }, borrow: [cityReviewers] },
    on: {
      'site-check-passed': { target: 'opining', actions: ['noteVisited', 'noteReviewers', 'noteGoesOn'] },
      'site-check-failed': { target: 'opining', actions: ['noteVisited', 'noteReviewers', 'noteGoesOn'] },
      'site-check-rework': { target: 'reworking', actions: ['noteAsked', 'noteReviewers', 'noteRework'] },
    },
  },
  reworking: {
    meta: { task: 'rework', to: principal, also: [safetyOfficer] },
    on: { 'report-rework': { target: 'preparing', guard: 'answersWhole', actions: 'noteGoesOn' } },
  },
  'expert-review': {
    meta: { task: 'expert-review', to: reviewers, also: [sectionChief] },
    on: {
      'end-expert-review': [
        { target: 'preparing', guard: 'notVisited', actions: 'noteGoesOn' },
        { target: 'opining', guard: 'visited', actions: 'noteGoesOn' },
      ],
    },
  },
} as const

const towardsDecision = {
  opining: {
    meta: {
      task: 'opinion',
      to: reviewers,
      signers: { mode: 'all', need: 2 },
      borrow: [cityReviewers],
      returnTo: ['handling.reviewing.preparing'],
    },
    on: {
      'submit-opinion': { target: 'endorsing', guard: 'allAnswered', actions: 'noteReviewers' },
      'begin-expert-review': { target: 'expert-review', guard: 'expertsMayReview', actions: 'noteExperts' },
      ...returns('handling.reviewing.preparing'),
    },
  },
  endorsing: {
    meta: { task: 'endorse', to: sectionChief, returnTo: ['handling.reviewing.opining'] },
    on: {
      endorse: { target: 'deciding', guard: 'endorsedByAnother', actions: 'noteEndorser' },
      ...returns('handling.reviewing.opining'),
    },
  },
  deciding: {
    meta: { task: 'decide', to: leader, returnTo: ['handling.reviewing.endorsing', 'handling.reviewing.opining'] },
    on: {
      grant: { target: granted, guard: 'decisionLawful', actions: 'noteDecided' },
      refuse: { target: refusing, guard: 'decisionLawful', actions: ['noteDecided', 'noteFalse'] },
      ...returns('handling.reviewing.endorsing', 'handling.reviewing.opining'),
    },
  },
} as const

const reviewing = {
  initial: 'preparing',
  states: { ...onSite, ...towardsDecision },
  on: {
    'extend-review': { guard: 'mayExtend', actions: 'noteExtended' },
    'correct-jurisdiction': { guard: 'authorityLawful', actions: 'noteAuthority' },
  },
} as const

const afterTheDecision = {
  refusing: {
    meta: { task: 'serve-refusal', to: clerk },
    on: { 'serve-refusal': { target: 'refused', guard: 'serviceLawful' } },
  },
  issuing: {
    meta: { task: 'issue', to: clerk },
    on: { 'issue-licence': { target: 'serving', actions: 'noteIssued' } },
  },
  serving: {
    meta: { task: 'serve', to: clerk, returnTo: ['handling.issuing'] },
    on: { 'serve-licence': { target: 'valid', guard: 'serviceLawful' }, ...returns('handling.issuing') },
  },
} as const

/** Nobody is wanted while it is in force; its clocks and the authority look after it. */
const inForce = {
  initial: 'unchanged',
  states: {
    unchanged: { on: { 'note-change': { target: 'changed', guard: 'changeLawful', actions: 'noteChange' } } },
    changed: {
      meta: { task: 'file-change', to: principal, also: [safetyOfficer] },
      on: { 'note-filing': { target: 'unchanged' } },
    },
  },
  on: {
    'note-renewal': {},
    'note-renewed': {},
    'licence-expired': { target: 'expired' },
    'cancel-licence': { target: 'cancelled' },
    'revoke-licence': { target: 'revoked' },
    'annul-licence': { target: 'annulled', actions: 'noteFraud' },
    'replace-licence': { target: 'replaced' },
  },
} as const

/** What may end an application before anybody has decided on it: the applicant, or the end of the licence that it renews. */
const undecided = {
  withdraw: { target: 'withdrawn' },
  'deem-renewed': { target: 'issuing', guard: 'renewedInTime', actions: 'noteDeemedRenewed' },
} as const

export const handling = {
  initial: 'receiving',
  states: {
    receiving: { ...receiving, on: { ...receiving.on, ...undecided } },
    supplementing: { ...supplementing, on: { ...supplementing.on, ...undecided } },
    reviewing: { ...reviewing, on: { ...reviewing.on, ...undecided } },
    ...afterTheDecision,
    valid: inForce,
    expired: { type: 'final' },
    cancelled: { type: 'final' },
    revoked: { type: 'final' },
    annulled: { type: 'final' },
    replaced: { type: 'final' },
    refused: { type: 'final' },
    'not-accepted': { type: 'final' },
    withdrawn: { type: 'final' },
  },
} as const
