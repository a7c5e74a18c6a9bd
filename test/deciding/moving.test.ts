// What is kept of a step: who acted, what was undone, skipped and acknowledged?
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { begin, happen } from '../../domain/engine/step.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type {
  CaseEvent,
  ClockDefinition,
  EventDefinition,
  ProcessDefinition,
} from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter, counters } from '../support/processes/counter.ts'
import { actingFor, at, standingInFor } from '../support/tasks-made-up.ts'
import { context, event, ji, lin, record, step } from './steps.ts'

test('who acts in one of several posts acts in that of the task', () => {
  const both = { ...lin, appointments: [...ji.appointments, ...lin.appointments] }
  expect(
    happen(counter, draftOf(record), event('finish', { by: both }), context).facts[0]?.actor,
  ).toMatchObject({
    role: 'inspector',
    office: '330802-bureau',
  })
  expect(
    happen(counter, draftOf(record), event('finish', { by: ji }), context).facts[0]?.actor,
  ).toMatchObject({ role: 'supervisor' })
})

test('who acts at a task of several posts acts in the one that he holds', () => {
  const both = { ...lin, appointments: [...ji.appointments, ...lin.appointments] }
  const task = Object.values(record.openTasks)[0]!
  const of: CaseRecord = {
    ...record,
    openTasks: { [task.id]: { ...task, groups: ['330802-bureau/section-chief', ...task.groups] } },
  }
  expect(
    happen(counter, draftOf(of), event('finish', { by: both }), context).facts[0]?.actor,
  ).toMatchObject({ role: 'inspector' })
})

test('a case begun for somebody absent remembers both, and one begun in one’s own post remembers nobody', () => {
  const start = (by: CaseEvent['by']) =>
    begin(
      counter,
      { id: 'c-1', number: '1' },
      event('start', { by, data: { region: '330802', date: '2026-03-10' } }),
      context,
    ).record
  expect(start(standingInFor('shi', 'lin')).standIns).toEqual([{ person: 'shi', absent: 'lin' }])
  expect('standIns' in start(lin)).toBe(false)
  expect(start(lin).material).toEqual({ whole: 1 })
})

test('every region of a chart of several is new in a new case', () => {
  const machine = createMachine({ id: 'two', type: 'parallel', states: { one: {}, other: {} } })
  const begun = begin(
    { ...counter, machine },
    { id: 'c-1', number: '1' },
    event('start', { data: { region: '330802', date: '2026-03-10' } }),
    context,
  )
  expect(begun.record.material).toEqual({ one: 1, other: 1 })
})

const noting = (more: Partial<EventDefinition>): ProcessDefinition => ({
  ...counter,
  events: { ...counter.events, add: { ...(counter.events.add as EventDefinition), ...more } },
})
const fired: CaseRecord = {
  ...record,
  obligations: [periodOf('count', { escalationLevels: [levelOf('late', 'fired')] })],
}
const acknowledged = (process: ProcessDefinition, more: Partial<CaseEvent> = {}) =>
  happen(process, draftOf(fired), event('add', { data: { n: 1 }, ...more }), context).record
    .obligations[0]?.escalationLevels[0]?.acknowledgedBy

test('only an act that says so acknowledges what has fired, when a person gives it himself, in his name or for whom he acts', () => {
  const process = noting({ acknowledges: true })
  expect(acknowledged(process)).toBe('林检查')
  expect(acknowledged(process, { by: actingFor('lin', 'wu') })).toBe('林检查（代 吴检查）')
  expect(acknowledged(counter)).toBe(null)
  expect(acknowledged(process, { by: { kind: 'system' } })).toBe(null)
  expect(acknowledged(process, { carried: { fact: 1, at } })).toBe(null)
})

test('only a person’s act asks a device', () => {
  const process = noting({ asks: () => ({ verb: 'reset', args: {} }) })
  expect(
    happen(process, draftOf(record), event('add', { data: { n: 1 } }), context).effects,
  ).toMatchObject([{ kind: 'device', by: '林检查' }])
  expect(
    happen(
      process,
      draftOf(record),
      event('add', { data: { n: 1 }, by: { kind: 'system' } }),
      context,
    ).effects,
  ).toEqual([])
})

test('what a person has done is undone by him, with the way of the case as it was; what another has done is not', () => {
  const trail = [step(1, 'x')]
  expect(
    happen(counter, draftOf({ ...record, trail }), event('finish'), context).record.undo,
  ).toMatchObject({
    by: 'lin',
    event: 'finish',
    trail,
  })
  expect(
    'trail' in (happen(counter, draftOf(record), event('finish'), context).record.undo ?? {}),
  ).toBe(false)
  expect(
    happen(counter, draftOf(record), event('finish', { by: { kind: 'system' } }), context).record
      .undo,
  ).toBe(null)
})

test('what time ends at midnight counts from the day that it ends, what ends within a day from its own', () => {
  const process: ProcessDefinition = {
    ...counter,
    clocks: [
      {
        ...(counter.clocks[0] as ClockDefinition),
        startsOn: ['fall-late'],
        due: { rule: 'hazchem-licence.review' },
      },
    ],
  }
  const startOf = (by: CaseEvent['by'], moment: string) =>
    happen(
      process,
      draftOf({ ...record, obligations: [] }),
      event('fall-late', { by, at: moment }),
      context,
    ).record.obligations[0]?.start
  expect(startOf({ kind: 'clock' }, '2026-03-10T16:00:00.000Z')).toBe('2026-03-10')
  expect(startOf({ kind: 'clock' }, '2026-03-10T16:00:01.000Z')).toBe('2026-03-11')
  expect(startOf(lin, '2026-03-10T16:00:00.000Z')).toBe('2026-03-11')
})

test('of tasks that a step ends only those that time has ended were skipped', () => {
  const skipping: ProcessDefinition = {
    ...counter,
    machine: createMachine({
      id: 's',
      initial: 'counting',
      states: {
        counting: {
          meta: { task: 'count', to: counters },
          on: { finish: 'done', 'fall-late': 'done' },
        },
        done: {},
      },
    }),
  }
  const data = (type: string, by: CaseEvent['by']) =>
    happen(skipping, draftOf(record), event(type, { by }), context).facts[0]?.data
  expect(data('fall-late', { kind: 'clock' })).toEqual({ skipped: ['count'] })
  expect(data('finish', lin)).toEqual({})
})
