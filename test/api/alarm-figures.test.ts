// Do the figures of the desk count what rang, and exercises only when asked for?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fits } from './fits.ts'
import { type House, openHouse } from './house.ts'
import { ago, event, settlePlant, stand } from './standing-alarms.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
})
afterAll(() => house.close())

test('count what rang, exercises only when asked for', async () => {
  await stand(house)
  const id = await stand(house, { synthetic: false, raisedAt: ago(3_000), name: '真实测点' })
  await event(house, id, 2, 're-alarm', { at: ago(2_000) })
  const real = await house.as('dan', '/api/alarms/figures?days=1')
  fits('GET /api/alarms/figures', real)
  expect(real.body).toMatchObject({ total: 2, top: [{ name: '真实测点', n: 2, share: 100 }], levels: [0, 2, 0, 0] })
  const all = await house.as('dan', '/api/alarms/figures?days=1&exercise=1')
  expect(all.body.total).toBeGreaterThan(2)
  expect((await house.as('jiang', '/api/alarms/figures')).body.total).toBe(0)
  expect((await house.as('qi', '/api/alarms/figures')).status).toBe(403)
})
