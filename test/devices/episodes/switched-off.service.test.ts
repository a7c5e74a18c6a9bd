// What becomes of what stands on a feed that is switched off?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { giveDeviceCommand } from '../../../db/devices/device-commands.ts'
import { feeds } from '../../../db/schema/devices/devices.ts'
import { condition, plantOfSuite, signIn, until } from '../plant.ts'

const { plant, devices, start } = await plantOfSuite()
const switched = (enabled: boolean) =>
  plant.db.update(feeds).set({ enabled }).where(eq(feeds.id, 'toy'))
const alarm = async () => (await plant.rows.alarms())[0]

test('promise (alarms): what stands on a feed that is switched off is said to be watched no more, and the desk acknowledges and ends it', async () => {
  const caller = await signIn(await start())
  caller.send(JSON.stringify([condition('fault', true, { level: 2 })]))
  await until(() => caller.lines().includes('ok 1'))
  await switched(false)
  await until(() => caller.closed())
  await until(async () => (await alarm())?.unwatched)
  expect(await alarm()).toMatchObject({ active: true, stale: true, closedAt: null })
  expect([devices().port('toy'), devices().leasedFeeds()]).toEqual([undefined, []])
  for (const verb of ['acknowledge', 'declare-over'] as const)
    await giveDeviceCommand(plant.db, {
      key: randomUUID(),
      alarm: (await alarm())?.id ?? '',
      verb,
      args: { side: 'city', reason: '接入已停用' },
      by: 'dan',
      at: new Date().toISOString(),
    })
  await until(async () => (await alarm())?.closedAt !== null)
  expect(await alarm()).toMatchObject({ active: false, acked: true, standing: 'normal' })
})

test('switched on again it is heard as before', async () => {
  await switched(true)
  const caller = await signIn(await start())
  caller.send(JSON.stringify([condition('fault', true, { level: 2 })]))
  await until(async () => (await plant.rows.alarms()).length === 2)
  await switched(false)
  await until(async () => (await plant.rows.alarms())[1]?.unwatched)
  await switched(true)
  await until(() => devices().port('toy') !== undefined)
  await until(async () => (await plant.rows.alarms())[1]?.unwatched === false)
})
