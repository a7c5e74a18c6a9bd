// Who may sign, be added, be removed, be given a task for a while and hand it back, and how does the task stand afterwards?
import { expect, test } from 'vitest'
import type { LookedUp } from '../../domain/model/decision-context.ts'
import { type Asking, notYours } from '../../domain/tasks/assignment.ts'
import {
  addable,
  concerns,
  delegable,
  delegate,
  isRequestedSigner,
  removable,
  removableBy,
  returnable,
  returnDelegation,
  signable,
  withoutSigner,
  withSigner,
} from '../../domain/tasks/signers.ts'
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

const [lin, wu, chen, ji, qi, jiang] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('ji'),
  actor('qi'),
  actor('jiang'),
]
const proposal = { type: 'approve', data: {} }
const committee = '330802-committee/supervisor'
const holder = { id: 'wu', name: '吴检查' }
const delegated = { from: holder, to: { id: 'ji', name: '季督办' }, at }

const asking = (changes: Partial<Asking> = {}): Asking => ({
  task: taskWith(),
  by: lin,
  data: {},
  returnTargets: [],
  lenders: [],
  region: '330802',
  ...changes,
})
const found = (id: string, groups: string[] = [committee]): LookedUp => ({
  people: [{ id, name: actor(id).name, groups }],
  posts: [],
  fact: null,
})
const foundPost = (group: string, holders: number): LookedUp => ({
  people: [],
  posts: [{ group, name: '岗位', holders }],
  fact: null,
})
const zh = (verdict: unknown) => (verdict === true ? true : (verdict as { zh: string }).zh)

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
    '已由吴检查签收',
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

test('a task asks for the signature of a delegate and of an added signer, by name, by post, or of whom he stands in for', () => {
  expect(isRequestedSigner(taskWith({ delegated }), ji)).toBe(true)
  expect(isRequestedSigner(taskWith({ delegated }), lin)).toBe(false)
  expect(isRequestedSigner(taskWith({ added: [addedAs('ji', 'after')] }), ji)).toBe(true)
  expect(
    isRequestedSigner(taskWith({ added: [addedAs('ji', 'after')] }), actingFor('chen', 'ji')),
  ).toBe(true)
  expect(
    isRequestedSigner(taskWith({ added: [addedAs(committee, 'after', { kind: 'post' })] }), ji),
  ).toBe(true)
  expect(
    isRequestedSigner(taskWith({ added: [addedAs(committee, 'after', { kind: 'post' })] }), chen),
  ).toBe(false)
  expect(
    isRequestedSigner(
      taskWith({ added: [addedAs('chen', 'after'), addedAs('ji', 'after', { no: 2 })] }),
      ji,
    ),
  ).toBe(true)
  expect(isRequestedSigner(taskWith(), ji)).toBe(false)
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
  const input = delegate(
    asking({ data: { to: 'ji' }, lookedUp: found('ji') }),
    actingFor('lin', 'wu'),
    at,
  )
  expect(input).toEqual({
    ...task,
    delegated: { from: holder, to, at },
    assignee: to,
    claimedAt: at,
  })
  expect(delegate(asking({ data: { to: 'gao' }, lookedUp: found('ji') }), lin, at)).toEqual(task)
  expect(delegate(asking({ data: { to: 'gao' } }), lin, at)).toEqual(task)
  const later = '2026-03-03T01:00:00.000Z'
  expect(returnDelegation(asking({ task: input }), lin, later)).toEqual({
    ...task,
    assignee: holder,
    claimedAt: later,
  })
  expect(returnDelegation(asking(), lin, later)).toEqual(task)
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
