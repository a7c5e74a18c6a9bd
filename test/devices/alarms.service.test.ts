// Do alarms stay true in PostgreSQL: one transaction, restarts, rivals, floods, evidence?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withScope } from '../../db/reads/scope.ts'
import { alarmEvents, alarmOutbox, alarmStates, alarms, deviceCommands } from '../../db/schema/alarms.ts'
import { alarmReadings } from '../../db/schema/readings.ts'
import { type AlarmStore, createAlarmStore } from '../../devices/alarm-store.ts'
import { completeWindows } from '../../devices/alarm-window.ts'
import { createIntake, parametersFrom } from '../../devices/intake.ts'
import { makePartitions } from '../../devices/partitions.ts'
import type { Observation } from '../../devices/port.ts'
import { openRegistry } from '../../devices/registry.ts'
import { createReadingStore } from '../../devices/store.ts'
import { condition, openPlant, type Plant, reading, until } from './plant.ts'

let plant: Plant
let desk: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  plant = await openPlant()
  await makePartitions(plant.db, new Date())
  desk = await open()
})
afterEach(async () => {
  await desk.close()
  await plant.close()
})

/** The way from observations to rows without sockets; `allowed` is the fence. */
const open = async () => {
  const registry = await openRegistry(plant.url, plant.db)
  const allowed = { yes: true }
  const guard = async () => {
    if (!allowed.yes) throw new Error('fenced off')
  }
  const store: AlarmStore = createAlarmStore({ db: plant.db, guard, parametersOf: parametersFrom(registry) })
  const readings = createReadingStore({ db: plant.db, guard, everyMs: 5 })
  const intake = createIntake({ db: plant.db, guard, registry, alarms: store, readings, heard: () => undefined })
  await store.load('toy', new Date())
  const close = async () => {
    await readings.close()
    await registry.close()
  }
  return { registry, store, allowed, close, hear: (observations: Observation[], now = new Date()) => intake('toy', observations, now) }
}

const soon = (ms: number) => new Date(Date.now() + ms)

describe('one transaction', () => {
  test('an alarm, its event, its evaluation and what its case is to hear', async () => {
    await desk.hear([reading('level', 85)])
    const [alarm] = await plant.rows.alarms()
    expect(alarm).toMatchObject({
      ...{
        key: 'toy/D1/level/high',
        condition: 'high',
        kind: 'level',
        level: 3,
        value: 85,
        limit: 80,
        standing: 'unacknowledged',
        policy: 'episode',
      },
      ...{ text: '一号罐 液位 高报：85%（限值80%）', region: '330802', enterprise: 'e001', synthetic: false, seq: 1, caseStarted: null },
    })
    expect(await plant.rows.events()).toEqual(['raised'])
    const [waiting] = await plant.rows.outbox()
    expect(waiting).toMatchObject({
      alarm: alarm?.id,
      kind: 'raised',
      level: 3,
      doneAt: null,
      data: { device: '一号罐', point: '液位', kind: 'level', unit: '%' },
    })
    expect(Date.parse(waiting?.notBefore ?? '') - Date.parse(waiting?.createdAt ?? '')).toBe(300_000)
    expect(await plant.db.select().from(alarmStates)).toHaveLength(1)
  })

  test('who has lost the line writes nothing, and knows nothing that is not written', async () => {
    desk.allowed.yes = false
    await expect(desk.hear([reading('gas', 60)])).rejects.toThrow('fenced off')
    expect(await plant.rows.alarms()).toEqual([])
    desk.allowed.yes = true
    await desk.hear([reading('gas', 60)])
    expect(await plant.rows.events()).toEqual(['raised'])
  })

  test('alarms are stored before readings, and a second try of both stores each once', async () => {
    await plant.db.execute(sql`ALTER TABLE readings ADD CONSTRAINT broken CHECK (false) NOT VALID`)
    const said = [reading('gas', 60)]
    await expect(desk.hear(said)).rejects.toThrow()
    expect(await plant.rows.events()).toEqual(['raised'])
    await plant.db.execute(sql`ALTER TABLE readings DROP CONSTRAINT broken`)
    await desk.hear(said)
    expect(await plant.rows.events()).toEqual(['raised'])
    expect((await plant.db.execute(sql`SELECT 1 FROM readings`)).rows).toHaveLength(1)
  })

  test('what becomes worse waits no longer', async () => {
    await desk.hear([reading('level', 85)])
    await desk.hear([reading('level', 95)])
    const waiting = await plant.rows.outbox()
    expect(waiting.map(({ kind }) => kind)).toEqual(['raised', 'escalated'])
    for (const { notBefore } of waiting) expect(Date.parse(notBefore)).toBeLessThanOrEqual(Date.now())
  })

  test('one waiting row per alarm and kind: the newer replaces the older', async () => {
    await desk.hear([condition('fault', true, { level: 2 })])
    for (let n = 0; n < 3; n++) {
      await desk.hear([condition('fault', false, { level: 2 })], soon(n * 2 + 1))
      await desk.hear([condition('fault', true, { level: 2 })], soon(n * 2 + 2))
    }
    const rows = await plant.rows.outbox()
    expect(
      rows
        .filter(({ doneAt }) => doneAt === null)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['raised', 're-alarm', 'rtn'])
    expect(new Set(rows.filter(({ doneAt }) => doneAt !== null).map(({ outcome }) => outcome))).toEqual(new Set(['replaced']))
  })
})

