// Does what the rules find become an alarm of the right kind, level and region, also after a restart, and once?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Database } from '../../../db/client.ts'
import { alarms } from '../../../db/schema/devices/alarms.ts'
import { devices, feeds, points } from '../../../db/schema/devices/devices.ts'
import { type DeviceRegistry, openRegistry } from '../../../devices/episodes/registry.ts'
import { createAlarmStore } from '../../../devices/episodes/store.ts'
import { createIntake, parametersFrom } from '../../../devices/intake/intake.ts'
import { createRulings } from '../../../devices/intake/ruling.ts'
import { createPast, overdueNow } from '../../../devices/intake/ruling-past.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { createReadingStore } from '../../../devices/readings/store.ts'
import { rules } from '../../../devices/rules/rules.ts'
import { createDatabase } from '../../support/servers/infra.ts'

const [kecheng, qujiang, kaihua] = ['330802', '330803', '330824']
const began = Date.now() - 6 * 3_600_000
const at = (minutes: number) => new Date(began + minutes * 60_000)

let db: Database
let registry: DeviceRegistry
let close: () => Promise<void>
const stores: ReturnType<typeof createReadingStore>[] = []

/** As a process that has just begun: nothing in memory. */
const fresh = async () => {
  const guard = async () => undefined
  const store = createAlarmStore({ db, guard, parametersOf: parametersFrom(registry) })
  const readings = createReadingStore({ db, guard, everyMs: 2 })
  stores.push(readings)
  await store.load('f', new Date())
  const intake = createIntake({
    db,
    guard,
    registry,
    alarms: store,
    readings,
    onReceived: () => undefined,
  })
  return createRulings({ registry, rules, past: createPast({ db, registry }) }).of(intake)
}

beforeAll(async () => {
  const { url, drop } = await createDatabase()
  const connection = connect(url, 4)
  db = connection.db
  await makePartitions(db, new Date())
  const since = '2026-01-01T00:00:00.000Z'
  await db.insert(feeds).values({ id: 'f', protocol: 'none', name: 'f', region: '330800' })
  const device = (key: string, region: string, more = {}) => ({
    id: randomUUID(),
    feed: 'f',
    key,
    name: key,
    region,
    since,
    ...more,
  })
  const rows = [
    device('MN1', kecheng, { enterprise: 'e001' }),
    device('DAM', kaihua),
    device('TRUCK', qujiang, { dialect: { waybill: true } }),
    device('UNIT', kecheng),
  ]
  await db.insert(devices).values(rows)
  const [outlet, dam, truck] = rows.map(({ id }) => id)
  await db.insert(points).values([
    {
      device: outlet ?? '',
      key: 'w01018-Rtd',
      name: 'COD',
      unit: 'mg/L',
      kind: 'pollution',
      high: 50,
      since,
    },
    {
      device: dam ?? '',
      key: '39',
      name: '库水位',
      unit: 'm',
      kind: 'water-level',
      marks: { flood: 57.5, warning: 60, guarantee: 62.3 },
      since,
    },
    { device: truck ?? '', key: 'terminal', name: '车载终端', kind: 'position', since },
  ])
  registry = await openRegistry(url, db)
  close = async () => {
    for (const one of stores) await one.close()
    await registry.close()
    await connection.close()
    await drop()
  }
})
afterAll(async () => close?.())

const reading = (device: string, point: string, minutes: number, value: number): Observation => ({
  kind: 'reading',
  device,
  point,
  at: at(minutes).toISOString(),
  value,
  unit: null,
  quality: 'good',
  flags: [],
  message: `${minutes}`,
})
const standing = async (condition: string) =>
  (await db.select().from(alarms))
    .filter((one) => one.condition === condition)
    .map(({ level, kind, region, active, policy }) => ({ level, kind, region, active, policy }))

