// On which process are acts judged in these tests?
import { array, minLength, number, optional, pipe, strictObject, string } from 'valibot'
import { createMachine } from 'xstate'
import type { Judgement } from '../../domain/engine/judging/judgement.ts'
import { text } from '../../domain/language/words.ts'
import { returns, returnsTo, toGuards } from '../../domain/model/chart.ts'
import type { EventDefinition, Field, ProcessDefinition, Rule } from '../../domain/model/process.ts'
import type { OpenTask } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { chiefs as chiefPost, counter, counters } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

export const [lin, wu, chen, qi] = [actor('lin'), actor('wu'), actor('chen'), actor('qi')]
export const event = counter.events.finish as EventDefinition
export const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  words: text(`字段${name}`, name),
  kind: 'text',
  required: false,
  ...more,
})
export const notTwo: Rule = ({ event }) => event.data.n !== 2 || text('不得为二', 'not two')
export const rules = { notTwo, returnsTo }

/** Two regions: a count that chiefs and inspectors may note on, and a check that is returned. */
export const process: ProcessDefinition = {
  ...counter,
  machineScope: 'alarms',
  rules,
  machine: createMachine(
    {
      id: 'regions',
      type: 'parallel',
      states: {
        main: {
          initial: 'counting',
          states: {
            counting: {
              meta: {
                task: 'count',
                to: counters,
                borrow: [{ ...counters, level: 'city' }, counters],
              },
              on: {
                add: { guard: 'notTwo' },
                note: {},
                alarm: {},
                'fall-late': {},
                finish: 'done',
                ...returns('main.done'),
              },
            },
            done: {},
          },
        },
        side: {
          initial: 'checking',
          states: {
            checking: { meta: { task: 'check', to: chiefPost }, on: { approve: 'waiting' } },
            waiting: { on: { look: {} } },
          },
        },
      },
    },
    { guards: toGuards(rules) },
  ),
  events: {
    add: {
      ...event,
      schema: strictObject({ n: number(), list: optional(array(pipe(string(), minLength(2)))) }),
      fields: [field('n', { kind: 'number' }), field('list', { kind: 'lines' })],
    },
    note: { ...event, by: [chiefPost, counters] },
    alarm: { ...event, by: 'machine' },
    finish: event,
    approve: event,
    look: event,
    'fall-late': { ...event, by: 'clock' },
  },
}
export const { record } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
export const context = decisionContextAt(at)
export const said = (judgement: Judgement) =>
  judgement.allowed
    ? 'allowed'
    : `${judgement.code}: ${judgement.reasons.map(({ zh }) => zh).join('；')}`

export const [count, check] = ['count', 'check'].map(
  (task) => Object.values(record.openTasks).find((one) => one.task === task) as OpenTask,
) as [OpenTask, OpenTask]
