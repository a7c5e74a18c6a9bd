// Does the chart vocabulary read any chart rightly, and is every committed drawing what its chart says?
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMachine, initialTransition, setup, transition } from 'xstate'
import { arrowsOf, chartJson, chartPath, stateWords } from '../../../bin/charts.ts'
import { text } from '../../../domain/language/words.ts'
import {
  activeNodes,
  ask,
  candidates,
  endOf,
  isFinished,
  nameOf,
  persist,
  restore,
  returns,
  returnsTo,
  stateKey,
  statesOf,
  tasksOf,
  toGuards,
  transitionsOf,
  wanted,
} from '../../../domain/model/chart.ts'
import type { CaseEvent, ProcessDefinition, Rule } from '../../../domain/model/process.ts'
import { processes, versionsOf } from '../../../domain/processes.ts'
import type { Diagram } from '../../../domain/views/chart/chart-views.ts'
import { deep } from '../../support/deep.ts'
import { faultsOfChart } from '../../support/processes/chart-faults.ts'

const clerk = { role: 'clerk', office: 'window', level: 'county' } as const
const rules = {
  even: (({ context }) => context.count % 2 === 0 || text('须为偶数', 'It must be even')) as Rule<{
    count: number
  }>,
  broken: (() => {
    throw new Error('a defect')
  }) as Rule<{ count: number }>,
  returnsTo,
}
const types = {} as {
  context: { count: number }
  events: Pick<CaseEvent, 'data'> & { type: string }
}
const { assign } = setup({ types })

/** Two regions: a desk that counts and returns, a light that ends when the desk does. */
const toy = setup({
  types,
  guards: toGuards(rules),
  actions: { count: assign(({ context }) => ({ count: context.count + 1 })) },
}).createMachine({
  id: 'toy',
  type: 'parallel',
  context: { count: 0 },
  states: {
    desk: {
      initial: 'first',
      states: {
        first: {
          meta: { task: 'one', to: clerk },
          on: { next: { target: 'second', actions: 'count' }, count: { actions: 'count' } },
        },
        second: {
          meta: { task: 'two', to: clerk, returnTo: ['desk.first'] },
          initial: 'inner',
          states: {
            inner: {
              on: {
                next: { target: '#toy.desk.done', guard: 'even' },
                fail: { target: '#toy.desk.done', guard: 'broken' },
              },
            },
          },
          on: { next: { target: 'first' }, ...returns('desk.first') },
        },
        done: { type: 'final' },
      },
    },
    light: {
      initial: 'on',
      states: { on: { on: { [endOf('toy', 'desk')]: { target: 'off' } } }, off: { type: 'final' } },
    },
  },
})

const event = (type: string, data: Record<string, unknown> = {}) => ({ type, data }) as CaseEvent
const start = () => persist(initialTransition(toy)[0])
const walk = (...types: string[]) =>
  types.reduce(
    (snapshot, type) =>
      persist(
        transition(
          toy,
          restore(toy, snapshot) as never,
          event(type, { to: 'desk.first' }) as never,
        )[0],
      ),
    start(),
  )

describe('a snapshot', () => {
  it('goes through JSON and back unchanged, also with regions and at the end', () => {
    for (const path of [[], ['next'], ['next', 'return'], ['count', 'next', 'next']]) {
      const stored = JSON.parse(JSON.stringify(walk(...path)))
      expect(persist(restore(toy, stored))).toEqual(stored)
    }
  })

  it('has one name whatever the order of its keys', () => {
    expect(stateKey({ light: 'on', desk: { second: 'inner' } })).toBe('desk.second.inner|light.on')
    expect(stateKey('open')).toBe('open')
  })

  it('is refused when the chart does not know its states or a region is missing', () => {
    const snapshot = start()
    expect(() => restore(toy, { ...snapshot, value: { desk: 'nowhere', light: 'on' } })).toThrow(
      'cannot be in desk',
    )
    expect(() => restore(toy, { ...snapshot, value: { desk: 'first' } })).toThrow(
      'cannot be in itself',
    )
    expect(() => restore(toy, { ...snapshot, value: { desk: 'second', light: 'on' } })).toThrow(
      'cannot be in desk.second',
    )
  })

  it('finishes when all regions have ended, and nothing may follow', () => {
    const end = walk('count', 'next', 'next')
    expect(stateKey(end.value)).toBe('desk.done|light.off')
    expect(isFinished(end)).toBe(true)
    expect(candidates(toy, end, 'next')).toEqual([])
    expect(wanted(toy, end)).toEqual([])
  })
})

