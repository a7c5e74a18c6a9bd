// Is a second report of one fire told before it is made, and joined to the first on the page of its case?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { type House, openHouse } from '../../api/house.ts'
import { settleSignedIn } from '../../registers/settling.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { inCommand, onDuty } from '../../support/people/people.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../../ui/browser-support.ts'
import { type Served, serveHouse, visitAtRest } from '../../ui/house-on-screen.ts'
import { called, start } from '../samples.ts'

let house: House
let served: Served
let first: string
const browser = await openBrowser()

beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() }, null, {
    [emergencyResponse.id]: emergencyResponse,
  })
  await settleSignedIn(house, { ...onDuty, ...inCommand })
  await house.clock.setNow(start)
  const { body } = await house.as('dan', '/api/cases/emergency-response', {
    json: { data: called },
  })
  first = body.id
  await house.clock.setNow('2026-03-02T01:03:00.000Z')
  served = await serveHouse(house)
}, 240_000)
afterAll(() => house?.close())

const visit = (who: string, path: string, size: Size = desktop, language?: 'en') =>
  visitAtRest(browser, { house, url: served.url, who, path }, size, language ?? 'zh')

test('promise (emergencies): an event that is reported already is told on the form, and two cases of one event are joined', async () => {
  const { page } = await visit('dan', '/report/emergency-response')
  await fill(page, {
    source: 'telephone',
    kind: 'fire',
    title: '东港七路冒烟',
    site: '东港七路仓库',
    region: '330802',
    happenedAt: '2026-03-02T09:00',
    description: '第二个电话：仓库冒烟',
  })
  const told = page.getByRole('region', { name: '可能已经接报' })
  await told.waitFor()
  await expect.poll(() => told.innerText()).toContain('由单值班接报：东港七路仓库起火')
  await expect.poll(() => told.getByRole('link').getAttribute('href')).toBe(`/case/${first}`)
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-alike')
  await page.locator('form.report-form button[type=submit]').click()
  await told.waitFor()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  const second = new URL(page.url()).pathname.split('/')[2] ?? ''

  const sent = { course: '仓库冒烟', measures: '扑救' }
  const reported = await house.as('dan', `/api/cases/${second}/acts`, {
    json: { type: 'report-to-city', data: sent },
  })
  expect(reported.status).toBe(200)
  await page.goto(`${served.url}/case/${second}/act/join-case`)
  const main = page.locator('#field-mainCase')
  await main.locator('option').nth(1).waitFor({ state: 'attached' })
  await expect.poll(() => main.locator('optgroup').getAttribute('label')).toBe('可能为同一事件')
  const number = await main.locator('option').nth(1).getAttribute('value')
  await fill(page, { mainCase: number ?? '', reason: '同一处仓库，两个电话' })
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-join')
  await page.locator('form button[type=submit]').click()
  await page.getByRole('button', { name: '确认' }).click()
  await page.waitForURL(/sent=join-case/)
  await house.deps.cases.tick({ caseId: second, process: 'emergency-response', generation: 1 })

  await page.goto(`${served.url}/case/${second}?tab=clocks`)
  await page.getByRole('button', { name: '以表格查看' }).click()
  await expect
    .poll(() => page.locator('main').innerText())
    .toContain('已终止：并入主案：同一处仓库，两个电话')
  await shot(page, 'emergency-joined-clocks')
  await page.goto(`${served.url}/case/${second}`)
  const link = page.getByRole('link', { name: `主案 ${number}` })
  await link.waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('已并入主案')
  await expect
    .poll(() => page.locator('main').innerText())
    .toContain('并案时待市级签收，由主案继续签收')
  await shot(page, 'emergency-joined')
  await link.click()
  await page.waitForURL(new RegExp(first))
  await page.getByRole('link', { name: /另案并入/ }).waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('待市级签收')
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-main-case')

  const small = await visit('dan', `/case/${first}`, phone, 'en')
  await expect
    .poll(() => small.page.locator('main').innerText())
    .toContain('Another report was joined')
  await shot(small.page, 'emergency-main-case-phone')
})

test('on a phone, in English, and to a desk of another place nothing', async () => {
  const small = await visit('du', '/report/emergency-response', phone, 'en')
  const like = { source: 'telephone', kind: 'fire', site: '东港七路', region: '330802' }
  await fill(small.page, { ...like, happenedAt: '2026-03-02T09:00' })
  const told = small.page.getByRole('region', { name: 'It may have been reported already' })
  await told.waitFor()
  await expect.poll(() => told.getByRole('listitem').count()).toBe(1)
  expect(await axe(small.page)).toEqual([])
  await shot(small.page, 'emergency-alike-phone')
  await fill(small.page, { region: '330803' })
  await told.waitFor({ state: 'detached' })
})
