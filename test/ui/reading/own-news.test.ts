// Does a page read its boxes at once, and yet seldom, however many changes come?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOwnNews, laterMs, soonMs } from '../../../ui/reading/own-news.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

const reading = () => {
  const read = vi.fn()
  return { read, news: createOwnNews(read) }
}

test('the first is answered at once, a hundred more by one read', () => {
  const { read, news } = reading()
  for (let n = 0; n < 100; n += 1) news(false)
  vi.advanceTimersByTime(0)
  for (let n = 0; n < 100; n += 1) news(false)
  expect(read).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(soonMs)
  expect(read).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(laterMs)
  expect(read).toHaveBeenCalledTimes(2)
})

test('promise (screens): what is others’ waits, but what is one’s own does not wait for it', () => {
  const { read, news } = reading()
  news(true)
  vi.advanceTimersByTime(laterMs - 1)
  expect(read).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(read).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(soonMs)
  news(true)
  news(false)
  vi.advanceTimersByTime(0)
  expect(read).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(laterMs)
  expect(read).toHaveBeenCalledTimes(2)
})
