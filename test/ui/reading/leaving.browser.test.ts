// What stays on a phone when its person signs out, and which page opens after a deploy?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, fill, signIn, type Visitor } from '../../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../../support/browser/phone.ts'
import { png } from '../../support/browser/pictures.ts'
import { shot } from '../../support/browser/shot.ts'

/** Nothing of anybody. */
const left = { drafts: 0, photos: 0, answers: 0, outbox: 0, recordings: 0 }

let phone: Phone
let at: Visitor

beforeAll(async () => {
  phone = await openPhone('e001.safety')
  at = phone.at
})
afterAll(() => phone?.close())

test('who signs out is warned, and leaves nothing on the device for the next person', async () => {
  const { page } = at
  await page.goto('/report/hazard-rectification')
  await fill(page, { title: '半句话' })
  await page
    .locator('#field-photos')
    .setInputFiles({ name: '半张.png', mimeType: 'image/png', buffer: png(40, 30) })
  await page.locator('.upload.stored').waitFor()
  await page.getByText('草稿已存本机').waitFor()
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.getByText('本机有 1 份草稿、1 个文件尚未提交').waitFor()
  await shot(at.page, 'leaving/leave')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '留下继续填写' }).click()
  await expect.poll(() => page.locator('#field-title').inputValue()).toBe('半句话')
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.getByRole('button', { name: '删除草稿并退出' }).click()
  await page.waitForURL(/sign-in/)
  expect(await onDevice(page)).toEqual(left)
  await signIn(at, 'e002.safety')
  await page.goto('/report/hazard-rectification')
  await page.locator('#field-title').waitFor()
  await expect.poll(() => page.locator('#field-title').inputValue()).toBe('')
})

test('what is still read while a slow server ends the session is not left behind', async () => {
  const { page } = at
  await page.goto('/e/cases')
  await expect.poll(async () => (await onDevice(page)).answers).toBeGreaterThan(1)
  let isAsked = false
  await page.route('**/api/session', async (route) => {
    isAsked = true
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await route.continue()
  })
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await expect.poll(() => isAsked).toBe(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.waitForURL(/sign-in/)
  expect(await onDevice(page)).toEqual(left)
  await page.unrouteAll({ behavior: 'wait' })
  await signIn(at, 'e002.safety')
})

test('who signs out without a network is signed out when it is back', async () => {
  const { page, context } = at
  await context.setOffline(true)
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.waitForURL(/sign-in/)
  await context.setOffline(false)
  await page.goto('/e/cases')
  await page.waitForURL(/sign-in/)
})

test('a page is never yesterday’s while there is a network', async () => {
  const { page } = at
  const served = await page.evaluate(async () => {
    const inCache: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        inCache.push(new URL(url).pathname)
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      await cache.put(
        '/',
        new Response('<!doctype html><title>old</title><h1>old</h1>', {
          headers: { 'content-type': 'text/html' },
        }),
      )
    }
    return inCache
  })
  expect(served.filter((path) => path.startsWith('/api'))).toEqual([])
  await page.goto('/e/cases')
  expect(await page.title()).not.toBe('old')
  await at.context.setOffline(true)
  await page.goto('/e/cases')
  expect(await page.title()).toBe('old')
  await at.context.setOffline(false)
})
