// Whose is a task, who may move it about or decide it, and whose signature is under it already?
import { expect, test } from 'vitest'
import {
  hasSigned,
  isHolder,
  isMember,
  mayHandle,
  mayWork,
  notDelegated,
  notYours,
  slotOf,
  waitsFor,
} from '../../domain/tasks/assignment.ts'
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

const [lin, wu, chen, ji] = [actor('lin'), actor('wu'), actor('chen'), actor('ji')]
const holder = { id: 'wu', name: '吴检查' }
const claimed = { zh: '已由吴检查领取', en: 'Claimed by 吴检查' }
const proposal = { type: 'approve', data: {} }

test('a task belongs to whoever holds one of its posts, and to nobody else', () => {
  expect(isMember(taskWith({ groups: [chiefs, inspectors] }), lin)).toBe(true)
  expect(isMember(taskWith(), chen)).toBe(false)
  expect(isMember(taskWith(), devices)).toBe(false)
})

test('a task lies in the signatures of its assignee, or of whoever acts for the assignee', () => {
  expect(isHolder(taskWith({ assignee: holder }), wu)).toBe(true)
  expect(isHolder(taskWith({ assignee: holder }), lin)).toBe(false)
  expect(isHolder(taskWith({ assignee: holder }), actingFor('lin', 'wu'))).toBe(true)
  expect(isHolder(taskWith(), lin)).toBe(false)
})

test('somebody without the post may not handle a task, even in his own signatures', () => {
  expect(mayHandle(taskWith({ assignee: { id: 'chen', name: '陈科长' } }), chen)).toEqual(notYours)
})

test('a task that is delegated waits until it is handed back, for everybody', () => {
  const delegated = { from: holder, to: { id: 'lin', name: '林检查' }, at }
  const words = {
    zh: '已委派林检查办理，交回后才能继续',
    en: 'Delegated to 林检查; it goes on when it has been handed back',
  }
  expect(notDelegated(taskWith({ delegated }))).toEqual(words)
  expect(mayHandle(taskWith({ delegated }), lin)).toEqual(words)
  expect(notDelegated(taskWith())).toBe(true)
})

test('a task assigned to a colleague is handled by him alone', () => {
  expect(mayHandle(taskWith({ assignee: holder }), lin)).toEqual(claimed)
  expect(mayHandle(taskWith({ assignee: holder }), wu)).toBe(true)
  expect(mayHandle(taskWith(), lin)).toBe(true)
})

test('a claim binds nobody where anybody may sign, or where several must and one has signed', () => {
  const mine = { assignee: holder }
  const two = { mode: 'all', need: 2 } as const
  expect(mayHandle(taskWith({ ...mine, signers: { mode: 'any' } }), lin)).toBe(true)
  expect(mayHandle(taskWith({ ...mine, signers: two, signatures: [signatureBy('wu')] }), lin)).toBe(
    true,
  )
  expect(
    mayHandle(
      taskWith({ ...mine, signers: two, signatures: [signatureBy('wu', { withdrawn: at })] }),
      lin,
    ),
  ).toEqual(claimed)
  expect(mayHandle(taskWith({ ...mine, signers: two }), lin)).toEqual(claimed)
  expect(mayHandle(taskWith({ ...mine, signatures: [signatureBy('wu')] }), lin)).toEqual(claimed)
})

test('a claim binds the others also where people sign in turn', () => {
  const signers = { mode: 'sequence', turns: [[inspectors], [chiefs]] } as const
  const task = taskWith({
    assignee: holder,
    signers: signers as never,
    signatures: [signatureBy('wu')],
  })
  expect(mayHandle(task, lin)).toEqual(claimed)
})

test('nobody decides before those have signed who are to be heard first', () => {
  const added = [addedAs('ji', 'before'), addedAs('gao', 'before', { no: 2 })]
  expect(mayWork(taskWith({ added }), lin)).toEqual({
    zh: '等待季督办、高局长签署',
    en: 'Waiting for 季督办, 高局长 to sign',
  })
  expect(mayWork(taskWith({ added }), lin)).toEqual(waitsFor(added))
  expect(mayWork(taskWith({ added: [addedAs('ji', 'parallel')] }), lin)).toBe(true)
  expect(mayWork(taskWith({ assignee: holder }), lin)).toEqual(claimed)
})

test('who comes second in a sequence signs what the first has proposed, and proposes nothing', () => {
  const signers = { mode: 'sequence', turns: [[inspectors], [inspectors]] } as never
  expect(mayWork(taskWith({ signers }), lin)).toBe(true)
  expect(
    mayWork(taskWith({ signers, proposal, signatures: [signatureBy('wu')] }), lin),
  ).toMatchObject({
    zh: expect.stringContaining('依次签署'),
  })
  expect(
    mayWork(
      taskWith({ signers: { mode: 'all', need: 2 }, proposal, signatures: [signatureBy('wu')] }),
      lin,
    ),
  ).toBe(true)
})

test('a signature counts for the person who signed and for whom he signed, not for others', () => {
  const onBehalfOf = { id: 'zhou', name: '周检查', order: '1号' }
  expect(hasSigned(taskWith({ signatures: [signatureBy('lin')] }), lin)).toBe(true)
  expect(hasSigned(taskWith({ signatures: [signatureBy('lin')] }), wu)).toBe(false)
  expect(hasSigned(taskWith({ signatures: [signatureBy('wu')] }), actingFor('lin', 'wu'))).toBe(
    true,
  )
  expect(
    hasSigned(taskWith({ signatures: [signatureBy('lin', { onBehalfOf })] }), actor('zhou')),
  ).toBe(true)
  expect(hasSigned(taskWith({ signatures: [signatureBy('lin', { onBehalfOf })] }), wu)).toBe(false)
  expect(hasSigned(taskWith({ signatures: [signatureBy('lin', { withdrawn: at })] }), lin)).toBe(
    false,
  )
  expect(hasSigned(taskWith({ signatures: [signatureBy('lin')] }), devices)).toBe(false)
})

test('an opinion heard before bars nobody from deciding', () => {
  const task = taskWith({
    added: [addedAs('wu', 'before')],
    signatures: [signatureBy('wu', { as: 1 })],
  })
  expect(hasSigned(task, wu)).toBe(false)
})

test('an added signer is found by his name or by his post, when it is his turn', () => {
  const byPost = addedAs('330802-committee/supervisor', 'before', { kind: 'post' })
  expect(slotOf(taskWith({ added: [addedAs('ji', 'before')] }), ji)?.no).toBe(1)
  expect(slotOf(taskWith({ added: [addedAs('wu', 'before')] }), actingFor('ji', 'wu'))?.no).toBe(1)
  expect(slotOf(taskWith({ added: [byPost] }), ji)?.no).toBe(1)
  expect(slotOf(taskWith({ added: [byPost] }), lin)).toBe(undefined)
  expect(slotOf(taskWith({ added: [addedAs('ji', 'before')] }), lin)).toBe(undefined)
  expect(slotOf(taskWith({ added: [addedAs('ji', 'parallel')] }), ji)).toBe(undefined)
  expect(slotOf(taskWith({ proposal, added: [addedAs('ji', 'parallel')] }), ji)?.no).toBe(1)
})
