// What becomes of versions that are entered, and where does a refusal say that the fault stands?
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Law } from '../../../domain/law/compute.ts'
import { type EnteredRule, isPromise, legalBeside, rulesWith } from '../../../domain/law/entered.ts'
import { count, day, dayOrMoment, moment, parse } from '../../../domain/law/parse.ts'
import { faults, limitOf } from './asking.ts'

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
      norm: { zh: '试验规定', en: 'Trial rules' },
      article: { zh: '试验规定第3条', en: 'Trial rules art. 3' },
      confidence: 'V',
      ...more,
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
