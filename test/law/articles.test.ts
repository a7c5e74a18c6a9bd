// Are articles, norms and the certainty of a rule written and told apart correctly?
import { describe, expect, test } from 'vitest'
import { writeItem, writeOrdinal } from '../../domain/law/rules/articles.ts'
import {
  type Cite,
  citeText,
  civilLawOn,
  onGround,
  quoteNorm,
} from '../../domain/law/rules/norms.ts'
import { isLaw, isUnconfirmed } from '../../domain/law/rules/rule.ts'
import { forceMajeureOn } from '../../domain/law/rules/terms.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [42, '四十二'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [113, '一百一十三'],
  [200, '二百'],
  [203, '二百零三'],
  [259, '二百五十九'],
])('%i is written %s', (n, written) => expect(writeOrdinal(n)).toBe(written))

test.each<[place: string, written: string | undefined]>([
  ['4(1)', '第四条第（一）项'],
  ['32.1(4)', '第三十二条第一款第（四）项'],
  ['113.12(14)', '第一百一十三条第十二款第（十四）项'],
  ['42', undefined],
  ['32.1', undefined],
  ['x32(4)', undefined],
  ['32(4)x', undefined],
  ['5.3.2 a)', undefined],
])('the place %s: %s', (place, written) => expect(writeItem(place)).toBe(written))

describe('a citation', () => {
  test.each<[cites: Cite[], zh: string, en: string]>([
    [[['licensing', '42、82']], '行政许可法第42、82条', 'Administrative Licensing Law art. 42, 82'],
    [
      [
        ['order55', '11'],
        ['licensing', '42'],
      ],
      '危险化学品经营许可证管理办法（令55号）第11条；行政许可法第42条',
      'Hazchem Business Licence Measures (Order 55) art. 11; Administrative Licensing Law art. 42',
    ],
    [[['cylinders', '']], '气瓶安全技术规程', 'Gas cylinder safety code'],
    [
      [['licensing', '32.1(4)、82']],
      '《行政许可法》第三十二条第一款第（四）项、第八十二条',
      'Administrative Licensing Law art. 32(1)(4), 82',
    ],
    [
      [['safety', '113.12(14)']],
      '《安全生产法》（2021）第一百一十三条第十二款第（十四）项',
      'Work Safety Law (2021) art. 113(12)(14)',
    ],
  ])('of %j', (cites, zh, en) => expect(citeText(cites)).toEqual({ zh, en }))

  test('stands behind a sentence in brackets, or without where it has brackets of its own', () => {
    expect(onGround({ zh: '行政许可法第42条', en: 'Licensing Law art. 42' })).toEqual({
      zh: '（行政许可法第42条）',
      en: ' (Licensing Law art. 42)',
    })
    expect(
      onGround({ zh: '安全生产法（2021）第70条', en: 'Work Safety Law (2021) art. 70' }),
    ).toEqual({
      zh: '，依据安全生产法（2021）第70条',
      en: ', under Work Safety Law (2021) art. 70',
    })
    expect([quoteNorm('行政许可法'), quoteNorm('安全生产法（2021）')]).toEqual([
      '《行政许可法》',
      '《安全生产法》（2021）',
    ])
  })
})

describe('the law of a day', () => {
  // 民法通则 until 2017-09-30, 民法总则 until 2020-12-31, 民法典 since.
  test.each([
    ['2017-09-30', ['civil1986', '154']],
    ['2017-10-01', ['civil2017', '203']],
    ['2020-12-31', ['civil2017', '203']],
    ['2021-01-01', ['civil', '203']],
  ])('of periods on %s: %j', (day, cite) => expect(civilLawOn(day, '203')).toEqual(cite))

  test('of force majeure has its number since 2022', () => {
    expect(forceMajeureOn('2021-12-31').zh).toBe('民事诉讼法')
    expect(forceMajeureOn('2022-01-01').zh).toBe('民事诉讼法第86条')
  })
})

test.each([
  ['V', null, false],
  ['V*', null, false],
  ['D', null, false],
  ['M', null, true],
  ['V', 'pending', true],
] as const)('a rule %s of law %s only warns: %s', (confidence, lawVersion, warns) =>
  expect(isUnconfirmed({ confidence, lawVersion })).toBe(warns),
)

test.each([
  ['V', false, true],
  ['V*', false, true],
  ['M', false, true],
  ['D', false, false],
  ['V*', true, false],
  ['D', true, false],
] as const)('a rule %s, of elsewhere %s, is law here: %s', (confidence, elsewhere, law) =>
  expect(isLaw({ confidence, elsewhere })).toBe(law),
)
