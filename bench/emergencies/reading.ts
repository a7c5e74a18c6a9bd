// How often does an open page read again while changes come in?
import { setTimeout as sleep } from 'node:timers/promises'
import { createOwnNews, soonMs } from '../../ui/reading/own-news.ts'

/** One read at a time, as seldom as the product's pages; one that failed is done once more. `announced`: when the first change was heard of. */
export const createReading = (read: (announced: number) => Promise<void>, everyMs = soonMs) => {
  let heard: number | null = null
  let wanted: number | null = null
  let busy = false
  let closed = false
  const run = async (): Promise<void> => {
    if (busy) return
    busy = true
    while (wanted !== null && !closed) {
      const [announced, began] = [wanted, Date.now()]
      wanted = null
      await read(announced).catch(() => (wanted ??= announced))
      await sleep(Math.max(0, began + everyMs - Date.now()))
    }
    busy = false
  }
  const ownNews = createOwnNews(() => {
    wanted ??= heard ?? Date.now()
    heard = null
    void run()
  }, everyMs)
  return {
    news: (others: boolean): void => {
      if (!others) heard ??= Date.now()
      ownNews(others)
    },
    close: (): void => {
      closed = true
    },
  }
}
