// Which way does the investigation go, from the accident to the evaluation of what was done about it?
import { investigators } from '../event/investigators.ts'
import {
  cityChief,
  cityCommander,
  cityLeader,
  citySupervisor,
  countyChief,
  countyCommander,
  countyLeader,
  countySupervisor,
  desks,
} from './addresses.ts'
import { endedWithAll } from './ends.ts'

/** 493号 13: somebody has died of it after all, whichever report says so. */
const owedAfterAll = {
  target: '.deciding',
  guard: 'investigationOwed',
  actions: 'noteInvestigationOwed',
} as const
/** 493号 20: and where that was evaluated already, it is a graver accident now. */
const newlyKnown = [
  owedAfterAll,
  { target: '.deciding', guard: 'inquiryOutgrown', actions: 'noteInquiryOutgrown' },
] as const

/** 预案办法 34: a planned drill is evaluated; what really happened is investigated. */
const onceHandled = [
  { target: 'debriefing', guard: 'isPlannedDrill' },
  { target: 'not-needed', guard: 'isDrill' },
  { target: 'deciding' },
] as const

const opened = {
  target: 'investigating',
  guard: 'inquiryLawful',
  actions: 'noteInquiry',
} as const

/** 493号 20: the numbers have made it the city's, which begins anew with a group of its own; whatever was found or replied before. */
const takenUpAnew = {
  target: 'investigating',
  guard: 'takenUpLawful',
  actions: 'noteInquiryAnew',
} as const

export const investigation = {
  initial: 'none',
  on: {
    'record-casualties': newlyKnown,
    'report-to-city': newlyKnown,
    'report-to-province': newlyKnown,
    'report-further': newlyKnown,
    'report-finally': newlyKnown,
    'correct-report': newlyKnown,
    'case-joined': { ...owedAfterAll, guard: 'joinedOwesInquiry' },
    verify: { actions: 'noteInvestigationOwed' },
    'trapped-two-hours': {
      target: '.deciding',
      guard: 'investigationWaived',
      actions: 'noteInvestigationOwed',
    },
    ...endedWithAll,
  },
  states: {
    none: {
      on: {
        'open-investigation': opened,
        'end-response': onceHandled,
        'no-response': onceHandled,
      },
    },
    deciding: {
      meta: {
        task: 'decide-investigation',
        internal: true,
        to: countyLeader,
        also: [cityLeader],
        among: investigators(countyLeader, cityLeader),
      },
      on: {
        'open-investigation': opened,
        'no-investigation': {
          target: 'not-needed',
          guard: 'noInquiryLawful',
          actions: 'noteInvestigationWaived',
        },
      },
    },
    investigating: {
      meta: {
        task: 'investigate',
        to: countyChief,
        also: [cityChief],
        among: investigators(countyChief, cityChief),
      },
      on: {
        // 493号 20: the city takes up what a county has begun, and what the numbers have made the city's.
        'open-investigation': { guard: 'takenUpLawful', actions: 'noteInquiry' },
        'submit-report': { target: 'replying', guard: 'ofInvestigator' },
      },
    },
    replying: {
      meta: {
        task: 'reply',
        to: countyLeader,
        also: [cityLeader],
        among: investigators(countyLeader, cityLeader),
      },
      on: {
        reply: { target: 'following-up', guard: 'ofInvestigator' },
        'return-report': {
          target: 'investigating',
          guard: 'returnLawful',
          actions: 'noteReportReturned',
        },
        'open-investigation': takenUpAnew,
      },
    },
    'following-up': {
      meta: {
        task: 'evaluate',
        to: countySupervisor,
        also: [citySupervisor],
        among: investigators(countySupervisor, citySupervisor),
      },
      on: {
        'open-investigation': takenUpAnew,
        'set-measure': {},
        'open-hazard': {},
        'open-enforcement': {},
        'publish-result': { guard: 'publishingLawful', actions: 'notePublished' },
        evaluate: {
          target: 'evaluated',
          guard: 'evaluationLawful',
          actions: 'noteEvaluated',
        },
      },
    },
    debriefing: {
      meta: {
        task: 'evaluate-drill',
        internal: true,
        to: countyLeader,
        also: [cityLeader, countyCommander, cityCommander, ...desks],
      },
      on: { 'evaluate-drill': { target: 'improving' } },
    },
    improving: {
      meta: {
        task: 'improve',
        internal: true,
        to: countySupervisor,
        also: [citySupervisor, countyLeader, cityLeader],
      },
      on: {
        'set-measure': {},
        'conclude-drill': { target: 'evaluated', guard: 'measuresDone' },
      },
    },
    evaluated: { type: 'final' },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
