// Is a promise about devices called broken when it is: too few, too late, lost, doubled, answered too early?
import { expect, test } from 'vitest'
import type { DevicesFigures } from '../../bench/devices/devices.ts'
import { devicesCounts, devicesGoals } from '../../bench/devices/devices-report.ts'
import { createTally, differences } from '../../bench/devices/devices-tally.ts'

const away = { seconds: 120, alarms: 20, lost: 0, doubled: 0, disordered: 0, caughtUpSeconds: 3 }
const count = (feed: string, more = {}) => ({
  feed,
  sent: 10,
  stored: 10,
  lost: 0,
  strange: 0,
  ...more,
})
const kept: DevicesFigures = {
  size: { minutes: 10, temporalSeconds: 600, postgresSeconds: 120 },
  perSecond: 3_660,
  stored: [{ feed: '', rows: 10, p50: 300, p95: 900, p99: 1_000, most: 1_100 }],
  acknowledged: [100],
  visible: { announced: [100], visible: [200], never: 0 },
  usage: { wallMs: 1_000, busyMs: 900, processes: {} },
  flood: {
    detectors: 60,
    visible: 60,
    groups: 1,
    inGroup: 60,
    gravest: 40,
    onTop: true,
    seconds: 10,
  },
  temporal: {
    ...away,
    seconds: 600,
    visible: { announced: [100], visible: [200], never: 0 },
    delayRecorded: 580,
    waitingCount: 50,
  },
  postgres: { ...away, acknowledged: 0, refused: 100, gaps: 1 },
  before: [count('hj212'), count('jt809')],
  after: [count('hj212'), count('jt809')],
}
const broken = (more: Partial<DevicesFigures>): number =>
  devicesGoals({ ...kept, ...more }).filter(({ met }) => !met).length

test('all promises are kept, and each is broken by itself', () => {
  expect(broken({})).toBe(0)
  const each: Partial<DevicesFigures>[] = [
    { perSecond: 3_600 },
    { stored: [{ ...kept.stored[0]!, p95: 2_100 }] },
    { stored: [] },
    { visible: { ...kept.visible, visible: [1_100] } },
    { visible: { ...kept.visible, never: 1 } },
    { before: [count('jt809', { lost: 1 })] },
    { flood: { ...kept.flood, groups: 2 } },
    { flood: { ...kept.flood, onTop: false } },
    { flood: { ...kept.flood, inGroup: 59 } },
    { temporal: { ...kept.temporal, disordered: 1 } },
    { temporal: { ...kept.temporal, delayRecorded: 10 } },
    { postgres: { ...kept.postgres, acknowledged: 1 } },
    { postgres: { ...kept.postgres, doubled: 1 } },
    { after: [count('hj212', { lost: 1 })] },
    { after: [count('hj212', { strange: 1 })] },
  ]
  expect(each.map(broken)).toEqual(each.map(() => 1))
})

test('a plant keeps little for us: what is lost of it while PostgreSQL is away is reported, and no broken promise; a place of a vehicle is one', () => {
  const after = [count('hj212'), count('demo-plant', { lost: 3 })]
  expect(broken({ after })).toBe(0)
  expect(devicesCounts({ ...kept, after }).rows.map((row) => [row[0], row.at(-1)])).toEqual([
    ['hj212', '0'],
    ['demo-plant', '3'],
    ['**all**', '3'],
  ])
  expect(broken({ after: [count('jt809', { lost: 1 })] })).toBe(1)
})

test('what is stored is compared by its moments: lost, from nowhere, at another moment', () => {
  const tally = createTally()
  for (const ms of [1_000, 2_000, 3_000]) tally.note('f', 'd', 'p', ms)
  const stored = (count: number, sum: number) => new Map([['f\td\tp', { count, sum }]])
  const of = (count: number, sum: number) =>
    differences(tally, stored(count, sum)).map(({ lost, strange }) => [lost, strange])
  expect(of(3, 6_000)).toEqual([[0, 0]])
  expect(of(2, 3_000)).toEqual([[1, 0]])
  expect(of(4, 10_000)).toEqual([[0, 1]])
  expect(of(3, 7_000)).toEqual([[1, 1]])
  expect(
    differences(tally, new Map([['g\td\tp', { count: 1, sum: 1 }]])).map(
      ({ feed, lost, strange }) => [feed, lost, strange],
    ),
  ).toEqual([
    ['f', 3, 0],
    ['g', 0, 1],
  ])
})
