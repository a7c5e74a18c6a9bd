// What stands beside one alarm: how points are watched, how fast they rise, floods, policy, packed quality?
import { describe, expect, test } from 'vitest'
import { flooded, still } from '../../../devices/alarms/flood.ts'
import { toldParameters, type Watched, watchesOf } from '../../../devices/alarms/parameters.ts'
import { rising } from '../../../devices/alarms/rate.ts'
import { alwaysPasses, policyOf } from '../../../devices/episodes/policy.ts'
import { lateness, wordsOf } from '../../../devices/episodes/wording.ts'
import { packed, packedFlags, unpacked } from '../../../devices/intake/quality.ts'
import { unlimited as bare } from './points.ts'
import { at } from './sensing.ts'

const always = () => true

describe('how a point is watched', () => {
  test('without limits not at all; with them also whether it measures', () => {
    expect(watchesOf(bare, always)).toEqual([])
    expect(watchesOf({ ...bare, high: 160 }, always).map(({ condition }) => condition)).toEqual([
      'high',
      'bad-quality',
    ])
  })

  test('the table of its kind, in percent of its range', () => {
    const [high] = watchesOf({ ...bare, high: 160, highHigh: 180 }, always)
    expect(high?.parameters).toMatchObject({
      deadband: 10,
      onDelayMs: 60_000,
      offDelayMs: 60_000,
      latching: false,
      lateAfterMs: 300_000,
    })
    expect(high?.parameters.limits).toEqual([
      { limit: 160, level: 3 },
      { limit: 180, level: 2 },
    ])
  })

  test('what its row says goes first', () => {
    const [high] = watchesOf(
      { ...bare, high: 160, deadband: 1, onDelay: 0, latching: true, firstLevel: 2 },
      always,
    )
    expect(high?.parameters).toMatchObject({
      deadband: 2,
      onDelayMs: 0,
      latching: true,
      limits: [{ limit: 160, level: 2 }],
    })
  })

  test('gas rings at once, latches, and nobody in the city shelves its second level', () => {
    const [high] = watchesOf(
      { ...bare, kind: 'gas', rangeHigh: 100, high: 25, highHigh: 50 },
      always,
    )
    expect(high?.parameters).toMatchObject({
      onDelayMs: 0,
      offDelayMs: 30_000,
      deadband: 2,
      latching: true,
      shelvable: false,
    })
    const [only] = watchesOf({ ...bare, kind: 'gas', rangeHigh: 100, high: 25 }, always)
    expect(only?.parameters.shelvable).toBe(true)
    expect(toldParameters('fire', 1, null, true)).toMatchObject({
      shelvable: false,
      latching: true,
    })
    expect(toldParameters('other', 1, null, true)).toMatchObject({
      shelvable: true,
      latching: false,
    })
  })
})

test('beyond its range an instrument counts as above its limit, but for a monitor of pollution: of those only good values do', () => {
  const counts = (kind: Watched['kind']) =>
    watchesOf({ ...bare, kind, high: 50 }, always)[0]?.parameters.overCounts
  expect([counts('pollution'), counts('gas'), counts('level')]).toEqual([false, true, true])
})

describe('how fast it rises', () => {
  const feed = (samples: [seconds: number, value: number][]) => {
    let kept: Parameters<typeof rising>[0] = []
    let rate: number | null = null
    for (const [seconds, value] of samples) {
      const next = rising(kept, { ms: seconds * 1_000, value })
      kept = next.samples
      rate = next.perMinute
    }
    return rate
  }
  test.each([
    ['nothing before', [[0, 5]], null],
    [
      'too soon to say',
      [
        [0, 5],
        [5, 6],
      ],
      null,
    ],
    ['over a minute of seconds', [...Array(61)].map((_, n) => [n, n / 10]), 6],
    [
      'of a slow feed, from the one before',
      [
        [0, 10],
        [600, 30],
      ],
      2,
    ],
    [
      'after too long a pause',
      [
        [0, 10],
        [2_000, 30],
      ],
      null,
    ],
  ] as [string, [number, number][], number | null][])('%s', (_, samples, expected) => {
    const rate = feed(samples)
    if (expected === null) expect(rate).toBeNull()
    else expect(rate).toBeCloseTo(expected, 6)
  })
})

