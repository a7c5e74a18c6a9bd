// Do two administrators change a limit of penalties on the page of the rule book, and does the reckoning show it with its source?
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, phone } from '../browser-support.ts'
import { useAdministeredHouse, visit } from './visiting.ts'

useAdministeredHouse()

const place = '/rules?amount=on-the-spot-limit.fine'

test('one administrator enters a limit and tries it out, a second approves it, and the reckoning shows it with its source', async () => {
  const { page, errors, close } = await visit('shi', place)
  await page.waitForSelector('#amount-versions')
  await expect
    .poll(() => page.locator('section:has(> #amount-versions)').textContent())
    .toContain('3,000元')
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/amounts-zh')
  await page.getByRole('link', { name: '录入新版本', exact: true }).click()
  await page.waitForSelector('#field-value-1')
  await page.fill('#field-value-1', '-1')
  await page.getByRole('button', { name: '提交提议' }).click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(2)
  await page.fill('#field-value-1', '5000')
  await page.selectOption('#field-region', '330802')
  await page.fill('#field-normZh', '试验规定')
  await page.fill('#field-normEn', 'Trial rules')
  await page.fill('#field-articleZh', '试验规定第9条')
  await page.fill('#field-articleEn', 'Trial rules art. 9')
  await page.fill('#field-source', '衢政发〔2026〕9号')
  await page.getByRole('button', { name: '试算影响' }).click()
  await page.waitForSelector('#cal-examples')
  await expect
    .poll(() => page.locator('section:has(> #cal-examples)').textContent())
    .toContain('22b')
  await expect
    .poll(() => page.locator('section:has(> #cal-preview)').textContent())
    .toContain('没有在办案件因此改变等级')
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/amount-form-zh')
  await page.getByRole('button', { name: '提交提议' }).click()
  await page.waitForSelector('#cal-facts')
  expect(await page.getByRole('button', { name: '批准…' }).count()).toBe(0)
  const proposal = new URL(page.url()).pathname
  expect(errors).toEqual([])
  await close()

  const second = await visit('yu', proposal)
  await second.page.getByRole('button', { name: '批准…' }).click()
  await second.page.waitForSelector('.interruption')
  await shot(second.page, 'admin/amount-approve-zh')
  await second.page.getByRole('button', { name: '我已核对原文，确认批准' }).click()
  await second.page.waitForSelector('main:has-text("已批准")')
  await second.page.goto(`${new URL(second.page.url()).origin}${place}`)
  await second.page.waitForSelector('#amount-versions')
  const versions = second.page.locator('section:has(> #amount-versions)')
  await expect.poll(() => versions.textContent()).toContain('衢政发〔2026〕9号')
  await versions.locator('select').selectOption('330802')
  await second.page.waitForSelector('section:has(> #amount-versions) td:has-text("5,000元")')
  const reckoned = await versions.locator('tr', { hasText: '22b' }).textContent()
  expect(reckoned).toContain('对法人或者其他组织当场罚款限额5,000元（试验规定第9条')
  expect(reckoned).toMatch(/试验规定第9条，版本 2026-03-02#/)
  expect(reckoned).toContain('可以适用简易程序当场处罚')
  expect(await axe(second.page)).toEqual([])
  await shot(second.page, 'admin/amounts-approved-zh')
  expect(second.errors).toEqual([])
  await second.close()
})

test.each(['zh', 'en'] as const)(
  'on a phone in %s nothing is wider than the page, and the languages do not mix',
  async (language) => {
    const { page, errors, close } = await visit(
      'shi',
      '/rules?amount=accident-level.deaths',
      phone,
      language,
    )
    await page.waitForSelector('#amount-versions')
    await page.waitForSelector('section:has(> #amount-versions) td')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(Math.max(0, overflow)).toBe(0)
    await shot(page, `admin/amounts-phone-${language}`)
    await page
      .getByRole('link', {
        name: language === 'zh' ? '录入新版本' : 'Enter a version',
        exact: true,
      })
      .click()
    await page.waitForSelector('#field-value-0')
    await shot(page, `admin/amount-form-phone-${language}`)
    const labels = await page
      .locator('main label, main legend, main button, main h1')
      .allTextContents()
    const foreign = labels.filter((label) =>
      (language === 'en' ? /[\u4e00-\u9fff]/ : /[A-Za-z]{3,}/).test(label),
    )
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    await close()
  },
)
