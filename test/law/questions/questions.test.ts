// Which questions about a period are answered, by which rule?
import { describe, expect, test } from 'vitest'
import { adhocRule } from '../../../domain/law/adhoc.ts'
import { readQuestion, type TimeLimitInput } from '../../../domain/law/input.ts'
import { penaltyLawOn } from '../../../domain/law/penalty-law.ts'
import { faults, told } from './asking.ts'

const free: TimeLimitInput = { rule: 'adhoc', unit: 'WD', n: 5, start: '2026-03-02' }

describe('a free period', () => {
  test('is a rule that nothing pauses, extends or rolls', () =>
    expect(adhocRule(readQuestion(free))).toEqual({
      id: 'adhoc',
      version: 'adhoc',
      process: 'licensing',
      title: { zh: '指定期间', en: 'Freely chosen period' },
      norm: { zh: '民法典', en: 'Civil Code' },
      article: { zh: '民法典第201条', en: 'Civil Code art. 201' },
      from: '1990-01-01',
      to: null,
      unit: 'WD',
      n: 5,
      start: { zh: '起算日', en: 'the start' },
      direction: 'forward',
      window: false,
      roll: 'never',
      pauses: {},
      unconfirmedPauses: [],
      extend: [],
      onExpiry: 'alertOnly',
      confidence: 'V',
      source: 'request',
      lawVersion: null,
      alsoReadAs: null,
      note: null,
      elsewhere: false,
    }))

  test.each<[more: Partial<TimeLimitInput>, article: string]>([
    [{ unit: 'ND', roll: 'never' }, '民法典第201条'],
    [{ unit: 'ND', roll: 'party' }, '民法典第201–203条'],
    [{ unit: 'ND', roll: 'party', direction: 'backward' }, '民法典第201条'],
    [{ unit: 'WD', roll: 'party' }, '民法典第201条'],
    [{ unit: 'M', roll: 'never' }, '民法典第201、202条'],
    [{ unit: 'Y' }, '民法典第201、202条'],
    [{ unit: 'Y', roll: 'organ' }, '民法典第201–203条'],
    [{ unit: 'Y', roll: 'organ', direction: 'backward' }, '民法典第201、202条'],
  ])('%j rests on %s', (more, article) =>
    expect(told({ ...free, ...more }).rule.article).toBe(article),
  )

  test.each<[more: Partial<TimeLimitInput>, pointers: string[], zh: string]>([
    [{ n: undefined }, ['/n'], 'n：adhoc 必填'],
    [{ unit: undefined }, ['/unit'], 'unit：adhoc 必填'],
    [{ unit: undefined, n: undefined }, ['/unit', '/n'], 'unit：adhoc 必填'],
    [{ unit: 'Y', n: 101 }, ['/n'], '年数过大'],
    [{ version: 'x' }, ['/version'], 'adhoc 没有版本'],
    [{ unit: 'H' }, ['/start'], '按小时、分钟计算的期限须给出起算时刻（含时分）'],
    [{ unit: 'MIN' }, ['/start'], '按小时、分钟计算的期限须给出起算时刻（含时分）'],
  ])('%j is refused', (more, pointers, zh) => {
    const { pointer, errors } = faults(() => told({ ...free, ...more }))
    expect([pointer, errors.map((one) => one.pointer), errors[0]?.reason.zh]).toEqual([
      pointers[0],
      pointers,
      zh,
    ])
  })

  test('of a hundred years, and of the version adhoc, is taken', () => {
    expect(told({ ...free, unit: 'Y', n: 100, start: '1990-01-01' }).due).toBe('2090-01-01')
    expect(told({ ...free, version: 'adhoc' }).due).toBe('2026-03-09')
  })

  test.each<[roll: TimeLimitInput['roll'], expected: string]>([
    [true, 'party'],
    [false, 'never'],
    ['party', 'party'],
    ['organ', 'organ'],
    ['never', 'never'],
  ])('rolls %s: %s', (roll, expected) =>
    expect(readQuestion({ ...free, roll }).roll).toBe(expected),
  )
})

