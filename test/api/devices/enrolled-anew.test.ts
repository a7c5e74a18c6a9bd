// Is what stands of a device still found by its pages and lists after the device was retired and enrolled anew?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { devices } from '../../../db/schema/devices/devices.ts'
import { ago, stand, tank } from '../duty/standing-alarms.ts'
import { house, take, usePermitHouse } from './permit-house.ts'

usePermitHouse()

let row = tank
/** Under its name it is another row from now on. */
beforeEach(async () => {
  const [before] = await house.db.select().from(devices).where(eq(devices.id, row))
  const [id, at] = [randomUUID(), ago(60)]
  await house.db.update(devices).set({ until: at }).where(eq(devices.id, row))
  await house.db.insert(devices).values({ ...before!, id, since: at, until: null })
  row = id
})

const ids = async (path: string): Promise<string[]> =>
  (await house.as('dan', path)).body.items.map(({ id }: { id: string }) => id)
const alarmsOn = async (device: string): Promise<string[]> =>
  (await house.as('dan', `/api/devices/${device}`)).body.alarms.map(({ id }: { id: string }) => id)

test('promise (alarms): the page of a device lists what still stands of it from before it was enrolled anew, and none of the past of that row', async () => {
  const open = await stand(house, { raisedAt: ago(600) })
  const ended = await stand(house, {
    raisedAt: ago(900),
    active: false,
    acked: true,
    closedAt: ago(800),
  })
  expect(await alarmsOn(row)).toEqual([open])
  expect(await alarmsOn(tank)).toEqual([open, ended])
})

test('promise (alarms): a permit of the device that is enrolled now puts aside in the list what rose before, with its number', async () => {
  const alarm = await stand(house, { raisedAt: ago(600) })
  expect(await ids('/api/alarms')).toContain(alarm)
  expect((await take('dan', { device: row })).status).toBe(201)
  expect(await ids('/api/alarms')).not.toContain(alarm)
  const { items } = (await house.as('dan', '/api/alarms?box=out')).body
  expect(items).toContainEqual(
    expect.objectContaining({
      id: alarm,
      permit: expect.objectContaining({ number: 'JX-2026-031' }),
    }),
  )
  const permits = (await house.as('dan', `/api/devices/${row}`)).body.permits
  expect(permits).toMatchObject([{ hidden: 2 }])
})
