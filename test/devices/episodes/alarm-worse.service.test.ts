// What was shelved and becomes worse: does its case hear it, is it off the shelf of the desk, and is the plant asked to take it off its own?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { createCommands } from '../../../devices/episodes/commands.ts'
import type { Command } from '../../../devices/port/port.ts'
import { type Desk, openDesk } from '../desk.ts'
import { condition, openPlant, type Plant } from '../plant.ts'

let plant: Plant
let desk: Desk
beforeEach(async () => {
  plant = await openPlant()
  desk = await openDesk(plant)
})
afterEach(async () => {
  await desk.close()
  await plant.close()
})

test('gas that was shelved at its second level and rises to the first', async () => {
  const start = Date.now()
  const at = (seconds: number) => new Date(start + seconds * 1_000)
  const gas = (level: 1 | 2, seconds: number) =>
    desk.take([condition('gas', true, { level, at: at(seconds).toISOString() })], at(seconds))
  await gas(2, 0)
  const { id = '' } = (await plant.rows.alarm('gas')) ?? {}
  const act = {
    kind: 'act',
    act: 'shelve',
    by: 'p7',
    side: 'city',
    until: at(8 * 3600).toISOString(),
    reason: '检修',
  } as const
  expect(await desk.store.act(id, act, at(10))).toBeNull()
  expect(await plant.rows.alarm('gas')).toMatchObject({ shelvedBy: 'p7' })
  await gas(1, 20)
  expect(await plant.rows.alarm('gas')).toMatchObject({
    level: 1,
    shelvedUntil: null,
    shelvedBy: null,
    standing: 'unacknowledged',
  })
  expect((await plant.rows.outbox()).map(({ kind }) => kind)).toEqual([
    'raised',
    'escalated',
    'unshelved',
  ])
  const deviceCommand = { verb: 'unshelve', alarm: id, by: 'system', state: 'waiting' }
  expect(await plant.db.select().from(deviceCommands)).toMatchObject([deviceCommand])
  const sent: Command[] = []
  const commands = createCommands({
    db: plant.db,
    alarms: desk.store,
    feeds: () => ['toy'],
    now: () => at(30),
    send: (command) => sent.push(command) > 0,
  })
  await commands.round()
  expect(sent).toMatchObject([{ verb: 'unshelve', device: 'D1', args: { condition: 'gas' } }])
  expect(await plant.db.select().from(deviceCommands)).toMatchObject([
    { ...deviceCommand, state: 'sent' },
  ])
  expect((await plant.rows.events()).filter((kind) => kind === 'unshelved')).toHaveLength(1)
})
