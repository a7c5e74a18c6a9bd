// Which way does an enforcement case itself go, from the proposal to file it to its closing?
import { returns } from '../../model/chart.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { cityInspectors, leader, legalReviewers, sectionChief } from './addresses.ts'
import { notice } from './notice.ts'
import { onTheSpotSteps } from './on-the-spot.ts'
import { transferSteps } from './transfer.ts'

/** 处罚法 54–55: filed by the leader, investigated by two or more. */
const investigation = {
  filing: {
    meta: { task: 'approve-filing', to: leader },
    always: { target: 'telling', guard: 'onTheSpot' },
    on: {
      'approve-filing': {
        target: 'investigating',
        guard: 'filedByAnother',
        actions: 'noteFiled',
      },
      'refuse-filing': { target: 'not-filed', guard: 'refusedLawful' },
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
    },
  },
  reviewing: {
    meta: { task: 'review-report', to: sectionChief, returnTo: ['handling.investigating'] },
    on: {
      'approve-report': [
        { target: 'notifying', guard: 'penaltyProposed', actions: 'noteReportApproved' },
        { target: 'exiting', guard: 'exitProposed', actions: 'noteReportApproved' },
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
      'withdraw-case': { target: 'withdrawn', guard: 'withdrawnLawful' },
      'decide-no-penalty': { target: 'not-punished', guard: 'unpunishedLawful' },
      'decide-transfer': {
        target: 'transferring',
        guard: 'transferDecidable',
        actions: 'noteTransferDecided',
      },
      'refuse-transfer': {
        target: 'investigating',
        guard: 'transferRefusable',
        actions: 'noteTransferRefused',
      },
      ...returns('handling.reviewing', 'handling.investigating'),
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
      'decide-no-penalty': { target: 'not-punished', guard: 'unpunishedLawful' },
      'withdraw-case': { target: 'withdrawn', guard: 'withdrawnLawful' },
      ...returns(...before),
    },
  },
} as const

/** What was paid on a decision that was annulled or changed goes back first. */
const refunds = { target: 'refunding', guard: 'refundOwed' } as const
const annulled = [refunds, { target: 'proposing-closing', guard: 'isAnnulled' }] as const

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
    always: annulled,
    on: {
      'record-instalment': { guard: 'partlyPaid', actions: 'notePaid' },
      'record-payment': { target: 'proposing-closing', guard: 'paidInFull', actions: 'notePaid' },
      'record-performance': { target: 'proposing-closing', guard: 'nothingOwed' },
      'transfer-punished': {
        target: 'transferring',
        guard: 'transferDecidable',
        actions: 'noteTransferOfPunished',
      },
      'propose-termination': {
        target: 'terminating',
        guard: 'terminationLawful',
        actions: 'noteClosing',
      },
    },
  },
  refunding: {
    meta: { task: 'record-refund', to: inspectors },
    on: {
      'record-refund': [
        { target: 'performing', guard: 'refundedAndOwing', actions: 'noteRefunded' },
        { target: 'proposing-closing', guard: 'refundedAndPaid', actions: 'noteRefunded' },
      ],
      // Of the fine that stands the rest may come meanwhile.
      'record-instalment': { guard: 'partlyPaid', actions: 'notePaid' },
      'record-payment': { guard: 'paidInFull', actions: 'notePaid' },
    },
  },
  terminating: {
    always: annulled,
    meta: { task: 'decide-termination', to: leader, returnTo: ['handling.performing'] },
    on: {
      // Money that comes while its end is being decided on is money that was paid.
      'record-instalment': { guard: 'partlyPaid', actions: 'notePaid' },
      'record-payment': { target: 'proposing-closing', guard: 'paidInFull', actions: 'notePaid' },
      'terminate-enforcement': {
        target: 'proposing-closing',
        guard: 'terminatedByAnother',
        actions: 'noteGivenUp',
      },
      ...returns('handling.performing'),
    },
  },
  'proposing-closing': {
    meta: { task: 'propose-closing', to: inspectors },
    always: refunds,
    on: {
      'propose-closing': { target: 'closing', actions: 'noteClosing' },
      'transfer-punished': {
        target: 'transferring',
        guard: 'transferDecidable',
        actions: 'noteTransferOfPaid',
      },
    },
  },
  closing: {
    meta: { task: 'approve-closing', to: leader, returnTo: ['handling.proposing-closing'] },
    always: refunds,
    on: {
      'approve-closing': { target: 'closed', guard: 'closedLawful' },
      ...returns('handling.proposing-closing'),
    },
  },
} as const

export const handling = {
  initial: 'filing',
  on: {
    recuse: { guard: 'recusable', actions: 'noteRecused' },
    'hand-to-superior': { guard: 'superiorCompetent', actions: 'noteHandedUp' },
    'name-party': { guard: 'partyNamable', actions: 'noteParty' },
    'name-party-counsel': { guard: 'partyCounselNamable', actions: 'notePartyCounsel' },
    'name-enterprise-counsel': { guard: 'enterpriseCounselNamable' },
    'propose-listing': { guard: 'listingProposable', actions: 'noteListingProposed' },
    'propose-measure': { guard: 'measureProposable', actions: 'noteMeasure' },
    'order-correction': { guard: 'correctable' },
    'record-transfer-copy': { guard: 'copyRecordable', actions: 'noteCopied' },
    'propose-closure': { guard: 'closureProposable' },
    'propose-agreement': { guard: 'agreementProposable' },
    'propose-party-agreement': {
      guard: 'partyAgreementProposable',
      actions: 'notePartyAgreement',
    },
    'receive-party-remedy': { guard: 'partyRemedyReceivable', actions: 'notePartyRemedy' },
  },
  states: {
    ...investigation,
    ...onTheSpotSteps,
    ...exits,
    ...notice,
    ...decision,
    ...performance,
    ...transferSteps,
    'not-filed': { type: 'final' },
    withdrawn: { type: 'final' },
    'not-punished': { type: 'final' },
    closed: { type: 'final' },
  },
} as const
