// Is each calculation found by its name, and is any other name told what there is?
import { expect, test } from 'vitest'
import {
  calculationNamed,
  calculations,
} from '../../../domain/law/calculations/catalogue/registry.ts'
import { refused } from './asking.ts'

test('each by its own name', () => {
  for (const one of calculations) expect(calculationNamed(one.name)).toBe(one)
  expect(new Set(calculations.map(({ name }) => name)).size).toBe(calculations.length)
})

test('another name is refused with those there are', () =>
  expect(refused('weather', {})).toEqual({
    code: 'not-found',
    reasons: [{ zh: '没有“weather”这项计算', en: 'There is no calculation “weather”' }],
    details: { names: calculations.map(({ name }) => name) },
  }))
