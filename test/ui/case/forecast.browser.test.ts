// Does a case tell which steps are to come and when, in words as well as in a picture, on every screen and on paper?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { sampled } from '../../support/deep.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  phone,
  type Size,
  startFake,
} from '../browser-support.ts'
import { forecastOf } from '../fake/forecast.ts'

const fake = await startFake()
const browser = await openBrowser()
const open = async (who: string, size: Size, language: 'zh' | 'en') => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await opened.page.goto(`${fake.url}/case/case-1`)
  await opened.page.waitForSelector('.forecast-path')
  return opened
}
const lines = (page: Page) => page.locator('.forecast-path > li').allInnerTexts()

const looks = sampled<[string, Size, 'zh' | 'en']>(
  [
    ['desktop', desktop, 'en'],
    ['phone', phone, 'zh'],
  ],
  [
    ['desktop', desktop, 'zh'],
    ['phone', phone, 'en'],
  ],
)
test.each(looks)(
  'S2 on a %s: step, people, days, law; nothing is only in the picture (%#)',
  async (name, size, language) => {
    const { page, errors, close } = await open('chen.xiaodong', size, language)
    const [first = '', second = '', end = ''] = await lines(page)
    const inLanguage = (zh: string, en: string) => (language === 'zh' ? zh : en)
    for (const words of [
      inLanguage('待复查', 'To be re-checked'),
      inLanguage('当前环节', 'now'),
      inLanguage('重新办理', 'run again'),
      '刘建国',
      inLanguage('已超过', 'passed'),
    ])
      expect(first).toContain(words)
    expect(second).toContain(inLanguage('多由 陈晓东 办理', 'usually 陈晓东'))
    expect(end).toContain(inLanguage('暂估', 'estimate'))
    await expect.poll(() => page.locator('.forecast-note').innerText()).toContain('12%')
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true)
    for (const part of await page.locator('.forecast-bar rect').all())
      expect((await part.boundingBox())?.height).toBeLessThanOrEqual(16)
    expect(await axe(page)).toEqual([])
    await page.locator('.forecast').scrollIntoViewIfNeeded()
    await shot(page, `forecast/staff-${name}-${language}`)
    expect(errors).toEqual([])
    await close()
  },
)

test.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)(
  'S8 on a %s: the enterprise reads whose turn it is, and no name',
  async (name, size) => {
    const { page, errors, close } = await open('zhou.min', size, 'zh')
    const all = (await lines(page)).join('\n')
    expect(all).toContain('监管部门')
    expect(all).not.toContain('刘建国')
    expect(await axe(page)).toEqual([])
    await shot(page, `forecast/party-${name}`)
    expect(errors).toEqual([])
    await close()
  },
)

test('with too short a history it says so and keeps to the law, and names what ends if not the whole matter; on paper the words stand without the picture', async () => {
  const { page, close } = await openPage(browser, desktop, 'zh')
  await page.route('**/forecast', (route) => route.fulfill({ json: forecastOf(false, 'thin') }))
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.goto(`${fake.url}/case/case-1`)
  await page.waitForSelector('.forecast-path')
  await expect.poll(() => page.locator('.forecast-note').innerText()).toContain('暂无足够历史')
  const all = await lines(page)
  const [first = ''] = all
  expect([first.includes('办理期限'), first.includes('预计')]).toEqual([true, false])
  expect(all.at(-1)).toContain('安全条件审查办结')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.locator('.forecast-bar').first().isVisible()).toBe(false)
  await expect.poll(() => page.locator('.forecast-path > li').first().isVisible()).toBe(true)
  await close()
})
