// Where does the trend of a measurement say that nothing is known?
import { expect, test } from 'vitest'
import { gapsOf } from '../../ui/device/hatch.ts'

test('a bad reading is hatched from the last good one until the next', () => {
  expect(gapsOf([0, 10, 20, 30], [1, null, null, 2], 0)).toEqual([[0, 30]])
})
test('bad readings at the end are hatched for one usual step more', () => {
  expect(gapsOf([0, 10, 20], [1, 2, null], 0)).toEqual([[10, 30]])
})
test('a long silence between two good readings is hatched, a usual distance is not', () => {
  expect(gapsOf([0, 10, 20, 400, 410], [1, 1, 1, 1, 1], 0)).toEqual([[30, 400]])
  expect(gapsOf([0, 60, 120], [1, 1, 1], 60)).toEqual([])
  expect(gapsOf([0, 60, 300], [1, 1, 1], 60)).toEqual([[120, 300]])
})
test('a silence until now is hatched, where it is known how often readings come', () => {
  expect(gapsOf([0, 10, 20], [1, 1, 1], 0, 400)).toEqual([[30, 400]])
  expect(gapsOf([0, 10, 20], [1, 1, 1], 0, 100)).toEqual([])
  expect(gapsOf([0, 3_600], [1, 1], 0, 9_000)).toEqual([])
})
test('nothing at all is no gap', () => {
  expect(gapsOf([], [], 0)).toEqual([])
})
