// What does a browser itself say of when a page stood and how soon it answered?
import type { Page } from 'playwright-core'

export type Seen = { lcp: number; nodes: number }

/** Runs in the page before its own scripts: the largest paint so far, and how long each input took until the frame after it (Event Timing). */
export const observePage = (): void => {
  const seen = window as unknown as { seenLcp: number; seenInputs: number[] }
  seen.seenLcp = Number.NaN
  seen.seenInputs = []
  new PerformanceObserver((list) => {
    seen.seenLcp = list.getEntries().at(-1)?.startTime ?? seen.seenLcp
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  const input = (event: Event) => {
    const at = event.timeStamp
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      // The message comes after the frame has been painted.
      port1.onmessage = () => seen.seenInputs.push(performance.now() - at)
      port2.postMessage(null)
    })
  }
  for (const type of ['keydown', 'pointerup']) addEventListener(type, input, true)
}

/** Presses so many keys in a field of the page; answers how long each took until its frame was painted. */
export const typeInto = async (
  page: Page,
  selector: string,
  keys: number,
  everyMs: number,
): Promise<number[]> => {
  await page.locator(selector).first().focus()
  await page.evaluate(() => (window as unknown as { seenInputs: number[] }).seenInputs.splice(0))
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press(String.fromCharCode(97 + (n % 26)))
    await page.waitForTimeout(everyMs)
  }
  const typed = await page.locator(selector).first().inputValue()
  if (typed.length < keys) throw new Error(`of ${keys} keys the field shows ${typed.length}`)
  return page.evaluate(() => (window as unknown as { seenInputs: number[] }).seenInputs)
}
