// Does each alarm reach its case once and in its order, the gravest first, whatever is away meanwhile?
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../../db/schema/cases/cases.ts'
import { alarmOutbox, alarms } from '../../../db/schema/devices/alarms.ts'
import { points } from '../../../db/schema/devices/devices.ts'
import { createDispatcher } from '../../../devices/episodes/dispatcher.ts'
import { createPace } from '../../../devices/port/pace.ts'
import { openPlant, type Plant } from '../plant.ts'
import { outboxOf } from './outbox.ts'

let plant: Plant
let now: number
let letGo: string[]
let lines: string[]
const real = Date.now
beforeEach(async () => {
  plant = await openPlant()
  now = real()
  letGo = []
  lines = []
})
afterEach(async () => plant.close())

const dispatcher = (more: Partial<Parameters<typeof createDispatcher>[0]> = {}) =>
  createDispatcher({
    db: plant.db,
    guard: async () => undefined,
    cases: plant.cases,
    process: 'alarms-of-the-test',
    perSecond: 10_000,
    closeUnreported: async (alarm) => void letGo.push(alarm),
    now: () => new Date(now),
    legalNow: async () => new Date(now).toISOString(),
    log: (line: string) => lines.push(line),
    ...more,
  })

const { put, waits } = outboxOf(
  () => plant,
  () => now,
)
const outcomes = async () => (await plant.rows.outbox()).map(({ kind, outcome }) => [kind, outcome])
const sent = async () =>
  (await plant.db.select().from(commands).orderBy(asc(commands.recordedAt))).map(
    ({ type, caseId }) => [type, caseId],
  )

test('the first starts the case, the others are told to it, each as a command of the devices', async () => {
  const alarm = await put()
  await waits(alarm, 'raised', { data: { alarm, kind: 'trapped', text: 'trapped' } })
  await waits(alarm, 'escalated')
  await waits(alarm, 'quality', { data: { stale: true, kind: 'level' } })
  const one = dispatcher()
  expect(await one.round()).toBe(1)
  now += 1
  expect(await one.round()).toBe(1)
  now += 1
  expect(await one.round()).toBe(1)
  expect(plant.started.map((line) => line.split(' ')[0])).toEqual(['start', 'observe', 'observe'])
  expect((await sent()).map(([type]) => type)).toEqual(['raise', 'escalate', 'lose-quality'])
  const [first] = await plant.db.select().from(commands).where(eq(commands.type, 'raise'))
  expect(first).toMatchObject({
    caseId: alarm,
    actor: { kind: 'machine', id: 'devices' },
    body: { kind: 'trapped', latching: false, shelvable: true },
  })
  expect((await plant.rows.alarms())[0]?.caseStarted).not.toBeNull()
  expect(await one.round()).toBe(0)
})

test('a case is told that its point is registered as not to be shelved', async () => {
  const [point] = await plant.db
    .update(points)
    .set({ shelvable: false })
    .where(eq(points.key, 'level'))
    .returning()
  await waits(await put({ pointId: point?.id ?? 0 }), 'raised')
  await dispatcher().round()
  const [first] = await plant.db.select().from(commands).where(eq(commands.type, 'raise'))
  expect(first?.body).toMatchObject({ shelvable: false })
})

test.each([
  ['rtn', 'return-to-normal'],
  ['re-alarm', 're-alarm'],
  ['raised', 're-alarm'],
  ['acked', 'acknowledged-at-plant'],
  ['ended', 'alarm-ended'],
  ['branch', 'note-branch'],
  ['quality', 'regain-quality'],
  ['shelved', 'shelved-at-plant'],
])('%s is told as %s', async (kind, type) => {
  const alarm = await put({ caseStarted: new Date(now).toISOString() })
  await waits(alarm, kind, { data: { stale: false, event: 'e1' } })
  await dispatcher().round()
  expect(await sent()).toEqual([[type, alarm]])
})

test('the gravest first, then the newest; none before its time', async () => {
  const order: string[] = []
  const [blue, red, red2, later] = [await put(), await put(), await put(), await put()]
  await waits(blue, 'raised', { level: 3 })
  await waits(red, 'raised', { level: 1 })
  await waits(red2, 'raised', { level: 1 })
  await waits(later, 'raised', { level: 1, notBefore: new Date(now + 300_000).toISOString() })
  const cases = {
    ...plant.cases,
    start: async ({ caseId }: { caseId: string }) => void order.push(caseId),
  }
  await dispatcher({ cases, together: 1 }).round()
  expect(order).toEqual([red2, red, blue])
  now += 300_000
  await dispatcher({ cases }).round()
  expect(order.at(-1)).toBe(later)
})

test('what came and went before anybody was told is recorded, not told, and let go', async () => {
  const gone = await put({ active: false, standing: 'returned' })
  await waits(gone, 'raised', { notBefore: new Date(now + 300_000).toISOString() })
  await waits(gone, 'rtn')
  expect(await dispatcher().round()).toBe(2)
  expect(await outcomes()).toEqual([
    ['raised', 'fleeting'],
    ['rtn', 'fleeting'],
  ])
  expect(letGo).toEqual([gone])
  expect(plant.started).toEqual([])
})

test('promise (alarms): what rings again while it is let go of as having come and gone is told', async () => {
  const alarm = await put({ active: false, standing: 'returned' })
  await waits(alarm, 'raised')
  await waits(alarm, 'rtn')
  let rang = false
  const guard = async (): Promise<void> => {
    if (rang) return
    rang = true
    await plant.db.update(alarms).set({ active: true, standing: 'unacknowledged' })
    await waits(alarm, 're-alarm', { level: 1 })
  }
  const one = dispatcher({ guard })
  for (let n = 0; n < 3; n++) await one.round()
  expect([plant.started[0], letGo]).toEqual([`start ${alarm}`, []])
  expect((await sent()).map(([type]) => type)).toContain('re-alarm')
})

