// How is a moment written and read in Beijing, and how much working time lies between two?
import { describe, expect, test } from 'vitest'
import { decreeCalendars as calendars } from '../../domain/time/decrees.ts'
import {
  civilDate,
  civilMoment,
  dayBegins,
  instant,
  isMidnight,
  later,
  wallTime,
} from '../../domain/time/instant.ts'
import { workdaysBetween } from '../../domain/time/workdays.ts'
import { isDecreed, workClock } from '../../domain/time/worktime.ts'

describe('a moment', () => {
  const lastSecond = '2026-03-09T15:59:59.500Z'
  const midnight = '2026-03-09T16:00:00.000Z'

  test('is written in UTC with milliseconds, so that the order of the words is that of time', () => {
    expect([instant('2026-03-10T08:00:00+08:00'), instant(0)]).toEqual([
      '2026-03-10T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
    ])
    expect([later(lastSecond, 500), later(midnight, -1)]).toEqual([
      midnight,
      '2026-03-09T15:59:59.999Z',
    ])
  })
  test('is of the day, the minute and the second that a clock in Beijing shows', () => {
    expect([civilDate(lastSecond), civilDate(midnight)]).toEqual(['2026-03-09', '2026-03-10'])
    expect([civilMoment(lastSecond), civilMoment(midnight)]).toEqual([
      '2026-03-09 23:59',
      '2026-03-10 00:00',
    ])
    expect([wallTime(lastSecond), wallTime(midnight)]).toEqual([
      '2026-03-09T23:59:59',
      '2026-03-10T00:00:00',
    ])
  })
  test('is midnight at the first millisecond of a day in Beijing, and at no other', () => {
    expect(dayBegins('2026-03-10')).toBe(midnight)
    expect(
      [midnight, later(midnight, 1), later(midnight, -1), '2026-03-10T00:00:00.000Z'].map(
        isMidnight,
      ),
    ).toEqual([true, false, false, false])
  })
})

// 2026-02-14 is a Saturday that is worked, 15 to 23 February are off for the Spring Festival.
test.each([
  ['2026-02-12', '2026-02-13', 1],
  ['2026-02-13', '2026-02-14', 1],
  ['2026-02-13', '2026-02-24', 2],
  ['2026-02-14', '2026-02-23', 0],
  ['2026-02-13', '2026-02-13', 0],
  ['2026-02-13', '2026-02-12', 0],
])('after %s up to %s lie %i working days', (from, to, days) => {
  expect(workdaysBetween(from, to, calendars)).toBe(days)
})

test('working days between are those of the region', () => {
  const local = {
    ...calendars,
    overrides: [
      { region: '330800', decree: '衢州', source: '试验', off: ['2026-03-03'], work: [] },
    ],
  }
  expect([
    workdaysBetween('2026-03-02', '2026-03-04', local, '330802'),
    workdaysBetween('2026-03-02', '2026-03-04', local),
  ]).toEqual([1, 2])
})

describe('working time', () => {
  const clock = workClock(calendars)
  /** To the millionth of a day: a moment of the day is a fraction. */
  const beijing = (moment: string) => Math.round(clock.at(`${moment}+08:00`) * 1e6) / 1e6

  test('runs from half past eight to half past five, and stands still before and after', () => {
    const day = Math.round(clock.at('2026-03-03T00:00:00Z') * 1e6) / 1e6
    expect(beijing('2026-03-03T13:00') - beijing('2026-03-03T08:30')).toBeCloseTo(0.5, 9)
    expect(beijing('2026-03-03T17:30') - beijing('2026-03-03T08:30')).toBeCloseTo(1, 9)
    expect(
      [beijing('2026-03-03T06:00'), beijing('2026-03-03T08:30'), day].map(
        (at) => at - beijing('2026-03-02T23:59'),
      ),
    ).toEqual([0, 0, 0])
  })
  test('stands still on rest days, and runs on a Saturday that is worked', () => {
    expect(beijing('2026-03-02T08:30') - beijing('2026-02-28T17:30')).toBe(0)
    expect(beijing('2026-02-28T17:30') - beijing('2026-02-27T17:30')).toBeCloseTo(1, 9)
    expect(beijing('2026-02-24T08:30') - beijing('2026-02-14T17:30')).toBe(0)
  })
  test('leads back to the day: what is done by the evening is of that day, the time after it of the next', () => {
    const evening = beijing('2026-03-03T17:30')
    expect([clock.earliest(evening), clock.day(evening)]).toEqual(['2026-03-03', '2026-03-04'])
    expect([clock.earliest(evening - 0.5), clock.day(evening - 0.5)]).toEqual([
      '2026-03-03',
      '2026-03-03',
    ])
    expect([clock.earliest(evening + 0.25), clock.day(evening + 3)]).toEqual([
      '2026-03-04',
      '2026-03-09',
    ])
  })
  test('begins in 2010, of which 4 January is the first working day', () => {
    expect([clock.at('2009-06-01T00:00:00Z'), clock.at('2010-01-03T00:00:00Z')]).toEqual([0, 0])
    expect([clock.day(0), clock.earliest(-5), clock.day(-3)]).toEqual([
      '2010-01-04',
      '2010-01-04',
      '2010-01-04',
    ])
  })
  test('is one clock for a region and its calendars, and another for other calendars', () => {
    expect(workClock(calendars)).toBe(clock)
    expect(workClock(calendars, '330802')).not.toBe(clock)
    const local = {
      ...calendars,
      overrides: [
        { region: '330800', decree: '衢州', source: '试验', off: ['2026-03-03'], work: [] },
      ],
    }
    const [there, elsewhere] = [workClock(local, '330802'), workClock(local, '330100')]
    const passed = (one: typeof clock) =>
      one.at('2026-03-04T09:30:00Z') - one.at('2026-03-02T09:30:00Z')
    expect([passed(there), passed(elsewhere)].map(Math.round)).toEqual([1, 2])
  })
})

test('days are decreed where the notices of all years between them are published', () => {
  const request: [string, string][] = [
    ['2025-12-01', '2026-12-31'],
    ['2026-12-01', '2027-01-01'],
    ['2027-01-01', '2027-01-01'],
    ['2003-12-31', '2026-01-01'],
  ]
  expect(request.map(([from, to]) => isDecreed(calendars, from, to))).toEqual([
    true,
    false,
    false,
    false,
  ])
})
