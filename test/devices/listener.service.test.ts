// Is nothing answered before it is stored, is it stored once, and are those let go who must be?
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { deviceCommands } from '../../db/schema/alarms.ts'
import { badFrames, faultCounts, feedStates, feeds, unknownDevices } from '../../db/schema/devices.ts'
import { deviceDocuments, latestPositions, latestReadings, positions, readings } from '../../db/schema/readings.ts'
import type { Devices } from '../../devices/service.ts'
import { callerOn, D2, dialIn, openPlant, type Plant, reading, signIn, until } from './plant.ts'

let plant: Plant
let devices: Devices
const running: Devices[] = []
const start = async (more: Parameters<Plant['start']>[0] = {}) => {
  devices = await plant.start(more)
  running.push(devices)
  await until(() => devices.port('toy') !== undefined)
  return devices.port('toy') ?? 0
}
beforeAll(async () => {
  plant = await openPlant()
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})
afterAll(async () => plant.close())

const count = async (table: 'readings' | 'positions') =>
  Number((await plant.db.execute(sql`SELECT count(*) FROM ${sql.identifier(table)}`)).rows[0]?.count)

describe('storing', () => {
  test('a reading is stored before it is answered; the same once more is answered again and stored once', async () => {
    const caller = await signIn(await start())
    const line = JSON.stringify([reading('level', 50)])
    const before = await count('readings')
    caller.say(line)
    await until(() => caller.lines().includes('ok 1'))
    expect(await count('readings')).toBe(before + 1)
    caller.say(line)
    await until(() => caller.lines().includes('ok 2'))
    expect(await count('readings')).toBe(before + 1)
    expect((await plant.db.select().from(readings).where(eq(readings.point, plant.level))).at(-1)).toMatchObject({ value: 50, quality: 0 })
    caller.end()
  })

  test('byte by byte, and glued together', async () => {
    const caller = await signIn(await start())
    const before = await count('readings')
    const [one, two, three] = [1, 2, 3].map((n) => JSON.stringify([reading('level', n, { at: new Date(Date.now() - n) })]))
    for (const byte of `${one}\n`) caller.raw(byte)
    caller.raw(`${two}\n?bad\n${three}\n`)
    await until(() => caller.lines().includes('ok 3'))
    expect(await count('readings')).toBe(before + 3)
    caller.end()
  })

  test('the newest of a point, its position and its papers; what a simulator says is an exercise', async () => {
    const caller = await signIn(await start(), 'D2')
    const at = new Date().toISOString()
    const position = {
      ...{ kind: 'position', device: 'D2', at, lon: 118.87, lat: 28.95, speedKmh: 40.5, direction: 90, altitude: 70 },
      ...{ alarmBits: 0, statusBits: 2, flags: [], message: 'p' },
    }
    const waybill = (moment: string, state: string) => ({
      kind: 'document',
      device: 'D2',
      document: 'waybill',
      key: 'w1',
      at: moment,
      body: { state },
      flags: [],
    })
    caller.say(
      JSON.stringify([reading('level', 11, { device: 'D2' }), position, waybill(at, 'new'), waybill('2026-01-02T00:00:00.000Z', 'old')]),
    )
    await until(() => caller.lines().includes('ok 1'))
    expect(await plant.db.select().from(positions).where(eq(positions.device, D2))).toMatchObject([
      { lon: 118.87, speedKmh: 40.5, flags: 8 },
    ])
    expect(await plant.db.select().from(deviceDocuments)).toMatchObject([{ key: 'w1', body: { state: 'new' }, version: 1 }])
    await until(async () => (await plant.db.select().from(latestPositions)).length === 1)
    const latest = await plant.db.select().from(latestReadings)
    expect(latest.find(({ value }) => value === 11)?.quality).toBe(64)
    caller.end()
  })

  test('while PostgreSQL cannot store, nothing is answered and nothing further is read; then all is, once', async () => {
    const caller = await signIn(await start())
    await plant.db.execute(sql`ALTER TABLE readings RENAME TO away`)
    caller.say(JSON.stringify([reading('level', 60)]))
    await new Promise((resolve) => setTimeout(resolve, 900))
    caller.say(JSON.stringify([reading('level', 61)]))
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(caller.lines()).toEqual(['hello', 'welcome'])
    await plant.db.execute(sql`ALTER TABLE away RENAME TO readings`)
    await until(() => caller.lines().includes('ok 2'))
    expect((await plant.db.select().from(readings)).filter(({ value }) => value === 60 || value === 61)).toHaveLength(2)
    caller.end()
  })

  test('what cannot be stored for too long is given up unanswered, so that it is sent again', async () => {
    const caller = await signIn(await start({ storing: { againMs: 50, patienceMs: 300 } }))
    await plant.db.execute(sql`ALTER TABLE readings RENAME TO away`)
    caller.say(JSON.stringify([reading('level', 70)]))
    await until(() => caller.closed())
    await plant.db.execute(sql`ALTER TABLE away RENAME TO readings`)
    expect(caller.lines()).toEqual(['hello', 'welcome'])
  })
})

