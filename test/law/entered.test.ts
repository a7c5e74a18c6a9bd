// Which version of a rule counts when administrators have entered others on top of the committed book?
import { describe, expect, test } from 'vitest'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import { type EnteredRule, rulesWith } from '../../domain/law/entered.ts'
import { committedRules, ruleOn } from '../../domain/law/rule-book.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const id = 'hazchem-licence.acceptance'
const article = { zh: '试验规定第3条', en: 'Trial rules art. 3' }
const entry = (more: Partial<EnteredRule> = {}): EnteredRule =>
  ({
    kind: 'rule',
    rule: id,
    region: null,
    from: '2026-11-01',
    n: 3,
    source: '试验',
    running: null,
    norm: { zh: '试验规定', en: 'Trial rules' },
    article,
    confidence: 'V',
    ...more,
  }) as EnteredRule
const book = (...entries: EnteredRule[]) =>
  rulesWith(entries.map((one, index) => ({ id: `p${index}`, entry: one })))
const nOn = (day: string, entries: EnteredRule[], request = {}) =>
  ruleOn(id, day, request, book(...entries)).n

describe('the book', () => {
  test('without entries it is the committed one; with them it has a version of its own, equal for equal entries', () => {
    expect(book()).toBe(committedRules)
    expect(book(entry()).version).toMatch(/^[0-9a-f]{8}$/)
    const again = book(entry())
    expect([book(entry()).version, book(entry({ n: 4 })).version === again.version]).toEqual([
      again.version,
      false,
    ])
  })

  test('a version counts from its day on for periods that start then, and what was before it ends the day before', () => {
    expect(['2026-10-31', '2026-11-01', '2030-01-01'].map((day) => nOn(day, [entry()]))).toEqual([
      5, 3, 3,
    ])
    const rows = book(entry()).families.get(id) ?? []
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      ['2004-07-01', '2026-10-31'],
      ['2026-11-01', null],
    ])
  })

  test('only number, norm and certainty change; unit, start, roll and effect stay', () => {
    const [before, after] = [ruleOn(id, '2026-10-31'), ruleOn(id, '2026-11-01', {}, book(entry()))]
    expect(after).toMatchObject({
      unit: before.unit,
      start: before.start,
      roll: before.roll,
      onExpiry: before.onExpiry,
      pauses: before.pauses,
    })
    expect(after).toMatchObject({
      n: 3,
      article,
      confidence: 'V',
      entered: { change: 'p0', region: null, running: null },
    })
    expect(after.version).toMatch(/^2026-11-01#[0-9a-f]{4}$/)
  })

  test('of two versions from the same day the later approved one counts', () => {
    expect(nOn('2026-11-02', [entry(), entry({ n: 4 })])).toBe(4)
  })

  test('a committed version that comes later ends an entered one', () => {
    const review = 'hazchem-licence.review'
    const rows = book(entry({ rule: review, from: '2026-03-01', n: 20 })).families.get(review) ?? []
    expect(rows.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['2012-09-01', '2026-02-28', 30],
      ['2026-03-01', '2026-04-30', 20],
      ['2026-05-01', null, 30],
    ])
  })

  test('a local version counts in its place and below it, the nearest first, and nowhere else', () => {
    const entries = [entry({ region: '330802', n: 2 }), entry({ region: '330800', n: 4 })]
    const at = (region: string) => nOn('2026-11-02', entries, { region })
    expect([at('330802'), at('330803'), at('330000'), nOn('2026-11-02', entries)]).toEqual([
      2, 4, 5, 5,
    ])
  })

  test('periods that run already keep their version unless the entry says that it includes them, with its reason', () => {
    const early = '2026-10-20'
    expect(nOn(early, [entry()], { running: true })).toBe(5)
    expect(nOn(early, [entry({ running: '附则第二条' })], { running: true })).toBe(3)
    expect(nOn(early, [entry({ running: '附则第二条' })])).toBe(5)
    const both = [entry({ running: '附则第二条' }), entry({ from: '2026-12-01', n: 7 })]
    expect([
      nOn(early, both, { running: true }),
      nOn('2026-12-02', both, { running: true }),
    ]).toEqual([3, 7])
  })

  test('an entry for a day on which the rule was not in force is refused', () => {
    expect(() => book(entry({ from: '2001-01-01' }))).toThrow(/rule-not-in-force/)
  })
})

describe('the reckoning', () => {
  const due = (more: Partial<EnteredRule>) =>
    computeTimeLimit({ rule: id, start: '2026-11-02' }, decreeCalendars, {
      rules: book(entry(more)),
    })
  test('counts by the entered number and names its article', () => {
    expect([
      due({}).due,
      computeTimeLimit({ rule: id, start: '2026-11-02' }, decreeCalendars).due,
    ]).toEqual(['2026-11-05', '2026-11-09'])
    expect(due({}).explanation.zh).toContain('试验规定第3条')
  })

  test('a version that nobody has confirmed makes the date provisional: no legal effect rests on it', () => {
    expect([due({ confidence: 'M' }).provisional, due({ confidence: 'V' }).provisional]).toEqual([
      true,
      false,
    ])
  })
})
