// Does a fire ring that could not be stored for longer than a sender is believed to be on time?
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { devices as deviceRows, feeds, points } from '../../db/schema/devices/devices.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import { gb26875 } from '../../devices/protocols/gb26875/codec.ts'
import { ACKNOWLEDGED } from '../../devices/protocols/gb26875/message.ts'
import { write, writeMs } from '../../devices/protocols/hj212/time.ts'
import type { Devices } from '../../devices/service.ts'
import { knowClocks } from './clocks/known.ts'
import { component, frame, SOURCE, system } from './gb26875/centre.ts'
import { MN, PASSWORD, frameOf as station } from './hj212/session.ts'
import { LORRY, Lower, lorry, peerDevice, plain } from './jt809/lower.ts'
import { openPlant, type Plant, until } from './plant.ts'
import { push, secret as pushSecret, wall } from './push/city.ts'
import { dialTcp } from './sockets.ts'

const since = '2026-01-01T00:00:00.000Z'
const minute = 60_000
let plant: Plant
let running: Devices
/** By how much the clock of the platform has been put forward, ms. */
let shift = 0
const now = (): Date => new Date(Date.now() + shift)

beforeAll(async () => {
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
      ...[
        of('fire', SOURCE),
        of('waters', MN, { secret: PASSWORD, dialect: { greets: false } }),
        of('lorries', key, { dialect, secret }),
        of('lorries', LORRY),
      ],
      ...[
        of('lifts', 'lifts', { secret: pushSecret }),
        of('lifts', 'LIFT-1'),
        of('sources', 'sources', { secret: pushSecret }),
      ],
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

const open = async (): Promise<void> => {
  await knowClocks(plant.db)
  running = await plant.start({
    drivers,
    now,
    pushPort: 0,
    storing: { againMs: 20, patienceMs: 100 },
  })
  await until(() => running.leasedFeeds().length >= 5 && running.pushPort() !== undefined)
}
beforeEach(open)
afterEach(() => running.stop())

/** PostgreSQL takes connections and stores no alarm. */
const failing = async (work: () => Promise<void>): Promise<void> => {
  await plant.db.execute(sql`ALTER TABLE alarm_states RENAME TO away`)
  await work().finally(() => plant.db.execute(sql`ALTER TABLE away RENAME TO alarm_states`))
}

const later = (minutes: number): void => {
  shift += minutes * minute
}

/** What a new connection is answered; unanswered it is closed. */
const send = async (feed: string, bytes: Uint8Array[]): Promise<Uint8Array> => {
  const wire = await dialTcp(running.port(feed) ?? 0)
  for (const one of bytes) await wire.send(one)
  await until(() => wire.received().length > 0 || wire.closed(), 20_000)
  wire.close()
  return wire.received()
}

const acknowledged = (answer: Uint8Array): boolean => {
  const results = gb26875.framer({ packets: false }).push(answer)
  const decoded = results.map((result) => (result.ok ? gb26875.decode(result.frame, {}) : null))
  return decoded.some((one) => one?.ok && one.message.command === ACKNOWLEDGED)
}

const raisedAt = async (condition: string, point?: string) => {
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

/** A fire of a detector of its own, as it is sent and sent again: the same bytes. */
let detectors = 0x100
const fire = () => {
  const at = new Date(Math.floor(now().getTime() / 1_000) * 1_000)
  const detector = ++detectors
  return {
    at,
    point: `/${detector}`,
    bytes: frame([component(1 | 2, at, { component: detector })], at),
  }
}
describe('a fire that could not be stored', () => {
  const rings = async ({ at, bytes }: ReturnType<typeof fire>, minutes: number) => {
    expect(acknowledged(await send('fire', [bytes]))).toBe(true)
    const all = await plant.db.select().from(alarmEvents).where(eq(alarmEvents.kind, 'raised'))
    const event = all.find((one) => Math.abs(Date.parse(one.recordedAt) - now().getTime()) < 5_000)
    expect(event, 'the fire has been raised').toBeDefined()
    expect(Date.parse(event?.at ?? '')).toBe(at.getTime())
    expect(event?.text).toContain(`${minutes}分钟后才得知`)
  }

  test.each([6, 11])(
    'sent again after %i minutes with its own time it rings, and says that it was told late',
    async (minutes) => {
      const one = fire()
      await failing(async () => {
        expect(acknowledged(await send('fire', [one.bytes]))).toBe(false)
        later(3)
        expect(acknowledged(await send('fire', [one.bytes]))).toBe(false)
        later(minutes - 3)
      })
      await rings(one, minutes)
    },
  )

  test('sent again to a process that has been started meanwhile it rings', async () => {
    for (const minutes of [6, 11]) {
      const one = fire()
      await failing(async () => {
        await send('fire', [one.bytes])
        await running.stop()
        later(minutes)
      })
      await open()
      const before = (await plant.db.select().from(alarms)).length
      expect(acknowledged(await send('fire', [one.bytes]))).toBe(true)
      expect((await plant.db.select().from(alarms)).length).toBe(before + 1)
    }
  })

  test('the panel says first that it was reset, then that there was a fire: it rings as one that is over', async () => {
    const at = now()
    const first = frame([system(2, at)], at)
    const reset = frame(
      [system(0x2000, new Date(at.getTime() + 60_000))],
      new Date(at.getTime() + 60_000),
    )
    await failing(async () => {
      await send('fire', [first])
      later(7)
    })
    expect(acknowledged(await send('fire', [reset]))).toBe(true)
    expect(acknowledged(await send('fire', [first]))).toBe(true)
    const { alarm, kinds } = await raisedAt('fire', '1-3')
    expect(alarm).toMatchObject({ active: false, latched: true, acked: false, level: 1 })
    expect(kinds).toEqual(expect.arrayContaining(['raised', 'rtn']))
  })

  test('what was stored and is sent again is acknowledged and rings once', async () => {
    const one = fire()
    expect(acknowledged(await send('fire', [one.bytes]))).toBe(true)
    const before = (await plant.db.select().from(alarms)).length
    later(6)
    expect(acknowledged(await send('fire', [one.bytes]))).toBe(true)
    expect((await plant.db.select().from(alarms)).length).toBe(before)
  })
})

describe('other ways', () => {
  test('HJ 212: a measurement beyond its limit, sent again after six minutes, rings', async () => {
    const area = `DataTime=${write(now())};w01018-Rtd=60,w01018-Flag=N`
    const bytes = station(area, { QN: writeMs(now()) })
    await failing(async () => {
      expect(await send('waters', [bytes])).toHaveLength(0)
      later(6)
    })
    expect(Buffer.from(await send('waters', [bytes])).toString()).toContain('CN=9014')
    expect((await raisedAt('high', 'w01018-Rtd')).alarm).toMatchObject({ level: 3, active: true })
  })

  test('JT/T 809: a lorry that has turned over, reported by a position that could not be stored, rings with the next position', async () => {
    const lower = new Lower()
    const signIn = lower.frame(0x1001, {
      values: { user: 7, password: 'abc12345', ip: '', port: 0 },
    })
    const position = (alarm = 0x4000_0000) =>
      lower.frame(0x1200, {
        ...{ vehicle: lorry, sub: 0x1202 },
        positions: [{ form: '2011', encrypted: 0, plain: plain(now(), { alarm }) }],
      })
    await send('lorries', [Buffer.concat([signIn, position(0)])])
    await failing(async () => {
      await send('lorries', [Buffer.concat([signIn, position()])])
      later(6)
    })
    await send('lorries', [Buffer.concat([signIn, position()])])
    await until(async () => (await raisedAt('rollover')).alarm !== undefined)
  })

  test('pushed: a lift fault that was answered 429 rings when it is pushed again, and so does a measurement of gas', async () => {
    const fault = {
      id: 'F1',
      type: 'fault',
      register_code: 'LIFT-1',
      time: wall(now().getTime()),
      fault_id: '90',
      deal_status: '01',
    }
    const gas = {
      equip_code: 'TANK-1',
      bit_no: 'GT-1',
      value: 60,
      unit: '%LEL',
      quality: 'good',
      time: now().getTime(),
    }
    const send = (feed: string, item: object) =>
      push(running.pushPort(), feed, [item], { timestamp: Math.floor(now().getTime() / 1_000) })
    await failing(async () => {
      expect((await send('lifts', fault)).status).toBe(429)
      expect((await send('sources', gas)).status).toBe(429)
      later(6)
    })
    expect((await send('lifts', fault)).status).toBe(202)
    expect((await send('sources', gas)).status).toBe(202)
    expect((await raisedAt('trapped')).alarm).toMatchObject({ level: 1, active: true })
    const { alarm, raised } = await raisedAt('high', 'GT-1')
    expect(alarm).toMatchObject({ level: 1, active: true })
    expect(raised?.text).toContain('6分钟后才得知')
  })
})
