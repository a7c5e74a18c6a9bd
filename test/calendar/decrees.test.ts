// Do the committed calendars agree with their source on every day?
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { dayKind, isWorkday } from '../../domain/time/calendar.ts'
import { civilDay } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { daysFrom } from './notice-2027.ts'

/** The library's own data: its functions read dates in the machine's zone and go wrong west of Greenwich. */
const { holidays, workdays }: Record<'holidays' | 'workdays', Record<string, string>> = published
const theirs = (day: string): boolean =>
  day in workdays
    ? true
    : day in holidays
      ? false
      : ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

test('every day 2004-01-01 … 2026-12-31 equals chinese-days', () => {
  const days = daysFrom('2004-01-01', '2026-12-31')
  expect(days).toHaveLength(8_401)
  expect(days.filter((day) => isWorkday(decreeCalendars, day) !== theirs(day))).toEqual([])
  expect(days.every((day) => dayKind(decreeCalendars, day).decreed)).toBe(true)
})

test.each([2004, 2008, 2012, 2013, 2015, 2020, 2025, 2026])(
  '%i: working days of the whole year',
  (year) => {
    const worked = daysFrom(`${year}-01-01`, `${year}-12-31`).filter((day) =>
      isWorkday(decreeCalendars, day),
    )
    expect(worked.length).toBe(
      { 2004: 252, 2008: 251, 2012: 249, 2013: 250, 2015: 249, 2020: 249, 2025: 248, 2026: 248 }[
        year
      ],
    )
  },
)

test('the notice for 2026, as published on 2025-11-04', () => {
  const off = daysFrom('2026-01-01', '2026-12-31').filter((day) =>
    dayKind(decreeCalendars, day).why.startsWith('holiday:'),
  )
  const notice = [
    ['01-01', '01-03'],
    ['02-15', '02-23'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['06-19', '06-21'],
    ['09-25', '09-27'],
    ['10-01', '10-07'],
  ]
  expect(off).toEqual(notice.flatMap(([from, to]) => daysFrom(`2026-${from}`, `2026-${to}`)))
  const madeUp = daysFrom('2026-01-01', '2026-12-31').filter(
    (day) => dayKind(decreeCalendars, day).why === 'make-up-workday',
  )
  expect(madeUp).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
})

test('ad-hoc national days of 2015 are in the data', () => {
  expect(isWorkday(decreeCalendars, '2015-09-03')).toBe(false)
  expect(isWorkday(decreeCalendars, '2015-09-06')).toBe(true)
})

test('a year without a notice is estimated from the statutory days and says so', () => {
  expect(dayKind(decreeCalendars, '2027-02-05')).toEqual({
    work: false,
    why: 'holiday:春节',
    decreed: false,
  })
  expect(dayKind(decreeCalendars, '2027-10-01')).toEqual({
    work: false,
    why: 'holiday:国庆节',
    decreed: false,
  })
  expect(dayKind(decreeCalendars, '2027-10-04')).toMatchObject({ work: true, decreed: false })
  for (const day of [
    '2027-06-09',
    '2027-09-15',
    '2028-05-28',
    '2028-10-03',
    '2029-02-13',
    '2030-06-05',
  ])
    expect(isWorkday(decreeCalendars, day)).toBe(false)
})

test('dates are civil dates of Shanghai whatever the machine thinks', () => {
  expect(civilDay('2026-02-01T16:00:00Z')).toBe('2026-02-02')
  expect(civilDay('2026-02-01T23:59:59+08:00')).toBe('2026-02-01')
  expect(civilDay('2026-02-01T23:59')).toBe('2026-02-01')
  expect(civilDay('2026-02-30')).toBeNull()
  expect(civilDay('2026-02-28T24:01+08:00')).toBeNull()
})