describe('restarts and rivals', () => {
  test('what had begun before a restart goes on after it', async () => {
    await desk.hear([reading('gas', 60)])
    await plant.db.execute(sql`UPDATE points SET on_delay = 60 WHERE key = 'level'`)
    await desk.registry.refresh()
    await desk.hear([reading('level', 85, { device: 'D2' })])
    const next = await open()
    await next.store.tick(soon(61_000))
    expect((await plant.rows.alarms()).map(({ condition: one }) => one)).toEqual(['high', 'high'])
    await next.hear([reading('gas', 0)])
    const [gas] = await plant.db.select().from(alarms).where(eq(alarms.kind, 'gas'))
    expect(gas).toMatchObject({ standing: 'latched', seq: 3 })
    await next.close()
  })

  test('the same event after a restart is heard once', async () => {
    const fire = condition('fire', true)
    await desk.hear([fire])
    await desk.hear([condition('fire', false)])
    const next = await open()
    await next.hear([fire])
    expect((await plant.rows.alarm('fire'))?.active).toBe(false)
    await next.close()
  })

  test('two who judge the same alarm: the slower one judges anew', async () => {
    const rival = await open()
    await desk.hear([condition('fire', true)])
    await rival.hear([condition('fire', true)])
    await rival.hear([condition('fire', false)])
    await desk.hear([condition('fire', false)])
    expect(await plant.rows.alarms()).toHaveLength(1)
    expect(await plant.rows.events()).toEqual(['raised', 'fleeting', 'rtn'])
    await rival.close()
  })
})

test('an episode ends and a new one is another row; what has closed stays closed', async () => {
  await desk.hear([condition('fault', true, { level: 2 })])
  const [first] = await plant.rows.alarms()
  await desk.store.act(first?.id ?? '', { kind: 'act', act: 'acknowledge', by: 'p1', side: 'city' }, new Date())
  await desk.hear([condition('fault', false, { level: 2 })])
  await desk.hear([condition('fault', true, { level: 2 })], soon(50))
  const both = await plant.rows.alarms()
  expect(both.map(({ closedAt }) => closedAt === null).sort()).toEqual([false, true])
  expect(new Set(both.map(({ id }) => id)).size).toBe(2)
  await expect(
    plant.db
      .update(alarms)
      .set({ closedAt: null })
      .where(eq(alarms.id, first?.id ?? '')),
  ).rejects.toThrow()
  await expect(plant.db.delete(alarmEvents)).rejects.toThrow()
  expect(await desk.store.act(randomUUID(), { kind: 'act', act: 'reset', by: 'p', side: 'city' }, new Date())).toBeUndefined()
})

test('the reset of a panel ends what stands below it, and nothing else', async () => {
  await desk.hear([
    condition('fire', true, { point: '1/40/1' }),
    condition('fire', true, { point: '1/40/2' }),
    condition('fire', true, { point: '10/1' }),
  ])
  await desk.hear([condition('fire', false, { point: '1', covers: 'below' })])
  const standing = await plant.rows.alarms()
  expect(Object.fromEntries(standing.map(({ point, active }) => [point, active]))).toEqual({
    '1/40/1': false,
    '1/40/2': false,
    '10/1': true,
  })
})

test('a simulator’s alarm is an exercise', async () => {
  await desk.hear([reading('level', 85, { device: 'D2' })])
  expect((await plant.rows.alarms())[0]).toMatchObject({ synthetic: true, region: '330803' })
  expect((await plant.rows.outbox())[0]?.data).toMatchObject({ synthetic: true })
})

