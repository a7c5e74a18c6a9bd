// Which two ways to write a unit are one unit?
import { expect, test } from 'vitest'
import { isSameUnit } from '../../../devices/intake/units.ts'

test.each([
  ['mg/m³', 'mg/m3'],
  ['℃', '°C'],
  ['µg/L', 'μg/l'],
  ['% LEL', 'LEL%'],
  ['MPa', 'Mpa'],
  ['m^3/h', 'm³/h'],
  ['pH', '无量纲'],
  ['kPa', null],
  ['', '%LEL'],
])('%s is %s', (a, b) => {
  expect([isSameUnit(a, b), isSameUnit(b, a)]).toEqual([true, true])
})

test.each([
  ['ppm', '%LEL'],
  ['kPa', 'MPa'],
  ['%', '%LEL'],
  ['m³/h', 'L/s'],
  ['mm', 'm'],
])('%s is not %s', (a, b) => {
  expect([isSameUnit(a, b), isSameUnit(b, a)]).toEqual([false, false])
})
