// Who is called about an alarm, and what is still to be done? How the alarm itself stands, its devices tell (devices/alarms).
import { setup } from 'xstate'
import { endOf, type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { AlarmEventType } from './acts.ts'
import { cityDuty, countyDuty, keepers } from './addresses.ts'
import { type AlarmContext, notes, opening } from './context.ts'
import { rules } from './rules.ts'

const id = 'alarm-episode'
export const responseEnded = endOf(id, 'response')

/** The closed list of tasks; the chart says which state asks for which. */
export type AlarmTask = 'acknowledge' | 'handle' | 'reset' | 'conclude'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: AlarmEventType | typeof responseEnded }

const types = {} as {
  context: AlarmContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: AlarmTask }
}
const { assign } = setup({ types })

/** Who acknowledges has it in hand, and keeps it from no other desk and not from the next shift. */
const task = (name: AlarmTask) => ({
  task: name,
  to: countyDuty,
  also: [cityDuty],
  among: keepers,
  signers: { mode: 'any' } as const,
  heldAfter: ['acknowledge'],
})

/** What was reset, or does not latch. It is over when its devices have said so, never before. */
const onward = [
  { target: 'concluding', guard: 'needsConclusion' },
  { target: 'over', guard: 'closed' },
] as const

/** What is acknowledged and has returned. */
const returned = [{ target: 'resetting', guard: 'latched' }, ...onward] as const

/** Nothing of it is to be done here: its devices are still to say how it stands. */
const awaited = { target: 'acknowledged' } as const

/** Whatever stood aside is looked at again as it is now. */
const lookedAtAgain = [
  { target: 'unacknowledged', guard: 'mustRing' },
  ...returned,
  awaited,
] as const

/** The work under a permit begins however the alarm stands aside already, and outlasts that. */
const takenOut = {
  'take-out-of-service': { target: 'out-of-service', guard: 'outLawful' },
} as const

const aside = {
  shelve: { target: 'shelved', guard: 'shelvable' },
  suppress: { target: 'suppressed', guard: 'suppressible' },
  ...takenOut,
} as const

/** It rings again: a higher limit, a re-alarm, or what it did while the plant hid it. */
const ringsAgain = {
  're-alarm': { target: 'unacknowledged', guard: 'unanswered' },
  escalate: { target: 'unacknowledged', guard: 'newsUnanswered' },
  'return-to-normal': { target: 'unacknowledged', guard: 'unanswered' },
  'declared-over': { target: 'unacknowledged', guard: 'unanswered' },
} as const

/** It rang and was acknowledged, and stands: its return is still to come. */
const standsAgain = {
  ...ringsAgain,
  're-alarm': [ringsAgain['re-alarm'], { ...awaited, guard: 'stands' }],
  escalate: [ringsAgain.escalate, { ...awaited, guard: 'newsStands' }],
} as const

const endedThere = [
  { target: 'concluding', guard: 'closedGrave' },
  { target: 'over', guard: 'closed' },
] as const

/** What its devices have ended wants no more of them. */
const ended = { 'alarm-ended': endedThere, 'acknowledged-at-plant': endedThere } as const

/** Whatever says that it is graver begins the period of that level. */
const graver = { target: 'unacknowledged', reenter: true, guard: 'raisesLevel' } as const

/** A desk has seen what is still on its way to the case, or what rang while it stood aside: nobody is called for that afterwards. */
const answeredAhead = {
  acknowledge: { guard: 'answersAhead', actions: 'noteAnswered' },
} as const

/** The end of the emergency response concludes what is acknowledged, as soon as nothing else of it is to be done. */
const concludedLater = {
  'emergency-ended': { guard: 'emergencyConcludes', actions: 'noteConcluded' },
} as const