test('a flood at one site: one alarm for all, gas of the first level passes, what still stands is told when it ends', async () => {
  const start = Date.now()
  const many = Array.from({ length: 14 }, (_, n) => condition('fault', true, { level: 2, point: `p${n}` }))
  await desk.hear(many, new Date(start))
  await desk.hear([reading('gas', 60)], new Date(start + 10))
  const all = await plant.rows.alarms()
  const flood = all.find(({ condition: one }) => one === 'flood')
  expect(flood).toMatchObject({ level: 2, active: true, site: 'e001' })
  expect(all.filter((one) => one.flood === flood?.id)).toHaveLength(4)
  const told = (await plant.rows.outbox()).map(({ alarm }) => alarm)
  expect(told).toHaveLength(13)
  expect(told).toContain(all.find(({ kind }) => kind === 'gas')?.id)
  await desk.hear([condition('fault', false, { level: 2, point: 'p13' })], new Date(start + 20))
  await desk.store.tick(new Date(start + 600_100))
  expect((await plant.rows.alarm('flood'))?.active).toBe(false)
  const after = (await plant.rows.outbox()).slice(13)
  expect(after.filter(({ kind }) => kind === 'raised')).toHaveLength(3)
  expect(after.filter(({ kind }) => kind === 'raised').map(({ data }) => [data.device, data.condition, data.level])).toEqual([
    ['一号罐', 'high', 1],
    ['一号罐', 'fault', 2],
    ['一号罐', 'fault', 2],
  ])
})

test('acts of people come as commands: acknowledged, shelved, refused', async () => {
  const devices = await plant.start()
  await until(() => devices.port('toy') !== undefined)
  await desk.hear([reading('gas', 60), condition('fault', true, { level: 2 })])
  await devices.alarms.load('toy', new Date())
  const [gas, fault] = [await plant.rows.alarm('high'), await plant.rows.alarm('fault')]
  const at = Date.now()
  const wish = (key: string, alarm: string | undefined, verb: 'acknowledge' | 'shelve', args: Record<string, string> = {}) => ({
    ...{ key, feed: 'toy', device: 'D1', alarm, verb, args, by: 'p7', region: '330802', state: 'waiting' as const },
    ...{ createdAt: new Date(at + key.charCodeAt(0)).toISOString(), until: new Date(at + 60_000).toISOString() },
  })
  const end = { until: new Date(at + 3_600_000).toISOString(), reason: '检修' }
  await plant.db
    .insert(deviceCommands)
    .values([wish('a', gas?.id, 'acknowledge'), wish('b', gas?.id, 'shelve', end), wish('c', fault?.id, 'shelve', end)])
  await until(async () => (await plant.db.select().from(deviceCommands)).every(({ state }) => state === 'done' || state === 'failed'))
  const results = Object.fromEntries((await plant.db.select().from(deviceCommands)).map(({ key, result }) => [key, result]))
  expect(results).toEqual({ a: 'here', b: 'not-shelvable', c: 'here' })
  expect(await plant.rows.alarm('high')).toMatchObject({ acked: true, ackedBy: 'p7', standing: 'acknowledged' })
  expect(await plant.rows.alarm('fault')).toMatchObject({ shelvedBy: 'p7', shelvedReason: '检修', shelvedUntil: end.until })
  await devices.stop()
})

test('the half hour before and after an alarm is kept as its evidence', async () => {
  const now = Date.now()
  const ago = (minutes: number) => new Date(now - minutes * 60_000)
  await desk.hear(
    [40, 20, 10].map((minutes) => reading('gas', 1, { at: ago(minutes) })),
    ago(0),
  )
  await desk.hear([reading('gas', 60, { at: ago(0) })], ago(0))
  const kept = async () => (await plant.db.select().from(alarmReadings)).length
  expect(await kept()).toBe(2)
  await desk.hear([reading('gas', 55, { at: ago(-15) }), reading('gas', 55, { at: ago(-45) })], new Date(now + 2_800_000))
  expect(await completeWindows(plant.db, new Date(now + 3_600_000))).toBe(1)
  expect(await kept()).toBe(4)
  expect(await completeWindows(plant.db, new Date(now + 3_600_000))).toBe(0)
  await expect(plant.db.delete(alarmReadings)).rejects.toThrow()
})

test('readers see the alarms and readings of their regions, and never a device’s secret', async () => {
  await desk.hear([reading('gas', 60), reading('level', 85, { device: 'D2' })])
  const seen = (regions: string[], owner: string | null) =>
    withScope(plant.pool, { regions: regions as never, owner, person: null }, async (tx) => [
      (await tx.select({ key: alarms.key }).from(alarms)).map(({ key }) => key),
      (await tx.execute(sql`SELECT 1 FROM readings`)).rows.length,
      (await tx.select({ kind: alarmEvents.kind }).from(alarmEvents)).length,
    ])
  expect(await seen(['330803'], null)).toEqual([['toy/D2/level/high'], 1, 1])
  expect(await seen([], 'e001')).toEqual([['toy/D1/gas/high'], 1, 1])
  expect(await seen(['330824'], null)).toEqual([[], 0, 0])
  const secret = withScope(plant.pool, { regions: ['330802'], owner: null, person: null }, (tx) =>
    tx.execute(sql`SELECT secret FROM devices`),
  )
  await expect(secret).rejects.toThrow()
  const outbox = withScope(plant.pool, { regions: ['330802'], owner: null, person: null }, (tx) => tx.select().from(alarmOutbox))
  await expect(outbox).rejects.toThrow()
})
