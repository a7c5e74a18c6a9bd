// Does an administrator pause a feed and answer for a certificate, with the real API, wide and on a phone? (S16)
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedOwners, feedStates, serverCertificates } from '../../../db/schema/devices/devices.ts'
import { linkCertificates } from '../../../db/schema/devices/feed-register.ts'
import { ago, certificateRow, settlePlant, stand } from '../../api/duty/standing-alarms.ts'
import { type House, openHouse } from '../../api/house.ts'
import { atRest } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, builtUi, desktop, looksByWidth, openBrowser, type Size } from '../browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../house-on-screen.ts'
import { administered } from './administered.ts'

let house: House
const browser = await openBrowser()
let served: Served
beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() })
  await settlePlant(house)
  await stand(house)
  await administered(house.db)
  await house.db
    .insert(feedOwners)
    .values({ feed: 'park', owner: 'x/1', leaseUntil: ago(-3_600), since: ago(60) })
  const detail = '服务器证书未受信任，待人工确认 the certificate of the server is not trusted yet'
  await house.db.update(feedStates).set({ state: 'down', detail })
  await house.db.insert(serverCertificates).values(certificateRow())
  const own = {
    certificate: Buffer.from('der'),
    thumbprint: 'A'.repeat(40),
    to: ago(-86_400 * 900),
    at: ago(60),
  }
  await house.db.insert(linkCertificates).values({ feed: 'park', ...own })
  served = await serveHouse(house)
}, 180_000)
afterAll(() => house?.close())

const visit = async (
  who: string,
  path: string,
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
) => {
  const opened = await visitHouse(browser, { house, url: served.url, who, path }, size, language)
  await opened.page.waitForSelector('main h1')
  await atRest(opened.page)
  return opened
}

test('a feed is paused and resumed, a certificate trusted and withdrawn; each with a reason and on record', async () => {
  const { page, errors, close } = await visit('shi', '/admin/feeds')
  expect(await axe(page)).toEqual([])
  await shot(page, 'feeds/wide-zh')
  await page.getByRole('button', { name: '暂停 化工园区' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '暂停', exact: true }).click()
  await page.getByText('请写明理由').waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('dialog').getByLabel('理由').fill('罐区检修')
  await page.getByRole('dialog').getByRole('button', { name: '暂停', exact: true }).click()
  await page.getByText('‖ 已暂停').waitFor()
  await page.getByRole('button', { name: '恢复 化工园区' }).waitFor()
  await page.getByRole('button', { name: '信任 park 的证书' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('与企业电话核对')
  await page.getByLabel('指纹最后 8 位').fill('00000000')
  await shot(page, 'feeds/trust-zh')
  expect(await axe(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '信任', exact: true }).click()
  await page.getByText('与指纹的最后 8 位不符').waitFor()
  await page.getByLabel('指纹最后 8 位').fill('89ab cdef')
  await page.getByRole('dialog').getByRole('button', { name: '信任', exact: true }).click()
  await page.getByText('✓ 已信任').waitFor()
  await shot(page, 'feeds/done-zh')
  await page.getByRole('button', { name: '撤销对 park 证书的信任' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('企业已更换证书')
  await page.getByRole('dialog').getByRole('button', { name: '撤销信任' }).click()
  await page.getByText('▲ 待确认').waitFor()
  await expect.poll(() => page.locator('section:has(#registry-changes) li').count()).toBe(3)
  expect(errors).toEqual([])
  await close()
})

test('the duty desk says who has paused it, and why another is down', async () => {
  const { page, errors, close } = await visit('du', '/duty')
  await page.getByRole('button', { name: '展开各路' }).click()
  await page.getByText('‖ 已暂停').waitFor()
  await page.getByText('：罐区检修').waitFor()
  await page.getByText('服务器证书未受信任').waitFor()
  await page.getByText('1 路暂停或停用').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'feeds/desk-zh')
  expect(errors).toEqual([])
  await close()
})

test.each(looksByWidth)('%s at %o', async (language, size) => {
  const { page, errors, close } = await visit('shi', '/admin/feeds', size, language)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await shot(page, `feeds/${language}-${size.width}`)
  expect(errors).toEqual([])
  await close()
})
