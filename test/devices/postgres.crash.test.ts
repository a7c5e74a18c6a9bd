// PostgreSQL killed with −9 while stations, panels, reservoirs and other systems send: is nothing answered, all sent again, and all stored once?
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFeeds } from '../../bin/seed/feeds.ts'
import {
  fireCentre,
  outfallPassword,
  outfalls,
  panels,
  platformSecret,
  platforms,
  reservoirs,
  SEED,
  water,
} from '../../bin/simulate/city.ts'
import { withObserver } from '../../bin/simulate/observer.ts'
import { openWire, type Wire } from '../../bin/simulate/wire.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { devices as deviceRows, feeds, points } from '../../db/schema/devices/devices.ts'
import type { ProtocolDriver } from '../../devices/frames/protocol.ts'
import type { Resending, Simulated } from '../../devices/frames/simulated.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import { driverOfGb26875 } from '../../devices/protocols/gb26875/session.ts'
import { transmitter } from '../../devices/protocols/gb26875/simulator.ts'
import { driverOfHj212 } from '../../devices/protocols/hj212/session.ts'
import { createStation } from '../../devices/protocols/hj212/simulator.ts'
import { driverOfJt809 } from '../../devices/protocols/jt809/session.ts'
import { simulateLowerPlatform } from '../../devices/protocols/jt809/simulator.ts'
import { driverOfSl651 } from '../../devices/protocols/sl651/session.ts'
import { station as waterStation } from '../../devices/protocols/sl651/simulator.ts'
import { type Devices, startDevices } from '../../devices/service.ts'
import { type OwnInfra, startOwnInfra } from '../support/servers/infra.ts'
import { until } from './plant.ts'
import { push, secret } from './push/city.ts'

/** The senders' clocks, three minutes behind: a test moves them on as it likes, and nothing comes out of the future. */
const clock = { ahead: -180_000 }
const begun = new Date(Date.now() + clock.ahead)
const [outfall, panel, reservoir] = [outfalls[2]!, panels[2]!, reservoirs[2]!]
const tank = { feed: 'sources', key: 'TANK-1', point: 'LT-1' }

let infra: OwnInfra
let connection: DatabaseConnection
let devices: Devices
let senders: Sender[]
let fleet: { wire: Wire; places: Set<string>; rest: () => void }

beforeAll(async () => {
  infra = await startOwnInfra({ inMemory: true })
  await migrate(infra.postgres.url)
  connection = connect(infra.postgres.url, 8)
  await seedFeeds(connection.db, { dataDir: infra.folder, simulators: true })
  await registerTank()
  devices = await startDevices({
    outbound: { listed: ['127.0.0.1'], own: [], httpsOnly: false },
    ...{
      url: infra.postgres.url,
      db: connection.db,
      host: '127.0.0.1',
      drivers,
      pushPort: 0,
      process: null,
      log: () => undefined,
    },
    spoolFolder: join(infra.folder, 'spool'),
    ...{
      cases: { start: async () => undefined, observe: async () => undefined },
      legalNow: async () => new Date().toISOString(),
    },
  })
  const wanted = ['demo-hj212', 'demo-gb26875', 'demo-sl651', 'demo-jt809', tank.feed]
  await until(
    () => wanted.every((id) => devices.port(id) !== undefined) && devices.pushPort() !== undefined,
  )
  senders = [
    sender('demo-hj212', emissions(), driverOfHj212()),
    sender('demo-gb26875', fire(), driverOfGb26875('tcp')),
    sender('demo-sl651', rising(), driverOfSl651('tcp')),
  ]
  fleet = lorries()
})
afterAll(async () => {
  for (const { wire } of [...(senders ?? []), ...(fleet ? [fleet] : [])]) wire.close()
  await devices?.stop()
  await connection?.close()
  await infra?.stop()
})

