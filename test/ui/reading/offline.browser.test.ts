// Does nothing get lost, and nothing happen twice, when a phone loses the network in the middle of the work?
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts, cases } from '../../../db/schema/cases/cases.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { selfChecks } from '../../../db/schema/cases/self-checks.ts'
import { axeFindings, fill, quiet, type Visitor } from '../../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../../support/browser/phone.ts'
import { png } from '../../support/browser/pictures.ts'
import { shot } from '../../support/browser/shot.ts'

let phone: Phone
let at: Visitor

beforeAll(async () => {
  phone = await openPhone('e001.safety')
  at = phone.at
})
afterAll(() => phone?.close())

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })
const form = {
  title: '配电室渗水',
  site: '一号配电室',
  category: 'electricity',
  description: '墙面渗水，柜底积水约两厘米',
}
const small = [png(40, 30), png(50, 30), png(60, 30)]
const heavy = png(900, 700)
const wide = png(3000, 400, false)
const filled = (page: Page) =>
  Promise.all(
    ['title', 'site', 'description'].map((name) => page.locator(`#field-${name}`).inputValue()),
  )

test('cut off in the middle of an upload: words and photographs are on the device, and nothing can be sent', async () => {
  const { page, context } = at
  await page.goto('/report/hazard-rectification')
  await fill(page, form)
  await page.locator('#field-photos').setInputFiles(picture('墙面.png', small[0]!))
  await page.locator('.upload.stored', { hasText: '墙面.png' }).waitFor()
  phone.wire.hold(300_000)
  await page.locator('#field-photos').setInputFiles(picture('柜底.png', heavy))
  await page.locator('.upload.uploading', { hasText: '柜底.png' }).waitFor()
  phone.wire.cut()
  await context.setOffline(true)
  await page.locator('#camera-photos').setInputFiles(picture('地面.png', small[1]!))
  await page.locator('.upload.kept', { hasText: '地面.png' }).waitFor()
  await page.locator('.upload.kept', { hasText: '柜底.png' }).waitFor()
  await expect
    .poll(() => page.locator('.upload.kept').first().innerText())
    .toMatch(/已存本机 \d\d:\d\d，待上传/)
  await expect
    .poll(() => page.locator('form .notice.warn').last().innerText())
    .toBe('当前无网络，已存本机；恢复后请再提交')
  await shot(at.page, 'offline/offline-report')
  // Tall enough that no sticky bar hides what is checked.
  await page.setViewportSize({ width: 390, height: 2600 })
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
})

test('reloaded and crashed without a network: the page opens, and everything is still there', async () => {
  await at.page.reload()
  await at.page.locator('.upload.kept').nth(1).waitFor()
  expect(await filled(at.page)).toEqual([form.title, form.site, form.description])
  await at.page.close()
  at.page = await at.context.newPage()
  await at.page.goto('/report/hazard-rectification')
  await at.page.locator('.upload').nth(2).waitFor()
  expect(await filled(at.page)).toEqual([form.title, form.site, form.description])
  await expect.poll(() => at.page.locator('#field-category').inputValue()).toBe('electricity')
  await expect.poll(() => at.page.locator('.upload img').count()).toBe(3)
  await expect.poll(() => at.page.locator('.upload.stored').count()).toBe(1)
})

test('the server dies during the upload and comes back: each file is there once', async () => {
  const { page, context } = at
  phone.wire.mend()
  phone.wire.hold(300_000)
  await context.setOffline(false)
  await page.locator('.upload.uploading', { hasText: '柜底.png' }).waitFor()
  await phone.product.api.stop('SIGKILL')
  await page.locator('.upload.kept', { hasText: '柜底.png' }).waitFor()
  phone.wire.mend()
  phone.product.api = await phone.product.launch('api')
  await expect.poll(() => page.locator('.upload.stored').count(), { timeout: 40_000 }).toBe(3)
})

