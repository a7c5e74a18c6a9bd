// Does the gallery of processes show each version, its cases, its differences and its words, by keyboard, phone and paper, and take cases over?
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { builtFolder } from '../../../bin/infra/built.ts'
import { shot } from '../../support/browser/shot.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  overflow,
  phone,
  startFake,
} from '../browser-support.ts'

const pictures = join(builtFolder(join(import.meta.dirname, '../../..')), 'pictures', 'processes')
const gallery = '/process/hazard-rectification'

mkdirSync(pictures, { recursive: true })
const fake = await startFake()
const browser = await openBrowser()

const open = async (
  path: string,
  { size = desktop, language = 'zh' as 'zh' | 'en', who = 'chen.xiaodong' } = {},
) => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await opened.page.goto(fake.url + path)
  await opened.page.waitForSelector('.outline-state')
  return opened
}
const pressed = (page: Page) => page.locator('.version[aria-pressed=true] strong').textContent()

test('← and → change the version, the address and what is shown; the picture keeps its arrow keys', async () => {
  const { page, errors, close } = await open(gallery)
  expect(await pressed(page)).toBe('版本 2')
  await page.getByText('自 2026-02-01 起施行').first().waitFor()
  await expect
    .poll(() => page.locator('.outline-state h4', { hasText: '待挂牌督办' }).count())
    .toBe(1)
  await page.locator('.chart-note').first().waitFor()
  await page.keyboard.press('ArrowRight')
  expect(await pressed(page)).toBe('版本 2')
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL('**?version=1')
  expect(await pressed(page)).toBe('版本 1')
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('.outline-state h4')].some((one) =>
        one.textContent?.includes('待挂牌督办'),
      ),
  )
  await page.getByText('新案件不再按此版本办理').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.waitForURL((address) => address.search === '')
  const box = page.locator('.chart-scroll').first()
  await box.focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => (document.querySelector('.chart-scroll')?.scrollLeft ?? 0) > 0)
  expect(await pressed(page)).toBe('版本 2')
  expect(errors).toEqual([])
  await close()
})

test('open cases stand below their states and in the words, those inside a state summed up', async () => {
  const { page, close } = await open(gallery)
  await page.locator('.chart-note').first().waitFor()
  await expect.poll(() => page.getByText('在办 12 件（').count()).toBe(1)
  const rectifying = page.locator('.outline-state', {
    has: page.locator('h4', { hasText: /^整改中/ }),
  })
  await expect.poll(() => rectifying.locator('.outline-n').textContent()).toBe('在办 9 件')
  const ordering = page.locator('.outline-state', {
    has: page.locator('h4', { hasText: /^待下达指令/ }),
  })
  const words = (await ordering.textContent()) ?? ''
  for (const part of [
    '下达整改指令',
    '县级应急管理局·执法检查员',
    '责令限期整改 →',
    '责令限期整改指令书',
    '第六十五条',
    '退回',
  ])
    expect(words).toContain(part)
  const drawn = await page
    .locator('.chart-state text:not(.chart-note):not(.chart-mode)')
    .allTextContents()
  const texts = (await page.locator('.outline h4').allTextContents()).join('|')
  expect(drawn.length).toBeGreaterThan(40)
  expect(drawn.map((one) => one.trim()).filter((one) => !texts.includes(one))).toEqual([])
  await close()
})

test('how each step is signed stands below it in the drawing and in its words, in both languages', async () => {
  for (const [language, short, words, one] of [
    ['zh', '会签 2 人', '会签：2 人同意', '一人办理'],
    ['en', '2 sign', '2 people must agree', 'One person decides'],
  ] as const) {
    const { page, close } = await open(gallery, { language })
    await expect.poll(() => page.locator('.chart-mode').allTextContents()).toContain(short)
    const texts = await page.locator('.outline-mode').allTextContents()
    expect(texts.filter((values) => values === words)).toHaveLength(
      await page.locator('.chart-mode', { hasText: short }).count(),
    )
    expect(texts).toContain(one)
    await page.locator('.picture').screenshot({ path: join(pictures, `modes-${language}.png`) })
    await close()
  }
})

test('an enterprise reads the rule, and is not told how many cases stand where', async () => {
  const { page, errors, close } = await open(gallery, { who: 'zhou.min' })
  await page.waitForTimeout(300)
  expect([
    await page.locator('.chart-note').count(),
    await page.locator('.outline-n').count(),
  ]).toEqual([0, 0])
  expect(await page.locator('.migration').count()).toBe(0)
  expect(errors).toEqual([])
  await close()
})

test('two versions are held against each other in words and in the drawing, from either side', async () => {
  const { page, close } = await open(gallery)
  await page.getByLabel('对照版本').selectOption('1')
  await page.waitForSelector('.difference')
  await expect
    .poll(() => page.locator('.difference h2').textContent())
    .toBe('版本 1 到版本 2 的变化')
  const words = (await page.locator('.difference').textContent()) ?? ''
  for (const part of [
    '＋ 新增 待挂牌督办',
    '△ 修改 整改中',
    '内含状态：— → 整改期内',
    '－ 删除',
    '挂牌督办',
  ])
    expect(words).toContain(part)
  await expect.poll(() => page.locator('.difference details').count()).toBe(7)
  await expect
    .poll(() => page.locator('.difference summary', { hasText: '挂牌公告' }).textContent())
    .toContain('＋ 新增 挂牌公告（含 7 个状态、')
  await expect
    .poll(() => page.locator('.chart-state.added text', { hasText: '＋ 待挂牌督办' }).count())
    .toBe(1)
  await expect.poll(() => page.locator('.chart-edge.added').count()).toBeGreaterThan(10)
  await expect
    .poll(() => page.locator('.outline-state', { hasText: '待挂牌督办' }).first().textContent())
    .toContain('＋ 新增')
  expect(await axe(page)).toEqual([])
  await shot(page, 'processes/difference')
  await page.locator('h1').click()
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL('**version=1**')
  await page.waitForFunction(() => document.querySelectorAll('.chart-edge.removed').length > 0)
  expect(new URL(page.url()).searchParams.get('against')).toBe('2')
  await expect
    .poll(() => page.locator('.difference h2').textContent())
    .toBe('版本 1 到版本 2 的变化')
  expect(await page.locator('.chart-state.added').count()).toBe(0)
  await shot(page, 'processes/difference-older')
  await close()
})

