// Does an administrator enrol a stranger, try a sheet before it is written, and change a line, with the real API? (S16)
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devices, feeds, unknownDevices } from '../../../db/schema/devices/devices.ts'
import { columns } from '../../../domain/duty/registry-sheet.ts'
import { ago, settlePlant, stand } from '../../api/duty/standing-alarms.ts'
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
  await administered(house.db)
  await house.db.update(feeds).set({ protocol: 'hj212' }).where(eq(feeds.id, 'park'))
  const stranger = {
    feed: 'park',
    device: 'T-77',
    day: '2026-03-02',
    peer: '10.0.0.9',
    firstAt: ago(60),
    lastAt: ago(5),
    count: 7,
  }
  await house.db.insert(unknownDevices).values(stranger)
  served = await serveHouse(house)
}, 180_000)
afterAll(() => house?.close())

const visit = async (
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
  who = 'shi',
  path = '/admin/devices',
) => {
  const opened = await visitHouse(browser, { house, url: served.url, who, path }, size, language)
  await opened.page.waitForSelector(path === '/admin/devices' ? '#registry-feeds' : 'main h1')
  await atRest(opened.page)
  return opened
}

test('a stranger is enrolled, a sheet tried and then written, a line changed; each with a reason and on record', async () => {
  const { page, errors, close } = await visit()
  expect(await axe(page)).toEqual([])
  await shot(page, 'registry/wide-zh')
  await page.getByRole('button', { name: '登记 T-77' }).click()
  await page.getByLabel('设备名称').fill('丙烯储罐')
  await page.getByLabel('行政区划代码').fill('999999')
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('请写明理由').waitFor()
  await page.getByRole('dialog').getByLabel('理由').fill('现场已核实')
  await page.getByLabel('密码（登记后不再显示）').fill('yl0001')
  await page.getByLabel('允许地址').fill('10.0.0.9')
  await page.getByLabel('标准版本').selectOption('2017')
  await page.getByLabel('实时数据间隔').fill('60')
  await page.getByLabel('现场（中控室）电话').fill('0570-3030303')
  await shot(page, 'registry/enrol-zh')
  expect(await axe(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('不在您的行政区划内').waitFor()
  await page.getByLabel('行政区划代码').fill('330802')
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('没有未登记的设备').waitFor()
  const heardAs = {
    secret: 'yl0001',
    hosts: ['10.0.0.9'],
    dialect: { version: '2017', rtdSeconds: 60, telephone: '0570-3030303' },
  }
  expect(await house.db.select().from(devices).where(eq(devices.key, 'T-77'))).toMatchObject([
    heardAs,
  ])
  const file = join(tmpdir(), `points-${process.pid}.csv`)
  const row = (more: Record<string, string>) =>
    columns
      .map(
        ({ name }) =>
          ({ feed: 'park', deviceKey: 'T-77', deviceName: '丙烯储罐', region: '330802', ...more })[
            name
          ] ?? '',
      )
      .join(',')
  const write = (...lines: string[]) =>
    writeFileSync(file, [columns.map(({ header }) => header.zh).join(','), ...lines].join('\r\n'))
  write(row({ pointKey: 'LT-1', kind: 'level', high: '9', highHigh: '8' }))
  await page.getByLabel('选择文件（xlsx 或 CSV）').setInputFiles(file)
  await page.getByText('第 2 行：限值须依次增大').waitFor()
  expect(await page.getByRole('button', { name: '写入登记' }).count()).toBe(0)
  write(row({ pointKey: 'LT-1', pointName: '液位', kind: 'level', high: '8', highHigh: '9' }))
  await page.getByLabel('选择文件（xlsx 或 CSV）').setInputFiles(file)
  await page.getByText('测点：新增 1，改动 0，不变 0').waitFor()
  await page.locator('section:has(#registry-sheet)').getByLabel('理由').fill('企业报送')
  await page.getByRole('button', { name: '写入登记' }).click()
  await page.getByRole('heading', { name: '已写入' }).waitFor()
  await page.getByRole('button', { name: '修改 水情' }).click()
  await page.getByRole('dialog').getByLabel('静默秒数').fill('900')
  await page.getByRole('dialog').getByLabel('理由').fill('站点每十分钟一报')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('站点每十分钟一报').waitFor()
  await expect.poll(() => page.locator('section:has(#registry-changes) li').count()).toBe(3)
  expect(errors).toEqual([])
  await close()
})

test('promise (start): a broker is wanted by one administrator on a phone, waits on the list of the other, and is a feed once he agrees', async () => {
  const phone = { width: 390, height: 844 }
  const first = await visit(phone)
  const dialog = first.page.getByRole('dialog')
  await first.page.getByRole('button', { name: '登记一路接入' }).click()
  await dialog.getByLabel('协议').selectOption('mqtt')
  await dialog.getByLabel('编号').fill('lifts')
  await dialog.getByLabel('名称').fill('电梯物联网平台')
  await dialog.getByLabel('地区').selectOption('330802')
  await dialog.getByLabel('代理地址').fill('mqtts://127.0.0.1:8883')
  await dialog.getByLabel('数据对照').selectOption('lift')
  await dialog
    .getByLabel('主题')
    .fill('[{"filter": "elevator/+/+/fault", "kind": "fault", "device": 2}]')
  await dialog.getByLabel('密码或密钥').fill('secret-of-the-broker')
  await dialog.getByLabel('理由').fill('电梯联网')
  await dialog.getByRole('button', { name: '提请批准' }).click()
  await first.page.getByText('该地址不可使用').waitFor()
  expect(await axe(first.page)).toEqual([])
  await shot(first.page, 'registry/feed-zh-390')
  await dialog.getByLabel('代理地址').fill('mqtts://10.20.0.5:8883')
  await dialog.getByRole('button', { name: '提请批准' }).click()
  await first.page.getByText('待他人批准').waitFor()
  expect([await axe(first.page), first.errors]).toEqual([[], []])
  expect(
    await first.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await first.close()
  const { page, errors, close } = await visit(desktop, 'zh', 'yu', '/admin')
  await page.getByRole('link', { name: '电梯物联网平台' }).click()
  await page.getByRole('button', { name: '批准 电梯物联网平台' }).click()
  await page.getByRole('dialog').getByText('mqtts://10.20.0.5:8883').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'registry/approve-zh')
  await page.getByRole('dialog').getByLabel('理由').fill('与电梯办核对')
  await page.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await page.getByRole('button', { name: '电梯物联网平台 的连接参数' }).waitFor()
  await page
    .locator('tr:has(a)', { hasText: '电梯物联网平台' })
    .getByRole('button', { name: '修改 电梯物联网平台' })
    .click()
  await page.getByLabel('新密码（已设密码').fill('another-secret-of-it')
  await page.getByRole('dialog').getByLabel('设备名称').fill('市电梯办平台')
  await page.getByRole('dialog').getByLabel('理由').fill('更换密钥')
  expect(await axe(page)).toEqual([])
  await shot(page, 'registry/edit-zh')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: '市电梯办平台' }).waitFor()
  expect(await house.db.select().from(devices).where(eq(devices.key, 'lifts'))).toMatchObject([
    { secret: 'another-secret-of-it' },
  ])
  expect(errors).toEqual([])
  await close()
})

