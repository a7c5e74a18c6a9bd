// What becomes of the positions and alarm bits of a vehicle, good ones and others?
import { expect, test } from 'vitest'
import { toGcj02 } from '../../../devices/frames/datum.ts'
import type { SessionOutput } from '../../../devices/frames/protocol.ts'
import {
  kind,
  LORRY,
  later,
  lorry,
  NOW,
  plain,
  raised,
  reasons,
  signedIn,
  standing,
} from './lower.ts'

test('a position: place, speed and time as the vehicle measured them', () => {
  const lower = signedIn()
  const output = lower.position(NOW)
  expect(output.faults).toEqual([])
  expect(kind(output, 'position')).toEqual([
    {
      kind: 'position',
      device: LORRY,
      at: NOW.toISOString(),
      lon: 118.85,
      lat: 28.95,
      speedKmh: 60,
      direction: 90,
      altitude: 70,
      alarmBits: 0,
      statusBits: 3,
      flags: [],
      message: `jt809/${LORRY}/${NOW.toISOString()}`,
    },
  ])
})

test('the first position tells how every lasting alarm stands, later ones only what changes', () => {
  const lower = signedIn()
  const first = lower.position(NOW, { alarm: 0b10 })
  expect(standing(first)).toEqual(['overspeed'])
  expect(kind(first, 'condition')).toHaveLength(32)
  expect(raised(lower.position(later(10), { alarm: 0b10 }))).toEqual([])
  expect(raised(lower.position(later(20), { alarm: 1 << 23 }))).toEqual([
    '-overspeed',
    '+route-deviation',
  ])
})

test('events are reported for each time at which they happen, once', () => {
  const lower = signedIn()
  lower.position(NOW)
  const first = lower.position(later(10), { alarm: 1 })
  expect(raised(first)).toEqual(['+emergency'])
  expect(kind(first, 'condition')[0]).toMatchObject({
    device: LORRY,
    point: 'terminal',
    level: 1,
    text: '紧急报警',
    event: `jt809/${LORRY}/bit0/on/${later(10).toISOString()}`,
  })
  expect(raised(lower.position(later(10), { alarm: 1 }))).toEqual([])
  expect(raised(lower.position(later(20), { alarm: 1 }))).toEqual(['+emergency'])
  expect(raised(lower.position(later(30)))).toEqual(['-emergency'])
  expect(raised(lower.position(later(40)))).toEqual([])
})

test('an alarm of the same second as the position before it is another event than its absence', () => {
  const lower = signedIn()
  const events = [lower.position(NOW), lower.position(NOW, { alarm: 0x4000_0000 })].map((output) =>
    kind(output, 'condition').find(({ condition }) => condition === 'rollover'),
  )
  expect(events.map((one) => one?.active)).toEqual([false, true])
  expect(new Set(events.map((one) => one?.event)).size).toBe(2)
})

test('what could not be stored was not reported: all alarms are reported with the next position', () => {
  const lower = signedIn()
  lower.position(NOW)
  const lost = lower.position(later(10), { alarm: 0x4000_0000 })
  expect(raised(lost)).toEqual(['+rollover'])
  expect(raised(lower.position(later(20), { alarm: 0x4000_0000 }))).toEqual([])
  lost.forget?.()
  expect(standing(lower.position(later(30), { alarm: 0x4000_0000 }))).toEqual(['rollover'])
})

test('alarms that platforms found themselves stand beside those of the terminal (2019)', () => {
  const lower = signedIn({ version: '2019' })
  const location = {
    alarm: 0,
    status: 3,
    lat: 28_950_000,
    lon: 118_850_000,
    altitude: 70,
    speed: 605,
    direction: 90,
    time: '261126100000',
    extras: [],
    rest: new Uint8Array(),
  }
  const findings = [0, 4, 0].map((alarm) => ({ platform: '00'.repeat(11), alarm }))
  const output = lower.send(0x1200, {
    vehicle: lorry,
    sub: 0x1202,
    positions: [{ form: '2019', encrypted: 0, location, findings }],
  })
  expect(standing(output)).toEqual(['fatigue'])
  expect(kind(output, 'position')).toMatchObject([
    { at: NOW.toISOString(), speedKmh: 60.5, lat: 28.95 },
  ])
})

