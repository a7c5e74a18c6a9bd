// Does a leader start a response from a plan, and does the room give its orders: one by its form, the rest with one press?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { askRegister, settleSignedIn } from '../../registers/settling.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { bureausOnDuty, inCommand, onDuty } from '../../support/people/people.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../../ui/browser-support.ts'
import { type Served, serveHouse, visitAtRest } from '../../ui/house-on-screen.ts'
import { sample } from '../playing.ts'
import { reported, start } from '../samples.ts'
import { entry, orderTemplates } from './samples.ts'

let house: House
let served: Served
let id: string
let number: string
const browser = await openBrowser()
const { enter } = askRegister(() => house, emergencyPlan.id)

beforeAll(async () => {
  house = await openHouse(
    { uiDir: await builtUi() },
    null,
    { [emergencyResponse.id]: emergencyResponse },
    { [emergencyPlan.id]: emergencyPlan },
  )
  await house.clock.setNow(start)
  await settleSignedIn(house, { ...onDuty, ...inCommand, huo: bureausOnDuty.huo! })
  const plan = await enter(['lin', 'fang'], {
    ...entry.data,
    issuer: '柯城区应急管理局',
    publishedOn: '2026-02-02',
    responseLevels: [
      { level: '3', trigger: '三人以上死亡', decidedBy: '市人民政府' },
      { level: '4', trigger: '一人以上死亡', decidedBy: '区人民政府' },
    ],
    orderTemplates: [
      ...orderTemplates.map((one) => ({ ...one, leadMinutes: one.leadMinutes && 120 })),
      { level: '4', order: '设置警戒区', office: '市公安局', leadMinutes: 120 },
      { level: '4', order: '备齐灭火泡沫', office: '应急管理局', leadMinutes: 120 },
    ],
    region: '330802',
    from: '2026-02-02',
    reason: '新编制',
  })
  number = plan.number
  const { body } = await house.as('dan', '/api/cases/emergency-response', {
    json: { data: reported },
  })
  id = body.id
  await house.as('dan', `/api/cases/${id}/acts`, {
    json: { type: 'verify', data: sample('verify') },
  })
  served = await serveHouse(house)
}, 240_000)
afterAll(() => house?.close())

const visit = (who: string, path: string, size: Size = desktop, language?: 'en') =>
  visitAtRest(browser, { house, url: served.url, who, path }, size, language ?? 'zh')

test('promise (emergencies): the orders of a plan stand ready, and each is given once', async () => {
  const leader = await visit('gao', `/case/${id}/act/start-response`)
  await leader.page.locator('#field-plan option').nth(1).waitFor({ state: 'attached' })
  await fill(leader.page, {
    level: '4',
    plan: number,
    reason: '火势较大',
    period: '六小时',
    measures: '灭火、警戒',
  })
  await shot(leader.page, 'emergency-plan-chosen')
  await leader.page.locator('form button[type=submit]').click()
  await leader.page.getByRole('button', { name: '确认' }).click()
  await leader.page.waitForURL(/sent=start-response/)

  const { page } = await visit('dan', `/incident/${id}`)
  const room = () => page.locator('section', { hasText: '预案指令' }).first().innerText()
  expect(await room()).toContain('公安局 · 值班员无人在岗')
  expect(await room()).toContain('无对应岗位')
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-plan-ready')

  await page
    .getByRole('row', { name: /派出救援队伍/ })
    .getByRole('link', { name: '下达' })
    .click()
  await page.waitForURL(/planned=2/)
  await expect
    .poll(() => page.locator('#field-task').inputValue(), { timeout: 20_000 })
    .toBe('派出救援队伍赶赴现场')
  await expect.poll(() => page.locator('#field-to').inputValue()).toBe('city-fire/duty-officer')
  await expect
    .poll(() => page.locator('#field-finishBy').inputValue())
    .toMatch(/^2026-03-02T11:\d\d$/)
  await page.locator('form button[type=submit]').click()
  await page.getByRole('button', { name: '确认' }).click()
  await page.waitForURL(/sent=give-order/)

  await page.goto(`${served.url}/incident/${id}`)
  await page.getByRole('button', { name: '全部下达（2件）' }).click()
  await page.getByRole('button', { name: '确认下达' }).click()
  await expect.poll(room, { timeout: 20_000 }).toContain('已下达 3 / 5 件')
  expect(await room()).toContain('本次已下达')
  await shot(page, 'emergency-plan-given')
  const { body } = await house.as('dan', `/api/cases/${id}/items`)
  expect(body.items).toHaveLength(3)

  const { taskId } = body.items[0].acts.find(
    ({ type }: { type: string }) => type === 'recall-order',
  )
  await house.as('dan', `/api/cases/${id}/acts`, {
    json: { type: 'recall-order', data: { reason: '改派' }, taskId },
  })
  await page.reload()
  await expect.poll(room, { timeout: 20_000 }).toContain('已收回，可再次下达')
  const row = page.getByRole('row', { name: /派出救援队伍/ })
  await expect.poll(() => row.getByRole('link', { name: '下达' }).count()).toBe(1)
  await shot(page, 'emergency-plan-recalled')

  const small = await visit('zong', `/incident/${id}`, phone, 'en')
  await expect.poll(() => small.page.locator('main').innerText()).toContain('Orders of the plan')
  expect(await axe(small.page)).toEqual([])
  await shot(small.page, 'emergency-plan-phone')
})
