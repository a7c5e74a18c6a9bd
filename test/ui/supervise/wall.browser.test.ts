// Does the supervisors' wall stay small with many lanes, keep its order, answer keys, filter, and print?
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { builtFolder } from '../../../bin/infra/built.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const pictures = join(builtFolder(join(import.meta.dirname, '../../..')), 'pictures', 'wall')

mkdirSync(pictures, { recursive: true })
const fake = await startFake()
const browser = await openBrowser()

const wallPage = async (lanes: number, size = desktop, language: 'zh' | 'en' = 'zh') => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, 'chen.xiaodong')
  await opened.page.evaluate((n) => fetch(`/fake/wall/${n}/0`, { method: 'POST' }), lanes)
  await opened.page.goto(`${fake.url}/supervise/clocks`)
  await opened.page.waitForSelector(size.width < 800 ? '.late-card' : '[data-row]')
  return opened
}
const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)
const titles = (page: Page) => page.locator('[data-row] .wall-sub:nth-of-type(2)').allTextContents()

test('500 lanes are walked to the end with at most 1,500 nodes', async () => {
  const { page, errors, close } = await wallPage(500)
  await expect.poll(() => page.locator('.muted', { hasText: '500 件计时中' }).count()).toBe(1)
  const counts = [await nodes(page)]
  for (let n = 0; n < 40 && (await page.locator('#lane-case-500').count()) === 0; n += 1) {
    await page.locator('.wall-lanes').evaluate((one) => one.scrollTo(0, one.scrollHeight))
    await page.waitForTimeout(150)
    counts.push(await nodes(page))
  }
  await expect.poll(() => page.locator('#lane-case-500').count()).toBe(1)
  await page.locator('.wall-lanes').evaluate((one) => one.scrollTo(0, 1_000))
  await page.waitForTimeout(150)
  counts.push(await nodes(page))
  console.log(`wall: at most ${Math.max(...counts)} nodes with 500 lanes`)
  expect(Math.max(...counts)).toBeLessThanOrEqual(1_500)
  expect(errors).toEqual([])
  await close()
})

test('the wall stays where it was scrolled to, while lanes come into sight and further pages are read', async () => {
  const { page, errors, close } = await wallPage(500)
  const top = () => page.locator('.wall-lanes').evaluate((one) => one.scrollTop)
  await page.locator('.wall-lanes').hover()
  const stood: number[] = []
  for (let n = 0; n < 12; n += 1) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(200)
    stood.push(await top())
  }
  expect(stood).toEqual(stood.map((_, n) => (n + 1) * 900))
  expect(errors).toEqual([])
  await close()
})

test('j, k and Enter walk and open; arrows and signs move and zoom the axis', async () => {
  const { page, errors, close } = await wallPage(8)
  await shot(page, 'wall/desktop', {})
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect
    .poll(() => page.locator('[data-row][data-current="true"]').getAttribute('id'))
    .toBe('lane-case-1')
  const end = () => page.locator('#lane-case-1 .wall-end').getAttribute('d')
  const before = await end()
  await page.keyboard.press('+')
  const zoomed = await end()
  await page.keyboard.press('ArrowLeft')
  expect(new Set([before, zoomed, await end()]).size).toBe(3)
  await page.locator('.wall-lanes').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/case/case-1?tab=clocks')
  expect(errors).toEqual([])
  await close()
})

test('a live change renews lanes where they stand; the order waits for 重新排序', async () => {
  const { page, close } = await wallPage(8)
  const before = await titles(page)
  await page.evaluate(() => fetch('/fake/wall/8/5', { method: 'POST' }))
  await page.evaluate(() => fetch('/fake/bump/case-2', { method: 'POST' }))
  const pill = page.getByRole('button', { name: '重新排序' })
  await pill.waitFor()
  expect(await titles(page)).toEqual(before)
  await pill.click()
  await page.waitForFunction(() => document.querySelector('[data-row]')?.id === 'lane-case-6')
  expect(await pill.count()).toBe(0)
  await close()
})

test('filters stand in the address; the table twin and paper say the same', async () => {
  const { page, close } = await wallPage(8)
  await page.getByRole('button', { name: '只看逾期' }).click()
  await page.waitForURL('**late=1**')
  await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 5)
  await page.getByRole('combobox', { name: '级别' }).selectOption('2')
  await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 1)
  await page.goto(`${fake.url}/supervise/clocks`)
  await page.locator('.wall-standing', { hasText: '暂估' }).waitFor()
  await page.getByRole('button', { name: '以表格查看' }).click()
  await page.waitForSelector('.wall-table')
  await expect.poll(() => page.locator('.wall-table tbody tr').count()).toBe(8)
  await expect.poll(() => page.locator('.wall-table td', { hasText: '暂估' }).count()).toBe(1)
  await expect
    .poll(() => page.locator('.wall-table').textContent())
    .toContain('▲ 亮红牌（县级督办） · 错过')
  expect(await axe(page)).toEqual([])
  await shot(page, 'wall/table', {})
  await page.getByRole('button', { name: '以图形查看' }).click()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await shot(page, 'wall/print', {})
  await page.pdf({ path: join(pictures, 'print.pdf'), format: 'A4', landscape: true })
  await expect.poll(() => page.locator('[data-row]').count()).toBe(8)
  await close()
})

