// Who may sign, and be added as a signer?
import { expect, test } from 'vitest'
import type { LookedUp } from '../../domain/model/decision-context.ts'
import { notYours } from '../../domain/tasks/assignment.ts'
import { addable, signable } from '../../domain/tasks/signers.ts'
import { devices } from '../support/people/cast.ts'
import {
  actingFor,
  addedAs,
  at,
  chiefs,
  inspectors,
  signatureBy,
  taskWith,
} from '../support/tasks-made-up.ts'
import {
  asking,
  chen,
  committee,
  delegated,
  found,
  foundPost,
  holder,
  ji,
  lin,
  qi,
  wu,
  zh,
} from './asking.ts'

const proposal = { type: 'approve', data: {} }

test('an added signer signs when it is his turn, as long as he holds a post of the place', () => {
  const task = taskWith({ proposal, added: [addedAs('ji', 'parallel')] })
  expect(signable(asking({ task, by: ji }))).toBe(true)
  expect(zh(signable(asking({ task, by: { ...ji, appointments: [] } })))).toBe(
    '您已不在可签署本案的岗位上',
  )
  expect(signable(asking({ by: ji }))).toEqual(notYours)
})

test('who has added a signer does not sign in his place, not even as a substitute', () => {
  const forLin = actingFor('wu', 'lin')
  const task = taskWith({ proposal, groups: [chiefs], added: [addedAs('ji', 'parallel')] })
  const post = taskWith({
    proposal,
    groups: [chiefs],
    added: [addedAs(inspectors, 'parallel', { kind: 'post' })],
  })
  expect(zh(signable(asking({ task: post, by: lin })))).toBe('加签人不能自行签署')
  expect(zh(signable(asking({ task: post, by: forLin })))).toBe('加签人不能自行签署')
  expect(signable(asking({ task: post, by: wu }))).toBe(true)
  expect(signable(asking({ task, by: ji }))).toBe(true)
})

test('an added signer whose signature is under the outcome already does not sign again, but may still be heard before', () => {
  const signatures = [signatureBy('ji')]
  const parallel = taskWith({
    proposal,
    signers: { mode: 'all', need: 2 },
    added: [addedAs('ji', 'parallel')],
    signatures,
  })
  expect(zh(signable(asking({ task: parallel, by: ji })))).toBe('您已签署，须由另一人会签')
  expect(
    signable(asking({ task: { ...parallel, added: [addedAs('ji', 'before')] }, by: ji })),
  ).toBe(true)
})

test('one of the task’s own people signs what is proposed, once, and when it is his turn', () => {
  const two = taskWith({
    proposal,
    signers: { mode: 'all', need: 2 },
    signatures: [signatureBy('wu')],
  })
  expect(signable(asking({ task: two }))).toBe(true)
  expect(zh(signable(asking({ task: two, by: wu })))).toBe('您已签署，须由另一人会签')
  expect(zh(signable(asking()))).toBe('还没有待会签的办理意见')
  expect(zh(signable(asking({ task: { ...two, added: [addedAs('ji', 'before')] } })))).toBe(
    '等待季督办签署',
  )
  expect(zh(signable(asking({ task: taskWith({ ...two, delegated }) })))).toContain('已委派')
  const waits = taskWith({
    proposal,
    added: [addedAs('ji', 'after')],
    signatures: [signatureBy('wu')],
  })
  expect(zh(signable(asking({ task: waits })))).toBe('等待季督办签署')
})

test('a claim stops a colleague from signing only where people sign in turn', () => {
  const turns = { mode: 'sequence', turns: [[inspectors], [inspectors]] } as never
  const held = { proposal, assignee: holder, signatures: [signatureBy('zhou')] }
  expect(zh(signable(asking({ task: taskWith({ ...held, signers: turns }) })))).toBe(
    '已由吴检查领取',
  )
  expect(signable(asking({ task: taskWith({ ...held, signers: { mode: 'all', need: 3 } }) }))).toBe(
    true,
  )
})

test('only people of the authorities who may handle the task add signers', () => {
  expect(zh(addable(asking({ by: devices })))).toBe('仅供监管部门内部使用')
  const office = 'enterprise:e-1/enterprise-safety'
  expect(zh(addable(asking({ by: qi, task: taskWith({ groups: [office] }) })))).toBe(
    '仅供监管部门内部使用',
  )
  expect(addable(asking({ by: chen }))).toEqual(notYours)
  expect(addable(asking())).toBe(true)
})

