// Does the export of a list tell how far it is, stop when told to, and say what went wrong?
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  phone,
  type Size,
  startFake,
} from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const listPage = async (q = '', language: 'zh' | 'en' = 'zh', size: Size = desktop) => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, 'chen.xiaodong')
  await opened.page.goto(`${fake.url}/cases${q && `?q=${encodeURIComponent(q)}`}`)
  await opened.page.waitForSelector('.export-menu')
  return opened
}
const choose = async (page: Page, name: string) => {
  await page.locator('.export-menu > button').click()
  await page.getByRole('menuitem', { name }).click()
}
const requestsOf = async (): Promise<{ query: string; cancelled: boolean }> =>
  (await fetch(`${fake.url}/fake/exports`)).json() as never
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

test('the menu is used by keyboard, rows are counted against the total, the file is saved whole', async () => {
  const { page, errors, close } = await listPage()
  await page.locator('.export-menu > button').focus()
  await page.keyboard.press('Enter')
  expect(await focused(page)).toContain('Excel')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toContain('CSV')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toContain('Excel')
  await page.keyboard.press('Escape')
  expect([await focused(page), await page.getByRole('menu').count()]).toEqual(['导出 ▾', 0])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  await page.getByText(/已导出 [1-3],\d00 \/ 4,000 行，\d+ kB/).waitFor()
  const bar = page.getByRole('progressbar', { name: '导出进度' })
  const [first, max] = [Number(await bar.getAttribute('value')), await bar.getAttribute('max')]
  await page.waitForFunction(
    (value) =>
      Number(document.querySelector('.export-run progress')?.getAttribute('value')) > value,
    first,
  )
  expect(max).toBe('4000')
  expect(await axe(page)).toEqual([])
  const file = await download
  expect(file.suggestedFilename()).toBe('案件清单-2026-04-22.csv')
  expect(readFileSync(await file.path(), 'utf8')).toBe('编号,事项\r\n'.repeat(4_000))
  await page.getByText('已保存 案件清单-2026-04-22.csv（4,000 行').waitFor()
  expect((await requestsOf()).query).toBe('?format=csv&lang=zh&progress=1')
  expect(errors).toEqual([])
  await close()
})

test('it is cancelled: the server stops, nothing is saved, the focus returns, and it can be begun again', async () => {
  const { page, errors, close } = await listPage('慢')
  let saved = 0
  page.on('download', () => {
    saved += 1
  })
  await choose(page, 'Excel')
  await page.getByText('已导出 2,000 / 4,000 行').waitFor()
  await expect
    .poll(() => page.locator('.export-menu > button').getAttribute('aria-disabled'))
    .toBe('true')
  await page.getByRole('button', { name: '取消导出' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('导出已取消，没有保存文件。').waitFor()
  expect(await focused(page)).toBe('导出 ▾')
  await expect.poll(async () => (await requestsOf()).cancelled).toBe(true)
  await choose(page, 'Excel')
  await page.getByText(/已导出 [\d,]{3,} \/ 4,000 行/).waitFor()
  await page.goto(`${fake.url}/inbox`)
  await expect.poll(async () => (await requestsOf()).cancelled).toBe(true)
  expect([saved, errors]).toEqual([0, []])
  await close()
})

test('a refusal and a file that breaks off are told in place, and tried again from there', async () => {
  const refused = await listPage('多', 'en')
  await choose(refused.page, 'Excel')
  const alert = refused.page.getByRole('alert')
  await alert.getByText('At most 200000 at once').waitFor()
  expect(await axe(refused.page)).toEqual([])
  expect(refused.errors).toEqual([])
  await refused.close()
  const { page, close } = await listPage('断')
  await choose(page, 'CSV')
  await page.getByRole('alert').getByText('文件没有传完，请重试').waitFor()
  await page.getByRole('alert').getByRole('button', { name: '重试' }).click()
  await page.getByText(/已导出 \d+/).waitFor()
  await page.getByRole('alert').waitFor()
  await close()
})

test('a pressed chip is said not to count', async () => {
  const { page, close } = await listPage()
  const note = page.getByText('快捷筛选不影响导出')
  await page.locator('.export-menu > button').click()
  await expect.poll(() => note.isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  await page.locator('.chip').first().click()
  await page.locator('.export-menu > button').click()
  await expect.poll(() => note.isVisible()).toBe(true)
  expect(await axe(page)).toEqual([])
  await close()
})

test('on a phone it lies within the width, open and on its way', async () => {
  const { page, close } = await listPage('慢', 'en', phone)
  const overflow = () =>
    page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
  await page.locator('.export-menu > button').click()
  const menu = (await page.getByRole('menu').boundingBox())!
  expect([await overflow(), menu.x >= 0, menu.x + menu.width <= 390]).toEqual([0, true, true])
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await page.getByText('2,000 of 4,000 rows').waitFor()
  expect([await overflow(), await axe(page)]).toEqual([0, []])
  await shot(page, 'export/phone', { clip: { x: 0, y: 0, width: 390, height: 700 } })
  await close()
})
