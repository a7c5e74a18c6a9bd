// What becomes of a ring that meets a case which has ended?
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commands } from '../../../db/schema/cases/cases.ts'
import { alarms, deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { caseHasClosed } from '../../../devices/episodes/closed-cases.ts'
import { createDispatcher } from '../../../devices/episodes/dispatcher.ts'
import { toProblem } from '../../../domain/language/errors.ts'
import { openPlant, type Plant } from '../plant.ts'
import { caseOf, outboxOf } from './outbox.ts'

let plant: Plant
let now: number
let lines: string[]
beforeEach(async () => {
  plant = await openPlant()
  now = Date.now()
  lines = []
})
afterEach(async () => plant.close())

const { put, waits } = outboxOf(
  () => plant,
  () => now,
)
const dispatcher = () =>
  createDispatcher({
    db: plant.db,
    guard: async () => undefined,
    cases: plant.cases,
    process: 'alarms-of-the-test',
    perSecond: 10_000,
    closeUnreported: async () => undefined,
    now: () => new Date(now),
    legalNow: async () => new Date(now).toISOString(),
    log: (line: string) => lines.push(line),
  })
const began = () => ({ caseStarted: new Date(now).toISOString() })
const rows = async () =>
  (await plant.rows.outbox()).map(({ kind, outcome, error }) => [kind, outcome, error])
const undelivered = ['re-alarm', null, 'DomainError: case-closed']

test('promise (alarms): what rings is never taken as delivered to a case that has ended: people see that it is not, until its alarm has ended too', async () => {
  const alarm = await put(began())
  await caseOf(plant, alarm, 'closed')
  await waits(alarm, 're-alarm')
  await waits(alarm, 'rtn')
  const one = dispatcher()
  await one.round()
  expect(await rows()).toEqual([undelivered, ['rtn', null, null]])
  expect(plant.started).toEqual([])
  const asked = async () => await plant.db.select().from(deviceCommands)
  expect(await asked()).toMatchObject([{ alarm, verb: 'begin-anew', by: 'system' }])
  now += 31_000
  await one.round()
  expect(await asked(), 'asked once, until somebody has done it').toHaveLength(1)
  await plant.db.update(alarms).set({ closedAt: new Date(now).toISOString() })
  for (let n = 0; n < 2; n++) {
    now += 300_000
    await one.round()
  }
  expect(await rows()).toEqual([
    ['re-alarm', 'refused', null],
    ['rtn', 'refused', null],
  ])
})

test.each([
  ['by the process that told it', dispatcher],
  ['by the one after it', null],
])('a case that ended while it was told is found by its answer, %s', async (_, same) => {
  const alarm = await put(began())
  await waits(alarm, 're-alarm')
  const one = dispatcher()
  await one.round()
  expect((await rows())[0]?.[1]).toBe('delivered')
  await plant.db
    .update(commands)
    .set({ answer: { ok: false, problem: toProblem(caseHasClosed()) } })
    .where(eq(commands.caseId, alarm))
  await caseOf(plant, alarm, 'closed')
  now += 10_000
  await (same ? one : dispatcher()).round()
  expect(await rows()).toEqual([undelivered])
  expect(lines).toEqual([expect.stringContaining('a case had ended when it was told')])
})

test('what a case that goes on has taken is told once', async () => {
  const alarm = await put(began())
  await caseOf(plant, alarm, 'open')
  await waits(alarm, 're-alarm')
  const one = dispatcher()
  await one.round()
  await plant.db.update(commands).set({ answer: { ok: true, revision: 2, material: 2 } })
  now += 10_000
  await one.round()
  expect(await rows()).toEqual([['re-alarm', 'delivered', null]])
})
