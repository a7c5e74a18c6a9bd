// Does somebody see what he warns of and whom before it leaves, follow it, and keep who takes warnings, with the real API?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboundDeliveries, outboundMessages } from '../../../db/schema/devices/outbound.ts'
import { settlePlant, stand } from '../../api/duty/standing-alarms.ts'
import { type House, openHouse } from '../../api/house.ts'
import { atRest } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { sampled } from '../../support/deep.ts'
import { administered } from '../admin/administered.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../house-on-screen.ts'

let house: House
let alarm = ''
const browser = await openBrowser()
let served: Served
beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() })
  await settlePlant(house)
  await administered(house.db)
  alarm = await stand(house, { lon: 118.87, lat: 28.97, kind: 'gas', name: '二号罐 氯气' })
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

/** The second administrator sees what waits, and approves it. */
const approved = async () => {
  const { page, errors, close } = await visit('yu', '/admin/receivers')
  await page.getByRole('heading', { name: '待批准的登记和变更' }).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/receiver-proposals')
  await page.getByRole('button', { name: '批准 市预警中心' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('已电话核实')
  await page.getByRole('dialog').getByRole('button', { name: '批准 市预警中心' }).click()
  await page.getByRole('heading', { name: '待批准的登记和变更' }).waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await close()
}

test('an administrator says in whose name, enrols a receiver without ever seeing its secret again, and tries it', async () => {
  const { page, errors, close } = await visit('shi', '/admin/receivers')
  await page.getByText('现在不会发出任何预警').waitFor()
  await page.getByRole('button', { name: '修改发布单位' }).click()
  const dialog = page.getByRole('dialog')
  const fill = (label: string, value: string) => dialog.getByLabel(label).fill(value)
  await fill('单位名称', '衢州市应急管理局')
  await fill('发送方标识', 'anjian.example')
  await fill('机构代码', '125')
  await fill('处室代码', '001')
  await fill('理由', '初次登记')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('衢州市应急管理局 · anjian.example').waitFor()
  await page.getByRole('button', { name: '登记接收单位' }).click()
  await fill('编号', 'city')
  await fill('名称', '市预警中心')
  await fill('地址', 'https://cap.example/in')
  await fill('新密钥', 'a secret of sixteen signs')
  await dialog.getByLabel('接收级别').selectOption('4')
  await dialog.getByLabel('也接收演练').check()
  await fill('理由', '联网')
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/receiver-form')
  await dialog.getByRole('button', { name: '提请批准' }).click()
  await page.getByText('待他人批准').waitFor()
  expect(await page.getByRole('button', { name: '批准 市预警中心' }).count()).toBe(0)
  await approved()
  await page.getByRole('button', { name: '向 市预警中心 发测试（演练）' }).click()
  await page.getByText('测试已交付发送').waitFor()
  await page.getByText('待送达 1').waitFor()
  expect(await page.content()).not.toContain('sixteen signs')
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/receivers')
  expect(errors).toEqual([])
  await close()
})

test('the desk warns of an alarm: what a simulator made is an exercise, seen as it will be sent, then sent, then ended', async () => {
  const { page, errors, close } = await visit('dan', `/warnings/new?alarm=${alarm}`)
  await expect.poll(() => page.getByLabel('这是演练，不是真实预警').isDisabled()).toBe(true)
  const chosen = (label: string) =>
    page
      .getByLabel(label, { exact: true })
      .evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text)
  expect(await Promise.all(['级别', '事件', '确定性', '范围'].map(chosen))).toEqual([
    '二级（橙）',
    '可燃或有毒气体',
    '已发生',
    '某处周边',
  ])
  await page.getByLabel('标题').fill('')
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByText('请填写：标题').waitFor()
  await page.getByLabel('标题').fill('二号罐氯气泄漏')
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/form')
  const before = await house.db.$count(outboundMessages)
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByText('发给 1 个单位').waitFor()
  await expect
    .poll(() => page.locator('.warning-cap').textContent())
    .toContain('<status>Exercise</status>')
  expect([await axe(page), await house.db.$count(outboundMessages)]).toEqual([[], before])
  await shot(page, 'warnings/preview')
  await page.getByRole('button', { name: '确认发布' }).click()
  await page.getByRole('heading', { level: 1, name: '二号罐氯气泄漏' }).waitFor()
  await house.db
    .update(outboundDeliveries)
    .set({ state: 'refused', attempts: 1, error: 'bad-answer' })
    .where(sql`place = 1`)
  await page.getByText('▲ 被拒绝').first().waitFor()
  await expect.poll(() => page.locator('h1 .tag').textContent()).toBe('演练')
  await page.locator('summary', { hasText: 'CAP 文件原文' }).click()
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/one')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.locator('.warning-acts').isVisible()).toBe(false)
  await expect.poll(() => page.locator('.print-head').isVisible()).toBe(true)
  await shot(page, 'warnings/printed')
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: '解除' }).click()
  await page.getByRole('heading', { level: 1, name: '解除预警' }).waitFor()
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByRole('button', { name: '确认发布' }).click()
  await page.getByRole('heading', { level: 1, name: '（解除）' }).waitFor()
  expect(await page.getByRole('link', { name: '更新', exact: true }).count()).toBe(0)
  await page.goto(`${served.url}/warnings?incident=${alarm}`)
  await page.waitForSelector('.warnings tbody tr')
  await expect.poll(() => page.locator('.warnings tbody tr').count()).toBe(2)
  expect(errors).toEqual([])
  await close()
})

