// Are decimal numbers taken as written, and compared and rounded exactly?
import { describe, expect, test } from 'vitest'
import {
  add,
  atLeast,
  divide,
  exact,
  fraction,
  multiply,
  rounded,
} from '../../../domain/law/amounts/fraction.ts'

describe('a number as written', () => {
  test.each([
    [0, '0'],
    [7, '7'],
    [10, '10'],
    [0.1, '1/10'],
    [0.25, '1/4'],
    [62.5, '125/2'],
    [1e-7, '1/10000000'],
    [2.5e-7, '1/4000000'],
    [1e21, '1000000000000000000000'],
    [1.5e21, '1500000000000000000000'],
    [-0.5, '-1/2'],
    [-4, '-4'],
  ])('%d is %s', (value, written) => expect(exact(fraction(value))).toBe(written))
})

test('sums, products and quotients stay in lowest terms', () => {
  expect(add(fraction(0.1), fraction(0.2))).toEqual({ num: 3n, den: 10n })
  expect(add(fraction(0.5), fraction(0.5))).toEqual({ num: 1n, den: 1n })
  expect(add(fraction(-0.75), fraction(0.25))).toEqual({ num: -1n, den: 2n })
  expect(multiply(fraction(1.5), fraction(4))).toEqual({ num: 6n, den: 1n })
  expect(divide(fraction(25), fraction(10))).toEqual({ num: 5n, den: 2n })
  expect(divide(fraction(0), fraction(50))).toEqual({ num: 0n, den: 1n })
})

test('one threshold is reached by its very number, not by a hair less', () => {
  const tenths = Array.from({ length: 10 }).reduce<ReturnType<typeof fraction>>(
    (sum) => add(sum, fraction(0.1)),
    fraction(0),
  )
  expect([
    atLeast(tenths, fraction(1)),
    atLeast(fraction(0.9999999), fraction(1)),
    atLeast(fraction(100), fraction(100)),
    atLeast(fraction(99.99), fraction(100)),
  ]).toEqual([true, false, true, false])
})

test('shown with six decimals, half up', () => {
  expect(rounded(divide(fraction(1), fraction(3)))).toBe(0.333333)
  expect(rounded(divide(fraction(2), fraction(3)))).toBe(0.666667)
  expect(rounded(fraction(0.0000005))).toBe(0.000001)
  expect(rounded(fraction(0.00000049))).toBe(0)
  expect(rounded(fraction(34.5))).toBe(34.5)
})
