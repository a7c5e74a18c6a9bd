// Which version of an amount counts, where administrators have entered others on top of the committed ones?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberAt, stepReached } from '../../../domain/law/amounts/amount.ts'
import {
  type AmountVersion,
  amountOn,
  amountRows,
  amountsWith,
  committedAmounts,
  enteredAmountsOn,
} from '../../../domain/law/amounts/book.ts'
import { fractionOf } from '../../../domain/law/amounts/fraction.ts'
import { addDays } from '../../../domain/time/days.ts'

const id = 'on-the-spot-limit.fine'
const entry = (more: Partial<AmountVersion> = {}): AmountVersion => ({
  kind: 'amount',
  amount: id,
  region: null,
  from: '2026-11-01',
  values: ['300', '5000'],
  norm: { zh: '试验规定', en: 'Trial rules' },
  article: { zh: '试验规定第9条', en: 'Trial rules art. 9' },
  confidence: 'V',
  source: '试验',
  running: null,
  ...more,
})
const book = (...entries: AmountVersion[]) =>
  amountsWith(entries.map((one, index) => ({ id: `p${index}`, entry: one })))
const firmOn = (day: string, entries: AmountVersion[], lookup = {}) =>
  numberAt(amountOn(id, day, lookup, book(...entries)), 'organisation')

describe('the committed rows', () => {
  test('have a number at each step, in their order', () => {
    for (const { id, steps, values, order } of amountRows) {
      expect([id, values.length]).toEqual([id, steps.length])
      const bounds = values.flatMap((value) => value ?? []).map(Number)
      const sorted = bounds.toSorted((a, b) => a - b)
      if (order !== 'free') expect([id, bounds]).toEqual([id, sorted])
      if (order === 'rising') expect([id, new Set(bounds).size]).toEqual([id, bounds.length])
    }
  })

  test('know each family once, its versions in order of time and without a gap', () => {
    for (const [family, rows] of committedAmounts.families)
      for (const [index, row] of rows.entries()) {
        const next = rows[index + 1]
        expect([family, row.to]).toEqual([family, next ? addDays(next.from, -1) : null])
      }
  })

  test('of a law whose text is not at hand are not said to rest on its full text', () => {
    const gone = /（1996）|（2014）|令\d+号/
    const claimed = amountRows.filter(
      ({ confidence, article }) => confidence === 'V' && gone.test(article.zh),
    )
    expect(claimed.map(({ id, version }) => `${id}@${version}`)).toEqual([])
  })

  test('before the first version that one counts, for who asks for no day asks about no other law', () =>
    expect(amountOn('accident-level.deaths', '1990-01-01').version).toBe('2007-06-01'))
})

describe('entered versions', () => {
  test('without any it is the committed book; equal entries make equal books', () => {
    expect(book()).toBe(committedAmounts)
    expect(book(entry()).version).toBe(book(entry()).version)
    expect(book(entry()).version).not.toBe(book(entry({ values: ['300', '6000'] })).version)
  })

  test('count from their day on; what stood before ends the day before', () => {
    expect(['2026-10-31', '2026-11-01', '2030-01-01'].map((day) => firmOn(day, [entry()]))).toEqual(
      [3_000, 5_000, 5_000],
    )
    const rows = book(entry()).families.get(id) ?? []
    expect(rows.at(-2)?.to).toBe('2026-10-31')
  })

  test('of two from the same day the later approved one counts', () =>
    expect(firmOn('2026-12-01', [entry(), entry({ values: ['300', '6000'] })])).toBe(6_000))

  test('the most local one counts in its place and nowhere else', () => {
    const county = entry({ region: '330802', values: ['1', '2000'] })
    const city = entry({ region: '330800', values: ['1', '4000'] })
    const all = [county, entry(), city]
    expect(firmOn('2026-12-01', all, { region: '330802' })).toBe(2_000)
    expect(firmOn('2026-12-01', all, { region: '330881' })).toBe(4_000)
    expect(firmOn('2026-12-01', all)).toBe(5_000)
  })

  test('reach back only where they say so, and only to what has begun', () => {
    const back = entry({ running: '附则' })
    expect(firmOn('2026-10-01', [back], { running: true })).toBe(5_000)
    expect(firmOn('2026-10-01', [back])).toBe(3_000)
    expect(firmOn('2026-10-01', [entry()], { running: true })).toBe(3_000)
  })

  test('a case keeps only what was entered', () => {
    expect(enteredAmountsOn([id, 'accident-level.deaths'], '2026-12-01', {})).toEqual([])
    const rows = enteredAmountsOn([id, 'accident-level.deaths'], '2026-12-01', {}, book(entry()))
    expect(rows.map((row) => row.id)).toEqual([id])
  })

  test('one that is not confirmed asks for a person', () => {
    const doubtful = amountOn(id, '2026-12-01', {}, book(entry({ confidence: 'M' })))
    expect(doubtful.doubt?.zh).toContain('尚未核对')
    expect(amountOn(id, '2026-12-01', {}, book(entry())).doubt).toBeNull()
  })
})

const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
const region = fc.constantFrom(null, '330800', '330802', '330881')

test('whatever is entered, exactly the newest of the most local versions in force counts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: day, region, n: fc.integer({ min: 1, max: 9_999 }) }), {
        maxLength: 6,
      }),
      day,
      fc.constantFrom('330802', '330881'),
      (entries, on, place) => {
        const made = entries.map(({ n, ...rest }) => entry({ ...rest, values: ['1', String(n)] }))
        const near = (code: string | null) => (code === null ? 0 : code === '330800' ? 1 : 2)
        const [best] = entries
          .map((one, order) => ({ ...one, order }))
          .filter((one) => one.from <= on)
          .filter((one) => one.region === null || one.region === '330800' || one.region === place)
          .sort(
            (a, b) =>
              near(b.region) - near(a.region) ||
              (a.from < b.from ? 1 : a.from > b.from ? -1 : b.order - a.order),
          )
        expect(firmOn(on, made, { region: place })).toBe(best?.n ?? 3_000)
      },
    ),
  )
})

test('a scale is climbed by as many steps as its bounds say, the bound itself included', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 1_100 }),
      (bounds, value) => {
        const sorted = bounds.toSorted((a, b) => a - b)
        const reached = stepReached({ values: sorted.map(String) }, value)
        expect(reached).toBe(sorted.filter((bound) => value >= bound).length)
      },
    ),
  )
  expect(stepReached({ values: [null, '50000000', '100000000'] }, 50_000_000)).toBe(2)
  expect(fractionOf('3.5')).toEqual({ num: 7n, den: 2n })
})
