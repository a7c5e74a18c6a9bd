// Do the parts of a stage hold every file once, and none much more than another?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealByWeight } from '../support/weighed-shards.ts'

test('dealt files: each is in one part, and parts differ by the heaviest file at most', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000)), fc.integer({ min: 1, max: 4 }), (weights, count) => {
      const items = weights.map((weight, file) => ({ file, weight }))
      const parts = dealByWeight(items, count)
      expect(parts.flat().sort((a, b) => a - b)).toEqual(weights.map((_, place) => place))
      const sums = parts.map((part) => part.reduce((sum, file) => sum + (weights[file] ?? 0), 0))
      expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(Math.max(0, ...weights))
    }),
  )
})