test('back again: one press sends, a lost answer and a second press make no second case', async () => {
  const { page } = at
  await page.locator('#field-photos').setInputFiles(picture('全景.png', wide))
  await expect.poll(() => page.locator('.upload.stored').count()).toBe(4)
  const visible = await page
    .locator('.upload', { hasText: '全景' })
    .locator('code')
    .getAttribute('title')
  await page.locator('form.report-form button[type=submit]').click()
  let lost = 0
  await page.route('**/api/cases/hazard-rectification', async (route) => {
    await route.fetch()
    lost += 1
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByText('原样再次提交不会重复').waitFor()
  expect(lost).toBe(1)
  await page.unroute('**/api/cases/hazard-rectification')
  await page.reload()
  await page.getByText('原样再次提交不会重复').waitFor()
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[\w-]+\?sent/)
  const id = new URL(page.url()).pathname.split('/')[2]!
  const kept = await phone.product.db.select().from(cases)
  expect(kept.map((one) => one.id)).toEqual([id])
  const hashes = (await phone.product.db.select().from(files).where(eq(files.caseId, id))).map(
    (one) => one.sha256,
  )
  expect(hashes.sort()).toEqual(
    [sha256(small[0]!), sha256(heavy), sha256(small[1]!), visible].sort(),
  )
  expect((await phone.product.db.select().from(files)).length).toBe(4)
  const texts = await phone.product.db.select().from(caseFacts).where(eq(caseFacts.type, 'report'))
  expect((texts[0]!.data as { photos: string[] }).photos).toHaveLength(4)
  expect(await onDevice(page)).toMatchObject({ drafts: 0, photos: 0 })
})

test('a wide photograph came small and upright enough, with the clock of the device for one taken just now', async () => {
  const stored = await phone.product.db.select().from(files)
  const wideOne = stored.find(({ name }) => name === '全景.jpg')
  expect(wideOne?.type).toBe('image/jpeg')
  const size = await at.page.evaluate(async (url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  }, `/api/files/${wideOne?.id}`)
  expect(size).toEqual([2560, 341])
  expect(stored.map(({ name, takenSource }) => [name, takenSource]).sort()).toEqual(
    [
      ['全景.jpg', null],
      ['地面.png', 'device'],
      ['墙面.png', null],
      ['柜底.png', null],
    ].sort(),
  )
  await at.page.getByText('（手机时间）').first().waitFor()
})

test('an entry of the ledger is written in a cellar, sent once above ground, and becomes a report', async () => {
  const { page, context } = at
  await page.goto('/e/ledger')
  await page.getByRole('button', { name: '登记自查' }).click()
  await context.setOffline(true)
  await fill(page, { place: '地下泵房', checked: '排水泵、液位计' })
  await page.locator('#field-found').fill('液位计失灵\n排水沟堵塞')
  await page.locator('#camera-photos').setInputFiles(picture('液位计.png', small[2]!))
  await page.locator('.upload.kept').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '登记自查' }).click()
  await page.locator('.upload.kept').waitFor()
  await expect.poll(() => page.locator('#field-found').inputValue()).toBe('液位计失灵\n排水沟堵塞')
  await expect
    .poll(() => page.locator('.entry-form button[type=submit]').getAttribute('aria-disabled'))
    .toBe('true')
  await context.setOffline(false)
  await page.locator('.upload.stored').waitFor()
  await expect
    .poll(() => page.locator('.entry-form button[type=submit]').getAttribute('aria-disabled'))
    .not.toBe('true')
  await page.locator('.entry-form button[type=submit]').click()
  await page.getByText('已存入台账').waitFor()
  expect(await phone.product.db.select().from(selfChecks)).toHaveLength(1)
  await page.locator('.entry').waitFor()
  await shot(at.page, 'offline/ledger')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: '由此上报隐患' }).click()
  await page.locator('#field-site').waitFor()
  expect(await filled(page)).toEqual(['液位计失灵', '地下泵房', '液位计失灵\n排水沟堵塞'])
  await page.locator('#field-category').selectOption('electricity')
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[\w-]+\?sent/)
  await page.goto('/e/ledger')
  await page.locator('.entry .linked').waitFor()
})

