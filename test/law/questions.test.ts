// Which questions about a period are answered, by which rule, and where does a refusal say that the fault stands?
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../domain/language/errors.ts'
import { adhocRule } from '../../domain/law/adhoc.ts'
import { computeTimeLimit, type Law } from '../../domain/law/compute.ts'
import { type EnteredRule, isPromise, legalBeside, rulesWith } from '../../domain/law/entered.ts'
import { readQuestion, type TimeLimitInput } from '../../domain/law/input.ts'
import { count, day, dayOrMoment, moment, parse } from '../../domain/law/parse.ts'
import { penaltyLawOn } from '../../domain/law/penalty-law.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const limitOf = (input: TimeLimitInput, law: Law = {}) =>
  computeTimeLimit(input, decreeCalendars, law)
type Fault = { pointer: string; reason: { zh: string; en: string } }
const faults = (
  ask: () => unknown,
): { pointer: string; errors: Fault[]; fields: object; reasons: object[] } => {
  try {
    ask()
  } catch (error) {
    if (error instanceof DomainError)
      return {
        ...(error.details as { pointer: string; errors: Fault[]; fields: object }),
        reasons: error.reasons,
      }
    throw error
  }
  throw new Error('answered')
}
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
    expect(limitOf({ ...free, ...more }).rule.article).toBe(article),
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
    const { pointer, errors } = faults(() => limitOf({ ...free, ...more }))
    expect([pointer, errors.map((one) => one.pointer), errors[0]?.reason.zh]).toEqual([
      pointers[0],
      pointers,
      zh,
    ])
  })

  test('of a hundred years, and of the version adhoc, is taken', () => {
    expect(limitOf({ ...free, unit: 'Y', n: 100, start: '1990-01-01' }).due).toBe('2090-01-01')
    expect(limitOf({ ...free, version: 'adhoc' }).due).toBe('2026-03-09')
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
      const { pointer, errors } = faults(() => limitOf({ ...free, start }))
      expect([pointer, errors[0]?.pointer, errors[0]?.reason.en]).toEqual([
        '/start',
        '/start',
        'The start must lie between 1990 and 2099',
      ])
    }
    expect(limitOf({ ...free, start: '1990-01-01' }).provisional).toBe(true)
    expect(limitOf({ ...free, start: '2099-12-31' }).due).toBe('2100-01-08')
  })

  test('is told in its own unit, or in the other that a city reads', () => {
    expect(limitOf({ ...review, unit: 'WD' })).toMatchObject({
      due: '2026-03-30',
      rule: { note: { zh: '逾期不视为批准' } },
    })
    // Thirty working days before 2026-06-30, over Dragon Boat 06-19: 05-18.
    expect(
      limitOf({ rule: 'licensing.renewal-application', unit: 'WD', start: '2026-06-30' }),
    ).toMatchObject({
      due: '2026-05-18',
      rule: { unit: 'WD', note: { zh: '按本市口径以该单位计算' } },
    })
    expect(limitOf({ rule: 'licensing.renewal-application', start: '2026-06-30' })).toMatchObject({
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
    const { errors, ...rest } = faults(() => limitOf({ ...review, ...more }))
    expect([rest.pointer, errors.map((one) => one.pointer), errors[0]?.reason.zh]).toEqual([
      pointer,
      [pointer],
      zh,
    ])
  })

  test('a window follows the law of the day that it ends on', () =>
    expect(
      limitOf({ rule: 'hazard-rectification.extension-request', start: '2026-02-05' }),
    ).toMatchObject({
      window: { from: '2026-01-26', to: '2026-02-05' },
      rule: { version: '2026-02-01', lawVersion: 'pending' },
    }))

  test('what is short is told whole', () =>
    expect(limitOf(review)).toMatchObject({ truncated: false, stopped: false }))
})

