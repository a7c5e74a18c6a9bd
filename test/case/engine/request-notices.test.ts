// Who is notified that he has been added, removed or given work, in which words, and when is it no longer told?
import { expect, test } from 'vitest'
import { isStillRequested } from '../../../domain/engine/notices/request-notices.ts'
import type { NoticeEffect } from '../../../domain/model/record.ts'
import { groupsOf } from '../../../domain/organisation/actor.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { signedBy, tasksOf } from '../../support/processes/task-operations.ts'

const [wu, chen, fang, gao, ji] = ['wu', 'chen', 'fang', 'gao', 'ji'].map(actor)
if (!wu || !chen || !fang || !gao || !ji) throw new Error('people.ts has changed')

const openTasks = () => tasksOf(signedBy(undefined), everybody())
const add = (to: string, position: string) => ({ to, position, reason: '请协助' })
const noticesOf = (play: ReturnType<typeof openTasks>) =>
  play.effects.filter((one): one is NoticeEffect => one.kind === 'notice')
const noticesIn = (play: ReturnType<typeof openTasks>) =>
  noticesOf(play).map(({ about, groups, people = [] }) => [about, ...groups, ...people])

test('whoever is added hears it once, by name or by post, in which place; the authorities alone read it', () => {
  const play = openTasks()
  const post = groupsOf(gao)[0] as string
  play.act(chen, 'add-signer', add('ji', 'before'))
  play.act(chen, 'add-signer', add('wu', 'parallel'))
  play.act(chen, 'add-signer', add(post, 'after'))
  expect(noticesIn(play)).toEqual([
    ['add-signer', 'ji'],
    ['add-signer', 'wu'],
    ['add-signer', post],
  ])
  const texts = noticesOf(play)
  expect(texts.map(({ audience }) => audience)).toEqual(['internal', 'internal', 'internal'])
  expect(texts.map(({ body }) => /（.加签）/.exec(body.zh)?.[0])).toEqual([
    '（前加签）',
    '（并加签）',
    '（后加签）',
  ])
  expect(texts[0]?.body.zh).toContain('陈科长请您先签署意见')
  expect(texts[0]?.body.en).toContain('陈科长 asks you for your opinion first')
  play.act(ji, 'sign')
  expect(noticesIn(play)).toHaveLength(3)
})

test('whoever is removed hears that he need not sign, also when the act happens by it', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'after'))
  play.act(chen, 'approve', { outcome: 'yes' })
  play.act(chen, 'remove-signer', { signer: '1', reason: '出差' })
  expect(play.record().status).toBe('closed')
  const [added, removed] = noticesOf(play)
  expect(removed).toMatchObject({ about: 'remove-signer', people: ['ji'] })
  expect(removed?.request).toBeUndefined()
  expect(added?.request && isStillRequested(play.record(), added.request)).toBe(false)
})

test('a delegate hears it, and its end; who has handed back or called back himself does not', () => {
  const play = openTasks()
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  play.act(wu, 'hand-back', { opinion: '已核' })
  play.act(chen, 'delegate', { to: 'wu', reason: '再核' })
  play.act(chen, 'hand-back', { opinion: '不用了' })
  play.act(chen, 'delegate', { to: 'wu', reason: '再核' })
  play.act(gao, 'reassign', { to: 'fang', reason: '出差' })
  expect(noticesIn(play)).toEqual([
    ['delegate', 'wu'],
    ['hand-back', 'chen'],
    ['delegate', 'wu'],
    ['hand-back', 'wu'],
    ['delegate', 'wu'],
    ['hand-back', 'wu'],
  ])
  expect(noticesOf(play)[1]?.body.zh).toContain('吴检查已交回委派')
  expect(noticesOf(play)[3]?.body.zh).toContain('陈科长已收回对您的委派')
})

test('after a return nobody is told any more, and what was still to be told is not', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'before'))
  const request = noticesOf(play)[0]?.request
  if (!request) throw new Error('nothing was asked')
  expect(isStillRequested(play.record(), request)).toBe(true)
  play.act(chen, 'return', { to: 'counting', reason: '不清楚' })
  expect(isStillRequested(play.record(), request)).toBe(false)
  expect(noticesIn(play)).toEqual([['add-signer', 'ji']])
})

test('who has signed, been removed or handed back is asked no more', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'before'))
  play.act(chen, 'add-signer', add('wu', 'before'))
  play.act(ji, 'sign')
  play.act(chen, 'remove-signer', { signer: '2', reason: '出差' })
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  play.act(wu, 'hand-back', { opinion: '已核' })
  const open = noticesOf(play).flatMap(({ about, request }) =>
    request ? [[about, isStillRequested(play.record(), request)]] : [],
  )
  expect(open).toEqual([
    ['add-signer', false],
    ['add-signer', false],
    ['delegate', false],
    ['hand-back', true],
  ])
})
