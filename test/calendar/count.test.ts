// Does the one counting module count by the rules of 民法典 201–203, whatever it is given?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkday } from '../../domain/time/calendar.ts'
import { latestBefore, reckon, windowBefore } from '../../domain/time/count.ts'
import { addDays, addMonths, daysBetween } from '../../domain/time/days.ts'
import { decreeCalendars as calendars } from '../../domain/time/decrees.ts'
import { withYear } from '../../domain/time/imports.ts'
import type { Continuous, Period, Roll, Unit } from '../../domain/time/period.ts'

const of = (unit: Unit, n: number, start: string, more: Partial<Period> = {}) =>
  reckon({ unit, n, start, roll: 'never', calendars, ...more })

describe('units', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
  ])('%s plus %i month(s) is %s', (start, n, due) => expect(of('M', n, start).nominal).toBe(due))

  test('a year from 29 February ends on the 28th', () =>
    expect(of('Y', 1, '2024-02-29').nominal).toBe('2025-02-28'))

  test('three months back from the end of May', () =>
    expect(latestBefore('2026-05-31', 'M', 3, calendars)).toBe('2026-02-28'))

  test('working days start on the next working day, also from a rest day', () => {
    expect(of('WD', 1, '2026-02-14').due).toBe('2026-02-24')
    expect(of('WD', 1, '2026-02-17').due).toBe('2026-02-24')
    expect(of('WD', 1, '2026-02-13').due).toBe('2026-02-14')
  })

  test('hours run from the recorded minute through the night, the holiday and the end of the year', () => {
    expect(of('H', 1, '2026-05-01T23:30:45+08:00').dueAt).toBe('2026-05-02T00:30:00+08:00')
    expect(of('H', 24, '2026-12-31T10:00:00Z')).toMatchObject({
      dueAt: '2027-01-01T18:00:00+08:00',
      provisional: false,
    })
    expect(of('H', 0.5, '2026-05-01T08:00:00+08:00').dueAt).toBe('2026-05-01T08:30:00+08:00')
    expect(of('MIN', 1, '2026-05-01T23:59:45.200+08:00').dueAt).toBe('2026-05-02T00:00:45+08:00')
    expect(of('MIN', 90, '2026-10-01T08:00:00+08:00')).toMatchObject({
      dueAt: '2026-10-01T09:30:00+08:00',
      provisional: false,
    })
  })

  test('a moment late at night in UTC is the next civil day in Shanghai', () =>
    expect(of('ND', 1, '2026-03-01T17:00:00Z').due).toBe('2026-03-03'))
})

describe('roll', () => {
  const from = '2026-09-18'
  test('party rolls, organ shows both and keeps the nominal, never stays', () => {
    expect(of('ND', 15, from, { roll: 'party' })).toMatchObject({
      nominal: '2026-10-03',
      due: '2026-10-08',
      rolled: '2026-10-08',
    })
    expect(of('ND', 15, from, { roll: 'organ' })).toMatchObject({
      nominal: '2026-10-03',
      due: '2026-10-03',
      rolled: '2026-10-08',
      alertOn: '2026-10-03',
    })
    expect(of('ND', 15, from, { roll: 'never' })).toMatchObject({
      nominal: '2026-10-03',
      due: '2026-10-03',
      rolled: '2026-10-03',
    })
  })

  test('a Saturday worked by decree is no rest day', () =>
    expect(of('ND', 15, '2026-01-30', { roll: 'party' })).toMatchObject({
      due: '2026-02-14',
      nominal: '2026-02-14',
    }))

  test('the rows say which days were passed over by the roll', () => {
    const { days } = of('ND', 15, from, { roll: 'party' })
    expect(days.at(-1)).toEqual({ date: '2026-10-08', counted: false, index: null, why: 'rolled' })
    expect(days[0]).toEqual({ date: from, counted: false, index: null, why: 'start-day' })
    expect(days.find(({ date }) => date === '2026-10-03')).toEqual({
      date: '2026-10-03',
      counted: true,
      index: 15,
      why: 'counted',
    })
  })
})

describe('pauses', () => {
  const pauses = [{ from: '2026-03-09', to: '2026-03-16', kind: 'expert-review' }]
  test('six working days, both ends included', () =>
    expect(of('WD', 20, '2026-03-02', { pauses })).toMatchObject({
      due: '2026-04-08',
      pausedDays: 6,
    }))
  test('overlapping pauses count once', () => {
    expect(
      of('WD', 20, '2026-03-02', {
        pauses: [...pauses, { from: '2026-03-10', to: '2026-03-12', kind: 'hearing' }],
      }).due,
    ).toBe('2026-04-08')
  })
  test('natural days, months and years grow by the paused days', () => {
    expect(of('ND', 30, '2026-03-02', { pauses }).due).toBe('2026-04-09')
    expect(of('M', 1, '2026-03-02', { pauses }).due).toBe('2026-04-10')
    expect(of('Y', 1, '2026-03-02', { pauses }).due).toBe('2027-03-10')
  })
  test('before the start and after the end they do nothing', () => {
    const idle = [
      { from: '2026-02-20', to: '2026-03-02', kind: 'hearing' },
      { from: '2026-03-31', to: '2026-04-30', kind: 'hearing' },
    ]
    expect(of('WD', 20, '2026-03-02', { pauses: idle }).due).toBe(of('WD', 20, '2026-03-02').due)
  })
})

