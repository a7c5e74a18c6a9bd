// Is it told of a device what was measured, what is known no longer, and what could not be read?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, letIn, openBrowser, openPage, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

/** `first`: what is arranged before the page is asked for. */
const atDevice = async (first: (page: Page) => Promise<unknown> = async () => undefined) => {
  const opened = await openPage(browser, desktop, 'zh')
  await letIn(opened.page, fake.url, 'chen.xiaodong')
  await fetch(`${fake.url}/fake/alarms/1`, { method: 'POST' })
  await first(opened.page)
  await opened.page.goto(`${fake.url}/device/0a000000-0000-4000-8000-000000000001?point=7`)
  return opened
}

test('a device: values only where they were measured, the run with limits and marks, panned by arrows', async () => {
  const { page, errors, close } = await atDevice()
  await page.waitForSelector('.device-trend canvas')
  await expect.poll(() => page.locator('table').first().textContent()).toContain('▲ 8.42 m')
  await expect.poll(() => page.locator('table tbody tr').nth(1).textContent()).toContain('未知')
  const window = () => page.locator('.device-window').first().textContent()
  const before = await window()
  await page.keyboard.press('ArrowLeft')
  await page.waitForFunction(
    (was) => document.querySelector('.device-window')?.textContent !== was,
    before,
  )
  await page.getByRole('button', { name: '回到现在' }).click()
  const live = await window()
  await page.locator('.scroll-x').first().focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('button', { name: '回到现在' }).count(), live ?? '').toBe(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'duty/device')
  await page.getByRole('button', { name: '以表格查看' }).click()
  await expect.poll(() => page.locator('.device-twin').textContent()).toContain('未知')
  expect(errors).toEqual([])
  await close()
})

test('of a device that has fallen silent the last value is not told as the present one', async () => {
  const { page, close } = await atDevice((page) =>
    page.route(/\/api\/devices\/[^/?]+$/, async (route) => {
      const answer = await route.fetch()
      return route.fulfill({ json: { ...(await answer.json()), silent: true } })
    }),
  )
  await page.locator('table tbody tr').first().waitFor()
  const row = page.locator('table tbody tr').first()
  await expect.poll(() => row.locator('.hatched').textContent()).toBe('最后一次 ▲ 8.42 m')
  await expect.poll(() => row.textContent()).toContain('▲ 静默')
  await close()
})

test('what exceeded a limit late is not said to be nothing when it cannot be read', async () => {
  const { page, close } = await atDevice((page) =>
    page.route('**/api/devices/late**', (route) =>
      route.fulfill({ status: 500, json: { code: 'internal' } }),
    ),
  )
  await page.getByText('没能读取补传超限').waitFor()
  await close()
})

test('a device that was taken down says so above what is known of it', async () => {
  const { page, close } = await atDevice((page) =>
    page.route(/\/api\/devices\/[^/?]+$/, async (route) => {
      const answer = await route.fetch()
      return route.fulfill({
        json: { ...(await answer.json()), until: '2026-03-01T02:00:00.000Z' },
      })
    }),
  )
  await page.locator('.notice', { hasText: '该设备已于3月1日' }).waitFor()
  await page.locator('.notice', { hasText: '以下为停用前的记录' }).waitFor()
  expect(await axe(page)).toEqual([])
  await close()
})
