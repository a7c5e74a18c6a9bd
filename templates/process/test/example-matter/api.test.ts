// Does this matter go its way over HTTP, with its letter, and does everybody read only his own?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../../../contract/case/cases.ts'
import { type House, openHouse } from '../../../../test/api/house.ts'
import { exampleMatter } from '../../domain/example-matter/process.ts'
import { day, matter, sample } from './samples.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { 'example-matter': exampleMatter })
  await house.clock.setNow(`${day}T01:00:00.000Z`)
})
afterAll(() => house?.close())

const { enterprise: _, region: __, ...form } = matter
const opens = (who: string) => house.as(who, '/api/cases/example-matter', { json: { data: form } })
const view = async (who: string, id: string): Promise<CaseView> =>
  (await house.as(who, `/api/cases/${id}`)).body
const does = async (id: string, who: string, type: string, data = sample(type)) =>
  (await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })).status

test('an enterprise asks, an inspector answers, and the letter has a number that both read', async () => {
  const { status, body } = await opens('qi')
  expect(status).toBe(201)
  expect(
    (await view('lin', body.id)).acts
      .filter(({ allowed, kind }) => allowed && kind === 'event')
      .map(({ type }) => type),
  ).toEqual(['answer', 'postpone'])
  const { document: __, ...reply } = sample('answer')
  expect(await does(body.id, 'lin', 'answer', reply)).toBe(200)
  await house.deps.cases.tick({ caseId: body.id, process: 'example-matter', generation: 1 })
  for (const who of ['lin', 'qi']) {
    expect((await view(who, body.id)).status).toBe('closed')
    const { items } = (await house.as(who, `/api/cases/${body.id}/documents`)).body
    expect(items).toMatchObject([
      { kind: 'answer', number: expect.stringContaining('示例〔2026〕'), state: 'issued' },
    ])
  }
})

test('another county does not find it, an inspector elsewhere cannot answer it, the enterprise cannot either', async () => {
  const { body } = await opens('qi')
  expect((await house.as('jiang', `/api/cases/${body.id}`)).status).toBe(404)
  expect(await does(body.id, 'jiang', 'answer')).toBe(404)
  expect(await does(body.id, 'qi', 'answer')).toBe(403)
})