const response = {
  initial: 'unacknowledged',
  // Whatever a device or an emergency response tells is kept, wherever the case stands.
  on: {
    'return-to-normal': {},
    'declared-over': {},
    'alarm-ended': {},
    're-alarm': {},
    escalate: { guard: 'isNews' },
    'note-branch': {},
    'shelved-at-plant': {},
    'acknowledge-at-enterprise': {},
    'hand-over': {},
    'start-emergency': { guard: 'emergencyLawful', actions: 'noteEmergency' },
    'emergency-ended': { guard: 'emergencyGoesOn', actions: 'noteEmergencyEnded' },
    'emergency-waived': { guard: 'emergencyGoesOn', actions: 'noteEmergencyWaived' },
    'report-hazard': { guard: 'hazardLawful', actions: 'noteHazard' },
  },
  states: {
    unacknowledged: {
      entry: 'ring',
      exit: 'fallSilent',
      meta: task('acknowledge'),
      on: {
        acknowledge: [
          { target: 'acknowledged', guard: 'answersStanding', actions: 'noteAnswered' },
          { target: 'resetting', guard: 'answersLatched', actions: 'noteAnswered' },
          { target: 'concluding', guard: 'answersGrave', actions: 'noteAnswered' },
          { target: 'over', guard: 'answersClosed', actions: 'noteAnswered' },
          { target: 'acknowledged', guard: 'answersAll', actions: 'noteAnswered' },
        ],
        ...aside,
        'take-out-of-service': { target: 'out-of-service', guard: 'outHeard' },
        're-alarm': [graver, { actions: 'ringOn' }],
        'return-to-normal': [graver, { actions: 'ringOn' }],
        'declared-over': [graver, { actions: 'ringOn' }],
        'acknowledged-at-plant': [graver, { actions: 'ringOn' }],
        escalate: [graver, { guard: 'isNews', actions: 'ringOn' }],
      },
    },
    acknowledged: {
      entry: 'noteHandling',
      exit: 'noteLeft',
      meta: task('handle'),
      on: {
        ...aside,
        ...ringsAgain,
        ...answeredAhead,
        ...concludedLater,
        'return-to-normal': [ringsAgain['return-to-normal'], { guard: 'stands' }, ...returned],
        'declared-over': [ringsAgain['declared-over'], { guard: 'stands' }, ...onward],
        ...ended,
      },
    },
    resetting: {
      entry: 'noteHandling',
      exit: 'noteLeft',
      meta: task('reset'),
      on: {
        reset: [...onward, awaited],
        ...standsAgain,
        ...answeredAhead,
        ...concludedLater,
        ...ended,
      },
    },
    concluding: {
      entry: 'noteConcluding',
      exit: 'noteLeft',
      meta: task('conclude'),
      on: {
        conclude: [
          { target: 'over', guard: 'concludesClosed', actions: 'noteConclusion' },
          { ...awaited, guard: 'concludeLawful', actions: 'noteConclusion' },
        ],
        'emergency-ended': [
          { target: 'over', guard: 'emergencyConcludesClosed', actions: 'noteConcluded' },
          { ...awaited, guard: 'emergencyConcludes', actions: 'noteConcluded' },
        ],
        ...standsAgain,
        ...answeredAhead,
      },
    },
    /** Only a higher level breaks it, or a permit. */
    shelved: {
      entry: 'noteShelved',
      exit: 'comeBack',
      on: {
        unshelve: lookedAtAgain,
        'shelving-ended': lookedAtAgain,
        escalate: ringsAgain.escalate,
        ...answeredAhead,
        ...takenOut,
      },
    },
    suppressed: {
      entry: 'noteSuppressed',
      exit: 'comeBack',
      on: {
        'return-to-service': lookedAtAgain,
        'suppression-ended': lookedAtAgain,
        escalate: ringsAgain.escalate,
        ...answeredAhead,
        ...takenOut,
      },
    },
    /** Whoever works on the device makes it ring; that is kept, and nobody is called. */
    'out-of-service': {
      entry: 'noteOutOfService',
      exit: 'comeBack',
      on: {
        'return-to-service': lookedAtAgain,
        'service-due': lookedAtAgain,
        ...answeredAhead,
      },
    },
    over: { type: 'final' },
  },
} as const

/** What the devices told last, for whoever reads: they judge it, and nobody is called by it here. */
const condition = {
  initial: 'active',
  on: {
    're-alarm': { target: '.active', actions: 'noteTold' },
    escalate: { target: '.active', actions: 'noteTold' },
    'return-to-normal': { target: '.returned', actions: 'noteTold' },
    'declared-over': { target: '.declared', actions: 'noteTold' },
    'alarm-ended': { actions: 'noteTold' },
    'acknowledged-at-plant': { actions: 'noteTold' },
    [responseEnded]: { target: '.ended' },
  },
  states: { active: {}, returned: {}, declared: {}, ended: { type: 'final' } },
} as const

/** Unknown quality is no state of the alarm: what was known last stands, and it is said that nobody knows better. */
const quality = {
  initial: 'known',
  on: {
    'lose-quality': { target: '.unknown' },
    'regain-quality': { target: '.known' },
    [responseEnded]: { target: '.ended' },
  },
  states: { known: {}, unknown: {}, ended: { type: 'final' } },
} as const

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => opening(input),
  states: { response, condition, quality },
})

export type AlarmState = StateNameOf<typeof machine>
