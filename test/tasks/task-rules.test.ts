// May this person claim, give away, re-assign, copy, urge or borrow, and how does the task stand afterwards?
import { expect, test } from 'vitest'
import type { LookedUp } from '../../domain/model/decision-context.ts'
import type { OpenTask } from '../../domain/model/record.ts'
import { type Asking, notYours } from '../../domain/tasks/assignment.ts'
import { verbRules, worked } from '../../domain/tasks/task-rules.ts'
import type { TaskVerb } from '../../domain/tasks/verbs.ts'
import { actor, devices } from '../support/people/cast.ts'
import {
  actingFor,
  addedAs,
  at,
  chiefs,
  inspectors,
  signatureBy,
  taskWith,
} from '../support/tasks-made-up.ts'

const [lin, wu, chen, ji, jiang] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('ji'),
  actor('jiang'),
]
const holder = { id: 'wu', name: '吴检查' }
const delegated = { from: holder, to: { id: 'ji', name: '季督办' }, at }
const held = taskWith({ assignee: holder, claimedAt: at })
const later = '2026-03-03T01:00:00.000Z'

const asking = (changes: Partial<Asking> = {}): Asking => ({
  task: taskWith(),
  by: lin,
  data: {},
  returnTargets: [],
  lenders: [],
  region: '330802',
  ...changes,
})
const found = (id: string, groups: string[]): LookedUp => ({
  people: [{ id, name: actor(id).name, groups }],
  posts: [],
  fact: null,
})
const outcomeFor = (verb: TaskVerb, changes: Partial<Asking> = {}) => {
  const verdict = verbRules[verb](asking(changes))
  return verdict === true ? true : verdict.zh
}
const notHis = notYours.zh
const after = (verb: TaskVerb, task: OpenTask, changes: Partial<Asking> = {}) =>
  worked(verb, asking({ task, ...changes }), later)

test('a task is claimed by one of its people while nobody has it; who was given it may still say that he has it', () => {
  expect(outcomeFor('claim')).toBe(true)
  expect(outcomeFor('claim', { by: chen })).toBe(notHis)
  expect(outcomeFor('claim', { task: held })).toBe('已由吴检查领取')
  expect(outcomeFor('claim', { task: held, by: wu })).toBe('您已领取')
  expect(outcomeFor('claim', { task: { ...held, claimedAt: null }, by: wu })).toBe(true)
})

test('only the holder releases a task, and not while it is delegated', () => {
  expect(outcomeFor('release', { task: held, by: wu })).toBe(true)
  expect(outcomeFor('release', { task: held, by: actingFor('lin', 'wu') })).toBe(true)
  expect(outcomeFor('release', { task: held })).toBe('您尚未领取该任务')
  expect(outcomeFor('release', { by: jiang })).toBe(notHis)
  expect(outcomeFor('release', { task: { ...held, delegated }, by: wu })).toContain('已委派')
})

test('a task is transferred by who may handle it to somebody else who holds a post for it', () => {
  expect(outcomeFor('transfer')).toBe(true)
  expect(outcomeFor('transfer', { by: chen })).toBe(notHis)
  expect(
    outcomeFor('transfer', {
      task: held,
      data: { to: 'zhou' },
      lookedUp: found('zhou', [inspectors]),
    }),
  ).toBe('已由吴检查领取')
  expect(
    outcomeFor('transfer', { data: { to: 'wu' }, lookedUp: found('wu', [chiefs, inspectors]) }),
  ).toBe(true)
  expect(
    outcomeFor('transfer', { data: { to: 'lin' }, lookedUp: found('lin', [inspectors]) }),
  ).toBe('不能转给自己')
  expect(outcomeFor('transfer', { data: { to: 'ji' }, lookedUp: found('ji', [chiefs]) })).toBe(
    '对方不在可办理该任务的岗位上',
  )
  expect(
    outcomeFor('transfer', { data: { to: 'nobody' }, lookedUp: found('ji', [inspectors]) }),
  ).toBe('没有这个人')
  expect(outcomeFor('transfer', { data: { to: 'wu' } })).toBe(true)
})

test('the head of the office re-assigns a task to one of its people who does not have it and has not signed', () => {
  const by = chen
  expect(outcomeFor('reassign', { by })).toBe(true)
  expect(outcomeFor('reassign')).toContain('改派由')
  expect(
    outcomeFor('reassign', {
      by,
      task: held,
      data: { to: 'wu' },
      lookedUp: found('wu', [inspectors]),
    }),
  ).toBe('任务已在其名下')
  expect(
    outcomeFor('reassign', {
      by,
      task: held,
      data: { to: 'zhou' },
      lookedUp: found('zhou', [inspectors]),
    }),
  ).toBe(true)
  const signed = taskWith({ signatures: [signatureBy('zhou'), signatureBy('wu')] })
  expect(
    outcomeFor('reassign', {
      by,
      task: signed,
      data: { to: 'wu' },
      lookedUp: found('wu', [inspectors]),
    }),
  ).toContain('对方已签署')
  expect(outcomeFor('reassign', { by, data: { to: 'ji' }, lookedUp: found('ji', [chiefs]) })).toBe(
    '对方不在可办理该任务的岗位上',
  )
})

test('a step is returned by who may handle it, if its chart names a step to return to', () => {
  expect(outcomeFor('return', { returnTargets: ['counting'] })).toBe(true)
  expect(outcomeFor('return')).toBe('本环节没有可退回的环节')
  expect(outcomeFor('return', { returnTargets: ['counting'], by: chen })).toBe(notHis)
})

