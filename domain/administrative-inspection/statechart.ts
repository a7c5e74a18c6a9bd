// Which states does an inspection go through, and what leads from one to the next?
import { setup } from 'xstate'
import { returns, type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import { inspectors } from '../organisation/addresses.ts'
import type { AdministrativeInspectionEventType } from './acts.ts'
import { type InspectionContext, opening } from './memory/context.ts'
import { notes } from './notes.ts'
import { cityInspectors, leader } from './posts/addresses.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type AdministrativeInspectionTask =
  | 'approve-inspection'
  | 'announce-inspection'
  | 'begin-inspection'
  | 'record-inspection'
  | 'settle-findings'
  | 'conclude-inspection'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: AdministrativeInspectionEventType | 'return' }
const types = {} as {
  context: InspectionContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: AdministrativeInspectionTask }
}
const { assign } = setup({ types })
const also = [cityInspectors]

/** 联合检查: until the record is made. */
const joint = { 'invite-bureau': { guard: 'inviteLawful', actions: 'noteInvited' } } as const

/** From the moment that officers may come: what they write down arrives before the act by which they began, or after it. */
const noted = {
  'note-visit': { guard: 'noteLawful', actions: 'noteNoted' },
  'join-findings': { guard: 'joinLawful', actions: 'noteJoined' },
} as const

/** What was to lead to another case leads nowhere again. */
const reopened = {
  'matter-not-opened': { target: 'findings', actions: 'noteReopened' },
} as const

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id: 'administrative-inspection',
  context: ({ input }) => opening(input),
  initial: 'planned',
  states: {
    planned: {
      meta: { task: 'approve-inspection', to: leader },
      on: {
        'approve-inspection': { target: 'approved' },
        'refuse-inspection': { target: 'refused' },
        reschedule: { guard: 'fromToday', actions: 'noteDay' },
      },
    },
    approved: {
      meta: { task: 'announce-inspection', to: inspectors, also, returnTo: ['planned'] },
      on: {
        'issue-notice': { target: 'noticed', guard: 'fromToday', actions: 'noteNoticed' },
        'begin-inspection': { target: 'under-way', guard: 'beginLawful', actions: 'noteBegun' },
        reschedule: { guard: 'fromToday', actions: 'noteDay' },
        'cancel-inspection': { target: 'cancelled' },
        ...noted,
        ...joint,
        ...returns('planned'),
      },
    },
    noticed: {
      meta: { task: 'begin-inspection', to: inspectors, also },
      on: {
        'begin-inspection': { target: 'under-way', guard: 'beginLawful', actions: 'noteBegun' },
        'change-notice': { guard: 'fromToday', actions: 'noteDay' },
        'cancel-inspection': { target: 'cancelled' },
        ...noted,
        ...joint,
      },
    },
    'under-way': {
      meta: {
        task: 'record-inspection',
        to: inspectors,
        also,
        signers: { mode: 'all', need: 2 },
      },
      on: {
        ...noted,
        ...joint,
        'record-inspection': {
          target: 'findings',
          guard: 'recordLawful',
          actions: 'noteRecorded',
        },
        'end-visit': { target: 'not-made', guard: 'endLawful' },
        'report-obstruction': { target: 'not-made', guard: 'endLawful' },
      },
    },
    findings: {
      meta: { task: 'settle-findings', to: inspectors, also },
      always: [
        { target: 'rechecking', guard: 'onlyOrdersOpen' },
        { target: 'concluding', guard: 'allSettled' },
      ],
      on: {
        'dismiss-finding': { guard: 'findingsOpen', actions: 'noteSettled' },
        'order-correction': { guard: 'orderLawful', actions: 'noteOrdered' },
        'take-measures': { guard: 'measuresLawful', actions: 'noteOrdered' },
        'open-hazard': { guard: 'findingsOpen', actions: 'noteSettled' },
        'open-enforcement': { guard: 'findingsOpen', actions: 'noteSettled' },
        'matter-not-opened': { actions: 'noteReopened' },
      },
    },
    // Nobody is wanted for the visit itself: each order has a re-check, a task and a day of its own.
    rechecking: {
      on: { 'orders-rechecked': { target: 'concluding' }, ...reopened },
    },
    concluding: {
      meta: { task: 'conclude-inspection', to: inspectors, also },
      on: { 'conclude-inspection': { target: 'closed', guard: 'startsAnswered' }, ...reopened },
    },
    'not-made': { type: 'final' },
    closed: { type: 'final' },
    refused: { type: 'final' },
    cancelled: { type: 'final' },
  },
})

export type AdministrativeInspectionState = StateNameOf<typeof machine>
