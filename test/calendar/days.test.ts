// What is a day, which day is a moment of, and what is none?
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  civilDay,
  daysBetween,
  endOfDay,
  fromNumber,
  isDay,
  shanghaiMoment,
  toMillis,
  toNumber,
  weekday,
  yearOf,
} from '../../domain/time/days.ts'

test.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-00-10', false],
  ['2026-13-10', false],
  ['2026-01-00', false],
  ['1000-01-01', true],
  ['0999-12-31', false],
  ['9999-12-31', true],
  ['2026-1-1', false],
  ['2026-01-01 ', false],
  [' 2026-01-01', false],
  ['12026-01-01', false],
  ['', false],
])('%j is a day: %s', (value, is) => {
  expect(isDay(value)).toBe(is)
})

test.each([
  ['2026-03-01T00:00', '2026-02-28T16:00:00.000Z'],
  ['2026-03-01T00:00:05', '2026-02-28T16:00:05.000Z'],
  ['2026-03-01T23:59:59', '2026-03-01T15:59:59.000Z'],
  ['2026-03-01T08:00:00.250Z', '2026-03-01T08:00:00.250Z'],
  ['2026-03-01T08:00:00.123456789Z', '2026-03-01T08:00:00.123Z'],
  ['2026-03-01T08:00:00+00:00', '2026-03-01T08:00:00.000Z'],
  ['2026-03-01T08:00-05:30', '2026-03-01T13:30:00.000Z'],
])('%s is the moment %s, in Beijing where it names no zone', (value, moment) => {
  const ms = toMillis(value)
  expect(ms === null ? null : Math.trunc(ms / 1000)).toBe(Math.trunc(Date.parse(moment) / 1000))
})

test.each([
  '2026-02-29T08:00',
  '2026-02-30T08:00',
  '0999-02-28T08:00',
  '2026-03-01T24:00',
  '2026-03-01T24:00:00',
  '2026-03-01T08:60',
  '2026-03-01T08:00:60',
  '2026-03-01T08',
  '2026-03-01',
  '2026-03-01 08:00',
  '2026-03-01T08:00+8',
  '2026-03-01T08:00:00.Z',
  '2026-03-01T08:00:00.0123456789Z',
  '2026-03-01T08:00+25:00',
  'x2026-03-01T08:00',
  '2026-03-01T08:00x',
  '2026-03-01T08:00Zx',
])('%s is no moment', (value) => {
  expect(toMillis(value)).toBeNull()
  if (!isDay(value)) expect(civilDay(value)).toBeNull()
})

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-03-01T00:00', '2026-03-01'],
  ['2026-02-28T16:00:00Z', '2026-03-01'],
  ['2026-02-28T15:59:59Z', '2026-02-28'],
])('%s is of the day %s in Beijing', (value, day) => {
  expect(civilDay(value)).toBe(day)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-31', 13, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-31', -12, '2025-05-31'],
  ['2026-05-30', 0, '2026-05-30'],
])('%s and %i months is %s: the last day of a month that has no such day', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then)
})

test('days are counted from 1970 on, before it too, and come back as they were written', () => {
  expect([toNumber('1970-01-01'), toNumber('1969-12-31'), toNumber('2026-03-01')]).toEqual([
    0, -1, 20_513,
  ])
  expect(
    ['1969-12-31', '2026-03-01', '2026-03-01'].map((day) => fromNumber(toNumber(day))),
  ).toEqual(['1969-12-31', '2026-03-01', '2026-03-01'])
  expect([addDays('2026-02-27', 2), addDays('2026-03-01', -1), addDays('2026-03-01', 0)]).toEqual([
    '2026-03-01',
    '2026-02-28',
    '2026-03-01',
  ])
  expect([
    daysBetween('2026-02-27', '2026-03-01'),
    daysBetween('2026-03-01', '2026-02-27'),
  ]).toEqual([2, -2])
})

test('the weekday is counted from Sunday, before 1970 too', () => {
  expect(
    ['2026-03-01', '2026-03-02', '2026-03-07', '1969-12-28', '1969-12-31'].map(weekday),
  ).toEqual([0, 1, 6, 0, 3])
  expect(yearOf('2026-03-01')).toBe(2026)
})

test('a day ends with the first moment of the next one', () => {
  expect([endOfDay('2026-02-28'), endOfDay('2026-12-31')]).toEqual([
    '2026-03-01T00:00:00+08:00',
    '2027-01-01T00:00:00+08:00',
  ])
  expect(shanghaiMoment(Date.parse('2026-02-28T16:30:05.999Z'))).toBe('2026-03-01T00:30:05+08:00')
})
