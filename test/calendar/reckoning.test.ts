// What does a reckoning say beside its end: its rows, its stages, what was passed over, and where it stops?
import { describe, expect, test } from 'vitest'
import type { DomainError } from '../../domain/language/errors.ts'
import { latestBefore, nextWorkday, reckon, windowBefore } from '../../domain/time/count.ts'
import { decreeCalendars as calendars } from '../../domain/time/decrees.ts'
import { lastYear } from '../../domain/time/effort.ts'
import { estimatedHolidays } from '../../domain/time/estimate.ts'
import type { Period, Unit } from '../../domain/time/period.ts'
import { mostRows } from '../../domain/time/walk.ts'

const of = (unit: Unit, n: number, start: string, more: Partial<Period> = {}) =>
  reckon({ unit, n, start, roll: 'never', calendars, ...more })
const refusal = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return [(error as DomainError).code, (error as DomainError).reasons[0]?.en]
  }
}
const extensions = [1, 2, 3].map((by) => ({ at: '2026-03-03', by }))

describe('a period of days that ends at a weekend', () => {
  // 6 March 2026 is a Friday.
  test('is written out to the day to which it rolls, each passed day with its reason', () => {
    const { days, length, nominal, rolled, due, stages } = of('ND', 2, '2026-03-05', {
      roll: 'party',
    })
    expect([nominal, rolled, due, length]).toEqual(['2026-03-07', '2026-03-09', '2026-03-09', 5])
    expect(days.map(({ date, counted, index, why }) => [date, counted, index, why])).toEqual([
      ['2026-03-05', false, null, 'start-day'],
      ['2026-03-06', true, 1, 'counted'],
      ['2026-03-07', true, 2, 'counted'],
      ['2026-03-08', false, null, 'rest-day'],
      ['2026-03-09', false, null, 'rolled'],
    ])
    expect(stages).toEqual([{ nominal: '2026-03-07', rolled: '2026-03-09' }])
  })
  test('that never rolls ends there, and neither does one of working days', () => {
    expect(of('ND', 2, '2026-03-05')).toMatchObject({
      nominal: '2026-03-07',
      rolled: '2026-03-07',
      due: '2026-03-07',
      length: 3,
      stages: [{ nominal: '2026-03-07', rolled: '2026-03-07' }],
    })
    expect(of('ND', 2, '2026-03-05').days).toHaveLength(3)
    expect(of('WD', 2, '2026-03-05', { roll: 'party' })).toMatchObject({
      due: '2026-03-09',
      length: 5,
      provisional: false,
    })
  })
  test('of a year with its notice rests on no estimate, and goes back by the months that lie before it', () => {
    expect(of('ND', 2, '2026-03-05', { roll: 'party' })).toMatchObject({
      undecreed: [],
      provisional: false,
    })
    expect(latestBefore('2026-03-31', 'M', 1, calendars)).toBe('2026-02-28')
  })
  test('backward is not rolled, whatever it says', () => {
    const back = of('ND', 2, '2026-03-09', { roll: 'party', direction: 'backward' })
    expect(back).toMatchObject({
      nominal: '2026-03-07',
      rolled: '2026-03-07',
      due: '2026-03-07',
      stages: [{ nominal: '2026-03-07', rolled: '2026-03-07' }],
    })
    expect(latestBefore('2026-03-09', 'ND', 2, calendars)).toBe('2026-03-07')
    expect(windowBefore('2026-03-09', 'ND', 2, calendars)).toEqual({
      from: '2026-03-07',
      to: '2026-03-09',
    })
  })
  test('of more rows than are written out counts them all', () => {
    // It ends on a Saturday.
    const long = of('ND', mostRows + 6, '2026-03-05', { roll: 'party' })
    expect([long.days.length, long.days.at(-1)?.index]).toEqual([mostRows, mostRows - 1])
    expect(long.length).toBe(mostRows + 9)
  })
})