describe('introspection', () => {
  it('names the active states, the deepest first', () => {
    expect(activeNodes(toy, walk('next')).map(nameOf)).toEqual([
      'desk.second.inner',
      'desk.second',
      'light.on',
      'desk',
      'light',
      '',
    ])
  })

  it('finds the task of a state in the state itself or around it', () => {
    expect(activeNodes(toy, walk('next')).map((node) => tasksOf(node)[0]?.task ?? null)).toEqual([
      'two',
      'two',
      null,
      null,
      null,
      null,
    ])
    expect(wanted(toy, walk('next')).map(({ state, task }) => [state, task.task])).toEqual([
      ['desk.second', 'two'],
    ])
  })

  it('lists what an event could do, with the guards by name', () => {
    expect(candidates(toy, walk('next'), 'next')).toEqual([
      {
        from: 'desk.second.inner',
        event: 'next',
        to: ['desk.done'],
        guard: { name: 'even', params: {} },
      },
      { from: 'desk.second', event: 'next', to: ['desk.first'], guard: null },
    ])
    expect(candidates(toy, walk('next'), 'return')).toEqual([
      {
        from: 'desk.second',
        event: 'return',
        to: ['desk.first'],
        guard: { name: 'returnsTo', params: { to: 'desk.first' } },
      },
    ])
    expect(candidates(toy, start(), 'count')).toEqual([
      { from: 'desk.first', event: 'count', to: [], guard: null },
    ])
  })

  it('lists states and transitions of the whole chart', () => {
    expect(statesOf(toy).map(({ name, kind }) => `${name} ${kind}`)).toContain(
      'desk.second compound',
    )
    expect(
      statesOf(toy)
        .filter(({ final }) => final)
        .map(({ name }) => name),
    ).toEqual(['desk.done', 'light.off'])
    expect(transitionsOf(toy)).toHaveLength(7)
  })
})

describe('rules as guards', () => {
  it('answer no when the rule throws', () => {
    expect(restore(toy, walk('next')).can(event('fail'))).toBe(false)
    expect(ask(rules.broken, { context: {}, event: event('fail') })).toMatchObject({
      zh: expect.any(String),
      en: expect.any(String),
    })
  })

  it('let return go only where the chart says', () => {
    const second = restore(toy, walk('next'))
    expect(second.can(event('return', { to: 'desk.first' }))).toBe(true)
    expect(second.can(event('return', { to: 'desk.done' }))).toBe(false)
    expect(ask(returnsTo, { context: {}, event: event('return') }, { to: 'desk.first' })).toBe(true)
  })
})

describe('what a chart may not hold', () => {
  it('is named with its place', () => {
    const wild = createMachine({
      id: 'wild',
      initial: 'a',
      states: {
        a: {
          after: { 10: 'b' },
          invoke: { src: 'x' },
          on: { go: { guard: () => true, actions: () => {} } },
        },
        b: {},
      },
    })
    expect(faultsOfChart(wild)).toEqual(
      expect.arrayContaining([
        'a: after',
        'a: invoke',
        'a: anonymous action',
        'a: anonymous guard',
      ]),
    )
    expect(faultsOfChart(toy)).toEqual([])
  })
})

/** What happens to a whole region is not drawn. */
const regionsOf = ({ machine }: ProcessDefinition): string[] =>
  machine.root.type === 'parallel' ? Object.keys(machine.root.states) : []
const byId = <One extends { id: string }>(all: One[]) => new Map(all.map((one) => [one.id, one]))

describe.each(Object.keys(processes).flatMap(versionsOf))('chart $version of $id', (process) => {
  it('holds nothing that is forbidden', () => expect(faultsOfChart(process.machine)).toEqual([]))
  it('has each state and arrow in the file of its drawing, by its words', () => {
    const drawn: Diagram = JSON.parse(readFileSync(chartPath(process), 'utf8'))
    const states = drawn.nodes.filter(({ kind }) => kind !== 'initial')
    expect(byId(states.map(({ id, parent, words }) => ({ id, parent, words })))).toEqual(
      byId(
        statesOf(process.machine).map(({ name, parent }) => ({
          id: name,
          parent,
          words: stateWords(process, name),
        })),
      ),
    )
    expect(byId(drawn.edges.map(({ points: _, label: __, ...arrow }) => arrow))).toEqual(
      byId(arrowsOf(process).filter(({ from }) => !regionsOf(process).includes(from))),
    )
  })
  it.runIf(deep)(
    'is drawn as the file of its drawing says, which was made by another run',
    async () => {
      expect(await chartJson(process)).toBe(readFileSync(chartPath(process), 'utf8'))
    },
  )
})
