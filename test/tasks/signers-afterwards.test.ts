// Who may be removed or be given a task for a while, and how does the task stand afterwards?
import { expect, test } from 'vitest'
import { notYours } from '../../domain/tasks/hands.ts'
import {
  concerns,
  delegable,
  givenBack,
  givenTo,
  isAsked,
  removable,
  removableBy,
  returnable,
  withoutSigner,
  withSigner,
} from '../../domain/tasks/signers.ts'
import { actor, devices } from '../support/people/cast.ts'
import { actingFor, addedAs, at, chiefs, taskWith } from '../support/tasks-made-up.ts'
import {
  asking,
  chen,
  committee,
  delegated,
  found,
  foundPost,
  holder,
  ji,
  jiang,
  lin,
  wu,
  zh,
} from './asking.ts'

test('an added signer is removed by who added him, by who holds the task, by its people while nobody holds it, and by the head', () => {
  const task = taskWith({
    groups: [chiefs],
    assignee: { id: 'fang', name: '方科长' },
    added: [addedAs('ji', 'parallel')],
  })
  expect(removableBy(task, lin)).toHaveLength(1)
  expect(removableBy(task, actingFor('wu', 'lin'))).toHaveLength(1)
  expect(removableBy(task, actor('fang'))).toHaveLength(1)
  expect(removableBy(task, actor('gao'))).toHaveLength(1)
  expect(removableBy(task, wu)).toHaveLength(0)
  expect(removableBy(taskWith({ added: task.added ?? [] }), wu)).toHaveLength(1)
  expect(
    removableBy(
      taskWith({ assignee: { id: 'zhou', name: '周检查' }, added: task.added ?? [] }),
      wu,
    ),
  ).toHaveLength(0)
  expect(removableBy(task, devices)).toHaveLength(0)
})

test('a signer is removed only where one waits, by whom it concerns, and only one of his own', () => {
  const waiting = taskWith({
    assignee: { id: 'zhou', name: '周检查' },
    added: [addedAs('ji', 'parallel')],
  })
  expect(removable(asking({ by: jiang, task: waiting }))).toEqual(notYours)
  expect(zh(removable(asking()))).toBe('没有待签署的加签人')
  expect(zh(removable(asking({ by: wu, task: waiting })))).toContain('减签由')
  expect(removable(asking({ task: waiting }))).toBe(true)
  expect(removable(asking({ task: waiting, data: { signer: '1' } }))).toBe(true)
  expect(removable(asking({ task: waiting, data: { signer: '2' } }))).toMatchObject({
    zh: '没有这位待签署的加签人，或者已经签署',
  })
  const two = {
    ...waiting,
    added: [addedAs('ji', 'parallel'), addedAs('gao', 'parallel', { no: 2 })],
  }
  expect(removable(asking({ task: two, data: { signer: '2' } }))).toBe(true)
})

test('a task is handed back by the delegate, called back by who delegated it or the head, and by nobody else', () => {
  const task = taskWith({ delegated })
  expect(zh(returnable(asking()))).toBe('任务没有委派')
  expect(returnable(asking({ by: ji }))).toEqual(notYours)
  expect(returnable(asking({ by: jiang, task }))).toEqual(notYours)
  const byJiang = taskWith({ delegated: { ...delegated, from: { id: 'jiang', name: '江检查' } } })
  expect(returnable(asking({ by: jiang, task: byJiang }))).toBe(true)
  expect(returnable(asking({ by: ji, task }))).toBe(true)
  expect(returnable(asking({ by: wu, task }))).toBe(true)
  expect(returnable(asking({ by: chen, task }))).toBe(true)
  expect(zh(returnable(asking({ by: lin, task })))).toContain('由受委派人交回')
})

test('a task asks for the hand of a delegate and of an added signer, by name, by post, or of whom he stands in for', () => {
  expect(isAsked(taskWith({ delegated }), ji)).toBe(true)
  expect(isAsked(taskWith({ delegated }), lin)).toBe(false)
  expect(isAsked(taskWith({ added: [addedAs('ji', 'after')] }), ji)).toBe(true)
  expect(isAsked(taskWith({ added: [addedAs('ji', 'after')] }), actingFor('chen', 'ji'))).toBe(true)
  expect(isAsked(taskWith({ added: [addedAs(committee, 'after', { kind: 'post' })] }), ji)).toBe(
    true,
  )
  expect(isAsked(taskWith({ added: [addedAs(committee, 'after', { kind: 'post' })] }), chen)).toBe(
    false,
  )
  expect(
    isAsked(taskWith({ added: [addedAs('chen', 'after'), addedAs('ji', 'after', { no: 2 })] }), ji),
  ).toBe(true)
  expect(isAsked(taskWith(), ji)).toBe(false)
})

