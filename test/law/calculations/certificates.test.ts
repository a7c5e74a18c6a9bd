// Do certificates, cylinders and the dishonesty list keep their periods to the day?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

describe('the review of a certificate', () => {
  // 令30 22: inside the 60 days before expiry; construction staff three months. Both ends included.
  test.each([
    ['special-operation', '2026-07-11', '2026-07-12'],
    ['construction-staff', '2026-06-09', '2026-06-10'],
  ])('%s', (certificate, dayBefore, from) => {
    const filed = (day: string | null) =>
      calculated('certificate-review-window', { certificate, expires: '2026-09-10', filed: day })
    expect(filed(null)).toMatchObject({ from, to: '2026-09-10', verdict: null })
    expect(filed(dayBefore)).toMatchObject({ verdict: 'too-early' })
    expect(filed(from)).toMatchObject({ verdict: 'in-time' })
    expect(filed('2026-09-10')).toMatchObject({ verdict: 'in-time' })
    expect(filed('2026-09-11')).toMatchObject({ verdict: 'late' })
  })

  test.each([
    ['2026-07-11', '2026-07-11申请：过早', 'Filed on 2026-07-11: too early'],
    ['2026-09-10', '2026-09-10申请：在窗口内', 'Filed on 2026-09-10: inside the window'],
    ['2026-09-11', '2026-09-11申请：逾期', 'Filed on 2026-09-11: late'],
  ])('filed on %s is told', (filed, zh, en) =>
    expect(reckoned('certificate-review-window', { expires: '2026-09-10', filed })).toEqual({
      zh: [expect.stringContaining('申请窗口 2026-07-12 至 2026-09-10'), zh],
      en: [expect.stringContaining('window 2026-07-12 to 2026-09-10'), en],
    }),
  )

  test('who has not filed is told the window alone', () =>
    expect(reckoned('certificate-review-window', { expires: '2026-09-10' }).zh).toHaveLength(1))
})

describe('a cylinder', () => {
  // Gas cylinders: inert 5 years, corrosive 2, other 3, LPG 4; LPG steel made after 2007-02-01 8 years, once 4 more.
  test.each([
    ['inert', '2025-03-01'],
    ['corrosive', '2022-03-01'],
    ['other', '2023-03-01'],
    ['lpg', '2024-03-01'],
  ])('of kind %s made 2020-03-01 is inspected by %s', (kind, nextInspection) =>
    expect(calculated('cylinder-inspection', { kind, made: '2020-03-01' })).toMatchObject({
      nextInspection,
    }),
  )

  test.each<[input: object, expected: object]>([
    [
      { made: '2007-02-01' },
      { nextInspection: '2011-02-01', designEnds: null, scrapOn: null, latestScrapOn: null },
    ],
    [
      { made: '2007-02-02' },
      {
        nextInspection: '2011-02-02',
        designEnds: '2015-02-02',
        scrapOn: '2015-02-02',
        latestScrapOn: '2019-02-02',
      },
    ],
    [
      { made: '2007-02-02', extended: true },
      { designEnds: '2015-02-02', scrapOn: '2019-02-02', latestScrapOn: '2019-02-02' },
    ],
    [
      { made: '2020-03-01', lastInspected: '2024-02-29' },
      { nextInspection: '2028-02-29', scrapOn: '2028-03-01' },
    ],
    [
      { made: '2020-03-01', lastInspected: '2024-03-02' },
      { nextInspection: '2028-03-01', scrapOn: '2028-03-01' },
    ],
    [
      { made: '2020-03-01', lastInspected: '2026-03-01', extended: true },
      { nextInspection: '2030-03-01', scrapOn: '2032-03-01' },
    ],
    [{ made: '2020-03-01', lastInspected: '2020-03-01' }, { nextInspection: '2024-03-01' }],
  ])('for LPG: %j', (input, expected) =>
    expect(calculated('cylinder-inspection', { kind: 'lpg', ...input })).toMatchObject(expected),
  )

  test('of another kind is scrapped by no date', () =>
    expect(calculated('cylinder-inspection', { kind: 'other', made: '2020-03-01' })).toMatchObject({
      designEnds: null,
      scrapOn: null,
    }))

  test('is not inspected before it is made', () => {
    const reason = { zh: '检验早于制造', en: 'Inspected before it was made' }
    expect(
      refused('cylinder-inspection', {
        kind: 'lpg',
        made: '2020-03-01',
        lastInspected: '2020-02-29',
      }),
    ).toEqual({
      code: 'invalid-input',
      reasons: [reason],
      details: {
        pointer: '/lastInspected',
        errors: [{ pointer: '/lastInspected', reason }],
        fields: { lastInspected: reason },
      },
    })
  })

  test('the reckoning tells the end of its life', () => {
    expect(reckoned('cylinder-inspection', { kind: 'lpg', made: '2020-03-01' })).toEqual({
      zh: [
        expect.stringContaining('到期 2024-03-01'),
        '设计使用8年至2028-03-01；安全评定后可延长一次4年，最迟2032-03-01报废',
        '闲置超过一个检验周期的，启用前应当检验',
      ],
      en: [
        expect.stringContaining('due 2024-03-01'),
        'Design life to 2028-03-01; one extension of 4 years, scrapped by 2032-03-01',
        'Idle longer than one cycle: inspect before use',
      ],
    })
    expect(reckoned('cylinder-inspection', { kind: 'inert', made: '2020-03-01' }).zh).toEqual([
      expect.stringContaining('到期 2025-03-01'),
      '闲置超过一个检验周期的，启用前应当检验',
    ])
  })
})

