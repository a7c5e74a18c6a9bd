// Which way does the response itself go, from the first call to the end of the aftermath?
import {
  cityCommander,
  cityDuty,
  cityLeader,
  countyCommander,
  countyDuty,
  countyLeader,
} from './addresses.ts'

const notReal = {
  'declare-false': { target: 'false-alarm', guard: 'falseAlarmLawful' },
  refer: { target: 'referred', guard: 'referralLawful' },
} as const

/** 情景注入 of a planned drill: they come while it goes on, at whatever step it is. */
const injects = {
  'inject-given': { guard: 'injectWaits', actions: 'noteInject' },
} as const

const requisitions = {
  'return-requisition': { guard: 'isOpen', actions: 'noteGivenBack' },
} as const

export const response = {
  initial: 'verifying',
  on: {
    'note-event': { guard: 'logLawful' },
    'send-message': { actions: 'noteAddressed' },
    'hold-meeting': { guard: 'meetingLawful', actions: 'noteAddressed' },
    'case-joined': { actions: 'noteJoined' },
    'join-case': { target: '.joined', guard: 'joinLawful' },
    // 复燃、险情再起: the same event, so the same case; also where none was found to be needed.
    'resume-response': {
      target: '.responding',
      guard: 'resumeLawful',
      actions: ['noteAreas', 'noteLevel', 'noteResumed'],
    },
  },
  states: {
    verifying: {
      meta: { task: 'verify', to: countyDuty, also: [cityDuty] },
      on: {
        ...injects,
        verify: { target: 'grading', actions: 'noteFigures' },
        // 回访: of a lift it is how an event is verified; what it brings is noted in its region.
        'call-back': { guard: 'callBackLawful' },
        ...notReal,
      },
    },
    grading: {
      meta: { task: 'grade', to: countyLeader, also: [cityLeader] },
      on: {
        ...injects,
        'start-response': {
          target: 'responding',
          guard: 'startLawful',
          actions: ['noteAreas', 'noteLevel', 'notePlan'],
        },
        'no-response': {
          target: 'not-needed',
          guard: 'noResponseLawful',
          actions: 'noteHandled',
        },
        ...notReal,
      },
    },
    responding: {
      meta: {
        task: 'command',
        to: countyCommander,
        also: [cityCommander, countyLeader, cityLeader, countyDuty, cityDuty],
      },
      on: {
        ...injects,
        'change-level': {
          guard: 'changeLawful',
          actions: ['noteAreas', 'noteLevel', 'noteLevelOfPlan'],
        },
        'set-up-command-post': {},
        'give-order': { guard: 'orderLawful', actions: 'noteOrder' },
        evacuate: {},
        requisition: { guard: 'roomForMore', actions: 'noteRequisition' },
        ...requisitions,
        'request-support': {},
        'end-response': { target: 'aftermath', guard: 'endLawful', actions: 'noteEnded' },
      },
    },
    aftermath: {
      meta: {
        task: 'settle',
        to: countyLeader,
        also: [cityLeader, countyCommander, cityCommander],
      },
      on: { ...requisitions, settle: { target: 'over', guard: 'allGivenBack' } },
    },
    over: { type: 'final' },
    'not-needed': { type: 'final' },
    'false-alarm': { type: 'final' },
    referred: { type: 'final' },
    joined: { type: 'final' },
  },
} as const
