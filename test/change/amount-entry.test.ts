// What stands against a version of an amount, what can it move, and which worked examples change under it?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeAmount } from '../../domain/change/amount-entry.ts'
import { booksOf, causeOf, reachOf, versionOf } from '../../domain/change/change.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type AmountVersion, amountOn, committedAmounts } from '../../domain/law/amounts/book.ts'
import { examplesUnder, workedExamples } from '../../domain/law/calculations/catalogue/examples.ts'
import { calculationNamed } from '../../domain/law/calculations/catalogue/registry.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const at = '2026-11-26T02:00:00.000Z'
const scale: AmountVersion = {
  kind: 'amount',
  amount: 'accident-level.deaths',
  region: null,
  from: '2026-11-01',
  values: ['2', '10', '30'],
  norm: { zh: '试验规定', en: 'Trial rules' },
  article: { zh: '试验规定第3条', en: 'Trial rules art. 3' },
  confidence: 'V',
  source: '试验',
  running: null,
}
const faults = (entry: AmountVersion): string[] => {
  try {
    judgeAmount(entry, at, committedAmounts)
    return []
  } catch (error) {
    if (error instanceof DomainError)
      return (error.details.errors as { pointer: string }[]).map(({ pointer }) => pointer)
    throw error
  }
}

describe('what may be entered', () => {
  test('bands that rise, and single limits as they are', () => {
    expect(faults(scale)).toEqual([])
    const limit = { ...scale, amount: 'on-the-spot-limit.fine', values: ['0', '2999.99'] }
    expect(faults(limit)).toEqual([])
    expect(faults({ ...limit, values: ['0', '2999.999'] })).toEqual(['/proposed/values/1'])
  })

  test('a step that a scale need not have may be left out', () => {
    const response = { ...scale, amount: 'response-level.direct-loss' }
    expect(faults({ ...response, values: [null, '40000000', '90000000'] })).toEqual([])
    expect(faults({ ...response, values: ['50000000', null, '40000000'] })).toEqual([
      '/proposed/values/2',
    ])
  })

  test('equal bounds only where the scale has them', () => {
    const response = { ...scale, amount: 'response-level.in-danger' }
    expect(faults({ ...response, values: ['20', '30', '30'] })).toEqual([])
    expect(faults({ ...scale, values: ['3', '10', '10'] })).toEqual(['/proposed/values/2'])
  })

  test('not what stands there already, however it is written', () => {
    const row = amountOn(scale.amount, scale.from)
    const same = { ...scale, article: row.article }
    expect(faults({ ...same, values: ['03', '10', '30'] })).toEqual(['/proposed/values'])
  })

  test('only bands without overlap, whatever numbers are written', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          ...([1, 2, 3].map(() => fc.integer({ min: 1, max: 60 })) as [
            fc.Arbitrary<number>,
            fc.Arbitrary<number>,
            fc.Arbitrary<number>,
          ]),
        ),
        ([a, b, c]) => {
          const values = [a, b, c].map(String)
          expect(faults({ ...scale, values }).length === 0).toBe(a < b && b < c)
        },
      ),
    )
  })
})

describe('what follows from it', () => {
  test('other books with a version of their own, and a reach of one amount in its regions', () => {
    const books = booksOf([{ id: 'p1', change: scale }])
    expect(versionOf(books)).toMatch(/·[0-9a-f]{8}$/)
    expect(versionOf(booksOf([]))).not.toContain('·')
    expect(reachOf({ ...scale, region: '330802' }, books)).toEqual({
      amount: scale.amount,
      regions: ['330802'],
    })
    expect(causeOf(scale, scale).zh).toBe(
      '事故等级：死亡人数 较大事故2人、重大事故10人、特别重大事故30人（试验规定第3条），自2026-11-01起',
    )
  })

  test('worked examples that come out otherwise, each with the steps that differ', () => {
    const books = booksOf([{ id: 'p1', change: scale }])
    const [before, after] = [committedAmounts, books.amounts].map((book) =>
      amountOn(scale.amount, scale.from, {}, book),
    )
    const { checked, changed } = examplesUnder(before!, after!)
    expect([checked, changed.map(({ no }) => no)]).toEqual([3, ['24']])
    expect(changed[0]?.after.map(({ zh }) => zh)).toEqual(['死亡人数2：较大事故'])
    expect(examplesUnder(before!, before!).changed).toEqual([])
  })

  test('every worked example can be counted', () => {
    for (const { calculation, input } of workedExamples)
      expect(
        calculationNamed(calculation).run(input, decreeCalendars).countedBy.length,
      ).toBeGreaterThan(0)
  })
})
