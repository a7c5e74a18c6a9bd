// Are the lines that a text lost and gained told rightly, and as few as can be?
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineDifference } from '../../../ui/materials/line-difference.ts'

const signs = { same: ' ', added: '+', removed: '-' }
const texts = (before: string, after: string) =>
  lineDifference(before, after)?.map(({ kind, words }) => `${signs[kind]}${words}`)

test('one line changed, one added', () => {
  expect(texts('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([' a', '-b', '+x', ' c', '+d'])
  expect(texts('', 'a')).toEqual(['+a'])
  expect(texts('a\r\nb', 'a\nb')).toEqual([' a', ' b'])
})
test('both texts can be read out of it, and equal texts have no difference', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDifference(before, after) ?? []
      const side = (without: string) =>
        lines
          .filter(({ kind }) => kind !== without)
          .map(({ words }) => words)
          .join('\n')
      expect([side('added'), side('removed')]).toEqual([before, after])
      if (before === after) expect(lines.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})
test('what is too long to reckon is not reckoned', () => {
  expect(lineDifference('a\n'.repeat(4_000), 'b')).toBeNull()
})
