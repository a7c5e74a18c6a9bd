// Does a device that names points as it likes have its conditions counted, whatever becomes of them?
import { expect, test } from 'vitest'
import { Entries } from '../../../devices/episodes/entries.ts'
import type { Entry } from '../../../devices/episodes/evaluations.ts'

const entry = (device: string | null, pointId: number | null): Entry =>
  ({ about: { device, pointId } }) as Entry

test('set, set again, enrolled and deleted', () => {
  const entries = new Entries()
  entries
    .set('a', entry('D1', null))
    .set('b', entry('D1', null))
    .set('c', entry('D2', null))
    .set('d', entry('D1', 7))
    .set('f', entry(null, null))
  expect([
    entries.unregistered('D1'),
    entries.unregistered('D2'),
    entries.unregistered('D3'),
  ]).toEqual([2, 1, 0])
  entries.set('a', entry('D1', null))
  expect(entries.unregistered('D1')).toBe(2)
  entries.set('a', entry('D1', 8))
  expect(entries.unregistered('D1')).toBe(1)
  entries.delete('b')
  entries.delete('nobody')
  expect([entries.unregistered('D1'), entries.size]).toEqual([0, 4])
})
