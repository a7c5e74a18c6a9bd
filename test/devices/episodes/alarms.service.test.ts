// Do alarms stay true in PostgreSQL: one transaction, restarts, rivals, floods, evidence?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alarmEvents, alarmOutbox, alarmStates, alarms } from '../../../db/schema/devices/alarms.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { type Desk, openDesk } from '../desk.ts'
import { condition, openPlant, type Plant, reading } from '../plant.ts'

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

const soon = (ms: number) => new Date(Date.now() + ms)

describe('one transaction', () => {
  test('an alarm, its event, its evaluation and what its case is to hear', async () => {
    await desk.take([reading('level', 85)])
    const [alarm] = await plant.rows.alarms()
    expect(alarm).toMatchObject({
      key: 'toy/D1/level/high',
      condition: 'high',
      kind: 'level',
      level: 3,
      value: 85,
      limit: 80,
      standing: 'unacknowledged',
      policy: 'episode',
      text: '一号罐 液位 高报：85%（限值80%）',
      region: '330802',
      enterprise: 'e001',
      synthetic: false,
      seq: 1,
      caseStarted: null,
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
    expect(Date.parse(waiting?.notBefore ?? '') - Date.parse(waiting?.createdAt ?? '')).toBe(
      300_000,
    )
    expect(await plant.db.select().from(alarmStates)).toHaveLength(1)
  })

  test('who has lost the line writes nothing, and knows nothing that is not written', async () => {
    desk.allowed.yes = false
    await expect(desk.take([reading('gas', 60)])).rejects.toThrow('fenced off')
    expect(await plant.rows.alarms()).toEqual([])
    desk.allowed.yes = true
    await desk.take([reading('gas', 60)])
    expect(await plant.rows.events()).toEqual(['raised'])
  })

  test('alarms are stored before readings, and a second try of both stores each once', async () => {
    await plant.db.execute(sql`ALTER TABLE readings ADD CONSTRAINT broken CHECK (false) NOT VALID`)
    const said = [reading('gas', 60)]
    await expect(desk.take(said)).rejects.toThrow()
    expect(await plant.rows.events()).toEqual(['raised'])
    await plant.db.execute(sql`ALTER TABLE readings DROP CONSTRAINT broken`)
    await desk.take(said)
    expect(await plant.rows.events()).toEqual(['raised'])
    expect((await plant.db.execute(sql`SELECT 1 FROM readings`)).rows).toHaveLength(1)
  })

  test('what is only recorded has no case, and closes by itself', async () => {
    await desk.take([condition('fault', true, { level: 4 })])
    expect((await plant.rows.alarms())[0]).toMatchObject({
      policy: 'record',
      level: 4,
      closedAt: null,
    })
    await desk.take([condition('fault', false, { level: 4 })])
    expect((await plant.rows.alarms())[0]?.closedAt).not.toBeNull()
    expect(await plant.rows.outbox()).toEqual([])
  })

  test('what becomes worse waits no longer', async () => {
    await desk.take([reading('level', 85)])
    await desk.take([reading('level', 95)])
    const waiting = await plant.rows.outbox()
    expect(waiting.map(({ kind }) => kind)).toEqual(['raised', 'escalated'])
    for (const { notBefore } of waiting)
      expect(Date.parse(notBefore)).toBeLessThanOrEqual(Date.now())
  })

  describe('of a case that has begun', () => {
    const waiting = async () =>
      (await plant.rows.outbox())
        .filter(({ doneAt }) => doneAt === null)
        .map(({ kind, createdAt, notBefore }) => [kind, createdAt === notBefore])
    const begins = async () => {
      const at = new Date().toISOString()
      await plant.db.update(alarms).set({ caseStarted: at })
      await plant.db.update(alarmOutbox).set({ doneAt: at, outcome: 'delivered' })
    }

    test('a new ring waits for nothing', async () => {
      await desk.take([condition('fault', true, { level: 3 })])
      await begins()
      await desk.take([condition('fault', false, { level: 3 })], soon(1))
      await desk.take([condition('fault', true, { level: 3 })], soon(2))
      expect(await waiting()).toEqual([
        ['rtn', true],
        ['re-alarm', true],
      ])
    })

    test('the return is told also where it had eased to what is only recorded', async () => {
      await desk.take([condition('fault', true, { level: 3 })])
      await begins()
      await desk.take([condition('fault', true, { level: 4 })], soon(1))
      await desk.take([condition('fault', false, { level: 4 })], soon(2))
      expect(await waiting()).toEqual([['rtn', true]])
    })

    test('it is told that an acknowledgement of what has returned has ended it', async () => {
      await desk.take([condition('fault', true, { level: 3 })])
      await begins()
      await desk.take([condition('fault', false, { level: 3 })], soon(1))
      const [alarm] = await plant.rows.alarms()
      const act = { kind: 'act', act: 'acknowledge', by: 'dan', side: 'city' } as const
      await desk.store.act(alarm?.id ?? '', act, soon(2))
      expect((await plant.rows.alarms())[0]).toMatchObject({ standing: 'normal' })
      expect(await waiting()).toEqual([
        ['rtn', true],
        ['ended', true],
      ])
    })
  })

  test('one waiting row per alarm and kind: the newer replaces the older', async () => {
    await desk.take([condition('fault', true, { level: 2 })])
    for (let n = 0; n < 3; n++) {
      await desk.take([condition('fault', false, { level: 2 })], soon(n * 2 + 1))
      await desk.take([condition('fault', true, { level: 2 })], soon(n * 2 + 2))
    }
    const rows = await plant.rows.outbox()
    expect(
      rows
        .filter(({ doneAt }) => doneAt === null)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['raised', 're-alarm', 'rtn'])
    expect(
      new Set(rows.filter(({ doneAt }) => doneAt !== null).map(({ outcome }) => outcome)),
    ).toEqual(new Set(['replaced']))
  })
})

describe('restarts and rivals', () => {
  test('what had begun before a restart goes on after it', async () => {
    await desk.take([reading('gas', 60)])
    await plant.db.execute(sql`UPDATE points SET on_delay = 60 WHERE key = 'level'`)
    await desk.registry.refresh()
    await desk.take([reading('level', 85, { device: 'D2' })])
    const next = await openDesk(plant)
    await next.store.tick(soon(61_000))
    expect((await plant.rows.alarms()).map(({ condition: one }) => one)).toEqual(['high', 'high'])
    await next.take([reading('gas', 0)])
    const [gas] = await plant.db.select().from(alarms).where(eq(alarms.kind, 'gas'))
    expect(gas).toMatchObject({ standing: 'latched', seq: 3 })
    await next.close()
  })

  test('the same event after a restart is heard once', async () => {
    const fire = condition('fire', true)
    await desk.take([fire])
    await desk.take([condition('fire', false)])
    const next = await openDesk(plant)
    await next.take([fire])
    expect((await plant.rows.alarm('fire'))?.active).toBe(false)
    await next.close()
  })

  test('two who judge the same alarm: the slower one judges anew', async () => {
    const rival = await openDesk(plant)
    await desk.take([condition('fire', true)])
    await rival.take([condition('fire', true)])
    await rival.take([condition('fire', false)])
    await desk.take([condition('fire', false)])
    expect(await plant.rows.alarms()).toHaveLength(1)
    expect(await plant.rows.events()).toEqual(['raised', 'fleeting', 'rtn'])
    await rival.close()
  })
})

test('an episode ends and a new one is another row; what has closed stays closed', async () => {
  await desk.take([condition('fault', true, { level: 2 })])
  const [first] = await plant.rows.alarms()
  await desk.store.act(
    first?.id ?? '',
    { kind: 'act', act: 'acknowledge', by: 'p1', side: 'city' },
    new Date(),
  )
  await desk.take([condition('fault', false, { level: 2 })])
  await desk.take([condition('fault', true, { level: 2 })], soon(50))
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
  expect(
    await desk.store.act(
      randomUUID(),
      { kind: 'act', act: 'reset', by: 'p', side: 'city' },
      new Date(),
    ),
  ).toBeUndefined()
})

test('a device that names points without end is still heard, but they are one', async () => {
  const strict = await openDesk(plant, { mostOfDevice: 2 })
  for (const point of ['a', 'b', 'c', 'd']) await strict.take([condition('fire', true, { point })])
  expect((await plant.rows.alarms()).map(({ point, active }) => [point, active])).toEqual([
    ['a', true],
    ['b', true],
    ['…', true],
  ])
  // Which of them is over cannot be told apart; the reset of the panel ends them.
  await strict.take([condition('fire', false, { point: 'c' })])
  expect((await plant.rows.alarms()).at(-1)?.active).toBe(true)
  await strict.take([condition('fire', false, { point: 'panel', covers: 'below' })])
  expect((await plant.rows.alarms()).at(-1)?.active).toBe(false)
  await strict.close()
})

test('the reset of a panel ends what stands below it, and nothing else', async () => {
  await desk.take([
    condition('fire', true, { point: '1/40/1' }),
    condition('fire', true, { point: '1/40/2' }),
    condition('fire', true, { point: '10/1' }),
  ])
  await desk.take([condition('fire', false, { point: '1', covers: 'below' })])
  const standing = await plant.rows.alarms()
  expect(Object.fromEntries(standing.map(({ point, active }) => [point, active]))).toEqual({
    '1/40/1': false,
    '1/40/2': false,
    '10/1': true,
  })
})

test('a simulator’s alarm is an exercise', async () => {
  await desk.take([reading('level', 85, { device: 'D2' })])
  expect((await plant.rows.alarms())[0]).toMatchObject({ synthetic: true, region: '330803' })
  expect((await plant.rows.outbox())[0]?.data).toMatchObject({ synthetic: true })
})

test('a flood at one site: one alarm for all, gas of the first level passes, what still stands is told when it ends', async () => {
  const start = Date.now()
  const many = Array.from({ length: 14 }, (_, n) =>
    condition('fault', true, { level: 2, point: `p${n}` }),
  )
  await desk.take(many, new Date(start))
  await desk.take([reading('gas', 60)], new Date(start + 10))
  const all = await plant.rows.alarms()
  const flood = all.find(({ condition: one }) => one === 'flood')
  expect(flood).toMatchObject({ level: 2, active: true, site: 'e001' })
  expect(all.filter((one) => one.flood === flood?.id)).toHaveLength(4)
  const told = (await plant.rows.outbox()).map(({ alarm }) => alarm)
  expect(told).toHaveLength(13)
  expect(told).toContain(all.find(({ kind }) => kind === 'gas')?.id)
  await desk.take([condition('fault', false, { level: 2, point: 'p13' })], new Date(start + 20))
  await desk.store.tick(new Date(start + 600_100))
  expect((await plant.rows.alarm('flood'))?.active).toBe(false)
  const after = (await plant.rows.outbox()).slice(13)
  expect(after.filter(({ kind }) => kind === 'raised')).toHaveLength(3)
  expect(
    after
      .filter(({ kind }) => kind === 'raised')
      .map(({ data }) => [data.device, data.condition, data.level]),
  ).toEqual([
    ['一号罐', 'high', 1],
    ['一号罐', 'fault', 2],
    ['一号罐', 'fault', 2],
  ])
})