test('a version that there is not is said to be none', async () => {
  const { page, close } = await open(gallery)
  await page.goto(`${fake.url}${gallery}?version=7`)
  await page.waitForSelector('.failure')
  await page.locator('.version', { hasText: '版本 1' }).click()
  await page.waitForSelector('.outline-state')
  expect(await page.locator('.failure').count()).toBe(0)
  await close()
})

test('an administrator sees what would move and why the rest stays, confirms, and follows it over its pages', async () => {
  const { page, errors, close } = await open(gallery, { who: 'sun.li' })
  const requests: { dryRun: boolean; after?: string }[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/migrations')) requests.push(request.postDataJSON())
  })
  await page.getByRole('button', { name: '试算' }).click()
  await page.locator('.migration progress').waitFor()
  await page.getByText('可迁移 369 件').waitFor()
  await page.getByText('不能迁移 61 件').waitFor()
  await expect
    .poll(() => page.locator('.migration h4').allTextContents())
    .toEqual([
      '重大隐患已按旧流程下达指令，没有治理方案和挂牌：按旧流程办结（58 件）',
      '有人已签署、尚待会签：请先完成会签或退回（3 件）',
    ])
  await expect.poll(() => page.locator('.stay-cases').first().locator('a').count()).toBe(50)
  await page.getByRole('button', { name: '再显示 8 件' }).click()
  await expect.poll(() => page.locator('.stay-cases a').count()).toBe(61)
  expect(await axe(page)).toEqual([])
  await shot(page, 'processes/dry-run')
  expect(requests.map(({ dryRun, after }) => [dryRun, after])).toEqual(
    [true, true, true].map((dry, index) => [dry, ['', '1', '2'][index]]),
  )
  await page.getByRole('button', { name: '迁移 369 件' }).click()
  const dialog = page.locator('dialog[open]')
  await expect.poll(() => dialog.textContent()).toContain('369 件在办案件将从版本 1 迁到版本 2')
  await dialog.getByRole('button', { name: '取消' }).click()
  expect(requests.length).toBe(3)
  await page.getByRole('button', { name: '迁移 369 件' }).click()
  await page.locator('dialog[open]').getByRole('button', { name: '确认迁移' }).click()
  await page.getByText(/正在迁移：\d+ \/ 430 件/).waitFor()
  await page.getByText('已迁移 368 件').waitFor()
  await page.getByText('1 件没有成功').waitFor()
  expect(requests.slice(3).map(({ dryRun }) => dryRun)).toEqual([false, false, false])
  await page.getByText('在办 380 件（').waitFor()
  expect(errors).toEqual([])
  await close()
})

test.each([
  ['zh', desktop],
  ['en', phone],
] as const)(
  'in %s at %o it stays within the width, keeps WCAG, and on a phone begins with the list',
  async (language, size) => {
    const { page, errors, close } = await open(`${gallery}?against=1`, {
      size,
      language,
      who: 'sun.li',
    })
    await page.waitForSelector('.difference')
    await page.locator('.outline-n').first().waitFor()
    const small = size.width < 800
    await expect.poll(() => page.locator('.chart-scroll').count()).toBe(small ? 0 : 9)
    await shot(page, `processes/${language}-${size.width}`)
    if (small) {
      await page.locator('.picture-head button').click()
      await expect.poll(() => page.locator('.chart-scroll').count()).toBe(9)
    }
    expect(await overflow(page)).toBe(0)
    expect(await axe(page)).toEqual([])
    expect(errors).toEqual([])
    await close()
  },
)

test('paper has the drawing and the words, and none of the controls', async () => {
  const { page, close } = await open(`${gallery}?against=1`, { who: 'sun.li' })
  await page.waitForSelector('.difference')
  await page.emulateMedia({ media: 'print' })
  const seen = (selector: string) => page.locator(selector).first().isVisible()
  expect([
    await seen('.chart-scroll svg'),
    await seen('.outline-state'),
    await seen('.print-head'),
  ]).toEqual([true, true, true])
  // The drawing is laid out anew for paper, which the page hears of a moment later.
  const smallest = () =>
    page
      .locator('.chart-scroll svg')
      .evaluateAll((all) =>
        Math.min(...all.map((one) => 720 / (one as SVGSVGElement).viewBox.baseVal.width)),
      )
  await expect.poll(async () => (await smallest()) * 13).toBeGreaterThan(8.5)
  expect(await page.locator('details:not([open])').count()).toBe(0)
  expect([await seen('.versions'), await seen('.migration'), await seen('.chart-tools')]).toEqual([
    false,
    false,
    false,
  ])
  const pdf = await page.pdf({ format: 'A4', path: join(pictures, 'paper.pdf') })
  expect(pdf.length).toBeGreaterThan(20_000)
  await close()
})