describe('who is not taken', () => {
  test('a stranger: nothing of him is stored, one row of the day says that he called', async () => {
    const port = await start()
    for (let n = 0; n < 3; n++) {
      const caller = await signIn(port, 'D9')
      await until(() => caller.closed())
    }
    await until(async () => (await plant.db.select().from(unknownDevices))[0]?.count === 3)
    expect(await plant.db.select().from(unknownDevices)).toMatchObject([{ feed: 'toy', device: 'D9', peer: '127.0.0.1' }])
  })

  test('a point that is not registered, and the far future, are counted and kept out', async () => {
    const caller = await signIn(await start())
    const before = await count('readings')
    caller.say(JSON.stringify([reading('no-such-point', 1), reading('level', 1, { at: new Date(Date.now() + 2 * 86_400_000) })]))
    await until(() => caller.lines().includes('ok 1'))
    expect(await count('readings')).toBe(before)
    const reasons = async () => (await plant.db.select().from(faultCounts)).map(({ reason }) => reason)
    await until(async () => (await reasons()).includes('unknown-point') && (await reasons()).includes('of-the-future'))
    caller.end()
  })

  test('twenty bad frames within a minute end the connection; ten of them are kept, 256 bytes each', async () => {
    const caller = await signIn(await start())
    caller.raw(`?${'x'.repeat(400)}\n`.repeat(30))
    await until(() => caller.closed())
    await until(async () => (await plant.db.select().from(faultCounts)).some(({ reason, count: n }) => reason === 'bad-frame' && n >= 20))
    const kept = (await plant.db.select().from(badFrames)).filter(
      ({ reason, words, bytes }) => reason === 'bad-frame' && words !== '' && bytes.length === 256,
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThanOrEqual(10)
  })

  test('a talk that throws ends its own connection only, and the defect is told', async () => {
    const port = await start()
    const [caller, other] = [await signIn(port), await signIn(port, 'D2')]
    caller.say('this is no JSON')
    await until(() => caller.closed())
    await until(async () =>
      (await plant.db.select().from(faultCounts)).some(({ reason, device }) => reason === 'defect' && device === 'D1'),
    )
    other.say(JSON.stringify([reading('level', 3, { device: 'D2' })]))
    await until(() => other.lines().includes('ok 1'))
    other.end()
  })

  test('a device has one connection: the newest', async () => {
    const port = await start()
    const older = await signIn(port)
    const newer = await signIn(port)
    await until(() => older.closed())
    expect(newer.closed()).toBe(false)
    newer.end()
  })

  test('no more connections from one address, and altogether, than allowed', async () => {
    const port = await start({ limits: { tickMs: 50, perAddress: 2 } })
    const callers = [await dialIn(port), await dialIn(port)]
    const third = await dialIn(port)
    await until(() => third.closed())
    expect(callers.map((one) => one.closed())).toEqual([false, false])
    for (const one of callers) one.end()
  })

  test('half a first frame is not waited for', async () => {
    const port = await start({ limits: { tickMs: 50, headerMs: 200 } })
    const slow = await dialIn(port)
    slow.raw('I am')
    const mute = await dialIn(port)
    await until(() => slow.closed())
    expect(mute.closed()).toBe(false)
    mute.end()
  })

  test('half a frame in the midst is given up, and the line goes on', async () => {
    const caller = await signIn(await start({ limits: { tickMs: 50, idlePieceMs: 200 } }))
    caller.raw('[{"kind"')
    await until(async () => (await plant.db.select().from(faultCounts)).some(({ reason }) => reason === 'cut-off'))
    caller.say(JSON.stringify([reading('level', 40)]))
    await until(() => caller.lines().includes('ok 1'))
    caller.end()
  })
})

describe('towards the device', () => {
  test('a command is sent once and its answer kept', async () => {
    const caller = await signIn(await start())
    const at = new Date()
    const row = {
      feed: 'toy',
      device: 'D1',
      verb: 'query' as const,
      args: {},
      by: 'p1',
      region: '330802',
      createdAt: at.toISOString(),
      state: 'waiting' as const,
    }
    await plant.db.insert(deviceCommands).values([
      { ...row, key: 'k1', until: new Date(at.getTime() + 60_000).toISOString() },
      { ...row, key: 'k2', until: new Date(at.getTime() - 1).toISOString() },
    ])
    await until(() => caller.lines().includes('do k1 query'))
    caller.say('answer k1')
    const states = async () => Object.fromEntries((await plant.db.select().from(deviceCommands)).map(({ key, state }) => [key, state]))
    await until(async () => (await states()).k1 === 'done')
    expect(await states()).toEqual({ k1: 'done', k2: 'expired' })
    expect(caller.lines().filter((line) => line.startsWith('do'))).toEqual(['do k1 query'])
    caller.end()
  })

  test('a second link is opened to a registered address only', async () => {
    const port = await start()
    const other = createServer()
    const called = new Promise<ReturnType<typeof callerOn>>((resolve) => other.once('connection', (socket) => resolve(callerOn(socket))))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port: there } = other.address() as { port: number }
    const caller = await signIn(port)
    caller.say(`dial localhost ${there}`)
    await until(async () => (await plant.db.select().from(faultCounts)).some(({ reason }) => reason === 'dial-refused'))
    caller.say(`dial 127.0.0.1 ${there}`)
    const link = await called
    await until(() => link.lines().includes('hello'))
    caller.end()
    link.end()
    other.close()
  })
})

