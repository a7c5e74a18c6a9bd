// Which steps does every application go through in a chart, and what leads from one to the next?
import { returns } from '../model/chart.ts'
import { principal, safetyOfficer } from '../organisation/addresses.ts'
import { cityReviewers, clerk, leader, reviewers, sectionChief } from './addresses.ts'

/** 许可法 32: accepted, or sent back once with everything missing; silence accepts. Where a refusal leads is each chart's own. */
export const receiving = {
  meta: { task: 'accept', to: clerk },
  on: {
    accept: { target: 'reviewing', guard: 'checklistComplete', actions: 'noteAccepted' },
    'deem-accepted': { target: 'reviewing', actions: 'noteDeemedAccepted' },
    'require-supplement': {
      target: 'supplementing',
      guard: 'supplementOnce',
      actions: 'noteAsked',
    },
  },
} as const

/** Nothing is looked at before all of it was answered; who does not answer is not waited for for ever. */
export const supplementing = {
  meta: { task: 'supplement', to: principal, also: [safetyOfficer] },
  on: {
    supplement: { target: 'receiving', guard: 'answersWhole', actions: 'noteSupplemented' },
    'end-supplement': { target: 'receiving', guard: 'answerAwaited' },
  },
} as const

/** 许可法 34: two or more on site. */
export const siteCheck = {
  task: 'site-check',
  to: reviewers,
  signers: { mode: 'all', need: 2 },
  borrow: [cityReviewers],
} as const

/** 许可法 45: what the applicant and the experts need in between. */
export const interludes = {
  reworking: {
    meta: { task: 'rework', to: principal, also: [safetyOfficer] },
    on: {
      'report-rework': { target: 'preparing', guard: 'answersWhole', actions: 'noteGoesOn' },
      'end-rework': { target: 'preparing', guard: 'answerAwaited', actions: 'noteGoesOn' },
    },
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

/** From wherever the review stands. */
export const beginExperts = {
  target: 'expert-review',
  guard: 'expertsMayReview',
  actions: 'noteExperts',
} as const

type Decisions = Record<
  string,
  { target: string; guard: string; actions: string | readonly string[] }
>

/** An opinion of two, endorsed by a third, decided by a fourth. `within`: the state of the review, as everywhere. */
export const towardsDecision = <const Own extends Decisions>(within: string, decisions: Own) => {
  const [preparing, opining, endorsing] = [
    `${within}.preparing`,
    `${within}.opining`,
    `${within}.endorsing`,
  ]
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
        'submit-opinion': { target: 'endorsing', guard: 'opinionLawful', actions: 'noteReviewers' },
        'begin-expert-review': beginExperts,
        ...returns(preparing),
      },
    },
    endorsing: {
      meta: { task: 'endorse', to: sectionChief, returnTo: [opining] },
      on: {
        endorse: { target: 'deciding', guard: 'endorsedByAnother', actions: 'noteEndorser' },
        ...returns(opining),
      },
    },
    deciding: {
      meta: { task: 'decide', to: leader, returnTo: [endorsing, opining] },
      on: { ...decisions, ...returns(endorsing, opining) },
    },
  } as const
}
