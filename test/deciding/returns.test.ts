// What is kept of a return, a new chart and new calendars, beside where they lead?
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { migrate, migrated } from '../../domain/engine/migrate.ts'
import { runningAgain, waysAfter } from '../../domain/engine/returning.ts'
import type { CaseEvent, ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, Obligation } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { context, event, later, lin, record, step, trail } from './steps.ts'

const chart = createMachine({
  id: 'way',
  type: 'parallel',
  states: {
    main: {
      initial: 'a',
      states: { a: { on: { finish: 'b' } }, b: { on: { finish: 'c' } }, c: {} },
    },
    side: { initial: 's', states: { s: { on: { add: 't' } }, t: {} } },
  },
})
const way: ProcessDefinition = { ...counter, machine: chart }
const standing = (main: string) => ({ value: { main, side: 's' }, context: {}, status: 'active' })
const after = (before: Partial<CaseRecord>, main: string, of: CaseEvent, from: string) =>
  waysAfter(way, { ...record, ...before }, standing(main), { event: of, from, fact: 9 })

test('an act of a task that moves the case is a step of its way, under its number; others are none', () => {
  expect(after({}, 'b', event('finish'), 'main.a')).toEqual({
    trail: [step(9, 'main.a')],
    returns: [],
  })
  expect(
    after({}, 'b', event('finish', { carried: { fact: 4, at } }), 'main.a').trail?.[0]?.fact,
  ).toBe(4)
  expect(after({}, 'a', event('finish'), 'main.a')).toEqual({ returns: [] })
  expect(after({}, 'b', event('finish', { by: { kind: 'system' } }), 'main.a')).toEqual({
    returns: [],
  })
  expect(after({}, 'b', event('fall-late'), 'main.a')).toEqual({ returns: [] })
  expect(after({}, 'b', event('unknown'), 'main.a')).toEqual({ returns: [] })
})

test('of a long way the last twelve steps are kept', () => {
  const trail = Array.from({ length: 12 }, (_, fact) => step(fact, 'main.a'))
  expect(after({ trail }, 'b', event('finish'), 'main.a').trail?.map(({ fact }) => fact)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 9,
  ])
})

test('a return is waited for while its step is done again, and no longer when the case is back or has gone elsewhere', () => {
  const one = {
    from: 'main.c',
    to: 'main.a',
    way: 'again',
    by: '',
    reason: '',
    at,
    path: [],
  } as const
  expect(after({ returns: [one as never] }, 'a', event('add'), 'side.s').returns).toEqual([one])
  expect(after({ returns: [one as never] }, 'c', event('finish'), 'main.b').returns).toEqual([])
  expect(after({ returns: [one as never] }, 'b', event('finish'), 'main.a').returns).toEqual([])
})

const back = (data: Record<string, unknown>, by: CaseEvent['by'] = lin) =>
  after({ trail }, 'a', event('return', { data: { to: 'main.a', ...data }, by }), 'main.c')

test('a return takes the acts of its own region from the way, and keeps those between for a straight way back', () => {
  expect(back({ way: 'straight', reason: '数额' })).toEqual({
    trail: [trail[1]],
    returns: [
      {
        from: 'main.c',
        to: 'main.a',
        way: 'straight',
        at: later,
        reason: '数额',
        by: '林检查',
        path: [trail[2]],
      },
    ],
  })
  expect(back({}).returns).toEqual([
    { from: 'main.c', to: 'main.a', way: 'again', at: later, reason: '', by: '林检查', path: [] },
  ])
  expect(back({}, { kind: 'system' }).returns?.[0]?.by).toBe('')
  expect(back({ to: 'main.x', way: 'straight' })).toMatchObject({ trail, returns: [{ path: [] }] })
})

const ending: ProcessDefinition = {
  ...way,
  clocks: [
    { ...(counter.clocks[0] as ClockDefinition), endsOn: ['finish'] },
    { ...(counter.clocks[0] as ClockDefinition), clock: 'other', endsOn: [] },
  ],
}
const met = (more: Partial<Obligation> = {}) =>
  periodOf('count', { status: 'met', endedAt: later, dateData: { date: '2026-03-10' }, ...more })
