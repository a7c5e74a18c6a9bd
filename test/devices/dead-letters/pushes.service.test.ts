// Is a pushed item that was rejected kept and taken once its device is registered, and nothing kept of what nobody is to know?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replays } from '../../../db/schema/cases/replays.ts'
import { badFrames, devices, points } from '../../../db/schema/devices/devices.ts'
import { readings } from '../../../db/schema/devices/readings.ts'
import type { Devices } from '../../../devices/service.ts'
import { until } from '../plant.ts'
import { type City, openCity, push, qujiang, secret, wall } from '../push/city.ts'

let city: City
let running: Devices
const since = '2026-01-01T00:00:00.000Z'
beforeAll(async () => {
  city = await openCity([
    {
      id: 'sites',
      protocol: 'push',
      name: '工地',
      region: qujiang,
      settings: { mapping: 'attendance' },
    },
  ])
  await city.db
    .insert(devices)
    .values({ feed: 'sites', key: 'sites', name: '工地平台', region: qujiang, secret, since })
  running = await city.start({}, 5)
})
afterAll(async () => {
  await running?.stop()
  await city?.close()
})

const refused = async (feed: string) => {
  const rows = () => city.db.select().from(badFrames).where(eq(badFrames.feed, feed))
  await until(async () => (await rows()).length > 0)
  return (await rows())[0]
}

test('an item of a device that is enrolled afterwards becomes history under its own moment', async () => {
  const item = {
    equip_code: 'TANK-2',
    bit_no: 'LT-1',
    value: 91,
    unit: '%',
    quality: 'good',
    time: Date.now() - 9_000,
  }
  const answer = await push(running.pushPort(), 'sources', [item])
  const kept = await refused('sources')
  expect([answer.status, kept?.reason, kept?.whole]).toEqual([403, 'unknown-device', true])
  const [device] = await city.db
    .insert(devices)
    .values({ feed: 'sources', key: 'TANK-2', name: '二号罐', region: qujiang, since })
    .returning({ id: devices.id })
  const values = {
    device: device?.id ?? '',
    key: 'LT-1',
    name: '液位',
    kind: 'level' as const,
    high: 80,
    onDelay: 0,
    since,
  }
  const [point] = await city.db.insert(points).values(values).returning({ id: points.id })
  await running.registry.refresh()
  const id = randomUUID()
  await city.db.insert(replays).values({
    id,
    kind: 'frame',
    subject: String(kept?.seq),
    feed: 'sources',
    by: 'hao',
    byName: '郝检查',
    reason: '已登记',
    bodyHash: '',
    at: new Date().toISOString(),
    state: 'waiting',
  })
  const row = async () => (await city.db.select().from(replays).where(eq(replays.id, id)))[0]
  await until(async () => (await row())?.state !== 'waiting')
  expect(await row()).toMatchObject({
    state: 'done',
    words: { en: 'Taken as late data: readings 1' },
  })
  expect(
    await city.db
      .select()
      .from(readings)
      .where(eq(readings.point, point?.id ?? 0)),
  ).toMatchObject([{ value: 91, quality: 8 }])
})

test('of who came to work nothing is kept that could be read', async () => {
  const worker = {
    id: 'A1',
    type: 'entry-exit',
    project_code: 'P9',
    worker_key: '工号0042',
    direction: '1',
    time: wall(),
  }
  expect((await push(running.pushPort(), 'sites', [worker])).status).toBe(403)
  expect(await refused('sites')).toMatchObject({
    reason: 'unknown-device',
    whole: false,
    bytes: Buffer.alloc(0),
  })
})
