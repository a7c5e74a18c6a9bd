// Is a month entered at a desk by keyboard, published, exchanged from phones, and is its gap told?
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dailyMails } from '../../db/schema/statistics/daily.ts'
import { house, office, openRosterHouse, read } from '../api/rosters/roster-house.ts'
import { shot } from '../support/browser/shot.ts'
import { axe, builtUi, desktop, openBrowser, phone } from '../ui/browser-support.ts'
import { serveHouse, visitHouse } from '../ui/house-on-screen.ts'

const browser = await openBrowser()
let url = ''
beforeAll(async () => {
  url = (await serveHouse(await openRosterHouse({ uiDir: await builtUi() }))).url
}, 180_000)
afterAll(() => house?.close())

const visit = (who: string, path: string, size = desktop, language: 'zh' | 'en' = 'zh') =>
  visitHouse(browser, { house, url, who, path }, size, language)
const april = `/duty/rosters?office=${office}&month=2026-04`
const wider = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
const cell = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true })
const chosen = (page: Page, label: string) =>
  cell(page, label).evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent)

test('a month is entered at a desk, mostly without the mouse', async () => {
  const { page, errors, close } = await visit('dan', april)
  await page.waitForSelector('main:has-text("本月尚未编排值班表")')
  await expect.poll(() => page.locator('main').innerText()).toContain('报警呼叫该岗位全部人员')
  await shot(page, 'rosters/empty-zh')
  await page.getByRole('button', { name: '编排' }).click()
  await page.getByRole('button', { name: '轮流排班' }).click()
  await cell(page, '2026-04-01 08:30 带班领导').focus()
  expect(await chosen(page, '2026-04-01 08:30 带班领导')).toBe('高局长')
  // One cell down, whose pinyin begins with g twice, and one emptied.
  await page.keyboard.press('Enter')
  expect(await chosen(page, '2026-04-02 08:30 带班领导')).toBe('管局长')
  await page.keyboard.press('g')
  expect(await chosen(page, '2026-04-02 08:30 带班领导')).toBe('高局长')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  expect(await chosen(page, '2026-04-02 08:30 带班领导')).toBe('—')
  expect(await axe(page)).toEqual([])
  await shot(page, 'rosters/editor-zh')
  await page.getByRole('button', { name: '保存，待发布' }).click()
  await page.waitForSelector('main:has-text("第 1 版待发布")')
  await page.waitForSelector('main:has-text("有 1 个空班")')
  expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)
  await shot(page, 'rosters/draft-zh')
  expect(errors).toEqual([])
  await close()
})

test('a leader who did not enter it publishes it', async () => {
  const { page, errors, close } = await visit('gao', april)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForSelector('main:has-text("高局长 于")')
  await expect.poll(() => page.locator('main').innerText()).toContain('清明节')
  await expect.poll(() => page.locator('.roster-gap').count()).toBe(1)
  expect(await axe(page)).toEqual([])
  await shot(page, 'rosters/month-zh')
  await page.emulateMedia({ media: 'print' })
  await shot(page, 'rosters/print-zh')
  await expect.poll(() => page.locator('.roster-bar').isVisible()).toBe(false)
  expect(errors).toEqual([])
  await close()
})

test('the gap of tomorrow has been told, and stands on the page, also in English on a phone', async () => {
  await house.clock.setNow('2026-03-31T02:00:00.000Z')
  await house.deps.dailyRound()
  await house.clock.setNow('2026-04-01T00:30:00.000Z')
  await house.deps.dailyRound()
  const told = await house.db.select().from(dailyMails).where(eq(dailyMails.kind, 'roster'))
  expect(told.map(({ person }) => person).sort()).toEqual(['dan', 'gao', 'guan'])
  expect(told[0]?.body.zh).toContain('2026-04-02 08:30 无带班领导')
  const { page, errors, close } = await visit('guan', april, phone, 'en')
  await page.waitForSelector('.roster-gap')
  expect(await wider(page)).toBe(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'rosters/month-phone-en')
  await page.goto(`${url}/duty/rosters?office=330802-fire&month=2026-04`)
  await page.waitForSelector('.failure')
  await shot(page, 'rosters/missing-phone-en')
  expect(errors.filter((one) => !one.includes('404'))).toEqual([])
  await close()
})

test('a shift is exchanged from one phone to another', async () => {
  await house.clock.setNow('2026-04-01T02:00:00.000Z')
  const asker = await visit('deng', '/duty/rosters', phone)
  await asker.page.waitForSelector('.roster-mine li')
  expect(await wider(asker.page)).toBe(0)
  expect(await axe(asker.page)).toEqual([])
  await shot(asker.page, 'rosters/mine-phone-zh')
  const first = asker.page.locator('.roster-mine li').first()
  const words = (await first.locator('strong').innerText()).slice(0, 4)
  await first.getByRole('button').click()
  await asker.page.getByLabel('请谁接班', { exact: true }).selectOption({ label: '单值班' })
  await asker.page.getByLabel('理由', { exact: true }).fill('家中有事')
  await shot(asker.page, 'rosters/asking-phone-zh')
  await asker.page.getByRole('button', { name: '发出' }).click()
  await asker.page.waitForSelector('main:has-text("已请单值班换班")')
  const other = await visit('dan', '/duty/rosters', phone)
  const accept = other.page.getByRole('button', { name: /^同意接班/ })
  await accept.waitFor()
  await shot(other.page, 'rosters/answer-phone-zh')
  await accept.click()
  await accept.waitFor({ state: 'detached' })
  const { exchanges } = await read('gao', '2026-04')
  expect(exchanges).toMatchObject([{ status: 'accepted', to: { name: '单值班' } }])
  expect(words).toContain('4月')
  expect([...asker.errors, ...other.errors]).toEqual([])
  await asker.close()
  await other.close()
})

test('the desk of the city sees who is on duty in its counties', async () => {
  const { page, errors, close } = await visit('du', '/duty/rosters', desktop, 'en')
  await page.waitForSelector('.roster-offices li')
  await shot(page, 'rosters/home-en')
  expect(await axe(page)).toEqual([])
  await page.goto(`${url}/duty/log`)
  await page.waitForSelector('#roster-here')
  await shot(page, 'rosters/log-en')
  expect(errors).toEqual([])
  await close()
})
