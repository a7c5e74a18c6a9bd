// Which task does an act work off: the one it names, the one its event leaves, or none?

import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { workedOff } from '../../domain/engine/judging/worked-off.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { actor } from '../support/people/cast.ts'
import { chiefs, counter, counters } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const [lin, chen, jiang] = [actor('lin'), actor('chen'), actor('jiang')]
/** One task, and an act that chiefs and inspectors may do beside it. */
const noted: ProcessDefinition = {
  ...counter,
  machine: createMachine({
    id: 'noted',
    initial: 'counting',
    states: {
      counting: {
        meta: { task: 'count', to: counters },
        on: { add: {}, note: {}, finish: 'waiting' },
      },
      waiting: { on: { note: {} } },
    },
  }),
  events: {
    ...counter.events,
    note: { ...(counter.events.finish as EventDefinition), by: [chiefs, counters] },
  },
}
const { record } = opened(noted, lin, { region: '330802', date: '2026-03-10' }, at)
const id = 'c-1:count:1'
const off = (by = lin, type = 'add', taskId: string | null = null) =>
  workedOff(noted, record, by, { type, data: {}, taskId })

test('an act of a task works that task off', () => {
  expect(off()).toBe(id)
  expect(off(lin, 'add', id)).toBe(id)
  expect(off(lin, 'add', 'another')).toBe(null)
})

test('a verb works off the task that it is done with', () => {
  expect(off(lin, 'claim')).toBe(id)
  expect(off(lin, 'claim', 'another')).toBe(null)
})

test('an act of a post works a task off only for one of its people', () => {
  expect(off(lin, 'note')).toBe(id)
  expect(off(chen, 'note')).toBe(null)
  expect(off(jiang, 'note')).toBe(null)
})

test('what belongs to no task works none off', () => {
  expect(off(lin, 'take-back')).toBe(null)
  expect(off(lin, 'constructor')).toBe(null)
  expect(off(lin, 'approve')).toBe(null)
})
