// Which states does a listing go through, and what leads from one to the next?
import { setup } from 'xstate'
import { returns, type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import { countyLeader, inspectors, principal, safetyOfficer } from '../organisation/addresses.ts'
import type { DishonestyListingEventType } from './acts.ts'
import { type ListingContext, notes, opening } from './context.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type DishonestyListingTask =
  | 'notify-listing'
  | 'serve-notice'
  | 'state-case'
  | 'weigh-statement'
  | 'decide-listing'
  | 'serve-listing'
  | 'examine-repair'
  | 'decide-repair'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: DishonestyListingEventType | 'return' }
const types = {} as {
  context: ListingContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: DishonestyListingTask }
  tags: 'quiet'
}
const { assign } = setup({ types })

/** With the penalty the listing ends, wherever it stands; a lighter one is looked at. */
const withThePenalty = {
  'penalty-annulled': { target: 'annulled' },
  'penalty-changed': {},
} as const

/** 应急令11号: told, heard, decided. */
const beforeTheListing = {
  notifying: {
    meta: { task: 'notify-listing', to: inspectors },
    on: {
      'notify-listing': { target: 'serving-notice', actions: 'noteNoticed' },
      ...withThePenalty,
    },
  },
  'serving-notice': {
    meta: { task: 'serve-notice', to: inspectors },
    on: {
      'serve-notice': [
        { target: 'weighing', guard: 'servedAfterWaiver', actions: 'noteNoticeServed' },
        { target: 'awaiting', guard: 'noticeServiceLawful', actions: 'noteNoticeServed' },
      ],
      // Who has the paper speaks before its receipt is written down.
      'state-case': { actions: 'noteStated' },
      'waive-statement': { actions: 'noteWaived' },
      ...withThePenalty,
    },
  },
  awaiting: {
    meta: {
      task: 'state-case',
      to: principal,
      also: [safetyOfficer, inspectors],
      signers: { mode: 'any' },
    },
    on: {
      'state-case': { actions: 'noteStated' },
      'waive-statement': { target: 'weighing' },
      'window-lapsed': { target: 'weighing', actions: 'noteWindowLapsed' },
      ...withThePenalty,
    },
  },
  weighing: {
    meta: { task: 'weigh-statement', to: inspectors },
    on: {
      'weigh-statement': { target: 'deciding', guard: 'weighLawful', actions: 'noteWeighed' },
      ...withThePenalty,
    },
  },
  deciding: {
    meta: { task: 'decide-listing', to: countyLeader, returnTo: ['weighing', 'notifying'] },
    on: {
      'decide-listing': { target: 'serving', guard: 'listingLawful', actions: 'noteDecided' },
      'decide-no-listing': { target: 'not-listed', guard: 'notListedLawful' },
      ...returns('weighing', 'notifying'),
      ...withThePenalty,
    },
  },
} as const

/** From the decision to the end of the term, wherever it stands meanwhile. */
const ends = {
  ...withThePenalty,
  'term-ended': { target: 'expired' },
  'end-listing': { target: 'undone' },
} as const

const onTheList = {
  serving: {
    meta: { task: 'serve-listing', to: inspectors },
    on: { ...ends, 'serve-listing': { target: 'listed', guard: 'listingServiceLawful' } },
  },
  listed: {
    on: { ...ends, 'apply-repair': { target: 'examining-repair', guard: 'removalOpen' } },
  },
  'examining-repair': {
    meta: { task: 'examine-repair', to: inspectors },
    on: { ...ends, 'examine-repair': { target: 'deciding-repair', actions: 'noteExamined' } },
  },
  'deciding-repair': {
    meta: { task: 'decide-repair', to: countyLeader, returnTo: ['examining-repair'] },
    on: {
      ...ends,
      'grant-repair': { target: 'removed', guard: 'repairEarned' },
      'refuse-repair': { target: 'listed', guard: 'repairByAnother' },
      ...returns('examining-repair'),
    },
  },
  /** Off the list; until the term ends a fraud can still be found out. */
  removed: {
    on: {
      ...ends,
      'reinstate-listing': { target: 'listed', guard: 'untilRight', actions: 'noteReinstated' },
    },
  },
} as const

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id: 'dishonesty-listing',
  context: ({ input }) => opening(input),
  initial: 'notifying',
  states: {
    ...beforeTheListing,
    ...onTheList,
    'not-listed': { type: 'final' },
    expired: { type: 'final' },
    annulled: { type: 'final' },
    undone: { type: 'final' },
  },
})

export type DishonestyListingState = StateNameOf<typeof machine>
