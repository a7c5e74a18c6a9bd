// Does somebody draw or type where a warning holds, see what is inside, and send just that, with the real API?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devices } from '../../../db/schema/devices/devices.ts'
import {
  outboundMessages,
  outboundOffice,
  outboundReceivers,
} from '../../../db/schema/devices/outbound.ts'
import { ago, settlePlant, stand } from '../../api/duty/standing-alarms.ts'
import { type House, openHouse, report } from '../../api/house.ts'
import { atRest } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { sender } from '../../warning/cap-documents.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../house-on-screen.ts'

let house: House
const browser = await openBrowser()
let served: Served
beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() })
  await settlePlant(house)
  await stand(house, { lon: 118.87, lat: 28.97, name: '二号罐 氯气' })
  await report(house)
  await house.db.insert(devices).values({
    feed: 'park',
    key: 'A1',
    name: '一号储罐',
    enterprise: enterpriseId,
    region: '330802',
    lon: 118.871,
    lat: 28.972,
    since: ago(86_400),
  })
  await house.db.insert(outboundOffice).values({ id: 1, ...sender })
  await house.db.insert(outboundReceivers).values({
    id: 'city',
    name: '市预警中心',
    url: 'https://x.example',
    format: 'cap',
    leastLevel: 4,
  })
  served = await serveHouse(house)
}, 180_000)
afterAll(() => house?.close())

const visit = async (size: Size = desktop, language: 'zh' | 'en' = 'zh', prepare?: string) => {
  const opened = await visitHouse(
    browser,
    { house, url: served.url, who: 'dan', path: '/healthz' },
    size,
    language,
  )
  if (prepare) await opened.page.addInitScript(prepare)
  await opened.page.goto(`${served.url}/warnings/new`)
  await opened.page.waitForSelector('main h1')
  await atRest(opened.page)
  return opened
}
/** As where no graphics card is. */
const withoutWebgl = `{
  const get = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    return kind.startsWith('webgl') ? null : get.call(this, kind, options)
  }
}`
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const square = '118.86, 28.96\n118.88, 28.96\n118.88, 28.98\n118.86, 28.98'

test('typed corners: a wrong area is refused in words, a right one is counted, seen and sent as a polygon', async () => {
  const { page, errors, close } = await visit()
  await page.getByLabel('标题').fill('化工园区氯气泄漏')
  await page.getByLabel('情况').fill('二号罐泄漏')
  await page.getByLabel('范围', { exact: true }).selectOption('drawn')
  const corners = page.getByLabel('角点坐标')
  await page.getByText('划定范围后').waitFor()
  await corners.fill('118.86, 28.96\n118.88, 28.98\n118.88, 28.96\n118.86, 28.98')
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByRole('link', { name: '边界自相交' }).waitFor()
  await corners.fill('118.86, 28.96\n118.88, 28.96\n122.5, 29.5')
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByRole('link', { name: '122.5, 29.5 不在衢州市及周边' }).waitFor()
  await corners.fill(square)
  const counts = page.locator('.area-counts')
  await counts.waitFor()
  const countOf = (name: string) =>
    counts.locator(`dt:text-is("${name}") + dd`).locator('strong').textContent()
  expect(await Promise.all(['企业', '设备', '未结束报警', '企业在办事项'].map(countOf))).toEqual([
    '1',
    '1',
    '1',
    '1',
  ])
  await page.getByText('不作估算').waitFor()
  await counts.locator('summary').nth(1).click()
  await page.getByText('一号储罐').waitFor()
  await page.getByText('多边形范围，4个角点').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/area')
  await page.getByRole('button', { name: '预览' }).click()
  const sent = '<polygon>28.96,118.86 28.96,118.88 28.98,118.88 28.98,118.86 28.96,118.86</polygon>'
  await expect.poll(() => page.locator('.warning-cap').textContent()).toContain(sent)
  await page.getByRole('button', { name: '确认发布' }).click()
  await page.getByText('划定范围（4个角点').waitFor()
  const [row] = await house.db.select().from(outboundMessages)
  expect(row?.cap).toContain(sent)
  await page.getByRole('img', { name: '多边形范围，4个角点' }).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/area-sent')
  await page.getByRole('link', { name: '更新', exact: true }).click()
  await expect.poll(() => page.getByLabel('角点坐标').inputValue()).toBe(square)
  expect(errors).toEqual([])
  await close()
})

