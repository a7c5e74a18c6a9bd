// Does the wall stay smooth in a real browser while five hundred lanes go by?
import type { Page } from 'playwright-core'
import { openBrowser, signedIn } from '../browser.ts'

export type Scrolled = {
  lanes: number
  firstLaneMs: number
  frames: number
  slowFrames: number
  longestFrameMs: number
  longestTaskMs: number
}

const LANES = 500
const SPARE_LANES = 50
const STEP_PX = 40
const SETTLE_MS = 1_000
const SLOW_MS = 50
const PATIENCE_MS = 60_000

/** Walks down the wall of the running product, frame by frame, and back up; null where there is no browser. */
export const scrollWall = async (
  base: string,
  username: string,
  log: (words: string) => void,
): Promise<Scrolled | null> => {
  log(`wall: ${LANES} lanes in a browser`)
  const browser = await openBrowser()
  if (!browser) return null
  try {
    const context = await signedIn(browser, base, username)
    return await measure(await context.newPage(), base)
  } finally {
    await browser.close()
  }
}

const measure = async (page: Page, base: string): Promise<Scrolled> => {
  const began = performance.now()
  await page.goto(`${base}/supervise/clocks`)
  await page.waitForSelector('[data-row]')
  const firstLaneMs = performance.now() - began
  const row = await page
    .locator('[data-row]')
    .first()
    .evaluate((one) => one.getBoundingClientRect().height)
  await loadLanes(page, row)
  const frames = await page.evaluate(walk, {
    step: STEP_PX,
    bottom: row * LANES,
    patience: PATIENCE_MS,
  })
  return {
    lanes: LANES,
    firstLaneMs,
    frames: frames.times.length,
    slowFrames: frames.times.filter((ms) => ms > SLOW_MS).length,
    longestFrameMs: Math.max(...frames.times),
    longestTaskMs: Math.max(0, ...frames.tasks),
  }
}

/** Pages are read as the reader comes near their end: the walk that is measured begins when so many lanes are there that none is read on its way. */
const loadLanes = async (page: Page, row: number): Promise<void> => {
  const lanes = page.locator('.wall-lanes')
  for (
    const until = Date.now() + PATIENCE_MS;
    (await lanes.evaluate((one) => one.scrollHeight)) < row * (LANES + SPARE_LANES);
  ) {
    if (Date.now() > until) throw new Error(`the wall does not come to ${LANES} lanes`)
    await lanes.evaluate((one) => one.scrollTo(0, one.scrollHeight))
    await page.waitForTimeout(100)
  }
  await lanes.evaluate((one) => one.scrollTo(0, 0))
  await page.waitForTimeout(SETTLE_MS)
}

/** Runs in the page: one step each frame, down and up again; a task is long from 50 ms on, which is what the browser reports. */
const walk = async ({
  step,
  bottom,
  patience,
}: {
  step: number
  bottom: number
  patience: number
}): Promise<{ times: number[]; tasks: number[] }> => {
  const lanes = document.querySelector('.wall-lanes') as HTMLElement
  const tasks: number[] = []
  const watching = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  )
  watching.observe({ type: 'longtask' })
  const times: number[] = []
  const until = performance.now() + patience
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
  for (const way of [step, -step]) {
    for (;;) {
      const before = lanes.scrollTop
      lanes.scrollTop += way
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      times.push(now - last)
      last = now
      if (
        lanes.scrollTop === before ||
        (way > 0 && lanes.scrollTop + lanes.clientHeight >= bottom) ||
        now > until
      )
        break
    }
  }
  watching.disconnect()
  return { times, tasks }
}
