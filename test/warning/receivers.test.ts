// Who hears a warning of which region?
import { expect, test } from 'vitest'
import { takersOf } from '../../domain/warning/receivers.ts'

const hears = (regions: string[], region: string, reached: string[] = []): boolean =>
  takersOf(
    [{ id: 'r', enabled: true, regions, leastLevel: 4, exercises: false }],
    new Set(reached),
    { region, level: 1, exercise: false },
  ).length === 1

test('a receiver hears what concerns its regions: from below and from above, not from beside', () => {
  expect(hears(['330802'], '330802')).toBe(true)
  expect(hears(['330802'], '330800'), 'a warning for the whole city').toBe(true)
  expect(hears(['330802'], '330000'), 'and for the province').toBe(true)
  expect(hears(['330800'], '330802'), 'one of its counties').toBe(true)
  expect(hears(['330803', '330822'], '330802')).toBe(false)
  expect(hears([], '330802')).toBe(true)
})

test('who has heard the beginning hears the rest', () => {
  expect(hears(['330803'], '330802', ['r'])).toBe(true)
})
