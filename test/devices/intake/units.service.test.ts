// What becomes of a value in another unit than the one in which its point is registered?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readings } from '../../../db/schema/devices/readings.ts'
import { unpacked } from '../../../devices/intake/quality.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { type Desk, openDesk } from '../desk.ts'
import { openPlant, type Plant, reading } from '../plant.ts'

let plant: Plant
let desk: Desk
beforeEach(async () => {
  plant = await openPlant()
  await makePartitions(plant.db, new Date())
  desk = await openDesk(plant)
})
afterEach(async () => {
  await desk.close()
  await plant.close()
})

test('promise (alarms): a value in another unit is judged by no limit and never as normal: it is kept as bad, people are told, and the signal counts as unusable', async () => {
  const now = Date.now()
  const at = (seconds: number) => new Date(now + seconds * 1_000)
  const reads = (value: number, seconds: number, unit: string) =>
    ({ ...reading('gas', value, { at: at(seconds) }), unit }) as Observation
  const ppm = (value: number, seconds: number) => reads(value, seconds, 'ppm')
  const untaken = await desk.take([ppm(60, 0)], at(0))
  expect(untaken).toMatchObject([{ reason: 'other-unit', words: 'D1 gas: ppm, %LEL' }])
  expect(await plant.rows.alarms()).toEqual([])
  const [kept] = await plant.db.select().from(readings)
  expect([kept?.value, unpacked(kept?.quality ?? 0).quality]).toEqual([60, 'bad'])
  await desk.take([ppm(60, 61)], at(61))
  expect((await plant.rows.alarms()).map(({ condition }) => condition)).toEqual(['bad-quality'])
  // What stands is not over because 1 ppm is less than 25 %LEL.
  await desk.take([reads(60, 62, 'LEL%')], at(62))
  await desk.take([ppm(1, 63)], at(63))
  await desk.take([ppm(1, 200)], at(200))
  const high = (await plant.rows.alarms()).find(({ condition }) => condition === 'high')
  expect(high).toMatchObject({ active: true, stale: true })
})
