// Does an enforcement case go its way over HTTP, with its papers, and does everybody read only what he may?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../api/house.ts'
import { casesOf, openPenaltyHouse } from './penalty-house.ts'
import { matter, sample } from './samples.ts'

let house: House
beforeAll(async () => {
  house = await openPenaltyHouse()
})
afterAll(() => house?.close())

const { region: _, ...form } = matter
const secret = '王某（举报人）'
const opens = (who: string, data: object = { ...form, informant: secret }) =>
  house.as(who, '/api/cases/enforcement-case', { json: { data } })
const { viewOf: view, sentTo: does, doneIn } = casesOf(() => house)

test('an officer proposes, the leader files, two officers investigate; the party reads what it is told', async () => {
  const { status, body } = await opens('lin')
  expect(status).toBe(201)
  const { id } = body
  const line = (who: string, type: string, data?: object) => doneIn(id, who, type, data)
  await line('gao', 'approve-filing')
  await line('lin', 'record-evidence', { ...sample('record-evidence'), questioned: '李某' })
  await line('wu', 'sign', {})
  await line('lin', 'conclude-investigation', sample('conclude-investigation', 1))
  await line('wu', 'sign', {})
  await line('chen', 'approve-report')
  const told = await view('qi', id)
  expect(told.state.zh).not.toContain('审理')
  for (const words of [secret, '李某', '现场检查笔录', '入口没有标志'])
    expect(JSON.stringify(told)).not.toContain(words)
  expect(JSON.stringify(await view('lin', id))).not.toContain(secret)
  await line('lin', 'notify-penalty')
  await line('lin', 'serve-notice')
  const { items } = (await house.as('mao', `/api/cases/${id}/documents`)).body
  expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'hearing-right',
    'notify-penalty',
    'receipt',
  ])
  await line('mao', 'request-hearing', { statement: '要求听证' })
  expect((await view('lin', id)).facts.find(({ name }) => name === 'statement')).toMatchObject({
    value: { zh: '要求听证' },
  })
})

test('another county does not find it, the party opens none, and a case has a party', async () => {
  const { body } = await opens('lin')
  expect((await house.as('jiang', `/api/cases/${body.id}`)).status).toBe(404)
  expect((await does(body.id, 'lin', 'approve-filing')).status).toBe(403)
  expect((await does(body.id, 'qi', 'approve-filing')).status).toBe(409)
  expect((await opens('qi')).status).toBe(403)
  const { enterprise: __, ...nobody } = form
  expect((await opens('lin', nobody)).status).toBe(422)
  expect((await opens('lin', { ...form, discoveredOn: '2026-03-03' })).status).toBe(422)
})
