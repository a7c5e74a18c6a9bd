// Does what is reported leave the system once, in order, acknowledged, and an exercise only as an exercise?
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepWarning } from '../../../db/alarms/warnings.ts'
import {
  outboundDeliveries,
  outboundMessages,
  outboundOffice,
  outboundReceivers,
} from '../../../db/schema/devices/outbound.ts'
import { createDelivering } from '../../../devices/outbound/deliver.ts'
import { alarmWarningContent } from '../../../domain/warning/alarm-warning.ts'
import { openPlant, type Plant, until } from '../plant.ts'
import { gas, issuingOf, later, now, office } from './issuing.ts'
import { type Mood, openReceiver, type ReceiverServer } from './receiver.ts'

let plant: Plant
let receiver: ReceiverServer
beforeAll(async () => {
  plant = await openPlant()
  receiver = await openReceiver()
  await plant.db.insert(outboundOffice).values({ id: 1, ...office })
  const common = { url: receiver.url, format: 'cap' as const, leastLevel: 2 as const }
  await plant.db.insert(outboundReceivers).values([
    { id: 'city', name: '市预警中心', secret: 'k', exercises: true, ...common },
    { id: 'real', name: '省预警中心', regions: ['330802'], ...common },
  ])
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.feel('ack')
})
afterEach(() => clear())
afterAll(async () => {
  await receiver.close()
  await plant.close()
})

const { raise, change, issue, messages, clear } = issuingOf(() => plant)
const outbound = { listed: ['127.0.0.1'], own: [], httpsOnly: false }
const deliver = (at = now, timeoutMs = 10_000) =>
  createDelivering({ db: plant.db, outbound, now: () => at, timeoutMs }).round()
const deliveries = () =>
  plant.db
    .select()
    .from(outboundDeliveries)
    .orderBy(outboundDeliveries.place, outboundDeliveries.receiver)
const states = async () => (await deliveries()).map(({ receiver: to, state }) => `${to} ${state}`)

test('raised, graver, closed: three messages, each naming those before it, and nothing twice', async () => {
  const id = await raise()
  expect([await issue(), await issue()]).toEqual([1, 0])
  await change(id, { level: 1 })
  expect([await issue(later(1_000)), await issue(later(2_000))]).toEqual([1, 0])
  await change(id, { closedAt: later(3_000).toISOString(), active: false })
  expect([await issue(later(3_000)), await issue(later(4_000))]).toEqual([1, 0])
  const said = await messages()
  expect(said.map(({ type, level, status }) => [type, level, status])).toEqual([
    ['Alert', 2, 'Actual'],
    ['Update', 1, 'Actual'],
    ['Cancel', 1, 'Actual'],
  ])
  for (let n = 0; n < 4; n++) await deliver(later(5_000))
  const toCity = receiver.received.filter(({ signature }) => signature !== '')
  expect(toCity.map(({ type, refused }) => [type, refused])).toEqual([
    ['Alert', []],
    ['Update', []],
    ['Cancel', []],
  ])
  const ids = said.map(({ identifier }) => identifier)
  expect(toCity.map(({ references }) => references)).toEqual([[], ids.slice(0, 1), ids.slice(0, 2)])
  expect(toCity.map(({ id: key }) => key)).toEqual(ids)
  expect(toCity[0]?.signature).toBe(
    `sha256=${createHmac('sha256', 'k')
      .update(said[0]?.cap ?? '')
      .digest('hex')}`,
  )
  expect(said[0]?.sha256).toBe(
    createHash('sha256')
      .update(said[0]?.cap ?? '')
      .digest('hex'),
  )
  expect(JSON.parse(said[0]?.geojson ?? '').features[0].geometry).toEqual({
    type: 'Point',
    coordinates: [118.87, 28.97],
  })
  expect(new Set(await states())).toEqual(new Set(['city acknowledged', 'real acknowledged']))
})

