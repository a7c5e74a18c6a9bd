// Which task belongs to an act, whose signatures are under it, and when do two people count as one?

import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import {
  actingOn,
  decisionsAt,
  judgeRules,
  postsWanted,
  refused,
  signaturesWith,
  taskFor,
} from '../../domain/engine/judging/judgement.ts'
import { text } from '../../domain/language/words.ts'
import { returns, returnsTo, toGuards } from '../../domain/model/chart.ts'
import type {
  CaseEvent,
  EventDefinition,
  ProcessDefinition,
  Rule,
} from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { actor, devices } from '../support/people/cast.ts'
import { counter, counters } from '../support/processes/counter.ts'
import {
  actingFor,
  at,
  chiefs,
  inspectors,
  signatureBy,
  taskWith,
} from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, wu, qi] = [actor('lin'), actor('wu'), actor('qi')]
const whoOf = ({ by }: CaseEvent) => (by.kind === 'person' ? by.id : '')

/** The first may not do it again, nor may one whose signature is under it twice; only Wu may do the third thing, and nobody the last. */
const rules: Record<string, Rule> = {
  notWu: ({ event }) => whoOf(event) !== 'wu' || text('吴不得办理', 'not Wu'),
  onlyWu: ({ event }) => whoOf(event) === 'wu' || text('仅限吴', 'only Wu'),
  twoSignatures: ({ event }) =>
    new Set(event.signatures.map(({ person }) => person)).size > 1 || text('须两人', 'two people'),
  notEither: ({ event }) =>
    !['lin', 'wu'].includes(whoOf(event)) || text('两人不得办理', 'neither'),
  never: () => text('不得办理', 'never'),
  neverEither: () => text('也不得办理', 'never either'),
}
const machine = createMachine(
  {
    id: 'judged',
    initial: 'counting',
    states: {
      counting: {
        meta: { task: 'count', to: counters },
        on: {
          add: [{ guard: 'notWu' }, { guard: 'never' }],
          own: { guard: 'onlyWu' },
          finish: { guard: 'twoSignatures', target: 'done' },
          approve: [{ guard: 'never' }, { guard: 'neverEither' }, { guard: 'never' }],
          either: [{ guard: 'notEither' }, {}],
          lost: { guard: 'missing' },
          ...returns('done'),
        },
      },
      done: {},
    },
  },
  { guards: { ...toGuards({ ...rules, returnsTo }), missing: () => false } as never },
)
const event = counter.events.add as EventDefinition
const process: ProcessDefinition = {
  ...counter,
  machine,
  rules: { ...rules, returnsTo },
  events: {
    add: event,
    own: event,
    finish: event,
    approve: { ...event, by: [counters] },
    lost: event,
  },
}
const { record } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const doing = (
  type: string,
  by: Person | typeof devices,
  changes: Partial<CaseEvent> = {},
): CaseEvent => ({
  type,
  data: {},
  by,
  at,
  signatures: [],
  ...changes,
})
const textsOf = (
  type: string,
  by: Person | typeof devices = lin,
  changes: Partial<CaseEvent> = {},
  of: CaseRecord = record,
) => {
  const judgement = judgeRules(process, of, doing(type, by, changes))
  return judgement.allowed
    ? 'allowed'
    : `${judgement.code}: ${judgement.reasons.map(({ zh }) => zh).join('；')}`
}

test('a refusal without a reason says what its code means', () => {
  expect(refused('not-allowed', text('甲', 'a'), text('乙', 'b'))).toMatchObject({
    code: 'not-allowed',
    reasons: [{ zh: '甲' }, { zh: '乙' }],
  })
  expect(refused('case-closed')).toEqual({
    allowed: false,
    code: 'case-closed',
    reasons: [expect.objectContaining({ zh: expect.stringMatching(/./) })],
  })
})

test('the posts that may are each named once, in both languages', () => {
  expect(postsWanted([inspectors, '330881-bureau/inspector', chiefs])).toEqual({
    zh: '需要的岗位：执法检查员、科长',
    en: expect.stringMatching(/^Posts that may: [^,]+, [^,]+$/),
  })
})

test('one open way is enough; where none is, each reason is said once', () => {
  expect(textsOf('add')).toBe('allowed')
  expect(textsOf('approve')).toBe('not-allowed: 不得办理；也不得办理')
  expect(textsOf('add', wu)).toBe('not-allowed: 吴不得办理；不得办理')
  expect(textsOf('elsewhere')).toMatch(/^not-possible-now/)
  expect(textsOf('lost')).toBe('not-allowed: 规则缺失')
})

test('who acts for somebody barred is barred with him, and is told why', () => {
  expect(textsOf('add', actingFor('lin', 'wu'))).toBe(
    'not-allowed: 吴不得办理（代理人与被代理人视为同一人）',
  )
  const standIns = [{ person: 'wu', absent: 'lin' }]
  expect(textsOf('add', lin, {}, { ...record, standIns })).toContain('视为同一人')
  expect(textsOf('add', lin, {}, { ...record, standIns: [{ person: 'wu', absent: 'zhou' }] })).toBe(
    'allowed',
  )
  expect(textsOf('add', actingFor('lin', 'zhou'))).toBe('allowed')
})

test('a way that is open to one of the two alone does not bar the other', () => {
  expect(textsOf('own', actingFor('wu', 'lin'))).toBe('allowed')
})