test.each([
  ['no fix', { status: 1 }, []],
  ['nowhere', { lon: 0, lat: 0 }, []],
  ['outside of China', { lon: 20_000_000 }, ['outside-china']],
  ['south', { status: 7 }, ['outside-china']],
  [
    'latitude and longitude swapped',
    { lon: 28_950_000, lat: 118_850_000 },
    ['swapped-coordinates'],
  ],
  ['year 2009', { year: 2009 }, ['position-time']],
  ['a month that is none', { month: 13 }, ['position-time']],
  ['two hours ahead', { hour: 12, minute: 1 }, ['position-time']],
])('not stored as a position: %s', (_, more, faults) => {
  const output = signedIn().position(NOW, more)
  expect(kind(output, 'position')).toEqual([])
  expect(reasons(output)).toEqual(faults)
})

test.each([
  ['without a fix', { status: 1 }],
  ['latitude and longitude 0', { lon: 0, lat: 0 }],
  ['latitude 0', { lat: 0 }],
  ['longitude 0', { lon: 0 }],
  ['east and west mistaken', { status: 0x0b }],
])('wherever the vehicle is said to be, its alarm bits count: %s', (_, more) => {
  const output = signedIn().position(NOW, { ...more, alarm: 0x4000_0001 })
  expect(standing(output)).toEqual(['emergency', 'rollover'])
  expect(output.faults.every(({ mild }) => mild)).toBe(true)
})

test('encrypted coordinates are reported once a day and never stored', () => {
  const lower = signedIn()
  const send = (now: Date): SessionOutput =>
    lower.send(
      0x1200,
      {
        vehicle: lorry,
        sub: 0x1202,
        positions: [{ form: '2011', encrypted: 1, plain: plain(now, { alarm: 1 }) }],
      },
      now,
    )
  const first = send(NOW)
  expect(kind(first, 'position')).toEqual([])
  expect(kind(first, 'sign')).toMatchObject([{ device: LORRY, sign: 'coordinates-encrypted' }])
  expect(standing(first)).toEqual(['emergency'])
  expect(kind(send(later(10)), 'sign')).toEqual([])
  expect(kind(send(later(86_400)), 'sign')).toHaveLength(1)
})

test('a peer that sends the coordinates of Chinese maps: they become WGS 84', () => {
  const there = toGcj02({ lon: 118.85, lat: 28.95 })
  expect(Math.hypot(there.lon - 118.85, there.lat - 28.95)).toBeGreaterThan(0.003)
  const beijing = toGcj02({ lon: 116.404, lat: 39.915 })
  expect([beijing.lon, beijing.lat]).toEqual([
    expect.closeTo(116.410244, 5),
    expect.closeTo(39.916404, 5),
  ])
  const sent = { lon: Math.round(there.lon * 1e6), lat: Math.round(there.lat * 1e6) }
  const [position] = kind(signedIn({ datum: 'gcj02' }).position(NOW, sent), 'position')
  expect(position?.lon).toBeCloseTo(118.85, 5)
  expect(position?.lat).toBeCloseTo(28.95, 5)
})

test('sent later (0x1203), older than the newest, or more than five minutes old: history, no alarm', () => {
  const lower = signedIn()
  lower.position(NOW)
  const positions = [1, 2, 3].map((minute) => ({
    form: '2011' as const,
    encrypted: 0,
    plain: plain(later(60 * minute), { alarm: 1 }),
  }))
  const backfill = lower.send(0x1200, { vehicle: lorry, sub: 0x1203, positions }, later(300))
  expect(kind(backfill, 'position').map(({ flags }) => flags)).toEqual([
    ['late'],
    ['late'],
    ['late'],
  ])
  expect(raised(backfill)).toEqual([])
  const older = lower.position(later(-60), { alarm: 1 }, later(301))
  expect(kind(older, 'position')).toMatchObject([{ flags: ['late'] }])
  expect(raised(older)).toEqual([])
  const stale = lower.position(later(310), { alarm: 1 }, later(700))
  expect(kind(stale, 'position')).toMatchObject([{ flags: ['late'] }])
  expect(raised(stale)).toEqual([])
  expect(raised(lower.position(later(710), { alarm: 1 }))).toEqual(['+emergency'])
})

