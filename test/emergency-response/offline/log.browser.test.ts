// Do two officers write the log of one emergency, one of them without a network, and is nothing lost, doubled or given to another?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, quiet, signIn, type Visitor } from '../../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../../support/browser/phone.ts'
import { shot } from '../../support/browser/shot.ts'
import { at, besides, clean, note, ofTheNetwork, recorded, responding, waiting } from './room.ts'

let phone: Phone
let field: Visitor
let desk: Visitor
let id = ''

beforeAll(async () => {
  phone = await openPhone('kecheng.duty')
  field = phone.at
  field.context.setDefaultTimeout(15_000)
  id = await responding(phone)
  desk = await besides(phone, 'city.duty')
})
afterAll(() => phone?.close())

const notes = () => recorded(phone, id, 'note-event')
const texts = async () => (await notes()).map(({ data }) => (data as { text: string }).text)
const entries = ({ page }: Visitor) =>
  page.locator('.incident-entries > li', { hasText: '处置记事' }).allInnerTexts()

test('promise (emergencies): two officers write the log at once, one offline; his words wait in sight, and stand by their time when the network is back', async () => {
  const { page, context } = field
  await page.goto(`/incident/${id}`)
  await page.locator('.incident-entries').waitFor()
  await page.getByRole('link', { name: '处置记事', exact: true }).click()
  await page.locator('#field-text').waitFor()
  await context.setOffline(true)
  await page.getByText('紧急的请用电话报告').waitFor()
  await page.getByText('本页可继续填写，提交后存本机').waitFor()
  await fill(page, { happenedAt: at('08:40'), text: '第一车到场' })
  await clean(field)
  await shot(page, 'emergency-offline/form-zh')
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/\/incident\//)
  await waiting(page, '第一车到场').waitFor()
  await expect
    .poll(() => waiting(page, '第一车到场').innerText())
    .toMatch(/待发送[\s\S]*发生 3月2日 08:40 · 书写 3月2日 09:/)
  await note(desk.page, id, '08:45', '市局派出指导组')
  expect(await texts()).toEqual(['市局派出指导组'])
  expect((await desk.page.locator('main').innerText()).includes('第一车到场')).toBe(false)
})

test('reloaded without a network, the room and what waits are there, and more is written', async () => {
  const { page } = field
  await page.reload()
  await waiting(page, '第一车到场').waitFor()
  await note(page, id, '08:50', '已设警戒线')
  await waiting(page, '已设警戒线').waitFor()
  await page.getByText('本机有 2 条待发送').waitFor()
  await page.getByText('可继续写处置记事、回复指令，先存本机').waitFor()
  expect(await page.getByText('办理已暂停').count()).toBe(0)
  await clean(field)
  await shot(page, 'emergency-offline/room-zh')
  // The clock of the city is known without a network too.
  await expect.poll(() => waiting(page, '已设警戒线').innerText()).toMatch(/书写 3月2日 09:/)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByText('2 entries on this device wait to be sent').waitFor()
  await waiting(page, 'Waiting to be sent').first().waitFor()
  await clean(field)
  await shot(page, 'emergency-offline/room-en')
  await page.getByRole('button', { name: '中文', exact: true }).click()
  expect(await onDevice(page)).toMatchObject({ outbox: 2, drafts: 0 })
})

test('its tab is closed; opened again with a network, all is sent by itself and read by both in its order', async () => {
  await field.page.close()
  await field.context.setOffline(false)
  field.page = await field.context.newPage()
  await field.page.goto('/inbox')
  await field.page.getByText('已送达 2 条').waitFor()
  expect(await onDevice(field.page)).toMatchObject({ outbox: 0 })
  expect((await texts()).sort()).toEqual(['已设警戒线', '市局派出指导组', '第一车到场'].sort())
  for (const one of [field, desk]) {
    await one.page.goto(`/incident/${id}`)
    await expect.poll(async () => (await entries(one)).length).toBe(3)
    const shown = await entries(one)
    expect(shown.map((text) => /08:\d\d/.exec(text)?.[0])).toEqual(['08:50', '08:45', '08:40'])
    expect(new Set(shown.map((text) => /\S+（\S+）/.exec(text)?.[0])).size).toBe(2)
    expect(shown[0]).toMatch(/补记/)
  }
})

