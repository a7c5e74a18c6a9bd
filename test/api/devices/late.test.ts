// Who reads of exceedances that came too late, and of the times at which a monitor measured nothing of the process?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { points } from '../../../db/schema/devices/devices.ts'
import { lateExceedances } from '../../../db/schema/devices/late.ts'
import { readings } from '../../../db/schema/devices/readings.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { ago, farTank, settlePlant, tank } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
let point = 0
beforeAll(async () => {
  house = await openHouse()
  point = (await settlePlant(house)).point
  await makePartitions(house.db, new Date())
})
afterAll(() => house.close())

test('the latest first, each to whom it concerns, of a device alone when asked for', async () => {
  const [far] = await house.db
    .insert(points)
    .values({
      device: farTank,
      key: 'Z',
      name: '水位',
      unit: 'm',
      kind: 'water-level',
      high: 60,
      since: ago(9e6),
    })
    .returning()
  const row = {
    condition: 'high' as const,
    hour: ago(7_200),
    firstAt: ago(7_000),
    lastAt: ago(6_000),
    value: 8.9,
    limit: 8,
    level: 3 as const,
  }
  await house.db.insert(lateExceedances).values([
    {
      ...row,
      point,
      device: tank,
      region: '330802',
      enterprise: enterpriseId,
      synthetic: true,
      receivedAt: ago(600),
    },
    {
      ...row,
      point: far!.id,
      device: farTank,
      region: '330881',
      enterprise: null,
      synthetic: false,
      receivedAt: ago(60),
    },
    {
      ...row,
      hour: ago(9e5),
      point,
      device: tank,
      region: '330802',
      enterprise: enterpriseId,
      synthetic: true,
      receivedAt: ago(8 * 86_400),
    },
  ])
  const seen = async (who: string, query = '') => {
    const answer = await house.as(who, `/api/devices/late${query}`)
    fits('GET /api/devices/late', answer)
    return answer.body.items.map((one: { device: { name: string }; value: number }) => [
      one.device.name,
      one.value,
    ])
  }
  expect(await seen('du')).toEqual([
    ['水位站', 8.9],
    ['甲醇储罐', 8.9],
  ])
  expect([await seen('dan'), await seen('qi'), await seen('jiang')]).toEqual([
    [['甲醇储罐', 8.9]],
    [['甲醇储罐', 8.9]],
    [['水位站', 8.9]],
  ])
  expect(await seen('du', `?device=${tank}`)).toEqual([['甲醇储罐', 8.9]])
  expect((await house.as('du', '/api/devices/late?device=x')).status).toBe(422)
})

test('stretches of calibration and of values by hand are told apart, and a pause ends one', async () => {
  const [monitor] = await house.db
    .insert(points)
    .values({
      device: tank,
      key: 'a34013',
      name: '烟尘',
      unit: 'mg/m³',
      kind: 'pollution',
      high: 20,
      since: ago(9e6),
    })
    .returning()
  const one = (minutes: number, quality: number) => ({
    point: monitor!.id,
    at: ago(minutes * 60),
    delay: 0,
    value: 1,
    quality,
  })
  await house.db
    .insert(readings)
    .values([
      one(50, 4),
      one(49, 4),
      one(48, 3),
      one(47, 3),
      one(46, 0),
      one(10, 4),
      { ...one(9, 4), point },
    ])
  const answer = await house.as('dan', `/api/devices/late/attended?device=${tank}`)
  fits('GET /api/devices/late/attended', answer)
  expect(
    answer.body.items.map(({ point, quality, readings }: Record<string, unknown>) => [
      point,
      quality,
      readings,
    ]),
  ).toEqual([
    ['烟尘', 'calib', 1],
    ['烟尘', 'manual', 2],
    ['烟尘', 'calib', 2],
  ])
  expect((await house.as('jiang', `/api/devices/late/attended?device=${tank}`)).status).toBe(404)
})
