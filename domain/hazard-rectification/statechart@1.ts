// Which states did a hazard go through under the first chart, which open cases may still stand on?
import { setup } from 'xstate'
import { returns, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import { citySupervisor, inspectors, principal, safetyOfficer } from '../organisation/addresses.ts'
import type { HazardEventType } from './acts.ts'
import { type HazardContext, opening } from './memory/context.ts'
import { notes } from './memory/notes.ts'
import { provinceSupervisor, sectionChief } from './regions/addresses.ts'
import { type HandlingEnded, handlingEnded, id } from './regions/ends.ts'
import { rules } from './rules.ts'
import type { HazardTask } from './statechart.ts'

/** The events of this chart; what is declared about each is that of the present one. */
export const eventsOf1 = [
  'verify',
  'reject',
  'withdraw',
  'issue-order',
  'report-rectified',
  're-check-passed',
  're-check-failed',
  'write-off',
  'rectification-overdue',
  'supervise-red',
  'supervise-city',
  'supervise-province',
  'acknowledge',
] as const satisfies HazardEventType[]
type EventType = (typeof eventsOf1)[number]

type ChartEvent = Omit<CaseEvent, 'type'> & { type: EventType | 'return' | HandlingEnded }

const types = {} as {
  context: HazardContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: HazardTask }
}
const { assign } = setup({ types })

export const machine1 = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => opening(input),
  states: {
    handling: {
      initial: 'verifying',
      states: {
        verifying: {
          meta: { task: 'verify', to: inspectors, signers: { mode: 'all', need: 2 } },
          on: {
            verify: { target: 'ordering', actions: 'noteVerified' },
            reject: { target: 'rejected' },
            withdraw: { target: 'withdrawn', guard: 'withdrawnByReporter' },
          },
        },
        ordering: {
          meta: { task: 'order', to: inspectors, returnTo: ['handling.verifying'] },
          on: {
            'issue-order': { target: 'rectifying', guard: 'dueDateLawful', actions: 'noteOrder' },
            ...returns('handling.verifying'),
          },
        },
        rectifying: {
          meta: { task: 'rectify', to: principal, also: [safetyOfficer] },
          on: {
            'report-rectified': { target: 'rechecking', actions: 'noteRectified' },
            'rectification-overdue': { actions: 'noteOverdue' },
          },
        },
        rechecking: {
          meta: { task: 're-check', to: inspectors },
          on: {
            're-check-passed': {
              target: 'accepting',
              guard: 'recheckedByAnother',
              actions: 'noteRechecked',
            },
            're-check-failed': {
              target: 'rectifying',
              guard: 'mayFailRecheck',
              actions: 'noteFailed',
            },
          },
        },
        accepting: {
          meta: { task: 'write-off', to: sectionChief, returnTo: ['handling.rechecking'] },
          on: {
            'write-off': { target: 'written-off', guard: 'writtenOffByAnother' },
            ...returns('handling.rechecking'),
          },
        },
        'written-off': { type: 'final' },
        rejected: { type: 'final' },
        withdrawn: { type: 'final' },
      },
    },
    // Level by level upwards (国发〔2010〕23号), never back while the hazard lasts: a level of a later order stays where it is.
    supervision: {
      initial: 'none',
      states: {
        none: {
          on: {
            'supervise-red': { target: 'red', actions: 'noteOverdue' },
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
    },
  },
})
