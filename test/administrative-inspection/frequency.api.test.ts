// Does the number of visits a year that two people have entered hold, over all bureaus and for two who plan at the same moment?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { commitmentTo } from '../../domain/drawing/lot.ts'
import { approve, house, openHouseOfLaw, propose } from '../api/change/calendar-house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { matter, tip } from './samples.ts'

beforeAll(async () => {
  await openHouseOfLaw({ 'administrative-inspection': administrativeInspection }, {})
  await settleCertificates(house.db)
})
afterAll(() => house?.close())

const plans = async (who: string, { enterpriseName: _, region: __, ...form }: typeof matter) => {
  const { status, body } = await house.as(who, '/api/cases/administrative-inspection', {
    json: { data: { ...form, plannedOn: '2026-12-15' } },
  })
  return { status, said: JSON.stringify(body) }
}
const yearly = {
  kind: 'amount',
  amount: 'inspection-frequency.visits',
  region: null,
  from: '2026-01-01',
  values: ['2'],
  norm: { zh: '年度检查频次公告', en: 'Notice of the yearly number' },
  article: { zh: '衢应急〔2026〕1号', en: 'Quzhou [2026] No. 1' },
  confidence: 'V',
  source: '衢应急〔2026〕1号',
  running: null,
}

test('without a number nobody is refused; with one, a visit beyond it is, and the earlier ones are named', async () => {
  expect((await plans('lin', matter)).status).toBe(201)
  const { id } = await propose('shi', yearly)
  await approve('yu', id)
  const both = await Promise.all(['lin', 'hao'].map((who) => plans(who, matter)))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 403])
  const refused = both.find(({ status }) => status === 403)?.said
  expect(refused).toContain('年度检查频次上限为2次，本年度已安排2次，不得再次检查')
  expect(refused?.match(/已安排：/g)).toHaveLength(2)
  expect((await plans('lin', tip)).status).toBe(201)
})

test('a lot that names an enterprise beyond its number opens nothing there, and says why beside the visit', async () => {
  const { title, checklist, scope } = matter
  const answers = { title, checklist, scope, plannedOn: '2026-12-20' }
  const freeze = async (count: number): Promise<DrawView> =>
    (await house.as('lin', '/api/draws', { json: { region: '330802', count, answers } })).body
  const { objects } = await freeze(1)
  const { id } = await freeze(objects)
  const secrets = { lin: 'a'.repeat(64), chen: 'b'.repeat(64) }
  const post = (who: string, path: string, json: object) =>
    house.as(who, `/api/draws/${id}/${path}`, { json })
  for (const [who, secret] of Object.entries(secrets))
    await post(who, 'commitments', { hash: commitmentTo(id, who, secret) })
  for (const [who, secret] of Object.entries(secrets)) await post(who, 'reveals', { secret })
  expect((await post('lin', 'cases', {})).body).toEqual({
    opened: objects,
    total: objects,
    refused: 1,
  })
  const { visits }: DrawView = (await house.as('lin', `/api/draws/${id}`)).body
  const visit = visits.find(({ object }) => object.id === matter.enterprise)
  expect([visit?.case, visit?.refused[0]?.zh]).toEqual([
    null,
    expect.stringContaining('不得再次检查'),
  ])
})
