// Which refusals of PostgreSQL will pass, and which will meet the same row for ever?
import { expect, test } from 'vitest'
import { failsForEver } from '../../db/failures.ts'

const textsOf = (code: string) => Object.assign(new Error('refused'), { code })

test('content and integrity are refused for ever', () => {
  expect(
    ['22001', '22P02', '23502', '23514', '42804'].map((code) => failsForEver(textsOf(code))),
  ).toEqual(Array(5).fill(true))
})

test('promise (alarms): what comes while a table, a column or a right is not there is kept and stored when it is back', () => {
  expect(
    ['42P01', '42703', '42501', '3F000', '57P01', '40P01'].map((code) =>
      failsForEver(textsOf(code)),
    ),
  ).toEqual(Array(6).fill(false))
  expect(failsForEver(new TypeError('ours'))).toBeNull()
})
