// Does an officer in a workshop without network note what he punishes on the spot, and is it on record once when the network is back?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, factsOf } from '../administrative-inspection/at-the-place.ts'
import { ofTheNetwork } from '../emergency-response/offline/room.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { scene } from '../enforcement-case/samples.ts'
import { quiet, type Visitor } from '../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../support/browser/phone.ts'
import { png } from '../support/browser/pictures.ts'
import { shot } from '../support/browser/shot.ts'
import { wav } from '../support/people/films.ts'

const noteAct = 'note-on-the-spot'
let phone: Phone
let at: Visitor
let id = ''

beforeAll(async () => {
  phone = await openPhone('kecheng.inspector1')
  at = phone.at
  await settleCertificates(phone.product.db)
  const officer = await phone.product.person('kecheng.inspector1')
  const party = await phone.product.person('e001.principal')
  const { enterprise } = await party.get<{ enterprise: { id: string } }>('/api/me')
  id = (await officer.start('enforcement-case', { ...scene, enterprise: enterprise.id })).id
})
afterAll(() => phone?.close())

test('what he sees and photographs waits on the phone, and what is of law does not happen there', async () => {
  const { page, context } = at
  await page.goto(`/case/${id}`)
  await page.getByRole('button', { name: '全部事项' }).click()
  await page.getByRole('dialog').getByRole('link', { name: '现场记录', exact: true }).click()
  await page.getByRole('heading', { name: '现场情况' }).waitFor()
  await context.setOffline(true)
  await page.getByText('无网络，条目存本机').waitFor()
  await page
    .getByLabel('拍照：现场情况', { exact: true })
    .setInputFiles({ name: '车间.png', mimeType: 'image/png', buffer: png(40, 40) })
  await page.getByLabel('说明：现场情况', { exact: true }).fill('三名员工未戴安全帽')
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('待发送 2 条，照片 1 张').waitFor()
  await clean(page)
  await shot(page, 'enforcement-offline/waiting-zh')
  await page.locator('.field-next').click()
  await page.locator('form.act-form').waitFor()
  const submit = page.locator('form.act-form button[type=submit]')
  await expect.poll(() => submit.getAttribute('aria-disabled')).toBe('true')
  expect(await factsOf(phone.product, id, noteAct)).toEqual([])
}, 120_000)

test('with the network back both notes are on record once, and nobody outside the authorities reads them', async () => {
  const { page, context } = at
  await context.setOffline(false)
  await expect.poll(() => onDevice(page), { timeout: 60_000 }).toMatchObject({ outbox: 0 })
  const facts = await factsOf(phone.product, id, noteAct)
  expect(facts.map(({ audience }) => audience)).toEqual(['internal', 'internal'])
  expect(facts[1]?.data).toMatchObject({ note: '三名员工未戴安全帽' })
  await page.goto(`/case/${id}/act/${noteAct}`)
  await page.locator('.field-said', { hasText: '三名员工未戴安全帽' }).waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByText('All delivered').waitFor()
  await clean(page)
  await shot(page, 'enforcement-offline/arrived-1440-en')
  at.errors = at.errors.filter((error) => !ofTheNetwork.test(error))
  quiet(at)
}, 120_000)

test('he films there by one press; times and the device of the last time stand there already', async () => {
  const { page } = at
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/case/${id}/act/${noteAct}`)
  const camera = page.getByLabel('拍摄录像', { exact: true })
  await camera.waitFor({ state: 'attached' })
  await expect.poll(() => camera.getAttribute('capture')).toBe('environment')
  const button = await page.getByText('拍摄录像', { exact: true }).boundingBox()
  expect((button?.y ?? 844) + (button?.height ?? 0)).toBeLessThan(844)
  expect(button?.height ?? 0).toBeGreaterThanOrEqual(44)
  await clean(page)
  await shot(page, 'recordings/at-the-place-390-zh')
  const choice = page.getByLabel('选择录像或录音', { exact: true })
  await choice.setInputFiles({ name: '现场.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
  await page.getByRole('alert').getByText('只接受').waitFor()
  await page.getByRole('button', { name: '取消', exact: true }).click()
  for (const minutes of [5, 6]) {
    const file = { name: `询问${minutes}.wav`, mimeType: 'audio/wav', buffer: wav(minutes * 60) }
    await choice.setInputFiles(file)
    const times = ['记录开始', '记录结束'].map((name) => page.getByLabel(name, { exact: true }))
    const said = () => Promise.all(times.map((one) => one.inputValue()))
    await expect
      .poll(async () => {
        const [from, to] = (await said()).map((one) => Date.parse(one))
        return Math.round(((to ?? 0) - (from ?? 0)) / 60_000)
      })
      .toBe(minutes)
    const device = page.getByLabel('记录设备', { exact: true })
    if (minutes === 5) await device.fill('华为 Mate 60')
    await expect.poll(() => device.inputValue()).toBe('华为 Mate 60')
    await clean(page)
    await shot(page, `recordings/form-at-the-place-390-${minutes}`)
    await page.getByRole('button', { name: '开始上传' }).click()
    await page.getByText(`上传：${file.name}`).waitFor()
    await expect.poll(() => page.getByText('已附入案件').count()).toBe(minutes - 4)
  }
  const kept = await factsOf(phone.product, id, 'attach-recording')
  expect(kept.map(({ data }) => data.device)).toEqual(['华为 Mate 60', '华为 Mate 60'])
  at.errors = at.errors.filter((error) => !ofTheNetwork.test(error))
  quiet(at)
}, 120_000)

test('what he films without a network waits on the phone, and arrives once although its page was closed', async () => {
  const { page, context } = at
  const recorded = async () => (await factsOf(phone.product, id, 'attach-recording')).length
  const before = await recorded()
  await context.setOffline(true)
  await page.reload()
  const choice = page.getByLabel('选择录像或录音', { exact: true })
  await choice.waitFor({ state: 'attached' })
  const file = { name: '离线.wav', mimeType: 'audio/wav', buffer: wav(420) }
  await choice.setInputFiles(file)
  const device = page.getByLabel('记录设备', { exact: true })
  await expect.poll(() => device.inputValue()).toBe('华为 Mate 60')
  const from = page.getByLabel('记录开始', { exact: true })
  await expect.poll(() => from.inputValue()).not.toBe('')
  await page.getByRole('button', { name: '开始上传' }).click()
  await page.getByText('网络中断，恢复后自动续传').waitFor()
  await page.getByText('已存本机').waitFor()
  await clean(page)
  await shot(page, 'recordings/waiting-on-the-phone-390-zh')
  expect(await onDevice(page)).toMatchObject({ recordings: 1 })
  await page.goto('about:blank')
  await context.setOffline(false)
  expect(await recorded()).toBe(before)
  await page.goto('/')
  await expect.poll(recorded, { timeout: 60_000 }).toBe(before + 1)
  await expect.poll(() => onDevice(page)).toMatchObject({ recordings: 0 })
  at.errors = at.errors.filter((error) => !ofTheNetwork.test(error))
  quiet(at)
}, 120_000)
