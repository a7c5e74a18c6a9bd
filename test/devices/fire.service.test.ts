// Does the fire that a panel reports become a case, once, by its real protocol and the real chart?
import { connect, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import { transmitter } from '../../devices/protocols/gb26875/simulator.ts'
import { type Devices, startDevices } from '../../devices/service.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { whyNotShelve } from '../../domain/duty/policy.ts'
import { commandId } from '../../domain/identity/commands.ts'
import { processOfAlarms } from '../../domain/urgent.ts'
import { type House, openHouse } from '../api/house.ts'
import { enterpriseId, onDuty, settleThem } from '../support/people/people.ts'
import { until } from './plant.ts'

const source = '000000000379'
const scenario = [
  { after: 0, act: 'fire' },
  { after: 2, act: 'resend' },
  { after: 4, act: 'reset' },
  { after: 5, act: 'hand' },
  { after: 6, act: 'hostile' },
] as const
const panel = transmitter({ seed: 7, source, centre: '000000000001', scenario })
const opened = new Date()

let house: House
let devices: Devices
let socket: Socket
let lastSeen = ''
beforeAll(async () => {
  house = await openHouse({}, null, { [alarmEpisode.id]: alarmEpisode })
  await settleThem(house.db, onDuty)
  await house.db.execute(
    sql`INSERT INTO feeds (id, protocol, name, region, port) VALUES ('fire', 'gb26875', '消防远程监控', '330802', 0)`,
  )
  await house.db.execute(sql`INSERT INTO devices (id, feed, key, name, enterprise, region, since)
    VALUES (gen_random_uuid(), 'fire', ${source}, '一号楼传输装置', ${enterpriseId}, '330802', '2026-01-01')`)
  devices = await startDevices({
    outbound: { listed: ['127.0.0.1'], own: [], httpsOnly: false },
    url: house.deps.connection.pool.options.connectionString ?? '',
    db: house.db,
    host: '127.0.0.1',
    drivers,
    log: () => undefined,
    process: processOfAlarms,
    legalNow: () => house.clock.now(),
    limits: { tickMs: 100 },
    cases: {
      start: async (address) => {
        await house.deps.cases.act({
          ...address,
          commandId: commandId('devices', `raise:${address.caseId}`),
        })
      },
      observe: async (address) => {
        await house.deps.cases.act(address)
      },
    },
  })
  await until(() => devices.port('fire') !== undefined)
  socket = connect(devices.port('fire') ?? 0, '127.0.0.1')
  socket.on('data', (bytes) => {
    lastSeen += bytes.toString('hex')
  })
})
afterAll(async () => {
  socket.destroy()
  await devices.stop()
  await house.close()
})

/** The command bytes of what was answered, in order: 03 taken, 06 denied, 01 an order of ours. */
const answers = () =>
  lastSeen.match(/4040.*?2323(?=4040|$)/g)?.map((frame) => frame.slice(52, 54)) ?? []
const standing = async () =>
  (await house.db.select().from(cases)).filter(({ process }) => process === alarmEpisode.id)

const taken = () => answers().filter((one) => one === '03').length
/** What the panel says so many seconds after it was switched on. */
const report = (seconds: number) => {
  for (const frame of panel.tick(new Date(opened.getTime() + seconds * 1000))) socket.write(frame)
}

test('a fire is acknowledged, and opens one case of the first level where the panel stands', async () => {
  for (const frame of panel.open(opened)) socket.write(frame)
  report(0)
  await until(() => taken() >= 2)
  await until(async () => (await standing()).length === 1)
  const [one] = await standing()
  expect(one).toMatchObject({ status: 'open', region: '330802', owner: enterpriseId, level: 1 })
  // That it has begun is noted when Temporal has answered, which may be after the case itself is seen.
  const begun = async () =>
    (
      await house.db.execute(
        sql`SELECT id, condition, kind FROM alarms WHERE case_started IS NOT NULL`,
      )
    ).rows
  await until(async () => (await begun()).length === 1)
  expect(await begun()).toEqual([{ id: one?.id, condition: 'fire', kind: 'fire' }])
})

test('sent again it is acknowledged again, and is no second case', async () => {
  const before = taken()
  report(2)
  await until(() => taken() > before)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await standing()).toHaveLength(1)
})

test('the reset of the panel is reported to the case as the return', async () => {
  report(4)
  await until(async () =>
    (await house.db.select().from(caseFacts)).some(({ type }) => type === 'return-to-normal'),
  )
  const { rows } = await house.db.execute(sql`SELECT standing FROM alarms WHERE condition = 'fire'`)
  expect(rows).toEqual([{ standing: 'latched' }])
})

test('an alarm given by hand is a fire: no flood holds it back, and no desk puts it aside', async () => {
  report(5)
  const found = async () =>
    (
      await house.db.execute<{ kind: string; level: number; condition: string }>(
        sql`SELECT kind, level, condition FROM alarms WHERE condition = 'manual-alarm'`,
      )
    ).rows
  await until(async () => (await found()).length === 1)
  const [one] = await found()
  expect(one).toEqual({ kind: 'fire', level: 1, condition: 'manual-alarm' })
  expect(whyNotShelve({ ...one!, shelvable: true })?.zh).toContain('火灾')
})

test('a wrong sum is denied', async () => {
  report(6)
  await until(() => answers().includes('06'))
})
