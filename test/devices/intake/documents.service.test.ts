// Are a thousand waybills of one breath kept quickly, each with its versions as they were reported?
import { asc, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceDocuments, deviceSigns } from '../../../db/schema/devices/readings.ts'
import { keepDocuments, keepSigns } from '../../../devices/intake/documents.ts'
import { D1, openPlant, type Plant } from '../plant.ts'

let plant: Plant
beforeAll(async () => {
  plant = await openPlant()
})
afterAll(() => plant.close())

const now = '2026-11-26T10:00:00.000Z'
const at = (minute: number) => `2026-11-26T09:${String(minute).padStart(2, '0')}:00.000Z`
const waybill = (key: string, minute: number) => ({
  device: D1,
  document: 'waybill',
  key,
  at: at(minute),
  body: { minute },
  flags: 0,
})
const kept = () =>
  plant.db
    .select({
      key: deviceDocuments.key,
      version: deviceDocuments.version,
      body: deviceDocuments.body,
    })
    .from(deviceDocuments)
    .orderBy(asc(deviceDocuments.key))

test('reported twice in one breath: two versions; an older or the same one in between changes nothing', async () => {
  await plant.db.transaction((tx) =>
    keepDocuments(
      tx,
      [waybill('a', 1), waybill('b', 1), waybill('a', 3), waybill('a', 2), waybill('a', 3)],
      now,
    ),
  )
  expect(await kept()).toEqual([
    { key: 'a', version: 2, body: { minute: 3 } },
    { key: 'b', version: 1, body: { minute: 1 } },
  ])
  await plant.db.transaction((tx) => keepDocuments(tx, [waybill('b', 5), waybill('a', 0)], now))
  expect((await kept()).map(({ version }) => version)).toEqual([2, 2])
})

test('what a whole fleet tells at its sign-in takes one statement, not one for each vehicle', async () => {
  let statements = 0
  await plant.db.transaction((tx) => {
    const counting = new Proxy(tx, {
      get: (target, name) => {
        if (name === 'insert') statements += 1
        return Reflect.get(target, name)
      },
    })
    return keepDocuments(
      counting,
      Array.from({ length: 1_000 }, (_, n) => waybill(`fleet-${n}`, 7)),
      now,
    )
  })
  expect(statements).toBe(1)
  expect(
    (
      await plant.db.execute(
        sql`SELECT count(*)::int AS n FROM device_documents WHERE key LIKE 'fleet-%'`,
      )
    ).rows[0]?.n,
  ).toBe(1_000)
})

test('a sign is one however often it is reported', async () => {
  const sign = { device: D1, sign: 'signed-in', at: at(1), text: '已登录', flags: 0 }
  await plant.db.transaction((tx) => keepSigns(tx, [sign, sign, { ...sign, at: at(2) }], now))
  await plant.db.transaction((tx) => keepSigns(tx, [sign], now))
  expect(await plant.db.select().from(deviceSigns)).toHaveLength(2)
})
