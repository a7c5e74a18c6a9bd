// Are floods, shares and hints counted as IEC 62682 wants, and do the desk and the devices mean the same?
import { describe, expect, test } from 'vitest'
import { packed } from '../../devices/intake/quality.ts'
import type { Quality } from '../../devices/port/port.ts'
import { type Counted, floodedBins, histogramOf, measuresOf } from '../../domain/duty/figures.ts'
import { adviceFor } from '../../domain/duty/first-acts.ts'
import { calledFrom, whyNotShelve } from '../../domain/duty/policy.ts'
import { isMeasured, qualities, qualityOf } from '../../domain/duty/words.ts'

const bin = (at: number, n: number) => ({ bin: at, n })

describe('a flood', () => {
  test('begins above ten and ends below five', () => {
    expect(floodedBins([bin(1, 10)])).toBe(0)
    expect(floodedBins([bin(1, 11), bin(2, 5), bin(3, 4), bin(4, 6)])).toBe(2)
  })
  test('does not go on over ten quiet minutes', () => {
    expect(floodedBins([bin(1, 11), bin(3, 6)])).toBe(1)
  })
  test('takes its periods in any order', () => {
    expect(floodedBins([bin(2, 7), bin(1, 12)])).toBe(2)
  })
})

test('the histogram counts quiet periods too, and all above ten together', () => {
  expect(histogramOf([bin(1, 1), bin(2, 10), bin(3, 11), bin(9, 80)], 144)).toEqual([
    140, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2,
  ])
})

const counted = (more: Partial<Counted> = {}): Counted => ({
  periods: 144,
  total: 20,
  bins: [bin(1, 12), bin(2, 8)],
  top: [{ n: 1 }],
  levels: [0, 1, 3, 16],
  chattering: 0,
  fleeting: 1,
  stale: 5,
  oldestUnacknowledgedSeconds: 60,
  unacknowledgedMedianSeconds: 30,
  plantSecondsP95: null,
  closedWithoutAct: 1,
  closed: 4,
  ...more,
})
const value = (of: Counted, id: string) => {
  const one = measuresOf(of).find((measure) => measure.id === id)
  return one ? [one.value, one.ok] : null
}

describe('figures', () => {
  test('are judged by their targets', () => {
    const of = counted()
    expect(value(of, 'per-day')).toEqual([20, true])
    expect(value(of, 'most')).toEqual([12, false])
    expect(value(of, 'busy')).toEqual([0.7, true])
    expect(value(of, 'flood')).toEqual([1.4, false])
    expect(value(of, 'top')).toEqual([5, false])
    expect(value(of, 'fleeting')).toEqual([1, false])
    expect(value(of, 'stale')).toEqual([5, false])
    expect(value(of, 'blue')).toEqual([80, null])
    expect(value(of, 'without-act')).toEqual([25, null])
  })
  test('of hours with more than thirty', () => {
    expect(value(counted({ bins: [bin(6, 20), bin(7, 11)] }), 'busy-hours')).toEqual([4.2, false])
    expect(value(counted({ bins: [bin(5, 20), bin(6, 11)] }), 'busy-hours')).toEqual([0, true])
  })
  test('promise (alarms): rates divide by the time in which lines were heard, not by the days that were asked for', () => {
    const month = counted({ periods: 30 * 144, total: 800, bins: [bin(1, 12), bin(2, 8)] })
    const heardTwoDays = { ...month, periods: 2 * 144 }
    expect([value(month, 'per-day'), value(heardTwoDays, 'per-day')]).toEqual([
      [26.7, true],
      [400, false],
    ])
    expect([
      value(heardTwoDays, 'per-hour'),
      value(heardTwoDays, 'busy'),
      value(heardTwoDays, 'flood'),
    ]).toEqual([
      [16.7, false],
      [0.3, true],
      [0.7, true],
    ])
    expect(value({ ...heardTwoDays, bins: [bin(6, 20), bin(7, 11)] }, 'busy-hours')).toEqual([
      2.1,
      false,
    ])
  })
  test('from less than six hours nobody is judged by what a day would bring', () => {
    const short = counted({ periods: 12 })
    expect([value(short, 'per-day'), value(short, 'most')]).toEqual([
      [240, null],
      [12, false],
    ])
    expect(value(counted({ periods: 0, total: 0, bins: [] }), 'per-day')).toEqual([0, null])
  })
  test('nothing is judged where nothing rang, and no plant has answered none', () => {
    const of = counted({ total: 0, bins: [], top: [], levels: [0, 0, 0, 0] })
    expect(measuresOf(of).every(({ ok, value: n }) => ok === null && Number.isFinite(n))).toBe(true)
    expect(value(of, 'plant')).toBeNull()
    expect(value(counted({ plantSecondsP95: 1.26 }), 'plant')).toEqual([1.3, null])
  })
})

test('what the condition says of what to do goes before the kind', () => {
  expect(adviceFor({ condition: 'bad-quality', kind: 'gas' }).firstAct.zh).toContain('报修')
  expect(adviceFor({ condition: 'high', kind: 'gas' }).firstAct.zh).toContain('禁止动火')
  expect(adviceFor({ condition: 'never heard of', kind: 'nor this' }).consequence.zh).not.toBe('')
})

test('the desk and the devices read the same qualities', () => {
  for (const quality of qualities)
    expect(qualityOf(packed(quality as Quality, ['late', 'synthetic']))).toBe(quality)
  expect(
    [packed('good', []), packed('bad', []), packed('stale', ['retx'])].map(isMeasured),
  ).toEqual([true, false, false])
})

test('shelving is refused for what may kill, for what is registered so, and for a silent feed', () => {
  const one = { level: 2, kind: 'level', shelvable: true, condition: 'high' }
  expect(whyNotShelve(one)).toBeNull()
  expect(whyNotShelve({ ...one, level: 1, kind: 'gas' })?.zh).toContain('企业')
  expect(whyNotShelve({ ...one, level: 2, kind: 'gas' })).toBeNull()
  expect(whyNotShelve({ ...one, shelvable: false })).not.toBeNull()
  expect(whyNotShelve({ ...one, condition: 'feed-silent' })).not.toBeNull()
})

test('a county’s escalation policy reaches the county and the city, the city’s its own', () => {
  expect(calledFrom('330802')).toEqual([
    '330802-bureau/duty-officer',
    '330802-bureau/leader',
    '330800-command/duty-officer',
    '330800-leadership/leader',
  ])
  expect(calledFrom('330800')).toEqual(['330800-command/duty-officer', '330800-leadership/leader'])
})
