// Is an exceedance that is heard of too late remembered, once and with its worst, and never a live alarm?
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lateExceedances } from '../../../db/schema/devices/late.ts'
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

/** Within one hour, two hours ago. */
const begun = Math.floor((Date.now() - 2 * 3_600_000) / 3_600_000) * 3_600_000
const late = (minute: number, value: number, more: Partial<Observation> = {}): Observation =>
  ({
    ...reading('level', value, { at: new Date(begun + minute * 60_000) }),
    flags: ['late'],
    ...more,
  }) as Observation
const at = (minute: number) => new Date(begun + minute * 60_000).toISOString()
const kept = () => plant.db.select().from(lateExceedances)

test('late readings beyond a limit are one record an hour with the worst of it; nothing rings', async () => {
  await desk.take([late(10, 85), late(20, 95), late(30, 70)])
  expect(await kept()).toMatchObject([
    {
      point: plant.level,
      condition: 'high',
      hour: at(0),
      firstAt: at(10),
      lastAt: at(20),
      value: 95,
      limit: 90,
      level: 2,
      region: '330802',
      enterprise: 'e001',
      synthetic: false,
    },
  ])
  await desk.take([late(5, 82), late(40, 88)])
  expect(await kept()).toMatchObject([
    { firstAt: at(5), lastAt: at(40), value: 95, limit: 90, level: 2 },
  ])
  await desk.take([late(65, 99)])
  expect((await kept()).map(({ value }) => value).sort()).toEqual([95, 99])
  expect([await plant.rows.alarms(), await plant.rows.outbox()]).toEqual([[], []])
})

test('the same once more changes nothing, and what rang when it came first is none when it is sent again', async () => {
  const now = new Date()
  await desk.take([reading('level', 85, { at: now })], now)
  expect(await plant.rows.events()).toEqual(['raised'])
  await desk.take(
    [{ ...reading('level', 85, { at: now }), flags: ['retx'] } as Observation],
    new Date(now.getTime() + 1_000),
  )
  expect(await kept()).toEqual([])
  await desk.take([late(10, 85)])
  const [before] = await kept()
  await desk.take([late(10, 85)])
  expect(await kept()).toEqual([before])
})

test('what was no measurement of the process is no exceedance: calibration, by hand, a fault, within the limits', async () => {
  await desk.take([
    late(1, 95, { quality: 'calib' }),
    late(2, 95, { quality: 'manual' }),
    late(3, 95, { quality: 'bad' }),
    late(4, 20),
  ])
  expect(await kept()).toEqual([])
})

test('beyond the range of the instrument is an exceedance, but not of a monitor of pollution, late or live', async () => {
  await desk.take([late(1, 95, { quality: 'over' })])
  expect(await kept()).toHaveLength(1)
  await plant.db.execute(sql`UPDATE points SET kind = 'pollution' WHERE key = 'level'`)
  await desk.registry.refresh()
  await desk.take([late(70, 95, { quality: 'over' }), reading('level', 95, { quality: 'over' })])
  expect(await kept()).toHaveLength(1)
  expect(await plant.rows.alarms()).toEqual([])
  await desk.take([late(71, 95), reading('level', 95)])
  expect([(await kept()).length, await plant.rows.events()]).toEqual([2, ['raised']])
})
