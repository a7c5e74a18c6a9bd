// Does what rings after its case has ended open one new case, whatever is killed meanwhile?
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alarms, deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { createCommands } from '../../../devices/episodes/commands.ts'
import { createDispatcher } from '../../../devices/episodes/dispatcher.ts'
import type { Devices } from '../../../devices/service.ts'
import { type Desk, openDesk } from '../desk.ts'
import { condition, openPlant, type Plant, signIn, until } from '../plant.ts'
import { caseOf } from './outbox.ts'

let plant: Plant
let desk: Desk | null
let running: Devices | null
beforeEach(async () => {
  plant = await openPlant()
  ;[desk, running] = [null, null]
})
afterEach(async () => {
  await desk?.close()
  await running?.stop()
  await plant.close()
})

const fault = (level: 1 | 2 | 3) => condition('fault', true, { level })
const commandsOf = ({ store }: Desk) =>
  createCommands({
    db: plant.db,
    alarms: store,
    feeds: () => ['toy'],
    send: () => false,
    now: () => new Date(),
  })
const dispatcher = () =>
  createDispatcher({
    db: plant.db,
    guard: async () => undefined,
    cases: plant.cases,
    process: 'alarms-of-the-test',
    perSecond: 10_000,
    closeUnreported: async () => undefined,
    now: () => new Date(),
    legalNow: async () => new Date().toISOString(),
    log: () => undefined,
  })
const rows = async () =>
  (await plant.rows.alarms()).map(({ id, standing, closedAt, seq, rang }) => ({
    id,
    standing,
    open: closedAt === null,
    seq,
    rang,
  }))
const outbox = async (alarm: string) =>
  (await plant.rows.outbox())
    .filter((one) => one.alarm === alarm)
    .map(({ kind, outcome }) => [kind, outcome])

/** Told to its case, which has ended; then it rings again. */
const ringsAfterItsCase = async (of: Desk): Promise<string> => {
  await of.take([fault(2)])
  await dispatcher().round()
  const [alarm] = await plant.rows.alarms()
  const id = alarm?.id ?? ''
  await caseOf(plant, id, 'closed')
  await of.take([fault(1)])
  await dispatcher().round()
  return id
}

test('promise (alarms): what rings after its case has ended is a new alarm with a case of its own, opened once however often its devices process is killed', async () => {
  desk = await openDesk(plant)
  const first = await ringsAfterItsCase(desk)
  const commands = commandsOf(desk)
  desk.allowed.yes = false
  await expect(commands.round(), 'killed before it is written').rejects.toThrow('fenced off')
  expect(await rows()).toMatchObject([{ id: first, open: true }])
  desk.allowed.yes = true
  await commands.round()
  await plant.db.update(deviceCommands).set({ state: 'waiting', doneAt: null, sentAt: null })
  await commandsOf(desk).round()
  const [old, anew, more] = await rows()
  expect([old, more]).toEqual([
    { id: first, standing: 'normal', open: false, seq: 3, rang: 2 },
    undefined,
  ])
  expect(anew).toMatchObject({ standing: 'unacknowledged', open: true, seq: 1, rang: 1 })
  expect(await outbox(first)).toEqual([
    ['raised', 'delivered'],
    ['escalated', 'refused'],
  ])
  for (let n = 0; n < 3; n++) await dispatcher().round()
  expect(plant.started).toEqual([`start ${first}`, `start ${anew?.id}`])
  expect((await plant.rows.alarms())[1]).toMatchObject({ level: 1, active: true })
  const acknowledged = { kind: 'act', act: 'acknowledge', by: 'dan', side: 'city' } as const
  expect(await desk.store.act(anew?.id ?? '', acknowledged, new Date())).toBeNull()
})

test('another process that takes the feed over goes on with the new alarm', async () => {
  desk = await openDesk(plant)
  await ringsAfterItsCase(desk)
  await commandsOf(desk).round()
  await desk.close()
  desk = await openDesk(plant)
  await desk.take([condition('fault', false)])
  expect(await rows()).toMatchObject([{ open: false }, { standing: 'returned', open: true }])
})

test('what is latched and rang meanwhile is told as it stands', async () => {
  desk = await openDesk(plant)
  await desk.take([condition('fire', true, { level: 2 })])
  await dispatcher().round()
  const [alarm] = await plant.rows.alarms()
  await caseOf(plant, alarm?.id ?? '', 'closed')
  await desk.take([condition('fire', true, { level: 1 }), condition('fire', false)])
  await dispatcher().round()
  await commandsOf(desk).round()
  const anew = (await plant.rows.alarms()).find(({ closedAt }) => closedAt === null)
  expect(anew).toMatchObject({ standing: 'latched', level: 1, chattering: false })
  for (let n = 0; n < 2; n++) await dispatcher().round()
  expect(await outbox(anew?.id ?? '')).toEqual([
    ['raised', 'delivered'],
    ['rtn', 'delivered'],
  ])
})

test('the devices process does it by itself', async () => {
  running = await plant.start()
  const one = running
  await until(() => one.port('toy') !== undefined)
  const caller = await signIn(one.port('toy') ?? 0)
  const tells = async (level: 1 | 2, n: number) => {
    caller.send(JSON.stringify([fault(level)]))
    await until(() => caller.lines().includes(`ok ${n}`))
  }
  await tells(2, 1)
  await until(() => plant.started.length === 1)
  const [alarm] = await plant.rows.alarms()
  await until(async () => (await plant.rows.alarms())[0]?.caseStarted != null)
  await caseOf(plant, alarm?.id ?? '', 'closed')
  await tells(1, 2)
  await until(() => plant.started.length === 2)
  const [anew] = await plant.db.select().from(alarms).where(eq(alarms.standing, 'unacknowledged'))
  expect(plant.started[1]).toBe(`start ${anew?.id}`)
  caller.end()
})