describe('years without a notice', () => {
  test('a result that enters one is provisional, with its reason', () => {
    const { provisional, reasons } = of('WD', 5, '2026-12-28')
    expect(provisional).toBe(true)
    expect(reasons[0]).toEqual({
      zh: expect.stringContaining('2027年节假日安排尚未公布'),
      en: expect.stringContaining('2027'),
    })
  })
  test('the last day of the published calendar is not', () =>
    expect(of('WD', 3, '2026-12-28')).toMatchObject({ due: '2026-12-31', provisional: false }))
  test('natural days need the calendar only to roll', () => {
    expect(of('ND', 30, '2026-12-28').provisional).toBe(false)
    expect(of('ND', 30, '2026-12-28', { roll: 'party' }).provisional).toBe(true)
    expect(of('ND', 30, '2026-12-28', { roll: 'organ' }).provisional).toBe(true)
  })
  test('the notice makes it certain and may move the date', () => {
    const off = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04']
    const later = withYear(calendars, 2027, { decree: 'test', source: 'test', off, work: [] })
    expect(of('WD', 5, '2026-12-28')).toMatchObject({ due: '2027-01-05', provisional: true })
    expect(of('WD', 5, '2026-12-28', { calendars: later })).toMatchObject({
      due: '2027-01-06',
      provisional: false,
      reasons: [],
    })
  })
})

// ── properties ──────────────────────────────────────────────────────────────────────────────────────────────────────

const day = fc.integer({ min: 0, max: 8_000 }).map((n) => addDays('2004-02-01', n))
const unit = fc.constantFrom<Exclude<Unit, Continuous>>('WD', 'ND', 'M', 'Y')
const rolls = fc.constantFrom<Roll>('party', 'organ', 'never')
const few = fc.integer({ min: 1, max: 40 })
const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: 100 })

describe('properties', () => {
  test('never before the start, and one unit more is never earlier', () => {
    check(
      fc.property(day, few, unit, rolls, (start, n, unit, roll) => {
        const [one, more] = [of(unit, n, start, { roll }), of(unit, n + 1, start, { roll })]
        expect(one.due > start).toBe(true)
        expect(more.due >= one.due).toBe(true)
      }),
    )
  })

  test('working and natural days add up: a + b from the start is b after a', () => {
    check(
      fc.property(day, few, few, fc.constantFrom<Unit>('WD', 'ND'), (start, a, b, unit) => {
        expect(of(unit, a + b, start).due).toBe(of(unit, b, of(unit, a, start).due).due)
      }),
    )
  })

  test('a working-day result, and a rolled one, is never a rest day', () => {
    check(fc.property(day, few, (start, n) => isWorkday(calendars, of('WD', n, start).due)))
    check(
      fc.property(day, few, unit, (start, n, unit) =>
        isWorkday(calendars, of(unit, n, start, { roll: 'party' }).rolled),
      ),
    )
  })

  test('backward undoes forward', () => {
    check(
      fc.property(
        day,
        few,
        (start, n) => latestBefore(of('ND', n, start).due, 'ND', n, calendars) === start,
      ),
    )
    check(
      fc.property(day, few, (any, n) => {
        const start = of('WD', 1, any).due
        expect(latestBefore(of('WD', n, start).due, 'WD', n, calendars)).toBe(start)
      }),
    )
  })

  test('pausing for k working days costs exactly k working days', () => {
    check(
      fc.property(
        day,
        fc.integer({ min: 5, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 30 }),
        (start, n, after, length) => {
          const from = addDays(start, after)
          const pauses = [{ from, to: addDays(from, length), kind: 'hearing' }]
          const paused = of('WD', n, start, { pauses })
          expect(paused.due).toBe(of('WD', n + paused.pausedDays, start).due)
        },
      ),
    )
  })

  test('numbered rows are n in number, in order, and end on the nominal day', () => {
    check(
      fc.property(day, few, rolls, (start, n, roll) => {
        const { days, nominal } = of('WD', n, start, { roll })
        const counted = days.filter((row) => row.counted)
        expect(counted.map(({ index }) => index)).toEqual(
          Array.from({ length: n }, (_, index) => index + 1),
        )
        expect(counted.at(-1)?.date).toBe(nominal)
      }),
    )
  })

  test('months keep the day or fall on the last of the month', () => {
    check(
      fc.property(day, fc.integer({ min: -120, max: 120 }), (start, n) => {
        const end = addMonths(start, n)
        expect(end.slice(8) === start.slice(8) || addDays(end, 1).endsWith('-01')).toBe(true)
        expect(Math.abs(daysBetween(start, end)) <= 31 * Math.abs(n)).toBe(true)
      }),
    )
  })

  test('a window ends on its target and begins where counting back leads', () => {
    check(
      fc.property(
        day,
        few,
        (target, n) => windowBefore(target, 'ND', n, calendars).from === addDays(target, -n),
      ),
    )
  })
})
