// Which way does a case go that is suspected to be a crime, and how does it come back (处罚法 27, 令310)?
import { returns } from '../../model/chart.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { leader } from './addresses.ts'

/** 处罚法 35, 48: what was fined before may be paid meanwhile and is set off, and what a remedy gives back goes back; 令310 11(2) does not speak of fines. */
const paidMeanwhile = {
  'record-instalment': { guard: 'partlyPaid', actions: 'notePaid' },
  'record-payment': { guard: 'paidInFull', actions: 'notePaid' },
  'record-refund': { guard: 'refundedMeanwhile', actions: 'noteRefunded' },
} as const

const filed = {
  'record-police-filed': {
    target: 'prosecuted',
    guard: 'policeFiledLawful',
    actions: 'notePoliceFiled',
  },
} as const
const refused = {
  'record-police-refusal': {
    target: 'police-refused',
    guard: 'policeRefusalLawful',
    actions: 'notePoliceRefused',
  },
} as const
const silence = {
  'propose-supervision': {
    target: 'supervising',
    guard: 'silenceComplained',
    actions: 'noteSupervisionAsked',
  },
} as const

/** 令310 5–9: handed over, decided on by the police, asked to decide again. */
const askingPolice = {
  transferring: {
    meta: { task: 'hand-over-police', to: inspectors },
    on: {
      ...paidMeanwhile,
      'hand-over-police': {
        target: 'at-police',
        guard: 'handoverLawful',
        actions: 'noteHandedOver',
      },
    },
  },
  'at-police': {
    meta: { task: 'await-police', to: inspectors },
    on: { ...paidMeanwhile, ...filed, ...refused, ...silence },
  },
  'police-refused': {
    meta: { task: 'answer-police-refusal', to: leader },
    on: {
      ...paidMeanwhile,
      'ask-reconsideration': {
        target: 'reconsidering',
        guard: 'reconsiderable',
        actions: 'noteReconsiderationAsked',
      },
      'propose-supervision': {
        target: 'supervising',
        guard: 'supervisable',
        actions: 'noteSupervisionAsked',
      },
      'accept-police-refusal': [
        { target: 'investigating', guard: 'refusalAcceptedBefore', actions: 'noteCameBack' },
        { target: 'performing', guard: 'refusalAcceptedAfter', actions: 'noteCameBack' },
        { target: 'proposing-closing', guard: 'refusalAcceptedPaid', actions: 'noteCameBack' },
      ],
    },
  },
  reconsidering: {
    meta: { task: 'await-reconsideration', to: inspectors },
    on: {
      ...paidMeanwhile,
      'record-request-received': { guard: 'requestReceived', actions: 'noteRequestReceived' },
      ...filed,
      ...refused,
      ...silence,
    },
  },
  supervising: {
    meta: { task: 'await-supervision', to: inspectors },
    on: {
      ...paidMeanwhile,
      ...filed,
      'record-police-refusal': {
        target: 'police-refused',
        guard: 'lateRefusalLawful',
        actions: 'notePoliceRefused',
      },
      'record-supervision-end': { target: 'police-refused', guard: 'policeFiledLawful' },
    },
  },
} as const

/** The case waits for the criminal matter; it comes back, or is closed as transferred. */
export const transferSteps = {
  ...askingPolice,
  prosecuted: {
    meta: { task: 'await-criminal-outcome', to: inspectors },
    on: {
      ...paidMeanwhile,
      'hand-over-materials': { guard: 'handoverRecorded', actions: 'noteMaterialsHandedOver' },
      'record-criminal-return': [
        { target: 'investigating', guard: 'returnedBefore', actions: 'noteCriminalReturn' },
        { target: 'performing', guard: 'returnedAfter', actions: 'noteCriminalReturn' },
        { target: 'proposing-closing', guard: 'returnedPaid', actions: 'noteCriminalReturn' },
      ],
      'propose-transfer-closing': {
        target: 'closing-transferred',
        guard: 'transferClosable',
        actions: 'noteTransferClosing',
      },
    },
  },
  'closing-transferred': {
    meta: { task: 'approve-transfer-closing', to: leader, returnTo: ['handling.prosecuted'] },
    on: {
      'approve-transfer-closing': { target: 'transferred', guard: 'transferClosedLawful' },
      ...returns('handling.prosecuted'),
    },
  },
  transferred: { type: 'final' },
} as const
