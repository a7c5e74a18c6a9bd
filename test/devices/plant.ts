// A plant to try the devices process on: a feed of the toy protocol, two devices, a database of its own, cases that are only noted.
import { randomUUID } from 'node:crypto'
import { connect as connectTo, type Socket } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach } from 'vitest'
import { connect, type Database } from '../../db/client.ts'
import { alarmEvents, alarmOutbox, alarms } from '../../db/schema/devices/alarms.ts'
import { devices, feeds, points } from '../../db/schema/devices/devices.ts'
import type { DevicesDeps } from '../../devices/deps.ts'
import type { Observation, Quality } from '../../devices/port/port.ts'
import { type Devices, startDevices } from '../../devices/service.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { toy, toyPackets } from './toy.ts'

export type Plant = Awaited<ReturnType<typeof openPlant>>

export const D1 = randomUUID()
export const D2 = randomUUID()
const since = '2026-01-01T00:00:00.000Z'
const quick = { onDelay: 0, offDelay: 0, rangeLow: 0, rangeHigh: 100, since }

/** What may be dialled in a test: this machine. */
export const nearby = { listed: ['127.0.0.1'], own: [], httpsOnly: false }

/** D1 has a level (high 80 yellow, high-high 90 orange) and a gas detector; D2 is a simulator's. Delays are nought. */
export const openPlant = async () => {
  const { url, drop } = await createDatabase()
  const connection = connect(url, 8)
  const { db } = connection
  await db.insert(feeds).values({
    id: 'toy',
    protocol: 'toy',
    name: '玩具线',
    region: '330802',
    port: 0,
    silenceSeconds: 3_600,
  })
  await db.insert(devices).values([
    {
      id: D1,
      feed: 'toy',
      key: 'D1',
      name: '一号罐',
      enterprise: 'e001',
      region: '330802',
      since,
      hosts: ['127.0.0.1'],
      secret: 'never shown',
    },
    {
      id: D2,
      feed: 'toy',
      key: 'D2',
      name: '二号罐',
      enterprise: 'e002',
      region: '330803',
      since,
      synthetic: true,
    },
  ])
  const tags = await db
    .insert(points)
    .values([
      {
        device: D1,
        key: 'level',
        name: '液位',
        unit: '%',
        kind: 'level',
        high: 80,
        highHigh: 90,
        deadband: 5,
        ...quick,
      },
      {
        device: D1,
        key: 'gas',
        name: '可燃气',
        unit: '%LEL',
        kind: 'gas',
        high: 25,
        highHigh: 50,
        deadband: 2,
        ...quick,
      },
      {
        device: D2,
        key: 'level',
        name: '液位',
        unit: '%',
        kind: 'level',
        high: 80,
        deadband: 5,
        ...quick,
      },
    ])
    .returning({ id: points.id })
  const [level = 0, gas = 0] = tags.map(({ id }) => id)
  const started: string[] = []
  const broken = { cases: false }
  const note = async (line: string) => {
    if (broken.cases) throw new Error('Temporal is away')
    started.push(line)
  }
  const cases: DevicesDeps['cases'] = {
    start: ({ caseId }) => note(`start ${caseId}`),
    observe: ({ caseId, commandId }) => note(`observe ${caseId} ${commandId}`),
  }
  const log: string[] = []
  const start = (more: Partial<DevicesDeps> = {}) =>
    startDevices({
      outbound: nearby,
      url,
      db,
      host: '127.0.0.1',
      drivers: [() => toy, () => toyPackets],
      cases,
      process: 'alarms-of-the-test',
      log: (line) => log.push(line),
      legalNow: async () => new Date().toISOString(),
      limits: { tickMs: 50 },
      storing: { againMs: 50, patienceMs: 5_000 },
      ...more,
    })
  const close = async () => {
    await connection.close()
    await drop()
  }
  return {
    url,
    db,
    pool: connection.pool,
    level,
    gas,
    started,
    broken,
    cases,
    log,
    start,
    close,
    rows: rowsOf(db),
  }
}

/** One plant for a file; what of the devices process a test has started is stopped after it. */
export const plantOfSuite = async () => {
  const plant = await openPlant()
  const running: Devices[] = []
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop()
  })
  afterAll(plant.close)
  /** The one that was started last. */
  const devices = (): Devices => {
    const last = running.at(-1)
    if (!last) throw new Error('nothing was started')
    return last
  }
  const start = async (more: Partial<DevicesDeps> = {}): Promise<number> => {
    running.push(await plant.start(more))
    await until(() => devices().port('toy') !== undefined)
    return devices().port('toy') ?? 0
  }
  return { plant, devices, start }
}

const rowsOf = (db: Database) => ({
  alarms: () => db.select().from(alarms).orderBy(alarms.raisedAt),
  alarm: async (condition: string) =>
    (await db.select().from(alarms).where(eq(alarms.condition, condition)))[0],
  events: async () =>
    (await db.select().from(alarmEvents).orderBy(alarmEvents.id)).map(({ kind }) => kind),
  outbox: () => db.select().from(alarmOutbox).orderBy(alarmOutbox.id),
})

let messages = 0
export const reading = (
  point: string,
  value: number | null,
  more: { at?: Date; quality?: Quality; device?: string } = {},
): Observation => ({
  kind: 'reading',
  device: more.device ?? 'D1',
  point,
  at: (more.at ?? new Date()).toISOString(),
  value,
  unit: null,
  quality: more.quality ?? 'good',
  flags: [],
  message: `m${++messages}`,
})

export const condition = (
  name: string,
  active: boolean,
  more: Partial<Extract<Observation, { kind: 'condition' }>> = {},
): Observation => ({
  kind: 'condition',
  device: 'D1',
  point: '1/40/1',
  condition: name,
  active,
  level: 1,
  severity: null,
  limit: null,
  value: null,
  text: '',
  at: new Date().toISOString(),
  event: `c${++messages}`,
  flags: [],
  ...more,
})

/** Asks again and again until it holds. */
export const until = async (
  holds: () => Promise<unknown> | unknown,
  ms = 30_000,
): Promise<void> => {
  for (const end = Date.now() + ms; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`in ${ms} ms it never held: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A device's side of a line: what it was told so far, and whether it is still connected. */
export const dialIn = async (port: number): Promise<Caller> => {
  const socket = connectTo(port, '127.0.0.1')
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return callerOn(socket)
}

export type Caller = ReturnType<typeof callerOn>
export const callerOn = (socket: Socket) => {
  let text = ''
  let closed = false
  socket.on('data', (bytes) => {
    text += bytes
  })
  socket
    .on('error', () => undefined)
    .on('close', () => {
      closed = true
    })
  return {
    send: (line: string) => void socket.write(`${line}\n`),
    raw: (text: string) => void socket.write(text),
    lines: () => text.split('\n').slice(0, -1),
    closed: () => closed,
    end: () => socket.destroy(),
  }
}

/** Says who it is, and waits until it is welcome. */
export const signIn = async (port: number, device = 'D1'): Promise<Caller> => {
  const caller = await dialIn(port)
  caller.send(`I am ${device}`)
  await until(() => caller.lines().includes('welcome') || caller.closed())
  return caller
}
