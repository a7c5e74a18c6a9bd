// Does the fire that a panel reports become a case, once, by its real protocol and the real chart?
import { connect, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts, cases } from '../../db/schema/cases.ts'
import { listenings } from '../../devices/protocols/listening.ts'
import { type Devices, startDevices } from '../../devices/service.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { commandId } from '../../domain/case/commands.ts'
import { processOfAlarms } from '../../domain/urgent.ts'
import { type House, openHouse } from '../api/house.ts'
import { enterpriseId, onDuty, settleThem } from '../support/people.ts'
import { until } from './plant.ts'

const fire =
  '404001000101203A091A090C790300000000385B0100000030000202010101280A000200020020202020202020202020202020202020202020202020202020202020202020000023A091A090C462323'
const reset = '404002000101203A091A090C790300000000385B010000000C0002010101010020203A091A090C6A2323'

let house: House
let devices: Devices
let socket: Socket
let heard = ''
beforeAll(async () => {
  house = await openHouse({}, null, { [alarmEpisode.id]: alarmEpisode })
  await settleThem(house.db, onDuty)
  await house.db.execute(sql`INSERT INTO feeds (id, protocol, name, region, port) VALUES ('fire', 'gb26875', '消防远程监控', '330802', 0)`)
  await house.db.execute(sql`INSERT INTO devices (id, feed, key, name, enterprise, region, since)
    VALUES (gen_random_uuid(), 'fire', '000000000379', '一号楼传输装置', ${enterpriseId}, '330802', '2026-01-01')`)
  devices = await startDevices({
    ...{
      url: house.deps.connection.pool.options.connectionString ?? '',
      db: house.db,
      host: '127.0.0.1',
      listenings,
      log: () => undefined,
    },
    ...{ process: processOfAlarms, legalNow: () => house.clock.now(), limits: { tickMs: 100 } },
    cases: {
      start: async (address) => {
        await house.deps.cases.startAndAct({ ...address, commandId: commandId('devices', `raise:${address.caseId}`) })
      },
      observe: async (address) => {
        await house.deps.cases.act(address)
      },
    },
  })
  await until(() => devices.port('fire') !== undefined)
  socket = connect(devices.port('fire') ?? 0, '127.0.0.1')
  socket.on('data', (bytes) => {
    heard += bytes.toString('hex')
  })
})
afterAll(async () => {
  socket.destroy()
  await devices.stop()
  await house.close()
})

/** The command bytes of what was answered, in order: 03 taken, 06 denied, 01 an order of ours. */
const answers = () => heard.match(/4040.*?2323(?=4040|$)/g)?.map((frame) => frame.slice(52, 54)) ?? []
const standing = async () => (await house.db.select().from(cases)).filter(({ process }) => process === alarmEpisode.id)

test('a fire is acknowledged, and opens one case of the first level where the panel stands', async () => {
  socket.write(Buffer.from(fire, 'hex'))
  await until(() => answers().includes('03'))
  await until(async () => (await standing()).length === 1)
  const [one] = await standing()
  expect(one).toMatchObject({ status: 'open', region: '330802', owner: enterpriseId, level: 1 })
  const [alarm] = (await house.db.execute(sql`SELECT id, condition, kind, text FROM alarms WHERE case_started IS NOT NULL`)).rows
  expect(alarm).toMatchObject({ id: one?.id, condition: 'fire', kind: 'fire' })
})

test('sent again it is acknowledged again, and is no second case', async () => {
  const before = answers().filter((one) => one === '03').length
  socket.write(Buffer.from(fire, 'hex'))
  await until(() => answers().filter((one) => one === '03').length > before)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await standing()).toHaveLength(1)
})

test('a wrong sum is denied', async () => {
  socket.write(Buffer.from(fire.replace('462323', '472323'), 'hex'))
  await until(() => answers().includes('06'))
})

test('the reset of the panel is told to the case as the return', async () => {
  socket.write(Buffer.from(reset, 'hex'))
  await until(async () => (await house.db.select().from(caseFacts)).some(({ type }) => type === 'return-to-normal'))
  const [alarm] = (await house.db.execute(sql`SELECT standing, case_started FROM alarms`)).rows
  expect(alarm).toMatchObject({ standing: 'latched' })
})
