// Which way does one application of a project go, from its receipt to the service of what was decided?

import { clerk, reviewers } from '../../licensing/addresses.ts'
import {
  beginExperts,
  interludes,
  receiving,
  siteCheck,
  supplementing,
  towardsDecision,
} from '../../licensing/handling.ts'
import { id } from './ends.ts'

type Decisions = Record<
  string,
  { target: string; guard: 'decisionLawful' | 'approvalLawful'; actions: readonly string[] }
>
type Ways<Own extends Decisions, Spared> = {
  /** Whether the site may be left out; where nothing allows it, it is not even drawn. */
  spared: Spared
  /** What the leader may decide here. */
  decisions: Own
  /** Where an approval, once served, leads. */
  onwards: string
  /** What the chart remembers when the project has come to its end with it. */
  served?: 'noteInUse'
  /** Where the project stands again when the application is refused, withdrawn or not accepted. */
  back: string
}

/** An application that is not accepted, or withdrawn, takes the project back. */
const intake = (back: string) => {
  const withdraw = { target: back, actions: 'noteLeftOff' } as const
  return {
    receiving: {
      ...receiving,
      on: {
        ...receiving.on,
        'refuse-acceptance': {
          target: back,
          guard: 'notAcceptedLawful',
          actions: ['noteFalse', 'noteLeftOff'],
        },
        withdraw,
      },
    },
    supplementing: { ...supplementing, on: { ...supplementing.on, withdraw } },
  } as const
}

const onSite = <Spared extends object>(spared: Spared) =>
  ({
    preparing: {
      meta: { task: 'prepare', to: reviewers },
      on: {
        'begin-site-check': { target: 'checking' },
        ...spared,
        'begin-expert-review': beginExperts,
      },
    },
    checking: {
      meta: siteCheck,
      on: {
        'site-check-passed': { target: 'opining', actions: ['noteCheckPassed', 'noteReviewers'] },
        'site-check-failed': { target: 'opining', actions: ['noteCheckFailed', 'noteReviewers'] },
        'site-check-rework': {
          target: 'reworking',
          guard: 'noHearingOpen',
          actions: ['noteAsked', 'noteReviewers', 'noteRework'],
        },
      },
    },
    ...interludes,
  }) as const

/** What was decided is served before it leads anywhere. */
const service = <const Served extends string>(onwards: string, back: string, served?: Served) =>
  ({
    serving: {
      meta: { task: 'serve', to: clerk },
      on: {
        'serve-approval': {
          target: onwards,
          guard: 'serviceLawful',
          ...(served && { actions: served }),
        },
      },
    },
    refusing: {
      meta: { task: 'serve-refusal', to: clerk },
      on: { 'serve-refusal': { target: back, guard: 'serviceLawful' } },
    },
  }) as const

/** The same way for every application of a project: only what is decided, and where that leads, differs. */
export const application = <const Own extends Decisions, Spared extends object>(
  phase: Phase,
  { decisions, spared, onwards, served, back }: Ways<Own, Spared>,
) =>
  ({
    initial: 'receiving',
    states: {
      ...intake(back),
      reviewing: {
        initial: 'preparing',
        states: { ...onSite(spared), ...towardsDecision(`handling.${phase}.reviewing`, decisions) },
        on: {
          'extend-review': { guard: 'mayExtend', actions: 'noteExtended' },
          withdraw: { target: back, actions: 'noteLeftOff' },
        },
      },
      ...service(onwards, back, served),
    },
  }) as const

/** A state of the handling, and a step of one of its applications, as a target from anywhere. */
export const at = <Name extends string>(name: Name) => `#${id}.handling.${name}` as const

/** 许可法 34(3): drawings may be judged without the site, conditions and completion may not. */
export const onPaper = {
  'waive-site-check': { target: 'opining', actions: 'noteVisited' },
} as const

/** What the application in hand, or the last one, is for. */
export type Phase = 'conditions' | 'design' | 'change' | 'completion'