describe('a period of the book', () => {
  const review = { rule: 'three-simultaneities.design-review', start: '2026-03-02' }

  test('begins between 1990 and 2099', () => {
    for (const start of ['1989-12-31', '2100-01-01']) {
      const { pointer, errors } = faults(() => told({ ...free, start }))
      expect([pointer, errors[0]?.pointer, errors[0]?.reason.en]).toEqual([
        '/start',
        '/start',
        'The start must lie between 1990 and 2099',
      ])
    }
    expect(told({ ...free, start: '1990-01-01' }).provisional).toBe(true)
    expect(told({ ...free, start: '2099-12-31' }).due).toBe('2100-01-08')
  })

  test('is told in its own unit, or in the other that a city reads', () => {
    expect(told({ ...review, unit: 'WD' })).toMatchObject({
      due: '2026-03-30',
      rule: { note: { zh: '逾期不视为批准' } },
    })
    // Thirty working days before 2026-06-30, over Dragon Boat 06-19: 05-18.
    expect(
      told({ rule: 'licensing.renewal-application', unit: 'WD', start: '2026-06-30' }),
    ).toMatchObject({
      due: '2026-05-18',
      rule: { unit: 'WD', note: { zh: '按本市口径以该单位计算' } },
    })
    expect(told({ rule: 'licensing.renewal-application', start: '2026-06-30' })).toMatchObject({
      due: '2026-05-31',
      rule: { unit: 'ND' },
    })
  })

  test.each<[more: object, pointer: string, zh: string]>([
    [{ unit: 'ND' }, '/unit', '“安全设施设计审查”按WD计算'],
    [{ n: 3 }, '/n', '“n”由规则确定，只能用于 adhoc'],
    [{ roll: 'party' }, '/roll', '“roll”由规则确定，只能用于 adhoc'],
    [{ direction: 'forward' }, '/direction', '“direction”由规则确定，只能用于 adhoc'],
    [
      { rule: 'emergency-response.unit-report' },
      '/start',
      '按小时计算的期限须给出起算时刻（含时分）',
    ],
  ])('%j is refused', (more, pointer, zh) => {
    const { errors, ...rest } = faults(() => told({ ...review, ...more }))
    expect([rest.pointer, errors.map((one) => one.pointer), errors[0]?.reason.zh]).toEqual([
      pointer,
      [pointer],
      zh,
    ])
  })

  test('a window follows the law of the day that it ends on', () =>
    expect(
      told({ rule: 'hazard-rectification.extension-request', start: '2026-02-05' }),
    ).toMatchObject({
      window: { from: '2026-01-26', to: '2026-02-05' },
      rule: { version: '2026-02-01', lawVersion: 'pending' },
    }))

  test('what is short is told whole', () =>
    expect(told(review)).toMatchObject({ truncated: false, stopped: false }))
})

describe('the law of the day', () => {
  const doubt = '《危险化学品安全法》施行后，该案件适用的法律版本待确认'

  test('a hazchem case of 2026-05-01 waits for the new law, of the day before not', () => {
    const accepted = (start: string) => told({ rule: 'hazchem-licence.acceptance', start })
    expect(accepted('2026-04-30')).toMatchObject({ rule: { lawVersion: null }, reasons: [] })
    expect(accepted('2026-05-01')).toMatchObject({
      rule: { lawVersion: 'pending' },
      reasons: [{ zh: doubt }],
    })
    // A version that is itself pending says so in its own words, once.
    expect(
      told({ rule: 'hazchem-licence.review', start: '2026-05-01' }).reasons.map(({ zh }) => zh),
    ).toEqual(['新法已施行但其时限文本尚未载入，暂按原数字计算'])
  })

  test('of a period counted backward it is the law of the act, where it is known', () => {
    const renewal = { rule: 'hazchem-licence.renewal-application', start: '2026-09-30' }
    expect(told(renewal, { actedOn: '2026-04-20' })).toMatchObject({
      provisional: false,
      reasons: [],
      rule: { lawVersion: null },
    })
    expect(told(renewal)).toMatchObject({ provisional: true, rule: { lawVersion: 'pending' } })
  })

  test('the Penalty Law of 2021 is cited from its first day', () => {
    expect(penaltyLawOn('2021-07-14', 'surcharge')).toEqual({
      zh: '行政处罚法（1996）第51条',
      en: 'Administrative Penalty Law (1996) art. 51',
    })
    expect(penaltyLawOn('2021-07-15', 'surcharge')).toEqual({
      zh: '行政处罚法（2021）第72条',
      en: 'Administrative Penalty Law (2021) art. 72',
    })
  })
})
