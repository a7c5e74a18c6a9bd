// Are phrases put into opinions, and kept?
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, desktop, openBrowser, openPage, phone, signIn, startFake } from './browser-support.ts'

let browser: Browser
let fake: Awaited<ReturnType<typeof startFake>>
const pictures = join(import.meta.dirname, '../../.cache/desk')

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  fake = await startFake()
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  fake?.close()
})

const staffPage = async (path: string, size = desktop, language: 'zh' | 'en' = 'zh') => {
  const opened = await openPage(browser, size, language)
  await signIn(opened.page, fake.url, 'chen.xiaodong')
  await opened.page.goto(fake.url + path)
  return opened
}
const shot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

test('a phrase is put in at the cursor, by keyboard and by mouse, into whichever opinion one writes', async () => {
  const { page, errors, close } = await staffPage('/case/case-items/act/re-check-failed?task=task-1')
  const reasons = page.locator('#field-reasons')
  await reasons.fill('防倾倒链缺失，')
  await reasons.press('Alt+ArrowDown')
  await page.waitForFunction(() => document.activeElement?.textContent === '同意。')
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('请限期整改并报送整改报告。')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  expect(await reasons.inputValue()).toBe('防倾倒链缺失，经现场核实，情况属实。')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-reasons')
  await page.keyboard.type('完')
  expect(await reasons.inputValue()).toBe('防倾倒链缺失，经现场核实，情况属实。完')
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator('.phrase').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('.phrase-list').count()).toBe(0)
  const opinion = page.locator('.field', { has: page.locator('#field-opinion') })
  await opinion.getByRole('button', { name: /^常用意见/ }).click()
  expect(await axe(page)).toEqual([])
  await shot(page, 'phrases-desktop-zh')
  await opinion.locator('.phrase', { hasText: '请补充现场照片后再报。' }).click()
  expect(await page.locator('#field-opinion').inputValue()).toBe('请补充现场照片后再报。')
  expect(await page.locator('.field .phrases').count()).toBe(await page.locator('.field > textarea').count())
  expect(errors).toEqual([])
  await close()
})

test('phrases of one’s own are added, ordered and taken away, on a phone', async () => {
  const { page, errors, close } = await staffPage('/me', phone)
  const own = page.locator('section', { has: page.locator('#me-phrases') })
  await own.getByRole('button', { name: '添加一条' }).click()
  await page.keyboard.type('不同意，理由另附。')
  await own.getByRole('button', { name: '第 4 条上移' }).click()
  await own.getByRole('button', { name: '删除第 1 条' }).click()
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().endsWith('/api/phrases/own') && one.method() === 'PUT'),
    own.getByRole('button', { name: '保存' }).click(),
  ])
  expect(JSON.parse(request.postData() ?? '{}')).toEqual({
    items: ['拟同意，请领导审定。', '不同意，理由另附。', '请补充现场照片后再报。'],
    revision: 1,
  })
  await own.getByText('已保存 3 条').waitFor()
  await shot(page, 'me-phone-zh')
  await fits(page)
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
