// Can the register be searched, narrowed, taken along and printed, and can anybody look a licence up?
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const sound = async (page: Page): Promise<void> => {
  await page.waitForTimeout(250)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
    ),
  ).toBe(0)
}

describe.each([
  ['zh', 'phone', phone],
  ['en', 'desktop', desktop],
] as const)('in %s on a %s', (language, _name, size) => {
  test('staff search the register and open a licence', async () => {
    const { page, errors, close } = await openPage(browser, size, language)
    await letIn(page, fake.url, 'chen.xiaodong')
    await page.goto(`${fake.url}/licences`)
    await page.locator('.licence-table tbody tr').first().waitFor()
    await expect.poll(() => page.locator('.licence-table tbody tr').count()).toBe(3)
    await sound(page)
    await page.locator('input[name=q]').fill('蓝溪')
    await page.locator('select[name=within]').selectOption('3')
    await page.locator('.licence-filter button').click()
    // The table is away while the answer is: no rows are not yet the answer.
    await expect.poll(() => page.locator('.licence-table tbody tr').count()).toBe(1)
    await page.locator('input[name=q]').fill('没有')
    await page.locator('.licence-filter button').click()
    await page.locator('.empty button').click()
    await page.locator('a[href="/licences/licence-2"]').click()
    await page.locator('.licence-history').waitFor()
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain('浙衢危化经字〔2023〕000001')
    await expect
      .poll(() => page.locator('.licence-papers a[download]').getAttribute('href'))
      .toBe('/api/documents/paper-0?download=1')
    await expect.poll(() => page.locator('.licence-papers li').count()).toBe(2)
    await sound(page)
    expect(errors).toEqual([])
    await close()
  })

  test('anybody looks a licence up, by four signs at least', async () => {
    const { page, errors, close } = await openPage(browser, size, language)
    await page.goto(`${fake.url}/licences/lookup`)
    await page.locator('form button').click()
    await page.locator('.error-summary').waitFor()
    await page.locator('#field-q').fill('化工')
    await page.locator('form button').click()
    await page.locator('.error-summary', { hasText: '4' }).waitFor()
    await page.locator('#field-q').fill('试验化工')
    await page.locator('form button').click()
    await page.locator('.licence-found li').first().waitFor()
    await expect.poll(() => page.locator('.licence-found li').count()).toBe(2)
    await sound(page)
    await page.locator('#field-q').fill('没有这一家')
    await page.locator('form button').click()
    await page.locator('.empty').waitFor()
    expect(errors).toEqual([])
    await close()
  })
})
