// What is each day by a set of calendars that nobody has asked before, one by one and in a row?
import { describe, expect, test } from 'vitest'
import { type CalendarSet, dayKind, kindsOf } from '../../domain/time/calendar.ts'
import { addDays, fromNumber, toNumber, weekday } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

/** A set of its own, of whose days nothing is known yet. */
const fresh = (more: Partial<CalendarSet> = {}): CalendarSet => ({
  ...structuredClone(decreeCalendars),
  ...more,
})
const notice = { decree: '通知', source: '试验' }

describe('days asked in a row', () => {
  test.each([
    ['over the end of a year with a notice', '2024-12-25', '2026-01-10'],
    ['over the end of the last year with a notice', '2026-12-20', '2027-01-10'],
    ['over the ends of years without one', '2044-12-25', '2046-01-10'],
  ])('%s are what they are when each is asked alone, forward and backward', (_, first, last) => {
    const calendars = fresh()
    const days = Array.from(
      { length: toNumber(last) - toNumber(first) + 1 },
      (_, n) => toNumber(first) + n,
    )
    const alone = days.map((day) => dayKind(calendars, fromNumber(day)))
    const [forward, backward] = [kindsOf(fresh()), kindsOf(fresh())]
    expect(days.map((day) => forward(day))).toEqual(alone)
    expect(days.toReversed().map((day) => backward(day))).toEqual(alone.toReversed())
  })
  test('the first day of a year is its own, and so is the last', () => {
    const kinds = kindsOf(fresh())
    const request = ['2025-12-31', '2026-01-01', '2025-12-31', '2025-01-01', '2024-12-31'].map(
      (day) => kinds(toNumber(day)).why,
    )
    expect(request).toEqual(['weekday', 'holiday:元旦', 'weekday', 'holiday:元旦', 'weekday'])
  })
  test('the first day that is counted from, 1 January 1970, is a day like others', () => {
    expect(kindsOf(fresh())(0)).toEqual({ work: false, why: 'holiday:元旦', decreed: false })
  })
})

test('a year without a notice has the days of the regulation and plain weekends, and none of them is decreed', () => {
  const calendars = fresh()
  expect(
    ['2047-10-02', '2047-10-04', '2047-10-05', '2047-10-07'].map((day) => dayKind(calendars, day)),
  ).toEqual([
    { work: false, why: 'holiday:国庆节', decreed: false },
    { work: false, why: 'holiday:中秋', decreed: false },
    { work: false, why: 'rest-day', decreed: false },
    { work: true, why: 'weekday', decreed: false },
  ])
})

test('a year with a notice has its days alone: the regulation adds none', () => {
  const calendars = fresh({
    years: { 2047: { ...notice, off: ['2047-01-01'], work: ['2047-01-05'] } },
  })
  expect(
    ['2047-01-01', '2047-01-05', '2047-10-02', '2047-10-05'].map((day) => dayKind(calendars, day)),
  ).toEqual([
    { work: false, why: 'holiday:放假', decreed: true },
    { work: true, why: 'make-up-workday', decreed: true },
    { work: true, why: 'weekday', decreed: true },
    { work: false, why: 'rest-day', decreed: true },
  ])
})

test('every day of three weeks is a rest day on Saturday and Sunday and a weekday else', () => {
  const calendars = fresh()
  for (let day = '2026-03-01'; day <= '2026-03-21'; day = addDays(day, 1))
    expect([day, dayKind(calendars, day).work]).toEqual([day, ![0, 6].includes(weekday(day))])
})

test.each([
  ['330000', '330803', true],
  ['330800', '330803', true],
  ['330800', '330100', false],
  ['330803', '330800', false],
  ['430010', '431022', false],
  ['331000', '331002', true],
  ['331000', '331100', false],
])('a local day of %s holds in %s: %s', (outer, inner, holds) => {
  const calendars = fresh({
    overrides: [{ ...notice, region: outer, off: ['2026-03-03'], work: [] }],
  })
  expect(dayKind(calendars, '2026-03-03', inner).work).toBe(!holds)
})