test('words of an entry changed after a lost answer: the first ones are asked for again, and nothing stands twice', async () => {
  const { page } = at
  const before = (await phone.product.db.select().from(selfChecks)).length
  await page.goto('/e/ledger')
  await page.getByRole('button', { name: '登记自查' }).click()
  await fill(page, { place: '二号泵房', checked: '排水泵' })
  await page.route('**/api/self-checks', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: '存入台账' }).click()
  await page.getByText('没有收到回应，可能已经登记').waitFor()
  await page.unroute('**/api/self-checks')
  await fill(page, { place: '二号泵房西侧' })
  await page.getByText('改动前提交的内容没有收到回应').waitFor()
  await page.getByRole('button', { name: '另行存入改动后的内容' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'offline/ledger-changed')
  await page.getByRole('button', { name: '按原内容再次提交' }).click()
  await page.getByText('已存入台账').waitFor()
  const kept = await phone.product.db.select().from(selfChecks)
  expect([kept.length, kept.filter(({ place }) => place === '二号泵房').length]).toEqual([
    before + 1,
    1,
  ])
  await page.getByRole('button', { name: '登记自查' }).click()
  await expect.poll(() => page.locator('#field-place').inputValue()).toBe('二号泵房西侧')
})

test('promise (screens): a page that was never visited says offline that it is not kept on this device', async () => {
  const { page, context } = at
  await context.setOffline(true)
  const none = '00000000-0000-4000-8000-000000000000'
  for (const path of [
    '/e/statistics',
    '/e/services',
    '/licences',
    '/search?q=配电室',
    `/case/${none}`,
    `/licences/${none}`,
  ]) {
    await page.goto(path)
    await page.getByText('此页尚未离线保存').first().waitFor()
    expect({ path, waits: await page.locator('.skeleton:visible').count() }).toEqual({
      path,
      waits: 0,
    })
  }
  await context.setOffline(false)
})

test('the act form too: written without a network, sent once with it', async () => {
  const { page, context } = at
  const [newest] = (
    await (await phone.product.person('e001.safety')).get<{ items: { id: string }[] }>('/api/cases')
  ).items
  const id = newest!.id
  const before = await phone.product.db.select().from(caseFacts).where(eq(caseFacts.caseId, id))
  await page.goto(`/case/${id}/act/withdraw`)
  await page.locator('#field-reason').waitFor()
  await context.setOffline(true)
  await page.locator('#field-reason').fill('与上一件重复')
  await page.getByText('草稿已存本机').waitFor()
  await page.reload()
  await page.locator('#field-reason').waitFor()
  await expect.poll(() => page.locator('#field-reason').inputValue()).toBe('与上一件重复')
  await expect
    .poll(() => page.locator('form.act-form button[type=submit]').getAttribute('aria-disabled'))
    .toBe('true')
  await expect
    .poll(() => page.locator('#act-why').innerText())
    .toContain('当前无网络，已存本机；恢复后请再提交')
  await context.setOffline(false)
  await expect
    .poll(() => page.locator('form.act-form button[type=submit]').getAttribute('aria-disabled'))
    .not.toBe('true')
  await page.route('**/acts', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  const send = () => page.locator('form.act-form button[type=submit]').click()
  await send()
  await page.getByText('再次提交不会重复办理').waitFor()
  await page.unroute('**/acts')
  await page.reload()
  await page.getByText('再次提交不会重复办理').waitFor()
  await send()
  await page.waitForURL(/sent=/)
  const after = await phone.product.db.select().from(caseFacts).where(eq(caseFacts.caseId, id))
  expect(after.filter(({ type }) => type === 'withdraw')).toHaveLength(1)
  expect(before.some(({ type }) => type === 'withdraw')).toBe(false)
})

test('no page complained', () => {
  at.errors = at.errors.filter(
    (one) =>
      !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_SOCKET_NOT_CONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_NETWORK|503/.test(
        one,
      ),
  )
  quiet(at)
})
