// Somebody nameless at a telephone or a desk: reports, keeps number and code, follows, and reads what is published.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { sampled } from '../../support/deep.ts'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'
import { receiptAnswer } from '../fake/public.ts'

const fake = await startFake()
const browser = await openBrowser()

const sound = async (page: Page, what: string, language: string): Promise<void> => {
  await page.waitForTimeout(250)
  expect({ what, broken: await axe(page) }).toEqual({ what, broken: [] })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  )
  expect({ what, overflow: Math.max(0, overflow) }).toEqual({ what, overflow: 0 })
  if (language === 'zh') {
    const latin = await page.evaluate(() =>
      [...document.querySelectorAll('button, label, legend, h1, h2, [aria-label]')]
        .map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '')
        .filter((label) => /[A-Za-z]{3,}/.test(label) && !/^(English|PDF)$/.test(label.trim())),
    )
    expect({ what, latin }).toEqual({ what, latin: [] })
  } else {
    const chinese = await page.evaluate(() =>
      [...document.querySelectorAll('button, label, legend, h1, dt')]
        .map((one) => one.textContent ?? '')
        .filter((label) => /[\u4e00-\u9fff]/.test(label) && label.trim() !== '中文'),
    )
    expect({ what, chinese: chinese.filter((label) => !label.includes('〔')) }).toEqual({
      what,
      chinese: [],
    })
  }
}

const answers = {
  title: '消防通道堵死',
  region: '330802',
  site: '东门',
  category: 'fire',
  description: '堆满纸箱',
}
const fillIn = async (page: Page, more: Partial<typeof answers> = {}): Promise<void> => {
  for (const [name, value] of Object.entries({ ...answers, ...more })) {
    const field = page.locator(`#field-${name}`)
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT')
      await field.selectOption(value)
    else await field.fill(value)
  }
}
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each([
  ['zh', 'phone', phone],
  ['en', 'desktop', desktop],
] as const)('in %s on a %s', (language, _name, size) => {
  test('from the sign-in page to number and code, to the progress, to the notices', async () => {
    const { page, errors, close } = await openPage(browser, size, language)
    await page.goto(`${fake.url}/sign-in`)
    await page.locator('a[href="/public"]').click()
    await page.locator('.citizen-choice').first().waitFor()
    await sound(page, 'home', language)
    await page.locator('.citizen-choice a.button').click()
    await page.locator('form').waitFor()
    await page.locator('form button[type=submit]').click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(5)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    await sound(page, 'report-mistakes', language)
    await fillIn(page)
    await page
      .locator('#field-photos')
      .setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: png })
    await page.locator('.upload.stored').waitFor()
    await sound(page, 'report', language)
    await page.locator('form button[type=submit]').click()
    await page.locator('dl.summary').waitFor()
    await sound(page, 'check', language)
    await page.locator('.form-actions .primary').click()
    await page.locator('.receipt-card').waitFor()
    await expect
      .poll(() => page.locator('.receipt-card').innerText())
      .toContain(receiptAnswer.number)
    await expect.poll(() => page.locator('.receipt-code').innerText()).toBe('AB2C D3EF')
    await sound(page, 'confirmed', language)
    await page.locator('.form-actions .primary').click()
    await page.locator('.citizen-state').waitFor()
    expect(page.url()).toBe(`${fake.url}/public/follow`)
    await sound(page, 'progress', language)
    await page.locator('a[href="/public/notices"]').click()
    await page.locator('.citizen-notices article').first().waitFor()
    await sound(page, 'notices', language)
    await page.locator('input[type=search]').fill('没有')
    await page.locator('.citizen-filter button[type=submit]').click()
    await page.locator('.empty').waitFor()
    await sound(page, 'notices-empty', language)
    expect(errors).toEqual([])
    await close()
  })
})

test.each(sampled([['zh', 'desktop', desktop]], [['en', 'phone', phone]]))(
  'in %s on a %s every page is sound',
  async (language, _name, size) => {
    const { page, errors, close } = await openPage(browser, size, language)
    for (const path of [
      '/public',
      '/public/report/hazard-rectification',
      '/public/follow',
      '/public/notices',
      '/public/report/nothing',
    ]) {
      await page.goto(fake.url + path)
      await page.locator('main h1, main .notice.warn').first().waitFor()
      await sound(page, path.slice(1).replaceAll('/', '-'), language)
    }
    expect(errors).toEqual([])
    await close()
  },
)

