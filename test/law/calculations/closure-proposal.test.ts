// When must the bureau propose to close a unit?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

const closure = (input: object) => calculated('closure-proposal', input)

// 安全法 113(1): 3 penalties in 180 days, 4 in one year; the day of the first is not counted. 2026-01-10 + 180 days = 07-09.
describe('by the number of penalties', () => {
  test.each<
    [
      penalties: string[],
      threeIn180Days: object[],
      fourInOneYear: object[],
      reachedOn: string | null,
    ]
  >([
    [[], [], [], null],
    [['2026-01-10', '2026-07-09'], [], [], null],
    [
      ['2026-01-10', '2026-03-15', '2026-07-09'],
      [{ from: '2026-01-10', to: '2026-07-09', count: 3, days: 180 }],
      [],
      '2026-07-09',
    ],
    [['2026-01-10', '2026-03-15', '2026-07-10'], [], [], null],
    [
      ['2026-01-10', '2026-03-15', '2026-07-10', '2027-01-10'],
      [],
      [{ from: '2026-01-10', to: '2027-01-10', count: 4, days: 365 }],
      '2027-01-10',
    ],
    [['2026-01-10', '2026-03-15', '2026-07-10', '2027-01-11'], [], [], null],
    [
      ['2026-01-10', '2026-07-20', '2026-08-01', '2026-12-30'],
      [{ from: '2026-07-20', to: '2026-12-30', count: 3, days: 163 }],
      [{ from: '2026-01-10', to: '2026-12-30', count: 4, days: 354 }],
      '2026-12-30',
    ],
    [
      ['2025-01-10', '2025-08-01', '2025-09-01', '2026-01-05', '2026-01-20', '2026-01-30'],
      [
        { from: '2025-08-01', to: '2026-01-05', count: 3, days: 157 },
        { from: '2025-09-01', to: '2026-01-20', count: 3, days: 141 },
        { from: '2026-01-05', to: '2026-01-30', count: 3, days: 25 },
      ],
      [
        { from: '2025-01-10', to: '2026-01-05', count: 4, days: 360 },
        { from: '2025-08-01', to: '2026-01-20', count: 4, days: 172 },
        { from: '2025-09-01', to: '2026-01-30', count: 4, days: 151 },
      ],
      '2026-01-05',
    ],
    [
      [
        '2025-01-10',
        '2025-08-01',
        '2025-08-20',
        '2025-12-01',
        '2026-05-20',
        '2026-05-25',
        '2026-05-30',
      ],
      [
        { from: '2025-08-01', to: '2025-12-01', count: 3, days: 122 },
        { from: '2025-12-01', to: '2026-05-25', count: 3, days: 175 },
        { from: '2026-05-20', to: '2026-05-30', count: 3, days: 10 },
      ],
      [
        { from: '2025-01-10', to: '2025-12-01', count: 4, days: 325 },
        { from: '2025-08-01', to: '2026-05-20', count: 4, days: 292 },
        { from: '2025-08-20', to: '2026-05-25', count: 4, days: 278 },
        { from: '2025-12-01', to: '2026-05-30', count: 4, days: 180 },
      ],
      '2025-12-01',
    ],
  ])('%j', (penalties, threeIn180Days, fourInOneYear, reachedOn) => {
    const input = { threeIn180Days, fourInOneYear, reachedOn, propose: reachedOn !== null }
    expect(closure({ penalties })).toMatchObject(input)
    expect(closure({ penalties: [...penalties].reverse() })).toMatchObject(input)
    expect(closure({ penalties, majorHazard: false })).toMatchObject({
      threeIn180Days,
      propose: false,
      reachedOn: null,
    })
  })

  test('the year is reached on an earlier day than the half year', () =>
    expect(
      closure({
        penalties: ['2026-01-01', '2026-06-01', '2026-07-02', '2026-12-25', '2026-12-28'],
      }),
    ).toMatchObject({
      threeIn180Days: [{ from: '2026-07-02', to: '2026-12-28', days: 179 }],
      fourInOneYear: [{ to: '2026-12-25' }, { to: '2026-12-28' }],
      reachedOn: '2026-12-25',
    }))

  test('only penalties up to the day asked about count, that day included', () => {
    const penalties = ['2026-01-10', '2026-03-15', '2026-07-08']
    expect(closure({ penalties, asOf: '2026-07-08' })).toMatchObject({
      propose: true,
      reachedOn: '2026-07-08',
    })
    expect(closure({ penalties, asOf: '2026-07-07' })).toMatchObject({
      propose: false,
      reachedOn: null,
    })
  })
})

