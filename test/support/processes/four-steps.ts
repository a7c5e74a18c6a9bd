// A process of four steps that may be returned to each other: what returning, signing and time do together.
import { object } from 'valibot'
import { assign, setup } from 'xstate'
import { text } from '../../../domain/language/words.ts'
import { returns, returnsTo, toGuards } from '../../../domain/model/chart.ts'
import type {
  CaseEvent,
  EventDefinition,
  ProcessDefinition,
  Rule,
} from '../../../domain/model/process.ts'
import { chiefs, counter, counters } from './counter.ts'

type Context = { sum: number }

const lowEnough: Rule<Context> = ({ context }) =>
  context.sum < 10 || text('数额已超过上限', 'The sum is too high')
const rules = { lowEnough, returnsTo }

/** Written, checked by two, approved, signed in turn; time ends the check. */
const machine = setup({
  types: { context: {} as Context, events: {} as CaseEvent, input: {} as CaseEvent },
  guards: toGuards(rules),
  actions: {
    write: assign({ sum: ({ context, event }) => context.sum + Number(event.data.n ?? 0) }),
  },
}).createMachine({
  id: 'four',
  context: { sum: 0 },
  initial: 'writing',
  states: {
    writing: {
      meta: { task: 'write', to: counters },
      on: { add: { target: 'checking', actions: 'write' }, drop: { target: 'done' } },
    },
    checking: {
      meta: { task: 'check', to: counters, signers: { mode: 'all', need: 2 } },
      on: {
        check: { target: 'approving', guard: 'lowEnough' },
        'fall-late': { target: 'approving' },
        ...returns('writing'),
      },
    },
    approving: {
      meta: { task: 'approve', to: chiefs },
      on: { approve: { target: 'signing' }, ...returns('checking', 'writing') },
    },
    signing: {
      meta: {
        task: 'sign-off',
        to: chiefs,
        signers: {
          mode: 'sequence',
          next: [{ role: 'leader', office: 'leadership', level: 'county' }],
        },
      },
      on: { close: { target: 'done' }, ...returns('approving', 'checking', 'writing') },
    },
    done: { type: 'final' },
  },
})

const event = (zh: string, by: EventDefinition['by'] = 'task'): EventDefinition => ({
  words: text(zh, zh),
  party: text(zh, zh),
  schema: object({}),
  fields: [],
  by,
  audience: 'internal',
  show: { party: [], public: [] },
})

export const fourSteps: ProcessDefinition = {
  ...counter,
  id: 'four',
  machine,
  events: {
    add: event('起草'),
    drop: event('撤销'),
    check: event('校核'),
    approve: event('审核'),
    close: event('签发'),
    'fall-late': event('逾期', 'clock'),
  },
  rules,
  clocks: counter.clocks.map((clock) => ({ ...clock, endsOn: ['check'] })),
  words: {
    states: {
      writing: text('起草', 'Writing'),
      checking: text('校核', 'Checking'),
      approving: text('审核', 'Approving'),
      signing: text('签发', 'Signing'),
      done: text('完成', 'Done'),
    },
    partyStates: {},
    tasks: {
      write: text('起草', 'Write'),
      check: text('校核', 'Check'),
      approve: text('审核', 'Approve'),
      'sign-off': text('签发', 'Sign'),
    },
  },
}
