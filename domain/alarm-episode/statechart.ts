// Which states does an alarm go through, and what leads from one to the next? Letters are those of ISA-18.2.
import { setup } from 'xstate'
import { endOf, type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { AlarmEventType } from './acts.ts'
import { cityDuty, countyDuty } from './addresses.ts'
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

const task = (name: AlarmTask) => ({ task: name, to: countyDuty, also: [cityDuty] })

/** What is acknowledged and has returned: C+RTN, D+ack, F+reset. */
const onward = [
  { target: 'resetting', guard: 'latched' },
  { target: 'concluding', guard: 'graveNext' },
  { target: 'over', guard: 'lightNext' },
] as const

/** What was reset, or what a person has declared over: by hearsay alone nothing latches. */
const withoutReset = [
  { target: 'concluding', guard: 'graveEnds' },
  { target: 'over', guard: 'lightEnds' },
] as const

/** Whatever stood aside is looked at again as it is now. */
const lookedAtAgain = [{ target: 'unacknowledged', guard: 'mustRing' }, ...onward] as const

const aside = {
  shelve: { target: 'shelved', guard: 'shelvable' },
  suppress: { target: 'suppressed', guard: 'suppressible' },
  'take-out-of-service': { target: 'out-of-service', guard: 'outLawful' },
} as const

/** It rings again: a higher limit, or a re-alarm. */
const ringsAgain = {
  're-alarm': { target: 'unacknowledged' },
  escalate: { target: 'unacknowledged', guard: 'raisesLevel' },
} as const

const response = {
  initial: 'unacknowledged',
  // Whatever a device tells is kept, wherever the alarm stands; G, H and I never stop the evaluation.
  on: {
    'return-to-normal': {},
    'declared-over': {},
    're-alarm': {},
    escalate: { guard: 'raisesLevel' },
    'note-branch': {},
    'acknowledged-at-plant': {},
    'shelved-at-plant': {},
    'acknowledge-at-enterprise': {},
    'hand-over': {},
    'start-emergency': { guard: 'emergencyLawful', actions: 'noteEmergency' },
    'report-hazard': { guard: 'hazardLawful', actions: 'noteHazard' },
  },
  states: {
    /** B, D, E */
    unacknowledged: {
      entry: 'ring',
      exit: 'fallSilent',
      meta: task('acknowledge'),
      on: {
        acknowledge: [
          { target: 'acknowledged', guard: 'stillActive', actions: 'noteAcked' },
          ...onward.map((way) => ({ ...way, actions: 'noteAcked' as const })),
        ],
        ...aside,
        're-alarm': { actions: 'ringOn' },
        escalate: { target: 'unacknowledged', reenter: true, guard: 'raisesLevel' },
      },
    },
    /** C */
    acknowledged: {
      meta: task('handle'),
      on: { 'return-to-normal': onward, 'declared-over': withoutReset, ...ringsAgain, ...aside },
    },
    /** F */
    resetting: {
      meta: task('reset'),
      on: {
        reset: withoutReset,
        ...ringsAgain,
      },
    },
    concluding: {
      meta: task('conclude'),
      on: { conclude: { target: 'over', guard: 'concludeLawful' }, ...ringsAgain },
    },
    /** G; only a higher level breaks it. */
    shelved: {
      on: {
        unshelve: lookedAtAgain,
        'shelving-ended': lookedAtAgain,
        escalate: { target: 'unacknowledged', guard: 'raisesLevel' },
      },
    },
    /** H */
    suppressed: {
      on: {
        'return-to-service': lookedAtAgain,
        'suppression-ended': lookedAtAgain,
        escalate: { target: 'unacknowledged', guard: 'raisesLevel' },
      },
    },
    /** I: whoever works on the device makes it ring; that is kept, and nobody is called. */
    'out-of-service': { on: { 'return-to-service': lookedAtAgain, 'service-due': lookedAtAgain } },
    over: { type: 'final' },
  },
} as const

const condition = {
  initial: 'active',
  on: {
    're-alarm': { target: '.active', actions: 'noteAlarm' },
    escalate: { target: '.active', actions: 'noteLevel' },
  },
  states: {
    active: {
      on: {
        'return-to-normal': { target: 'returned', actions: 'noteReturned' },
        'declared-over': { target: 'declared', actions: 'noteDeclared' },
        [responseEnded]: { target: 'ended' },
      },
    },
    returned: { on: { [responseEnded]: { target: 'ended' } } },
    /** A person has said so, and no device. */
    declared: { on: { [responseEnded]: { target: 'ended' } } },
    ended: { type: 'final' },
  },
} as const

/** Unknown quality is no state of the alarm: what was known last stands, and it is said that nobody knows better. */
const quality = {
  initial: 'known',
  states: {
    known: {
      on: {
        'lose-quality': { target: 'unknown' },
        'regain-quality': {},
        [responseEnded]: { target: 'ended' },
      },
    },
    unknown: {
      on: {
        'regain-quality': { target: 'known' },
        'lose-quality': {},
        [responseEnded]: { target: 'ended' },
      },
    },
    ended: { type: 'final' },
  },
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
