// Which states does this matter go through, and what leads from one to the next?
import { setup } from 'xstate'
import { type StateNameOf, toGuards } from '../../../../domain/model/chart.ts'
import type { CaseEvent, TaskMeta } from '../../../../domain/model/process.ts'
import type { ExampleMatterEventType } from './acts.ts'
import { inspectors } from './addresses.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type ExampleMatterTask = 'answer'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: ExampleMatterEventType }
const types = {} as {
  context: Record<string, never>
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: ExampleMatterTask }
}

export const machine = setup({ types, guards: toGuards(rules) }).createMachine({
  id: 'example-matter',
  context: {},
  initial: 'open',
  states: {
    open: {
      meta: { task: 'answer', to: inspectors },
      on: { answer: { target: 'answered' }, postpone: { guard: 'laterDate' } },
    },
    answered: { type: 'final' },
  },
})

export type ExampleMatterState = StateNameOf<typeof machine>
