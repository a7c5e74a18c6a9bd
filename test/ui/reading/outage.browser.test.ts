// Does a page that stands go on standing when the server can answer nothing for a while?

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atRest } from '../../support/browser/browser.ts'
import {
  axe,
  desktop,
  follow,
  letIn,
  openBrowser,
  openPage,
  overflow,
  phone,
  startFake,
} from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

/** Every question is refused until `back`; the page is made to ask all of them again. */
const refused = async (page: Page, status: number) => {
  let requestCount = 0
  const problem = {
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ code: status === 403 ? 'not-allowed' : 'unavailable' }),
  }
  await page.route(/\/api\/(?!live)/, (route) => {
    requestCount += 1
    return route.fulfill(problem)
  })
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  return { requestCount: () => requestCount, back: () => page.unroute(/\/api\/(?!live)/) }
}

/** Until the browser has asked a third time and nothing is under way any more. */
const givenUp = async (page: Page) => {
  await page.waitForTimeout(3_500)
  await page.waitForLoadState('networkidle').catch(() => undefined)
}

test.each([
  ['/inbox', '[data-row]'],
  ['/cases', '[data-row]'],
  ['/case/case-1', '.event-bar'],
  ['/licences', 'main table tbody tr'],
])(
  '%s stays while the server answers 503, says that it may be old, and is new when the server is back',
  async (path, sign) => {
    const { page, close } = await openPage(browser, desktop, 'zh')
    await letIn(page, fake.url, 'chen.xiaodong')
    await page.goto(fake.url + path)
    await page.locator(sign).first().waitFor()
    const outage = await refused(page, 503)
    await givenUp(page)
    expect(outage.requestCount()).toBeGreaterThan(2)
    await expect.poll(() => page.locator(sign).count()).toBeGreaterThan(0)
    await page.getByText('服务暂时不能回答').waitFor()
    await outage.back()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByText('服务暂时不能回答').waitFor({ state: 'detached' })
    await close()
  },
)

test('a form in which somebody writes stays, with what he has written', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/report/hazard-rectification`)
  await page.locator('#field-title').fill('配电箱无门')
  await refused(page, 503)
  await givenUp(page)
  await expect.poll(() => page.locator('#field-title').inputValue()).toBe('配电箱无门')
  await close()
})

test('what one may no longer read goes', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/case/case-1`)
  await page.locator('.event-bar').waitFor()
  await page.route('**/api/cases/case-1', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'not-allowed' }),
    }),
  )
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByRole('alert').waitFor()
  expect(await page.locator('.event-bar').count()).toBe(0)
  await close()
})

test('promise (screens): a key that was pressed before its list had come is not lost', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.route(/api\/cases\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await page.goto(`${fake.url}/cases`)
  await page.locator('.topbar').waitFor()
  await page.keyboard.press('j')
  expect(await page.locator('[data-row]').count()).toBe(0)
  await page.locator('.list[aria-activedescendant]').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
  await close()
})

test('promise (screens): whoever is signed out while he writes signs in over the form and sends the same act', async () => {
  const { page, errors, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  const keys: string[] = []
  page.on(
    'request',
    (one) => one.url().endsWith('/acts') && keys.push(one.headers()['idempotency-key'] ?? ''),
  )
  await page.goto(`${fake.url}/case/case-ownerless/act/verify`)
  await page.getByLabel('重大隐患', { exact: true }).check()
  await page.locator('#field-enterprise').fill('蓝溪')
  await page.locator('.options li').first().click()
  await page.locator('#field-findings').fill('现场核实属实')
  await page.request.delete(`${fake.url}/api/session`)
  const submit = page.getByRole('button', { name: '提交：核实属实并定级' })
  await submit.click()
  const dialog = page.getByRole('dialog', { name: '登录已过期' })
  await dialog.waitFor()
  await expect.poll(() => page.locator('#field-username').inputValue()).toBe('chen.xiaodong')
  expect(await axe(page)).toEqual([])
  await page.locator('#field-password').fill('anything')
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('#field-findings').inputValue()).toBe('现场核实属实')
  await page.getByText('没有提交').waitFor()
  await submit.click()
  await page.waitForURL(/sent=verify/)
  expect(keys).toEqual([keys[0], keys[0]])
  expect(errors).toEqual([])
  await close()
})