test('backward passes over pauses as well, each once, the nearest first', () => {
  const pauses = [
    { from: '2026-03-14', to: '2026-03-14', kind: 'far' },
    { from: '2026-03-16', to: '2026-03-17', kind: 'near' },
    { from: '2026-03-17', to: '2026-03-17', kind: 'inside' },
  ]
  const back = of('ND', 5, '2026-03-20', { direction: 'backward', pauses })
  expect([back.due, back.pausedDays, [...back.paused]]).toEqual([
    '2026-03-12',
    3,
    ['pause:near', 'pause:far'],
  ])
  const fore = of('ND', 5, '2026-03-12', { pauses })
  expect([fore.due, fore.pausedDays, [...fore.paused]]).toEqual([
    '2026-03-20',
    3,
    ['pause:far', 'pause:near'],
  ])
})

test('each extension is a stage: where the period ended before it', () => {
  const { total, stages, due } = of('ND', 10, '2026-03-01', { extensions })
  expect([total, due]).toEqual([16, '2026-03-17'])
  expect(stages.map(({ nominal }) => nominal)).toEqual([
    '2026-03-11',
    '2026-03-12',
    '2026-03-14',
    '2026-03-17',
  ])
  expect(of('M', 1, '2026-03-01', { extensions: [{ at: 'x', by: 1 }] }).stages).toMatchObject([
    { nominal: '2026-04-01' },
    { nominal: '2026-05-01' },
  ])
  expect(of('WD', 10, '2026-03-01', { extensions }).stages.map(({ nominal }) => nominal)).toEqual([
    '2026-03-13',
    '2026-03-16',
    '2026-03-18',
    '2026-03-23',
  ])
  expect(of('ND', 0, '2026-03-01')).toMatchObject({ due: '2026-03-01', length: 1 })
})

describe('hours', () => {
  const start = '2026-03-05T20:00:00+08:00'
  test('are days in a row, each counted and none numbered, from the day of the start to that of the end', () => {
    const { days, length, counted, pausedDays, paused, festivals, madeUp, startAt, total } = of(
      'H',
      30,
      start,
    )
    expect(days).toEqual(
      ['2026-03-05', '2026-03-06', '2026-03-07'].map((date) => ({
        date,
        counted: true,
        index: null,
        why: 'continuous-hours',
      })),
    )
    expect([length, startAt, total]).toEqual([3, start, 30])
    expect([counted, pausedDays, [...paused], festivals, madeUp]).toEqual([[], 0, [], [], []])
  })
  test('with extensions end at each of their stages', () => {
    const { stages, dueAt, total } = of('H', 10, start, {
      extensions: extensions.map((one) => ({ ...one, by: one.by * 24 })),
    })
    expect([total, dueAt]).toEqual([154, '2026-03-12T06:00:00+08:00'])
    expect(stages).toEqual(
      ['2026-03-06', '2026-03-07', '2026-03-09', '2026-03-12'].map((day) => ({
        nominal: day,
        rolled: day,
      })),
    )
  })
  test('backward run from the end to the start, in the order of the days', () => {
    const back = of('H', 30, start, { direction: 'backward' })
    expect([back.due, back.dueAt, back.length]).toEqual([
      '2026-03-04',
      '2026-03-04T14:00:00+08:00',
      2,
    ])
    expect(back.days.map(({ date }) => date)).toEqual(['2026-03-04', '2026-03-05'])
  })
  test('of more days than are written out are cut there, and cost what they are long', () => {
    const effort = { spent: 0 }
    const long = reckon(
      { unit: 'H', n: 24 * (mostRows + 5), start, roll: 'never', calendars },
      effort,
    )
    expect([long.days.length, long.length, effort.spent]).toEqual([
      mostRows,
      mostRows + 6,
      mostRows + 6,
    ])
  })
})

