// Do the strips of a wide drawing cover it, share an edge, and stay within a sheet?
import { expect, test } from 'vitest'
import { stripsOf } from '../../../ui/chart/chart-strips.ts'

test.each([200, 1_050, 1_051, 1_900, 3_100, 9_999])('%i px', (width) => {
  const strips = stripsOf(width)
  expect(strips[0]?.x).toBe(0)
  const last = strips[strips.length - 1]
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width)
  for (const strip of strips) expect(strip.width).toBeLessThanOrEqual(1_050.001)
  for (const [index, { x }] of strips.slice(1).entries())
    expect((strips[index]?.x ?? 0) + (strips[index]?.width ?? 0) - x).toBeCloseTo(160)
  expect(strips).toHaveLength(width <= 1_050 ? 1 : Math.ceil((width - 160) / 890))
})