test('a task concerns its people, its holder, whom it asks, and the head of its office', () => {
  expect(concerns(taskWith(), lin)).toBe(true)
  expect(concerns(taskWith({ assignee: { id: 'jiang', name: '江检查' } }), jiang)).toBe(true)
  expect(concerns(taskWith({ delegated }), ji)).toBe(true)
  expect(concerns(taskWith(), chen)).toBe(true)
  expect(concerns(taskWith(), jiang)).toBe(false)
})

test('a signer is added by name or by post, with a number of his own; somebody unknown changes nothing', () => {
  const one = { name: '季督办', position: 'parallel', by: 'lin', at }
  const data = { to: 'ji', position: 'parallel' }
  const task = taskWith()
  expect(withSigner(asking({ task, data, lookedUp: found('ji') }), lin, at)).toEqual({
    ...task,
    added: [{ no: 1, who: 'ji', kind: 'person', ...one }],
  })
  const again = taskWith({ added: [addedAs('gao', 'before')] })
  expect(
    withSigner(
      asking({ task: again, data: { ...data, to: committee }, lookedUp: foundPost(committee, 1) }),
      lin,
      at,
    ).added,
  ).toEqual([
    addedAs('gao', 'before'),
    { no: 2, who: committee, kind: 'post', ...one, name: '岗位' },
  ])
  expect(withSigner(asking({ task, data, lookedUp: found('gao') }), lin, at)).toEqual(task)
  expect(
    withSigner(
      asking({ task, data: { ...data, to: committee }, lookedUp: foundPost(chiefs, 1) }),
      lin,
      at,
    ),
  ).toEqual(task)
  expect(withSigner(asking({ task, data }), lin, at)).toEqual(task)
})

test('only the signer who is named is removed, and keeps his place in the record', () => {
  const added = [addedAs('ji', 'before'), addedAs('gao', 'after', { no: 2 })]
  const task = taskWith({ added })
  expect(withoutSigner(asking({ task, data: { signer: '2' } }), lin, at).added).toEqual([
    added[0],
    { ...added[1], removed: at },
  ])
  expect(withoutSigner(asking({ task: taskWith(), data: { signer: '2' } }), lin, at).added).toEqual(
    [],
  )
})

test('a delegated task lies with the delegate, in the record in the name of whom he works for, and comes back to him', () => {
  const task = taskWith()
  const to = { id: 'ji', name: '季督办' }
  const given = givenTo(
    asking({ data: { to: 'ji' }, lookedUp: found('ji') }),
    actingFor('lin', 'wu'),
    at,
  )
  expect(given).toEqual({
    ...task,
    delegated: { from: holder, to, at },
    assignee: to,
    claimedAt: at,
  })
  expect(givenTo(asking({ data: { to: 'gao' }, lookedUp: found('ji') }), lin, at)).toEqual(task)
  expect(givenTo(asking({ data: { to: 'gao' } }), lin, at)).toEqual(task)
  const later = '2026-03-03T01:00:00.000Z'
  expect(givenBack(asking({ task: given }), lin, later)).toEqual({
    ...task,
    assignee: holder,
    claimedAt: later,
  })
  expect(givenBack(asking(), lin, later)).toEqual(task)
})

test('a task is delegated by who may handle it, to somebody who may read the case', () => {
  expect(delegable(asking())).toBe(true)
  expect(delegable(asking({ by: chen }))).toEqual(notYours)
  expect(zh(delegable(asking({ by: devices })))).toBe('仅供监管部门内部使用')
  expect(
    zh(delegable(asking({ data: { to: committee }, lookedUp: foundPost(committee, 1) }))),
  ).toBe('请委派给具体的人')
  expect(delegable(asking({ data: { to: 'ji' }, lookedUp: found('ji') }))).toBe(true)
  expect(delegable(asking({ data: { to: 'lin' }, lookedUp: found('lin') }))).toMatchObject({
    zh: '不能委派给自己',
  })
  expect(delegable(asking({ data: { to: 'ji' }, lookedUp: found('gao') }))).toMatchObject({
    zh: '没有这个人或岗位',
  })
})
