// Does one get anywhere by Ctrl+K, keep and lend filters, take every list along, and print lists in black and white?
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { atRest } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  overflow,
  phone,
  type Size,
  startFake,
} from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const open = async (
  path: string,
  language: 'zh' | 'en' = 'zh',
  size: Size = desktop,
  who = 'chen.xiaodong',
) => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await opened.page.goto(fake.url + path)
  await opened.page.waitForSelector('main h1')
  // Keys are heard once the page has come to rest.
  await atRest(opened.page)
  return opened
}
const current = (page: Page) => page.locator('[role=option][aria-selected=true]').innerText()
const input = (page: Page) => page.getByRole('combobox')

describe('the palette', () => {
  test('opens by Ctrl+K, is walked by arrows, opens a case by Enter and closes by Esc', async () => {
    const { page, errors, close } = await open('/limits')
    await page.getByRole('button', { name: '搜索' }).waitFor()
    await page.keyboard.press('Control+k')
    expect(await input(page).evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await current(page)).toBe('待办')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('蓝溪')
    await page.getByRole('option', { name: /蓝溪精密铸造有限公司.*91330803/ }).waitFor()
    await expect.poll(() => page.getByRole('group', { name: '案件' }).count()).toBe(1)
    await expect.poll(() => page.locator('[role=option] mark').first().innerText()).toBe('蓝溪')
    expect(await axe(page)).toEqual([])
    await shot(page, 'search/palette-zh')
    const first = await current(page)
    await page.keyboard.press('ArrowDown')
    const second = await current(page)
    expect(second).not.toBe(first)
    await expect
      .poll(() => input(page).getAttribute('aria-activedescendant'))
      .toBe(await page.locator('[aria-selected=true]').getAttribute('id'))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await current(page)).toBe('查看“蓝溪”的全部结果')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/case\/case-/)
    expect(errors).toEqual([])
    await close()
  })
  test('finds what was written and shows the line, leads to pages, and to an enterprise’s cases', async () => {
    const { page, close } = await open('/inbox')
    await page.keyboard.press('Control+k')
    await input(page).fill('电缆裸露')
    await page.locator('.palette-line mark').waitFor()
    await expect
      .poll(() => page.locator('.palette-line').innerText())
      .toContain('灯具外壳破损，电缆裸露，已要求停用')
    await input(page).fill('时限')
    await page.getByRole('option', { name: '时限试算' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/limits$/)
    await page.keyboard.press('Control+k')
    await input(page).fill('清源水泥')
    await page.getByRole('option', { name: /清源水泥制品有限公司.*91330803/ }).click()
    await page.waitForURL(
      (url) =>
        url.pathname === '/cases' && url.searchParams.get('q') === '衢州市清源水泥制品有限公司',
    )
    await close()
  })
  test('says that it cannot search now, and leads to all results before an answer has come', async () => {
    const { page, close } = await open('/cases')
    await page.keyboard.press('Control+k')
    await input(page).fill('坏')
    await page.getByRole('status').getByText('服务暂时不可用').waitFor()
    await input(page).fill('慢')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === '慢')
    await page.getByText('没有找到。').waitFor()
    await close()
  })
  test('is opened by a button on a phone, in English, within the width', async () => {
    const { page, close } = await open('/inbox', 'en', { width: 390, height: 844 })
    expect(await overflow(page)).toBe(0)
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await input(page).fill('蓝溪')
    await page.locator('[role=option] mark').first().waitFor()
    expect([await overflow(page), await axe(page)]).toEqual([0, []])
    await shot(page, 'search/palette-phone-en')
    await close()
  })
  test('is not for the party', async () => {
    const { page, close } = await open('/e/cases', 'zh', desktop, 'zhou.min')
    await page.keyboard.press('Control+k')
    await page.waitForTimeout(300)
    expect([
      await page.getByRole('dialog').count(),
      await page.getByRole('button', { name: '搜索' }).count(),
    ]).toEqual([0, 0])
    await close()
  })
})