test('the answer is lost: it waits as one that may have arrived, is sent again, and written once', async () => {
  const { page } = field
  let lost = 0
  await page.route('**/acts', async (route) => {
    await route.fetch()
    lost += 1
    await route.abort('connectionreset')
  })
  await note(page, id, '08:52', '切断电源')
  await waiting(page, '未收到回应').waitFor()
  expect(await waiting(page, '切断电源').getByRole('button', { name: '修改' }).count()).toBe(0)
  await page.unrouteAll({ behavior: 'wait' })
  await expect.poll(() => onDevice(page), { timeout: 90_000 }).toMatchObject({ outbox: 0 })
  expect(lost).toBeGreaterThan(0)
  expect((await texts()).filter((text) => text === '切断电源')).toHaveLength(1)
})

test('the server is away: it is tried again, later each time, until somebody answers', async () => {
  const { page } = field
  await page.goto(`/case/${id}/act/note-event`)
  await fill(page, { happenedAt: at('08:54'), text: '水源已接通' })
  phone.wire.cut()
  await page.locator('form.act-form button[type=submit]').click()
  await waiting(page, '水源已接通').waitFor()
  phone.wire.mend()
  await expect.poll(() => texts(), { timeout: 90_000 }).toContain('水源已接通')
})

test('after the end of the response what happened before it is still taken; what came after is refused in sight, changed or discarded', async () => {
  const { page, context } = field
  const leader = await phone.product.person('kecheng.leader')
  await page.goto(`/incident/${id}`)
  await context.setOffline(true)
  await leader.act(id, 'end-response', { reason: '火已扑灭' })
  await leader.advance('PT20M')
  await note(page, id, '08:58', '明火已扑灭')
  await note(page, id, '09:15', '余火复燃')
  await note(page, id, '09:16', '写错的一条')
  await context.setOffline(false)
  await page.getByText('2 条未被接受').waitFor()
  expect(await texts()).toContain('明火已扑灭')
  for (const text of ['余火复燃', '写错的一条'])
    await expect
      .poll(() => waiting(page, text).innerText())
      .toContain('响应终止后发生的事项不记入处置日志')
  await page.goto('/me')
  await waiting(page, '余火复燃').waitFor()
  await clean(field)
  await shot(page, 'emergency-offline/refused-zh')
  await page.goto(`/incident/${id}`)
  await waiting(page, '余火复燃').getByRole('button', { name: '修改', exact: true }).click()
  await expect.poll(() => page.locator('#field-text').inputValue()).toBe('余火复燃')
  await page.getByText('提交后替换原来的一条').waitFor()
  await fill(page, { happenedAt: at('08:59') })
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=note-event/)
  expect(await texts()).toContain('余火复燃')
  await page.goto(`/incident/${id}`)
  await waiting(page, '写错的一条').getByRole('button', { name: '放弃', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
  await expect.poll(() => onDevice(page)).toMatchObject({ outbox: 0, drafts: 0 })
  expect((await texts()).includes('写错的一条')).toBe(false)
})

test('who signs out is warned; the next person neither sees nor sends it, and it goes when its author is back', async () => {
  const { page, context } = field
  await page.goto(`/incident/${id}`)
  await context.setOffline(true)
  await note(page, id, '08:48', '疏散邻近住户')
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.getByText('本机有 1 条待发送的内容').waitFor()
  await clean(field)
  await shot(page, 'emergency-offline/leave-zh')
  await page.getByRole('button', { name: '待发送的留在本机，退出' }).click()
  await page.waitForURL(/sign-in/)
  await context.setOffline(false)
  await signIn(field, 'kecheng.commander')
  await page.goto(`/incident/${id}`)
  await page.locator('.incident-entries').waitFor()
  await page.waitForTimeout(3_000)
  expect((await page.locator('main').innerText()).includes('疏散邻近住户')).toBe(false)
  expect((await texts()).includes('疏散邻近住户')).toBe(false)
  expect(await onDevice(page)).toMatchObject({ outbox: 1 })
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.waitForURL(/sign-in/)
  await signIn(field, 'kecheng.duty')
  await expect.poll(() => texts()).toContain('疏散邻近住户')
  const written = await notes()
  const by = (words: string) =>
    written.find(({ data }) => (data as { text: string }).text === words)?.actor
  expect(by('疏散邻近住户')).toEqual(by('第一车到场'))
})

test('no page complained', () => {
  for (const one of [field, desk]) {
    one.errors = one.errors.filter((error) => !ofTheNetwork.test(error))
    quiet(one)
  }
})
