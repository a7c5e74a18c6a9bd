// Is a large incident still a room in which one works: 200 orders, 2,000 entries of the log, by keys, on paper, on a phone?
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, letIn, openBrowser, openPage, startFake } from '../browser-support.ts'
import { incidentId } from '../fake/incident.ts'

const fake = await startFake()
const browser = await openBrowser()
const phone = { width: 390, height: 844 }

const opened = async (size: { width: number; height: number }, language: 'zh' | 'en' = 'zh') => {
  const visit = await openPage(browser, size, language)
  await letIn(visit.page, fake.url, 'chen.xiaodong')
  await visit.page.goto(`${fake.url}/incident/${incidentId}`)
  await visit.page.locator('.incident-entries > li').nth(5).waitFor()
  return visit
}

test('promise (screens): an incident of 200 orders and 2,000 entries has at most 1,500 nodes, and is clean', async () => {
  const { page, errors, close } = await opened(desktop)
  await page.locator('.gantt-actual').first().waitFor()
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  expect(nodes).toBeLessThanOrEqual(1_500)
  await expect.poll(() => page.locator('.items-head').first().innerText()).toMatch(/未完成 133 件/)
  expect(await axe(page)).toEqual([])
  await shot(page, 'incident/desktop-zh', {})
  await page.getByRole('button', { name: '以列表查看' }).click()
  await page.locator('.items > li').nth(3).waitFor()
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(
    1_500,
  )
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('the newest event stands on top, also where it was written down later; paper begins with the first', async () => {
  const { page, errors, close } = await opened(desktop, 'en')
  const times = await page
    .locator('.incident-entries time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))
  expect(times).toEqual([...times].sort().reverse())
  await expect
    .poll(() => page.locator('.incident-entries .tag').first().innerText())
    .toMatch(/^written /)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page
      .locator('.incident-entries')
      .evaluate((list) => getComputedStyle(list).flexDirection),
  ).toBe('column-reverse')
  await page.emulateMedia({ media: 'screen' })
  await shot(page, 'incident/desktop-en', {})
  expect(errors).toEqual([])
  await close()
})

test('on a phone the orders are a list, and nothing lies beside the page', async () => {
  const { page, errors, close } = await opened(phone)
  await page.locator('.items > li').nth(3).waitFor()
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'incident/phone-zh', {})
  expect(errors).toEqual([])
  await close()
})
