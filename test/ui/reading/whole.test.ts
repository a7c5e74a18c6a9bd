// Does a long answer stay out of what a page follows, and do rows that say the same stay the same objects?
import { unwrap } from 'solid-js/store'
import { expect, test } from 'vitest'
import { sameRows, whole } from '../../../ui/reading/whole.ts'

test('a store walks through none of its entries, and the answer reads as before', () => {
  let read = 0
  const entry = Object.defineProperty({}, 'title', { enumerable: true, get: () => (read += 1) })
  const answer = whole({ items: [entry], chain: null })
  unwrap({ data: answer })
  expect(read).toBe(0)
  unwrap({ data: { items: [entry] } })
  expect(read).toBeGreaterThan(0)
  expect(answer.items).toEqual([entry])
  expect(answer.chain).toBeNull()
})

test('of rows read again only those that changed are new', () => {
  const before = [
    { no: 1, state: 'given' },
    { no: 2, state: 'given' },
  ]
  const now = sameRows(before, [
    { no: 1, state: 'given' },
    { no: 2, state: 'done' },
    { no: 3, state: 'given' },
  ])
  expect(now[0]).toBe(before[0])
  expect(now[1]).not.toBe(before[1])
  expect(now).toHaveLength(3)
  expect(sameRows(undefined, before)).toEqual(before)
})