const again = (...obligations: Obligation[]) =>
  runningAgain(
    ending,
    { ...record, trail },
    obligations,
    event('return', { data: { to: 'main.a' } }),
    context,
  ).map(({ status }) => status)

test('a period that an undone act had met runs again, in time or late, unless another of its clock runs', () => {
  expect(again(met())).toEqual(['running'])
  expect(again(met({ status: 'met-late' }))).toEqual(['running'])
  expect(again(met({ status: 'replaced' }), met({ status: 'cancelled' }))).toEqual([
    'replaced',
    'cancelled',
  ])
  expect(again(met({ endedAt: at }))).toEqual(['met'])
  expect(again(met({ clock: 'other' }))).toEqual(['met'])
  expect(again(met(), periodOf('count', { id: 'count:2' }))).toEqual(['met', 'running'])
  expect(again(met(), periodOf('other', { id: 'other:2' }))).toEqual(['running', 'running'])
  expect(
    runningAgain(ending, record, [met()], event('return', { data: { to: 'main.a' } }), context)[0]
      ?.status,
  ).toBe('met')
})

const newer: ProcessDefinition = {
  ...counter,
  version: 2,
  migrations: [
    { from: 0, move: () => ({ zh: '错', en: 'wrong' }) },
    { from: 1, move: ({ snapshot }: CaseRecord) => ({ snapshot }) },
  ],
} as never

test('a case comes over to a newer chart by the rule that leads from its own, and the authorities read from where to where', () => {
  const over = migrate(newer, { ...record, undo: { by: 'lin' } as never }, context)
  expect(over.record).toMatchObject({
    chart: 2,
    revision: record.revision + 1,
    undo: null,
    openTasks: record.openTasks,
    material: { whole: record.revision + 1 },
  })
  expect(over.facts).toMatchObject([
    {
      type: 'migrated',
      occurredAt: later,
      recordedAt: later,
      actor: { kind: 'system' },
      audience: 'internal',
      data: { from: 1, to: 2, was: 'counting' },
      before: 'counting',
    },
  ])
})

test.each<[string, ProcessDefinition, Partial<CaseRecord>, string]>([
  ['a closed one', newer, { status: 'closed' }, '案件已办结'],
  ['one that is there', counter, {}, '已是该版本'],
  [
    'one from whose chart nothing leads over',
    { ...newer, migrations: [] },
    {},
    '没有从该版本转入的规则',
  ],
  [
    'one with a period that the new chart lacks',
    { ...newer, clocks: [{ ...(counter.clocks[0] as ClockDefinition), clock: 'other' }] },
    {},
    '有新版本中没有的时限仍在计算',
  ],
  ['one whose rule says why not', newer, { chart: 0 }, '错'],
])('a case does not come over: %s', (_, target, changes, words) => {
  expect(migrated(target, { ...record, ...changes })).toMatchObject({ zh: words })
  expect(refusal(() => migrate(target, { ...record, ...changes }, context))).toEqual({
    code: 'not-possible-now',
    words,
  })
})

test('a period that has ended, or that the new chart has too, stops no case from coming over; a place that is not in the chart does', () => {
  const ended = { ...record, obligations: [periodOf('gone', { status: 'met' }), periodOf('count')] }
  expect(migrated(newer, ended)).toEqual({ snapshot: record.snapshot })
  const lost = {
    ...newer,
    migrations: [{ from: 1, move: () => ({ snapshot: { ...record.snapshot, value: 'nowhere' } }) }],
  } as never
  expect(() => migrated(lost, record)).toThrow('cannot be in')
})

test('a new chart of several regions makes what was read of each stale', () => {
  const two: ProcessDefinition = {
    ...newer,
    machine: chart,
    migrations: [{ from: 1, move: () => ({ snapshot: standing('a') }) }],
  } as never
  expect(migrate(two, { ...record, material: {} }, context).record.material).toEqual({
    main: 2,
    side: 2,
  })
})