describe('stories', () => {
  test('a discharge above its limit for three hours, with a restart in the middle: orange, pollution, of its county', async () => {
    const values = [55, 56, 57, 58]
    let take = await fresh()
    for (const [n, value] of values.entries()) {
      if (n === 2) take = await fresh()
      await take('f', [reading('MN1', 'w01018-Rtd', 60 * n, value)], at(60 * n))
      if (n < 3) expect(await standing('exceedance')).toEqual([])
    }
    expect(await standing('exceedance')).toEqual([
      { level: 2, kind: 'pollution', region: kecheng, active: true, policy: 'episode' },
    ])
    take = await fresh()
    await take('f', [reading('MN1', 'w01018-Rtd', 240, 30)], at(240))
    expect(await standing('exceedance')).toMatchObject([{ active: false }])
  })

  test('a reservoir over its flood limit: yellow, water level, of its county; red over the guarantee, one alarm', async () => {
    const take = await fresh()
    await take('f', [reading('DAM', '39', 0, 57.6)], at(0))
    expect(await standing('flood-level')).toEqual([
      { level: 3, kind: 'water-level', region: kaihua, active: true, policy: 'episode' },
    ])
    await take('f', [reading('DAM', '39', 60, 62.5)], at(60))
    expect(await standing('flood-level')).toMatchObject([{ level: 1, active: true }])
    await take('f', [reading('DAM', '39', 120, 57)], at(120))
    expect(await standing('flood-level')).toMatchObject([{ active: false }])
  })

  test('a lorry with dangerous goods and without a waybill: orange, vehicle, of its county; over with a waybill, after a restart too', async () => {
    const position = (minutes: number): Observation => ({
      kind: 'position',
      device: 'TRUCK',
      at: at(minutes).toISOString(),
      lon: 118.9,
      lat: 28.95,
      speedKmh: 62,
      direction: 0,
      altitude: 0,
      alarmBits: 0,
      statusBits: 2,
      flags: [],
      message: `${minutes}`,
    })
    let take = await fresh()
    for (const minute of [0, 1, 2]) await take('f', [position(minute)], at(minute))
    expect(await standing('no-waybill')).toEqual([
      { level: 2, kind: 'position', region: qujiang, active: true, policy: 'episode' },
    ])
    const bill = {
      kind: 'document' as const,
      device: 'TRUCK',
      document: 'waybill',
      key: 'W1',
      at: at(3).toISOString(),
      body: { status: 'open' },
      flags: [],
    }
    await take('f', [bill], at(3))
    take = await fresh()
    await take('f', [position(4)], at(4))
    expect(await standing('no-waybill')).toMatchObject([{ active: false }])
  })

  test('an inspection that becomes overdue by time alone: yellow, of its county, asked each day and reported once', async () => {
    const take = await fresh()
    const now = new Date()
    const date = (days: number) =>
      new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
    const paper = (key: string, nextInspection: string) => ({
      kind: 'document' as const,
      device: 'UNIT',
      document: 'equipment',
      key,
      at: at(0).toISOString(),
      flags: [],
      body: { type: '锅炉', status: 'in-use', nextInspection },
    })
    await take('f', [paper('B1', date(20)), paper('B2', date(90))], now)
    expect(await overdueNow({ db }, 'f', now)).toEqual([])
    const later = new Date(now.getTime() + 30 * 86_400_000)
    for (const _ of [1, 2]) await take('f', await overdueNow({ db }, 'f', later), later)
    expect(await standing('inspection-overdue')).toEqual([
      { level: 3, kind: 'other', region: kecheng, active: true, policy: 'episode' },
    ])
  })
})

test('an alarm whose text is cut in the midst of a character is stored, and reported to its case', async () => {
  const take = await fresh()
  const text = `a${'😀'.repeat(600)}`
  const observation = {
    severity: null,
    limit: null,
    value: null,
    text,
    at: at(0).toISOString(),
    event: 'E1',
    flags: [],
  }
  await take(
    'f',
    [
      {
        kind: 'condition',
        device: 'UNIT',
        point: 'hall',
        condition: 'fire',
        active: true,
        level: 1,
        ...observation,
      },
    ],
    at(0),
  )
  expect(await standing('fire')).toMatchObject([{ level: 1, active: true }])
  const { rows } = await db.execute<{ text: string }>(
    sql`SELECT data->>'text' AS text FROM alarm_outbox WHERE data->>'condition' = 'fire'`,
  )
  expect(rows.map((row) => row.text)).toEqual([`a${'😀'.repeat(249)}\ufffd`])
})

test('a clock that runs ahead does not silence what is received afterwards', async () => {
  const take = await fresh()
  await take('f', [reading('DAM', '39', 150 + 20 * 60, 50)], at(150))
  await take('f', [reading('DAM', '39', 160, 57.7)], at(160))
  expect((await standing('flood-level')).filter(({ active }) => active)).toHaveLength(1)
  const again = await fresh()
  await again('f', [reading('DAM', '39', 170, 50)], at(170))
  expect((await standing('flood-level')).filter(({ active }) => active)).toHaveLength(0)
})

test('what could not be stored is judged again when it is brought again', async () => {
  const take = await fresh()
  const wet = [reading('DAM', '39', 180, 58)]
  await db.execute(sql`ALTER TABLE readings RENAME TO away`)
  await expect(take('f', wet, at(180))).rejects.toThrow()
  await db.execute(sql`ALTER TABLE away RENAME TO readings`)
  await take('f', wet, at(180))
  expect((await standing('flood-level')).filter(({ active }) => active)).toHaveLength(1)
})