describe('kept filters', () => {
  test('are saved, lent, used, taken away and brought back', async () => {
    const { page, errors, close } = await open('/cases?q=%E8%93%9D%E6%BA%AA')
    await page.getByRole('button', { name: '常用筛选' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('李强 共享').waitFor()
    await dialog.getByLabel('名称').fill('蓝溪在办')
    await dialog.getByLabel('共享', { exact: true }).selectOption('330803-bureau')
    await dialog.getByRole('button', { name: '保存当前筛选' }).click()
    await dialog.getByText('已保存“蓝溪在办”').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'search/filters-zh')
    const shared = dialog.getByLabel('“蓝溪在办”的共享范围')
    await expect.poll(() => shared.inputValue()).toBe('330803-bureau')
    await shared.selectOption('')
    await expect.poll(() => shared.inputValue()).toBe('')
    await dialog.getByRole('button', { name: '全区化工' }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === '化工')
    await page.getByRole('button', { name: '常用筛选' }).click()
    await dialog.getByRole('button', { name: '蓝溪在办', exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === '蓝溪')
    await page.getByRole('button', { name: '常用筛选' }).click()
    await dialog.getByRole('button', { name: '删除“蓝溪在办”' }).click()
    await dialog.getByText('已删除“蓝溪在办”').waitFor()
    await expect
      .poll(() => dialog.getByRole('button', { name: '蓝溪在办', exact: true }).count())
      .toBe(0)
    await dialog.getByRole('button', { name: '撤销' }).click()
    await dialog.getByRole('button', { name: '蓝溪在办', exact: true }).waitFor()
    await dialog.getByLabel('名称').fill('满')
    await dialog.getByRole('button', { name: '保存当前筛选' }).click()
    await dialog.getByText('最多保存 50 个筛选').waitFor()
    await dialog.getByRole('button', { name: '关闭', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('常用筛选')
    expect(errors).toEqual([])
    await close()
  })
  test('of an inbox bring back box, words and level; without a condition nothing is saved', async () => {
    const { page, close } = await open('/inbox?box=pool', 'en', phone)
    await page.locator('input[data-search]').fill('Lan')
    await page.getByRole('button', { name: 'Saved filters' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('To claim')
    await dialog.getByRole('button', { name: 'Save the current filter' }).click()
    await dialog.getByText('“To claim” was saved').waitFor()
    expect([await overflow(page), await axe(page)]).toEqual([0, []])
    await shot(page, 'search/filters-phone-en')
    await page.goto(`${fake.url}/inbox`)
    await page.getByRole('button', { name: 'Saved filters' }).click()
    await dialog.getByRole('button', { name: 'To claim', exact: true }).click()
    await page.waitForURL(/box=pool/)
    await expect.poll(() => page.locator('input[data-search]').inputValue()).toBe('Lan')
    await page.goto(`${fake.url}/cases`)
    await page.getByRole('button', { name: 'Saved filters' }).click()
    await dialog.getByText('No filter is set at present.').waitFor()
    await dialog.getByLabel('Name').fill('Nothing')
    await expect
      .poll(() => dialog.getByRole('button', { name: 'Save the current filter' }).isDisabled())
      .toBe(true)
    await close()
  })
})

test.each([
  ['/inbox?box=pool', 'inbox', 'box=pool'],
  ['/supervise/clocks?level=1', 'clocks', 'level=1'],
])('%s is taken along as a file with its filter', async (path, list, filter) => {
  const { page, close } = await open(path)
  await page.locator('.export-menu > button').click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await download
  const requestsOf = (await (await fetch(`${fake.url}/fake/exports`)).json()) as {
    list: string
    query: string
  }
  expect(requestsOf.list).toBe(list)
  expect(requestsOf.query).toContain(filter)
  await close()
})

test.each([
  ['/cases?q=%E8%93%9D%E6%BA%AA', '筛选：蓝溪', 'cases'],
  ['/inbox', '筛选：全部', 'inbox'],
  ['/search?q=%E8%93%9D%E6%BA%AA', '筛选：蓝溪', 'search'],
  ['/case/case-1', '打印人：陈晓东（衢江区应急管理局） 打印时间：2026-', 'case'],
  ['/case/case-1?tab=record', '打印人：陈晓东（衢江区应急管理局） 打印时间：2026-', 'case-record'],
])(
  'promise (screens): %s on paper says what it is, whose and when, without a button and without a blank half page',
  async (path, words, name) => {
    const { page, close } = await open(path, 'zh', { width: 794, height: 1123 })
    await page.waitForTimeout(400)
    await page.emulateMedia({ media: 'print' })
    await page.getByText(words).waitFor()
    await expect.poll(() => page.locator('h1').first().isVisible()).toBe(true)
    await expect.poll(() => page.getByText('打印人：陈晓东').isVisible()).toBe(true)
    const controls = await page
      .locator(
        'input:visible, select:visible, button:visible, .button:visible, .chip:visible, nav:visible',
      )
      .count()
    expect(controls).toBe(0)
    expect(await overflow(page)).toBe(0)
    if (name === 'inbox') await expect.poll(() => page.locator('.row').count()).toBe(6)
    await shot(page, `search/print-${name}`)
    const pdf = await page.pdf({
      format: 'A4',
      ...(process.env.PICTURES ? { path: `${process.env.PICTURES}/${name}.pdf` } : {}),
    })
    expect(pdf.length).toBeGreaterThan(5_000)
    // What lies between the margins of A4: the record once, and no more sheets than what stands on them fills.
    await page.setViewportSize({ width: 703, height: 1017 })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    const filled = await page.evaluate(() => document.documentElement.scrollHeight / 1017)
    expect(sheets).toBeLessThanOrEqual(Math.ceil(filled))
    await expect
      .poll(() => page.locator('.timeline:visible').count())
      .toBe(path.startsWith('/case/') ? 1 : 0)
    await close()
  },
)