test('the counter is given number and code to read out, and then the case', async () => {
  const { page, errors, close } = await openPage(browser, desktop, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  const answer = { id: 'case-1', revision: 1, material: 1, committed: true, follow: receiptAnswer }
  await page.route('**/api/cases/hazard-rectification', (route) =>
    route.fulfill({ status: 201, json: answer }),
  )
  await page.goto(`${fake.url}/report/hazard-rectification`)
  await page.locator('form.report-form').waitFor()
  for (const [name, value] of Object.entries({
    title: answers.title,
    site: '东门',
    description: '堆满纸箱',
  }))
    await page.locator(`#field-${name}`).fill(value)
  await page.locator('#field-category').selectOption('fire')
  await page.locator('input[name=source][value=hotline]').check()
  await page.locator('form.report-form button[type=submit]').click()
  await page.locator('.form-actions .primary').click()
  await page.locator('.receipt-code').waitFor()
  await expect.poll(() => page.locator('.receipt-code').innerText()).toBe('AB2C D3EF')
  await sound(page, 'counter', 'zh')
  await page.locator('.form-actions a.primary').click()
  await page.waitForURL(/\/case\/case-1/)
  expect(errors).toEqual([])
  await close()
})

test.each([
  ['zh', 'phone', phone],
  ['en', 'desktop', desktop],
] as const)(
  'in %s on a %s an applicant reads his five steps, what is wanted and what is not counted',
  async (language, _name, size) => {
    const { page, errors, close } = await openPage(browser, size, language)
    await page.goto(`${fake.url}/public/follow`)
    await page.locator('#field-number').fill('衢柯经营〔2026〕0012号')
    await page.locator('#field-code').fill('AB2C D3EF')
    await page.locator('form button').click()
    await page.locator('.citizen-stages').waitFor()
    await expect.poll(() => page.locator('.citizen-stages li').count()).toBe(5)
    await expect
      .poll(() => page.locator('.citizen-stages li[aria-current=step]').innerText())
      .toMatch(language === 'zh' ? /审查/ : /Review/)
    await expect.poll(() => page.locator('main').innerText()).toMatch(/14(\/| of )30/)
    await sound(page, 'application', language)
    expect(errors).toEqual([])
    await close()
  },
)

describe('when it does not go well', () => {
  test('words changed after a lost answer are not said to be registered, and stay for another report', async () => {
    const { page, close } = await openPage(browser, phone, 'zh')
    let stored = ''
    await page.route('**/api/public/cases/*', async (route) => {
      const sent = JSON.stringify(route.request().postDataJSON().data)
      const first = stored === ''
      stored ||= sent
      if (first) return route.abort('connectionreset')
      if (sent === stored) return route.fulfill({ status: 201, json: receiptAnswer })
      await route.fulfill({
        status: 422,
        json: { code: 'key-reused', title: { zh: '同一幂等键用于不同内容', en: 'Key reused' } },
      })
    })
    await page.goto(`${fake.url}/public/report/hazard-rectification`)
    await page.locator('form').waitFor()
    await fillIn(page)
    await page
      .locator('#field-photos')
      .setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: png })
    await page.locator('.upload.stored').waitFor()
    const submit = async () => {
      await page.locator('form button[type=submit]').click()
      await page.locator('.form-actions .primary').click()
    }
    await submit()
    await page.locator('.error-summary').waitFor()
    await fillIn(page, { description: '二号仓库的氨气泄漏，里面有人' })
    await submit()
    await page.getByText('之后的修改没有随之登记').waitFor()
    await expect
      .poll(() => page.locator('.receipt-card').innerText())
      .toContain(receiptAnswer.number)
    await expect.poll(() => page.locator('h1').innerText()).not.toContain('✓')
    await sound(page, 'confirmed-first', 'zh')
    await shot(page, 'citizen/confirmed-first')
    await page.getByRole('button', { name: '再举报一件' }).click()
    await expect
      .poll(() => page.locator('#field-description').inputValue())
      .toBe('二号仓库的氨气泄漏，里面有人')
    await page.locator('.upload.stored').waitFor()
    await page.getByRole('button', { name: '移除' }).click()
    let refused = 0
    await page.route('**/api/public/files', (route) => {
      refused += 1
      return refused === 1 ? route.abort() : route.continue()
    })
    await page
      .locator('#field-photos')
      .setInputFiles({ name: 'IMG_2.png', mimeType: 'image/png', buffer: png })
    await page.locator('.upload.failed').waitFor()
    await page.locator('form button[type=submit]').click()
    await page.locator('.error-summary', { hasText: '有文件未能上传' }).waitFor()
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator('.upload.stored').waitFor()
    await close()
  })
  test('a wrong code says so at the field; the answers of a refused report stay', async () => {
    const { page, close } = await openPage(browser, phone, 'zh')
    await page.goto(`${fake.url}/public/follow`)
    await page.locator('form button').click()
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2)
    await page.locator('#field-number').fill(receiptAnswer.number)
    await page.locator('#field-code').fill('WRONG')
    await page.locator('form button').click()
    await page.locator('.error-summary a[href="#field-number"]').waitFor()
    await expect.poll(() => page.locator('#field-number').inputValue()).toBe(receiptAnswer.number)
    await sound(page, 'wrong-code', 'zh')
    await page.goto(`${fake.url}/public/report/hazard-rectification`)
    await page.locator('form').waitFor()
    await fillIn(page, { site: 'refuse' })
    await page.locator('form button[type=submit]').click()
    await page.locator('.form-actions .primary').click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('#field-title').inputValue()).toBe(answers.title)
    await close()
  })
  test('large text, paper, no JavaScript, and nothing left on the device', async () => {
    const { page, close } = await openPage(browser, phone, 'zh')
    await page.goto(`${fake.url}/public/report/hazard-rectification`)
    await page.locator('form').waitFor()
    await page.getByRole('button', { name: '大字版' }).click()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '18px',
    )
    await fillIn(page)
    const kept = await page.evaluate(async () =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
    )
    expect(kept).not.toContain(answers.title)
    expect(kept).not.toContain('draft')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.citizen-nav').isVisible()).toBe(false)
    await close()
    const bare = await browser.newContext({ javaScriptEnabled: false })
    const plain = await bare.newPage()
    await plain.goto(`${fake.url}/public`)
    await expect.poll(() => plain.locator('body').innerText()).toContain('12350')
    await bare.close()
  })
})