test.each(looksByWidth)('%s at %o', async (language, size) => {
  const { page, errors, close } = await visit(size, language)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await shot(page, `registry/${language}-${size.width}`)
  expect(errors).toEqual([])
  await close()
})

test.each([
  [desktop, 'zh'],
  [{ width: 390, height: 844 }, 'en'],
] as const)('whoever ends a device sees first what stands of it, at %o', async (size, language) => {
  const key = `END-${size.width}`
  const id = randomUUID()
  await house.db.insert(devices).values({
    id,
    feed: 'park',
    key,
    name: key,
    region: '330802',
    since: ago(86_400),
  })
  await stand(house, { device: id, name: `${key} 液位高高`, level: 1 })
  const { page, errors, close } = await visit(size, language)
  const zh = language === 'zh'
  await page.getByRole('button', { name: zh ? `停用 ${key}` : `End ${key}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`${key} 液位高高`).waitFor()
  await dialog.getByLabel(zh ? '理由' : 'Reason').fill('拆除')
  const end = dialog.getByRole('button', { name: zh ? '确认停用' : 'End it' })
  await end.click()
  await dialog.getByRole('alert').getByText(`${key} 液位高高`).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, `registry/end-${language}-${size.width}`)
  await dialog.getByRole('checkbox').check()
  await end.click()
  await page.getByRole('button', { name: zh ? `停用 ${key}` : `End ${key}` }).waitFor({
    state: 'detached',
  })
  expect(
    errors.filter((one) => !one.includes('409')),
    errors.join('; '),
  ).toEqual([])
  await close()
})
