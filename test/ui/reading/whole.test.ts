// Does a long answer stay out of what a page follows, and do rows that say the same stay the same objects?
import { expect, test } from 'vitest'
import { sameRows, whole } from '../../../ui/reading/whole.ts'

// The build for servers, which Node takes by itself, follows nothing.
const { unwrap } = (await import(
  'solid-js/store/dist/store.js' as string
)) as typeof import('solid-js/store')

test('a store walks through none of its entries, and the answer reads as before', () => {
  let read = 0
  const noting = {
    ownKeys: (entry: object) => {
      read += 1
      return Reflect.ownKeys(entry)
    },
  }
  const entry = new Proxy({}, noting)
  const answer = whole({ items: [entry], chain: null })
  unwrap({ data: answer })
  expect(read).toBe(0)
  unwrap({ data: { items: [entry] } })
  expect(read).toBeGreaterThan(0)
  expect(answer.items[0]).toBe(entry)
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
