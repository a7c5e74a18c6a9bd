// Who above the bureau looks at a hazard, what do leaders ask about it, and what is the reporter told?
import { citySupervisor, inspectors } from '../../organisation/addresses.ts'
import { provinceSupervisor, sectionChief } from './addresses.ts'
import { handlingEnded } from './ends.ts'

const toProvince = {
  target: 'province',
  guard: { type: 'raisedTo', params: { level: 'province' } },
} as const
const toCity = { target: 'city', guard: { type: 'raisedTo', params: { level: 'city' } } } as const
const toRed = { target: 'red', guard: { type: 'raisedTo', params: { level: 'county' } } } as const

/** Level by level upwards (国发〔2010〕23号), never back while the hazard lasts: a level of a later order stays where it is. */
export const supervision = {
  initial: 'none',
  states: {
    none: {
      on: {
        'supervise-red': { target: 'red', actions: 'noteOverdue' },
        'raise-supervision': [toRed, toCity, toProvince],
        'grant-extension': { target: 'city', guard: 'secondExtension' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    red: {
      initial: 'told',
      states: {
        told: {
          meta: { task: 'acknowledge-red', to: sectionChief, internal: true },
          on: { acknowledge: { target: 'acknowledged' } },
        },
        acknowledged: {},
      },
      on: {
        'supervise-red': { actions: 'noteOverdue' },
        'supervise-city': { target: 'city', actions: 'noteOverdue' },
        'raise-supervision': [toCity, toProvince],
        'grant-extension': { target: 'city', guard: 'secondExtension' },
        [handlingEnded]: { target: 'lifted' },
      },
    },
    city: {
      initial: 'told',
      states: {
        told: {
          meta: { task: 'acknowledge-city', to: citySupervisor, internal: true },
          on: { acknowledge: { target: 'acknowledged' } },
        },
        acknowledged: {},
      },
      on: {
        'supervise-red': { actions: 'noteOverdue' },
        'supervise-city': { actions: 'noteOverdue' },
        'supervise-province': { target: 'province', actions: 'noteOverdue' },
        'raise-supervision': [toProvince],
        [handlingEnded]: { target: 'lifted' },
      },
    },
    province: {
      initial: 'told',
      states: {
        told: {
          meta: { task: 'acknowledge-province', to: provinceSupervisor, internal: true },
          on: { acknowledge: { target: 'acknowledged' } },
        },
        acknowledged: {},
      },
      on: {
        'supervise-red': { actions: 'noteOverdue' },
        'supervise-city': { actions: 'noteOverdue' },
        'supervise-province': { actions: 'noteOverdue' },
        [handlingEnded]: { target: 'lifted' },
      },
    },
    'not-needed': { type: 'final' },
    lifted: { type: 'final' },
  },
} as const

/** 批示: a leader's instruction is a task with a date of its own. */
export const instruction = {
  initial: 'none',
  states: {
    none: {
      on: {
        instruct: { target: 'open', guard: 'instructionLawful' },
        [handlingEnded]: { target: 'ended' },
      },
    },
    open: {
      meta: { task: 'answer-instruction', to: sectionChief, also: [inspectors], internal: true },
      on: { 'answer-instruction': { target: 'none' }, [handlingEnded]: { target: 'ended' } },
    },
    ended: { type: 'final' },
  },
} as const

/** 12350: whoever has reported is told what was found, also when nothing was, or who deals with it now. */
export const reporter = {
  initial: 'none',
  states: {
    none: {
      on: {
        verify: { target: 'due', guard: 'verifiedForPublic', actions: 'noteAnswerOwed' },
        reject: { target: 'due', guard: 'reportedByPublic', actions: 'noteAnswerOwed' },
        join: { target: 'due', guard: 'reportedByPublic', actions: 'noteAnswerOwed' },
        'hand-over': { target: 'due', guard: 'handedOutsideForPublic', actions: 'noteAnswerOwed' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    due: {
      meta: { task: 'answer-reporter', to: inspectors, internal: true },
      on: { 'answer-reporter': { target: 'answered', actions: 'noteAnswerGiven' } },
    },
    answered: { type: 'final' },
    'not-needed': { type: 'final' },
  },
} as const
