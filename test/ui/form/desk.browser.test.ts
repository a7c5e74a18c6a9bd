// Are phrases put into opinions and kept, a signature drawn, and handwriting seen beside the decision?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { written } from '../../support/people/handwriting.ts'
import { axe, desktop, openBrowser, opener, phone, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const staffPage = opener(browser, fake)
const fits = async (page: Page) =>
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)

test('a phrase is put in at the cursor, by keyboard and by mouse, into whichever opinion one writes', async () => {
  const { page, errors, close } = await staffPage(
    '/case/case-items/act/re-check-failed?task=task-1',
  )
  const reasons = page.locator('#field-reasons')
  await reasons.fill('防倾倒链缺失，')
  await reasons.press('Alt+ArrowDown')
  await page.waitForFunction(() => document.activeElement?.textContent === '同意。')
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    '请限期整改并报送整改报告。',
  )
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => reasons.inputValue()).toBe('防倾倒链缺失，经现场核实，情况属实。')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-reasons')
  await page.keyboard.type('完')
  await expect.poll(() => reasons.inputValue()).toBe('防倾倒链缺失，经现场核实，情况属实。完')
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator('.phrase').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('.phrase-list').count()).toBe(0)
  const opinion = page.locator('.field', { has: page.locator('#field-opinion') })
  await opinion.getByRole('button', { name: /^常用意见/ }).click()
  expect(await axe(page)).toEqual([])
  await shot(page, 'desk/phrases-desktop-zh')
  await opinion.locator('.phrase', { hasText: '请补充现场照片后再报。' }).click()
  await expect
    .poll(() => page.locator('#field-opinion').inputValue())
    .toBe('请补充现场照片后再报。')
  await expect
    .poll(() => page.locator('.field .phrases').count())
    .toBe(await page.locator('.field > textarea').count())
  expect(errors).toEqual([])
  await close()
})

test('phrases of one’s own are added, ordered and taken away, and a signature is drawn or uploaded, on a phone', async () => {
  const { page, errors, close } = await staffPage('/me', phone)
  const own = page.locator('section', { has: page.locator('#me-phrases') })
  await own.getByRole('button', { name: '添加一条' }).click()
  await page.keyboard.type('不同意，理由另附。')
  await own.getByRole('button', { name: '第 4 条上移' }).click()
  await own.getByRole('button', { name: '删除第 1 条' }).click()
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().endsWith('/api/phrases/own') && one.method() === 'PUT'),
    own.getByRole('button', { name: '保存' }).click(),
  ])
  expect(JSON.parse(request.postData() ?? '{}')).toEqual({
    items: ['拟同意，请领导审定。', '不同意，理由另附。', '请补充现场照片后再报。'],
    revision: 1,
  })
  await own.getByText('已保存 3 条').waitFor()
  const pad = page.locator('.signature-pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (let at = 0; at < 12; at += 1)
    await page.mouse.move(box.x + 40 + at * 18, box.y + 60 + (at % 3) * 20)
  await page.mouse.up()
  await page.getByRole('button', { name: '保存签名' }).click()
  await page.getByText('现用签名（第 1 版）').waitFor()
  await page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.signature-now img')?.naturalWidth ?? 0) > 100,
  )
  await page
    .getByLabel('上传签名图片')
    .setInputFiles({ name: '签名.png', mimeType: 'image/png', buffer: written() })
  await page.getByRole('button', { name: '更换签名' }).click()
  await page.getByText('现用签名（第 2 版）').waitFor()
  await page
    .getByLabel('上传签名图片')
    .setInputFiles({ name: 'a.gif', mimeType: 'image/gif', buffer: written() })
  await page.getByText('只能上传 PNG 或者 JPEG 图片').waitFor()
  await page.getByText('历次签名').click()
  await expect.poll(() => page.locator('.signature-history tbody tr').count()).toBe(2)
  await shot(page, 'desk/me-phone-zh')
  await fits(page)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '停用签名' }).click()
  await page.getByText('没有手写签名').waitFor()
  expect(errors).toEqual([])
  await close()
})

test('handwriting stands beside the decision it is under', async () => {
  const { page, errors, close } = await staffPage('/case/case-1?tab=record', desktop, 'en')
  const handwritings = page.locator('.handwriting img')
  await handwritings.first().waitFor()
  const text = await handwritings.evaluateAll((all) => all.map((one) => one.getAttribute('alt')))
  expect([...new Set(text)]).toEqual([
    'Handwritten signature of 李强',
    'Handwritten signature of 陈晓东',
  ])
  await shot(page, 'desk/handwriting-desktop-en')
  expect(errors).toEqual([])
  await close()
})
