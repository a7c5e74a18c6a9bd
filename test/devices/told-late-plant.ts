// Which plant cannot store what it is told in these tests?
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { devices as deviceRows, feeds, points } from '../../db/schema/devices/devices.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import type { Devices } from '../../devices/service.ts'
import { knowClocks } from './clocks/known.ts'
import { SOURCE } from './gb26875/centre.ts'
import { MN, PASSWORD } from './hj212/session.ts'
import { LORRY, peerDevice } from './jt809/lower.ts'
import { openPlant, type Plant, until } from './plant.ts'
import { secret as pushSecret } from './push/city.ts'
import { dialTcp } from './sockets.ts'

export const since = '2026-01-01T00:00:00.000Z'
export const minute = 60_000
export let plant: Plant
export let running: Devices
/** By how much the clock of the platform has been put forward, ms. */
export let shift = 0
export const now = (): Date => new Date(Date.now() + shift)

/** Called at the head of each file of tests, which gets one of its own. */
export const useToldLatePlant = (): void => {
  beforeAll(async () => {
    shift = 0
    plant = await openPlant()
    await plant.db.insert(feeds).values([
      {
        id: 'fire',
        protocol: 'gb26875',
        name: '消防',
        region: '330802',
        port: 0,
        silenceSeconds: 86_400,
      },
      {
        id: 'waters',
        protocol: 'hj212',
        name: '污染源',
        region: '330802',
        port: 0,
        silenceSeconds: 86_400,
      },
      {
        id: 'lorries',
        protocol: 'jt809',
        name: '车辆',
        region: '330802',
        port: 0,
        silenceSeconds: 86_400,
      },
      {
        id: 'lifts',
        protocol: 'push',
        name: '电梯',
        region: '330802',
        silenceSeconds: 86_400,
        settings: { mapping: 'lift' },
      },
      {
        id: 'sources',
        protocol: 'push',
        name: '罐区',
        region: '330802',
        silenceSeconds: 86_400,
        settings: { mapping: 'hazard-source' },
      },
    ])
    const { key, dialect, secret } = peerDevice()
    const of = (feed: string, name: string, more: object = {}) => ({
      feed,
      key: name,
      name,
      region: '330802',
      since,
      ...more,
    })
    const rows = await plant.db
      .insert(deviceRows)
      .values([
        of('fire', SOURCE),
        of('waters', MN, { secret: PASSWORD, dialect: { greets: false } }),
        of('lorries', key, { dialect, secret }),
        of('lorries', LORRY),
        of('lifts', 'lifts', { secret: pushSecret }),
        of('lifts', 'LIFT-1'),
        of('sources', 'sources', { secret: pushSecret }),
        of('sources', 'TANK-1'),
      ])
      .returning({ id: deviceRows.id, key: deviceRows.key })
    const idOf = (name: string): string => rows.find(({ key: own }) => own === name)?.id ?? ''
    await plant.db.insert(points).values([
      {
        device: idOf('TANK-1'),
        key: 'GT-1',
        name: '可燃气',
        unit: '%LEL',
        kind: 'gas',
        high: 25,
        highHigh: 50,
        onDelay: 0,
        since,
      },
      {
        device: idOf(MN),
        key: 'w01018-Rtd',
        name: '化学需氧量',
        unit: 'mg/L',
        kind: 'pollution',
        low: 1,
        high: 40,
        onDelay: 0,
        since,
      },
    ])
  })
  afterAll(() => plant.close())
  beforeEach(start)
  afterEach(() => running.stop())
}

export const start = async (): Promise<void> => {
  await knowClocks(plant.db)
  running = await plant.start({
    drivers,
    now,
    pushPort: 0,
    storing: { againMs: 20, patienceMs: 100 },
  })
  await until(() => running.leasedFeeds().length >= 5 && running.pushPort() !== undefined)
}

/** PostgreSQL takes connections and stores no alarm. */
export const failing = async (work: () => Promise<void>): Promise<void> => {
  await plant.db.execute(sql`ALTER TABLE alarm_states RENAME TO away`)
  await work().finally(() => plant.db.execute(sql`ALTER TABLE away RENAME TO alarm_states`))
}

export const later = (minutes: number): void => {
  shift += minutes * minute
}

/** What a new connection is answered; unanswered it is closed. */
export const said = async (feed: string, bytes: Uint8Array[]): Promise<Uint8Array> => {
  const wire = await dialTcp(running.port(feed) ?? 0)
  for (const one of bytes) await wire.send(one)
  await until(() => wire.received().length > 0 || wire.closed(), 20_000)
  wire.close()
  return wire.received()
}

export const raisedAt = async (condition: string, point?: string) => {
  const rows = await plant.db.select().from(alarms).where(eq(alarms.condition, condition))
  const alarm = rows.find((row) => point === undefined || row.point.endsWith(point))
  const events = alarm
    ? await plant.db.select().from(alarmEvents).where(eq(alarmEvents.alarm, alarm.id))
    : []
  return {
    alarm,
    kinds: events.map(({ kind }) => kind),
    raised: events.find(({ kind }) => kind === 'raised'),
  }
}