test('at most twenty signers are added to a task', () => {
  const many = (count: number) =>
    taskWith({
      added: Array.from({ length: count }, (_, no) => addedAs('ji', 'before', { no, removed: at })),
    })
  expect(zh(addable(asking({ task: many(20) })))).toBe('加签人数已达上限')
  expect(addable(asking({ task: many(19) }))).toBe(true)
})

test.each([
  ['himself', 'lin', {}, '不能加签自己'],
  [
    'somebody who is waited for already',
    'ji',
    { added: [addedAs('ji', 'before')] },
    '已经加签，尚未签署',
  ],
  [
    'somebody who has signed',
    'ji',
    { added: [addedAs('ji', 'before')], signatures: [signatureBy('ji', { as: 1 })] },
    '对方已签署',
  ],
])('nobody adds %s', (_, to, task, words) => {
  expect(zh(addable(asking({ task: taskWith(task), data: { to, position: 'before' } })))).toBe(
    words,
  )
})

test('who is one of those that must sign is added only to be heard before', () => {
  const task = taskWith({ signers: { mode: 'all', need: 2 } })
  const lookedUp = found('wu', [inspectors])
  expect(
    zh(addable(asking({ task, lookedUp, data: { to: 'wu', position: 'parallel' } }))),
  ).toContain('请直接会签')
  expect(addable(asking({ task, lookedUp, data: { to: 'wu', position: 'before' } }))).toBe(true)
  expect(addable(asking({ lookedUp, data: { to: 'wu', position: 'parallel' } }))).toBe(true)
  const another = found('ji', [committee, '330802-committee/leader'])
  expect(
    addable(asking({ task, lookedUp: another, data: { to: 'ji', position: 'parallel' } })),
  ).toBe(true)
  const both = found('ji', [committee, inspectors])
  expect(
    zh(addable(asking({ task, lookedUp: both, data: { to: 'ji', position: 'parallel' } }))),
  ).toContain('请直接会签')
  const post = { to: inspectors, position: 'after' }
  expect(zh(addable(asking({ task, lookedUp: foundPost(inspectors, 2), data: post })))).toContain(
    '请直接会签',
  )
})

test('who has a later turn in a sequence is added only to be heard before; whose turn is now or past may be added', () => {
  const signers = { mode: 'sequence', turns: [[inspectors], [committee], [chiefs]] } as never
  const task = taskWith({ signers })
  const beside = { to: 'ji', position: 'parallel' }
  expect(zh(addable(asking({ task, lookedUp: found('ji'), data: beside })))).toContain('将依次签署')
  expect(
    addable(asking({ task, lookedUp: found('ji'), data: { ...beside, position: 'before' } })),
  ).toBe(true)
  expect(
    addable(
      asking({
        task,
        lookedUp: found('wu', [inspectors]),
        data: { to: 'wu', position: 'parallel' },
      }),
    ),
  ).toBe(true)
  const both = found('ji', ['330802-bureau/clerk', committee])
  expect(zh(addable(asking({ task, lookedUp: both, data: beside })))).toContain('将依次签署')
  const second = taskWith({ signers, signatures: [signatureBy('wu')] })
  expect(addable(asking({ task: second, lookedUp: found('ji'), data: beside }))).toBe(true)
})

test.each([
  ['a person of the place', found('ji'), 'ji', true],
  [
    'a person from elsewhere',
    found('ji', ['330881-bureau/inspector']),
    'ji',
    '对方没有可查阅本案的岗位',
  ],
  ['a person whom nobody knows', { people: [], posts: [], fact: null }, 'ji', '没有这个人或岗位'],
  ['a post of the place', foundPost(committee, 1), committee, true],
  ['a post that nobody holds', foundPost(committee, 0), committee, '该岗位目前无人'],
  [
    'a post of another place',
    foundPost('330881-bureau/inspector', 1),
    '330881-bureau/inspector',
    '没有这个人或岗位',
  ],
  ['somebody while nothing has been looked up', undefined, 'ji', true],
])('%s is added if the case can be read from there', (_, lookedUp, to, verdict) => {
  expect(
    zh(addable(asking({ lookedUp: lookedUp as LookedUp, data: { to, position: 'before' } }))),
  ).toBe(verdict)
})
