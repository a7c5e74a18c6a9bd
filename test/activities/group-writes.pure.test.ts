// Do rows that come together share one statement, and does each learn what became of its own?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { groupWrites } from '../../activities/group-writes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('rows of the same ten milliseconds are one statement, a later row is another', async () => {
  const statements: number[][] = []
  const keep = groupWrites(async (rows: number[]) => void statements.push(rows))
  const first = [keep(1), keep(2)]
  await vi.advanceTimersByTimeAsync(9)
  first.push(keep(3))
  expect(statements).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await Promise.all(first)
  const later = keep(4)
  await vi.advanceTimersByTimeAsync(10)
  await later
  expect(statements).toEqual([[1, 2, 3], [4]])
})

test('a row is done only when its statement has committed', async () => {
  let commit = (): void => undefined
  const keep = groupWrites(
    () =>
      new Promise<void>((done) => {
        commit = done
      }),
  )
  let isDone = false
  const one = keep('row').then(() => {
    isDone = true
  })
  await vi.advanceTimersByTimeAsync(50)
  expect(isDone).toBe(false)
  commit()
  await one
  expect(isDone).toBe(true)
})

test('a statement that fails fails for each of its rows, and the next one begins anew', async () => {
  let fails = true
  const keep = groupWrites(async () => {
    if (fails) throw new Error('database away')
  })
  const both = Promise.allSettled([keep(1), keep(2)])
  await vi.advanceTimersByTimeAsync(10)
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  const again = keep(1)
  await vi.advanceTimersByTimeAsync(10)
  await expect(again).resolves.toBeUndefined()
})

test('five hundred rows are written at once, whatever the time', async () => {
  const sizes: number[] = []
  const keep = groupWrites(async (rows: number[]) => void sizes.push(rows.length))
  const all = Array.from({ length: 501 }, (_, row) => keep(row))
  expect(sizes).toEqual([500])
  await vi.advanceTimersByTimeAsync(10)
  await Promise.all(all)
  expect(sizes).toEqual([500, 1])
})
