// Are silence, minutes and days looked after?
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceStates, feedPeriods, feeds } from '../../../db/schema/devices/devices.ts'
import { readings1m } from '../../../db/schema/devices/readings.ts'
import { createObservedPeriods } from '../../../devices/connections/observed-periods.ts'
import { createSilence } from '../../../devices/connections/silence.ts'
import { openRegistry } from '../../../devices/episodes/registry.ts'
import { createAlarmStore } from '../../../devices/episodes/store.ts'
import { parametersFrom } from '../../../devices/intake/intake.ts'
import { dropPartitions, makePartitions } from '../../../devices/readings/partitions.ts'
import { createRollups } from '../../../devices/readings/rollups.ts'
import { createReadingStore } from '../../../devices/readings/store.ts'
import { D1, openPlant, type Plant } from '../plant.ts'

let plant: Plant
beforeEach(async () => {
  plant = await openPlant()
})
afterEach(async () => plant.close())

const guard = async () => undefined
const tables = async () =>
  (
    await plant.db.execute<{ name: string }>(
      sql`SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'readings'::regclass ORDER BY 1`,
    )
  ).rows.map(({ name }) => name)

test('today and two days have their places; days that have had their time are dropped, with what came too late', async () => {
  const today = new Date('2026-11-26T23:59:00.000Z')
  expect(await makePartitions(plant.db, today)).toBe(6)
  expect(await makePartitions(plant.db, today)).toBe(0)
  expect(await tables()).toEqual([
    'readings_20261126',
    'readings_20261127',
    'readings_20261128',
    'readings_default',
  ])
  const store = createReadingStore({ db: plant.db, guard, everyMs: 1 })
  const row = (at: string) => ({
    feed: 'toy',
    point: plant.level,
    at,
    receivedAt: today.toISOString(),
    value: 1,
    quality: 0,
  })
  await store.keep([
    row('2026-11-26T10:00:00.000Z'),
    row('2026-10-01T10:00:00.000Z'),
    row('2026-11-25T10:00:00.000Z'),
  ])
  await makePartitions(plant.db, new Date('2026-12-31T00:00:00.000Z'))
  expect(await dropPartitions(plant.db, new Date('2026-12-31T00:00:00.000Z'), 35)).toHaveLength(0)
  expect(await dropPartitions(plant.db, new Date('2027-01-01T00:00:00.000Z'), 35)).toContain(
    'readings_20261126',
  )
  const { rows } = await plant.db.execute(sql`SELECT at FROM readings`)
  expect(rows).toEqual([])
  await store.close()
})

