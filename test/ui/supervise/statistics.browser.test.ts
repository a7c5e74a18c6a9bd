// Are the statistics read, opened down to the cases, signed, returned and printed, by mouse, keyboard and thumb?
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtFolder } from '../../../bin/infra/built.ts'
import { shot } from '../../support/browser/shot.ts'
import { looks } from '../../support/deep.ts'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const pictures = join(builtFolder(join(import.meta.dirname, '../../..')), 'pictures', 'statistics')

mkdirSync(pictures, { recursive: true })
const fake = await startFake()
const browser = await openBrowser()
const at = async (
  path: string,
  size = desktop,
  language: 'zh' | 'en' = 'zh',
  who = 'chen.xiaodong',
) => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await opened.page.goto(fake.url + path)
  await opened.page.waitForSelector('.figure-table')
  return opened
}

test('the table leads from a figure to its cases, and from the address to a period and a place', async () => {
  const { page, errors, close } = await at('/statistics')
  await shot(page, 'statistics/desktop')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: /查看“报告隐患”的案件/ }).click()
  await page.locator('.behind-list a').waitFor()
  await expect.poll(() => page.locator('.behind-list').textContent()).toContain('已移送他处的案件')
  expect(await axe(page)).toEqual([])
  await shot(page, 'statistics/behind', {})
  await page.keyboard.press('Escape')
  await page.getByLabel('统计期').selectOption('2025')
  await page.waitForURL('**period=2025')
  await page.locator('caption', { hasText: '2025年度' }).first().waitFor()
  await page.getByLabel('统计范围').selectOption('330802')
  await page.waitForURL('**region=330802**')
  await page.locator('caption', { hasText: '柯城区' }).first().waitFor()
  expect(await page.locator('th.part').count()).toBe(0)
  await expect
    .poll(() => page.getByRole('link', { name: '导出表格' }).getAttribute('href'))
    .toMatch(/region=330802&format=xlsx&lang=zh|period=2025&region=330802&format=xlsx&lang=zh/)
  expect(errors).toEqual([])
  await close()
})

test('what follows is read before the signature; a change meanwhile is said; differences and the return stay in view', async () => {
  const { page, errors, close } = await at('/statistics?period=2026Q1')
  await page.evaluate(() => fetch('/fake/statistics/refuse', { method: 'POST' }))
  await page.getByRole('button', { name: '签署本表…' }).click()
  await page.getByLabel('分析说明').fill('逾期集中在用电类')
  await expect
    .poll(() => page.locator('dialog[open]').textContent())
    .toContain('签署后本表数字即告冻结')
  expect(await axe(page)).toEqual([])
  await shot(page, 'statistics/sign', {})
  await page.getByRole('button', { name: '我已核对，确认' }).click()
  await page.locator('dialog [role=alert]').waitFor()
  await page.getByRole('button', { name: '我已核对，确认' }).click()
  await page.locator('.differences').waitFor()
  await expect.poll(() => page.locator('.report').textContent()).toContain('第1版，高局长')
  await expect.poll(() => page.locator('.figure-table thead').textContent()).toContain('签署时')
  await shot(page, 'statistics/signed')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '报送上级…' }).click()
  await page.getByRole('button', { name: '我已核对，确认' }).click()
  await page.getByRole('button', { name: '退回…' }).click()
  await page.getByRole('button', { name: '我已核对，确认' }).click()
  await page.locator('#statistics-needed').waitFor()
  await page.getByLabel('退回理由').fill('请说明逾期原因')
  await page.getByRole('button', { name: '我已核对，确认' }).click()
  await page.locator('.step-reason', { hasText: '请说明逾期原因' }).waitFor()
  await expect.poll(() => page.locator('.report-steps li').count()).toBe(3)
  await page.emulateMedia({ media: 'print' })
  await expect
    .poll(() => page.locator('.paper-foot').textContent())
    .toContain('主要负责人（签字）：高局长')
  await expect.poll(() => page.locator('.report').isVisible()).toBe(false)
  await expect
    .poll(() => page.locator('.figure-table tbody tr:nth-of-type(3) td.part').first().innerText())
    .toMatch(/^\d+$/)
  await shot(page, 'statistics/print')
  await page.pdf({ path: join(pictures, 'print.pdf'), format: 'A4', landscape: true })
  expect(errors).toEqual([])
  await close()
})

test('the bureau sees which enterprises are late', async () => {
  const { page, close } = await at('/statistics?period=2026Q1', desktop, 'en')
  await expect.poll(() => page.locator('td', { hasText: '▲ Late' }).count()).toBe(2)
  await page.getByRole('button', { name: 'Submitted 1' }).click()
  await page.waitForFunction(
    () =>
      document.querySelectorAll('section[aria-labelledby="enterprises-title"] tbody tr').length ===
      1,
  )
  await page.locator('.definitions summary').click()
  await expect
    .poll(() => page.locator('.definitions dd').first().textContent())
    .toMatch(/period begins/)
  expect(await axe(page)).toEqual([])
  await shot(page, 'statistics/english')
  await close()
})

test.each(looks)('an enterprise reads and signs its own on a phone, in %s', async (language) => {
  const { page, errors, close } = await at(
    '/e/statistics',
    { ...phone, height: 4_000 },
    language,
    'zhou.min',
  )
  await shot(page, `statistics/phone-${language}`)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  const open = page.locator('.report-acts .button').first()
  expect((await open.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  await open.click()
  await page.locator('dialog[open] textarea').fill('已自查')
  await shot(page, `statistics/phone-sign-${language}`, {})
  await page.locator('dialog[open] .primary').click()
  await page.locator('.report-steps').waitFor()
  expect(errors).toEqual([])
  await close()
})