test('one of its people sends a copy to somebody who exists', () => {
  expect(outcomeFor('copy')).toBe(true)
  expect(outcomeFor('copy', { by: ji })).toBe(notHis)
  expect(outcomeFor('copy', { data: { to: 'ji' }, lookedUp: found('ji', []) })).toBe(true)
  expect(outcomeFor('copy', { data: { to: 'gao' }, lookedUp: found('ji', []) })).toBe('没有这个人')
  expect(outcomeFor('copy', { data: { to: 'gao' } })).toBe(true)
  expect(outcomeFor('copy', { lookedUp: found('ji', []) })).toBe(true)
})

test('whoever waits for others urges them, and nobody urges himself', () => {
  expect(outcomeFor('urge')).toBe('任务在您手上，无需催办')
  expect(outcomeFor('urge', { by: jiang })).toBe(true)
  expect(outcomeFor('urge', { task: held })).toBe(true)
  expect(outcomeFor('urge', { task: held, by: wu })).toBe('任务在您手上，无需催办')
  expect(outcomeFor('urge', { task: taskWith({ added: [addedAs('ji', 'before')] }) })).toBe(true)
  expect(outcomeFor('urge', { by: devices })).toBe(notHis)
})

test('one of its people borrows from the level above where the chart allows it, and not while it is delegated', () => {
  const lenders = ['330800-enforcement/inspector']
  expect(outcomeFor('borrow')).toBe('本环节不能再借用上级人员')
  expect(outcomeFor('borrow', { lenders })).toBe(true)
  expect(outcomeFor('borrow', { lenders, by: chen })).toBe(notHis)
  expect(outcomeFor('borrow', { lenders, task: { ...held, delegated } })).toContain('已委派')
})

test('a task is opened by its people and by whom it asks', () => {
  expect(outcomeFor('open')).toBe(true)
  expect(outcomeFor('open', { by: ji })).toBe(notHis)
  expect(outcomeFor('open', { by: ji, task: taskWith({ added: [addedAs('ji', 'after')] }) })).toBe(
    true,
  )
})

test.each(['sign', 'oppose', 'add-signer', 'remove-signer', 'delegate', 'hand-back'] as const)(
  'whoever it does not concern may not %s',
  (verb) => {
    expect(outcomeFor(verb, { by: jiang })).toBe(notHis)
  },
)

test('a claimed task lies in the name of who claims it, or of the absent person; it was first seen when it was first seen', () => {
  const task = taskWith()
  expect(after('claim', task)).toEqual({
    ...task,
    assignee: { id: 'lin', name: '林检查' },
    claimedAt: later,
    seenAt: later,
  })
  expect(after('claim', { ...task, seenAt: at }, { by: actingFor('lin', 'wu') })).toEqual({
    ...task,
    assignee: holder,
    claimedAt: later,
    seenAt: at,
  })
  expect(after('open', task)).toEqual({ ...task, seenAt: later })
  expect(after('open', { ...task, seenAt: at })).toEqual({ ...task, seenAt: at })
})

test('a released task lies assigned to nobody', () => {
  expect(after('release', held)).toEqual({ ...held, assignee: null, claimedAt: null })
})

test.each(['transfer', 'reassign'] as const)(
  '%s assigns the task to somebody else, and a delegation ends with it',
  (verb) => {
    const to = { data: { to: 'zhou' }, lookedUp: found('zhou', [inspectors]) }
    expect(after(verb, { ...held, delegated }, to)).toEqual({
      ...held,
      assignee: { id: 'zhou', name: '周检查' },
      claimedAt: later,
    })
    expect(after(verb, held, { ...to, data: { to: 'gao' } })).toEqual(held)
    expect(after(verb, held, { data: { to: 'zhou' } })).toEqual(held)
  },
)

test('a copy goes to each person once', () => {
  const task = taskWith({ copies: [{ id: 'ji', name: '旧名' }, holder] })
  const to = { data: { to: 'ji' }, lookedUp: found('ji', []) }
  expect(after('copy', task, to).copies).toEqual([holder, { id: 'ji', name: '季督办' }])
  expect(after('copy', task, { ...to, data: { to: 'gao' } })).toEqual(task)
})

test('who is borrowed may work the task beside its own people, and it lies assigned to nobody', () => {
  const lenders = ['330800-enforcement/inspector']
  expect(after('borrow', held, { lenders })).toEqual({
    ...held,
    groups: [inspectors, ...lenders],
    assignee: null,
    claimedAt: null,
  })
})

test('each urging is counted', () => {
  expect(after('urge', taskWith({ urged: 2 })).urged).toBe(3)
})

test.each(['sign', 'oppose', 'return'] as const)(
  '%s leaves the task as it is: the chart and the signatures do the rest',
  (verb) => {
    expect(after(verb, held)).toEqual(held)
    expect(after(verb, held, { data: { to: 'ji' }, lookedUp: found('ji', []) })).toEqual(held)
  },
)

test('signers and delegations change the task as they say', () => {
  const lookedUp = found('ji', [])
  expect(
    after('add-signer', taskWith(), { data: { to: 'ji', position: 'after' }, lookedUp }).added,
  ).toHaveLength(1)
  expect(
    after('remove-signer', taskWith({ added: [addedAs('ji', 'after')] }), { data: { signer: '1' } })
      .added?.[0]?.removed,
  ).toBe(later)
  expect(after('delegate', taskWith(), { data: { to: 'ji' }, lookedUp }).delegated?.to.id).toBe(
    'ji',
  )
  expect(after('hand-back', taskWith({ delegated }))).toMatchObject({ assignee: holder })
})

test('a machine changes no task', () => {
  expect(after('urge', held, { by: devices })).toEqual(held)
})
