// Is what could not be stored known again until it is, and is the memory of it bounded?
import { expect, test } from 'vitest'
import { createUnstored } from '../../../devices/connections/unstored.ts'

const [first, later] = [new Date('2026-11-26T08:00:00Z'), new Date('2026-11-26T08:06:00Z')]
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('the moment at which it was received first stands until it is stored; feeds know nothing of each other', () => {
  const unstored = createUnstored()
  expect(unstored.first('fire', bytes('a'))).toBeNull()
  unstored.failed('fire', bytes('a'), first)
  unstored.failed('fire', bytes('a'), later)
  expect(unstored.first('fire', bytes('a'))).toEqual(first)
  expect([unstored.first('fire', bytes('b')), unstored.first('water', bytes('a'))]).toEqual([
    null,
    null,
  ])
  unstored.stored('fire', bytes('a'))
  expect(unstored.first('fire', bytes('a'))).toBeNull()
})

test('beyond its bound the oldest is forgotten', () => {
  const unstored = createUnstored(2)
  for (const one of ['a', 'b', 'c']) unstored.failed('fire', one, first)
  expect(['a', 'b', 'c'].map((one) => unstored.first('fire', one) !== null)).toEqual([
    false,
    true,
    true,
  ])
})