test('on the plain picture a click adds a corner, and the last one may be taken back', async () => {
  const opened = await visit(desktop, 'zh', withoutWebgl)
  const { page, errors } = opened
  await page.getByLabel('范围', { exact: true }).selectOption('drawn')
  const picture = page.locator('.area-picture')
  await picture.waitFor()
  const lines = async () => (await page.getByLabel('角点坐标').inputValue()).split('\n')
  for (const position of [
    { x: 200, y: 150 },
    { x: 260, y: 150 },
    { x: 260, y: 200 },
    { x: 200, y: 260 },
  ])
    await picture.click({ position })
  expect(await lines()).toHaveLength(4)
  await page.getByRole('button', { name: '撤销上一个角点' }).click()
  expect(await lines()).toHaveLength(3)
  await page.locator('.area-counts').waitFor()
  await page.getByText('多边形范围，3个角点').waitFor()
  await page.getByRole('button', { name: '清除重画' }).click()
  expect(await lines()).toEqual([''])
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/area-picture')
  expect(errors).toEqual([])
  await page.context().close()
})

test('on the moving map an area is drawn by clicks, its corners stand in the form, and typed ones take their place', async () => {
  const opened = await visit()
  const { page, errors } = opened
  await page.getByLabel('范围', { exact: true }).selectOption('drawn')
  const canvas = page.locator('.area-live canvas').first()
  await canvas.waitFor({ timeout: 60_000 })
  await canvas.scrollIntoViewIfNeeded()
  await page.locator('.area-live[aria-busy="false"]').waitFor({ timeout: 60_000 })
  const box = (await canvas.boundingBox())!
  const at = (x: number, y: number) => page.mouse.click(box.x + x, box.y + y, { delay: 50 })
  for (const [x, y] of [
    [200, 150],
    [300, 150],
    [300, 250],
    [200, 250],
    [200, 250],
  ] as const) {
    await page.mouse.move(box.x + x, box.y + y)
    await at(x, y)
    await page.waitForTimeout(300)
  }
  await expect
    .poll(async () => (await page.getByLabel('角点坐标').inputValue()).split('\n').length)
    .toBe(4)
  await page.locator('.area-counts').waitFor()
  const typed = '118.70, 28.90\n118.90, 28.90\n118.90, 29.05'
  await page.getByLabel('角点坐标').fill(typed)
  await page.getByText('多边形范围，3个角点').waitFor()
  await shot(page, 'warnings/area-live')
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

test('where the moving map does not come, the picture stands in for it', async () => {
  const { page } = await visit()
  await page.route('**/assets/live-map*', (route) => route.abort())
  await page.getByLabel('范围', { exact: true }).selectOption('drawn')
  await page.locator('.area-picture').click({ position: { x: 200, y: 150 } })
  await page.getByText('此浏览器不支持交互地图').waitFor()
  await expect.poll(() => page.getByLabel('角点坐标').inputValue()).toMatch(/^118\.\d+, 2[89]/)
  await page.context().close()
})

test.each<['zh' | 'en', Size]>([
  ['zh', phone],
  ['en', phone],
  ['en', desktop],
])('%s at %o: a circle and a polygon on the map', async (language, size) => {
  const { page, errors, close } = await visit(size, language)
  const extent = page.locator('#field-extent')
  await extent.selectOption('around')
  await page.locator('#field-lon').fill('118.87')
  await page.locator('#field-lat').fill('28.97')
  await page.locator('.area-counts').waitFor()
  expect([await axe(page), await fits(page)]).toEqual([[], 0])
  await extent.selectOption('drawn')
  await page.locator('#field-corners').fill(square)
  await page.locator('.area-counts').waitFor()
  expect([await axe(page), await fits(page)]).toEqual([[], 0])
  await shot(page, `warnings/area-${language}-${size.width}`)
  expect(errors).toEqual([])
  await close()
})
