// How is a screen kept as a picture for people to look at? Only where they name a folder: ANJIAN_SHOTS=<folder> npm test -- test/ui/supervise/wall
import { join } from 'node:path'
import type { Page, PageScreenshotOptions } from 'playwright-core'

/** Keeps the page as `<folder>/<name>.png`; without a folder nothing is drawn, which a processor feels. */
export const shot = async (
  page: Page,
  name: string,
  options: PageScreenshotOptions = { fullPage: true },
): Promise<void> => {
  const folder = process.env.ANJIAN_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), ...options })
}
