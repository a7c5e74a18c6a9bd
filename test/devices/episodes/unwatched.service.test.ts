// Does an alarm stand on when its device is retired, and does the desk end it?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endDevice } from '../../../db/devices/registry-changes.ts'
import { devices } from '../../../db/schema/devices/devices.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { type Desk, openDesk } from '../desk.ts'
import { D1, openPlant, type Plant, reading } from '../plant.ts'

let plant: Plant
let desk: Desk
beforeAll(async () => {
  plant = await openPlant()
  await makePartitions(plant.db, new Date())
  desk = await openDesk(plant)
})
afterAll(async () => {
  await desk.close()
  await plant.close()
})

test('an alarm of a retired device stands, is said to be watched no more, and a person ends it', async () => {
  await desk.take([reading('level', 95)])
  await plant.db.transaction((tx) => endDevice(tx, D1, new Date().toISOString()))
  await desk.registry.refresh()
  await desk.store.tick(new Date())
  const [alarm] = await plant.rows.alarms()
  expect(alarm).toMatchObject({ active: true, stale: true, unwatched: true, closedAt: null })
  const by = { by: 'dan', side: 'city' } as const
  await desk.store.act(alarm!.id, { kind: 'act', act: 'acknowledge', ...by }, new Date())
  const over = { kind: 'act', act: 'declare-over', reason: '设备已拆除', ...by } as const
  expect(await desk.store.act(alarm!.id, over, new Date())).toBeNull()
  expect((await plant.rows.alarms())[0]).toMatchObject({ active: false, standing: 'normal' })
  expect((await plant.db.select().from(devices).where(eq(devices.id, D1)))[0]?.until).not.toBeNull()
})
