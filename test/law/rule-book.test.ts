// Which version does the book answer with, and what does it say where it has none?
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../domain/language/errors.ts'
import { type EnteredRule, rulesWith } from '../../domain/law/entered.ts'
import {
  committedRules,
  inBook,
  isInForceOn,
  ruleBook,
  ruleOn,
  ruleRow,
} from '../../domain/law/rule-book.ts'

const id = 'hazchem-licence.acceptance'
const entry = (more: Partial<EnteredRule>): EnteredRule =>
  ({
    kind: 'rule',
    rule: id,
    region: null,
    from: '2026-11-01',
    n: 3,
    source: '试验',
    running: null,
    norm: { zh: '试验规定', en: 'Trial rules' },
    article: { zh: '第3条', en: 'art. 3' },
    confidence: 'V',
    ...more,
  }) as EnteredRule
const book = (...entries: EnteredRule[]) =>
  rulesWith(entries.map((one, index) => ({ id: `p${index}`, entry: one })))
const refusal = (ask: () => unknown): unknown => {
  try {
    return ask()
  } catch (error) {
    if (error instanceof DomainError)
      return { code: error.code, reasons: error.reasons, details: error.details }
    throw error
  }
}

describe('a name that the book does not know', () => {
  const similar = (name: string) => {
    const { details } = refusal(() => ruleOn(name, '2026-03-02')) as {
      details: { similar: string[] }
    }
    return details.similar
  }

  test('is refused with those that share a word of three letters with it, eight at most', () => {
    expect(refusal(() => ruleOn('Seizure.on', '2026-03-02'))).toEqual({
      code: 'unknown-rule',
      reasons: [{ zh: '规则库中没有“Seizure.on”', en: 'The rule book has no “Seizure.on”' }],
      details: { pointer: '/rule', similar: ['enforcement-case.seizure'] },
    })
    expect(similar('zzz--PAYMENT')).toEqual(['enforcement-case.payment'])
    expect(similar('on.of')).toEqual([])
    expect(similar('qqq')).toEqual([])
    const all = [...committedRules.families.keys()].filter(
      (known) => known.includes('hazchem') || known.includes('licence'),
    )
    expect(all.length).toBeGreaterThan(8)
    expect(similar('hazchem-licence.nothing')).toEqual(all.slice(0, 8))
  })
})

describe('a version', () => {
  const versions = '2012-09-01…2026-04-30, 2026-05-01…'

  test('that there is not', () =>
    expect(refusal(() => ruleOn('hazchem-licence.review', '2026-03-02', { version: 'x' }))).toEqual(
      {
        code: 'unknown-rule',
        reasons: [
          {
            zh: `“hazchem-licence.review”没有版本 x；现有版本：${versions}`,
            en: `“hazchem-licence.review” has no version x; versions: ${versions}`,
          },
        ],
        details: { pointer: '/version' },
      },
    ))

  test('that is not in force then', () =>
    expect(
      refusal(() => ruleOn('hazchem-licence.review', '2026-03-02', { version: '2026-05-01' })),
    ).toEqual({
      code: 'rule-not-in-force',
      reasons: [
        {
          zh: `“hazchem-licence.review”版本 2026-05-01 在 2026-03-02 不在施行期内；各版本：${versions}`,
          en: `“hazchem-licence.review” in version 2026-05-01 is not in force on 2026-03-02; versions: ${versions}`,
        },
      ],
      details: { pointer: '/version' },
    }))

  test('of a day before there was one', () =>
    expect(refusal(() => ruleOn('hazchem-licence.review', '2012-08-31'))).toEqual({
      code: 'rule-not-in-force',
      reasons: [
        {
          zh: `“hazchem-licence.review”在 2012-08-31 不在施行期内；各版本：${versions}`,
          en: `“hazchem-licence.review” is not in force on 2012-08-31; versions: ${versions}`,
        },
      ],
      details: { pointer: '/start' },
    }))

  test('is in force on its first and its last day', () => {
    expect(ruleOn('hazchem-licence.review', '2012-09-01').version).toBe('2012-09-01')
    expect(ruleOn('hazchem-licence.review', '2026-04-30').version).toBe('2012-09-01')
    expect(ruleOn('hazchem-licence.review', '2026-05-01').version).toBe('2026-05-01')
  })
})

