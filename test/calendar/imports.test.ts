// Do imports keep the calendars sound?
import { describe, expect, test } from 'vitest'
import { type CalendarYear, dayKind, isWorkday } from '../../domain/time/calendar.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { withOverride, withYear } from '../../domain/time/imports.ts'
import { daysFrom } from './notice-2027.ts'

const notice2027: CalendarYear = {
  decree: '国务院办公厅关于2027年部分节假日安排的通知',
  source: 'invented for this test',
  off: [
    ...daysFrom('2027-01-01', '2027-01-03'),
    ...daysFrom('2027-02-05', '2027-02-11'),
    ...daysFrom('2027-10-01', '2027-10-07'),
  ],
  work: ['2027-01-30', '2027-02-20'],
}

describe('imports', () => {
  test('a further year makes its days decreed and leaves the old set alone', () => {
    const set = withYear(decreeCalendars, 2027, notice2027)
    expect(set.version).not.toBe(decreeCalendars.version)
    expect(dayKind(set, '2027-02-11')).toMatchObject({ work: false, decreed: true })
    expect(dayKind(set, '2027-01-30')).toEqual({
      work: true,
      why: 'make-up-workday',
      decreed: true,
    })
    expect(dayKind(decreeCalendars, '2027-02-11').decreed).toBe(false)
  })

  test('a notice may name days of the December before it, and a corrected one takes them back', () => {
    const days = {
      ...notice2027,
      off: ['2026-12-31', ...notice2027.off],
      work: ['2026-12-26', ...notice2027.work],
    }
    const set = withYear(decreeCalendars, 2027, days)
    expect(dayKind(set, '2026-12-31')).toMatchObject({ work: false, decreed: true })
    expect(dayKind(set, '2026-12-26')).toEqual({
      work: true,
      why: 'make-up-workday',
      decreed: true,
    })
    expect(dayKind(set, '2026-12-30')).toEqual(dayKind(decreeCalendars, '2026-12-30'))
    expect(isWorkday(withYear(set, 2027, notice2027), '2026-12-31')).toBe(true)
    expect(isWorkday(decreeCalendars, '2026-12-31')).toBe(true)
    const ahead = withYear(decreeCalendars, 2028, {
      ...notice2027,
      off: ['2027-12-31', '2028-01-01'],
      work: [],
    })
    expect(['2027-12-31', '2027-12-30'].map((day) => dayKind(ahead, day).decreed)).toEqual([
      true,
      false,
    ])
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
    expect(() => withYear(decreeCalendars, 2027, notice)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
  })

  const reasonsOf = (wanted: () => unknown): string[] => {
    try {
      wanted()
    } catch (error) {
      return (error as { reasons: { zh: string }[] }).reasons.map(({ zh }) => zh)
    }
    return []
  }

  test('says of each fault what it is, and of a sound notice nothing', () => {
    const wrong = {
      decree: ' ',
      source: 'x',
      off: ['2026-11-30', '2027-02-31', '2027-01-01', '2027-01-01'],
      work: ['2027-03-03', '2027-01-01'],
    }
    expect(reasonsOf(() => withYear(decreeCalendars, 2027, wrong))).toEqual([
      '日期不存在：2027-02-31',
      '日期重复或既放假又上班：2027-01-01',
      '日期重复或既放假又上班：2027-01-01',
      '2026-11-30 不在 2027 年或者上年12月内',
      '2027-03-03 不是周末，不能作为调休上班日',
      '2027-01-01 不是周末，不能作为调休上班日',
      '必须注明文件名称和来源',
    ])
    expect(reasonsOf(() => withYear(decreeCalendars, 2027, notice2027))).toEqual([])
    expect(reasonsOf(() => withYear(decreeCalendars, 2027, { ...notice2027, off: [] }))).toEqual([
      '放假日期不能为空',
    ])
  })

  test.each([
    [1948, false],
    [1949, true],
    [2200, true],
    [2201, false],
    [2027.5, false],
  ])('takes a notice for the year %d: %s', (year, taken) => {
    const notice = { ...notice2027, off: [`${Math.trunc(year)}-10-01`], work: [] }
    expect(
      reasonsOf(() => withYear(decreeCalendars, year, notice)).filter((zh) =>
        zh.startsWith('年份无效'),
      ),
    ).toHaveLength(taken ? 0 : 1)
  })

  test('each import has a version of its own, which tells a corrected notice from a new one and a region from the nation', () => {
    const { version } = decreeCalendars
    const once = withYear(decreeCalendars, 2027, notice2027)
    const days = { decree: '令', source: '试验', off: ['2026-03-03'], work: [] }
    expect(once.version).toBe(`${version}+2027`)
    expect(withYear(once, 2027, notice2027).version).toBe(`${version}+2027+2027r`)
    expect(withOverride(decreeCalendars, { ...days, region: null }).version).toBe(
      `${version}+national`,
    )
    expect(withOverride(decreeCalendars, { ...days, region: '330802' }).version).toBe(
      `${version}+330802`,
    )
  })

  test.each([
    ['no day at all', { region: null, off: [], work: [] }, ['没有任何日期']],
    [
      'a region that is no code',
      { region: '3308', off: ['2026-03-03'], work: [] },
      ['行政区划代码应为6位数字'],
    ],
    [
      'a region of seven digits',
      { region: '3308021', off: ['2026-03-03'], work: [] },
      ['行政区划代码应为6位数字'],
    ],
    [
      'a day that is none',
      { region: null, off: [], work: ['2026-02-30'] },
      ['日期不存在：2026-02-30'],
    ],
    [
      'a day both off and worked',
      { region: null, off: ['2026-03-03'], work: ['2026-03-03'] },
      ['日期重复或既放假又上班：2026-03-03'],
    ],
  ])('local days with %s are refused with that reason alone', (_, days, reasons) => {
    expect(
      reasonsOf(() => withOverride(decreeCalendars, { decree: '令', source: '试验', ...days })),
    ).toEqual(reasons)
  })

  test('a later local order beats an earlier one, the region of its own name the notice, and what it calls the day is shown', () => {
    const order = { decree: '令', source: '试验', region: '330802', off: ['2026-03-03'], work: [] }
    const first = withOverride(decreeCalendars, { ...order, name: '放水节' })
    expect(dayKind(first, '2026-03-03', '330802')).toEqual({
      work: false,
      why: 'holiday:放水节',
      decreed: true,
    })
    expect(dayKind(withOverride(decreeCalendars, order), '2026-03-03', '330802').why).toBe(
      'holiday:令',
    )
    const second = withOverride(first, { ...order, off: [], work: ['2026-03-03'] })
    expect(dayKind(second, '2026-03-03', '330802')).toEqual({
      work: true,
      why: 'make-up-workday',
      decreed: true,
    })
    expect(
      ['330800', '330803', undefined].map((region) => dayKind(first, '2026-03-03', region).work),
    ).toEqual([true, true, true])
  })

  test('local days hold in their region only, ad-hoc national days everywhere', () => {
    const local = withOverride(decreeCalendars, {
      region: '330800',
      decree: '衢州',
      source: 'test',
      off: ['2026-03-03'],
      work: [],
    })
    expect(isWorkday(local, '2026-03-03', '330803')).toBe(false)
    expect(isWorkday(local, '2026-03-03', '330100')).toBe(true)
    expect(isWorkday(local, '2026-03-03')).toBe(true)
    const national = withOverride(local, {
      region: null,
      decree: '国务院',
      source: 'test',
      off: ['2026-09-03'],
      work: ['2026-09-06'],
    })
    expect(isWorkday(national, '2026-09-03', '330803')).toBe(false)
    expect(isWorkday(national, '2026-09-06')).toBe(true)
  })
})