test('promise (screens): whoever else signs in over a form does not go on with it, and his second factor is asked for', async () => {
  const { page, errors, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/case/case-ownerless/act/verify`)
  await page.locator('#field-findings').fill('现场核实属实')
  await page.request.delete(`${fake.url}/api/session`)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.route('**/api/session', (route) =>
    route.fulfill({ status: 200, json: { secondFactor: true } }),
  )
  await page.route('**/api/session/code', async (route) => {
    const answer = await page.request.post(`${fake.url}/api/session`, {
      data: { username: 'zhou.haiyan' },
    })
    await route.fulfill({ status: 200, json: await answer.json() })
  })
  const dialog = page.getByRole('dialog', { name: '登录已过期' })
  await page.locator('#field-password').fill('anything')
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await page.locator('#field-code').fill('123456')
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/case/'))
  expect(await page.getByText('现场核实属实').count()).toBe(0)
  expect(errors).toEqual([])
  await close()
})

test('a page whose very code was never fetched says offline that it is not kept, and the frame leads on', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/inbox`)
  await page.locator('[data-row]').first().waitFor()
  await page.context().setOffline(true)
  await follow(page, '/statistics')
  await page.getByText('此页尚未离线保存').waitFor()
  await page.context().setOffline(false)
  await follow(page, '/inbox')
  await page.locator('[data-row]').first().waitFor()
  await close()
})

test('while the engine is away a banner says since when limits and notices wait, and acts go on', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/case/case-1/act/re-check-passed?task=task-1`)
  await page.locator('#field-findings').waitFor()
  const engine = (since: string) =>
    page.evaluate((to) => fetch(`/fake/engine/${to}`, { method: 'POST' }), since)
  await engine('2026-04-21T01:00:00.000Z')
  await page.getByText('自 09:00 起，期限届满处理、逐级督办和通知暂缓执行').waitFor()
  expect(await axe(page)).toEqual([])
  await page.locator('#field-findings').fill('现场复查合格')
  await page.getByRole('button', { name: '提交：复查合格' }).click()
  await page.waitForURL(/sent=/)
  await engine('back')
  await page.getByText('暂缓执行').waitFor({ state: 'detached' })
  await close()
})

test('a form that is read again while somebody types never leaves the page, and every letter reaches it', async () => {
  const { page, errors, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/case/case-1`)
  await page.locator('.event-bar').waitFor()
  await atRest(page)
  await page
    .getByRole('link', { name: /^复查不合格/ })
    .first()
    .click()
  const field = page.locator('#field-reasons')
  await field.click()
  await atRest(page)
  await page.evaluate(() => {
    const form = document.querySelector('form.act-form')
    const left = ({ removedNodes }: MutationRecord) =>
      [...removedNodes].some((node) => node.contains(form))
    new MutationObserver((changes) => {
      if (changes.some(left)) document.documentElement.dataset.left = 'yes'
    }).observe(document, { childList: true, subtree: true })
  })
  await page.keyboard.type('防倾倒链')
  const read = page.waitForResponse(`${fake.url}/api/cases/case-1`)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await read
  await atRest(page)
  await page.keyboard.type('缺两处')
  expect(await field.inputValue()).toBe('防倾倒链缺两处')
  expect(await page.locator('html[data-left]').count()).toBe(0)
  expect(errors).toEqual([])
  await close()
})

test.each([
  ['zh', '打开的窗口过多'],
  ['en', 'Too many windows are open'],
] as const)('a page too many says so and goes on (%s)', async (language, words) => {
  for (const size of [desktop, phone]) {
    const { page, close } = await openPage(browser, size, language)
    await letIn(page, fake.url, 'chen.xiaodong')
    const told = JSON.stringify({ kind: 'full', id: '', revision: 0 })
    await page.route('**/api/live', (route) =>
      route.fulfill({
        contentType: 'text/event-stream',
        body: `event: full\ndata: ${told}\nretry: 60000\n\n`,
      }),
    )
    await page.goto(`${fake.url}/inbox`)
    await page.getByText(words).waitFor()
    await page.locator('[data-row]').first().waitFor()
    expect(await overflow(page)).toBe(0)
    await close()
  }
})
