// Do added signers, delegates and turns find the task in their boxes, and leave them when it is no longer theirs?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InboxRow } from '../../../contract/case/lists.ts'
import { toldNobody } from '../../../db/audit/notices.ts'
import { effects, notices } from '../../../db/schema/cases/cases.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { fourSteps } from '../../support/processes/four-steps.ts'
import { type House, openHouse } from '../house.ts'

let house: House
const four: ProcessDefinition = { ...fourSteps, id: 'four' }
beforeAll(async () => {
  house = await openHouse({}, null, { four })
})
afterAll(() => house.close())

const act = async (who: string, id: string, type: string, data: Record<string, unknown> = {}) => {
  const answer = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`)
}
const open = async (): Promise<string> => {
  const { body } = await house.as('lin', '/api/cases/four', {
    json: { data: { region: '330802', date: '2030-03-10' } },
  })
  await act('lin', body.id, 'add', { n: 1 })
  return body.id
}
const box = async (who: string, name: string, id: string): Promise<InboxRow[]> => {
  const { body } = await house.as(who, `/api/inbox?box=${name}&limit=50`)
  expect((await house.as(who, '/api/me')).body.counts[name]).toBe(body.total)
  return body.items.filter(({ caseId }: InboxRow) => caseId === id)
}
const has = async (who: string, name: string, id: string) => (await box(who, name, id)).length

test('a signer added before finds it to sign, once, and has it done afterwards; nobody else of his post does', async () => {
  const id = await open()
  await act('lin', id, 'claim')
  await act('lin', id, 'add-signer', { to: 'ji', position: 'before', reason: '请把关' })
  expect((await box('ji', 'todo', id)).map(({ note }) => note?.zh)).toEqual(['加签'])
  expect((await box('lin', 'todo', id)).map(({ note }) => note?.zh)).toEqual(['等待季督办签署'])
  expect(await has('yu', 'todo', id)).toBe(0)
  const { body } = await house.as('ji', `/api/cases/${id}`)
  expect(body.tasks[0]).toMatchObject({
    mine: true,
    held: false,
    mode: { zh: '会签：2 人同意' },
    added: [{ state: 'next', first: true }],
  })
  await act('ji', id, 'sign', { opinion: '同意' })
  expect([await has('ji', 'todo', id), await has('ji', 'done', id)]).toEqual([0, 1])
  expect((await box('lin', 'todo', id)).map(({ note }) => note)).toEqual([undefined])
})

test('a post that is asked stands in the boxes of all who hold it, and in none when it has signed', async () => {
  const id = await open()
  await act('lin', id, 'add-signer', {
    to: '330802-bureau/section-chief',
    position: 'before',
    reason: '请把关',
  })
  expect([await has('chen', 'todo', id), await has('fang', 'todo', id)]).toEqual([1, 1])
  await act('chen', id, 'oppose', { opinion: '不妥' })
  expect([await has('chen', 'todo', id), await has('fang', 'todo', id)]).toEqual([0, 0])
})

test('a colleague heard before still finds the task to co-sign', async () => {
  const id = await open()
  await act('lin', id, 'add-signer', { to: 'wu', position: 'before', reason: '请把关' })
  expect(await has('wu', 'todo', id)).toBe(1)
  await act('wu', id, 'sign')
  expect([await has('wu', 'todo', id), await has('wu', 'pool', id)]).toEqual([0, 1])
  await act('lin', id, 'check')
  expect([await has('wu', 'todo', id), await has('lin', 'todo', id)]).toEqual([1, 0])
})

test('a signer removed, or left behind by a return, has nothing to sign', async () => {
  const id = await open()
  await act('lin', id, 'add-signer', { to: 'ji', position: 'before', reason: '请把关' })
  await act('lin', id, 'remove-signer', { signer: '1', reason: '出差' })
  expect(await has('ji', 'todo', id)).toBe(0)
  await act('lin', id, 'add-signer', { to: 'gao', position: 'before', reason: '请把关' })
  await act('lin', id, 'return', { to: 'writing', reason: '不清楚' })
  expect(await has('gao', 'todo', id)).toBe(0)
})

test('a delegate has it while he works on it, whatever his post', async () => {
  const id = await open()
  await act('lin', id, 'delegate', { to: 'ji', reason: '请先核' })
  expect((await box('ji', 'todo', id)).map(({ note }) => note?.zh)).toEqual(['受委派'])
  expect(await has('lin', 'todo', id)).toBe(0)
  await act('ji', id, 'hand-back', { opinion: '已核' })
  expect([await has('ji', 'todo', id), await has('lin', 'todo', id)]).toEqual([0, 1])
})

test('in a sequence the task lies in the boxes of the turn alone', async () => {
  const id = await open()
  await act('lin', id, 'check')
  await act('wu', id, 'sign')
  await act('chen', id, 'approve')
  expect([await has('fang', 'pool', id), await has('gao', 'pool', id)]).toEqual([1, 0])
  await act('fang', id, 'close')
  expect([
    await has('chen', 'todo', id),
    await has('fang', 'todo', id),
    await has('gao', 'todo', id),
  ]).toEqual([0, 0, 1])
  await act('fang', id, 'take-back', { reason: '再看' })
  expect([await has('fang', 'pool', id), await has('gao', 'todo', id)]).toEqual([1, 0])
  await act('fang', id, 'close')
  await act('gao', id, 'sign')
  expect([await has('gao', 'done', id), await has('fang', 'done', id)]).toEqual([1, 1])
})

test('an outcome that an added signer completes is done by who decided', async () => {
  const id = await open()
  await act('lin', id, 'check')
  await act('wu', id, 'sign')
  await act('chen', id, 'add-signer', { to: 'ji', position: 'after', reason: '请会签' })
  await act('chen', id, 'approve')
  expect([await has('ji', 'todo', id), await has('chen', 'todo', id)]).toEqual([1, 0])
  await act('ji', id, 'sign')
  expect([await has('chen', 'done', id), await has('ji', 'done', id)]).toEqual([1, 1])
  const { body } = await house.as('lin', `/api/cases/${id}/timeline`)
  const approved = body.items.find(({ type }: { type: string }) => type === 'approve')
  expect(approved.who.zh).toContain('陈科长')
  expect(approved.fields.find(({ name }: { name: string }) => name === 'signatures').value.zh).toBe(
    '陈科长；季督办（加签）',
  )
})

test('who can be asked: people and posts that can read the case', async () => {
  const id = await open()
  const { body } = await house.as('lin', `/api/people?case=${id}&verb=add-signer`)
  const ids = body.items.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(expect.arrayContaining(['ji', 'gao', 'yu', '330802-bureau/leader']))
  expect(ids).not.toContain('jiang')
  expect(ids).not.toContain('qi')
})

test('before an act it is said who could have the case next: posts, people, what they have in hand; not to the party', async () => {
  const id = await open()
  const { body } = await house.as('lin', `/api/cases/${id}/next?type=check`)
  expect(body.items).toMatchObject([{ state: { zh: '审核' }, task: { zh: '审核' } }])
  expect(body.items[0].people.map(({ name }: { name: string }) => name).sort()).toEqual([
    '方科长',
    '陈科长',
  ])
  expect((await house.as('lin', `/api/cases/${id}/next?type=return`)).body.items).toMatchObject([
    { task: { zh: '起草' } },
  ])
  expect((await house.as('lin', `/api/cases/${id}/next?type=constructor`)).body.items).toEqual([])
  expect((await house.as('jiang', `/api/cases/${id}/next?type=check`)).status).toBe(404)
  expect((await house.as('qi', `/api/cases/${id}/next?type=check`)).status).toBe(403)
})

const tell = (id: string) => house.deps.cases.tick({ caseId: id, process: 'four', life: 1 })
/** A case whose beginning has been told. */
const openAndTold = async (): Promise<string> => {
  const id = await open()
  await tell(id)
  return id
}
/** What is told of adding, removing and delegating from here on, to whom and by which channel, however often it is tried. */
const toldOf = async (id: string) => {
  const before = house.mails.length
  await tell(id)
  await tell(id)
  const kept = await house.db.select().from(notices).where(eq(notices.caseId, id))
  const told = kept
    .filter(({ about }) => about !== 'start')
    .map(({ about, person }) => `${about}:${person}`)
  const mails = house.mails.slice(before).map(({ to }) => to)
  return { notices: told.sort(), mails: mails.sort() }
}

test('who is added, delegated to or removed is told by notice and mail, once; a post by all who hold it', async () => {
  const id = await openAndTold()
  await act('lin', id, 'add-signer', { to: 'ji', position: 'before', reason: '请把关' })
  await act('lin', id, 'add-signer', {
    to: '330802-bureau/section-chief',
    position: 'parallel',
    reason: '请把关',
  })
  const [first, again] = [await toldOf(id), await toldOf(id)]
  expect(first.notices).toEqual(['add-signer:chen', 'add-signer:fang', 'add-signer:ji'])
  expect(first.mails).toEqual(['chen@anjian.example', 'fang@anjian.example', 'ji@anjian.example'])
  expect(again).toEqual({ notices: first.notices, mails: [] })
  await act('lin', id, 'remove-signer', { signer: '1', reason: '出差' })
  await act('lin', id, 'delegate', { to: 'wu', reason: '请先核' })
  const then = await toldOf(id)
  expect(then.notices).toEqual([...first.notices, 'delegate:wu', 'remove-signer:ji'])
  expect(then.mails).toEqual(['ji@anjian.example', 'wu@anjian.example'])
})

test('after a return nobody is told what had still to be told, and the auditor misses nothing', async () => {
  const id = await openAndTold()
  await act('lin', id, 'add-signer', { to: 'ji', position: 'before', reason: '请把关' })
  await act('lin', id, 'return', { to: 'writing', reason: '不清楚' })
  expect(await toldOf(id)).toEqual({ notices: [], mails: [] })
  const states = await house.db
    .select({ status: effects.status })
    .from(effects)
    .where(eq(effects.caseId, id))
  expect(states.map(({ status }) => status)).not.toContain('pending')
  expect((await toldNobody(house.db)).filter(({ caseId }) => caseId === id)).toEqual([])
})
