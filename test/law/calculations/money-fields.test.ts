// Is every amount that a form asks for in yuan read like all others: in groups of three, with fen only where there are any?
import { expect, test } from 'vitest'
import { spellYuan } from '../../../domain/language/money.ts'
import { text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'
import { processes } from '../../../domain/processes.ts'
import { registers } from '../../../domain/registers.ts'
import { valueWords } from '../../../domain/views/answers/value-words.ts'

const inDepth = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...inDepth(one.columns ?? [])])

const fields = [
  ...Object.values(processes).flatMap(({ start, events, items = [] }) =>
    [{ start }, events, ...items.map((one) => one.events)].flatMap((all) =>
      Object.values(all).flatMap((one) => inDepth(one.fields)),
    ),
  ),
  ...Object.values(registers).flatMap((one) =>
    Object.entries(one.fields).flatMap(([name, { form }]) =>
      form ? inDepth([{ name, ...form }]) : [],
    ),
  ),
]

test('yuan stand in groups of three, with fen only where there are any', () => {
  expect([2_000, 2_000.5, 1_234_567, 0].map(spellYuan)).toEqual([
    '2,000',
    '2,000.50',
    '1,234,567',
    '0',
  ])
})

test('an answer in yuan is read like that, in every form that asks for one', () => {
  const asked = fields.filter(({ kind, words }) => kind === 'number' && words.zh.includes('（元）'))
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter(({ money }) => !money).map(({ words }) => words.zh)).toEqual([])
  for (const field of asked) expect(valueWords(field, 2_000)).toEqual(text('2,000', '2,000'))
})
