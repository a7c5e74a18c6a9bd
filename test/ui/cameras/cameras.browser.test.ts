// Does somebody find a camera, look through it in a tab of its own, and is it on record, with the real API?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { videoLooks, videoPoints, videoSources } from '../../../db/schema/devices/video.ts'
import { ago, settlePlant, stand, tank } from '../../api/duty/standing-alarms.ts'
import { type House, openHouse } from '../../api/house.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, builtUi, desktop, looksByWidth, openBrowser, type Size } from '../browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../house-on-screen.ts'

const [gate, tower] = ['33080200001310000001', '33080200001320000002']
let house: House
const browser = await openBrowser()
let served: Served
beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() })
  await settlePlant(house)
  await stand(house, { lon: 118.87, lat: 28.97 })
  served = await serveHouse(house)
  const template = `${served.url}/healthz?point={point}&end={expires}&token={token}`
  await house.db.insert(videoSources).values({
    id: 'police',
    name: '公安视频',
    owner: '公安局',
    template,
    secret: 'sixteen signs or more',
  })
  const common = { source: 'police', region: '330802', since: ago(86_400) }
  await house.db.insert(videoPoints).values([
    { ...common, id: gate, name: '园区东门', lon: 118.871, lat: 28.97, enterprise: 'e-1' },
    { ...common, id: tower, name: '水塔', lon: 118.9, lat: 28.97, synthetic: true },
  ])
}, 180_000)
afterAll(() => house?.close())

const visit = async (
  path: string,
  ready: string,
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
) => {
  const opened = await visitHouse(
    browser,
    { house, url: served.url, who: 'dan', path },
    size,
    language,
  )
  await opened.page.waitForSelector(ready)
  return opened
}

test('a camera is found by its name; its picture opens in a tab that cannot reach back, and who looked is on record', async () => {
  const { page, errors, close } = await visit('/cameras', '.cameras tbody tr')
  await expect.poll(() => page.locator('.cameras tbody tr').count()).toBe(2)
  expect(await axe(page)).toEqual([])
  await shot(page, 'cameras/wide-zh')
  await page.getByLabel('编号、名称或企业').fill('东门')
  await page.waitForFunction(() => document.querySelectorAll('.cameras tbody tr').length === 1)
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: '看画面：园区东门' }).click(),
  ])
  await tab.waitForURL(/healthz/)
  expect([
    new URL(tab.url()).searchParams.get('point'),
    await tab.evaluate(() => window.opener),
  ]).toEqual([gate, null])
  await page.getByText('已在新标签页打开').waitFor()
  expect(await house.db.select().from(videoLooks)).toMatchObject([{ point: gate, person: 'dan' }])
  expect(errors).toEqual([])
  await close()
})

test('those near an alarm stand beside it, the nearest first, as far as one asks', async () => {
  const { page, errors, close } = await visit('/duty', '.duty-row')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: '附近视频' }).waitFor()
  await page.getByText('园区东门').waitFor()
  await expect.poll(() => page.locator('.camera-near li').count()).toBe(1)
  await expect.poll(() => page.getByLabel('范围').inputValue()).toBe('1')
  await page.getByLabel('范围').selectOption('10')
  await page.getByText('水塔').waitFor()
  expect(
    (await page.locator('.camera-near li').allTextContents()).map((one) => one.slice(0, 2)),
  ).toEqual(['园区', '水塔'])
  expect(await axe(page)).toEqual([])
  await shot(page, 'cameras/duty')
  expect(errors).toEqual([])
  await close()
})

test('a device without a place says that nothing is known to be near', async () => {
  const { page, close } = await visit(`/device/${tank}`, '#device-about')
  await page.getByText('没有登记位置').waitFor()
  await close()
})

test.each(looksByWidth)('%s at %o', async (language, size) => {
  const { page, errors, close } = await visit('/cameras', '.cameras tbody tr', size, language)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await shot(page, `cameras/${language}-${size.width}`)
  expect(errors).toEqual([])
  await close()
})