test('a batch goes when it is full or its time has come, and is refused as a whole', async () => {
  await makePartitions(plant.db, new Date())
  let allowed = false
  const store = createReadingStore({
    db: plant.db,
    everyMs: 60_000,
    guard: async () => {
      if (!allowed) throw new Error('no')
    },
  })
  const now = Date.now()
  const lots = (value: number) =>
    Array.from({ length: 5_000 }, (_, n) => {
      const at = new Date(now - n * 10).toISOString()
      return { feed: 'toy', point: plant.level, at, receivedAt: at, value, quality: 0 }
    })
  const first = lots(1)
  const halves = await Promise.allSettled([
    store.keep(first.slice(0, 2_500)),
    store.keep(first.slice(2_500)),
  ])
  expect(halves.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  allowed = true
  await store.keep(first)
  await store.keep(first.map((row) => ({ ...row, value: 2 })))
  const { rows } = await plant.db.execute(
    sql`SELECT count(*)::int AS n, max(value) AS most FROM readings`,
  )
  expect(rows).toEqual([{ n: 5_000, most: 1 }])
  await store.close()
})

test('minutes are reckoned from what is stored, and again when something comes late', async () => {
  await makePartitions(plant.db, new Date())
  const rollups = createRollups(plant.db)
  const store = createReadingStore({ db: plant.db, guard, everyMs: 1, stored: rollups.note })
  const minute = Math.floor(Date.now() / 60_000) * 60_000 - 120_000
  const row = (seconds: number, value: number, quality = 0) => {
    const at = new Date(minute + seconds * 1_000).toISOString()
    return { feed: 'toy', point: plant.level, at, receivedAt: at, value, quality }
  }
  await store.keep([row(1, 10), row(2, 30), row(3, 999, 1)])
  expect(await rollups.round(new Date(minute + 59_000))).toBe(0)
  expect(await rollups.round(new Date())).toBe(1)
  expect(await plant.db.select().from(readings1m)).toMatchObject([
    { least: 10, most: 30, mean: 20, last: 999, count: 3, bad: 1 },
  ])
  await store.keep([row(4, 50)])
  const after = createRollups(plant.db)
  await after.catchUp(new Date())
  expect(await after.round(new Date())).toBe(0)
  expect(await rollups.round(new Date())).toBe(1)
  expect(await plant.db.select().from(readings1m)).toMatchObject([{ most: 50, last: 50, count: 4 }])
  await store.close()
})

test.each([
  [
    'all of whose devices are made up is an exercise',
    sql`UPDATE devices SET synthetic = true`,
    true,
  ],
  ['with one real device is none', sql`UPDATE devices SET synthetic = (key = 'D2')`, false],
  ['without devices is none', sql`UPDATE devices SET until = since`, false],
])('the silence of a feed %s', async (_, change, synthetic) => {
  await plant.db.execute(change)
  const registry = await openRegistry(plant.url, plant.db)
  const alarms = createAlarmStore({ db: plant.db, guard, parametersOf: parametersFrom(registry) })
  const since = new Date()
  const silence = createSilence({
    db: plant.db,
    registry,
    alarms,
    servedSince: () => since,
    lastFrame: () => null,
    observed: createObservedPeriods(plant.db),
  })
  await silence(new Date(since.getTime() + 3_600_000))
  expect(await plant.rows.alarm('feed-silent')).toMatchObject({ active: true, synthetic })
  await registry.close()
})

test('a silent feed is one alarm, and ends only when it is received again, also over a restart of ours', async () => {
  await plant.db.update(feeds).set({ silenceSeconds: 60 })
  await plant.db.execute(sql`UPDATE devices SET silence_seconds = 30`)
  const registry = await openRegistry(plant.url, plant.db)
  const start = Date.now()
  const at = (seconds: number) => new Date(start + seconds * 1_000)
  const open = async (since: Date, frame: () => Date | null) => {
    const alarms = createAlarmStore({ db: plant.db, guard, parametersOf: parametersFrom(registry) })
    await alarms.load('toy', since)
    return createSilence({
      db: plant.db,
      registry,
      alarms,
      servedSince: () => since,
      lastFrame: frame,
      observed: createObservedPeriods(plant.db),
    })
  }
  let frame: Date | null = null
  const silence = await open(at(0), () => frame)
  await silence(at(59))
  expect((await plant.rows.alarms()).map(({ condition }) => condition).sort()).toEqual([
    'device-silent',
    'device-silent',
  ])
  await silence(at(60))
  await silence(at(65))
  expect(await plant.rows.alarm('feed-silent')).toMatchObject({
    level: 2,
    active: true,
    text: '接入中断：玩具线',
    device: null,
    seq: 1,
  })
  const restarted = await open(at(70), () => frame)
  await restarted(at(71))
  expect((await plant.rows.alarm('feed-silent'))?.active).toBe(true)
  frame = at(75)
  await plant.db.insert(deviceStates).values({ device: D1, lastSeenAt: at(75).toISOString() })
  await restarted(at(76))
  expect((await plant.rows.alarm('feed-silent'))?.active).toBe(false)
  const periods = await plant.db.select().from(feedPeriods)
  expect(periods, 'only the period in which it was heard counts as observed').toEqual([
    { feed: 'toy', period: Math.floor(at(76).getTime() / 600_000) },
  ])
  const devices = (await plant.rows.alarms()).filter(
    ({ condition }) => condition === 'device-silent',
  )
  expect(devices.map(({ device, active }) => [device === D1, active]).sort()).toEqual([
    [false, true],
    [true, false],
  ])
  await registry.close()
})

test('a row that PostgreSQL will never take is refused to whoever brought it, and keeps nobody else out', async () => {
  const store = createReadingStore({ db: plant.db, guard, everyMs: 20 })
  const row = (second: number, quality: number) => ({
    feed: 'toy',
    point: plant.level,
    at: `2026-11-26T10:00:0${second}.000Z`,
    receivedAt: '2026-11-26T10:00:09.000Z',
    value: second,
    quality,
  })
  await makePartitions(plant.db, new Date('2026-11-26T10:00:00.000Z'))
  const kept = await Promise.allSettled(
    [row(1, 0), row(2, 70_000), row(3, 0)].map((one) => store.keep([one])),
  )
  expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await plant.db.execute(sql`SELECT value FROM readings ORDER BY at`)).rows).toEqual([
    { value: 1 },
    { value: 3 },
  ])
  await store.close()
})
