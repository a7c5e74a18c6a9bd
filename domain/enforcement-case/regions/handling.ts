// Which way does an enforcement case itself go, from the proposal to file it to its closing?
import { returns } from '../../model/chart.ts'
import { inspectors, principal, safetyOfficer } from '../../organisation/addresses.ts'
import { cityInspectors, leader, legalReviewers, sectionChief, speakers } from './addresses.ts'

/** 处罚法 54–55: filed by the leader, investigated by two or more. */
const investigation = {
  filing: {
    meta: { task: 'approve-filing', to: leader },
    on: {
      'approve-filing': { target: 'investigating', guard: 'filedByAnother' },
      'refuse-filing': { target: 'not-filed', guard: 'filedByAnother' },
    },
  },
  investigating: {
    meta: {
      task: 'investigate',
      to: inspectors,
      signers: { mode: 'all', need: 2 },
      borrow: [cityInspectors],
    },
    on: {
      'record-evidence': { guard: 'evidenceLawful', actions: 'noteEvidence' },
      'conclude-investigation': {
        target: 'reviewing',
        guard: 'reportLawful',
        actions: 'noteConcluded',
      },
      recuse: { guard: 'notRecusedYet', actions: 'noteRecused' },
    },
  },
  reviewing: {
    meta: { task: 'review-report', to: sectionChief, returnTo: ['handling.investigating'] },
    on: {
      'approve-report': [
        { target: 'notifying', guard: 'penaltyProposed' },
        { target: 'exiting', guard: 'exitProposed' },
      ],
      ...returns('handling.investigating'),
    },
  },
} as const

/** 处罚法 57: the leader decides what becomes of a case that is not punished. */
const exits = {
  exiting: {
    meta: {
      task: 'decide-exit',
      to: leader,
      returnTo: ['handling.reviewing', 'handling.investigating'],
    },
    on: {
      'withdraw-case': { target: 'withdrawn', guard: 'decidedByAnother' },
      'decide-no-penalty': { target: 'not-punished', guard: 'noPenaltyLawful' },
      'decide-transfer': { target: 'transferring', guard: 'decidedByAnother' },
      ...returns('handling.reviewing', 'handling.investigating'),
    },
  },
  transferring: {
    meta: { task: 'hand-over-police', to: inspectors },
    on: { 'hand-over-police': { target: 'transferred' } },
  },
} as const

/** 处罚法 44–45, 63–64: told before the decision, served, heard. */
const notice = {
  notifying: {
    meta: { task: 'notify-penalty', to: inspectors, returnTo: ['handling.investigating'] },
    on: {
      'notify-penalty': {
        target: 'serving-notice',
        guard: 'noticeLawful',
        actions: 'noteNoticed',
      },
      ...returns('handling.investigating'),
    },
  },
  'serving-notice': {
    meta: { task: 'serve-notice', to: inspectors },
    on: {
      'serve-notice': {
        target: 'awaiting',
        guard: 'noticeServiceLawful',
        actions: 'noteNoticeServed',
      },
    },
  },
  awaiting: {
    meta: {
      task: 'state-defence',
      to: principal,
      also: [safetyOfficer, inspectors],
      among: speakers,
      signers: { mode: 'any' },
    },
    on: {
      'state-defence': { guard: 'writtenByParty', actions: 'noteDefended' },
      'request-hearing': { target: 'preparing-hearing', guard: 'mayAskHearing' },
      'waive-rights': { target: 'weighing', guard: 'writtenByParty' },
      'window-lapsed': { target: 'weighing' },
    },
  },
  'preparing-hearing': {
    meta: { task: 'notify-hearing', to: legalReviewers },
    on: {
      'notify-hearing': { target: 'hearing', guard: 'hearingNoticeLawful' },
      'forfeit-hearing': { target: 'weighing' },
    },
  },
  hearing: {
    meta: { task: 'hold-hearing', to: legalReviewers, returnTo: ['handling.preparing-hearing'] },
    on: {
      'close-hearing': { target: 'weighing', guard: 'chairLawful', actions: 'noteHeard' },
      'forfeit-hearing': { target: 'weighing' },
      ...returns('handling.preparing-hearing'),
    },
  },
  weighing: {
    meta: { task: 'weigh-defence', to: inspectors, returnTo: ['handling.investigating'] },
    on: {
      'weigh-defence': [
        { target: 'legal-review', guard: 'weighedToReview', actions: 'noteWeighed' },
        { target: 'discussing', guard: 'weighedToDiscussion', actions: 'noteWeighed' },
        { target: 'deciding', guard: 'weighedToDecision', actions: 'noteWeighed' },
      ],
      ...returns('handling.investigating'),
    },
  },
} as const

const before = ['handling.weighing', 'handling.investigating'] as const

/** 处罚法 57–58: reviewed in law, discussed by the leaders, decided by one of them. */
const decision = {
  'legal-review': {
    meta: { task: 'legal-review', to: legalReviewers, returnTo: before },
    on: {
      'give-legal-opinion': [
        { target: 'discussing', guard: 'reviewedToDiscussion', actions: 'noteReviewed' },
        { target: 'deciding', guard: 'reviewedToDecision', actions: 'noteReviewed' },
      ],
      ...returns(...before),
    },
  },
  discussing: {
    meta: { task: 'discuss', to: leader, returnTo: before },
    on: {
      'record-discussion': { target: 'deciding', guard: 'voteLawful', actions: 'noteDiscussed' },
      ...returns(...before),
    },
  },
  deciding: {
    meta: { task: 'decide-penalty', to: leader, returnTo: before },
    on: {
      'decide-penalty': { target: 'serving', guard: 'penaltyLawful', actions: 'noteDecided' },
      'decide-no-penalty': { target: 'not-punished', guard: 'noPenaltyLawful' },
      'withdraw-case': { target: 'withdrawn', guard: 'decidedByAnother' },
      ...returns(...before),
    },
  },
} as const

/** 处罚法 61, 66–67: served, performed, closed. */
const performance = {
  serving: {
    meta: { task: 'serve-decision', to: inspectors },
    on: {
      'serve-decision': {
        target: 'performing',
        guard: 'decisionServiceLawful',
        actions: 'noteDecisionServed',
      },
    },
  },
  performing: {
    meta: { task: 'record-performance', to: inspectors },
    on: {
      'record-instalment': { guard: 'partlyPaid', actions: 'notePaid' },
      'record-payment': { target: 'proposing-closing', guard: 'paidInFull', actions: 'notePaid' },
      'record-performance': { target: 'proposing-closing', guard: 'nothingOwed' },
    },
  },
  'proposing-closing': {
    meta: { task: 'propose-closing', to: inspectors },
    on: { 'propose-closing': { target: 'closing', actions: 'noteClosing' } },
  },
  closing: {
    meta: { task: 'approve-closing', to: leader, returnTo: ['handling.proposing-closing'] },
    on: {
      'approve-closing': { target: 'closed', guard: 'closingLawful' },
      ...returns('handling.proposing-closing'),
    },
  },
} as const

export const handling = {
  initial: 'filing',
  states: {
    ...investigation,
    ...exits,
    ...notice,
    ...decision,
    ...performance,
    'not-filed': { type: 'final' },
    withdrawn: { type: 'final' },
    'not-punished': { type: 'final' },
    transferred: { type: 'final' },
    closed: { type: 'final' },
  },
} as const
