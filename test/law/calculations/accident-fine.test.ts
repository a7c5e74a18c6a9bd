// Do unit and principal pay for an accident by the law of its day, between the amounts of its level?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

type Band = [from: number, to: number]
const fine = (input: object) => calculated('accident-fine', input)

describe('the unit', () => {
  // 493号 37; 安全法 2014 109 (unconfirmed); 安全法 2021 114.
  test.each<
    [date: string, general: Band, larger: Band, major: Band, extraMajor: Band, unconfirmed: boolean]
  >([
    [
      '2007-06-01',
      [100_000, 200_000],
      [200_000, 500_000],
      [500_000, 2_000_000],
      [2_000_000, 5_000_000],
      false,
    ],
    [
      '2014-11-30',
      [100_000, 200_000],
      [200_000, 500_000],
      [500_000, 2_000_000],
      [2_000_000, 5_000_000],
      false,
    ],
    [
      '2014-12-01',
      [200_000, 500_000],
      [500_000, 1_000_000],
      [1_000_000, 5_000_000],
      [5_000_000, 10_000_000],
      true,
    ],
    [
      '2021-08-31',
      [200_000, 500_000],
      [500_000, 1_000_000],
      [1_000_000, 5_000_000],
      [5_000_000, 10_000_000],
      true,
    ],
    [
      '2021-09-01',
      [300_000, 1_000_000],
      [1_000_000, 2_000_000],
      [2_000_000, 10_000_000],
      [10_000_000, 20_000_000],
      false,
    ],
  ])('on %s', (date, general, larger, major, extraMajor, unconfirmed) => {
    for (const [level, [from, to]] of Object.entries({
      general,
      larger,
      major,
      'extra-major': extraMajor,
    }))
      expect(fine({ level, date }), level).toMatchObject({
        unit: { from, to },
        provisional: unconfirmed,
        reasons: unconfirmed
          ? [
              {
                zh: '2014年法的罚款幅度未经核实',
                en: 'The amounts of the 2014 law are unconfirmed',
              },
            ]
          : [],
      })
  })

  test.each<[date: string, level: string, from: number, to: number]>([
    ['2026-05-01', 'general', 600_000, 5_000_000],
    ['2026-05-01', 'larger', 2_000_000, 10_000_000],
    ['2026-05-01', 'major', 4_000_000, 50_000_000],
    ['2026-05-01', 'extra-major', 20_000_000, 100_000_000],
    ['2015-08-12', 'general', 200_000, 500_000],
    ['2015-08-12', 'major', 1_000_000, 5_000_000],
    ['2015-08-12', 'extra-major', 10_000_000, 20_000_000],
    ['2013-06-03', 'extra-major', 2_000_000, 5_000_000],
  ])(
    'extremely serious on %s, %s: two to five times only by the law of 2021',
    (date, level, from, to) =>
      expect(fine({ level, date, extremelySerious: true })).toMatchObject({ unit: { from, to } }),
  )

  test('before the regulations of 2007 there is no such fine', () =>
    expect(refused('accident-fine', { level: 'major', date: '2007-05-31' })).toEqual({
      code: 'rule-not-in-force',
      reasons: [{ zh: '2007-05-31尚无该罚则', en: 'No such penalty on 2007-05-31' }],
      details: { pointer: '/date' },
    }))
})

describe('the principal', () => {
  // 493号 38: 30, 40, 60, 80 %; 安全法 2021 95: 40, 60, 80, 100 %.
  test.each<[date: string, ...percents: number[]]>([
    ['2007-06-01', 30, 40, 60, 80],
    ['2014-12-01', 30, 40, 60, 80],
    ['2021-08-31', 30, 40, 60, 80],
    ['2021-09-01', 40, 60, 80, 100],
  ])('pays a part of last year’s income: %s', (date, ...percents) => {
    for (const [index, level] of ['general', 'larger', 'major', 'extra-major'].entries())
      expect(fine({ level, date, principalIncome: 250_000 }), level).toMatchObject({
        principalPercent: percents[index],
        principal: 2_500 * (percents[index] ?? 0),
      })
  })

  test('whose income is not known is told the part alone', () =>
    expect(fine({ level: 'general', date: '2026-05-01', lateOrFalseReport: true })).toMatchObject({
      principalPercent: 40,
      principal: null,
      lateReportPercent: { from: 60, to: 100 },
      lateReport: null,
    }))

  test('pays to the fen, half up', () =>
    expect(
      fine({
        level: 'general',
        date: '2026-05-01',
        principalIncome: 100.01,
        lateOrFalseReport: true,
      }),
    ).toMatchObject({
      principal: 40,
      lateReport: { from: 60.01, to: 100.01 },
    }))

  test.each<[date: string, late: boolean, percent: object | null, sums: object | null]>([
    ['2021-09-01', true, { from: 60, to: 100 }, { from: 180_000, to: 300_000 }],
    ['2021-09-01', false, null, null],
    ['2021-08-31', true, null, null],
    ['2021-08-31', false, null, null],
  ])(
    'who reports late or falsely: %s, %s',
    (date, lateOrFalseReport, lateReportPercent, lateReport) =>
      expect(
        fine({ level: 'larger', date, principalIncome: 300_000, lateOrFalseReport }),
      ).toMatchObject({ lateReportPercent, lateReport }),
  )
})

test('the reckoning names law, amounts and parts', () => {
  expect(
    reckoned('accident-fine', {
      level: 'larger',
      date: '2026-05-01',
      extremelySerious: true,
      principalIncome: 300_000,
      lateOrFalseReport: true,
    }),
  ).toEqual({
    zh: [
      '较大事故，适用安全生产法（2021）第95、110、114条',
      '单位罚款2,000,000元至10,000,000元（情节特别严重）',
      '主要负责人上一年年收入的60%：180,000元',
      '迟报、谎报或者不组织抢救：上一年年收入60%至100%（第110条）',
    ],
    en: [
      'larger accident, by Work Safety Law (2021) art. 95, 110, 114',
      'Unit: 2,000,000 to 10,000,000 yuan (extremely serious)',
      'Principal: 60 % of last year’s income: 180,000 yuan',
      'Late or false report, or no rescue: 60 to 100 % of last year’s income (art. 110)',
    ],
  })
  expect(reckoned('accident-fine', { level: 'general', date: '2013-06-03' })).toEqual({
    zh: [
      '一般事故，适用国务院令493号第37、38条',
      '单位罚款100,000元至200,000元',
      '主要负责人上一年年收入的30%',
    ],
    en: [
      'general accident, by State Council Order 493 art. 37, 38',
      'Unit: 100,000 to 200,000 yuan',
      'Principal: 30 % of last year’s income',
    ],
  })
})
