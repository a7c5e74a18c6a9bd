// What may an enterprise know of the tasks and acts of its case, and when is an act not taken back any more?

import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import {
  isParty,
  knownTo,
  leftKnownTo,
  mayKnowOf,
} from '../../domain/engine/judging/party-sight.ts'
import { mayTakeBack } from '../../domain/engine/judging/taking-back.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask, Undo } from '../../domain/model/record.ts'
import { actor, devices } from '../support/people/cast.ts'
import { periodOf, threeClocks } from '../support/periods-made-up.ts'
import { chiefs, counter, counters } from '../support/processes/counter.ts'
import { at, taskWith } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const [lin, qi] = [actor('lin'), actor('qi')]
const event = counter.events.finish as EventDefinition
const machine = createMachine({
  id: 'sight',
  type: 'parallel',
  states: {
    shown: {
      initial: 'a',
      states: { a: { meta: { task: 'count', to: counters }, on: { add: {}, inner: {} } } },
    },
    hidden: {
      initial: 'b',
      states: {
        b: { meta: { task: 'check', to: chiefs, internal: true }, on: { finish: {}, note: {} } },
      },
    },
  },
})
const process: ProcessDefinition = {
  ...counter,
  machine,
  events: {
    add: event,
    finish: event,
    inner: { ...event, audience: 'internal' },
    note: { ...event, by: [chiefs] },
  },
}
const { record } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const tasks = (of: CaseRecord) => Object.values(of.openTasks).map(({ task }) => task)

test('only people of an enterprise are a party', () => {
  expect([isParty(qi), isParty(lin), isParty(devices)]).toEqual([true, false, false])
})

test('an enterprise knows of no task that the authorities keep among themselves; they know of all', () => {
  expect(tasks(knownTo(process, record, qi))).toEqual(['count'])
  expect(tasks(knownTo(process, record, lin))).toEqual(['count', 'check'])
  const open = { ...process, machine: counter.machine }
  const { record: plain } = opened(open, lin, { region: '330802', date: '2026-03-10' }, at)
  expect(knownTo(open, plain, qi)).toBe(plain)
})

test('an enterprise does not learn that an inner act, or an act of an inner task, is possible', () => {
  const left = (by: typeof qi, type: string) => leftKnownTo(process, record, by, type)
  expect([left(lin, 'finish'), left(qi, 'finish')]).toEqual([['hidden.b'], []])
  expect([left(lin, 'inner'), left(qi, 'inner')]).toEqual([['shown.a'], []])
  expect([left(qi, 'add'), left(qi, 'note')]).toEqual([['shown.a'], ['hidden.b']])
  expect(left(qi, 'unknown')).toEqual([])
})

test('an enterprise is notified of the periods that are shown to it', () => {
  const rest = (by: typeof qi) =>
    ['review', 'fixed'].map((clock) => mayKnowOf(threeClocks, periodOf(clock), by))
  expect([rest(qi), rest(lin)]).toEqual([
    [true, false],
    [true, true],
  ])
})

const undo: Undo = {
  by: 'lin',
  event: 'finish',
  snapshot: record.snapshot,
  entries: {},
  openTasks: {},
  obligations: [],
  data: {},
}
const may = (more: Partial<Undo>, openTasks: Record<string, OpenTask> = {}, by = lin) => {
  const judgement = mayTakeBack({ ...record, openTasks, undo: { ...undo, ...more } }, by)
  return judgement.allowed ? 'allowed' : `${judgement.code}: ${judgement.reasons[0]?.zh}`
}
const seen = '下一环节已经查阅，不能撤回'

test('only who has just acted takes back, as long as nothing of it has gone out', () => {
  expect(may({})).toBe('allowed')
  expect(may({}, {}, actor('wu'))).toBe('not-allowed: 只有刚刚办理的人可以撤回')
  expect(mayTakeBack({ ...record, undo: null }, lin)).toMatchObject({ code: 'not-allowed' })
  expect(may({ sealed: 'served' })).toMatch(/^not-allowed: 该文书已送达/)
  expect(may({ sealed: 'void' })).toMatch(/^not-allowed: 原文书已随之作废/)
})

test('an act is not taken back once the next person has opened or claimed his task; a task that stood before does not count', () => {
  const [fresh, old] = [taskWith({ id: 'n' }), taskWith({ id: 'o', seenAt: at })]
  expect(may({ openTasks: { o: old } }, { n: fresh, o: old })).toBe('allowed')
  expect(
    may({ openTasks: { o: old } }, { n: { ...fresh, seenAt: at }, o: { ...old, seenAt: null } }),
  ).toBe(`not-allowed: ${seen}`)
  expect(may({}, { n: { ...fresh, claimedAt: at } })).toBe(`not-allowed: ${seen}`)
})

test('a signature is not taken back once the next in its own sequence has opened the task; what others do elsewhere does not count', () => {
  const turns = { mode: 'sequence', turns: [['a'], ['b']] } as never
  const [own, other] = [
    taskWith({ id: 'h', signers: turns }),
    taskWith({ id: 'x', signers: turns, seenAt: at }),
  ]
  expect(may({ signedTask: 'h' }, { h: own, x: other })).toBe('allowed')
  expect(may({ signedTask: 'h' }, { h: { ...own, seenAt: at }, x: other })).toBe(
    `not-allowed: ${seen}`,
  )
  expect(
    may({ signedTask: 'h' }, { h: { ...own, seenAt: at, signers: { mode: 'all', need: 2 } } }),
  ).toBe('allowed')
})