test('what is noted of an alarm just as its case is told of it waits for no other', async () => {
  const alarm = await put()
  const row = await waits(alarm, 'raised')
  let guards = 0
  let other: Promise<unknown> = Promise.resolve()
  const guard = async (): Promise<void> => {
    guards += 1
    if (guards !== 2) return
    const held = Promise.withResolvers<void>()
    other = plant.db.transaction(async (tx) => {
      await tx.update(alarms).set({ text: 'higher' }).where(eq(alarms.id, alarm))
      held.resolve()
      await new Promise((resolve) => setTimeout(resolve, 500))
      await tx.update(alarmOutbox).set({ level: 1 }).where(eq(alarmOutbox.id, row))
    })
    await held.promise
  }
  expect(await dispatcher({ guard }).round()).toBe(1)
  await expect(other).resolves.toBeUndefined()
})

test.each([
  ['fire of the first level', { kind: 'fire', condition: 'fire', level: 1 as const }],
  ['what is latched', { latched: true, standing: 'latched' as const }],
])('but %s is told though it is over', async (_, more) => {
  const alarm = await put({ active: false, standing: 'returned', ...more })
  await waits(alarm, 'raised')
  await waits(alarm, 'rtn')
  const one = dispatcher()
  await one.round()
  await one.round()
  expect((await sent()).map(([type]) => type).sort()).toEqual(['raise', 'return-to-normal'])
  expect(letGo).toEqual([])
})

test('the return of an alarm that had no case is no case either', async () => {
  const alarm = await put({ active: false })
  await waits(alarm, 'rtn')
  await dispatcher().round()
  expect(await outcomes()).toEqual([['rtn', 'recorded']])
})

describe('away', () => {
  test('Temporal: the rows wait, said once; when it is back each is told once under its one command', async () => {
    const alarm = await put()
    await waits(alarm, 'raised')
    plant.broken.cases = true
    const one = dispatcher()
    await one.round()
    await one.round()
    expect(lines).toEqual(['alarms wait, the cases cannot be reached: Temporal is away'])
    expect(await plant.rows.outbox()).toMatchObject([
      { kind: 'raised', outcome: null, attempts: 0, error: null },
    ])
    plant.broken.cases = false
    // Another process, which knows nothing of the pause.
    await dispatcher().round()
    expect(plant.started).toEqual([`start ${alarm}`])
    expect(await sent()).toHaveLength(1)
  })

  test('killed between the telling and the note of it: told again under the same command', async () => {
    const alarm = await put({ caseStarted: new Date(now).toISOString() })
    await waits(alarm, 'escalated')
    let guards = 0
    const dying = dispatcher({
      guard: async () => {
        guards += 1
        if (guards === 2) throw new Error('killed')
      },
    })
    await dying.round()
    await dispatcher().round()
    expect(new Set(plant.started).size).toBe(1)
    expect(plant.started).toHaveLength(2)
    expect(await sent()).toHaveLength(1)
  })

  test('a version without the process says so, and loses nothing', async () => {
    await waits(await put(), 'raised')
    const one = dispatcher({ process: null })
    await one.round()
    await one.round()
    expect(lines).toEqual(['1 alarms wait: this version has no process for them'])
    expect(await outcomes()).toEqual([['raised', null]])
  })
})

test('no more than so many a second', async () => {
  const pace = createPace(50)
  const began = real()
  for (let n = 0; n < 60; n++) await pace()
  expect(real() - began).toBeGreaterThanOrEqual(150)
  expect(real() - began).toBeLessThan(20_000)
})

describe('a row that cannot be delivered for a reason of its own', () => {
  test('holds up no other, is seen with its error, and is tried again later and later', async () => {
    const [poison, fine] = [await put(), await put()]
    const odd = await waits(fine, 'raised')
    const bad = await waits(poison, 'raised', { level: 1 })
    const cases = { ...plant.cases, start: refusing(poison) }
    const one = dispatcher({ cases })
    expect(await one.round()).toBe(1)
    const row = async () => (await plant.rows.outbox()).find(({ id }) => id === bad)
    expect(await row()).toMatchObject({
      attempts: 1,
      doneAt: null,
      error: 'TypeError: no such process',
    })
    expect((await plant.rows.outbox()).find(({ id }) => id === odd)?.outcome).toBe('delivered')
    expect(await one.round()).toBe(0)
    now += 31_000
    await one.round()
    expect(await row()).toMatchObject({ attempts: 2 })
    now += 31_000
    await one.round()
    expect(await row()).toMatchObject({ attempts: 2 })
  })

  test('a person need not wait for that; what is dealt with, and what must wait for an earlier one, is said to be so', async () => {
    const alarm = await put()
    const [first, second] = [await waits(alarm, 'raised'), await waits(alarm, 'escalated')]
    const failing = dispatcher({ cases: { ...plant.cases, start: refusing(alarm) } })
    await failing.round()
    expect(await failing.again(first)).toEqual({
      state: 'failed',
      error: 'TypeError: no such process',
    })
    expect(await failing.again(second)).toEqual({ state: 'waits' })
    const one = dispatcher()
    expect(await one.again(first)).toEqual({ state: 'delivered' })
    expect(await one.again(first)).toEqual({ state: 'over' })
    expect(await one.again(second)).toEqual({ state: 'delivered' })
    expect((await sent()).map(([type]) => type)).toEqual(['raise', 'escalate'])
  })
})

const refusing =
  (alarm: string) =>
  async ({ caseId }: { caseId: string }): Promise<void> => {
    if (caseId === alarm) throw new TypeError('no such process')
  }
