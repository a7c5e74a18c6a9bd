// Does an enterprise hear of what others do to its matters, and does it know that there are more than stand here? (S7)
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

test('a change waits behind a pill, and nothing moves before it is pressed', async () => {
  const { page, errors, close } = await openPage(browser, phone, 'zh')
  await letIn(page, fake.url, 'zhou.min')
  let requestCount = 0
  await page.route('**/api/inbox**', (route) => {
    requestCount += 1
    return route.continue()
  })
  await page.goto(`${fake.url}/e/cases`)
  await page.locator('.matter').first().waitFor()
  expect(await page.locator('.pill').count()).toBe(0)
  const before = requestCount
  await fetch(`${fake.url}/fake/bump/case-1`, { method: 'POST' })
  await page.locator('.pill').waitFor()
  expect(requestCount).toBe(before)
  expect(await axe(page)).toEqual([])
  await shot(page, 'portal/matters-news-zh', {})
  await page.locator('.pill').click()
  await page.locator('.pill').waitFor({ state: 'detached' })
  await expect.poll(() => requestCount).toBe(before + 2)
  expect(errors).toEqual([])
  await close()
})

test('what ends first stands first, whatever else the authority counts', async () => {
  const { page, close } = await openPage(browser, phone, 'zh')
  await letIn(page, fake.url, 'zhou.min')
  const days = ['2026-12-14', '2026-12-07', '2026-12-21']
  await page.route('**/api/inbox?**', async (route) => {
    const { items, ...rest } = await (await route.fetch()).json()
    const dated = days.map((date, n) => ({
      ...items[0],
      caseId: `dated-${n}`,
      due: { ...items[0].due, date, at: `${date}T16:00:00.000Z`, toTheMinute: undefined },
    }))
    return route.fulfill({ json: { ...rest, items: dated } })
  })
  await page.goto(`${fake.url}/e/cases`)
  await page.locator('#needs').waitFor()
  const shown = () =>
    page
      .locator('[aria-labelledby=needs] time')
      .evaluateAll((times) => times.map((one) => one.getAttribute('datetime')))
  expect(await shown()).toEqual(days.toSorted())
  await close()
})

test('of more than stand here the number is true, and the way to all of them is shown', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'zhou.min')
  await page.route('**/api/cases?**status=closed**', async (route) => {
    const answer = await route.fetch()
    return route.fulfill({ json: { ...(await answer.json()), total: 250 } })
  })
  await page.goto(`${fake.url}/e/cases`)
  await expect.poll(() => page.locator('#finished .count').textContent()).toBe('250')
  await page.getByRole('link', { name: '全部 250 件在“案件”中' }).click()
  await page.waitForURL('**/cases')
  await close()
})

test('a limit that runs no more says how and when it ended, though its date still lies ahead', async () => {
  const { page, close } = await openPage(browser, phone, 'zh')
  await letIn(page, fake.url, 'zhou.min')
  await page.route('**/api/cases/case-1', async (route) => {
    const { clocks, ...rest } = await (await route.fetch()).json()
    const met = { ...clocks[0], status: 'met', now: null, endedAt: '2026-11-30T01:59:00.000Z' }
    return route.fulfill({ json: { ...rest, clocks: [met] } })
  })
  await page.goto(`${fake.url}/case/case-1`)
  const limits = page.locator('[aria-labelledby="limits-title"]')
  await expect.poll(() => limits.textContent()).toContain('已结束计算')
  expect(await limits.textContent()).toMatch(/11月30日/)
  await close()
})
