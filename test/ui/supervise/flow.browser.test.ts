// Do bottlenecks, digest and reachability read well: keys, figures, twin, list, paper, both languages, phone?
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
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

test('arrow keys walk the cells, Enter lists the cases behind one, and its address can be shared', async () => {
  const { page, errors, close } = await open('/supervise/flow')
  await page.waitForSelector('.heat-cell')
  await shot(page, 'flow/desktop')
  await expect.poll(() => page.locator('.heat-cell[tabindex="0"]').count()).toBe(1)
  await page.locator('.heat-cell[tabindex="0"]').focus()
  const first = await focused(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).not.toBe(first)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  expect(await focused(page)).toBe(first)
  await page.keyboard.press('End')
  expect(await focused(page)).toContain('全期')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.flow-cases tbody tr')
  expect(new URL(page.url()).searchParams.get('state')).toBeTruthy()
  await expect.poll(() => page.locator('.flow-cases h2').textContent()).toContain('60 件')
  await page.getByRole('button', { name: '再显示 10 件' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.flow-cases tbody tr').length === 60)
  await page.reload()
  await page.waitForSelector('.flow-cases tbody tr')
  await page.locator('.flow-cases tbody a').first().click()
  await page.waitForURL('**/case/case-1?tab=record')
  expect(errors).toEqual([])
  await close()
})

test('the figure can be chosen; few cases stand without shade; table, chart and paper say the same', async () => {
  const { page, close } = await open('/supervise/flow')
  await page.waitForSelector('.heat-cell')
  const few = page.locator('.heat-cell.few')
  await expect.poll(() => few.first().textContent()).toBe('仅 7 件')
  await expect.poll(() => few.first().getAttribute('class')).toContain('heat-0')
  await page.getByRole('button', { name: '退回率' }).click()
  await page.waitForURL('**metric=returns**')
  await expect
    .poll(() =>
      page
        .locator('tr', { has: page.locator('th[scope=row]') })
        .first()
        .locator('.heat-cell')
        .first()
        .textContent(),
    )
    .toMatch(/%$/)
  await page.getByRole('button', { name: '件数', exact: true }).click()
  expect(await page.locator('.heat-cell.few').count()).toBe(0)
  await expect
    .poll(() => page.locator('.chart-note').first().textContent())
    .toMatch(/^400 件 · 中位 [\d.]+ 天$/)
  await page.getByRole('button', { name: '以表格查看' }).first().click()
  await page.waitForSelector('.flow-table')
  await expect.poll(() => page.locator('.flow-table thead th').count()).toBe(7)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '以图形查看' }).first().click()
  await page.emulateMedia({ media: 'print' })
  await shot(page, 'flow/print')
  await close()
})

test('it is reckoned again on demand, and says how many cases were renewed', async () => {
  const { page, close } = await open('/supervise/flow')
  await page.getByRole('button', { name: '重新统计' }).click()
  await page.getByText('已重新统计，更新 12 件').waitFor()
  await page.getByRole('link', { name: '时限与升级' }).first().click()
  await page.waitForSelector('[data-row]')
  await close()
})

test.each([
  ['desktop', desktop, 'zh'],
  ['phone', phone, 'en'],
] as const)(
  'on a %s %o in %s every page is accessible and within the width',
  async (name, size, language) => {
    const { page, errors, close } = await open(
      '/supervise/flow?state=handling.verifying&week=',
      size,
      language,
    )
    await page.waitForSelector('.flow-cases tbody tr')
    for (const [path, ready] of [
      ['', '.heat-cell'],
      ['/supervise/digest', '.plain-table'],
      ['/health', '#reachability .plain-table'],
    ] as const) {
      if (path) await page.goto(fake.url + path)
      await page.waitForSelector(ready)
      await shot(page, `flow/${name}-${language}${path.replaceAll('/', '-')}`)
      expect({ path, broken: await axe(page), overflow: await overflow(page) }).toEqual({
        path,
        broken: [],
        overflow: 0,
      })
    }
    expect(errors).toEqual([])
    await close()
  },
)

test('the digest: late, soon, skipped days; a quiet day says so; a day without one offers the newest', async () => {
  const { page, close } = await open('/supervise/digest')
  await page.getByRole('heading', { name: '新逾期 2 件' }).waitFor()
  await expect.poll(() => page.locator('.notice.warn').textContent()).toContain('因系统中断未发送')
  await expect
    .poll(() => page.getByRole('heading', { name: '3 个工作日内到期 1 件' }).count())
    .toBe(1)
  const days = await page
    .getByRole('combobox', { name: '日期' })
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  await page.getByRole('combobox', { name: '日期' }).selectOption(days[1]!)
  await page.getByText('无逾期，未发送邮件').waitFor()
  await page.goto(`${fake.url}/supervise/digest?date=2020-01-01`)
  await page.getByRole('link', { name: '看最新一份' }).click()
  await page.getByRole('heading', { name: '新逾期 2 件' }).waitFor()
  await close()
})

test('the wall warns of posts that cannot be notified and marks the lanes whose next level nobody would hear of', async () => {
  const { page, close } = await open('/supervise/clocks')
  await page.waitForSelector('.wall-unreachable')
  await expect
    .poll(() => page.locator('.wall-unreachable').textContent())
    .toContain('2 个岗位无法通知，涉及 2 件案件')
  await page.waitForSelector('#lane-case-1 .wall-silent')
  await expect.poll(() => page.locator('.wall-silent').count()).toBe(2)
  await shot(page, 'flow/wall', {})
  expect(await axe(page)).toEqual([])
  await page.locator('.wall-unreachable a').click()
  await page.waitForSelector('#reachability .plain-table')
  await expect
    .poll(() => page.locator('#reachability').textContent())
    .toContain('何局长：没有账号、最近一封邮件被退回')
  await page.evaluate(() => fetch('/fake/gaps/0', { method: 'POST' }))
  await page.goto(`${fake.url}/supervise/clocks`)
  await page.waitForSelector('[data-row]')
  await page.waitForTimeout(300)
  expect(await page.locator('.wall-unreachable').count()).toBe(0)
  await page.evaluate(() => fetch('/fake/gaps/1', { method: 'POST' }))
  await close()
})
