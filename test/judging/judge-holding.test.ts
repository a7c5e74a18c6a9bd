// On which task does a verb work, and who may hold a task?
import { expect, test } from 'vitest'
import { judgeTaskVerb, mayUse, taskOfVerb } from '../../domain/engine/judging/judge-verbs.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { counter } from '../support/processes/counter.ts'
import { addedAs, at, taskWith } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'
import { act, chen, context, ji, judgementText, lin, wu } from './verbs-judged.ts'

const held = (task: OpenTask): CaseRecord => ({
  ...opened(counter, lin, { region: '330802', date: '2026-03-10' }, at).record,
  openTasks: { [task.id]: task },
})

test('a verb works on the task that is named, the only one, his own, or the one that asks for his signature', () => {
  const [one, two] = [taskWith({ id: 't-1', groups: ['x/inspector'] }), taskWith({ id: 't-2' })]
  const record = { ...held(one), openTasks: { 't-1': one, 't-2': two } }
  expect(taskOfVerb(counter, record, lin, 't-1')?.id).toBe('t-1')
  expect(taskOfVerb(counter, record, lin, 't-3')).toBe(undefined)
  expect(taskOfVerb(counter, record, lin, null)?.id).toBe('t-2')
  expect(taskOfVerb(counter, held(one), lin, null)?.id).toBe('t-1')
  expect(taskOfVerb(counter, record, ji, null)).toBe(undefined)
  const requests = { ...two, groups: ['x/inspector'], added: [addedAs('ji', 'before')] }
  expect(
    taskOfVerb(counter, { ...record, openTasks: { 't-1': one, 't-2': requests } }, ji, null)?.id,
  ).toBe('t-2')
})

test('a verb on a task is refused on a closed case, without a task, and for what is no such verb', () => {
  const open = held(taskWith())
  const judge = (of: CaseRecord, type: string, id: string | null = null) =>
    judgementText(judgeTaskVerb(counter, of, lin, act(type, {}, id), context))
  expect(judge(open, 'claim')).toBe('allowed')
  expect(judge({ ...open, status: 'closed' }, 'claim')).toMatch(/^case-closed/)
  expect(judge(open, 'claim', 'another')).toMatch(/^task-not-open/)
  expect(judge(open, 'approve')).toMatch(/^unknown-act/)
  expect(judgementText(judgeTaskVerb(counter, open, chen, act('claim'), context))).toMatch(
    /^not-allowed: 该任务不属于您的岗位/,
  )
})

/** Nothing can be decided by who has counted. */
const barring = {
  ...counter,
  rules: {
    ...counter.rules,
    notTooMuch: ({ event }: { event: { by: Actor } }) =>
      (event.by as { id?: string }).id !== 'wu' || { zh: '吴回避', en: 'not Wu' },
  },
  events: { add: counter.events.add },
} as unknown as typeof counter

test('who may decide nothing at a task neither claims it nor is given it', () => {
  const task = taskWith({ state: 'counting' })
  const of = held(task)
  const lookedUp = (id: string) => ({
    ...context,
    lookedUp: { people: [{ id, name: id, groups: task.groups }], posts: [], fact: null },
  })
  const use = (by: Actor, type: string, data = {}, input: DecisionContext = context) => {
    const verdict = mayUse(barring, of, task, by, { type, data }, input)
    return verdict === true ? true : verdict.zh
  }
  expect(use(lin, 'claim')).toBe(true)
  expect(use(wu, 'claim')).toBe('吴回避')
  expect(use(wu, 'delegate')).toBe('吴回避')
  expect(use(lin, 'transfer', { to: 'wu' }, lookedUp('wu'))).toBe('吴回避')
  expect(use(lin, 'transfer', { to: 'zhou' }, lookedUp('zhou'))).toBe(true)
  expect(use(lin, 'transfer', { to: 'zhou' }, lookedUp('wu'))).toBe('没有这个人')
  expect(use(chen, 'reassign', { to: 'wu' }, lookedUp('wu'))).toBe('吴回避')
  expect(use(wu, 'copy')).toBe(true)
  expect(use(lin, 'nothing')).toMatch(/./)
})

test('who may decide one thing of several holds the task', () => {
  const also = {
    ...barring,
    events: { add: counter.events.add, finish: counter.events.finish },
  } as typeof counter
  const task = taskWith({ state: 'counting' })
  expect(mayUse(also, held(task), task, wu, { type: 'claim', data: {} }, context)).toBe(true)
})

test('what the case is not ready for bars nobody from holding the task, while it bars whom it barred', () => {
  const early = {
    ...barring,
    rules: {
      ...counter.rules,
      notTooMuch: ({ event }: { event: { by: Actor } }) =>
        (event.by as { id?: string }).id === 'wu'
          ? { zh: '吴回避', en: 'not Wu' }
          : { zh: '尚有1项未完成', en: 'One is open' },
    },
  } as unknown as typeof counter
  const task = taskWith({ state: 'counting' })
  const claims = (by: Actor) =>
    mayUse(early, held(task), task, by, { type: 'claim', data: {} }, context)
  expect(claims(lin)).toBe(true)
  expect(claims(wu)).toMatchObject({ zh: '吴回避' })
})