describe('refused is', () => {
  test('a start that there is not, and hours without a moment', () => {
    expect(refusal(() => of('ND', 1, '2026-02-30'))).toEqual([
      'invalid-input',
      'There is no such date or moment: 2026-02-30',
    ])
    expect(refusal(() => of('H', 1, '2026-03-01'))).toEqual([
      'invalid-input',
      'A period in hours needs the moment it starts, with hour and minute',
    ])
  })
  test('an end beyond the last year that is reckoned, also where only the roll goes there', () => {
    const beyond = ['invalid-input', `The period goes beyond ${lastYear}`]
    expect(refusal(() => of('M', 1_321, '1980-01-01'))).toEqual(beyond)
    expect(of('M', 1_320, '1980-01-01').due).toBe('2090-01-01')
    expect(refusal(() => of('ND', 1, `${lastYear}-12-31`))).toEqual(beyond)
    expect(refusal(() => of('H', 48, `${lastYear}-12-31T00:00:00+08:00`))).toEqual(beyond)
    expect(of('H', 1, `${lastYear}-12-31T00:00:00+08:00`).due).toBe(`${lastYear}-12-31`)
  })
  test('a search for a working day that has no end', () => {
    const effort = { spent: 0, most: 1 }
    expect(nextWorkday(calendars, '2026-03-06', undefined, effort)).toBe('2026-03-06')
    expect(refusal(() => nextWorkday(calendars, '2026-03-07', undefined, effort))).toMatchObject([
      'invalid-input',
      expect.stringContaining('too long'),
    ])
  })
})

test('what is looked at is counted, day by day', () => {
  const spent = (unit: Unit, n: number) => {
    const effort = { spent: 0 }
    reckon({ unit, n, start: '2026-03-05', roll: 'never', calendars }, effort)
    return effort.spent
  }
  expect([spent('ND', 7), spent('WD', 7)]).toEqual([7, 11])
  expect(of('ND', 1, `${lastYear}-12-30`).due).toBe(`${lastYear}-12-31`)
  expect(of('ND', mostRows + 2, '2026-03-05').days).toHaveLength(mostRows)
})

test('festivals are told as they lie, one inside another, forward and backward', () => {
  const autumn = [
    { name: '国庆节', from: '2025-10-01', to: '2025-10-08' },
    { name: '中秋', from: '2025-10-06', to: '2025-10-06' },
  ]
  expect(of('WD', 10, '2025-09-25').festivals).toEqual(autumn)
  expect(of('WD', 10, '2025-10-16', { direction: 'backward' }).festivals).toEqual(autumn)
})

test('the years that no notice speaks of are told in their order, whichever way is counted', () => {
  expect(of('WD', 5, '2030-12-30').undecreed).toEqual([2030, 2031])
  const back = of('WD', 5, '2031-01-03', { direction: 'backward' })
  expect([back.due, back.undecreed, back.provisional]).toEqual(['2030-12-26', [2030, 2031], true])
})

describe('a year that no notice speaks of', () => {
  test('has its statutory days, those of the moon included, under their names', () => {
    expect(estimatedHolidays(2030).map(([day, name]) => `${day} ${name}`)).toEqual([
      '2030-01-01 元旦',
      '2030-05-01 劳动节',
      '2030-05-02 劳动节',
      '2030-10-01 国庆节',
      '2030-10-02 国庆节',
      '2030-10-03 国庆节',
      '2030-02-02 春节',
      '2030-02-03 春节',
      '2030-02-04 春节',
      '2030-02-05 春节',
      '2030-09-12 中秋',
      '2030-06-05 端午',
      '2030-04-05 清明',
    ])
  })
  test('after the table has the days of fixed date alone', () => {
    expect(estimatedHolidays(2051).map(([day]) => day)).toEqual([
      '2051-01-01',
      '2051-05-01',
      '2051-05-02',
      '2051-10-01',
      '2051-10-02',
      '2051-10-03',
    ])
  })
})
