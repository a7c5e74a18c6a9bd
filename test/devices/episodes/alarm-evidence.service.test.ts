// What may people do to an alarm, what is kept of it, and who sees it?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { giveDeviceCommand } from '../../../db/devices/device-commands.ts'
import { commands } from '../../../db/schema/cases/cases.ts'
import {
  alarmEvents,
  alarmOutbox,
  alarms,
  deviceCommands,
} from '../../../db/schema/devices/alarms.ts'
import { alarmReadings } from '../../../db/schema/devices/readings.ts'
import { persons } from '../../../db/schema/organisation/organisation.ts'
import { withScope } from '../../../db/scope.ts'
import { completeWindows } from '../../../devices/episodes/window.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { deviceCommandState, deviceCommandWords } from '../../../domain/duty/device-commands.ts'
import { instant } from '../../../domain/time/instant.ts'
import { type Desk, openDesk } from '../desk.ts'
import { condition, openPlant, type Plant, reading, until } from '../plant.ts'

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

test('acts of people come as commands: acknowledged, shelved, refused', async () => {
  const devices = await plant.start()
  await until(() => devices.port('toy') !== undefined)
  await desk.take([reading('gas', 60), condition('fault', true, { level: 2 })])
  await devices.alarms.load('toy', new Date())
  const [gas, fault] = [await plant.rows.alarm('high'), await plant.rows.alarm('fault')]
  const at = Date.now()
  const end = { until: new Date(at + 3_600_000).toISOString(), reason: '检修' }
  const deviceCommand = (
    key: string,
    alarm: string | undefined,
    verb: 'acknowledge' | 'shelve',
    args: Record<string, string> = {},
  ) =>
    giveDeviceCommand(plant.db, {
      key,
      alarm: alarm ?? '',
      verb,
      args,
      by: 'p7',
      at: new Date(at + key.charCodeAt(0)).toISOString(),
    })
  await deviceCommand('b', gas?.id, 'shelve', end)
  await deviceCommand('c', fault?.id, 'shelve', end)
  expect(await deviceCommand('a', gas?.id, 'acknowledge')).toBe(true)
  expect(await deviceCommand('a', gas?.id, 'acknowledge')).toBe(true)
  expect(await deviceCommand('d', randomUUID(), 'acknowledge')).toBe(false)
  await until(async () =>
    (await plant.db.select().from(deviceCommands)).every(
      ({ state }) => state === 'done' || state === 'failed',
    ),
  )
  const results = Object.fromEntries(
    (await plant.db.select().from(deviceCommands)).map(({ key, result }) => [key, result]),
  )
  expect(results).toEqual({ a: 'here', b: 'not-shelvable', c: 'here' })
  expect(await plant.rows.alarm('high')).toMatchObject({
    acked: true,
    ackedBy: 'p7',
    standing: 'acknowledged',
  })
  expect(await plant.rows.alarm('fault')).toMatchObject({
    shelvedBy: 'p7',
    shelvedReason: '检修',
    shelvedUntil: end.until,
  })
  await devices.stop()
})

test('promise (alarms): what the desk did while a feed was paused for days is done when it is back, and what did not reach the device says so', async () => {
  await desk.take([
    reading('level', 85),
    condition('fault', true, { level: 2, flags: ['doubtful'] }),
  ])
  const ids = [
    (await plant.rows.alarm('high'))?.id ?? '',
    (await plant.rows.alarm('fault'))?.id ?? '',
  ]
  const at = new Date(Date.now() - 2 * 86_400_000).toISOString()
  await giveDeviceCommand(plant.db, {
    key: 'a',
    alarm: ids[0] ?? '',
    verb: 'acknowledge',
    args: {},
    by: 'p7',
    at,
  })
  await giveDeviceCommand(plant.db, {
    key: 'o',
    alarm: ids[1] ?? '',
    verb: 'declare-over',
    args: { reason: '误报' },
    by: 'p7',
    at,
  })
  const commandsNow = async () =>
    (await plant.db.select().from(deviceCommands)).toSorted((one, other) =>
      one.key < other.key ? -1 : 1,
    )
  const now = instant(Date.now())
  expect(
    (await commandsNow()).map((one) => [
      deviceCommandState(one, now),
      deviceCommandWords(one, now).zh,
    ]),
  ).toEqual([
    ['expired', expect.stringMatching(/^接警：一天内未能送达/)],
    ['expired', expect.stringMatching(/^宣布解除：一天内未能送达/)],
  ])
  const devices = await plant.start()
  await until(async () => (await commandsNow()).every(({ state }) => state !== 'waiting'))
  expect(await plant.rows.alarm('high')).toMatchObject({ acked: true, ackedBy: 'p7' })
  expect(await plant.rows.alarm('fault')).toMatchObject({ active: false })
  expect((await commandsNow()).map((one) => [one.state, deviceCommandWords(one, now).zh])).toEqual([
    ['expired', '接警：本系统已办理；一天内未能送达设备，不再转达'],
    ['done', '宣布解除：本系统已办理'],
  ])
  await devices.stop()
})

