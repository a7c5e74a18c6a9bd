// A city that pushes: feeds for lifts, cylinders and others with their senders, and somebody who signs.
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { connect, type Database } from '../../../db/client.ts'
import { alarms } from '../../../db/schema/devices/alarms.ts'
import { devices, feeds, points } from '../../../db/schema/devices/devices.ts'
import type { DevicesDeps } from '../../../devices/deps.ts'
import { startDevices } from '../../../devices/service.ts'
import { createDatabase } from '../../support/servers/infra.ts'
import { knowClocks } from '../clocks/known.ts'
import { until } from '../plant.ts'

export type City = Awaited<ReturnType<typeof openCity>>

const since = '2026-01-01T00:00:00.000Z'
export const secret = 'a-secret-of-the-sender'
export const city = '330800'
export const kecheng = '330802'
export const qujiang = '330803'

type Row = {
  feed: string
  key: string
  name: string
  region?: string
  dialect?: Record<string, unknown>
  secret?: string
}
const device = ({ feed, key, name, region = city, dialect = {}, secret: own }: Row) => ({
  id: randomUUID(),
  feed,
  key,
  name,
  region,
  since,
  dialect,
  ...(own === undefined ? {} : { secret: own }),
})

const feed = (id: string, mapping: string, protocol = 'push', settings = {}) => ({
  id,
  protocol,
  name: id,
  region: city,
  silenceSeconds: 3_600,
  settings: { mapping, ...settings },
})

const registered = async (db: Database): Promise<void> => {
  await db
    .insert(feeds)
    .values([
      feed('lifts', 'lift'),
      feed('cylinders', 'cylinder'),
      feed('sources', 'hazard-source'),
      feed('vehicles', 'vehicle'),
    ])
  const lift = device({
    feed: 'lifts',
    key: '31103308022026000001',
    name: '财富中心1号梯',
    region: kecheng,
  })
  const source = device({ feed: 'sources', key: 'TANK-1', name: '一号罐', region: qujiang })
  await db.insert(devices).values([
    ...['lifts', 'cylinders', 'sources', 'vehicles'].map((id) =>
      device({ feed: id, key: id, name: `${id}平台`, secret }),
    ),
    lift,
    source,
    device({
      feed: 'vehicles',
      key: '浙H12345-2',
      name: '浙H12345',
      region: qujiang,
      dialect: { waybill: true },
    }),
    device({ feed: 'cylinders', key: 'ST01', name: '柯城充装站', region: kecheng }),
    device({ feed: 'cylinders', key: 'ST02', name: '衢江充装站', region: qujiang }),
  ])
  const status = ['car_status', 'direction', 'door_zone', 'door_status', 'service_mode', 'person']
  await db.insert(points).values([
    ...status.map((key) => ({ device: lift.id, key, name: key, kind: 'other' as const, since })),
    {
      device: source.id,
      key: 'LT-1',
      name: '液位',
      unit: '%',
      kind: 'level' as const,
      high: 80,
      onDelay: 0,
      rangeLow: 0,
      rangeHigh: 100,
      since,
    },
  ])
}

/** `lifts`, `cylinders`, `sources` and `vehicles` are pushed, or what somebody else registers; `more` are rows of other feeds. */
export const openCity = async (more: (typeof feeds.$inferInsert)[] = [], register = registered) => {
  const { url, drop } = await createDatabase()
  const connection = connect(url, 8)
  const { db } = connection
  await register(db)
  if (more.length > 0) await db.insert(feeds).values(more)
  await knowClocks(db)
  const log: string[] = []
  const start = async (given: Partial<DevicesDeps> = {}, lines = 4) => {
    const running = await startDevices({
      outbound: { listed: ['127.0.0.1'], own: [], httpsOnly: false },
      url,
      db,
      host: '127.0.0.1',
      drivers: [],
      pushPort: 0,
      process: null,
      log: (line) => log.push(line),
      cases: { start: async () => undefined, observe: async () => undefined },
      legalNow: async () => new Date().toISOString(),
      storing: { againMs: 50, patienceMs: 1_000 },
      ...given,
    })
    await until(() => running.pushPort() !== undefined && running.leasedFeeds().length >= lines)
    return running
  }
  const close = async () => {
    await connection.close()
    await drop()
  }
  const alarmsNow = async () =>
    (await db.select().from(alarms)).sort((one, other) => (one.raisedAt < other.raisedAt ? -1 : 1))
  return { url, db, log, start, close, alarms: alarmsNow }
}

export type Sent = {
  timestamp?: number
  nonce?: string
  secret?: string
  algorithm?: 'sha256' | 'sm3'
  key?: string
  type?: string
  signature?: string
  path?: string
}

/** An answer per item, or a problem. */
type Pushed = { code: string; items: { result: string; code?: string; status?: number }[] }

/** Signs as the page of the feeds says, and sends. */
export const push = async (
  port: number | undefined,
  name: string,
  body: unknown,
  sent: Sent = {},
) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const timestamp = String(sent.timestamp ?? Math.floor(Date.now() / 1_000))
  const nonce = sent.nonce ?? randomBytes(12).toString('hex')
  const path = `/ingest/${name}`
  const algorithm = sent.algorithm ?? 'sha256'
  const digest = createHmac(algorithm, sent.secret ?? secret)
    .update(`POST\n${path}\n${timestamp}\n${nonce}\n${text}`)
    .digest('hex')
  const answer = await fetch(`http://127.0.0.1:${port}${sent.path ?? path}`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': sent.type ?? 'application/json',
      'x-anjian-timestamp': timestamp,
      'x-anjian-nonce': nonce,
      'x-anjian-signature': sent.signature ?? `hmac-${algorithm}=${digest}`,
      ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
    },
  })
  const type = answer.headers.get('content-type') ?? ''
  return {
    status: answer.status,
    type,
    retryAfter: answer.headers.get('retry-after'),
    body: (await answer.json()) as Pushed,
  }
}

/** As senders of these interfaces write a moment: Beijing time without a zone. */
export const wall = (ms = Date.now()): string =>
  new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