test('packets are served as well, each a frame', async () => {
  await plant.db.insert(feeds).values({ id: 'toy-udp', protocol: 'toy-packets', name: '包', region: '330802', port: 0 })
  await plant.db.execute(
    sql`INSERT INTO devices (id, feed, key, name, region, since) VALUES (gen_random_uuid(), 'toy-udp', 'P1', '包一', '330802', '2026-01-01')`,
  )
  await start()
  await until(() => devices.port('toy-udp') !== undefined)
  const socket = createSocket('udp4')
  const heard: string[] = []
  socket.on('message', (packet) => heard.push(...packet.toString().trim().split('\n')))
  const say = (text: string) => socket.send(text, devices.port('toy-udp') ?? 0, '127.0.0.1')
  say('I am P1\n')
  await until(() => heard.includes('welcome'))
  say('half')
  say(`${JSON.stringify([{ kind: 'sign', device: 'P1', sign: 'boot', text: '启动', at: new Date().toISOString(), flags: [] }])}\n`)
  await until(() => heard.includes('ok 1'))
  const { rows } = await plant.db.execute(sql`SELECT sign, text FROM device_signs`)
  expect(rows).toEqual([{ sign: 'boot', text: '启动' }])
  socket.close()
})

test('a change of the register is known within moments; the health of the line is told', async () => {
  const port = await start()
  await plant.db.execute(
    sql`INSERT INTO devices (id, feed, key, name, region, since) VALUES (gen_random_uuid(), 'toy', 'D3', '三号罐', '330802', '2026-01-01')`,
  )
  await until(() => devices.registry.device('toy', 'D3') !== undefined, 3_000)
  const caller = await signIn(port, 'D3')
  expect(caller.lines()).toContain('welcome')
  await until(async () => (await plant.db.select().from(feedStates).where(eq(feedStates.feed, 'toy')))[0]?.connections === 1)
  const [state] = await plant.db.select().from(feedStates).where(eq(feedStates.feed, 'toy'))
  expect(state).toMatchObject({ state: 'listening' })
  expect(state?.lastFrameAt).not.toBeNull()
  caller.end()
})