test('what a person declares over is told to its case with his name and his whole reason', async () => {
  await plant.db
    .insert(persons)
    .values({ id: 'p7', username: 'p7', name: '单值班', pinyin: '', mail: '', active: true })
  await desk.take([
    condition('fault', true, {
      level: 2,
      flags: ['doubtful'],
      at: new Date(Date.now() - 86_400_000).toISOString(),
    }),
  ])
  const alarm = (await plant.rows.alarm('fault'))?.id ?? ''
  const devices = await plant.start()
  await until(() => plant.started.includes(`start ${alarm}`))
  const reason = '电话核实无火情'.repeat(80)
  await giveDeviceCommand(plant.db, {
    key: 'o',
    alarm,
    verb: 'declare-over',
    args: { reason },
    by: 'p7',
    at: new Date().toISOString(),
  })
  const told = async () =>
    (await plant.db.select().from(commands)).find(({ type }) => type === 'declared-over')
  await until(told)
  expect((await told())?.body).toMatchObject({ by: '单值班', reason })
  expect(Date.now() - Date.parse(String((await told())?.body.at))).toBeLessThan(60_000)
  await devices.stop()
})

test('an acknowledgement that was on its way does not silence what has become worse since', async () => {
  await desk.take([reading('level', 85)])
  const seen = await plant.rows.alarm('high')
  // The devices process is away while somebody acknowledges, and the level climbs on.
  await giveDeviceCommand(plant.db, {
    key: 'a',
    alarm: seen?.id ?? '',
    verb: 'acknowledge',
    args: {},
    by: 'p7',
    at: new Date().toISOString(),
  })
  await desk.take([reading('level', 95)])
  expect(await plant.rows.events()).toContain('escalated')
  const devices = await plant.start()
  await until(async () => (await plant.db.select().from(deviceCommands))[0]?.state !== 'waiting')
  expect((await plant.db.select().from(deviceCommands))[0]).toMatchObject({
    state: 'failed',
    result: 'overtaken',
  })
  expect(await plant.rows.alarm('high')).toMatchObject({ acked: false, level: 2 })
  await devices.stop()
})

test('what came and went before its case began is let go by the system, which acknowledges nothing that stands', async () => {
  const devices = await plant.start()
  await until(() => devices.port('toy') !== undefined)
  await desk.take([reading('level', 85)])
  await desk.take([reading('level', 10)])
  const [alarm] = await plant.rows.alarms()
  await devices.alarms.load('toy', new Date())
  await until(async () => (await plant.rows.alarm('high'))?.closedAt !== null)
  expect(await plant.rows.alarm('high')).toMatchObject({ ackedBy: 'system', caseStarted: null })
  expect(plant.started).toEqual([])
  await desk.store.load('toy', new Date())
  await desk.take([condition('fault', true, { level: 2 })])
  const fault = await plant.rows.alarm('fault')
  const tidying = { kind: 'act', act: 'acknowledge', by: 'system', side: 'city' } as const
  expect(await desk.store.act(fault?.id ?? '', tidying, new Date())).toBe('not-so')
  expect(alarm?.caseStarted).toBeNull()
  await devices.stop()
})

test('the half hour before and after an alarm is kept as its evidence', async () => {
  const now = Date.now()
  const ago = (minutes: number) => new Date(now - minutes * 60_000)
  await desk.take(
    [40, 20, 10].map((minutes) => reading('gas', 1, { at: ago(minutes) })),
    ago(0),
  )
  await desk.take([reading('gas', 60, { at: ago(0) })], ago(0))
  const kept = async () => (await plant.db.select().from(alarmReadings)).length
  expect(await kept()).toBe(2)
  await desk.take(
    [reading('gas', 55, { at: ago(-15) }), reading('gas', 55, { at: ago(-45) })],
    new Date(now + 2_800_000),
  )
  expect(await completeWindows(plant.db, new Date(now + 3_600_000))).toBe(1)
  expect(await kept()).toBe(4)
  expect(await completeWindows(plant.db, new Date(now + 3_600_000))).toBe(0)
  await expect(plant.db.delete(alarmReadings)).rejects.toThrow()
})

test('readers see the alarms and readings of their regions, and never a device’s secret', async () => {
  await desk.take([reading('gas', 60), reading('level', 85, { device: 'D2' })])
  const seen = (regions: string[], owner: string | null) =>
    withScope(
      plant.pool,
      { regions: regions as never, caseRegions: [], owner, person: null },
      async (tx) => [
        (await tx.select({ key: alarms.key }).from(alarms)).map(({ key }) => key),
        (await tx.execute(sql`SELECT 1 FROM readings`)).rows.length,
        (await tx.select({ kind: alarmEvents.kind }).from(alarmEvents)).length,
      ],
    )
  expect(await seen(['330803'], null)).toEqual([['toy/D2/level/high'], 1, 1])
  expect(await seen([], 'e001')).toEqual([['toy/D1/gas/high'], 1, 1])
  expect(await seen(['330824'], null)).toEqual([[], 0, 0])
  const secret = withScope(
    plant.pool,
    { regions: ['330802'], caseRegions: ['330802'], owner: null, person: null },
    (tx) => tx.execute(sql`SELECT secret FROM devices`),
  )
  await expect(secret).rejects.toThrow()
  const outbox = withScope(
    plant.pool,
    { regions: ['330802'], caseRegions: ['330802'], owner: null, person: null },
    (tx) => tx.select().from(alarmOutbox),
  )
  await expect(outbox).rejects.toThrow()
})
