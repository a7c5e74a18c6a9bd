// Does the number of visits hold for an enterprise by its own place, and by what was held, whichever version of a plan it came from?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve, house, propose } from '../api/change/calendar-house.ts'
import { makes, openPlans, post } from './house.ts'

const yearly = (region: string | null, visits: string) => ({
  kind: 'amount',
  amount: 'inspection-frequency.visits',
  region,
  from: '2026-01-01',
  values: [visits],
  norm: { zh: '年度检查频次公告', en: 'Notice of the yearly number' },
  article: { zh: `衢应急〔2026〕${visits}号`, en: `Quzhou [2026] No. ${visits}` },
  confidence: 'V',
  source: '公告',
  running: null,
})

beforeAll(async () => {
  await openPlans()
  await approve('yu', (await propose('shi', yearly(null, '3'))).id)
  await approve('yu', (await propose('shi', yearly('330802', '1'))).id)
})
afterAll(() => house?.close())

const naming = (name: string, visits: number, more: object = {}) => ({
  classes: [{ class: 'named', of: [name], visits }],
  random: [],
  reason: '调整',
  ...more,
})
const city = { region: '330800', otherDays: 0, absentDays: 0 }

test("the city's plan is judged by the number of the county in which the enterprise lies", async () => {
  const { body: made } = await makes('hao', naming('企业5', 2, city))
  expect(made.cap.most).toBe(3)
  expect(made.over).toEqual({
    total: 1,
    binding: 1,
    first: [{ enterprise: 'x-5', name: '企业5', planned: 2, elsewhere: 0, held: 0, most: 1 }],
  })
  const stopped = await post('hao', `${made.id}/submission`)
  expect([stopped.status, JSON.stringify(stopped.body)]).toEqual([
    409,
    expect.stringContaining('企业5：上限1次'),
  ])
})

test('a visit held under a version that no longer names the enterprise counts for everybody, and once for its own bureau', async () => {
  const version = async (name: string): Promise<string> => {
    const { body: made } = await makes('lin', naming(name, 1))
    expect((await post('lin', `${made.id}/submission`)).status).toBe(200)
    expect((await post('gao', `${made.id}/approval`, { reason: '同意' })).status).toBe(200)
    return made.id
  }
  const first = await version('企业7')
  const visit = { enterprise: 'x-7', nth: 1, plannedOn: '2026-12-15' }
  expect((await post('lin', `${first}/visits`, visit)).status).toBe(201)
  await version('企业8')
  const { body: made } = await makes('hao', naming('企业7', 1, city))
  expect(made.over.first).toEqual([
    { enterprise: 'x-7', name: '企业7', planned: 1, elsewhere: 0, held: 1, most: 1 },
  ])
  const { body: again } = await makes('lin', naming('企业7', 1))
  expect(again.over.total).toBe(0)
})
