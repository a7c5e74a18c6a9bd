// Through real sockets, with connections broken and the devices process started anew: does history ever pass for the present?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { devices as deviceRows, feeds, points } from '../../db/schema/devices/devices.ts'
import { drivers } from '../../devices/protocols/drivers.ts'
import type { Devices } from '../../devices/service.ts'
import { type SenderKind, senderKinds } from './clocks/senders.ts'
import { openPlant, type Plant, until } from './plant.ts'
import { dialTcp, type Wire } from './sockets.ts'

const since = '2026-01-01T00:00:00.000Z'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const ages = {
  'three hours': 3 * hour,
  'two days': 2 * day,
  'five days': 5 * day,
  'a clock wrong by a year': 365 * day,
}
const of = (protocol: string, kind: () => SenderKind) => ({ protocol, ...kind() })
const all = [
  of('hj212', senderKinds['HJ 212']),
  of('gb26875', senderKinds['GB/T 26875.3']),
  of('sl651', senderKinds['SL 651, a station that is asked']),
  of('jt809', senderKinds['JT/T 809-2019']),
]
type One = (typeof all)[number]

let plant: Plant
let running: Devices
let shift = 0
const now = (): Date => new Date(Date.now() + shift)
const wires = new Map<string, Wire>()

const start = async (): Promise<void> => {
  running = await plant.start({ drivers, now })
  await until(() => all.every(({ protocol }) => running.port(protocol) !== undefined))
}
const hangUp = (): void => {
  for (const wire of wires.values()) wire.close()
  wires.clear()
}

beforeAll(async () => {
  plant = await openPlant()
  for (const { protocol, places } of all) {
    await plant.db.insert(feeds).values({
      id: protocol,
      protocol,
      name: protocol,
      region: '330802',
      port: 0,
      silenceSeconds: 86_400,
    })
    for (const { key, secret = null, dialect = {}, points: limits = {} } of places) {
      const row = { feed: protocol, key, name: key, region: '330802', since, secret, dialect }
      const [device] = await plant.db
        .insert(deviceRows)
        .values(row)
        .returning({ id: deviceRows.id })
      for (const [point, high] of Object.entries(limits))
        await plant.db.insert(points).values({
          device: device?.id ?? '',
          key: point,
          name: point,
          kind: 'level',
          high,
          deadband: 0,
          onDelay: 0,
          offDelay: 0,
          since,
        })
    }
  }
  await start()
})
afterAll(async () => {
  hangUp()
  await running.stop()
  await plant.close()
})

/** What is dated so is stored, or refused, when this returns: most are answered, a platform’s data by the heartbeat behind them. */
const report = async ({ protocol, frames }: One, active: boolean, at: Date): Promise<void> => {
  const fresh = !wires.has(protocol)
  const wire = wires.get(protocol) ?? (await dialTcp(running.port(protocol) ?? 0))
  wires.set(protocol, wire)
  const answered = async (bytes: Uint8Array[]): Promise<void> => {
    const before = wire.received().length
    for (const one of bytes) await wire.send(one)
    await until(() => wire.received().length > before, 300).catch(() => undefined)
  }
  if (fresh && frames.greet) await answered([frames.greet(now())])
  const behind = protocol === 'jt809' && frames.beat ? [frames.beat(now())] : []
  await answered([...frames.frames(active, at), ...behind])
}
/** By the clock of each device, so old. */
const reportAll = async (active: boolean, old = 0): Promise<void> => {
  shift += minute
  await Promise.all(all.map((one) => report(one, active, new Date(now().getTime() - old))))
}

const standing = async () =>
  (await plant.db.select().from(alarms).where(eq(alarms.active, true)))
    .map(({ feed, doubtful }) => `${feed} ${doubtful}`)
    .sort()
const rings = async () =>
  (await plant.db.select().from(alarmEvents)).filter(({ kind }) =>
    ['raised', 're-alarm', 'escalated'].includes(kind),
  ).length
const everybody = all.map(({ protocol }) => `${protocol} false`).sort()

const ways: Record<string, () => Promise<void>> = {
  'on the same line': async () => undefined,
  'after a reconnect': async () => hangUp(),
  'after a restart': async () => {
    hangUp()
    await running.stop()
    await start()
  },
}

test('promise (alarms): through the sockets of HJ 212, GB/T 26875.3, SL 651 and JT/T 809, over reconnects and restarts, history neither ends an alarm nor rings', async () => {
  for (let turn = 0; turn < 4; turn++) await reportAll(false)
  await reportAll(true)
  await until(async () => (await standing()).length === all.length)
  expect(await standing()).toEqual(everybody)
  for (const [way, come] of Object.entries(ways)) {
    await come()
    for (const [age, old] of Object.entries(ages)) {
      await reportAll(false, old)
      expect(await standing(), `${way}, ${age}: it ends nothing`).toEqual(everybody)
    }
    await reportAll(true, ages['two days'])
    expect(await rings(), `${way}: it rings once`).toBe(all.length)
  }
  // No clock at all, as before the year 2010.
  await Promise.all(all.map((one) => report(one, false, new Date(Date.UTC(2000, 0, 1, 1)))))
  expect(await standing()).toEqual(everybody)
  await reportAll(false)
  await until(async () => (await standing()).length === 0)
  for (const come of Object.values(ways)) {
    await come()
    for (const old of [ages['two days'], ages['three hours']]) await reportAll(true, old)
    expect([await standing(), await rings()]).toEqual([[], all.length])
  }
  await reportAll(true)
  await until(async () => (await standing()).length === all.length)
  expect(await standing()).toEqual(everybody)
})
