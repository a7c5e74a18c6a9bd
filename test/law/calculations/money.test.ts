// Is money rounded once, half up, and written so that nobody misreads it?
import { expect, test } from 'vitest'
import { spellFen } from '../../../domain/language/money.ts'
import { fraction } from '../../../domain/law/amounts/fraction.ts'
import { shareOf, toFen, toYuan } from '../../../domain/law/calculations/money.ts'

test.each([
  [0, '0'],
  [1, '0.01'],
  [10, '0.10'],
  [99, '0.99'],
  [100, '1'],
  [99_999, '999.99'],
  [100_000, '1,000'],
  [150_005, '1,500.05'],
  [5_000_000, '50,000'],
  [30_000_000, '300,000'],
  [100_000_000, '1,000,000'],
  [123_456_789_010, '1,234,567,890.10'],
])('%i fen are written %s', (fen, words) => expect(spellFen(fen)).toBe(words))

test.each([
  [5_000_000, 3, 1, 150_000],
  [5_000_000, 3, 33, 4_950_000],
  [50, 1, 1, 1],
  [49, 1, 1, 0],
  [16, 3, 1, 0],
  [17, 3, 1, 1],
  [17, 3, 10, 5],
  [100_000_000_000, 3, 73_000, 219_000_000_000_000],
  [5_000_000, 0.05, 1, 2_500],
  [1_001, 2.5, 1, 25],
])('of %i fen %i %% for %i days are %i', (fen, percent, days, part) =>
  expect(shareOf(fen, fraction(percent), days)).toBe(part),
)

test('yuan that no double holds exactly become whole fen, and come back', () => {
  expect([toFen(0.29), toFen(1_001.1), toFen(4.35)]).toEqual([29, 100_110, 435])
  expect([toYuan(29), toYuan(100_110)]).toEqual([0.29, 1_001.1])
})
