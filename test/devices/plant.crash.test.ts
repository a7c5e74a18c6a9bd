// A tank runs over while the devices process, the worker, Temporal and the plant's own server die: is its alarm called, acknowledged and closed once?
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Child } from '../../bin/infra/children.ts'
import { seedFeeds } from '../../bin/seed/feeds.ts'
import { plantFeed } from '../../bin/simulate/park.ts'
import { alarms } from '../../db/schema/alarms.ts'
import { notices } from '../../db/schema/cases.ts'
import { feedStates, feeds } from '../../db/schema/devices.ts'
import { type Plant, startPlant } from '../../devices/simulators/opcua-plant.ts'
import { tankTags } from '../../devices/simulators/plant-names.ts'
import { acting, ask, expectUnavailable, insist } from '../crash/asking.ts'
import { type House, openHouse, survived } from '../crash/house.ts'
import { factsOf, rungsOf, soundly } from '../crash/story.ts'
import type { PersonAtWork } from '../support/product.ts'

const { node } = tankTags.level
const patience = { timeout: 45_000, interval: 100 }
let house: House
let plant: Plant
let devices: Child
let duty: PersonAtWork
let begin: () => Promise<Plant>

beforeAll(async () => {
  house = await openHouse()
  const { product } = house
  const { db, folder } = product
  await seedFeeds(db, { dataDir: folder, simulators: true })
  await db.update(feeds).set({ enabled: sql`id = ${plantFeed.id}` })
  const [row] = await db.select().from(feeds).where(eq(feeds.id, plantFeed.id))
  const port = Number(new URL(String(row?.settings.url).replace('opc.tcp', 'http')).port)
  begin = () => startPlant({ port, seed: 1, folder: join(folder, 'made-up-plant') })
  plant = await begin()
  devices = await product.launch('devices')
  duty = await product.person('kecheng.duty')
})
afterAll(async () => {
  await devices?.stop('SIGKILL')
  await plant?.stop()
  await house?.close()
})

const connected = () =>
  expect
    .poll(async () => (await house.product.db.select().from(feedStates)).find(({ feed }) => feed === plantFeed.id)?.state, patience)
    .toBe('connected')
const ofTheTank = async () => (await house.product.db.select().from(alarms)).filter(({ condition }) => condition.includes(`${node}.Alarm`))
const alarm = async () => (await ofTheTank())[0]
/** The one case of the tank, as the county's desk finds it in its inbox. */
const inbox = async () =>
  (await duty.get<{ items: { caseId: string; process: string; level: number }[] }>('/api/inbox?box=pool')).items.filter(
    ({ process }) => process === 'alarm-episode',
  )

test('from high to closed, once, through every death', async () => {
  const { product, infra } = house
  await connected()
  plant.tank('level', 85)
  await expect.poll(async () => (await inbox()).map(({ level }) => level), patience).toEqual([2])
  const { caseId: id = '' } = (await inbox())[0] ?? {}

  // What the plant tells while nobody hears it is heard by the next process.
  await devices.stop('SIGKILL')
  plant.tank('level', 95)
  devices = await product.launch('devices')
  await expect.poll(async () => (await inbox()).map(({ level }) => level), patience).toEqual([1])
  expect(await alarm()).toMatchObject({ id, level: 1, active: true, acked: false, synthetic: true })

  // Nobody acknowledges it, and there is no worker: the next superior is called all the same.
  await product.worker.stop('SIGKILL')
  const waited = duty.advance('PT4M').catch(() => undefined)
  await product.restartWorker()
  await waited
  const called = async () => (await product.db.select().from(notices).where(eq(notices.caseId, id))).flatMap(({ rung }) => rung ?? [])
  await expect.poll(async () => [(await called()).includes('again'), (await called()).includes('leader')], patience).toEqual([true, true])
  expect((await rungsOf(product, id)).find(({ rung }) => rung === 'city')?.status).not.toBe('fired')

  // Acknowledged while Temporal is away: said at once that it must wait, done once when it is back, and done in the plant.
  await infra.temporal.kill()
  const wish = acting(id, 'acknowledge', { measures: '已通知停泵' }, 'acknowledged')
  const refused = await ask(duty, wish)
  expectUnavailable(refused, await refused.json())
  expect(plant.alarm(node).acked).toBe(false)
  await infra.restartTemporal()
  await insist(duty, wish)
  await expect.poll(() => plant.alarm(node), patience).toMatchObject({ active: true, acked: true })

  plant.tank('level', 60)
  await expect.poll(async () => (await duty.view(id)).state.en, patience).toContain('to be concluded')
  await plant.stop()
  await expect.poll(async () => (await product.db.select().from(feedStates))[0]?.state, patience).toBe('down')
  plant = await begin()
  await connected()

  await insist(duty, acting(id, 'conclude', { outcome: 'test', findings: '演练结束' }, 'concluded'))
  expect(await duty.view(id)).toMatchObject({ status: 'closed' })
  await expect.poll(async () => (await alarm())?.closedAt ?? null, patience).not.toBeNull()
  expect(await ofTheTank()).toHaveLength(1)
  const types = (await factsOf(product, id)).map(({ type }) => type)
  for (const type of ['raise', 'escalate', 'acknowledge', 'return-to-normal', 'conclude'])
    expect([type, types.filter((one) => one === type).length]).toEqual([type, 1])
  await soundly(product, id)
  await survived(product)
})