test('`a` opens what may be done from here; after it the lane is renewed where it stands and the wall stays', async () => {
  const { page, errors, close } = await wallPage(8)
  const before = await titles(page)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: '督办、批示' })
  await dialog.getByRole('button', { name: '批示' }).click()
  await page.locator('#field-instruction').fill('请查明原因，三日内答复')
  await page.locator('#field-dueDate').fill('2026-04-30')
  expect(await axe(page)).toEqual([])
  await shot(page, 'wall/act', {})
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().endsWith('/api/cases/case-1/acts')),
    page.getByRole('button', { name: '提交：批示' }).click(),
  ])
  expect(JSON.parse(request.postData() ?? '{}')).toMatchObject({
    type: 'instruct',
    data: { dueDate: '2026-04-30' },
  })
  await page.waitForSelector('dialog[open]', { state: 'detached' })
  await page.locator('#lane-case-1 .wall-sub', { hasText: '批示待答复' }).waitFor()
  expect(await titles(page)).toEqual(before)
  expect(new URL(page.url()).pathname).toBe('/supervise/clocks')
  expect(errors).toEqual([])
  await close()
})

test('the button of a lane opens the form and not the case; a lane without acts has none', async () => {
  const { page, close } = await wallPage(8)
  expect(await page.locator('#lane-case-2 .wall-act').count()).toBe(0)
  await page.locator('#lane-case-3 .wall-act').click()
  await page.getByRole('dialog').getByRole('button', { name: '督办' }).click()
  await page.locator('#field-reason').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/supervise/clocks')
  await close()
})

test('a level says by whom it was acknowledged, in the lane and in the table', async () => {
  const { page, close } = await wallPage(8)
  await expect
    .poll(() => page.locator('#lane-case-1 .wall-mark.acknowledged').textContent())
    .toContain('王建军')
  await page.getByRole('button', { name: '以表格查看' }).click()
  await expect
    .poll(() => page.locator('.wall-table tbody tr').first().textContent())
    .toMatch(/✓ 亮红牌（县级督办） · 已签收 .+ · 王建军 签收/)
  await expect.poll(() => page.locator('.wall-table .wall-act').count()).toBe(4)
  await close()
})

test('English has room for its longer words', async () => {
  const { page, errors, close } = await wallPage(8, desktop, 'en')
  await shot(page, 'wall/english', {})
  await expect.poll(() => page.locator('h1').textContent()).toBe('Limits and escalation')
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(errors).toEqual([])
  await close()
})

test('supervisors and leaders find it in the navigation, an inspector does not', async () => {
  const { page, close } = await wallPage(8)
  const link = page.locator('.rail a[href="/supervise/clocks"]')
  await page.waitForSelector('.rail a[href="/cases"]')
  expect(await link.count()).toBe(0)
  await page.route('**/api/me', async (route) => {
    const me = await (await route.fetch()).json()
    await route.fulfill({
      json: { ...me, appointments: [{ ...me.appointments[0], role: 'leader' }] },
    })
  })
  await page.goto(`${fake.url}/cases`)
  await link.click()
  await page.waitForSelector('[data-row].wall-lane')
  await page.waitForSelector('.rail a[href="/supervise/clocks"][aria-current="page"]')
  await close()
})

test('the rail marks the place also when it is made anew while one is on the way there', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  const held = async (glob: string) => {
    let release = () => {}
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(glob, async (route) => {
      await until
      await route.continue()
    })
    return () => release()
  }
  await letIn(page, fake.url, 'chen.xiaodong')
  const list = await held('**/api/processes')
  await page.goto(`${fake.url}/cases`)
  await page.waitForSelector('.rail a[href="/cases"][aria-current="page"]')
  const program = await held('**/assets/*.js')
  const request = page.waitForRequest('**/assets/*.js')
  await page.locator('.rail a[href="/statistics"]').click()
  await request
  list()
  await page.waitForSelector('.rail a[href^="/report/"]')
  program()
  await page.waitForURL('**/statistics')
  await page.waitForSelector('.rail a[href="/statistics"][aria-current="page"]')
  await expect.poll(() => page.locator('.rail [aria-current="page"]').count()).toBe(1)
  await close()
})

test('a phone lists the late ones only', async () => {
  const { page, close } = await wallPage(8, { ...phone, height: 844 })
  await page.waitForSelector('.late-card')
  await expect.poll(() => page.locator('.late-card').count()).toBe(5)
  await shot(page, 'wall/phone', {})
  await page.locator('.late-card').first().click()
  await page.waitForURL('**/case/case-1')
  await close()
})

test('on paper the next level stands whole where the buttons were', async () => {
  const { page, close } = await wallPage(20)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.wall-act:visible').count()).toBe(0)
  const cut = await page
    .locator('.wall-next')
    .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length)
  expect(cut).toBe(0)
  await close()
})
