// Does an officer see what lies nearest to the event, and call it by one press, while another reads that it is taken?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atRest } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../../ui/browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../../ui/house-on-screen.ts'
import { callResources, fireAt } from './called-up.ts'

let on: Awaited<ReturnType<typeof callResources>>
let served: Served
let id: string
let near: string
const browser = await openBrowser()

beforeAll(async () => {
  on = await callResources({ uiDir: await builtUi() })
  id = await on.responding()
  near = await on.resource('区应急救援队', { coordinates: fireAt })
  await on.resource('化工专家组', { coordinates: '118.95,28.95', kind: 'expert', unit: '名' })
  await on.resource('无坐标物资库', {
    kind: 'stock',
    unit: '吨',
    batches: [{ batch: 'P-1', quantity: 30, expiresOn: '2026-02-01' }],
  })
  const next = { coordinates: '118.95,28.9', region: '330803' }
  await on.resource('衢江区救援队', next, ['nan', 'xi'])
  served = await serveHouse(on.house)
}, 240_000)
afterAll(() => on?.house.close())

const visit = async (who: string, path: string, size: Size = desktop, language?: 'en') => {
  const opened = await visitHouse(
    browser,
    { house: on.house, url: served.url, who, path },
    size,
    language ?? 'zh',
  )
  await opened.page.waitForSelector('main h1')
  await opened.page.locator('.near tbody tr').nth(2).waitFor()
  await atRest(opened.page)
  return opened
}

test('promise (emergencies): the nearest resources stand in the room, and one is called by one press, once', async () => {
  const { page } = await visit('dan', `/incident/${id}`)
  const rows = page.locator('.near tbody tr')
  await expect.poll(() => rows.nth(0).innerText()).toMatch(/区应急救援队[\s\S]*0 公里[\s\S]*空闲/)
  await expect.poll(() => rows.nth(1).innerText()).toMatch(/化工专家组[\s\S]*7\.4 公里/)
  await expect.poll(() => rows.nth(2).innerText()).toMatch(/不明[\s\S]*已过期/)
  const elsewhere = page.getByRole('region', { name: '其他地区的空闲资源' })
  await expect
    .poll(() => elsewhere.innerText())
    .toMatch(/衢江区：应急救援队伍 1 项\s*最近的在 10 公里以内/)
  await expect.poll(() => elsewhere.innerText()).not.toContain('衢江区救援队')
  await expect
    .poll(() => elsewhere.getByRole('link', { name: '请求支援' }).getAttribute('href'))
    .toContain('request-support')
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-resources')
  await page.getByLabel('资源类别', { exact: true }).selectOption('expert')
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(1)
  await page.getByLabel('资源类别', { exact: true }).selectOption('')
  await page.getByRole('link', { name: '向区应急救援队下达指令' }).click()
  await page.waitForURL(/resource=/)
  await expect
    .poll(() => page.locator('#field-task').inputValue(), { timeout: 20_000 })
    .toBe('调用区应急救援队（30人）')
  await expect.poll(() => page.locator('#field-resource').inputValue()).toBe(near)
  await expect
    .poll(() => page.locator('#field-to').inputValue())
    .toBe('county-command/duty-officer')
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-resource-order')

  const other = await visit('du', `/incident/${id}`)
  await page.locator('form button[type=submit]').click()
  await page.getByRole('button', { name: '确认' }).click()
  await page.waitForURL(/sent=give-order/)
  const held = other.page.locator('.near tbody tr').nth(0)
  await expect.poll(() => held.innerText(), { timeout: 20_000 }).toContain('指令第1号占用')
  expect(await held.getByRole('link').count()).toBe(0)
  expect(await axe(other.page)).toEqual([])
  await shot(other.page, 'emergency-resources-held')
  await expect.poll(() => other.page.locator('.incident-entries').innerText()).toContain(near)

  const small = await visit('zong', `/incident/${id}`, phone, 'en')
  await expect.poll(() => small.page.locator('main').innerText()).toContain('Nearest resources')
  expect(
    await small.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(await axe(small.page)).toEqual([])
  await shot(small.page, 'emergency-resources-phone')
}, 240_000)
