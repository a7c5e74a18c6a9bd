// Which feeds, devices and points are registered now?
import { and, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Database } from '../../db/client.ts'
import { devices, feeds, points } from '../../db/schema/devices/devices.ts'
import { type Watch, watchesOf } from '../alarms/parameters.ts'
import type { Registry } from '../frames/protocol.ts'
import type { Level } from '../port/port.ts'
import { policyOf } from './policy.ts'

export type Feed = typeof feeds.$inferSelect
export type KnownPoint = typeof points.$inferSelect & { watches: Watch[] }
export type KnownDevice = typeof devices.$inferSelect & { points: Map<string, KnownPoint> }

/** In use, and nobody has paused it. */
export const isWanted = ({ enabled, paused }: Feed): boolean => enabled && paused === null

export type DeviceRegistry = {
  feeds: () => Feed[]
  feed: (id: string) => Feed | undefined
  device: (feed: string, key: string) => KnownDevice | undefined
  devices: (feed: string) => KnownDevice[]
  /** What a conversation of that feed may ask. */
  of: (feed: string) => Pick<Registry, 'device'>
  refresh: () => Promise<void>
  close: () => Promise<void>
}

type Known = { feeds: Map<string, Feed>; devices: Map<string, Map<string, KnownDevice>> }

const pollMs = 5_000
/** Rows begin and end by time alone, too. */
const anewMs = 60_000

/** Read at once, then on each change that PostgreSQL tells of, and by looking every five seconds in case it did not. */
export const openRegistry = async (
  url: string,
  db: Database,
  now: () => Date = () => new Date(),
): Promise<DeviceRegistry> => {
  let known = await read(db, now())
  let version = await versionOf(db)
  let readAt = Date.now()
  const readAnew = async (): Promise<void> => {
    version = await versionOf(db)
    known = await read(db, now())
    readAt = Date.now()
  }
  let last = Promise.resolve()
  // One after the other: what an earlier one has read must not replace what a later one has.
  const refresh = (): Promise<void> => {
    const mine = last.then(readAnew)
    last = mine.catch(() => undefined)
    return mine
  }
  const quietly = () => refresh().catch(() => undefined)
  const look = async (): Promise<void> => {
    if (Date.now() - readAt > anewMs || (await versionOf(db)) !== version) await refresh()
  }
  const polling = setInterval(() => void look().catch(() => undefined), pollMs)
  const ear = listenTo(url, quietly)
  const device = (feed: string, key: string) => known.devices.get(feed)?.get(key)
  return {
    feeds: () => [...known.feeds.values()],
    feed: (id) => known.feeds.get(id),
    device,
    devices: (feed) => [...(known.devices.get(feed)?.values() ?? [])],
    of: (feed) => ({ device: (key) => device(feed, key) }),
    refresh,
    close: async () => {
      clearInterval(polling)
      await ear()
    },
  }
}

const versionOf = async (db: Database): Promise<string> =>
  (await db.execute<{ last_value: string }>(sql`SELECT last_value FROM device_registry_version`))
    .rows[0]?.last_value ?? ''

const valid = (since: PgColumn, until: PgColumn, at: string) =>
  and(lte(since, at), or(isNull(until), gt(until, at)))

const read = async (db: Database, now: Date): Promise<Known> => {
  const at = now.toISOString()
  const feedRows = await db.select().from(feeds)
  const deviceRows = await db
    .select()
    .from(devices)
    .where(valid(devices.since, devices.until, at))
  const pointRows = await db
    .select()
    .from(points)
    .where(valid(points.since, points.until, at))
  const byId = new Map(
    deviceRows.map((row) => [row.id, { ...row, points: new Map<string, KnownPoint>() }]),
  )
  for (const row of pointRows) {
    const device = byId.get(row.device)
    device?.points.set(row.key, {
      ...row,
      watches: watchesOf(row, needsAck(device.feed, row.kind)),
    })
  }
  const ofFeed = new Map<string, Map<string, KnownDevice>>(
    feedRows.map(({ id }) => [id, new Map()]),
  )
  for (const device of byId.values()) ofFeed.get(device.feed)?.set(device.key, device)
  return { feeds: new Map(feedRows.map((row) => [row.id, row])), devices: ofFeed }
}

/** What is only recorded waits for nobody. */
const needsAck = (feed: string, kind: string) => (condition: string, level: Level) =>
  policyOf({ feed, kind, condition, level }).way !== 'record'

/** Calls back on each change; begins anew after a break. */
const listenTo = (url: string, changed: () => void): (() => Promise<void>) => {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const again = () => {
    client = undefined
    if (!closed) timer = setTimeout(open, 1_000)
  }
  const open = (): void => {
    const opening = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 4_000,
      keepAlive: true,
      application_name: 'anjian-registry',
    })
    client = opening
    opening
      .on('error', () => undefined)
      .on('end', again)
      .on('notification', changed)
    opening
      .connect()
      .then(() => opening.query('LISTEN devices'))
      .then(changed, () => void opening.end().catch(() => undefined))
  }
  open()
  return async () => {
    closed = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
