// Do two posts of a response write to each other and meet by video: sent, waiting in a list, read on record, joined by a link?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { type House, openHouse } from '../../api/house.ts'
import { settleSignedIn } from '../../registers/settling.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { bureausOnDuty, inCommand, onDuty } from '../../support/people/people.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../../ui/browser-support.ts'
import { type Served, serveHouse, visitAtRest } from '../../ui/house-on-screen.ts'
import { sample } from '../playing.ts'
import { called, start } from '../samples.ts'

let house: House
let served: Served
let id: string
const browser = await openBrowser()
const { huo, lu } = bureausOnDuty

beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() }, null, {
    [emergencyResponse.id]: emergencyResponse,
  })
  await house.clock.setNow(start)
  await settleSignedIn(house, { ...onDuty, ...inCommand, huo: huo!, lu: lu! })
  const { body } = await house.as('dan', '/api/cases/emergency-response', {
    json: { data: called },
  })
  id = body.id
  await act('dan', 'verify', sample('verify') ?? {})
  served = await serveHouse(house)
}, 240_000)
afterAll(() => house?.close())

const act = (who: string, type: string, data: object, taskId?: string) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data, ...(taskId && { taskId }) } })

const visit = (who: string, path: string, size: Size = desktop, language?: 'en') =>
  visitAtRest(browser, { house, url: served.url, who, path }, size, language ?? 'zh')

test('over HTTP: an unsafe link is refused at the form, nothing is stored, and no stranger writes', async () => {
  const before = (await house.as('dan', `/api/cases/${id}/timeline`)).body.items.length
  for (const link of [
    'http://meeting.example.cn/j/1',
    'javascript:alert(1)',
    'https://a:b@c.cn/',
  ]) {
    const { status, body } = await act('dan', 'hold-meeting', { ...sample('hold-meeting'), link })
    expect([status, body.code]).toEqual([422, 'invalid-input'])
  }
  const form = { to: 'county-command/duty-officer', text: '到达' }
  expect((await act('lu', 'send-message', form)).status).toBe(403)
  expect((await act('dan', 'send-message', { ...form, to: 'nobody' })).status).toBe(422)
  expect((await act('dan', 'send-message', { ...form, text: '字'.repeat(1_001) })).status).toBe(422)
  const after = (await house.as('dan', `/api/cases/${id}/timeline`)).body.items.length
  expect(after).toBe(before)
})

test('promise (emergencies): a message waits in the list of its post and is read on record; a meeting is joined from the log', async () => {
  const { page } = await visit('dan', `/incident/${id}`)
  await page.getByRole('link', { name: '发送消息', exact: true }).click()
  await fill(page, { to: 'city-fire/duty-officer', text: '请携带抗溶性泡沫' })
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/sent=send-message/)

  const unit = await visit('huo', '/inbox?box=pool', phone)
  await expect.poll(() => unit.page.locator('main').innerText()).toContain('阅读消息')
  await unit.page.goto(`${served.url}/incident/${id}`)
  await unit.page.getByText('请携带抗溶性泡沫').first().waitFor()
  expect(await axe(unit.page)).toEqual([])
  await shot(unit.page, 'emergency-message-phone')
  await unit.page.getByRole('link', { name: '确认已阅', exact: true }).click()
  await fill(unit.page, { reply: '已装车' })
  await unit.page.locator('form button[type=submit]').click()
  await unit.page.waitForURL(/sent=acknowledge-message/)

  await page.goto(`${served.url}/case/${id}/act/hold-meeting`)
  await fill(page, {
    topic: '研判会商',
    link: 'https://meeting.example.cn/j/123',
    begunAt: '2026-03-02T09:00',
  })
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-meeting-form')
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/sent=hold-meeting/)
  await page.goto(`${served.url}/incident/${id}`)
  const log = page.locator('.incident-entries')
  const link = log.getByRole('link', { name: 'https://meeting.example.cn/j/123', exact: true })
  await link.waitFor()
  await expect.poll(() => link.getAttribute('href')).toBe('https://meeting.example.cn/j/123')
  await expect.poll(() => link.getAttribute('rel')).toContain('noopener noreferrer')
  await expect.poll(() => link.getAttribute('target')).toBe('_blank')
  await expect.poll(() => log.innerText()).toMatch(/确认已阅[\s\S]*霍值班[\s\S]*已装车/)
  expect(await page.locator('.gantt-actual').count()).toBe(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-messages')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => link.isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('link', { name: '结束会商', exact: true }).click()
  await fill(page, { endedAt: '2026-03-02T09:00', conclusions: '扩大警戒范围' })
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/sent=end-meeting/)
  const { body } = await house.as('dan', `/api/cases/${id}/items?kind=meeting`)
  expect(body.items).toMatchObject([{ state: 'ended', acts: [] }])

  const english = await visit('zong', `/incident/${id}`, desktop, 'en')
  await english.page.getByText('End the meeting').first().waitFor()
  expect(await axe(english.page)).toEqual([])
  await shot(english.page, 'emergency-messages-en')
}, 240_000)