describe('the dishonesty list', () => {
  // One year from publication, the second time three; since 2023-10-01 three years, early removal when 12 months are full (满十二个月后).
  test.each<[input: object, ends: string]>([
    [{ published: '2015-06-20' }, '2016-06-20'],
    [{ published: '2023-09-30' }, '2024-09-30'],
    [{ published: '2023-09-30', repeat: true }, '2026-09-30'],
  ])('%j', (input, ends) => {
    expect(calculated('credit-term', input)).toMatchObject({ ends, earlyRemovalFrom: null })
    expect(reckoned('credit-term', input).zh).toEqual([expect.stringContaining(`到期 ${ends}`)])
  })

  test.each<[input: object, ends: string, twelfth: string, from: string]>([
    [{ published: '2023-10-01' }, '2026-10-01', '2024-10-01', '2024-10-02'],
    [{ published: '2023-10-01', repeat: true }, '2026-10-01', '2024-10-01', '2024-10-02'],
    [{ published: '2024-02-29' }, '2027-02-28', '2025-02-28', '2025-03-01'],
  ])('%j may apply early', (input, ends, twelfth, from) => {
    expect(calculated('credit-term', input)).toMatchObject({ ends, earlyRemovalFrom: from })
    expect(reckoned('credit-term', input).zh).toEqual([
      expect.stringContaining(`到期 ${ends}`),
      expect.stringContaining(`到期 ${twelfth}`),
      `列入满十二个月后，${from}起可以申请提前移出`,
    ])
  })

  test('before it began nobody is on it; what is wrong is said of the day of publication', () => {
    const reason = {
      zh: '“credit.term”在 2014-12-31 不在施行期内；各版本：2015-01-01…2016-12-31, 2017-01-01…2023-09-30, 2023-10-01…',
      en: '“credit.term” is not in force on 2014-12-31; versions: 2015-01-01…2016-12-31, 2017-01-01…2023-09-30, 2023-10-01…',
    }
    expect(refused('credit-term', { published: '2014-12-31' })).toEqual({
      code: 'rule-not-in-force',
      reasons: [reason],
      details: {
        pointer: '/published',
        errors: [{ pointer: '/published', reason }],
        fields: { published: reason },
      },
    })
  })
})
