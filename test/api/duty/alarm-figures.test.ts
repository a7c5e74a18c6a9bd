// Do the figures of the desk count what rang, and exercises only when asked for?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedPeriods } from '../../../db/schema/devices/devices.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'
import { ago, event, settlePlant, stand } from './standing-alarms.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
})
afterAll(() => house.close())

test('promise (alarms): a line that was heard for two of thirty days has its alarms divided by two days, and the page says so', async () => {
  const period = Math.floor(Date.now() / 600_000)
  const heard = Array.from({ length: 288 }, (_, n) => ({ feed: 'park', period: period - 432 + n }))
  const before = Array.from({ length: 10 }, (_, n) => ({
    feed: 'park',
    period: period - 31 * 144 - n,
  }))
  await house.db.insert(feedPeriods).values([...heard, ...before])
  const drill = await stand(house, { raisedAt: ago(3_600) })
  expect(drill).not.toBe('')
  const of = async (query: string, who = 'dan') => {
    const { body } = await house.as(who, `/api/alarms/figures?${query}`)
    const perDay = body.measures.find(({ id }: { id: string }) => id === 'per-day').value
    return [body.periods, perDay, body.histogram.reduce((sum: number, n: number) => sum + n, 0)]
  }
  expect(await of('days=30&exercise=1')).toEqual([289, 0.5, 289])
  expect(await of('days=30'), 'only exercises were heard').toEqual([0, 0, 0])
  expect(
    await of('days=30&exercise=1', 'jiang'),
    'nobody divides by lines that he has nothing on',
  ).toEqual([0, 0, 0])
})

test('count what rang, exercises only when asked for', async () => {
  await stand(house)
  const id = await stand(house, { synthetic: false, raisedAt: ago(3_000), name: '真实测点' })
  await event(house, id, 2, 're-alarm', { at: ago(2_000) })
  const real = await house.as('dan', '/api/alarms/figures?days=1')
  fits('GET /api/alarms/figures', real)
  expect(real.body).toMatchObject({
    total: 2,
    top: [{ name: '真实测点', n: 2, share: 100 }],
    levels: [0, 2, 0, 0],
  })
  const all = await house.as('dan', '/api/alarms/figures?days=1&exercise=1')
  expect(all.body.total).toBeGreaterThan(2)
  expect((await house.as('jiang', '/api/alarms/figures')).body.total).toBe(0)
  expect((await house.as('qi', '/api/alarms/figures')).status).toBe(403)
})

test('promise (alarms): what rang again after its acknowledgement counts as not acknowledged', async () => {
  const oldest = async () => {
    const { body } = await house.as('dan', '/api/alarms/figures?days=1')
    return body.measures.find(({ id }: { id: string }) => id === 'unacknowledged').value
  }
  const id = await stand(house, { synthetic: false, raisedAt: ago(9_000), key: 'park/T1/x/low' })
  expect(await oldest()).toBeGreaterThan(8_900)
  await house.as('dan', `/api/alarms/${id}/acknowledgement`, { json: { seq: 1 } })
  expect(await oldest()).toBeLessThan(8_900)
  await event(house, id, 2, 'escalated', { key: 'park/T1/x/low' })
  expect(await oldest()).toBeGreaterThan(8_900)
})
