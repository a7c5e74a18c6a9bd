// Does a phone that is killed while somebody writes at the place lose nothing that is older than two seconds?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { signIn, type Visitor } from '../support/browser/browser.ts'
import { createMortalBrowser, type MortalBrowser } from '../support/browser/mortal.ts'
import { onDevice, openPhone, type Phone, shellKept } from '../support/browser/phone.ts'
import { addressOf, answer, factsOf, photograph, visitBegun } from './at-the-place.ts'

let phone: Phone
let mortal: MortalBrowser
let page: Page
let id = ''

beforeAll(async () => {
  phone = await openPhone('kecheng.inspector2')
  await settleCertificates(phone.product.db)
  id = await visitBegun(phone.product)
  mortal = createMortalBrowser(phone.wire.base)
  page = await mortal.open()
})
afterAll(async () => {
  await mortal?.close()
  await phone?.close()
})

const visitor = (): Visitor => ({ page, context: page.context(), errors: [] })
const address = () => `${phone.wire.base}${addressOf(id)}`
/** Whether the cookie has outlived the kill is for the browser to say. */
const entering = async () => {
  await page.goto(`${phone.wire.base}/sign-in`)
  if (await page.evaluate(async () => (await fetch('/api/me')).ok)) return
  await signIn(
    { ...visitor(), page: new Proxy(page, { get: (target, name) => relative(target, name) }) },
    'kecheng.inspector1',
  )
}

/** The window of this browser knows no address that others begin with. */
const relative = (target: Page, name: string | symbol) => {
  const value = Reflect.get(target, name)
  if (name === 'goto') return (path: string) => target.goto(`${phone.wire.base}${path}`)
  return typeof value === 'function' ? value.bind(target) : value
}

test('promise (inspections): killed in the middle of a sentence and opened again without a network, answers, photos and all words but those of the last two seconds are there', async () => {
  await entering()
  await shellKept(page)
  await page.goto(address())
  await page.locator('.visit-questions').waitFor()
  phone.wire.cut()
  await page.context().setOffline(true)
  await answer(page, 'responsibility', '符合')
  await answer(page, 'training', '不符合')
  await photograph(page, 'training', '一号车间.png', 200)
  const box = page.locator('#visit-training').getByLabel(/^说明/)
  await box.pressSequentially('三名新员工未经培训', { delay: 60 })
  await page.waitForTimeout(2_000)
  await box.pressSequentially('就上岗')
  await mortal.kill()
  page = await mortal.open()
  await page.goto(address())
  await page.locator('.visit-questions').waitFor()
  await page.getByText('待发送 3 条，照片 1 张').waitFor()
  await page.locator('#visit-training .visit-head').click()
  const again = page.locator('#visit-training')
  await expect.poll(() => again.getByLabel(/^说明/).inputValue()).toContain('三名新员工未经培训')
  await again.getByText('一号车间.png').waitFor()
  expect(await factsOf(phone.product, id)).toEqual([])
}, 180_000)

test('killed while it sends, each note is on record once when it is opened again', async () => {
  phone.wire.mend()
  await entering()
  await page.goto(address())
  await expect
    .poll(async () => (await factsOf(phone.product, id)).length, { timeout: 60_000 })
    .toBeGreaterThan(0)
  await mortal.kill()
  page = await mortal.open()
  await entering()
  await page.goto(address())
  await page.locator('.visit-questions').waitFor()
  await expect.poll(() => onDevice(page), { timeout: 90_000 }).toMatchObject({ outbox: 0 })
  const facts = await factsOf(phone.product, id)
  expect(facts).toHaveLength(3)
  expect(facts.flatMap(({ data }) => (data as { answer?: string }).answer ?? [])).toEqual([
    'yes',
    'no',
  ])
  await page.locator('#visit-training .visit-head').click()
  const image = page.locator('#visit-training .field-picture')
  await expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth), { timeout: 20_000 })
    .toBeGreaterThan(0)
}, 240_000)
