// A promise is entered from the rule book, tried out and proposed; the second person reads it; both languages fit a phone. (S16)
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { alternate } from '../../support/deep.ts'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()
const visit = async (who: string, path: string, size = desktop, language: 'zh' | 'en' = 'zh') => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await opened.page.goto(fake.url + path)
  await opened.page.waitForSelector('main h1')
  return opened
}

test('the form says what is missing, takes the number in force as its start, and shows what would move before it is proposed', async () => {
  const { page, errors, close } = await visit('sun.li', '/admin/changes/new')
  await page.waitForSelector('#field-rule')
  await page.locator('form button[type=submit]').click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBeGreaterThan(1)
  await page.selectOption('#field-rule', 'hazchem-licence.promised-acceptance')
  await expect.poll(() => page.inputValue('#field-n')).toBe('2')
  expect(await page.locator('#field-normZh').count()).toBe(0)
  await page.selectOption('#field-rule', 'hazchem-licence.acceptance')
  await expect.poll(() => page.inputValue('#field-articleZh')).toContain('行政许可法')
  await page.fill('#field-n', '3')
  await page.fill('#field-source', '试验〔2026〕1号')
  await page.getByLabel('在办期间一并适用（旧案适用）').check()
  await page.locator('form button[type=submit]').click()
  await expect.poll(() => page.locator('.error-summary').textContent()).toContain('一并适用的理由')
  await page.fill('#field-running', '附则第二条')
  await page.getByRole('button', { name: '试算影响' }).click()
  await page.waitForSelector('#cal-preview')
  await expect
    .poll(() => page.locator('table:has(caption:text("按业务与地区")) tbody td').allTextContents())
    .toEqual(['衢江区', '3', '1', '0'])
  expect(await axe(page)).toEqual([])
  await shot(page, 'changes/rule-form-zh')
  await page.locator('form button[type=submit]').click()
  await page.waitForURL('**/changes/p-*')
  await page.waitForSelector('#cal-facts')
  await expect
    .poll(() => page.locator('section[aria-labelledby=cal-facts]').textContent())
    .toContain('一并适用：附则第二条')
  expect(await axe(page)).toEqual([])
  await shot(page, 'changes/rule-proposal-zh')
  expect(errors).toEqual([])
  await close()
})

test.each(['zh', 'en'] as const)(
  'on a phone in %s nothing is wider than the page',
  async (language) => {
    const { page, errors, close } = await visit('he.jing', '/admin/changes/new', phone, language)
    for (const path of alternate(
      ['/admin/changes/new?rule=hazchem-licence.acceptance', '/admin/changes/p-1'],
      language === 'zh' ? 0 : 1,
    )) {
      await page.goto(fake.url + path)
      await page.waitForSelector('main h1')
      await page.waitForTimeout(400)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect({ path, overflow: Math.max(0, overflow) }).toEqual({ path, overflow: 0 })
      expect(await axe(page)).toEqual([])
      await shot(page, `changes/rule-phone-${language}-${path.split('/').at(-1)?.split('?')[0]}`)
    }
    expect(errors).toEqual([])
    await close()
  },
)