test('by conduct alone, without penalties or a major hazard', () => {
  for (const conduct of ['unfitAfterStop', 'refusesStopOrder'])
    expect(closure({ penalties: [], majorHazard: false, [conduct]: true }), conduct).toMatchObject({
      propose: true,
      reachedOn: null,
    })
  expect(closure({ penalties: [], majorHazard: false })).toMatchObject({ propose: false })
})

test('penalties from before art. 113 make it doubtful only where it follows from them', () => {
  const doubted = {
    provisional: true,
    reasons: [
      {
        zh: '部分处罚发生在2021-09-01第113条施行之前，是否计入须确认',
        en: 'Some penalties precede art. 113 (2021-09-01): confirm whether they count',
      },
    ],
  }
  expect(closure({ penalties: ['2021-08-31', '2021-09-10', '2021-10-10'] })).toMatchObject(doubted)
  expect(closure({ penalties: ['2021-09-01', '2021-09-10', '2021-10-10'] })).toMatchObject({
    provisional: false,
    reasons: [],
  })
  expect(
    closure({ penalties: ['2020-01-01', '2021-08-31'], refusesStopOrder: true }),
  ).toMatchObject({ propose: true, provisional: false })
  // An old one that makes no window with the others casts no doubt on them.
  expect(
    closure({ penalties: ['2020-01-01', '2026-01-10', '2026-03-15', '2026-07-08'] }),
  ).toMatchObject({ propose: true, provisional: false, reasons: [] })
})

test('a number that was full before art. 113 was law leads to nothing', () => {
  const penalties = ['2021-03-01', '2021-05-01', '2021-07-01', '2021-08-31']
  for (const input of [{}, { asOf: '2021-08-31' }, { asOf: '2021-12-01' }])
    expect(closure({ penalties, ...input })).toMatchObject({
      propose: false,
      reachedOn: null,
      threeIn180Days: [],
      fourInOneYear: [],
      provisional: false,
    })
  expect(reckoned('closure-proposal', { penalties: penalties.slice(1) }).zh).toEqual([
    '最近3次：2021-05-01→2021-08-31，相隔122日（首日不计）',
    '2021-09-01前第113条尚未施行，此前已达到的次数不作为提请关闭的依据',
    '尚未达到提请关闭的条件',
  ])
  expect(closure({ penalties: [...penalties, '2021-09-01'] })).toMatchObject({
    propose: true,
    reachedOn: '2021-09-01',
    provisional: true,
  })
})

test('the reckoning tells the last three, each window, the conduct and the result', () => {
  expect(
    reckoned('closure-proposal', {
      penalties: ['2026-01-10', '2026-03-15', '2026-07-08', '2027-01-10'],
    }),
  ).toEqual({
    zh: [
      '最近3次：2026-03-15→2027-01-10，相隔301日（首日不计）',
      '2026-01-10至2026-07-08：3次处罚，第179日，在180日内',
      '2026-01-10至2027-01-10：4次处罚，在一年内',
      '应当提请地方人民政府予以关闭（安全生产法第113条）',
    ],
    en: [
      'The last three: 2026-03-15 → 2027-01-10, day 301 (first day not counted)',
      '2026-01-10 to 2026-07-08: 3 penalties, day 179, within 180 days',
      '2026-01-10 to 2027-01-10: 4 penalties within one year',
      'Propose closure to the government (Work Safety Law art. 113)',
    ],
  })
  expect(
    reckoned('closure-proposal', {
      penalties: ['2026-01-10', '2026-07-08'],
      majorHazard: false,
      unfitAfterStop: true,
      refusesStopOrder: true,
    }),
  ).toEqual({
    zh: [
      '共2次处罚，不足3次',
      '不存在重大事故隐患，不适用第113条第1项',
      '经停产停业整顿仍不具备条件',
      '拒不执行停产停业整顿决定',
      '应当提请地方人民政府予以关闭（安全生产法第113条）',
    ],
    en: [
      '2 penalties, fewer than 3',
      'No major hazard: item 1 does not apply',
      'Still unfit after the stop',
      'Refuses the stop order',
      'Propose closure to the government (Work Safety Law art. 113)',
    ],
  })
  expect(reckoned('closure-proposal', { penalties: [] }).zh).toEqual([
    '共0次处罚，不足3次',
    '尚未达到提请关闭的条件',
  ])
})