test('a warning whose answer was lost goes out once: sent again as it is, or another only with eyes open', async () => {
  const { page, close } = await visit('dan', '/warnings/new')
  await page.getByLabel('级别').selectOption('1')
  await page.getByLabel('标题').fill('化工园区氯气泄漏')
  await page.getByLabel('情况').fill('二号罐泄漏')
  await page.getByLabel('有效时间').selectOption('4')
  const [preview, send] = [
    page.getByRole('button', { name: '预览' }),
    page.getByRole('button', { name: '确认发布' }),
  ]
  await preview.click()
  const before = await house.db.$count(outboundMessages)
  let lost: 'after' | 504 = 'after'
  await page.route('**/api/warnings', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const stored = await route.fetch()
    if (lost === 504) return route.fulfill({ status: 504, body: 'gateway' })
    expect(stored.status()).toBe(201)
    await route.abort('connectionreset')
  })
  await send.click()
  await page.getByText('这条预警可能已经发出').waitFor()
  lost = 504
  await send.click()
  await page.getByText('没有成功').waitFor()
  expect(await house.db.$count(outboundMessages)).toBe(before + 1)
  await page.getByRole('button', { name: '返回修改' }).click()
  await page.getByLabel('标题').fill('化工园区氯气泄漏（更正）')
  await preview.click()
  await page.getByText('您改动前提交的预警没有收到回应').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'warnings/unanswered')
  await page.unroute('**/api/warnings')
  await send.click()
  await page.getByRole('link', { name: '请先核对上一条预警是否已经发出' }).waitFor()
  expect(await house.db.$count(outboundMessages)).toBe(before + 1)
  await page.getByRole('button', { name: '返回修改' }).click()
  await page.getByLabel('标题').fill('化工园区氯气泄漏')
  await preview.click()
  await send.click()
  await page.getByRole('heading', { level: 1, name: '化工园区氯气泄漏' }).waitFor()
  expect(await house.db.$count(outboundMessages)).toBe(before + 1)
  await close()
})

test('a form of a register that was changed after a lost answer is sent as another request', async () => {
  const { page, close } = await visit('shi', '/admin/receivers')
  await page.getByRole('button', { name: '修改发布单位' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('更名')
  await dialog.getByLabel('单位名称').fill('衢州市应急局')
  const keys: (string | undefined)[] = []
  await page.route('**/office', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    await route.fetch()
    await route.abort('connectionreset')
  })
  const save = dialog.getByRole('button', { name: '保存' })
  for (const n of [1, 2]) {
    await save.click()
    await expect.poll(() => keys.length).toBe(n)
    await dialog.getByText('没有成功').waitFor()
  }
  expect(new Set(keys).size).toBe(1)
  await page.unroute('**/office')
  await dialog.getByLabel('单位名称').fill('衢州市应急管理局')
  await save.click()
  await page.getByText('衢州市应急管理局 · anjian.example').waitFor()
  await close()
})

const looks = sampled<['zh' | 'en', Size, string, string]>(
  [
    ['zh', phone, 'dan', '/warnings'],
    ['en', desktop, 'dan', '/warnings'],
    ['en', phone, 'dan', '/warnings/new'],
    ['zh', phone, 'shi', '/admin/receivers'],
    ['en', phone, 'shi', '/admin/cameras'],
  ],
  [
    ['en', phone, 'dan', '/warnings'],
    ['en', desktop, 'shi', '/admin/receivers'],
    ['zh', desktop, 'shi', '/admin/cameras'],
  ],
)
test.each(looks)('%s at %o: %s reads %s', async (language, size, who, path) => {
  const { page, errors, close } = await visit(who, path, size, language)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await shot(page, `warnings/${path.slice(1).replaceAll('/', '-')}-${language}-${size.width}`)
  expect(errors).toEqual([])
  await close()
})