const registerTank = async (): Promise<void> => {
  const row = { feed: tank.feed, region: '330803', since: '2026-01-01T00:00:00.000Z' }
  await connection.db.insert(feeds).values({
    id: tank.feed,
    protocol: 'push',
    name: '危险源',
    region: row.region,
    settings: { mapping: 'hazard-source' },
  })
  const source = { ...row, id: randomUUID(), key: tank.key, name: '一号罐' }
  await connection.db
    .insert(deviceRows)
    .values([{ ...row, id: randomUUID(), key: tank.feed, name: '平台', secret }, source])
  const limits = { high: 80, onDelay: 0, rangeLow: 0, rangeHigh: 100 }
  await connection.db.insert(points).values({
    device: source.id,
    key: tank.point,
    name: '液位',
    unit: '%',
    kind: 'level',
    since: row.since,
    ...limits,
  })
}

/** Beyond its limit from the first minute on. */
const emissions = (): Resending => {
  const { station, system, measures } = outfall
  const beyond = {
    kind: 'times' as const,
    code: 'w01018',
    times: 3,
    from: new Date(begun.getTime() + 30_000),
    to: new Date(8.64e15),
  }
  return createStation({
    ...{
      seed: 1,
      station,
      password: outfallPassword,
      system,
      dialect: { version: '2017' },
      facilities: [],
    },
    ...{ measures, episodes: [beyond] },
  })
}
const fire = () =>
  transmitter({
    seed: 2,
    source: panel.source,
    centre: fireCentre,
    scenario: [{ after: 60, act: 'fire' }],
  })
const rising = () =>
  waterStation({
    ...{ seed: 3, station: reservoir.station, ...water, interval: 60, level: reservoir.level },
    scenario: [{ after: 62, act: 'flood' }],
  })

/** `readings`: device, point and moment of all that it has sent, however often; its clock is the test's. */
type Sender = { wire: Wire; readings: Set<string>; unanswered: () => number }

const sender = (feed: string, end: Resending, driver: ProtocolDriver): Sender => {
  const readings = new Set<string>()
  const noted = withObserver(end, {
    driver,
    receive: (one) =>
      one.kind === 'reading' && void readings.add(`${one.device} ${one.point} ${one.at}`),
  })
  const by = (now: Date) => new Date(now.getTime() + clock.ahead)
  const played: Simulated = {
    open: (now) => noted.open(by(now)),
    receive: (bytes, now) => noted.receive(bytes, by(now)),
    tick: (now) => noted.tick(by(now)),
  }
  const wire = openWire(played, {
    host: '127.0.0.1',
    port: devices.port(feed) ?? 0,
    wait: true,
    tickMs: 50,
    againMs: 100,
  })
  return { wire, readings, unanswered: end.unanswered }
}

/** Nobody answers a platform; eight vehicles tell where they are each second. */
const lorries = (): typeof fleet => {
  const places = new Set<string>()
  const { centre, vehicles, first } = platforms[0]
  const plan = {
    seed: SEED,
    centre,
    ...platformSecret,
    key: 0,
    vehicles,
    first,
    every: 1,
    slave: null,
    scenario: [],
  }
  const noted = withObserver(simulateLowerPlatform(plan).main, {
    ...{ driver: driverOfJt809(), dialect: platformSecret.dialect },
    receive: (one) => one.kind === 'position' && void places.add(`${one.device} ${one.at}`),
  })
  let resting = false
  const driven: Simulated = { ...noted, tick: (now) => (resting ? [] : noted.tick(now)) }
  const wire = openWire(driven, {
    host: '127.0.0.1',
    port: devices.port('demo-jt809') ?? 0,
    wait: true,
    tickMs: 50,
    againMs: 100,
  })
  const rest = (): void => {
    resting = true
  }
  return { wire, places, rest }
}

const storedPlaces = async (): Promise<string[]> => {
  const { rows } = await connection.db.execute<{ device: string; at: string }>(
    sql`SELECT d.key AS device, p.at FROM positions p JOIN devices d ON d.id = p.device`,
  )
  return rows.map(({ device, at }) => `${device} ${new Date(at).toISOString()}`).sort()
}

