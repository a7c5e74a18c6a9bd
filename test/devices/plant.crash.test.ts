// A tank runs over while the devices process, the API, the worker, Temporal and the plant’s own server die: does the desk see it, and close it once?
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Child } from '../../bin/infra/children.ts'
import { seedFeeds } from '../../bin/seed/feeds.ts'
import { plantFeed } from '../../bin/simulate/park.ts'
import { notices } from '../../db/schema/cases/cases.ts'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { feeds } from '../../db/schema/devices/devices.ts'
import { type Plant, startPlant } from '../../devices/simulators/opcua-plant.ts'
import { tankTags } from '../../devices/simulators/plant-names.ts'
import { acting, insist } from '../crash/asking.ts'
import { type House, openHouse, survived } from '../crash/house.ts'
import { escalationLevelsOf, factsOf, soundly } from '../crash/story.ts'
import { axeFindings, launch, letIn, open } from '../support/browser/browser.ts'
import { shot } from '../support/browser/shot.ts'
import type { PersonAtWork } from '../support/servers/product.ts'
import { rang, watching } from './desk-watch.ts'

const { node } = tankTags.level
const patience = { timeout: 45_000, interval: 100 }
const seen = { timeout: 45_000 }
let house: House
let browser: Browser
let desk: Page
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
  browser = await launch()
  desk = await sitDown()
})
afterAll(async () => {
  await browser?.close()
  await devices?.stop('SIGKILL')
  await plant?.stop()
  await house?.close()
})

/** At the desk with the sound on and the lines unfolded. */
const sitDown = async (): Promise<Page> => {
  const visitor = await open(browser, house.product.base)
  await letIn(visitor, duty.username)
  await visitor.page.goto('/duty')
  await visitor.page.locator('.duty-sound').click()
  await visitor.page.locator('.duty-sound[data-sound="on"]').waitFor()
  await visitor.page.getByRole('button', { name: '展开各路' }).click()
  return visitor.page
}
/** What the desk says of the line to the plant. */
const untilState = (state: string) =>
  desk.locator('.duty-feeds tr', { hasText: plantFeed.name }).getByText(state).waitFor(seen)
const row = (attributes = '') => desk.locator(`.duty-row${attributes}`).waitFor(seen)
const ofTheTank = async () =>
  (await house.product.db.select().from(alarms)).filter(({ condition }) =>
    condition.includes(`${node}.Alarm`),
  )
const alarm = async () => (await ofTheTank())[0]
/** The cases of alarms, as the county's desk finds them in its inbox. */
const inbox = async () =>
  (
    await duty.get<{ items: { caseId: string; process: string; level: number }[] }>(
      '/api/inbox?box=pool',
    )
  ).items.filter(({ process }) => process === 'alarm-episode')
const state = async (id: string) => (await duty.view(id)).state.en

test('from high to closed, once, through every death, before the eyes of the desk', async () => {
  const { product, infra } = house
  await untilState('已连接')
  const watch = await watching(desk)
  plant.tank('level', 85)
  const { row: shown, rang: received } = await watch()
  const [raised] = await product.db.select().from(alarmEvents)
  const kept = Date.parse(raised?.recordedAt ?? '')
  console.log(`alarm kept → row ${shown - kept} ms, row → sound ${received - shown} ms`)
  expect(await rang(desk)).toBe('2/4')
  await row('[data-level="2"][data-acked="false"]')
  await expect.poll(inbox, patience).toMatchObject([{ level: 2 }])
  const [{ caseId: id } = { caseId: '' }] = await inbox()

  // What the plant tells while nobody hears it is heard by the next process; meanwhile the desk keeps what it knows, and finds the API again.
  await Promise.all([devices.stop('SIGKILL'), product.api.stop('SIGKILL')])
  plant.tank('level', 95)
  await row('[data-level="2"][data-acked="false"]')
  const [born] = await Promise.all([product.launch('devices'), product.restartApi()])
  devices = born
  await row('[data-level="1"][data-acked="false"]')
  await expect.poll(() => rang(desk), patience).toBe('1/6')
  await expect.poll(inbox, patience).toMatchObject([{ caseId: id, level: 1 }])
  expect(await alarm()).toMatchObject({ id, level: 1, active: true, acked: false, synthetic: true })

  // Nobody acknowledges it, and there is no worker: the next superior is called all the same, and the desk reads who comes after him.
  await desk.locator('.duty-next', { hasText: '再次呼叫值班员' }).waitFor(seen)
  await product.worker.stop('SIGKILL')
  const waited = duty.advance('PT4M').catch(() => undefined)
  await product.restartWorker()
  await waited
  const called = async () =>
    (await product.db.select().from(notices).where(eq(notices.caseId, id))).flatMap(
      ({ escalationLevel }) => escalationLevel ?? [],
    )
  await expect
    .poll(
      async () => [(await called()).includes('again'), (await called()).includes('leader')],
      patience,
    )
    .toEqual([true, true])
  expect(
    (await escalationLevelsOf(product, id)).find(
      ({ escalationLevel }) => escalationLevel === 'city',
    )?.status,
  ).not.toBe('fired')
  await desk.locator('.duty-next', { hasText: '呼叫市值班室和市领导' }).waitFor(seen)
  await shot(desk, 'duty/story', {})
  expect(await axeFindings(desk)).toEqual([])

  // Acknowledged by a press while Temporal is away: the plant has it at once, the case when Temporal is back.
  await infra.temporal.kill()
  await desk.locator('.duty-row').getByRole('button').click()
  await row('[data-acked="true"]')
  await expect.poll(() => plant.alarm(node), patience).toMatchObject({ active: true, acked: true })
  plant.tank('level', 60)
  // The row that was pressed stays as long as the hand is on it.
  await desk.locator('h1').click()
  await desk.locator('.duty-main .empty').waitFor(seen)
  await plant.stop()
  await Promise.all([infra.restartTemporal(), untilState('断开')])
  plant = await begin()
  await Promise.all([
    untilState('已连接'),
    expect.poll(() => state(id), patience).toContain('to be concluded'),
  ])

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
