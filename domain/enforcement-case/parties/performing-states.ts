// How does a further party perform its penalty: served, paying, late, demanded, or allowed to pay later (处罚法 61, 66, 67, 72, 强制法 54)?
import { inspectors } from '../../organisation/addresses.ts'
import { leader } from '../regions/addresses.ts'

const paid = {
  'record-party-instalment': { guard: 'partyPartlyPaid', actions: 'notePartyPaid' },
  'record-party-payment': [
    { target: '#party.refunding', guard: 'partyPaidAbove', actions: 'notePartyPaid' },
    { target: '#party.paid', guard: 'partyPaidInFull', actions: 'notePartyPaid' },
  ],
  'relieve-party': { target: '#party.relieved', guard: 'partyRelieved' },
} as const

/** 强制法 53: counted anew once a remedy has ended. */
const court = {
  'count-party-court': { guard: 'partyCourtCountable', actions: 'notePartyCourtCounted' },
  'party-court-lapsed': { actions: 'notePartyCourtLapsed' },
} as const

const brought = {
  'apply-party-court': {
    target: '#party.court-asked',
    guard: 'partyCourtOpen',
    actions: 'notePartyCourtAsked',
  },
} as const

const ends = {
  'end-party-enforcement': {
    target: '#party.given-up',
    guard: 'partyDemandOver',
    actions: 'notePartyEnforced',
  },
} as const

const pays = {
  ...paid,
  ...ends,
  ...court,
  'apply-party-deferral': {
    target: '#party.deferral-asked',
    guard: 'partyDeferralAskable',
    actions: 'notePartyDeferralAsked',
  },
} as const

/** Anew where a remedy has changed what is owed. */
const demands = {
  'demand-party': {
    target: '#party.serving-demand',
    guard: 'partyDemandable',
    actions: 'notePartyDemanded',
  },
} as const

export const performingStates = {
  serving: {
    meta: { task: 'serve-party-decision', to: inspectors },
    on: {
      'serve-party-decision': [
        { target: 'paying', guard: 'partyDecisionServed', actions: 'notePartyDecisionServed' },
        { target: 'performed', guard: 'partyPerformed', actions: 'notePartyDecisionServed' },
      ],
    },
  },
  paying: {
    meta: { task: 'collect-party-fine', to: inspectors },
    on: {
      ...pays,
      'party-payment-overdue': {
        target: 'overdue',
        guard: 'partyStillOwes',
        actions: 'notePartyOverdue',
      },
    },
  },
  overdue: {
    meta: { task: 'demand-party', to: inspectors },
    on: {
      ...pays,
      ...demands,
    },
  },
  'serving-demand': {
    meta: { task: 'serve-party-demand', to: inspectors },
    on: {
      ...pays,
      ...demands,
      'serve-party-demand': {
        target: 'demanded',
        guard: 'partyDemandServiceLawful',
        actions: 'notePartyDemandServed',
      },
    },
  },
  refunding: {
    meta: { task: 'return-party-surplus', to: inspectors },
    on: {
      'return-party-surplus': {
        target: '#party.paid',
        guard: 'partySurplusReturned',
        actions: 'notePartySurplusReturned',
      },
    },
  },
  demanded: {
    meta: { task: 'enforce-party', to: inspectors },
    on: {
      ...pays,
      ...demands,
      ...brought,
    },
  },
  // 强制法 53: what the court was asked to enforce is no longer the authority's to put off.
  'court-asked': {
    meta: { task: 'await-party-court', to: inspectors },
    on: { ...paid, ...ends, ...court, ...demands },
  },
  'deferral-asked': {
    meta: {
      task: 'decide-party-deferral',
      to: leader,
      also: [inspectors],
      signers: { mode: 'any' },
    },
    on: {
      ...paid,
      ...ends,
      ...court,
      ...brought,
      // 处罚法 66: only what was granted holds demand and court off, and he may ask as often as he likes.
      'demand-party': { guard: 'partyLateDemandable', actions: 'notePartyDemanded' },
      'serve-party-demand': { guard: 'partyLateDemandServed', actions: 'notePartyDemandServed' },
      'party-payment-overdue': { guard: 'partyStillOwes', actions: 'notePartyOverdue' },
      'grant-party-deferral': {
        target: 'paying',
        guard: 'partyDeferralLawful',
        actions: 'notePartyDeferred',
      },
      'refuse-party-deferral': [
        { target: 'demanded', guard: 'partyBackToDemanded', actions: 'notePartyDeferralRefused' },
        {
          target: 'serving-demand',
          guard: 'partyBackToServing',
          actions: 'notePartyDeferralRefused',
        },
        { target: 'overdue', guard: 'partyBackToOverdue', actions: 'notePartyDeferralRefused' },
        { target: 'paying', guard: 'partyBackToPaying', actions: 'notePartyDeferralRefused' },
      ],
    },
  },
} as const
