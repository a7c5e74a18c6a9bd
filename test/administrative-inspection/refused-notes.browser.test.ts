// What becomes of notes that no longer find their visit, of a phone that is full, and of what somebody else has left on it?
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appointments } from '../../db/schema/organisation/organisation.ts'
import { ofTheNetwork } from '../emergency-response/offline/room.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { quiet, signIn, type Visitor } from '../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../support/browser/phone.ts'
import { shot } from '../support/browser/shot.ts'
import {
  addressOf,
  answer,
  clean,
  factsOf,
  find,
  openVisit,
  photograph,
  visitBegun,
} from './at-the-place.ts'
import { sample } from './samples.ts'

let phone: Phone
let at: Visitor
let id = ''

beforeAll(async () => {
  phone = await openPhone('kecheng.inspector1')
  at = phone.at
  at.context.setDefaultTimeout(20_000)
  await settleCertificates(phone.product.db)
  id = await visitBegun(phone.product)
})
afterAll(() => phone?.close())

const record = async (visit: string) => {
  const [one, two] = await Promise.all(
    ['kecheng.inspector1', 'kecheng.inspector2'].map((who) => phone.product.person(who)),
  )
  await one!.act(visit, 'record-inspection', sample('record-inspection', 2))
  await two!.act(visit, 'sign')
}

test('promise (inspections): the record is made while a phone is away: its notes are refused in words, stay readable on it, and can be taken along', async () => {
  const { page, context } = at
  await openVisit(page, id)
  await context.setOffline(true)
  await answer(page, 'training', '不符合')
  await photograph(page, 'training', '一号车间.png')
  await find(page, '灭火器过期')
  await record(id)
  await context.setOffline(false)
  await page.getByText('未被接受 3 条').waitFor({ timeout: 60_000 })
  await page.getByText('案件现为“待结束检查”，不再接收现场条目').waitFor()
  await page.getByText('未被接受的条目保留在本机').waitFor()
  await page.locator('.visit-findings', { hasText: '案件当前环节没有此操作' }).waitFor()
  await clean(page)
  await shot(page, 'inspection-offline/refused-zh')
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  const html = readFileSync(await taken.path(), 'utf8')
  for (const words of ['灭火器过期', '一号车间.png', '案件当前环节没有此操作', 'data:image/png'])
    expect(html).toContain(words)
  expect(await factsOf(phone.product, id)).toEqual([])
  await page.reload()
  await page.getByText('未被接受 3 条').waitFor()
  await page.goto(`/case/${id}`)
  await page.locator('.outbox-entry.refused', { hasText: '灭火器过期' }).waitFor()
  expect(await page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0)
  await page.goto('/me')
  await page.locator('.outbox-entry.refused', { hasText: '灭火器过期' }).waitFor()
  await clean(page)
  await page.goto(addressOf(id))
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByText('3 not accepted').first().waitFor()
  await page.getByText('The case is now “To be concluded”').waitFor()
  await expect.poll(() => page.locator('.visit-question').count()).toBe(1)
  await shot(page, 'inspection-offline/refused-en')
  await clean(page)
  await page.getByRole('button', { name: '中文', exact: true }).click()
  for (let left = 3; left > 0; left -= 1) {
    await page.goto('/me')
    await page.getByRole('button', { name: '放弃', exact: true }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
    await expect.poll(() => onDevice(page)).toMatchObject({ outbox: left - 1 })
  }
}, 180_000)

test('a phone that is full says so, keeps the words in sight, and writes them when there is room', async () => {
  const { page } = at
  const visit = await visitBegun(phone.product, '二次检查')
  await openVisit(page, visit)
  await page.evaluate(() => {
    const kept = IDBObjectStore.prototype.put
    const full = function (this: IDBObjectStore, ...parts: Parameters<typeof kept>) {
      if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
      return kept.apply(this, parts)
    }
    Object.assign(window, { kept })
    IDBObjectStore.prototype.put = full
  })
  const text = page.getByLabel('发现的问题', { exact: true })
  await text.fill('通道堵塞')
  await page.getByRole('button', { name: '添加问题' }).click()
  await page.getByRole('alert').getByText('本机存不下').waitFor()
  await expect.poll(() => text.inputValue()).toBe('通道堵塞')
  await clean(page)
  await shot(page, 'inspection-offline/full-zh')
  expect(await onDevice(page)).toMatchObject({ outbox: 0 })
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = (window as unknown as { kept: IDBObjectStore['put'] }).kept
  })
  await page.getByRole('button', { name: '添加问题' }).click()
  await expect.poll(() => factsOf(phone.product, visit), { timeout: 30_000 }).toHaveLength(1)
  expect(await page.getByRole('alert').count()).toBe(0)
}, 120_000)

test('who may no longer see the visit is told that his notes are not taken, and still reads them', async () => {
  const { page, context } = at
  const visit = await visitBegun(phone.product, '三次检查')
  await openVisit(page, visit)
  await context.setOffline(true)
  await find(page, '移交后的问题')
  const { id: person } = await (await phone.product.person('kecheng.inspector1')).get<{
    id: string
  }>('/api/me')
  const mine = eq(appointments.person, person)
  await phone.product.db
    .update(appointments)
    .set({ office: '330803-bureau', region: '330803' })
    .where(mine)
  await context.setOffline(false)
  await page.getByText('1 条未被接受').waitFor({ timeout: 60_000 })
  await page.goto('/me')
  await page.locator('.outbox-entry.refused', { hasText: '移交后的问题' }).waitFor()
  await shot(page, 'inspection-offline/unseen-zh')
  expect(await factsOf(phone.product, visit)).toEqual([])
  expect(await onDevice(page)).toMatchObject({ outbox: 1 })
}, 120_000)

test('half-written words of whoever never signed out go with the next person who does; what waits stays its author’s', async () => {
  const { page, context } = at
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('anjian')
      request.onsuccess = () => resolve(request.result)
    })
    const written = db.transaction(['drafts', 'photos'], 'readwrite')
    written.objectStore('drafts').put({ name: 'x', data: { note: '半句' } }, 'somebody|x')
    written.objectStore('photos').put(new Blob(['x']), 'somebody|x|y')
    await new Promise((resolve) => {
      written.oncomplete = resolve
    })
    db.close()
  })
  await context.clearCookies()
  await signIn(at, 'kecheng.inspector2')
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.waitForURL(/sign-in/)
  expect(await onDevice(page)).toEqual({
    drafts: 0,
    photos: 0,
    answers: 0,
    outbox: 1,
    recordings: 0,
  })
}, 60_000)

test('no page complained', () => {
  at.errors = at.errors.filter((error) => !ofTheNetwork.test(error))
  quiet(at)
})
