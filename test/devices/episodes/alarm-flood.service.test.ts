// Do the alarms of a flood reach their cases once it is over, and go on reaching them?
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alarmOutbox, alarms } from '../../../db/schema/devices/alarms.ts'
import { panel } from '../alarms/sensing.ts'
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

const start = Date.now()
const after = (seconds: number) => new Date(start + seconds * 1_000)
const over = 601

const fault = (point: string, active: boolean, seconds: number, level: 1 | 2 = 2, name = 'fault') =>
  condition(name, active, { level, point, at: after(seconds).toISOString() })
const take = (seconds: number, ...said: ReturnType<typeof fault>[]) =>
  desk.take(said, after(seconds))

/** Fourteen faults at once, so that p11 to p13 hang on the flood; what is heard at one second more comes into it too. */
const flood = async (...more: ReturnType<typeof fault>[]) => {
  await take(0, ...Array.from({ length: 14 }, (_, n) => fault(`p${n}`, true, 0)))
  if (more.length > 0) await take(1, ...more)
}
const alarmAt = async (point: string) =>
  (await plant.db.select().from(alarms).where(eq(alarms.point, point))).at(-1)
/** What the case of the alarm is still to hear, in its order. */
const waiting = async (point: string) => {
  const { id = '' } = (await alarmAt(point)) ?? {}
  const rows = await plant.db
    .select()
    .from(alarmOutbox)
    .where(eq(alarmOutbox.alarm, id))
    .orderBy(asc(alarmOutbox.id))
  return rows.filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind)
}
const begun = async (point: string) => {
  const { id = '' } = (await alarmAt(point)) ?? {}
  const at = after(over).toISOString()
  await plant.db
    .update(alarmOutbox)
    .set({ doneAt: at, outcome: 'delivered' })
    .where(eq(alarmOutbox.alarm, id))
  await plant.db.update(alarms).set({ caseStarted: at }).where(eq(alarms.id, id))
}

test('whose case has begun hears that it returned, rose again and became worse, and hangs on the flood in the list as before', async () => {
  await flood()
  expect(await waiting('p12')).toEqual([])
  await desk.store.tick(after(over))
  expect(await waiting('p12')).toEqual(['raised'])
  await begun('p12')
  await take(over + 20, fault('p12', false, over + 20))
  expect(await waiting('p12')).toEqual(['rtn'])
  await take(over + 40, fault('p12', true, over + 40))
  await take(over + 60, fault('p12', true, over + 60, 1))
  expect(await waiting('p12')).toEqual(['rtn', 're-alarm', 'escalated'])
  expect((await alarmAt('p12'))?.flood).toBe((await plant.rows.alarm('flood'))?.id)
})

test('what returned in the flood and rises after it has its case then', async () => {
  await flood()
  await take(20, fault('p12', false, 20))
  await desk.store.tick(after(over))
  expect(await waiting('p12')).toEqual([])
  await take(over + 20, fault('p12', true, over + 20))
  expect(await waiting('p12')).toEqual(['re-alarm'])
})

test('what latched is told though it returned in the flood, first that it rang and then that it is over', async () => {
  await flood(fault('g1', true, 1, 2, 'gas'))
  await take(20, fault('g1', false, 20, 2, 'gas'))
  expect(await waiting('g1')).toEqual([])
  await desk.store.tick(after(over))
  expect(await waiting('g1')).toEqual(['raised', 'rtn'])
})

test('whose quality was lost in the flood: the case is told that nobody knows better', async () => {
  await flood()
  const lost = desk.store.open(({ point }) => point === 'p12')[0]
  expect(lost).toBeDefined()
  if (lost) {
    const trust = {
      about: lost.about,
      input: { kind: 'trust' as const, good: false },
      now: after(20),
      parameters: panel,
    }
    await desk.store.apply([trust])
  }
  await desk.store.tick(after(over))
  expect(await waiting('p12')).toEqual(['raised', 'quality'])
})

test('a second flood holds back what nobody was told of, and nothing of what has its case', async () => {
  await flood()
  await take(20, fault('p13', false, 20))
  await desk.store.tick(after(over))
  await begun('p12')
  await take(700, ...Array.from({ length: 12 }, (_, n) => fault(`q${n}`, true, 700)))
  expect(await plant.rows.alarm('flood')).toMatchObject({ active: true })
  await take(720, fault('p12', false, 720), fault('p13', true, 720))
  expect([await waiting('p12'), await waiting('p13')]).toEqual([['rtn'], []])
  await desk.store.tick(after(700 + over))
  expect(await waiting('p13')).toEqual(['raised'])
})

test('gas that passed at its first level and eased in the flood is told that it returned', async () => {
  await flood(fault('g1', true, 1, 1, 'gas'))
  expect(await waiting('g1')).toEqual(['raised'])
  await take(20, fault('g1', true, 20, 2, 'gas'))
  await take(40, fault('g1', false, 40, 2, 'gas'))
  expect(await waiting('g1')).toEqual(['raised', 'rtn'])
})

test('a process that takes over after the flood tells the cases of it', async () => {
  await flood()
  await desk.store.tick(after(over))
  await begun('p12')
  const next = await openDesk(plant)
  await next.take([fault('p12', false, over + 20)], after(over + 20))
  expect(await waiting('p12')).toEqual(['rtn'])
  await next.close()
})