test('a flood begins with the eleventh new alarm in ten minutes and ends with fewer than five', () => {
  let flood = still
  for (let n = 0; n < 10; n++) flood = flooded(flood, n * 1_000, true)
  expect(flood.since).toBeNull()
  flood = flooded(flood, 10_000, true)
  expect(flood.since).toBe(10_000)
  expect(flooded(flood, 605_999, false).since).toBe(10_000)
  expect(flooded(flood, 606_000, false).since).toBeNull()
})

describe('the policy', () => {
  const about = { feed: 'f', kind: 'level', condition: 'high', level: 3 as const }
  test.each([
    [{ level: 1 }, 'episode', 0],
    [{ level: 2 }, 'episode', 0],
    [{ level: 3 }, 'episode', 300_000],
    [{ level: 4 }, 'record', 0],
    [{ kind: 'gas', level: 3 }, 'episode', 0],
    [{ condition: 'trapped', kind: 'trapped', level: 3 }, 'episode', 0],
    [{ condition: 'fault', kind: 'fire', level: 3 }, 'episode', 300_000],
    [{ condition: 'bad-quality', level: 4 }, 'record', 0],
    [{ condition: 'feed-silent', level: 2 }, 'episode', 0],
    [{ condition: 'device-silent', level: 3 }, 'notify', 0],
  ] as const)('%o', (more, way, afterMs) => {
    expect(policyOf({ ...about, ...more })).toEqual({ way, afterMs })
  })
  test('gas and fire of the first level pass through every flood', () => {
    expect(alwaysPasses({ ...about, kind: 'gas', level: 1 })).toBe(true)
    expect(alwaysPasses({ ...about, kind: 'gas', level: 2 })).toBe(false)
    expect(alwaysPasses({ ...about, level: 1 })).toBe(false)
  })
})

test('quality and flags come back out of their number', () => {
  for (const quality of ['good', 'bad', 'stale', 'manual', 'calib', 'over'] as const)
    for (const flags of [
      [],
      ['late'],
      ['retx', 'synthetic'],
      ['late', 'retx', 'skew', 'synthetic'],
    ] as const)
      expect(unpacked(packed(quality, flags))).toEqual({ quality, flags })
  expect(packed('good', [])).toBe(0)
  expect(packedFlags(['synthetic'])).toBe(8)
})

test('the words of an alarm name place, limit and unit', () => {
  const after = { rank: 2 } as Parameters<typeof wordsOf>[1]['after']
  expect(
    wordsOf(
      { name: '丙烯储罐 液位', condition: 'high', unit: '%' },
      { value: 92.000001, limit: 90, after },
    ),
  ).toBe('丙烯储罐 液位 高高报：92%（限值90%）')
  expect(
    wordsOf(
      { name: '甲', condition: 'bad-quality', unit: null },
      { value: 1, limit: 1, after: { ...after, rank: 1 } },
    ),
  ).toBe('甲 测量值不可用')
})

test('what begins to ring late says when it happened; an analyser may take its hours', () => {
  type Said = Parameters<typeof lateness>[1]
  const said = (minutes: number, kind: Said['kind'] = 'raised', level = 1): Said => {
    return { kind, at: at(minutes * 60), sensedAt: at(0), after: { level } as Said['after'] }
  }
  expect(lateness('fire', said(6))).toBe('（迟报：2026-11-26 16:00:00发生，6分钟后才得知）')
  expect([150, 4_320].map((minutes) => lateness('fire', said(minutes)).split('，')[1])).toEqual([
    '3小时后才得知）',
    '3天后才得知）',
  ])
  const inTime = [
    lateness('fire', said(5)),
    lateness('fire', said(60, 're-alarm')),
    lateness('pollution', said(120)),
  ]
  expect([...inTime, lateness('other', said(60, 'raised', 2))]).toEqual(['', '', '', ''])
})
