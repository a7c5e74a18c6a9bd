// Which moments does a form take?
import { safeParse } from 'valibot'
import { expect, test } from 'vitest'
import { moment } from '../../../domain/model/fields.ts'

test.each([
  ['2026-03-02T01:00:00.000Z', true],
  ['2026-03-02T09:00:00+08:00', true],
  ['2026-02-31T09:00:00+08:00', false],
  ['2026-03-02T09:00:00+08', false],
  ['2026-03-02T09:00:00+0800', false],
  ['9999-12-31T23:59:59.000Z', false],
  ['0001-01-01T00:00:00.000Z', false],
])('%s is one that a clock shows: %s', (value, fits) => {
  expect(safeParse(moment, value).success).toBe(fits)
})