test('what a person has said is changed by the machine only when it gets graver, and ended by a person', async () => {
  const id = await raise()
  await plant.db.transaction((tx) =>
    keepWarning(tx, {
      content: alarmWarningContent({
        ...gas,
        id,
        raisedAt: now.toISOString(),
        stale: false,
        synthetic: false,
      }),
      from: office,
      at: now,
      incident: id,
      earlier: [],
      ended: false,
      to: ['city'],
      issuer: { by: 'dan', byName: '丹', request: randomUUID(), bodyHash: 'h' },
    }),
  )
  expect(await issue()).toBe(0)
  await change(id, { level: 3 })
  expect(await issue()).toBe(0)
  await change(id, { level: 1 })
  expect([await issue(later(1_000)), await issue(later(2_000))]).toEqual([1, 0])
  await change(id, { level: 3, closedAt: later(3_000).toISOString(), active: false })
  expect(await issue(later(4_000))).toBe(0)
  expect((await messages()).map(({ type, level, by }) => [type, level, by])).toEqual([
    ['Alert', 2, 'dan'],
    ['Update', 1, null],
  ])
})

test('what no receiver wants, what has no case and what is hidden does not leave', async () => {
  await raise({ level: 3 })
  await raise({ caseStarted: null })
  await raise({ suppressed: true })
  await raise({ outOfService: true })
  await raise({ closedAt: now.toISOString() })
  expect(await issue()).toBe(0)
  expect(await messages()).toEqual([])
})

test('an exercise goes only to those who take exercises, and says so', async () => {
  await raise({ synthetic: true })
  await issue()
  await deliver()
  expect(await states()).toEqual(['city acknowledged'])
  expect(receiver.received.map(({ status }) => status)).toEqual(['Exercise'])
  expect(receiver.received[0]?.body).toContain('【演练】')
  expect(await messages()).toMatchObject([{ synthetic: true, status: 'Exercise' }])
})

test('the database refuses an exercise that claims to be real, and whatever would change what was said', async () => {
  const alarm = await raise({ synthetic: true })
  await issue()
  const [made] = await messages()
  if (!made) throw new Error('no message')
  const claimed = { ...made, identifier: 'x', place: 2, status: 'Actual' as const }
  await expect(plant.db.insert(outboundMessages).values(claimed)).rejects.toThrow()
  await expect(
    plant.db.insert(outboundMessages).values({ ...claimed, synthetic: false }),
  ).rejects.toThrow()
  expect((await messages()).map(({ incident }) => incident)).toEqual([alarm])
  await expect(plant.db.update(outboundMessages).set({ cap: '' })).rejects.toThrow()
  await expect(plant.db.delete(outboundMessages)).rejects.toThrow()
  await deliver()
  await expect(plant.db.update(outboundDeliveries).set({ state: 'waiting' })).rejects.toThrow()
  await expect(plant.db.delete(outboundDeliveries)).rejects.toThrow()
})

