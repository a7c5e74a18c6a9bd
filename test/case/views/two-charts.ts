// Which charts are compared in these tests?
import { object, strictObject, string } from 'valibot'
import { setup } from 'xstate'
import { processView } from '../../../api/case/process-view.ts'
import { diagramOf } from '../../../bin/charts.ts'
import { text } from '../../../domain/language/words.ts'
import { returns } from '../../../domain/model/chart.ts'
import type { CaseEvent, ProcessDefinition } from '../../../domain/model/process.ts'
import type { Change } from '../../../domain/views/chart/chart-difference.ts'
import { chiefs, counter, counters } from '../../support/processes/counter.ts'

export const views = new Map<ProcessDefinition, ReturnType<typeof processView>>()
/** Drawn once: a drawing takes longer than all that is asked of it here. */
export const viewOf = async (process: ProcessDefinition) => {
  const view = views.get(process) ?? processView(process, await diagramOf(process))
  views.set(process, view)
  return view
}
export const ids = (changes: Change[], what: Change['what']) =>
  changes.filter((one) => one.what === what).map(({ id }) => id)
export const how = (changes: Change[], id: string) =>
  Object.fromEntries(
    (changes.find((one) => one.id === id)?.how ?? []).map((one) => [one.aspect, one]),
  )

export const { events, words } = counter
export const add = events.add as NonNullable<typeof events.add>

/** The counter with one state more, one act less, other hands, another guard, words, form, law and clock. */
export const other: ProcessDefinition = {
  ...counter,
  version: 2,
  machine: setup({
    types: {
      context: {} as { count: number; late: number },
      events: {} as CaseEvent,
      input: {} as CaseEvent,
    },
    guards: { notTooMuch: () => true, returnsTo: () => true },
    actions: { add: () => undefined },
  }).createMachine({
    id: 'counter',
    context: { count: 0, late: 0 },
    initial: 'counting',
    states: {
      counting: {
        meta: { task: 'count', to: chiefs },
        initial: 'first',
        states: { first: {}, again: {} },
        on: {
          add: { target: '.again', actions: 'add' },
          finish: { target: 'checking', guard: 'notTooMuch' },
        },
      },
      checking: {
        meta: { task: 'check', to: chiefs },
        on: { approve: { target: 'done' }, ...returns('counting') },
      },
      done: { type: 'final' },
    },
  }),
  events: {
    add: {
      ...add,
      words: text('累加', 'Add up'),
      schema: strictObject({ n: string() }),
      by: [counters],
      audience: 'public',
      consequence: { effect: text('重', 'Grave'), article: '§2' },
      fields: [{ name: 'n', words: text('数', 'Number'), kind: 'number', required: true }],
    },
    finish: events.finish as typeof add,
    approve: { ...(events.approve as typeof add), schema: object({}) },
    drop: events.finish as typeof add,
  },
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    endsOn: ['finish', 'drop'],
    clockOwner: counters,
    escalationPolicy: clock.escalationPolicy.slice(0, 1),
  })),
  words: {
    ...words,
    states: {
      ...words.states,
      'counting.first': text('初', 'First'),
      'counting.again': text('再', 'Again'),
      checking: text('待复核', 'Re-checking'),
    },
    documents: { add: text('计数单', 'Slip') },
  },
}