test('a way that is closed to the person himself bars him with nobody where another is open', () => {
  expect(textsOf('either', actingFor('lin', 'wu'))).toBe('allowed')
})

test('two signatures that belong to one person by substitution are one', () => {
  const signatures = [signatureBy('wu'), signatureBy('lin')]
  expect(textsOf('finish', lin, { signatures })).toBe('allowed')
  expect(textsOf('finish', actingFor('lin', 'wu'), { signatures })).toContain('须两人')
  expect(textsOf('finish', actingFor('lin', 'zhou'), { signatures })).toBe('allowed')
})

test('a machine stands in for nobody', () => {
  expect(
    textsOf('add', devices, {}, { ...record, standIns: [{ person: 'wu', absent: 'devices' }] }),
  ).toBe('allowed')
})

test('who belongs to the enterprise of the case acts for it alone, whatever other posts he holds', () => {
  const both = { ...qi, appointments: [...lin.appointments, ...qi.appointments] }
  expect(actingOn({ owner: 'e-1' }, both)).toMatchObject({ appointments: qi.appointments })
  expect(actingOn({ owner: 'e-2' }, both)).toBe(both)
  expect(actingOn({ owner: null }, both)).toBe(both)
  expect(actingOn({ owner: null }, lin)).toBe(lin)
  expect(actingOn({ owner: 'e-1' }, devices)).toBe(devices)
})

const at3 = (...tasks: Partial<OpenTask>[]): CaseRecord => ({
  ...record,
  openTasks: Object.fromEntries(
    tasks.map((task, nth) => [`t-${nth}`, taskWith({ id: `t-${nth}`, ...task })]),
  ),
})
const found = (of: CaseRecord, from: string[], id: string | null = null) =>
  taskFor(of, from, id)?.id

test('an act belongs to the task of the very state that it leaves, before that of a state around it or within it', () => {
  const all = at3({ state: 'a' }, { state: 'a.b.c' }, { state: 'a.b' })
  expect(found(all, ['a.b'])).toBe('t-2')
  expect(found(at3({ state: 'a' }, { state: 'a.b.c' }), ['a.b'])).toBe('t-0')
  expect(found(at3({ state: 'x' }, { state: 'a.b.c' }), ['a.b'])).toBe('t-1')
  expect(found(at3({ state: 'ab' }), ['a'])).toBe(undefined)
  expect(found(at3({ state: 'a' }), ['ab'])).toBe(undefined)
  expect(found(at3({ state: 'x' }), ['a.b'])).toBe(undefined)
})

test('who works a task within it has no act of the task around it, named or alone known to him', () => {
  const both = at3({ state: 'a' }, { state: 'a.b' })
  expect(found(both, ['a'], 't-1')).toBe(undefined)
  const { 't-1': inner } = both.openTasks
  expect(taskFor(both, ['a'], null, inner ? { 't-1': inner } : {})).toBe(undefined)
  expect(found(both, ['a.b'], 't-0')).toBe('t-0')
})

test('of several states around it the nearest counts', () => {
  expect(found(at3({ state: 'a' }, { state: 'a.b' }), ['a.b.c'])).toBe('t-1')
  expect(found(at3({ state: 'a.b' }, { state: 'a' }), ['a.b.c'])).toBe('t-0')
})

test('an act of several states belongs to the task of any of them, and a named task must be among them', () => {
  const two = at3({ state: 'a' }, { state: 'b' })
  expect(found(two, ['c', 'b'])).toBe('t-1')
  expect(found(two, ['a', 'b'], 't-1')).toBe('t-1')
  expect(found(two, ['a'], 't-1')).toBe(undefined)
  expect(found(two, [])).toBe(undefined)
})

test('under an act stand the signatures that agreed and the signature of who acts now, once', () => {
  const task = taskWith({
    signatures: [signatureBy('wu', { opinion: '同意' }), signatureBy('zhou', { against: true })],
  })
  const own = signatureBy('lin')
  expect(signaturesWith(task, lin, { at })).toEqual([signatureBy('wu', { opinion: '同意' }), own])
  expect(signaturesWith(task, wu, { at: '2026-03-04T00:00:00.000Z' })).toEqual([
    signatureBy('wu', { opinion: '同意' }),
  ])
  expect(signaturesWith(undefined, lin, { at })).toEqual([own])
  expect(signaturesWith(task, devices, { at })).toEqual([])
})

test('a signature says for whom it is put and with which picture', () => {
  const by = { ...actingFor('lin', 'wu'), picture: 'hash' }
  expect(signaturesWith(undefined, by, { at })).toEqual([
    { ...signatureBy('lin'), onBehalfOf: by.actsFor, picture: 'hash' },
  ])
  expect(Object.keys(signaturesWith(undefined, lin, { at })[0] ?? {})).toEqual([
    'person',
    'name',
    'at',
    'opinion',
  ])
})

test('what somebody can decide at a task are its acts and its return, each with what the rules say', () => {
  const task = Object.values(record.openTasks)[0] as OpenTask
  const decisions = decisionsAt(process, record, task, lin, decisionContextAt(at))
  expect(decisions.map(({ type, verdict }) => `${type} ${verdict.allowed}`)).toEqual([
    'add true',
    'own false',
    'finish false',
    'lost false',
    'return true',
  ])
  expect(
    decisionsAt(process, record, { ...task, id: 'another' }, lin, decisionContextAt(at)),
  ).toEqual([])
})
