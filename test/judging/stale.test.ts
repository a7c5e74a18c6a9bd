// Has what an act rests on changed since, and whose hand is judged by which rules?
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { isStale, materialOf } from '../../domain/engine/judging/judge.ts'
import {
  askingOf,
  judgeTaskVerb,
  mayUse,
  returnTargets,
} from '../../domain/engine/judging/judge-verbs.ts'
import { text } from '../../domain/language/words.ts'
import { toGuards } from '../../domain/model/chart.ts'
import type { ProcessDefinition, Rule } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { counters } from '../support/processes/counter.ts'
import { addedAs, chiefs, handOf, inspectors, taskWith } from '../support/tasks-made-up.ts'
import {
  check,
  chen,
  context,
  count,
  lin,
  process,
  record,
  rules,
  said,
  wu,
} from './judged-process.ts'

const changed = { ...record, material: { main: 4, side: 7 } }
const stale = (
  type: string,
  ifMatch: number | null,
  taskId: string | null = null,
  by: Actor = lin,
) => isStale(process, changed, { type, data: {}, taskId }, ifMatch, by)

test('an act is stale when its own region has changed since its reader looked, and not by what happens elsewhere', () => {
  expect([stale('finish', 3), stale('finish', 4), stale('finish', 5)]).toEqual([true, false, false])
  expect([stale('approve', 6), stale('approve', 7)]).toEqual([true, false])
  expect(stale('finish', null)).toBe(false)
})

test('a verb on a task is stale by the region of the task that it names, and without one by any region', () => {
  expect([stale('claim', 4, count.id), stale('claim', 3, count.id)]).toEqual([false, true])
  expect([stale('claim', 6, check.id), stale('claim', 7, check.id)]).toEqual([true, false])
  expect([stale('claim', 6), stale('claim', 7)]).toEqual([true, false])
  expect([stale('claim', 6, 'constructor'), stale('claim', 7, 'constructor')]).toEqual([
    true,
    false,
  ])
})

test('who only looks looks at what there is', () => {
  expect(stale('unmask', 0)).toBe(false)
})

test('a region that nothing has changed yet is not stale, and the newest change of a case is that of any region', () => {
  expect(
    isStale(
      process,
      { ...record, material: {} },
      { type: 'finish', data: {}, taskId: null },
      0,
      lin,
    ),
  ).toBe(false)
  expect([materialOf(changed), materialOf({ ...record, material: {} })]).toEqual([7, 0])
})

test('a step is returned to what its own state leads back to, not to what another region does', () => {
  expect(returnTargets(process, record, count)).toEqual(['main.done'])
  expect(returnTargets(process, record, check)).toEqual([])
})

test('a task borrows from the groups that its own state names and that it does not have yet', () => {
  const lenders = (task: OpenTask) => askingOf(process, record, task, lin, {}, context).lenders
  expect(lenders(count)).toEqual(['330800-enforcement/inspector'])
  expect(lenders({ ...count, groups: [inspectors, '330800-enforcement/inspector'] })).toEqual([])
  expect(lenders(check)).toEqual([])
})

const signing = (more: Partial<OpenTask>): CaseRecord => ({
  ...record,
  openTasks: { [count.id]: { ...count, ...more } },
})
const proposal = { type: 'add', data: { n: 2 }, by: lin }

test('a hand that makes an act happen is judged by its rules, a hand that is only heard is not', () => {
  const sign = (by: Actor, of: CaseRecord) =>
    said(judgeTaskVerb(process, of, by, { type: 'sign', data: {}, taskId: null }, context))
  const two = { mode: 'all', need: 2 } as const
  expect(sign(wu, signing({ signers: two, proposal, signatures: [handOf('lin')] }))).toBe(
    'not-allowed: 不得为二',
  )
  expect(
    sign(
      wu,
      signing({
        signers: two,
        proposal: { ...proposal, data: { n: 3 } },
        signatures: [handOf('lin')],
      }),
    ),
  ).toBe('allowed')
  expect(
    sign(
      chen,
      signing({
        proposal,
        signatures: [handOf('lin')],
        added: [addedAs(chiefs, 'parallel', { kind: 'post' })],
      }),
    ),
  ).toBe('not-allowed: 不得为二')
  expect(
    sign(chen, signing({ proposal, added: [addedAs(chiefs, 'before', { kind: 'post' })] })),
  ).toBe('allowed')
  const oppose = judgeTaskVerb(
    process,
    signing({ signers: two, proposal, signatures: [handOf('lin')] }),
    wu,
    { type: 'oppose', data: { opinion: '不' }, taskId: null },
    context,
  )
  expect(said(oppose)).toBe('allowed')
})

/** Whatever Wu would decide, the rules refuse. */
const barring = {
  ...process,
  rules: {
    ...rules,
    notTwo: (({ event }) =>
      (event.by as { id?: string }).id !== 'wu' || text('吴回避', 'not Wu')) as Rule,
  },
  events: { add: process.events.add! },
} as ProcessDefinition

test('who may decide nothing does not disagree as one of the task’s own people, but as an added signer he does; others’ verbs ask no rule', () => {
  const task = {
    ...count,
    state: 'main.counting',
    proposal: { ...proposal, data: { n: 3 } },
    signers: { mode: 'all', need: 2 } as const,
    signatures: [handOf('lin')],
  }
  const use = (by: Actor, type: string, more: Partial<OpenTask> = {}) => {
    const chart = {
      ...barring,
      machine: createMachine(
        {
          ...process.machine.config,
          states: {
            ...process.machine.config.states,
            main: {
              initial: 'counting',
              states: {
                counting: {
                  meta: { task: 'count', to: counters },
                  on: { add: { guard: 'notTwo' } },
                },
              },
            },
          },
        } as never,
        { guards: toGuards(barring.rules as never) } as never,
      ),
    } as ProcessDefinition
    const verdict = mayUse(
      chart,
      record,
      { ...task, ...more },
      by,
      { type, data: { opinion: '不' } },
      context,
    )
    return verdict === true ? true : verdict.zh
  }
  expect(use(wu, 'oppose')).toBe('吴回避')
  expect(use(wu, 'oppose', { groups: [chiefs], added: [addedAs('wu', 'parallel')] })).toBe(true)
  expect(use(wu, 'copy')).toBe(true)
  expect(taskWith().groups).toEqual([inspectors])
})
