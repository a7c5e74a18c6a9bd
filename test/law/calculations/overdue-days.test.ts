// Which days count as overdue where remedies stand between?
import { describe, expect, test } from 'vitest'
import { overdueDays } from '../../../domain/law/calculations/overdue-days.ts'
import { addDays } from '../../../domain/time/days.ts'

type Interval = { from: string; to: string }

/** Day by day, as a clerk would count on a calendar. */
const onCalendar = (payBy: string, intervals: Interval[], until: string): number => {
  let count = 0
  for (let day = addDays(payBy, 1); day <= until; day = addDays(day, 1))
    if (!intervals.some(({ from, to }) => from <= day && day <= to)) count += 1
  return count
}

/** Pay by 2026-02-14; March has 31 days. */
const gaps: [title: string, intervals: Interval[]][] = [
  ['none', []],
  ['one day', [{ from: '2026-02-20', to: '2026-02-20' }]],
  ['from the first overdue day', [{ from: '2026-02-15', to: '2026-02-16' }]],
  ['that begins before the payment day', [{ from: '2026-02-01', to: '2026-02-17' }]],
  ['that ends before', [{ from: '2026-02-01', to: '2026-02-13' }]],
  ['that ends on the payment day', [{ from: '2026-02-01', to: '2026-02-14' }]],
  ['that ends on the first overdue day', [{ from: '2026-02-01', to: '2026-02-15' }]],
  [
    'two apart',
    [
      { from: '2026-02-20', to: '2026-02-22' },
      { from: '2026-03-01', to: '2026-03-04' },
    ],
  ],
  [
    'two in the wrong order',
    [
      { from: '2026-03-01', to: '2026-03-04' },
      { from: '2026-02-20', to: '2026-02-22' },
    ],
  ],
  [
    'two that touch',
    [
      { from: '2026-02-20', to: '2026-02-22' },
      { from: '2026-02-23', to: '2026-02-25' },
    ],
  ],
  [
    'two with a day between',
    [
      { from: '2026-02-20', to: '2026-02-22' },
      { from: '2026-02-24', to: '2026-02-25' },
    ],
  ],
  [
    'two that overlap',
    [
      { from: '2026-02-22', to: '2026-02-28' },
      { from: '2026-02-20', to: '2026-02-24' },
    ],
  ],
  [
    'one within the other',
    [
      { from: '2026-02-20', to: '2026-03-05' },
      { from: '2026-02-22', to: '2026-02-24' },
    ],
  ],
  [
    'two from the same day',
    [
      { from: '2026-02-20', to: '2026-02-21' },
      { from: '2026-02-20', to: '2026-02-26' },
    ],
  ],
  [
    'three in a muddle',
    [
      { from: '2026-03-10', to: '2026-03-12' },
      { from: '2026-02-20', to: '2026-02-26' },
      { from: '2026-02-25', to: '2026-03-02' },
    ],
  ],
]

describe('overdue days', () => {
  test.each(gaps)('gap: %s', (_, intervals) => {
    const { until, nth } = overdueDays('2026-02-14', intervals)
    for (let n = -3; n < 60; n += 1) {
      const day = addDays('2026-02-14', n)
      expect(until(day), day).toBe(onCalendar('2026-02-14', intervals, day))
    }
    for (let n = 1; n <= 34; n += 1) {
      expect(until(nth(n)), `day ${n}`).toBe(n)
      expect(until(addDays(nth(n), -1)), `before day ${n}`).toBe(n - 1)
    }
  })

  test('by hand: 20, 21, 22 and 24 February left out, the sixth day is 23 February', () => {
    const { until, nth } = overdueDays('2026-02-14', [
      { from: '2026-02-24', to: '2026-02-24' },
      { from: '2026-02-20', to: '2026-02-22' },
    ])
    expect([nth(5), nth(6), nth(7), until('2026-02-25')]).toEqual([
      '2026-02-19',
      '2026-02-23',
      '2026-02-25',
      7,
    ])
  })

  test('what is asked is left as it was', () => {
    const intervals = [
      { from: '2026-02-22', to: '2026-02-28' },
      { from: '2026-02-20', to: '2026-02-24' },
    ]
    overdueDays('2026-02-14', Object.freeze(intervals.map((one) => Object.freeze(one))))
    expect(intervals[0]?.from).toBe('2026-02-22')
  })
})
