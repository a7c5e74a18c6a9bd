// Do made-up devices reach the system through its sockets, and is everything of theirs an exercise?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { seedFeeds } from '../../bin/seed/feeds.ts'
import { devices as cityDevices, feeds as cityFeeds } from '../../bin/simulate/city.ts'
import { plantDevices, plantFeed } from '../../bin/simulate/park.ts'
import { listed, play, readArguments } from '../../bin/simulate.ts'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { devices, faultCounts, feedStates, feeds, points } from '../../db/schema/devices/devices.ts'
import { deviceSigns, latestPositions, latestReadings } from '../../db/schema/devices/readings.ts'
import { dialPlant, protocol } from '../../devices/opcua/feed.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import type { Devices } from '../../devices/service.ts'
import { startPlant } from '../../devices/simulators/opcua-plant.ts'
import { liveOn } from '../../devices/simulators/plant-day.ts'
import { registered, tankTags } from '../../devices/simulators/plant-names.ts'
import { nearby, openPlant, type Plant, until } from './plant.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'anjian-simulate-'))
const here = { dataDir, host: '127.0.0.1' }
let plant: Plant
let running: Devices

beforeAll(async () => {
  plant = await openPlant()
  for (const simulators of [false, true]) await seedFeeds(plant.db, { dataDir, simulators })
  running = await plant.start({
    drivers,
    dials: { [protocol]: dialPlant(join(dataDir, 'plants'), nearby) },
  })
  await until(() => cityFeeds.every(({ id }) => running.port(id) !== undefined))
})
afterAll(async () => {
  await running.stop()
  await plant.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Plays it until something holds. */
const during = async (
  name: string,
  holds: () => Promise<unknown>,
  ms: number,
): Promise<string | null> => {
  const args = readArguments([name, 'minutes=5'])
  if (typeof args === 'string') throw new Error(args)
  const stop = new AbortController()
  const played = play(args, here, stop.signal)
  await until(holds, ms).finally(() => stop.abort())
  return played
}
const faultsOf = async (feed: string) =>
  (await plant.db.select().from(faultCounts))
    .filter((one) => one.feed === feed)
    .map(({ reason }) => reason)

test('every made-up device is registered once, as synthetic', async () => {
  const rows = (await plant.db.select().from(devices)).filter(({ feed }) =>
    feed.startsWith('demo-'),
  )
  expect(rows).toHaveLength(cityDevices.length + plantDevices.length)
  expect(rows.filter(({ synthetic }) => !synthetic)).toEqual([])
  const ids = new Set(rows.map(({ id }) => id))
  const registered = (await plant.db.select().from(points)).filter(({ device }) => ids.has(device))
  expect(registered).toHaveLength(
    [...cityDevices, ...plantDevices].flatMap((device) => device.points).length,
  )
  const feedRows = (await plant.db.select().from(feeds)).filter(({ id }) => id.startsWith('demo-'))
  expect(feedRows.filter(({ enabled, port }) => !enabled || port === null)).toEqual([
    expect.objectContaining({ id: 'demo-plant', enabled: true }),
  ])
})

test('a normal day is received without a fault and raises nothing', async () => {
  const hasReadings = async () => {
    const [readings, positions, signs] = await Promise.all(
      [latestReadings, latestPositions, deviceSigns].map((table) => plant.db.$count(table)),
    )
    return readings! >= 18 && positions! >= 1 && signs! >= 1
  }
  expect(await during('normal-day', hasReadings, 20_000)).toBeNull()
  expect(await plant.rows.alarms()).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  for (const { id } of cityFeeds) expect([id, ...(await faultsOf(id))]).toEqual([id])
})

test('a fire is an alarm of the first level, and an exercise', async () => {
  expect(
    await during('fire', async () => (await plant.rows.alarm('fire'))?.active, 15_000),
  ).toBeNull()
  expect(await plant.rows.alarm('fire')).toMatchObject({
    level: 1,
    kind: 'fire',
    synthetic: true,
    region: '330802',
    enterprise: 'e001',
  })
})

test('hostile input is counted and opens nothing', async () => {
  const before = (await plant.db.select().from(alarms)).length
  const all = async () =>
    (await faultsOf('demo-sl651')).includes('password') &&
    (await faultsOf('demo-gb26875')).includes('sum')
  expect(await during('hostile', all, 20_000)).toBeNull()
  expect((await plant.db.select().from(alarms)).length).toBe(before)
  expect(await faultsOf('demo-jt809')).toContain('refused-4')
  expect(await faultsOf('demo-hj212')).toContain('password')
})

test('a tank of the made-up plant runs over: high, then high-high, and an exercise', async () => {
  const stop = new AbortController()
  const port = Number(readFileSync(join(dataDir, 'run', `${plantFeed.id}.port`), 'utf8'))
  const made = await startPlant({ port, seed: 1, folder: join(dataDir, 'made-up-plant') })
  onTestFinished(async () => {
    stop.abort()
    await made.stop()
  })
  liveOn(made, { stop: stop.signal, everyMs: 100, faster: 8 })
  void running.dialling.hold(plantFeed.id, {
    beat: () => undefined,
    ended: stop.signal,
    willComeBack: () => false,
  })
  const calm = async () =>
    (await plant.db.select().from(feedStates)).find(({ feed }) => feed === plantFeed.id)?.state ===
    'connected'
  await until(calm, 15_000)
  const alarm = () => plant.rows.alarm(registered(`${tankTags.level.node}.Alarm`))
  expect(await during('overfill', async () => (await alarm())?.level === 1, 20_000)).toBeNull()
  const events = await plant.db.select().from(alarmEvents).orderBy(alarmEvents.seq)
  const levels = events.filter(({ key }) => key === events.at(-1)?.key).map(({ level }) => level)
  expect([...new Set(levels)]).toEqual([2, 1])
  expect(await alarm()).toMatchObject({
    kind: 'level',
    synthetic: true,
    enterprise: 'e001',
    active: true,
  })
  await until(async () => (await alarm())?.active === false, 20_000)
  expect(await faultsOf(plantFeed.id)).toEqual([])
})

test('without a system it says so', async () => {
  const args = readArguments(['fire', 'minutes=0'])
  if (typeof args === 'string') throw new Error(args)
  const { signal } = new AbortController()
  expect(await play(args, { ...here, dataDir: join(dataDir, 'nowhere') }, signal)).toContain(
    'npm start first',
  )
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  await new Promise((resolve) => server.close(resolve))
  const there = { ...args, addresses: new Map([['demo-gb26875', { host: '127.0.0.1', port }]]) }
  expect(await play(there, here, signal)).toContain('the system is not there')
})

test('what it can play is listed, and what it cannot is named', () => {
  for (const name of [
    'normal-day',
    'exceedance',
    'route-deviation',
    'fire',
    'flood-of-gas',
    'reservoir',
    'overfill',
    'hostile',
  ])
    expect(listed()).toContain(name)
  expect(readArguments(['constructor'])).toContain('unknown scenario')
  expect(readArguments(['fire', 'seed=x'])).toContain('bad option')
  expect(readArguments(['fire', 'demo-gb26875=127.0.0.1:9001', 'seed=4'])).toMatchObject({
    seed: 4,
  })
})
