// Do two officers note one visit on two phones without a network for a day, is nothing lost, doubled or decided, and is what is the same one finding?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { files } from '../../db/schema/cases/files.ts'
import { ofTheNetwork } from '../emergency-response/offline/room.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { act, quiet, type Visitor } from '../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../support/browser/phone.ts'
import { shot } from '../support/browser/shot.ts'
import {
  addressOf,
  answer,
  clean,
  clockAt,
  factsOf,
  find,
  openVisit,
  photograph,
  say,
  secondPhone,
  standsAt,
  stateOf,
  visitBegun,
} from './at-the-place.ts'
import { answered } from './samples.ts'

const city = '2026-03-02T01:00:00.000Z'
const dayMs = 86_400_000
let phone: Phone
let one: Visitor
let two: Visitor
let id = ''

beforeAll(async () => {
  phone = await openPhone('kecheng.inspector1')
  one = phone.at
  await settleCertificates(phone.product.db)
  two = await secondPhone(phone, 'kecheng.inspector2')
  id = await visitBegun(phone.product)
  await clockAt(one.context, city)
  // The clock of the second phone is a day ahead.
  await clockAt(two.context, city, dayMs)
  await standsAt(one.context, { latitude: 28.97, longitude: 118.87 })
  for (const { page } of [one, two]) await page.reload()
})
afterAll(() => phone?.close())

const notes = () => factsOf(phone.product, id)
const all = Object.keys(answered('training', 'equipment'))

test('promise (inspections): two phones lose their network; each visit is gone through item by item, and every word stands on the phone', async () => {
  for (const { page } of [one, two]) await openVisit(page, id)
  await shot(one.page, 'inspection-offline/online-zh')
  await clean(one.page)
  for (const { context } of [one, two]) await context.setOffline(true)
  await one.page.getByText('无网络，条目存本机').waitFor()
  for (const { page } of [one, two]) {
    for (const question of all)
      await answer(page, question, ['training', 'equipment'].includes(question) ? '不符合' : '符合')
    await photograph(page, 'training', page === one.page ? '一号车间.png' : '仓库.png')
  }
  await say(one.page, 'training', '三名新员工未培训')
  await answer(two.page, 'warningSigns', '不涉及')
  await find(one.page, '灭火器过期')
  await find(two.page, '灭火器失效')
  const each = all.length + 2
  await one.page.getByText(`待发送 ${each + 1} 条，照片 1 张`).waitFor()
  await two.page.getByText(`待发送 ${each + 1} 条，照片 1 张`).waitFor()
  await shot(one.page, 'inspection-offline/waiting-zh')
  await clean(one.page)
  expect(await notes()).toEqual([])
}, 300_000)