describe('the law of the day', () => {
  const doubt = '《危险化学品安全法》施行后，该案件适用的法律版本待确认'

  test('a hazchem case of 2026-05-01 waits for the new law, of the day before not', () => {
    const accepted = (start: string) => limitOf({ rule: 'hazchem-licence.acceptance', start })
    expect(accepted('2026-04-30')).toMatchObject({ rule: { lawVersion: null }, reasons: [] })
    expect(accepted('2026-05-01')).toMatchObject({
      rule: { lawVersion: 'pending' },
      reasons: [{ zh: doubt }],
    })
    // A version that is itself pending says so in its own words, once.
    expect(
      limitOf({ rule: 'hazchem-licence.review', start: '2026-05-01' }).reasons.map(({ zh }) => zh),
    ).toEqual(['新法已施行但其时限文本尚未载入，暂按原数字计算'])
  })

  test('of a period counted backward it is the law of the act, where it is known', () => {
    const renewal = { rule: 'hazchem-licence.renewal-application', start: '2026-09-30' }
    expect(limitOf(renewal, { filedOn: '2026-04-20' })).toMatchObject({
      provisional: false,
      reasons: [],
      rule: { lawVersion: null },
    })
    expect(limitOf(renewal)).toMatchObject({ provisional: true, rule: { lawVersion: 'pending' } })
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

describe('an entered version', () => {
  const entry = (more: Partial<EnteredRule>): EnteredRule =>
    ({
      kind: 'rule',
      rule: 'licensing.renewal-application',
      region: null,
      from: '2026-01-01',
      n: 20,
      source: '试验',
      running: null,
      ...{
        norm: { zh: '试验规定', en: 'Trial rules' },
        article: { zh: '试验规定第3条', en: 'Trial rules art. 3' },
        confidence: 'V',
        ...more,
      },
    }) as EnteredRule
  const book = (...entries: EnteredRule[]) =>
    rulesWith(entries.map((one, index) => ({ id: `p${index}`, entry: one })))

  test('of a place counts backward too, there alone', () => {
    const rules = book(entry({ region: '330800' }))
    const due = (region?: string) =>
      limitOf({ rule: 'licensing.renewal-application', start: '2026-06-30', region }, { rules }).due
    // Twenty days before 2026-06-30, else thirty.
    expect([due('330802'), due()]).toEqual(['2026-06-10', '2026-05-31'])
  })

  test('reaches back to running periods, backward too, and to no others', () => {
    const rules = book(entry({ from: '2026-11-01', running: '附则第二条' }))
    const due = (running?: boolean) =>
      limitOf(
        { rule: 'licensing.renewal-application', start: '2026-06-30' },
        { rules, ...(running === undefined ? {} : { running }) },
      ).due
    expect([due(true), due(false), due()]).toEqual(['2026-06-10', '2026-05-31', '2026-05-31'])
  })

  test('that running periods follow is not that of any other period', () => {
    const rules = book(
      entry({
        rule: 'hazchem-licence.acceptance',
        from: '2026-11-01',
        n: 3,
        running: '附则第二条',
      }),
    )
    const n = (law: Law) =>
      limitOf({ rule: 'hazchem-licence.acceptance', start: '2026-10-20' }, { rules, ...law }).rule.n
    expect([n({}), n({ running: false }), n({ running: true })]).toEqual([5, 5, 3])
  })

  test('makes another book by its norm alone', () => {
    const other = entry({
      article: { zh: '试验规定第4条', en: 'Trial rules art. 4' },
    } as Partial<EnteredRule>)
    expect(book(entry({})).version).not.toBe(book(other).version)
  })

  test('of a promise stands beside the period of law of the same step', () => {
    expect(legalBeside('three-simultaneities.promised-acceptance')).toBe(
      'three-simultaneities.acceptance',
    )
    expect([
      isPromise('three-simultaneities.promised-acceptance'),
      isPromise('three-simultaneities.acceptance'),
    ]).toEqual([true, false])
  })

  test('of a hazchem rule does not wait for the new law', () => {
    const rules = book(entry({ rule: 'hazchem-licence.acceptance', from: '2026-06-01', n: 3 }))
    expect(
      limitOf({ rule: 'hazchem-licence.acceptance', start: '2026-06-02' }, { rules }),
    ).toMatchObject({
      rule: { lawVersion: null },
      reasons: [],
    })
  })

  test('that an office promises rests on the office alone', () => {
    const promise = (n: number) =>
      entry({
        kind: 'promise',
        rule: 'three-simultaneities.promised-acceptance',
        n,
      } as Partial<EnteredRule>)
    const answer = limitOf(
      { rule: 'three-simultaneities.promised-acceptance', start: '2026-03-02' },
      { rules: book(promise(1)) },
    )
    expect(answer).toMatchObject({
      due: '2026-03-03',
      rule: {
        norm: { zh: '本机关承诺时限', en: 'limit promised by the office' },
        article: '本机关承诺时限',
        confidence: 'D',
        elsewhere: false,
      },
      reasons: [{ zh: '承诺时限由机关自行承诺，不是法律规定的期限' }],
    })
    expect(book(promise(1)).version).toBe(book(promise(1)).version)
    expect(book(promise(1)).version).not.toBe(book(promise(2)).version)
  })
})

describe('what is read', () => {
  const schema = v.strictObject({
    'a/b~c': v.optional(count),
    list: v.optional(v.array(v.strictObject({ n: count }))),
    on: v.optional(day),
  })
  const of = (input: unknown) => faults(() => parse(schema, input))

  test('names the place of each fault as a pointer and as a field', () => {
    expect(of({ 'a/b~c': -1, list: [{ n: 1 }, { n: 1.5 }] })).toMatchObject({
      pointer: '/a~1b~0c',
      errors: [
        {
          pointer: '/a~1b~0c',
          reason: {
            zh: expect.stringMatching(/^a\/b~c：/),
            en: expect.stringMatching(/^a\/b~c: /),
          },
        },
        {
          pointer: '/list/1/n',
          reason: { zh: 'list.1.n：必须是整数', en: 'list.1.n: Must be an integer' },
        },
      ],
      fields: { 'list.1.n': { zh: 'list.1.n：必须是整数' } },
    })
  })

  test('names the body where it is none, and no more than twenty faults', () => {
    expect(of([])).toMatchObject({
      pointer: '',
      errors: [
        { pointer: '', reason: { zh: '请求内容：应为对象', en: 'The body: must be an object' } },
      ],
    })
    expect(of('text')).toMatchObject({
      pointer: '',
      errors: [
        {
          pointer: '',
          reason: {
            zh: expect.stringMatching(/^请求内容：/),
            en: expect.stringMatching(/^The body: /),
          },
        },
      ],
    })
    expect(of({ list: Array.from({ length: 21 }, () => ({ n: -1 })) }).errors.length).toBe(20)
    expect(of({ list: Array.from({ length: 20 }, () => ({ n: -1 })) }).errors.length).toBe(20)
  })

  test.each([
    ['1949-09-30', false],
    ['1949-10-01', true],
    ['2100-12-31', true],
    ['2101-01-01', false],
  ])('a day of %s: %s', (on, taken) => {
    expect(v.safeParse(day, on).success).toBe(taken)
    expect(v.safeParse(moment, `${on}T12:00+08:00`).success).toBe(taken)
    expect(v.safeParse(dayOrMoment, `${on}T12:00+08:00`).success).toBe(taken)
  })

  test('a moment that no clock shows is none', () => {
    for (const value of ['2026-05-01T25:00+08:00', '2026-02-30T10:00+08:00', '2026-05-01T10:61']) {
      expect(v.safeParse(moment, value).success, value).toBe(false)
      expect(v.safeParse(dayOrMoment, value).success, value).toBe(false)
    }
    expect(v.safeParse(moment, '2026-05-01T09:50+08:00').success).toBe(true)
  })
})
