// Is an open alarm that rose before its device was enrolled anew found by whatever concerns its device?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDelay } from '../../../db/devices/feeds-reads.ts'
import { endDevice } from '../../../db/devices/registry-changes.ts'
import { deviceStates, devices } from '../../../db/schema/devices/devices.ts'
import { servicePermits } from '../../../db/schema/devices/permits.ts'
import { createSilence } from '../../../devices/connections/silence.ts'
import { createDispatcher } from '../../../devices/episodes/dispatcher.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { instant } from '../../../domain/time/instant.ts'
import { type Desk, openDesk } from '../desk.ts'
import { condition, D1, openPlant, type Plant } from '../plant.ts'

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

/** In another district it is another row under the same name. */
const moves = async (): Promise<string> => {
  const [before] = await plant.db.select().from(devices).where(eq(devices.id, D1))
  const id = randomUUID()
  const at = new Date(Date.now() - 1_000).toISOString()
  await plant.db.transaction((tx) => endDevice(tx, D1, at))
  await plant.db
    .insert(devices)
    .values({ ...before!, id, region: '330803', silenceSeconds: 60, since: at })
  await desk.registry.refresh()
  return id
}
const fire = (active: boolean, point: string) =>
  condition('fire', active, { point, level: 1, ...(active ? {} : { covers: 'below' as const }) })

test('promise (alarms): the reset of a panel ends the fires of its detectors also after it was enrolled in another district', async () => {
  await desk.take([fire(true, '1-3/2')])
  await moves()
  await desk.take([fire(false, '1-3')], new Date(Date.now() + 1_000))
  expect((await plant.rows.alarms())[0]).toMatchObject({ active: false })
})

test('what stands of a moved device that is silent is marked as stale', async () => {
  await desk.take([condition('fault', true, { level: 2 })])
  const id = await moves()
  const now = new Date(Date.now() + 600_000)
  await plant.db
    .insert(deviceStates)
    .values({ device: id, lastSeenAt: new Date().toISOString() } as never)
    .onConflictDoNothing()
  const silence = createSilence({
    db: plant.db,
    registry: desk.registry,
    alarms: desk.store,
    servedSince: () => new Date(now.getTime() - 500_000),
    lastFrame: () => new Date(now.getTime() - 1_000),
    observed: async () => undefined,
  })
  await silence(now)
  expect(await plant.rows.alarm('fault')).toMatchObject({ active: true, stale: true })
})

const takenOut = (device: string, now: Date) =>
  plant.db.insert(servicePermits).values({
    id: randomUUID(),
    feed: 'toy',
    device,
    point: null,
    number: 'JX-7',
    work: 'maintenance',
    requestedBy: '戚安全',
    reason: '更换探头',
    by: 'dan',
    byName: '单值班',
    at: now.toISOString(),
    until: new Date(now.getTime() + 3_600_000).toISOString(),
    region: '330803',
    bodyHash: '',
  } as never)

test('a permit of a moved device hides what rose before', async () => {
  await desk.take([condition('fault', true, { level: 2 })])
  const id = await moves()
  const now = new Date()
  await takenOut(id, now)
  await desk.store.service('toy', now)
  expect(await plant.rows.alarm('fault')).toMatchObject({ outOfService: true })
})

test('promise (alarms): no case begins of what rose before its device was enrolled anew and stands out of service now, and none of it counts as waiting', async () => {
  await desk.take([condition('fault', true, { level: 2 })])
  const id = await moves()
  const now = new Date()
  const waiting = async () => (await readDelay(plant.db, instant(Date.now()), ['330802'])).waiting
  expect(await waiting()).toBe(1)
  await takenOut(id, now)
  const dispatcher = createDispatcher({
    db: plant.db,
    guard: async () => undefined,
    cases: plant.cases,
    process: 'alarms-of-the-test',
    closeUnreported: async () => undefined,
    now: () => now,
    legalNow: async () => now.toISOString(),
    log: () => undefined,
  })
  expect([await dispatcher.round(), plant.started, await waiting()]).toEqual([0, [], 0])
})
