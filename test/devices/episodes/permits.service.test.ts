// Does nothing ring of what stands out of service, is all of it kept, and does it ring again at its end, through restarts too?
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putBack, takeOut } from '../../../db/alarms/permits.ts'
import { alarmEvents, deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { servicePermits } from '../../../db/schema/devices/permits.ts'
import { readings } from '../../../db/schema/devices/readings.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import type { Devices } from '../../../devices/service.ts'
import {
  type Caller,
  condition,
  D1,
  openPlant,
  type Plant,
  reading,
  signIn,
  until,
} from '../plant.ts'

const hour = 3_600_000
let plant: Plant
let devices: Devices
let caller: Caller
let [ahead, said] = [0, 0]
const now = () => new Date(Date.now() + ahead)

const start = async (): Promise<void> => {
  devices = await plant.start({ now })
  await until(() => devices.port('toy') !== undefined)
  caller = await signIn(devices.port('toy') ?? 0)
  said = 0
}
/** Resolves once it is stored. */
const take = async (...observations: Observation[]): Promise<void> => {
  const mine = ++said
  caller.send(JSON.stringify(observations))
  await until(() => caller.lines().includes(`ok ${mine}`))
}
const level = (value: number) => take(reading('level', value, { at: now() }))
const fault = (active: boolean) =>
  take(condition('fault', active, { level: 2, at: now().toISOString() }))
const standing = async (name: string) => {
  const { active, outOfService, caseStarted } = (await plant.rows.alarm(name)) ?? {}
  return { active, outOfService, told: caseStarted !== null && caseStarted !== undefined }
}

beforeEach(async () => {
  ahead = 0
  plant = await openPlant()
  await makePartitions(plant.db, new Date())
  await start()
})
afterEach(async () => {
  await devices.stop()
  await plant.close()
})

const by = { bodyHash: '', occurredAt: '2026-03-02T01:00:00.000Z' }
const permitted = async (point: string | null, ms = 8 * hour): Promise<string> => {
  const [id, at] = [randomUUID(), now().toISOString()]
  const words = { number: 'JX-7', work: 'maintenance', requestedBy: '戚安全', reason: '更换探头' }
  const row = {
    id,
    device: D1,
    point,
    ...words,
    by: 'dan',
    byName: '单值班',
    at,
    until: new Date(now().getTime() + ms).toISOString(),
  }
  expect((await plant.db.transaction((tx) => takeOut(tx, row, by))).outcome).toBe('done')
  await taken()
  return id
}
const back = async (permit: string): Promise<void> => {
  const ended = {
    ...by,
    id: randomUUID(),
    by: 'du',
    byName: '杜值班',
    reason: '提前完工',
    at: now().toISOString(),
  }
  expect((await plant.db.transaction((tx) => putBack(tx, permit, ended))).outcome).toBe('done')
  await taken()
}
const taken = () =>
  until(async () =>
    (await plant.db.select().from(deviceCommands)).every(({ state }) => state === 'done'),
  )

test('readings are stored and nobody hears of them; at its end what stands is raised', async () => {
  await permitted('level')
  await level(95)
  expect(await standing('high')).toEqual({ active: true, outOfService: true, told: false })
  await until(async () => (await plant.db.select().from(readings)).length === 1)
  expect(await plant.rows.outbox()).toEqual([])
  ahead = 7 * hour
  await level(96)
  expect([await plant.rows.outbox(), plant.started]).toEqual([[], []])
  ahead = 8 * hour + 1_000
  await until(async () => (await standing('high')).told)
  expect(await standing('high')).toEqual({ active: true, outOfService: false, told: true })
  expect(await plant.rows.events()).toEqual(['raised', 'in-service', 're-alarm'])
})

test('what came and went meanwhile has troubled nobody', async () => {
  await permitted('level')
  await level(95)
  await level(10)
  await until(async () => (await plant.rows.alarm('high'))?.closedAt !== null)
  ahead = 9 * hour
  await level(11)
  expect([await plant.rows.outbox(), plant.started]).toEqual([[], []])
})

test('a point alone stands aside: its neighbour rings as ever; of a device all that it tells is silent, also what is heard for the first time', async () => {
  const permit = await permitted('level')
  await fault(true)
  await until(async () => (await standing('fault')).told)
  await back(permit)
  await fault(false)
  await permitted(null)
  await take(
    condition('smoke', true, { point: '1/40/2', level: 1, at: now().toISOString() }),
    reading('gas', 60, { at: now() }),
  )
  expect(await standing('smoke')).toEqual({ active: true, outOfService: true, told: false })
  expect(await standing('gas')).toEqual({ active: undefined, outOfService: undefined, told: false })
  expect(
    (await plant.rows.alarms()).filter(
      ({ point, outOfService }) => point === 'gas' && outOfService,
    ),
  ).toHaveLength(1)
  expect(plant.started.filter((line) => line.startsWith('start'))).toHaveLength(1)
})

test('what stands when it is taken out goes on standing, silent, and is recorded with the permit; put back by hand it rings again', async () => {
  await level(95)
  await until(async () => (await standing('high')).told)
  const permit = await permitted('level')
  expect(await standing('high')).toMatchObject({ active: true, outOfService: true })
  const [out] = (await plant.db.select().from(alarmEvents)).filter(
    ({ kind }) => kind === 'out-of-service',
  )
  expect(out).toMatchObject({ by: 'dan', text: '作业票 JX-7（设备检维修）：更换探头' })
  await back(permit)
  expect(await standing('high')).toMatchObject({ active: true, outOfService: false })
  expect(await plant.rows.events()).toEqual(['raised', 'out-of-service', 'in-service', 're-alarm'])
  const again = (await plant.db.select().from(alarmEvents)).find(
    ({ kind }) => kind === 'in-service',
  )
  expect(again?.by).toBe('du')
})

test('an alarm that still waits for its case when it is taken out begins none before it is put back', async () => {
  await level(85)
  expect((await plant.rows.outbox()).map(({ kind, doneAt }) => [kind, doneAt])).toEqual([
    ['raised', null],
  ])
  const permit = await permitted('level')
  ahead = 600_000
  await new Promise((resolve) => setTimeout(resolve, 800))
  expect(plant.started).toEqual([])
  await back(permit)
  await until(async () => (await standing('high')).told)
})

test('it outlives whoever holds the line; what was asked while nobody did is done afterwards', async () => {
  const permit = await permitted('level')
  await devices.stop()
  await start()
  await level(95)
  expect(await standing('high')).toEqual({ active: true, outOfService: true, told: false })
  await devices.stop()
  const ended = {
    ...by,
    id: randomUUID(),
    by: 'du',
    byName: '杜值班',
    reason: '提前完工',
    at: now().toISOString(),
  }
  await plant.db.transaction((tx) => putBack(tx, permit, ended))
  await start()
  await until(async () => (await standing('high')).told)
  await devices.stop()
  ahead = 1_000
  await plant.db.transaction(async (tx) => takeOut(tx, { ...(await row()), id: randomUUID() }, by))
  ahead = 9 * hour
  await start()
  await until(async () =>
    (await plant.db.select().from(deviceCommands)).every(
      ({ state }) => state === 'done' || state === 'expired',
    ),
  )
  expect(await standing('high')).toMatchObject({ active: true, outOfService: false })
})

const row = async () => {
  const [known] = await plant.db.select().from(servicePermits)
  const { ended: _, feed: __, region: ___, enterprise: ____, ...plain } = known!
  return {
    ...plain,
    at: now().toISOString(),
    until: new Date(now().getTime() + 8 * hour).toISOString(),
  }
}

test('two at once take it out once; nothing of a permit is changed afterwards but that it ends, once', async () => {
  const at = now().toISOString()
  const permit = {
    device: D1,
    number: 'JX-8',
    work: 'maintenance',
    requestedBy: '戚安全',
    reason: '检修',
    by: 'dan',
    byName: '单值班',
    at,
  }
  const end = new Date(now().getTime() + hour).toISOString()
  const tries = [null, 'level'].map((point) =>
    plant.db.transaction((tx) =>
      takeOut(tx, { ...permit, id: randomUUID(), point, until: end }, by),
    ),
  )
  expect((await Promise.all(tries)).map(({ outcome }) => outcome).sort()).toEqual([
    'done',
    'overlaps',
  ])
  const [kept] = await plant.db.select().from(servicePermits)
  await expect(plant.db.update(servicePermits).set({ until: at })).rejects.toThrow()
  await expect(plant.db.delete(servicePermits)).rejects.toThrow()
  await back(kept!.id)
  await expect(plant.db.update(servicePermits).set({ ended: null })).rejects.toThrow()
  expect(
    (
      await plant.db.transaction((tx) =>
        putBack(tx, kept!.id, {
          ...by,
          id: randomUUID(),
          by: 'du',
          byName: '杜值班',
          reason: '再次',
          at,
        }),
      )
    ).outcome,
  ).toBe('over')
})
