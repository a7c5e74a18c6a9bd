// Does the duty desk sound, in every box, and go on until somebody answers?
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, letIn, openBrowser, openPage, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const post = (page: Page, path: string) =>
  page.evaluate((to) => fetch(to, { method: 'POST' }).then((one) => one.text()), path)
const atDesk = async () => {
  const opened = await openPage(browser, desktop, 'zh')
  await letIn(opened.page, fake.url, 'chen.xiaodong')
  await post(opened.page, '/fake/alarms/0')
  await opened.page.goto(`${fake.url}/duty`)
  await opened.page.waitForSelector('.empty')
  return opened
}
const rang = (page: Page, tune: string) =>
  page.waitForFunction((one) => document.documentElement.dataset.rang === one, tune)

describe('sound', () => {
  test('is off until somebody presses, rings by level, is silenced by m, and that is remembered', async () => {
    const { page, close } = await atDesk()
    const state = () => page.locator('.duty-sound').getAttribute('data-sound')
    expect([
      await state(),
      await page.evaluate(() => document.documentElement.dataset.rang),
    ]).toEqual(['blocked', undefined])
    await page.locator('.duty-sound').click()
    await page.waitForSelector('.duty-sound[data-sound="on"]')
    await post(page, '/fake/alarm/2')
    await page.waitForFunction(() => document.documentElement.dataset.rang === '2/4')
    await page.keyboard.press('m')
    await page.waitForSelector('.duty-sound[data-sound="muted"]')
    await post(page, '/fake/alarm/1')
    await page.waitForFunction(() => document.body.textContent?.includes('新来的报警 1001'))
    expect(await page.evaluate(() => document.documentElement.dataset.rang)).toBe('2/4')
    await page.reload()
    await page.waitForSelector('.duty-sound[data-sound="muted"]')
    await close()
  })

  test('whoever looks into another box hears what rings', async () => {
    const { page, close } = await atDesk()
    await page.locator('.duty-sound').click()
    await page.waitForSelector('.duty-sound[data-sound="on"]')
    await page.locator('.duty-boxes').getByRole('button', { name: /^搁置/ }).click()
    await page.waitForURL('**box=shelved')
    await post(page, '/fake/alarm/1')
    await rang(page, '1/6')
    await expect.poll(() => page.locator('[aria-live="assertive"]').textContent()).toContain('一级')
    await close()
  })

  test('goes on until somebody answers, and is silenced for what waits now', async () => {
    const { page, close } = await atDesk()
    const forget = () => page.evaluate(() => delete document.documentElement.dataset.rang)
    await page.locator('.duty-sound').click()
    await page.waitForSelector('.duty-sound[data-sound="on"]')
    await post(page, '/fake/alarm/1')
    await rang(page, '1/6')
    await forget()
    await rang(page, '1/6')
    await page.getByRole('button', { name: '消音' }).click()
    await page.locator('.duty-silence').waitFor({ state: 'detached' })
    await forget()
    await page.waitForTimeout(11_000)
    expect(await page.evaluate(() => document.documentElement.dataset.rang)).toBeUndefined()
    await post(page, '/fake/alarm/1')
    await rang(page, '1/6')
    await page.locator('.duty-silence').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'duty/insisting', {})
    await close()
  }, 120_000)
})
