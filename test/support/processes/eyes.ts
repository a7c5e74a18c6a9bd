// A process whose every step is barred to somebody: who ordered may not check, who checked may not close, only who began may withdraw.
import { strictObject } from 'valibot'
import { assign, setup } from 'xstate'
import { text } from '../../../domain/language/words.ts'
import { returnsTo, toGuards } from '../../../domain/model/chart.ts'
import type { CaseEvent, EventDefinition, Rule } from '../../../domain/model/process.ts'
import { chiefs, counter, counters } from './counter.ts'

type Context = { began: string | null; orderer: string | null; checker: string | null }

const who = (event: Pick<CaseEvent, 'by'>): string | null =>
  event.by.kind === 'person' ? event.by.id : null
const checkedByAnother: Rule<Context> = ({ context, event }) =>
  who(event) !== context.orderer || text('下令的人不得复查', 'not who ordered')
const closedByAnother: Rule<Context> = ({ context, event }) =>
  who(event) !== context.checker || text('复查的人不得核销', 'not who checked')
const onlyBeginner: Rule<Context> = ({ context, event }) =>
  who(event) === context.began || text('只有发起人可以撤回', 'only who began')
const rules = { checkedByAnother, closedByAnother, onlyBeginner, returnsTo }

const machine = setup({
  types: { context: {} as Context, events: {} as CaseEvent, input: {} as CaseEvent },
  guards: toGuards(rules),
  actions: {
    order: assign({ orderer: ({ event }) => who(event) }),
    check: assign({ checker: ({ event }) => who(event) }),
  },
}).createMachine({
  id: 'eyes',
  context: ({ input }) => ({ began: input ? who(input) : null, orderer: null, checker: null }),
  initial: 'ordering',
  states: {
    ordering: {
      meta: { task: 'order', to: counters },
      on: {
        order: { target: 'checking', actions: 'order' },
        withdraw: { target: 'withdrawn', guard: 'onlyBeginner' },
      },
    },
    checking: {
      meta: { task: 'check', to: counters },
      on: { check: { target: 'signing', guard: 'checkedByAnother', actions: 'check' } },
    },
    signing: {
      meta: { task: 'sign', to: counters, signers: { mode: 'all', need: 2 } },
      on: { agree: { target: 'closing' } },
    },
    closing: {
      meta: { task: 'close', to: chiefs, also: [counters] },
      on: { close: { target: 'closed', guard: 'closedByAnother' } },
    },
    closed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
})

const event = (zh: string, by: EventDefinition['by'] = 'task'): EventDefinition => ({
  words: text(zh, zh),
  party: text(zh, zh),
  schema: strictObject({}),
  fields: [],
  by,
  audience: 'internal',
  show: { party: [], public: [] },
})

/** Like the counter in everything that does not matter here. */
export const eyes = {
  ...counter,
  id: 'eyes',
  machine,
  events: {
    order: event('下令'),
    check: event('复查'),
    agree: event('会签'),
    close: event('核销'),
    withdraw: event('撤回报告', [counters]),
  },
  rules,
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    endsOn: ['close', 'withdraw'],
    escalationPolicy: clock.escalationPolicy.map((escalationLevel) => ({
      ...escalationLevel,
      event: null,
      notify: [counters],
    })),
  })),
  words: { states: {}, partyStates: {}, tasks: {} },
}
