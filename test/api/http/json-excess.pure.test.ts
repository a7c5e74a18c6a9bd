// Is it known of a JSON text how many values it holds and how deep they lie, whatever stands in its texts?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excessOf } from '../../../domain/json.ts'

const partsOf = (value: unknown): unknown[] | null =>
  typeof value === 'object' && value !== null ? Object.values(value) : null
const count = (value: unknown): number => {
  const parts = partsOf(value)
  return parts
    ? Math.max(1, parts.length) + parts.reduce<number>((sum, part) => sum + count(part), 0)
    : 0
}
const depth = (value: unknown): number => {
  const parts = partsOf(value)
  return parts ? 1 + Math.max(0, ...parts.map(depth)) : 0
}

it('values and levels are counted as they are', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = JSON.stringify(value, null, 1)
      const [values, levels] = [count(value), depth(value)]
      expect(excessOf(json, { values, levels })).toBe(null)
      if (values > 0) expect(excessOf(json, { values: values - 1 })).toBe('values')
      if (levels > 0) expect(excessOf(json, { values, levels: levels - 1 })).toBe('levels')
    }),
    { numRuns: 300 },
  )
})

it('what stands in texts counts for nothing', () => {
  const texts = JSON.stringify({ words: ',[{'.repeat(9_000), quoted: '\\",'.repeat(9_000) })
  expect(excessOf(texts, { values: 2, levels: 1 })).toBe(null)
})