test('nothing of law happens without the network, and the page says so', async () => {
  const { page } = one
  const make = page.getByRole('button', { name: '制作现场检查记录' })
  await expect.poll(() => make.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('制作记录、签字须联网').waitFor()
  await page.getByText('签字、制作文书、通知、决定、立案须在恢复网络后办理').waitFor()
  await make.dispatchEvent('click')
  expect(new URL(page.url()).pathname).toBe(addressOf(id))
  await page.goto(`/case/${id}/act/record-inspection`)
  await page.locator('form.act-form').waitFor()
  const submit = page.locator('form.act-form button[type=submit]')
  await expect.poll(() => submit.getAttribute('aria-disabled')).toBe('true')
  expect(await onDevice(page)).toMatchObject({ outbox: all.length + 3 })
  expect(await stateOf(phone.product, id)).toEqual(['under-way'])
})

test('its tab is closed and opened again without a network: the visit is there with all that was written', async () => {
  const { context } = one
  await one.page.close()
  one.page = await context.newPage()
  await openVisit(one.page, id)
  await one.page
    .getByText(`待发送 ${all.length + 3} 条`)
    .first()
    .waitFor()
  await one.page.locator('.visit-findings strong', { hasText: '灭火器过期' }).waitFor()
  await one.page.getByRole('button', { name: 'English', exact: true }).click()
  await one.page.getByText('No network: notes are kept on this phone').waitFor()
  await shot(one.page, 'inspection-offline/waiting-en')
  await clean(one.page)
  await one.page.getByRole('button', { name: '中文', exact: true }).click()
}, 120_000)

test('a day later both come back at once: every note of both is on record once, in the order of each, with its hash, time and place', async () => {
  await (await phone.product.person('kecheng.leader')).advance('P1D')
  let broken = false
  await two.page.route('**/api/uploads/*', async (route) => {
    const isFirst = route.request().method() === 'PATCH' && !broken
    if (!isFirst) return route.continue()
    broken = true
    await route.abort('connectionreset')
  })
  await Promise.all([one, two].map(({ context }) => context.setOffline(false)))
  for (const { page } of [one, two])
    await expect.poll(() => onDevice(page), { timeout: 120_000 }).toMatchObject({ outbox: 0 })
  expect(broken).toBe(true)
  const facts = await notes()
  expect(facts).toHaveLength(2 * (all.length + 3))
  const entries = facts.map(({ data }) => (data as { entry: string }).entry)
  expect(new Set(entries).size).toBe(entries.length)
  for (const person of new Set(facts.map(({ actor }) => actor.id))) {
    const times = facts.flatMap(({ actor, data }) =>
      actor.id === person ? [(data as { at: string }).at] : [],
    )
    expect(times).toEqual([...times].sort())
  }
  const stored = await phone.product.db.select().from(files)
  expect(stored.map(({ name }) => name).sort()).toEqual(['一号车间.png', '仓库.png'].sort())
  expect(stored.find(({ name }) => name.startsWith('一号'))).toMatchObject({ lat: 28.97 })
  expect(facts.every(({ occurredAt }) => occurredAt.startsWith('2026-03-02'))).toBe(true)
}, 180_000)

test('what both have found stands side by side, where they differ nobody has decided, and a clock that was a day off is marked', async () => {
  const { page } = one
  await openVisit(page, id)
  await page.locator('.visit-findings strong', { hasText: '灭火器失效' }).waitFor()
  await expect.poll(() => page.locator('.visit-findings > li').count()).toBe(2)
  await expect.poll(() => page.locator('#visit-warningSigns').innerText()).toMatch(/两人结果不一致/)
  await page.locator('#visit-training .visit-head').click()
  const training = page.locator('#visit-training')
  await training.getByText('手机时钟不准，已校正').first().waitFor()
  await training.getByText('无位置').first().waitFor()
  await expect.poll(() => training.locator('.field-note').count()).toBe(5)
  await shot(page, 'inspection-offline/merged-zh')
  await clean(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await shot(page, 'inspection-offline/merged-1440')
  await clean(page)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByText('Answers differ').first().waitFor()
  await shot(page, 'inspection-offline/merged-1440-en')
  await clean(page)
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await page.setViewportSize({ width: 390, height: 844 })
})

test('a person joins what is the same: it is one finding, and goes once into the record that both sign', async () => {
  const { page } = one
  for (const words of ['灭火器过期', '灭火器失效']) await page.getByLabel(`选中：${words}`).check()
  await page.getByRole('button', { name: '合并为一项' }).click()
  await page.getByText('已并入：灭火器失效').waitFor()
  await expect.poll(() => page.locator('.visit-findings > li').count()).toBe(1)
  await page.getByRole('button', { name: '制作现场检查记录' }).click()
  await page.waitForURL(/record-inspection/)
  await page.locator('#field-otherFindings').waitFor()
  await expect.poll(() => page.locator('#field-otherFindings').inputValue()).toBe('灭火器过期')
  await expect.poll(() => page.locator('input[name="training"][value="no"]').isChecked()).toBe(true)
  expect(await page.locator('input[name="warningSigns"]:checked').count()).toBe(0)
  await expect
    .poll(() => page.locator('#field-situation').inputValue())
    .toContain('三名新员工未培训')
  await expect.poll(() => page.locator('.upload.stored').count()).toBe(2)
  await shot(page, 'inspection-offline/record-zh')
  await page.locator('input[name="warningSigns"][value="yes"]').check()
  await page.locator('#field-certificates').fill('浙执001\n浙执002')
  await page.locator('input[name="signature"][value="signed"]').check()
  await page.locator('#field-receiver').fill('毛总')
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=/)
  await act(two, id, '会签同意')
  await expect.poll(() => stateOf(phone.product, id)).toEqual(['findings'])
  const [record] = await factsOf(phone.product, id, 'record-inspection')
  expect(record?.data).toMatchObject({ otherFindings: ['灭火器过期'], training: 'no' })
}, 180_000)

test('no page complained', () => {
  for (const visitor of [one, two]) {
    visitor.errors = visitor.errors.filter((error) => !ofTheNetwork.test(error))
    quiet(visitor)
  }
})
