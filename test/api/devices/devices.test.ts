// What does the page of a device show: only what was truly measured, by readings and by roll-ups, to whom it concerns?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeviceView, TrendView } from '../../../contract/devices/devices.ts'
import { latestReadings, readings, readings1m } from '../../../db/schema/devices/readings.ts'
import { ago, farTank, settlePlant, stand, tank } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
let point = 0
beforeAll(async () => {
  house = await openHouse()
  point = (await settlePlant(house)).point
})
afterAll(() => house.close())

const device = async (who = 'dan', id = tank): Promise<DeviceView> => {
  const answer = await house.as(who, `/api/devices/${id}`)
  fits('GET /api/devices/{id}', answer)
  return answer.body
}
const trend = async (query = ''): Promise<TrendView> => {
  const answer = await house.as('dan', `/api/devices/${tank}/trend?point=${point}${query}`)
  fits('GET /api/devices/{id}/trend', answer)
  return answer.body
}
const latest = (value: number | null, quality: number) =>
  house.db
    .insert(latestReadings)
    .values({ point, at: ago(2), receivedAt: ago(1), value, quality })
    .onConflictDoUpdate({ target: latestReadings.point, set: { value, quality } })

describe('a device', () => {
  test('shows its points, and a value only where one was measured', async () => {
    expect((await device()).points).toMatchObject([
      { key: 'LT-101', value: null, quality: null, high: 8 },
    ])
    await latest(7.5, 0)
    expect((await device()).points).toMatchObject([{ value: 7.5, quality: 'good', late: false }])
    await latest(7.5, 1)
    expect((await device()).points).toMatchObject([{ value: null, quality: 'bad' }])
    await latest(9.9, 5 + 8)
    expect((await device()).points).toMatchObject([{ value: 9.9, quality: 'over', late: true }])
  })
  test('names its alarms and cases, whether it is heard, and never its secret', async () => {
    const id = await stand(house, { pointId: point })
    const seen = await device()
    expect(seen).toMatchObject({
      name: '甲醇储罐',
      silent: false,
      synthetic: true,
      feed: { id: 'park' },
      enterprise: { id: 'e-1' },
    })
    expect(seen.alarms).toMatchObject([{ id, pointId: point }])
    expect(JSON.stringify(seen)).not.toContain('hush')
    expect(await device('du', farTank)).toMatchObject({ silent: true, points: [] })
  })
  test('is for its region and its enterprise', async () => {
    expect((await device('qi')).id).toBe(tank)
    for (const path of [
      `/api/devices/${tank}`,
      `/api/devices/${tank}/trend?point=${point}`,
      '/api/devices/nonsense',
    ])
      expect((await house.as('jiang', path)).status).toBe(404)
    const found = await house.as('du', '/api/devices?q=储罐')
    fits('GET /api/devices', found)
    expect(found.body.items).toMatchObject([{ id: tank }])
    expect((await house.as('jiang', '/api/devices')).body.items).toMatchObject([{ id: farTank }])
  })
})

describe('a trend', () => {
  test('of an hour gives each reading; a bad one is a gap, and alarms are marked', async () => {
    await house.db.execute(sql`DELETE FROM readings`)
    await house.db.insert(readings).values([
      { point, at: ago(60), delay: 10, value: 7, quality: 0 },
      { point, at: ago(50), delay: 10, value: 3, quality: 1 },
      { point, at: ago(40), delay: 10, value: 9, quality: 5 },
      { point, at: ago(7_000), delay: 10, value: 1, quality: 0 },
    ])
    const seen = await trend()
    expect(seen).toMatchObject({
      step: 0,
      value: [7, null, 9],
      bad: [0, 1, 0],
      point: { high: 8, highHigh: 9 },
    })
    expect(seen.marks).toMatchObject([{ words: { zh: '报警' }, level: 2 }])
    expect((await trend(`&from=${ago(7_100)}`)).value).toEqual([1, 7, null, 9])
  })
  test('of days goes by roll-ups, with least and most', async () => {
    const minute = (n: number) =>
      new Date(Math.floor(Date.now() / 600_000) * 600_000 - 86_400_000 + n * 60_000).toISOString()
    const row = { point, least: 1, most: 9, mean: 5, last: 5, count: 6, bad: 0 }
    await house.db.insert(readings1m).values([
      { ...row, minute: minute(0) },
      { ...row, minute: minute(1), least: 4, most: 4, mean: 4, bad: 3 },
      { ...row, minute: minute(8), least: null, most: null, mean: null, last: null, bad: 6 },
    ])
    const seen = await trend(`&from=${ago(7 * 86_400)}`)
    expect(seen.step).toBe(660)
    const all = {
      least: seen.least.filter((n) => n !== null),
      most: seen.most.filter((n) => n !== null),
    }
    expect([Math.min(...all.least), Math.max(...all.most)]).toEqual([1, 9])
    expect(seen.bad.reduce((sum, n) => sum + n, 0)).toBe(9)
    const day = await trend(`&from=${minute(0)}&to=${minute(60 * 3)}`)
    expect(day).toMatchObject({
      step: 60,
      value: [5, 4, null],
      least: [1, 4, null],
      bad: [0, 3, 6],
    })
  })
  test('has an end after its beginning, a year apart at most, and a point of the device', async () => {
    for (const bad of [`&from=${ago(-10)}`, `&from=${ago(400 * 86_400)}`, '&from=yesterday'])
      expect(
        (await house.as('dan', `/api/devices/${tank}/trend?point=${point}${bad}`)).status,
        bad,
      ).toBe(422)
    expect((await house.as('dan', `/api/devices/${tank}/trend?point=999999`)).status).toBe(404)
    expect((await house.as('du', `/api/devices/${farTank}/trend?point=${point}`)).status).toBe(404)
  })
})
