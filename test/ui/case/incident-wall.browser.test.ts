// Does everything of a large incident stand on a wall of 3840 × 2160, large, dark, without a scroll, and say when it is old?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, letIn, openBrowser, openPage, startFake } from '../browser-support.ts'
import { exerciseId, incidentId } from '../fake/incident.ts'

const fake = await startFake()
const browser = await openBrowser()
const wall = { width: 3840, height: 2160 }

const opened = async (
  id: string,
  { size = wall, language = 'zh' as 'zh' | 'en', alone = false } = {},
) => {
  const visit = await openPage(browser, size, language, { alone })
  await letIn(visit.page, fake.url, 'chen.xiaodong')
  await visit.page.goto(`${fake.url}/incident/${id}/wall`)
  await visit.page.locator('.wall-entries li').nth(3).waitFor()
  return visit
}

/** What is cut off without a sign, or would scroll. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const all = [
      ...document.querySelectorAll('.wall, .wall-columns, .wall-columns > div, .wall-panel'),
    ]
    return [
      ...(scrollWidth > innerWidth || scrollHeight > innerHeight ? ['page'] : []),
      ...all
        .filter(
          (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1,
        )
        .map((one) => `${one.className} ${one.scrollHeight}>${one.clientHeight}`),
    ]
  })

test('promise (screens): an exercise of 200 orders and 2,000 entries of the longest words stands on a wall whole', async () => {
  const { page, errors, close } = await opened(exerciseId)
  await page.locator('.wall-map text').first().waitFor()
  await page.locator('.wall-limits dt').first().waitFor()
  await shot(page, 'incident/wall-zh', {})
  expect(await overflowing(page)).toEqual([])
  await expect.poll(() => page.locator('.wall-exercise').innerText()).toBe('演练')
  const orders = await page.locator('.wall-orders').innerText()
  expect(orders).toMatch(/逾期\s*57\s*未完成\s*133/)
  expect(orders).toContain('另有 122 件未完成')
  await expect.poll(() => page.locator('.wall-orders .late').count()).toBe(11)
  await expect
    .poll(() => page.locator('.wall-waiting').innerText())
    .toMatch(/请求增援[\s\S]*另有 \d+ 项待回应/)
  await expect.poll(() => page.locator('.wall-limits').innerText()).toContain('县级上报市级')
  await expect.poll(() => page.locator('.wall-log').innerText()).toContain('共 2000 条')
  const least = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.wall *')]
        .filter(
          (one) =>
            one.children.length === 0 &&
            one.textContent?.trim() &&
            !one.closest('svg, .visually-hidden'),
        )
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ),
  )
  expect(least).toBeGreaterThanOrEqual(40)
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('a real incident bears no mark of an exercise, and in English stands whole as well', async () => {
  const { page, errors, close } = await opened(incidentId, { language: 'en' })
  expect(await page.locator('.wall-exercise').count()).toBe(0)
  await expect.poll(() => page.locator('.wall').innerText()).toContain('Latest in the log')
  expect(await overflowing(page)).toEqual([])
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Back to the room', exact: true }).click()
  await page.locator('.incident-entries > li').first().waitFor()
  await expect.poll(() => page.locator('.topbar').isVisible()).toBe(true)
  await page.goto(`${fake.url}/incident/${incidentId}/elsewhere`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('.wall').count()).toBe(0)
  await shot(page, 'incident/wall-elsewhere', {})
  expect(errors).toEqual([])
  await close()
})

test('the wall that has lost its line says so, and goes on when it has it again', async () => {
  const { page, close } = await opened(incidentId, { alone: true })
  expect(await page.locator('.wall-old').count()).toBe(0)
  await page.context().setOffline(true)
  await page.locator('.wall-old').waitFor({ timeout: 60_000 })
  await expect.poll(() => page.locator('.wall-old').innerText()).toMatch(/数据截至 .*可能已经变化/)
  expect(await overflowing(page)).toEqual([])
  expect(await axe(page)).toEqual([])
  await shot(page, 'incident/wall-old', {})
  await page.context().setOffline(false)
  await page.locator('.wall-old').waitFor({ state: 'detached', timeout: 60_000 })
  await close()
}, 180_000)

test('on a telephone the wall is a page that scrolls down and not aside', async () => {
  const { page, close } = await opened(exerciseId, { size: { width: 390, height: 844 } })
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'incident/wall-phone', {})
  await close()
})
