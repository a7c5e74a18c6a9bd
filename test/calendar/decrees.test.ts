// Do the committed calendars agree with their source on every day, and do imports keep them sound?
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { type CalendarYear, dayKind, isWorkday } from '../../domain/time/calendar.ts'
import { addDays, civilDay } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { withOverride, withYear } from '../../domain/time/imports.ts'

/** The library's own data: its functions read dates in the machine's zone and go wrong west of Greenwich. */
const { holidays, workdays }: Record<'holidays' | 'workdays', Record<string, string>> = published
const theirs = (day: string): boolean =>
  day in workdays ? true : day in holidays ? false : ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const daysFrom = (first: string, last: string): string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

test('every day 2004-01-01 … 2026-12-31 equals chinese-days', () => {
  const days = daysFrom('2004-01-01', '2026-12-31')
  expect(days).toHaveLength(8_401)
  expect(days.filter((day) => isWorkday(decreeCalendars, day) !== theirs(day))).toEqual([])
  expect(days.every((day) => dayKind(decreeCalendars, day).decreed)).toBe(true)
})

test.each([2004, 2008, 2012, 2013, 2015, 2020, 2025, 2026])('%i: working days of the whole year', (year) => {
  const worked = daysFrom(`${year}-01-01`, `${year}-12-31`).filter((day) => isWorkday(decreeCalendars, day))
  expect(worked.length).toBe({ 2004: 252, 2008: 251, 2012: 249, 2013: 250, 2015: 249, 2020: 249, 2025: 248, 2026: 248 }[year])
})

test('the notice for 2026, as published on 2025-11-04', () => {
  const off = daysFrom('2026-01-01', '2026-12-31').filter((day) => dayKind(decreeCalendars, day).why.startsWith('holiday:'))
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
  const madeUp = daysFrom('2026-01-01', '2026-12-31').filter((day) => dayKind(decreeCalendars, day).why === 'make-up-workday')
  expect(madeUp).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
})

test('ad-hoc national days of 2015 are in the data', () => {
  expect(isWorkday(decreeCalendars, '2015-09-03')).toBe(false)
  expect(isWorkday(decreeCalendars, '2015-09-06')).toBe(true)
})

test('a year without a notice is estimated from the statutory days and says so', () => {
  expect(dayKind(decreeCalendars, '2027-02-05')).toEqual({ work: false, why: 'holiday:春节', decreed: false })
  expect(dayKind(decreeCalendars, '2027-10-01')).toEqual({ work: false, why: 'holiday:国庆节', decreed: false })
  expect(dayKind(decreeCalendars, '2027-10-04')).toMatchObject({ work: true, decreed: false })
  for (const day of ['2027-06-09', '2027-09-15', '2028-05-28', '2028-10-03', '2029-02-13', '2030-06-05'])
    expect(isWorkday(decreeCalendars, day)).toBe(false)
})

test('dates are civil dates of Shanghai whatever the machine thinks', () => {
  expect(civilDay('2026-02-01T16:00:00Z')).toBe('2026-02-02')
  expect(civilDay('2026-02-01T23:59:59+08:00')).toBe('2026-02-01')
  expect(civilDay('2026-02-01T23:59')).toBe('2026-02-01')
  expect(civilDay('2026-02-30')).toBeNull()
  expect(civilDay('2026-02-28T24:01+08:00')).toBeNull()
})

const notice2027: CalendarYear = {
  decree: '国务院办公厅关于2027年部分节假日安排的通知',
  source: 'invented for this test',
  off: [...daysFrom('2027-01-01', '2027-01-03'), ...daysFrom('2027-02-05', '2027-02-11'), ...daysFrom('2027-10-01', '2027-10-07')],
  work: ['2027-01-30', '2027-02-20'],
}

describe('imports', () => {
  test('a further year makes its days decreed and leaves the old set alone', () => {
    const set = withYear(decreeCalendars, 2027, notice2027)
    expect(set.version).not.toBe(decreeCalendars.version)
    expect(dayKind(set, '2027-02-11')).toMatchObject({ work: false, decreed: true })
    expect(dayKind(set, '2027-01-30')).toEqual({ work: true, why: 'make-up-workday', decreed: true })
    expect(dayKind(decreeCalendars, '2027-02-11').decreed).toBe(false)
  })

  test('a notice may name days of the December before it, and a corrected one takes them back', () => {
    const days = { ...notice2027, off: ['2026-12-31', ...notice2027.off], work: ['2026-12-26', ...notice2027.work] }
    const set = withYear(decreeCalendars, 2027, days)
    expect(dayKind(set, '2026-12-31')).toMatchObject({ work: false, decreed: true })
    expect(dayKind(set, '2026-12-26')).toEqual({ work: true, why: 'make-up-workday', decreed: true })
    expect(dayKind(set, '2026-12-30')).toEqual(dayKind(decreeCalendars, '2026-12-30'))
    expect(isWorkday(withYear(set, 2027, notice2027), '2026-12-31')).toBe(true)
    expect(isWorkday(decreeCalendars, '2026-12-31')).toBe(true)
    const ahead = withYear(decreeCalendars, 2028, { ...notice2027, off: ['2027-12-31', '2028-01-01'], work: [] })
    expect(['2027-12-31', '2027-12-30'].map((day) => dayKind(ahead, day).decreed)).toEqual([true, false])
  })

  test.each([
    ['a day of the November before', { ...notice2027, off: ['2026-11-30', ...notice2027.off] }],
    ['a make-up day on a Thursday of the December before', { ...notice2027, work: ['2026-12-31'] }],
    ['a day of another year', { ...notice2027, off: ['2026-01-01'] }],
    ['31 February', { ...notice2027, off: ['2027-02-31'] }],
    ['a make-up day on a Wednesday', { ...notice2027, work: ['2027-03-03'] }],
    ['a day both off and worked', { ...notice2027, work: ['2027-01-02'] }],
    ['a day listed twice', { ...notice2027, off: ['2027-01-01', '2027-01-01'] }],
    ['no days off', { ...notice2027, off: [] }],
    ['no source', { ...notice2027, source: ' ' }],
  ])('refuses %s', (_, notice) => {
    expect(() => withYear(decreeCalendars, 2027, notice)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })

  test('local days hold in their region only, ad-hoc national days everywhere', () => {
    const local = withOverride(decreeCalendars, { region: '330800', decree: '衢州', source: 'test', off: ['2026-03-03'], work: [] })
    expect(isWorkday(local, '2026-03-03', '330803')).toBe(false)
    expect(isWorkday(local, '2026-03-03', '330100')).toBe(true)
    expect(isWorkday(local, '2026-03-03')).toBe(true)
    const national = withOverride(local, { region: null, decree: '国务院', source: 'test', off: ['2026-09-03'], work: ['2026-09-06'] })
    expect(isWorkday(national, '2026-09-03', '330803')).toBe(false)
    expect(isWorkday(national, '2026-09-06')).toBe(true)
  })
})