const stored = async (): Promise<string[]> => {
  const { rows } = await connection.db.execute<{ device: string; point: string; at: string }>(
    sql`SELECT d.key AS device, p.key AS point, r.at FROM readings r JOIN points p ON p.id = r.point JOIN devices d ON d.id = p.device`,
  )
  return rows
    .map(({ device, point, at }) => `${device} ${point} ${new Date(at).toISOString()}`)
    .sort()
}
const pushed = [Date.now() - 2_000, Date.now() - 1_000]
const level = (n: number, value: number) =>
  push(devices.pushPort(), tank.feed, [
    {
      equip_code: tank.key,
      bit_no: tank.point,
      time: pushed[n],
      value,
      quality: 'good',
      unit: '%',
    },
  ])
const sent = (tanks: number): string[] =>
  [
    ...senders.flatMap(({ readings }) => [...readings]),
    ...pushed
      .slice(0, tanks)
      .map((at) => `${tank.key} ${tank.point} ${new Date(at).toISOString()}`),
  ].sort()
const unanswered = (): number[] => senders.map((one) => one.unanswered())
/** Without PostgreSQL a lease is let go of within seconds: then there is nobody to send to, and nothing on its way. */
const waitsForAnswers = (least: number[]): boolean[] =>
  senders.map((one, n) => one.unanswered() >= (least[n] ?? 0) || !one.wire.connected())
/** Each minute they send more: what is there is held against what they have sent by then. */
const allStored = (tanks: number) =>
  expect
    .poll(
      async () => {
        const [there, started] = [await stored(), sent(tanks)]
        const lost = started.filter((one) => !there.includes(one))
        return {
          lost,
          strange: there.filter((one) => !started.includes(one)),
          twice: there.length - new Set(there).size,
        }
      },
      { timeout: 20_000, interval: 100 },
    )
    .toEqual({ lost: [], strange: [], twice: 0 })

test('what was sent meanwhile is not answered, comes again, and is stored once; each alarm is raised once', async () => {
  expect((await level(0, 50)).status).toBe(202)
  await until(() =>
    senders.every(({ wire, unanswered }) => wire.received() > 0 && unanswered() === 0),
  )
  await allStored(1)

  await until(() => fleet.places.size >= 16)
  await infra.postgres.kill()
  clock.ahead += 70_000
  await expect.poll(() => waitsForAnswers([1, 2, 2])).toEqual([true, true, true])
  const refused = await level(1, 85)
  expect([429, 503]).toContain(refused.status)
  expect([refused.type, Number(refused.retryAfter)]).toEqual([
    expect.stringContaining('application/problem+json'),
    5,
  ])
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(waitsForAnswers([1, 2, 2])).toEqual([true, true, true])

  await infra.restartPostgres()
  await until(
    () =>
      devices.leasedFeeds().includes(tank.feed) && senders.every(({ wire }) => wire.connected()),
    20_000,
  )
  clock.ahead += 25_000
  await until(async () => (await level(1, 85)).status === 202, 10_000)
  expect((await level(1, 85)).body).toMatchObject({ accepted: 0, duplicate: 1 })
  await allStored(2)
  await expect.poll(unanswered, { timeout: 30_000 }).toEqual([0, 0, 0])
  const raised = async () =>
    (await connection.db.select().from(alarmEvents))
      .filter(({ kind }) => kind === 'raised')
      .map(({ alarm }) => alarm)
  await expect.poll(async () => (await raised()).length, { timeout: 30_000 }).toBe(5)
  const rows = await connection.db.select().from(alarms)
  expect(rows.map(({ feed, condition }) => `${feed} ${condition}`).sort()).toEqual([
    ...[
      'demo-gb26875 fire',
      'demo-hj212 high',
      'demo-sl651 additional-report',
      'demo-sl651 water-level',
      'sources high',
    ],
  ])
  expect((await raised()).sort()).toEqual(rows.map(({ id }) => id).sort())
})

test('what nobody would send again was kept aside meanwhile, and is stored once', async () => {
  fleet.rest()
  await expect
    .poll(storedPlaces, { timeout: 20_000, interval: 200 })
    .toEqual([...fleet.places].sort())
})