describe('whether a family is in force', () => {
  test('no more than its days say, and never one that there is not', () => {
    expect(isInForceOn('hazchem-licence.review', '2012-08-31')).toBe(false)
    expect(isInForceOn('hazchem-licence.review', '2012-09-01')).toBe(true)
    expect(isInForceOn('nothing.at-all', '2026-03-02')).toBe(false)
  })

  test('a version that running periods follow reaches back, for them alone', () => {
    const entered = book(entry({ running: '附则第二条' }))
    expect(isInForceOn(id, '2000-01-01', {}, entered)).toBe(false)
    expect(isInForceOn(id, '2000-01-01', { running: true }, entered)).toBe(true)
    expect(isInForceOn(id, '2000-01-01', { running: true }, book(entry({})))).toBe(false)
  })
})

describe('a local version', () => {
  const nIn = (region: string, ...entries: EnteredRule[]) =>
    ruleOn(id, '2026-11-02', { region }, book(...entries)).n

  test('of a province holds in its cities and counties, a nearer one first', () => {
    const [province, city] = [entry({ region: '330000', n: 6 }), entry({ region: '330800', n: 4 })]
    for (const entries of [
      [province, city],
      [city, province],
    ]) {
      expect([
        nIn('330802', ...entries),
        nIn('330800', ...entries),
        nIn('330102', ...entries),
        nIn('500101', ...entries),
      ]).toEqual([4, 4, 6, 5])
    }
  })

  test('of a county whose code has zeros within holds there, and not in the city beside it', () => {
    const [county, city] = [entry({ region: '500101', n: 2 }), entry({ region: '500100', n: 4 })]
    expect([
      nIn('500101', county, city),
      nIn('500102', county, city),
      nIn('510100', county, city),
    ]).toEqual([2, 4, 5])
    expect(nIn('500101', city, county)).toBe(2)
  })
})

describe('a version in a given list of rules', () => {
  test('is that of the day, the last one listed', () => {
    expect(inBook(ruleBook, 'hazchem-licence.review', '2026-04-30')?.version).toBe('2012-09-01')
    expect(inBook(ruleBook, 'hazchem-licence.review', '2026-05-01')?.version).toBe('2026-05-01')
    expect(inBook(ruleBook, 'hazchem-licence.review', '2012-08-31')).toBeNull()
    expect(inBook(ruleBook, 'nothing.at-all', '2026-05-01')).toBeNull()
  })

  test('is never a local one, nor one that only running periods follow', () => {
    const local = [...(book(entry({ region: '330800' })).families.get(id) ?? [])]
    expect(inBook(local, id, '2026-11-02')).toMatchObject({ n: 5 })
    const reaching = [...(book(entry({ running: '附则' })).families.get(id) ?? [])]
    expect(inBook(reaching, id, '2000-01-01')).toBeNull()
  })
})

describe('a row as it is shown', () => {
  test('has its first extension with all its steps, and its pauses as a list', () =>
    expect(ruleRow(ruleOn('enforcement-case.decision', '2025-07-01'))).toMatchObject({
      entered: null,
      provisional: false,
      pauses: [
        'appraisal',
        'testing',
        'inspection',
        'hearing',
        'announcement',
        'criminal-procedure',
      ],
      extend: {
        n: 60,
        unit: 'ND',
        max: 2,
        by: { zh: '本机关负责人' },
        steps: [
          { n: 60, by: { zh: '本机关负责人' } },
          { n: 90, by: { zh: '上一级安全监管部门负责人' } },
        ],
      },
    }))

  test('has none where the law gives none, and tells who entered it', () => {
    expect(ruleRow(ruleOn('enforcement-case.payment', '2026-03-02'))).toMatchObject({
      extend: null,
      entered: null,
    })
    expect(ruleRow(ruleOn(id, '2026-11-02', {}, book(entry({}))))).toMatchObject({
      entered: { change: 'p0', region: null, running: null },
    })
  })
})
