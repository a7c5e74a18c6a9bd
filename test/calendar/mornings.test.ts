// When does a daily round run, when a nightly one, and when does the n-th working day end?
import { describe, expect, test } from 'vitest'
import { decreeCalendars as calendars } from '../../domain/time/decrees.ts'
import { mostDays, spend } from '../../domain/time/effort.ts'
import {
  endOfWorkday,
  latestNight,
  morningsDue,
  nextMorning,
  nextNight,
} from '../../domain/time/mornings.ts'

const beijing = (moment: string): string => new Date(`${moment}+08:00`).toISOString()
const morning = (day: string) => ({ day, at: beijing(`${day}T08:30`) })
const night = (day: string) => ({ day, at: beijing(`${day}T01:00`) })
const never = { version: 'x', years: {}, overrides: [] }
/** A year in which nobody works. */
const idle = {
  version: 'idle',
  years: {},
  overrides: [
    {
      region: null,
      decree: '试验',
      source: '试验',
      work: [],
      off: Array.from({ length: 80 }, (_, n) =>
        new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10),
      ),
    },
  ],
}

describe('the next working morning', () => {
  test.each([
    ['2026-03-03T08:29', '2026-03-03'],
    ['2026-03-03T08:30', '2026-03-04'],
    ['2026-03-06T08:31', '2026-03-09'],
    ['2026-02-13T09:00', '2026-02-14'],
    ['2026-02-14T09:00', '2026-02-24'],
  ])('after %s is that of %s', (after, day) => {
    expect(nextMorning(beijing(after), calendars)).toEqual(morning(day))
  })
  test('is looked for within sixty days: a calendar without any is no calendar', () => {
    expect(() => nextMorning(beijing('2026-03-01T09:00'), idle)).toThrow('no working day')
    expect(nextMorning(beijing('2026-03-22T09:00'), idle).day).toBe('2026-05-20')
    expect(() => nextMorning(beijing('2026-03-21T09:00'), idle)).toThrow('no working day')
    expect(nextMorning(beijing('2026-03-03T09:00'), never).day).toBe('2026-03-04')
  })
})

describe('the mornings due', () => {
  const due = (after: string, until: string) =>
    morningsDue(beijing(after), beijing(until), calendars).map(({ day }) => day)
  test('are those after the last one, up to and including this very moment', () => {
    expect(due('2026-03-03T08:30', '2026-03-05T08:30')).toEqual(['2026-03-04', '2026-03-05'])
    expect(due('2026-03-03T08:29', '2026-03-05T08:29')).toEqual(['2026-03-03', '2026-03-04'])
    expect(due('2026-03-05T08:30', '2026-03-05T08:30')).toEqual([])
  })
  test('are those of a year at most', () => {
    expect(due('2020-01-01T00:00', '2026-03-05T09:00')[0]).toBe('2025-03-05')
    expect(due('2020-01-01T00:00', '2026-03-05T08:00')[0]).toBe('2025-03-04')
    expect(due('2025-06-02T09:00', '2026-03-05T09:00')[0]).toBe('2025-06-03')
  })
})

test('a night begins at one o’clock: the next is strictly later, the latest may be this very moment', () => {
  expect([nextNight(beijing('2026-03-03T00:59')), nextNight(beijing('2026-03-03T01:00'))]).toEqual([
    night('2026-03-03'),
    night('2026-03-04'),
  ])
  expect([
    latestNight(beijing('2026-03-03T01:00')),
    latestNight(beijing('2026-03-03T00:59')),
  ]).toEqual([night('2026-03-03'), night('2026-03-02')])
})

test.each([
  ['2026-03-03', 0, '2026-03-04T00:00'],
  ['2026-03-03', 1, '2026-03-05T00:00'],
  ['2026-03-06', 1, '2026-03-10T00:00'],
  ['2026-02-13', 2, '2026-02-25T00:00'],
])('after %s the working day number %i ends at %s', (day, n, end) => {
  expect(endOfWorkday(day, n, calendars)).toBe(beijing(end))
})

test('a working day that does not come within sixty days is no longer waited for', () => {
  expect(endOfWorkday('2026-03-01', 1, idle)).toBe(beijing('2026-05-01T00:00'))
})

test('a reckoning may look at two centuries of days, or as many as it is given, and not at one more', () => {
  const [effort, small] = [{ spent: 0 }, { spent: 2, most: 5 }]
  spend(effort, mostDays)
  expect(() => spend(effort, 1)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  spend(small, 3)
  expect(() => spend(small, 1)).toThrow(
    expect.objectContaining({
      reasons: [expect.objectContaining({ zh: expect.stringContaining('200年') })],
    }),
  )
})