test('a position of the near future is of no moment, and what comes after it is not late', () => {
  const lower = signedIn()
  lower.position(NOW)
  expect(kind(lower.position(later(1800), {}, later(10)), 'position')).toEqual([])
  const next = lower.position(later(20), { alarm: 1 })
  expect(kind(next, 'position')).toMatchObject([{ flags: [] }])
  expect(raised(next)).toEqual(['+emergency'])
})

test('what a peer kept while the link was down is taken however fast it comes', () => {
  const lower = signedIn()
  const positions = [1, 2, 3, 4, 5].map((minute) => ({
    form: '2011' as const,
    encrypted: 0,
    plain: plain(later(60 * minute)),
  }))
  const outputs = Array.from({ length: 40 }, () =>
    lower.send(0x1200, { vehicle: lorry, sub: 0x1203, positions }, later(3600)),
  )
  expect(outputs.flatMap((one) => kind(one, 'position'))).toHaveLength(200)
})

test('a vehicle that is not registered: shown and marked, without alarms, reported once a day', () => {
  const lower = signedIn()
  lower.devices.delete(LORRY)
  const first = lower.position(NOW, { alarm: 1 })
  expect(kind(first, 'position')).toMatchObject([{ unregistered: true }])
  expect(raised(first)).toEqual([])
  expect(first.faults).toMatchObject([{ reason: 'unknown-vehicle', device: LORRY }])
  expect(reasons(lower.position(later(10)))).toEqual([])
  expect(reasons(lower.position(later(86_400)))).toEqual(['unknown-vehicle'])
  const warned = lower.send(0x1400, {
    vehicle: lorry,
    sub: 0x1402,
    values: { source: 2, type: 3, time: NOW.getTime() / 1000, infoId: 1, text: '' },
  })
  expect(warned.observations).toEqual([])
})

test('the same frame again within ten minutes is dropped, and the link stays', () => {
  const lower = signedIn()
  lower.position(NOW)
  lower.sn -= 1
  const again = lower.position(NOW)
  expect(again).toMatchObject({ observations: [], replies: [] })
  expect(again.close).toBeUndefined()
  expect(reasons(again)).toEqual(['duplicate'])
  // Another position under the same number, as of a sender that does not count, is none.
  lower.sn -= 1
  expect(kind(lower.position(later(5)), 'position')).toHaveLength(1)
})

test('an old frame among new ones is a replay, one that was sent a day ahead is refused', () => {
  const lower = signedIn({ version: '2019' })
  const send = (sent: number, now: number): SessionOutput =>
    lower.send(
      0x1200,
      {
        vehicle: lorry,
        sub: 0x1202,
        positions: [{ form: '2011', encrypted: 0, plain: plain(later(sent)) }],
      },
      later(now),
      {
        time: later(sent).getTime() / 1000,
      },
    )
  expect(kind(send(60, 60), 'position')).toMatchObject([{ flags: [] }])
  expect(reasons(send(86_500, 61))).toEqual(['time-ahead'])
  const replay = send(-3000, 62)
  expect(replay.observations).toEqual([])
  expect(reasons(replay)).toEqual(['replay'])
})

test('two positions a second of one vehicle, two thousand a second of a peer', () => {
  const lower = signedIn()
  const outputs = Array.from({ length: 30 }, (_, index) =>
    lower.position(later(index / 10), { alarm: index === 29 ? 1 : 0 }),
  )
  expect(outputs.flatMap((one) => kind(one, 'position')).length).toBeLessThan(18)
  expect(reasons(outputs[29]!)).toEqual(['vehicle-flood'])
  expect(standing(outputs[29]!)).toEqual(['emergency'])
  const other = signedIn()
  const frame = (): Uint8Array =>
    other.frame(0x1200, { vehicle: lorry, sub: 0x120d, values: { text: 'x' } })
  const flood = Array.from({ length: 4100 }, () => other.feed(frame()))
  expect(flood.filter((one) => reasons(one).includes('flood'))).toHaveLength(100)
})

test('a place that does not change for ten minutes while the wheels turn is reported once', () => {
  const lower = signedIn()
  const signs = Array.from({ length: 80 }, (_, index) =>
    kind(lower.position(later(10 * index)), 'sign'),
  ).flat()
  expect(signs).toMatchObject([{ sign: 'position-frozen', at: later(600).toISOString() }])
  expect(kind(lower.position(later(1000), { lon: 118_851_000 }), 'sign')).toEqual([])
})
