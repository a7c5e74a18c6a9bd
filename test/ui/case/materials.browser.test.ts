// Can an approver go through the materials with the keyboard, see what came again, and compare it; on a phone too?
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { looks } from '../../support/deep.ts'
import { axe, desktop, letIn, openBrowser, openPage, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()
const opened = async (size: { width: number; height: number }, language: 'zh' | 'en' = 'zh') => {
  const visit = await openPage(browser, size, language)
  await letIn(visit.page, fake.url, 'chen.xiaodong')
  await visit.page.goto(`${fake.url}/case/case-items?tab=materials`)
  await visit.page.locator('.checklist > li').nth(2).waitFor()
  const fits = async () =>
    expect(
      await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
  const kept = (name: string) => shot(visit.page, `materials/${name}-${size.width}-${language}`, {})
  return { ...visit, fits, kept }
}
const phone = { width: 390, height: 844 }

test('on a desktop: list and viewer beside each other, gone through by keys', async () => {
  const { page, errors, close, fits, kept } = await opened(desktop)
  await expect
    .poll(() => page.locator('.checklist > li.missing').innerText())
    .toMatch(/租赁证明[\s\S]*未提交/)
  const name = page.locator('.viewer-name')
  const picture = page.locator('.stage.picture img')
  await picture.waitFor()
  await expect.poll(() => name.innerText()).toContain('第 2 版 · 申请书（签字）.png')
  await expect.poll(() => page.locator('.viewer-hash code').innerText()).toMatch(/^[0-9a-f]{64}$/)
  await page.keyboard.press('+')
  await expect.poll(() => picture.getAttribute('style')).toContain('150%')
  await page.keyboard.press('r')
  await expect.poll(() => picture.getAttribute('style')).toContain('rotate(90deg)')
  await page.keyboard.press('0')
  await kept('viewer')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.locator('.stage.text', { hasText: '赵三' }).waitFor()
  await expect.poll(() => page.locator('.viewer-place').innerText()).toBe('第 2/2 份')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await picture.waitFor()
  await page.keyboard.press('f')
  await page.locator('dialog.whole[open] .stage.picture').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('dialog.whole[open] .stage.text').waitFor()
  await kept('whole')
  await page.keyboard.press('Escape')
  await page.locator('.materials-pane .stage.text').waitFor()
  await fits()
  expect(errors).toEqual([])
  await close()
})

test('an earlier version says by which it was replaced, and is compared with it', async () => {
  const { page, errors, close, kept } = await opened(desktop)
  await page.locator('.earlier summary').first().click()
  await page.getByRole('button', { name: /^申请书\.png/ }).click()
  await page.locator('.viewer .notice.warn', { hasText: '旧版，已被第 2 版替换' }).waitFor()
  await page.getByRole('button', { name: '对比版本 申请书' }).click()
  await page.locator('.compare-sides figure').nth(1).waitFor()
  await expect
    .poll(() => page.locator('.compare-table tr.differs th').allInnerTexts())
    .toEqual([
      expect.stringContaining('文件名'),
      expect.stringContaining('提交时间'),
      expect.stringContaining('SHA-256'),
    ])
  await kept('compare')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '对比版本 人员名单' }).click()
  await page.getByText('增 2 行，删 1 行').waitFor()
  await expect
    .poll(() => page.locator('.line-difference .removed').innerText())
    .toContain('李二,002')
  await page.locator('#compare-title').waitFor()
  await page.getByLabel('右侧').selectOption('1')
  await page.getByText('两版内容完全相同').waitFor()
  await page.getByRole('button', { name: '返回查看' }).click()
  await page.locator('.materials-pane .viewer').waitFor()
  expect(errors).toEqual([])
  await close()
})

test.each(looks)(
  'on a phone in %s: the list first, the material fills the screen',
  async (language) => {
    const { page, errors, close, fits, kept } = await opened(phone, language)
    expect(await page.locator('.viewer').count()).toBe(0)
    await kept('list')
    await page.locator('.material-file').first().click()
    await page.locator('dialog.whole[open] .stage.picture img').waitFor()
    await kept('whole')
    expect(await axe(page)).toEqual([])
    await fits()
    await page.keyboard.press('Escape')
    await page.locator('dialog.whole').waitFor({ state: 'hidden' })
    expect(errors).toEqual([])
    await close()
  },
)
