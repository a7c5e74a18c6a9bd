// PostgreSQL killed with −9 while stations, panels, reservoirs and other systems send: is nothing answered, all sent again, and all stored once?
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFeeds } from '../../bin/seed/feeds.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import { driverOfGb26875 } from '../../devices/protocols/gb26875/session.ts'
import { driverOfHj212 } from '../../devices/protocols/hj212/session.ts'
import { driverOfSl651 } from '../../devices/protocols/sl651/session.ts'
import { type Devices, startDevices } from '../../devices/service.ts'
import { type OwnInfra, startOwnInfra } from '../support/servers/infra.ts'
import {
  clock,
  emissions,
  type Fleet,
  fire,
  lorries,
  registerTank,
  rising,
  type Sender,
  sender,
  tank,
} from './crash-senders.ts'
import { until } from './plant.ts'
import { push } from './push/city.ts'

let infra: OwnInfra
let connection: DatabaseConnection
let devices: Devices
let senders: Sender[]
let fleet: Fleet

const portOf = (feed: string): number => devices.port(feed) ?? 0

beforeAll(async () => {
  infra = await startOwnInfra({ inMemory: true })
  await migrate(infra.postgres.url)
  connection = connect(infra.postgres.url, 8)
  await seedFeeds(connection.db, { dataDir: infra.folder, simulators: true })
  await registerTank(connection.db)
  devices = await startDevices({
    outbound: { listed: ['127.0.0.1'], own: [], httpsOnly: false },
    url: infra.postgres.url,
    db: connection.db,
    host: '127.0.0.1',
    drivers,
    pushPort: 0,
    process: null,
    log: () => undefined,
    spoolFolder: join(infra.folder, 'spool'),
    cases: { start: async () => undefined, observe: async () => undefined },
    legalNow: async () => new Date().toISOString(),
  })
  const wanted = ['demo-hj212', 'demo-gb26875', 'demo-sl651', 'demo-jt809', tank.feed]
  await until(
    () => wanted.every((id) => devices.port(id) !== undefined) && devices.pushPort() !== undefined,
  )
  senders = [
    sender(portOf('demo-hj212'), emissions(), driverOfHj212()),
    sender(portOf('demo-gb26875'), fire(), driverOfGb26875('tcp')),
    sender(portOf('demo-sl651'), rising(), driverOfSl651('tcp')),
  ]
  fleet = lorries(portOf('demo-jt809'))
})
afterAll(async () => {
  for (const { wire } of [...(senders ?? []), ...(fleet ? [fleet] : [])]) wire.close()
  await devices?.stop()
  await connection?.close()
  await infra?.stop()
})

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
    'demo-gb26875 fire',
    'demo-hj212 high',
    'demo-sl651 additional-report',
    'demo-sl651 water-level',
    'sources high',
  ])
  expect((await raised()).sort()).toEqual(rows.map(({ id }) => id).sort())
})

test('what nobody would send again was kept aside meanwhile, and is stored once', async () => {
  fleet.rest()
  await expect
    .poll(storedPlaces, { timeout: 20_000, interval: 200 })
    .toEqual([...fleet.places].sort())
})
