// Which way does a project go, from its registration over its reviews, its construction and its trial run into use?

import { clerk, reviewers, sectionChief } from '../../licensing/addresses.ts'
import { principal, safetyOfficer } from '../../organisation/addresses.ts'
import { application, at, onPaper } from './phase.ts'

const builder = { to: principal, also: [safetyOfficer] } as const

/** 令36 第十五条: a great change of an approved design is reviewed first, whether construction has begun or not. */
const ofTheDesign = {
  'apply-change': { target: at('change'), guard: 'changeLawful', actions: 'noteChangeApplied' },
  'note-minor-change': {},
} as const

const beforeConstruction = {
  planning: {
    meta: { task: 'apply', ...builder },
    on: {
      'apply-conditions': {
        target: 'conditions',
        guard: 'conditionsFirst',
        actions: 'noteConditionsApplied',
      },
      'apply-design': { target: 'design', guard: 'designFirst', actions: 'noteDesignApplied' },
      'begin-construction': { target: 'building', guard: 'needsNoReview', actions: 'noteBegun' },
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
  /** 条例 12, 令45: only of projects that produce or store hazardous chemicals. */
  conditions: application('conditions', {
    spared: {},
    decisions: {
      'pass-conditions': {
        target: at('conditions.serving'),
        guard: 'approvalLawful',
        actions: ['noteDecided', 'noteOpinion'],
      },
      'refuse-conditions': {
        target: at('conditions.refusing'),
        guard: 'decisionLawful',
        actions: ['noteDecided', 'noteFalse'],
      },
    },
    onwards: at('designing'),
    back: at('planning'),
  }),
  designing: {
    meta: { task: 'apply-design', ...builder },
    on: {
      'apply-design': { target: 'design', guard: 'mayApplyDesign', actions: 'noteDesignApplied' },
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
  design: application('design', {
    spared: onPaper,
    decisions: {
      'approve-design': {
        target: at('design.serving'),
        guard: 'approvalLawful',
        actions: ['noteDecided', 'noteDesign'],
      },
      'refuse-design': {
        target: at('design.refusing'),
        guard: 'decisionLawful',
        actions: ['noteDecided', 'noteFalse'],
      },
    },
    onwards: at('approved'),
    back: at('designing'),
  }),
  approved: {
    meta: { task: 'begin-construction', ...builder },
    on: {
      'begin-construction': { target: 'building', guard: 'beginningLawful', actions: 'noteBegun' },
      ...ofTheDesign,
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
} as const

const construction = {
  building: {
    meta: { task: 'build', ...builder },
    always: { target: 'approved', guard: 'notBegun' },
    on: {
      ...ofTheDesign,
      'finish-construction': [
        { target: 'commissioning', guard: 'needsTrial', actions: 'noteFinished' },
        { target: 'accepting', guard: 'needsNoTrial', actions: 'noteFinished' },
      ],
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
  /** 令36, 令45: a great change of the design goes back to whoever approved it; the project then stands where it stood. */
  change: application('change', {
    spared: onPaper,
    decisions: {
      'approve-design': {
        target: at('change.serving'),
        guard: 'approvalLawful',
        actions: ['noteDecided', 'noteDesign'],
      },
      'refuse-design': {
        target: at('change.refusing'),
        guard: 'decisionLawful',
        actions: ['noteDecided', 'noteFalse'],
      },
    },
    onwards: at('building'),
    back: at('building'),
  }),
  commissioning: {
    meta: { task: 'begin-trial', ...builder },
    on: {
      'file-trial-plan': { target: 'filing', guard: 'trialIsFiled' },
      'begin-trial': { target: 'trial', guard: 'trialLawful', actions: 'noteTrial' },
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
  filing: {
    meta: { task: 'confirm-filing', to: clerk },
    on: {
      'confirm-filing': { target: 'commissioning', actions: 'noteTrialFiled' },
      'return-filing': { target: 'commissioning' },
    },
  },
  trial: {
    meta: { task: 'trial', ...builder },
    on: {
      'end-trial': [
        { target: 'accepting', guard: 'trialPassed', actions: 'noteTrialEnded' },
        { target: 'building', guard: 'trialFailed', actions: 'noteTrialFailed' },
      ],
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
} as const

/** 安全法 34: since 2015 the builder organises the acceptance and the authority looks after it; before, the authority decided. */
const acceptance = {
  accepting: {
    meta: { task: 'complete', ...builder },
    on: {
      'report-completion': { target: 'supervising', guard: 'builderAccepts' },
      'acceptance-failed': {
        target: 'building',
        guard: 'builderAccepts',
        actions: 'noteAcceptanceFailed',
      },
      'apply-completion': {
        target: 'completion',
        guard: 'bureauAccepts',
        actions: 'noteCompletionApplied',
      },
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
  completion: application('completion', {
    spared: {},
    decisions: {
      'pass-completion': {
        target: at('completion.serving'),
        guard: 'approvalLawful',
        actions: ['noteDecided'],
      },
      'refuse-completion': {
        target: at('completion.refusing'),
        guard: 'decisionLawful',
        actions: ['noteDecided', 'noteFalse'],
      },
    },
    onwards: at('in-use'),
    served: 'noteInUse',
    back: at('accepting'),
  }),
  supervising: {
    meta: { task: 'supervise', to: sectionChief, also: [reviewers] },
    on: {
      'file-completion': { target: 'in-use', actions: 'noteInUse' },
      'begin-spot-check': { target: 'spot-check' },
    },
  },
  'spot-check': {
    meta: { task: 'spot-check', to: reviewers, signers: { mode: 'all', need: 2 } },
    on: {
      'spot-check-passed': { target: 'in-use', actions: 'noteInUse' },
      'spot-check-failed': { target: 'correcting', actions: 'noteAsked' },
    },
  },
  correcting: {
    meta: { task: 'correct', ...builder },
    on: {
      'report-corrected': { target: 'spot-check', guard: 'answersWhole' },
      abandon: { target: 'abandoned', actions: 'noteAbandoned' },
    },
  },
} as const

export const handling = {
  initial: 'planning',
  on: {
    'correct-jurisdiction': { guard: 'authorityLawful', actions: 'noteAuthority' },
    'declare-void': { target: '.planning', guard: 'opinionHasExpired', actions: 'noteOpinionVoid' },
    'annul-approval': {
      target: '.annulled',
      guard: 'annulmentLawful',
      actions: ['noteFraud', 'noteAnnulled'],
    },
  },
  states: {
    ...beforeConstruction,
    ...construction,
    ...acceptance,
    'in-use': { type: 'final' },
    abandoned: { type: 'final' },
    annulled: { type: 'final' },
  },
} as const
