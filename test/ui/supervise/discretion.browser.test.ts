// Does the page of the deviation of fines read well: tables, list, filters, empty, both languages, phone?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import {
  axe,
  desktop,
  openBrowser,
  opener,
  overflow,
  phone,
  startFake,
} from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const open = opener(browser, fake)
const headed = (page: Page) => page.locator('#discretion-cases').textContent()

test('an office is opened, narrowed to one side, and leads to its cases; the address can be shared', async () => {
  const { page, errors, close } = await open('/supervise/discretion')
  await page.waitForSelector('.discretion-table')
  await page.getByRole('button', { name: '查看衢江区应急管理局的 29 件决定' }).click()
  await page.waitForSelector('.discretion-cases tbody tr')
  expect(await headed(page)).toBe('衢江区应急管理局：60 件决定')
  expect(new URL(page.url()).searchParams.get('office')).toBe('330803-bureau')
  await page.getByRole('button', { name: '再显示 10 件' }).click()
  await page.waitForFunction(
    () => document.querySelectorAll('.discretion-cases tbody tr').length === 60,
  )
  await page.getByRole('button', { name: '高于幅度' }).click()
  await page.waitForURL('**standing=above**')
  await page.reload()
  await page.waitForSelector('.discretion-cases tbody tr')
  const words = (await page.locator('.discretion-cases').textContent()) ?? ''
  for (const said of [
    '当事人拒不改正，从重处罚',
    '未说明理由',
    '已移送他处',
    '仅 4 件类案',
    '9,500（5 件，−12%）',
  ])
    expect(words).toContain(said)
  await page.getByRole('button', { name: '低于幅度' }).click()
  await page.locator('.discretion-cases .empty').waitFor()
  await page.getByRole('button', { name: '收起' }).click()
  expect(await page.locator('.discretion-cases').count()).toBe(0)
  await page.getByRole('button', { name: /查看合计的/ }).click()
  await page.waitForSelector('.discretion-cases tbody tr')
  await page.locator('.discretion-cases tbody a').first().click()
  await page.waitForURL('**/case/case-1?tab=record')
  expect(errors).toEqual([])
  await close()
})

test('few decisions are marked, not judged; a violation opens too; a period without decisions says so', async () => {
  const { page, close } = await open('/supervise/discretion')
  await page.waitForSelector('.discretion-table')
  const few = page.locator('.discretion-table tr', { hasText: '未记载' })
  await expect.poll(() => few.textContent()).toContain('不足 5 件')
  await page.getByRole('button', { name: /查看示例裁量基准/ }).click()
  await page.waitForURL('**of=AQ-0099-1**')
  expect(await headed(page)).toContain('未设置明显的安全警示标志')
  await page.getByRole('combobox', { name: '时段' }).selectOption('2025')
  await page.locator('.empty').waitFor()
  expect(await page.locator('.discretion-table').count()).toBe(0)
  await expect.poll(() => page.getByText('尚未统计').count()).toBe(1)
  await close()
})

test('it is reckoned again on demand, and leaves as a file of what is looked at', async () => {
  const { page, close } = await open('/supervise/discretion?region=330803&cause=AQ-0099-1')
  await page.getByRole('button', { name: '重新统计' }).click()
  await page.getByText('已重新统计，更新 12 件').waitFor()
  const href = await page.getByRole('link', { name: '导出明细（Excel）' }).getAttribute('href')
  for (const part of ['rows=decisions', 'region=330803', 'cause=AQ-0099-1', 'lang=zh'])
    expect(href).toContain(part)
  await close()
})

test.each([
  ['desktop', desktop, 'zh'],
  ['desktop', desktop, 'en'],
  ['phone', phone, 'zh'],
  ['phone', phone, 'en'],
] as const)(
  'on a %s %o in %s it is accessible and within the width',
  async (name, size, language) => {
    const { page, errors, close } = await open(
      '/supervise/discretion?office=330803-bureau',
      size,
      language,
    )
    await page.waitForSelector('.discretion-cases tbody tr')
    await shot(page, `discretion/${name}-${language}`)
    expect({ broken: await axe(page), overflow: await overflow(page) }).toEqual({
      broken: [],
      overflow: 0,
    })
    expect(errors).toEqual([])
    await close()
  },
)
