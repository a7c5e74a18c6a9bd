// When does a desk in the browser show an alarm, and when has it level?
import type { Page } from 'playwright-core'

type Seen = { row: number; rang: number }

/** Notes on the page the moments of the first row and the first sound; answers how to wait for both. */
export const watching = async (page: Page): Promise<() => Promise<Seen>> => {
  await page.evaluate(() => {
    const seen: Partial<Seen> = {}
    const before = document.documentElement.dataset.rang
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (!seen.row && document.querySelector('.duty-row')) seen.row = Date.now()
      if (!seen.rang && document.documentElement.dataset.rang !== before) seen.rang = Date.now()
    }).observe(document.documentElement, { subtree: true, childList: true, attributes: true })
  })
  return async () => {
    await page.waitForFunction(
      () => Object.keys((window as unknown as { seen: Seen }).seen).length === 2,
      undefined,
      { timeout: 45_000 },
    )
    return page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  }
}

/** Level and number of notes of what has level last. */
export const rang = (page: Page) => page.evaluate(() => document.documentElement.dataset.rang)
