// Which way does one application of a project go, from its receipt to the service of what was decided?

import { cityReviewers, clerk, leader, principal, reviewers, safetyOfficer, sectionChief } from '../../licensing/addresses.ts'
import { returns } from '../../model/chart.ts'

import { id } from './ends.ts'

type Guard = 'decisionLawful'
type Decisions = Record<string, { target: string; guard: Guard; actions: readonly string[] }>
type Ways<Own extends Decisions, Spared> = {
  /** Whether the site may be left out; where nothing allows it, it is not even drawn. */
  spared: Spared
  /** What the leader may decide here. */
  decisions: Own
  /** Where an approval, once served, leads. */
  onwards: string
  /** Where the project stands again when the application is refused, withdrawn or not accepted. */
  back: string
}

/** 许可法 32: accepted, sent back once with everything missing, or refused; silence accepts. */
const intake = (back: string) =>
  ({
    receiving: {
      meta: { task: 'accept', to: clerk },
      on: {
        accept: { target: 'reviewing', guard: 'checklistComplete', actions: 'noteAccepted' },
        'deem-accepted': { target: 'reviewing', actions: 'noteDeemedAccepted' },
        'require-supplement': { target: 'supplementing', guard: 'supplementOnce', actions: 'noteAsked' },
        'refuse-acceptance': { target: back, guard: 'notAcceptedLawful', actions: ['noteFalse', 'noteLeftOff'] },
        withdraw: { target: back, actions: 'noteLeftOff' },
      },
    },
    supplementing: {
      meta: { task: 'supplement', to: principal, also: [safetyOfficer] },
      on: {
        supplement: { target: 'receiving', guard: 'answersWhole', actions: 'noteSupplemented' },
        withdraw: { target: back, actions: 'noteLeftOff' },
      },
    },
  }) as const

/** 许可法 34, 45: two or more on site; what experts and the applicant need is not counted. */
const onSite = <Spared extends object>(spared: Spared) =>
  ({
    preparing: {
      meta: { task: 'prepare', to: reviewers },
      on: {
        'begin-site-check': { target: 'checking' },
        ...spared,
        'begin-expert-review': { target: 'expert-review', guard: 'expertsMayReview', actions: 'noteExperts' },
      },
    },
    checking: {
      meta: { task: 'site-check', to: reviewers, signers: { mode: 'all', need: 2 }, borrow: [cityReviewers] },
      on: {
        'site-check-passed': { target: 'opining', actions: ['noteVisited', 'noteReviewers'] },
        'site-check-failed': { target: 'opining', actions: ['noteVisited', 'noteReviewers'] },
        'site-check-rework': { target: 'reworking', guard: 'noHearingOpen', actions: ['noteAsked', 'noteReviewers', 'noteRework'] },
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
  }) as const

const towardsDecision = <const Own extends Decisions>(phase: Phase, decisions: Own) => {
  const step = (name: string) => `handling.${phase}.reviewing.${name}`
  const [preparing, opining, endorsing] = [step('preparing'), step('opining'), step('endorsing')]
  return {
    opining: {
      meta: {
        task: 'opinion',
        to: reviewers,
        signers: { mode: 'all', need: 2 },
        borrow: [cityReviewers],
        returnTo: [preparing],
      },
      on: {
        'submit-opinion': { target: 'endorsing', guard: 'allAnswered', actions: 'noteReviewers' },
        'begin-expert-review': { target: 'expert-review', guard: 'expertsMayReview', actions: 'noteExperts' },
        ...returns(preparing),
      },
    },
    endorsing: {
      meta: { task: 'endorse', to: sectionChief, returnTo: [opining] },
      on: { endorse: { target: 'deciding', guard: 'endorsedByAnother', actions: 'noteEndorser' }, ...returns(opining) },
    },
    deciding: {
      meta: { task: 'decide', to: leader, returnTo: [endorsing, opining] },
      on: { ...decisions, ...returns(endorsing, opining) },
    },
  } as const
}

/** What was decided is served before it leads anywhere. */
const service = (onwards: string, back: string) =>
  ({
    serving: {
      meta: { task: 'serve', to: clerk },
      on: { 'serve-approval': { target: onwards, guard: 'serviceLawful' } },
    },
    refusing: {
      meta: { task: 'serve-refusal', to: clerk },
      on: { 'serve-refusal': { target: back, guard: 'serviceLawful' } },
    },
  }) as const

/** The same way for every application of a project: only what is decided, and where that leads, differs. */
export const application = <const Own extends Decisions, Spared extends object>(
  phase: Phase,
  { decisions, spared, onwards, back }: Ways<Own, Spared>,
) =>
  ({
    initial: 'receiving',
    states: {
      ...intake(back),
      reviewing: {
        initial: 'preparing',
        states: { ...onSite(spared), ...towardsDecision(phase, decisions) },
        on: {
          'extend-review': { guard: 'mayExtend', actions: 'noteExtended' },
          withdraw: { target: back, actions: 'noteLeftOff' },
        },
      },
      ...service(onwards, back),
    },
  }) as const

/** A state of the handling, and a step of one of its applications, as a target from anywhere. */
export const at = <Name extends string>(name: Name) => `#${id}.handling.${name}` as const

/** 许可法 34(3): drawings may be judged without the site, conditions and completion may not. */
export const onPaper = { 'waive-site-check': { target: 'opining', actions: 'noteVisited' } } as const

/** What the application in hand, or the last one, is for. */
export type Phase = 'conditions' | 'design' | 'change' | 'completion'
