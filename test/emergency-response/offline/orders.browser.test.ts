// Does a unit answer its order from a phone that has no network, one answer after the other, and learn why one is not taken?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, quiet, type Visitor } from '../../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../../support/browser/phone.ts'
import { png } from '../../support/browser/pictures.ts'
import { shot } from '../../support/browser/shot.ts'
import { clean, ofTheNetwork, recorded, responding, waiting } from './room.ts'

let phone: Phone
let unit: Visitor
let id = ''

beforeAll(async () => {
  phone = await openPhone('city.commander')
  unit = phone.at
  unit.context.setDefaultTimeout(15_000)
  id = await responding(phone)
})
afterAll(() => phone?.close())

const given = async (task: string) => {
  const duty = await phone.product.person('kecheng.duty')
  await duty.act(id, 'give-order', { to: 'city-command/commander', task })
}
const send = () => unit.page.locator('form.act-form button[type=submit]').click()
/** Opens the form of an answer where the room or the case offers it. */
const answer = (name: string) => unit.page.getByRole('link', { name, exact: true }).first().click()

test('promise (emergencies): an order is received, begun and done without a network, and arrives in that order with its photograph', async () => {
  const { page, context } = unit
  await given('控制着火仓库')
  await page.goto(`/case/${id}`)
  await page.goto(`/incident/${id}`)
  await page.getByRole('link', { name: '签收指令', exact: true }).waitFor()
  await context.setOffline(true)
  await answer('签收指令')
  await fill(page, { note: '两车十二人' })
  await send()
  await waiting(page, '两车十二人').waitFor()
  await answer('开始执行')
  await fill(page, { note: '已到场' })
  await page
    .locator('#camera-photos')
    .setInputFiles({ name: '到场.png', mimeType: 'image/png', buffer: png(40, 30) })
  await page.locator('.upload.kept').waitFor()
  await send()
  await waiting(page, '已到场').waitFor()
  await expect
    .poll(() => waiting(page, '已到场').innerText())
    .toContain('须等前一条“签收指令”先送达')
  await expect.poll(() => waiting(page, '已到场').innerText()).toContain('1 个文件')
  await page.reload()
  await waiting(page, '已到场').waitFor()
  await answer('完成指令')
  await fill(page, { result: '明火已扑灭' })
  await send()
  await waiting(page, '明火已扑灭').waitFor()
  for (const text of ['两车十二人', '已到场', '明火已扑灭'])
    await expect.poll(() => waiting(page, text).innerText()).toContain('指令第1号')
  // What is written already is not offered once more.
  expect(await page.locator('.items-acts', { hasText: '签收指令' }).count()).toBe(0)
  await clean(unit)
  await shot(page, 'emergency-offline/unit-zh')
  expect(await recorded(phone, id, 'receive-order')).toHaveLength(0)
  await context.setOffline(false)
  await page.getByText('已送达 3 条').waitFor()
  const seqs = await Promise.all(
    ['receive-order', 'begin-order', 'finish-order'].map(
      async (type) => (await recorded(phone, id, type)).map(({ seq }) => seq)[0] ?? 0,
    ),
  )
  expect(seqs.includes(0)).toBe(false)
  expect(seqs).toEqual([...seqs].sort((one, other) => one - other))
  const [begun] = await recorded(phone, id, 'begin-order')
  expect(begun?.data).toMatchObject({ photos: [expect.any(String)] })
  expect(await onDevice(page)).toMatchObject({ outbox: 0, drafts: 0, photos: 0 })
})

test('an order recalled meanwhile: its answer is refused with the reason beside it, what followed it waits, and both go when they are discarded', async () => {
  const { page, context } = unit
  await given('封锁东侧道路')
  await page.goto(`/case/${id}`)
  await page.goto(`/incident/${id}`)
  await page.getByRole('link', { name: '签收指令', exact: true }).waitFor()
  await context.setOffline(true)
  await answer('签收指令')
  await fill(page, { note: '一车六人' })
  await send()
  await waiting(page, '一车六人').waitFor()
  // Set back, as by a server that is heard late: what is written later stays the later.
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() - 60_000
  })
  await answer('不能执行')
  await fill(page, { reason: '车辆故障' })
  await send()
  await page.getByRole('button', { name: '我已知悉后果，确认提交' }).click()
  await waiting(page, '车辆故障').waitFor()
  const duty = await phone.product.person('kecheng.duty')
  const { items } = await duty.get<{
    items: { title: { zh: string }; acts: { type: string; taskId: string }[] }[]
  }>(`/api/cases/${id}/items`)
  const recall = items.flatMap(({ acts }) => acts).find(({ type }) => type === 'recall-order')
  await duty.act(id, 'recall-order', { reason: '改派交警' }, { taskId: recall?.taskId ?? '' })
  await context.setOffline(false)
  await page.getByText('1 条未被接受').waitFor()
  await expect.poll(() => waiting(page, '一车六人').innerText()).toContain('该任务已经办结或已收回')
  await expect
    .poll(() => waiting(page, '车辆故障').innerText())
    .toContain('须等前一条“签收指令”先送达')
  await clean(unit)
  await shot(page, 'emergency-offline/recalled-zh')
  for (const text of ['一车六人', '车辆故障']) {
    await waiting(page, text).getByRole('button', { name: '放弃', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
    await waiting(page, text).waitFor({ state: 'detached' })
    if (text === '一车六人') await waiting(page, '未被接受').waitFor()
  }
  expect(await onDevice(page)).toMatchObject({ outbox: 0 })
  expect(await recorded(phone, id, 'refuse-order')).toHaveLength(0)
})

test('no page complained', () => {
  unit.errors = unit.errors.filter((error) => !ofTheNetwork.test(error))
  quiet(unit)
})