describe('answers', () => {
  test.each<[Mood, string, number | null, string | null]>([
    ['plain', 'taken', 204, null],
    ['foreign', 'taken', 200, null],
    ['error', 'refused', 200, 'declined'],
    ['gone', 'refused', 410, 'bad-answer'],
    ['elsewhere', 'refused', 302, 'bad-answer'],
    ['busy', 'waiting', 503, 'bad-answer'],
    ['broken', 'waiting', null, 'unreachable'],
    ['silent', 'waiting', null, 'unreachable'],
    ['endless', 'waiting', null, 'bad-answer'],
  ])('%s: %s', async (mood, state, httpStatus, error) => {
    receiver.feel(mood)
    await raise({ synthetic: true })
    await issue()
    await deliver(now, mood === 'silent' || mood === 'endless' ? 300 : 10_000)
    expect(await deliveries()).toMatchObject([{ state, httpStatus, error, attempts: 1 }])
    receiver.feel('ack')
    const before = receiver.received.length
    await deliver(later(1_000))
    expect(receiver.received.length).toBe(before)
    await deliver(later(60_000))
    const [delivery] = await deliveries()
    expect(delivery).toMatchObject(
      state === 'waiting'
        ? { state: 'acknowledged', attempts: 2, error: null }
        : { state, attempts: 1 },
    )
    if (state === 'waiting')
      expect(new Set(receiver.received.map(({ id, body }) => id + body)).size).toBe(1)
  })

  test('promise (secrecy): a receiver at an address that is not to be reached gets nothing, and no failure tells more than its kind', async () => {
    receiver.feel('error')
    const refusing = { ...outbound, listed: [] }
    await raise({ synthetic: true })
    await issue()
    await createDelivering({ db: plant.db, outbound: refusing, now: () => now }).round()
    expect([receiver.received, await deliveries()]).toMatchObject([
      [],
      [{ state: 'waiting', error: 'refused-address', httpStatus: null }],
    ])
    await deliver(later(60_000))
    expect(JSON.stringify(await deliveries())).not.toContain('不在辖区')
    await expect(
      plant.db.execute(`UPDATE outbound_deliveries SET error = 'ECONNREFUSED 10.0.0.1:22'`),
    ).rejects.toThrow()
  })

  test('what comes later waits for what came before; after a day it is given up', async () => {
    receiver.feel('busy')
    const id = await raise({ synthetic: true })
    await issue()
    await change(id, { level: 1 })
    await issue(later(1_000))
    await deliver(later(2_000))
    expect(await states()).toEqual(['city waiting', 'city waiting'])
    expect(receiver.received.map(({ type }) => type)).toEqual(['Alert'])
    await deliver(later(86_500_000))
    receiver.feel('ack')
    await deliver(later(86_500_000))
    expect(await states()).toEqual(['city given-up', 'city acknowledged'])
  })
})

test('the devices process does it by itself', async () => {
  const running = await plant.start()
  try {
    await running.registry.refresh()
    await until(() => running.port('toy') !== undefined)
    await raise({ synthetic: true })
    await until(() => receiver.received.length === 1)
    await until(async () => (await states())[0] === 'city acknowledged')
  } finally {
    await running.stop()
  }
})

test('an area that a person has drawn reaches its receivers as a polygon, first and changed, and holds on when it gets graver', async () => {
  const square: [number, number][] = [
    [118.86, 28.96],
    [118.88, 28.96],
    [118.88, 28.98],
  ]
  const id = await raise()
  const content = {
    ...alarmWarningContent({
      ...gas,
      lon: 118.87,
      lat: 28.97,
      id,
      raisedAt: now.toISOString(),
      stale: false,
      synthetic: false,
    }),
    around: null,
    place: null,
  }
  const say = async (polygon: [number, number][], n: number) => {
    const earlier = await messages()
    await plant.db.transaction((tx) =>
      keepWarning(tx, {
        content: { ...content, polygon },
        from: office,
        at: later(n * 1_000),
        incident: id,
        earlier,
        ended: false,
        to: ['city'],
        issuer: { by: 'dan', byName: '丹', request: randomUUID(), bodyHash: 'h' },
      }),
    )
  }
  await say(square, 1)
  await say([...square, [118.86, 28.98]], 2)
  for (let n = 0; n < 4; n++) await deliver(later(5_000))
  expect(receiver.received.map(({ type, refused }) => [type, refused])).toEqual([
    ['Alert', []],
    ['Update', []],
  ])
  expect((await messages()).map(({ cap }) => /<polygon>([^<]*)</.exec(cap)?.[1])).toEqual([
    '28.96,118.86 28.96,118.88 28.98,118.88 28.96,118.86',
    '28.96,118.86 28.96,118.88 28.98,118.88 28.98,118.86 28.96,118.86',
  ])
  await change(id, { level: 1 })
  expect(await issue(later(6_000))).toBe(1)
  const graver = (await messages()).at(-1)
  expect([graver?.type, graver?.by]).toEqual(['Update', null])
  expect(graver?.cap).toContain('<polygon>28.96,118.86 28.96,118.88 28.98,118.88 28.98,118.86')
  expect(graver?.cap).toContain('<circle>28.97,118.87')
})
