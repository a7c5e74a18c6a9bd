// Is a penalty on the spot opened, told, decided by two and handed over by HTTP, and refused where the law refuses it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../api/house.ts'
import { casesOf, openPenaltyHouse } from './penalty-house.ts'
import { sample, scene } from './samples.ts'

let house: House
beforeAll(async () => {
  house = await openPenaltyHouse()
})
afterAll(() => house?.close())

const { region: _, ...form } = scene
const opens = (data: object = form) =>
  house.as('lin', '/api/cases/enforcement-case', { json: { data } })
const { viewOf: view, sentTo: does, doneIn } = casesOf(() => house)

test('an officer opens, tells and decides; a colleague signs, and the decision is served', async () => {
  const { status, body } = await opens()
  expect(status).toBe(201)
  const { id } = body
  const line = (who: string, type: string, data?: object) => doneIn(id, who, type, data)
  await line('lin', 'tell-party')
  await line('lin', 'punish-on-the-spot')
  expect((await house.as('mao', `/api/cases/${id}/documents`)).body.items).toEqual([])
  await line('wu', 'sign', {})
  const { items } = (await house.as('mao', `/api/cases/${id}/documents`)).body
  expect(items).toMatchObject([{ kind: 'punish-on-the-spot' }])
  expect((await view('mao', id)).state.zh).toContain('请履行处罚决定')
  await line('lin', 'report-on-the-spot')
  expect(JSON.stringify(await view('mao', id))).not.toContain('浙当罚0001')
})

test('over the limit nothing is stored, and a place is asked of the scene alone', async () => {
  const { body } = await opens()
  const over = await does(body.id, 'lin', 'tell-party', { ...sample('tell-party'), fine: 3_001 })
  expect(over.status).toBe(403)
  expect(JSON.stringify(over.body)).toContain('第五十一条')
  expect((await view('lin', body.id)).state.zh).toContain('待当场告知')
  const { place: __, ...nowhere } = form
  expect((await opens(nowhere)).status).toBe(422)
  expect((await opens({ ...form, procedure: 'ordinary', source: 'inspection' })).status).toBe(422)
  expect((await does(body.id, 'mao', 'tell-party')).status).toBe(403)
})
