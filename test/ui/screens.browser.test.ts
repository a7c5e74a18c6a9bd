// Does every screen open without an error, without a violation of WCAG, in one language and within the width?
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, desktop, openBrowser, openPage, phone, signIn, startFake } from './browser-support.ts'

const staff = [
  '/inbox',
  '/inbox?box=cc',
  '/cases',
  '/search',
  '/search?q=蓝溪',
  '/case/case-1',
  '/case/case-1?tab=flow',
  '/case/case-1?tab=clocks',
  '/case/case-1?tab=record',
  '/case/case-1/act/re-check-failed?task=task-1',
  '/case/case-1/act/transfer',
  '/case/case-items',
  '/case/case-items/act/re-check-failed?task=task-1',
  '/case/case-ownerless/act/verify',
  '/report/hazard-rectification',
  '/limits',
  '/lab',
  '/health',
  '/supervise/clocks',
  '/statistics',
  '/licences',
  '/licences/licence-2',
  '/team',
  '/supervise/flow',
  '/supervise/flow?state=handling.verifying&week=',
  '/supervise/digest',
  '/process/hazard-rectification',
  '/process/hazard-rectification?version=1&against=2',
  '/process/hazard-rectification?version=9',
  '/nowhere',
]
const party = [
  '/e/cases',
  '/e/services',
  '/e/services/hazchem-licence',
  '/e/statistics',
  '/case/case-1',
  '/case/case-1/act/report-rectified',
  '/report/hazard-rectification',
]
const keeper = ['/admin/calendars', '/admin/changes/notice', '/admin/changes/new?revoke=p-1', '/process/hazard-rectification?against=1']

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser?.close())

const people = [
  ['chen.xiaodong', staff],
  ['zhou.min', party],
  ['sun.li', keeper],
] as const

/** What axe looks at depends on the words and on the width, but hardly on both together: each of the four stands in one of two looks. */
const looked = new Set(['zh desktop', 'en phone'])

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  describe.each([
    ['desktop', desktop],
    ['phone', { ...phone, height: 4_000 }],
  ] as const)('on a %s', (name, size) => {
    const violations = async (page: Page) => (looked.has(`${language} ${name}`) ? axe(page) : [])
    test.concurrent.each(people)('%s reads every screen', async (username, paths) => {
      // Each with a server of his own: it knows one person signed in.
      const fake = await startFake()
      const { page, errors, close } = await openPage(browser, size, language)
      await page.goto(`${fake.url}/sign-in`)
      await page.waitForSelector('.account')
      expect(await violations(page)).toEqual([])
      await signIn(page, fake.url, username)
      for (const path of paths) {
        await page.goto(fake.url + path)
        await page.waitForSelector('main h1')
        await page.waitForTimeout(300)
        expect({ path, broken: await violations(page) }).toEqual({ path, broken: [] })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect({ path, overflow: Math.max(0, overflow) }).toEqual({ path, overflow: 0 })
        const latin = await page.evaluate(() =>
          [...document.querySelectorAll('[aria-label]')]
            .map((one) => one.getAttribute('aria-label') ?? '')
            .filter((label) => /[A-Za-z]{3,}/.test(label)),
        )
        if (language === 'zh') expect({ path, latin }).toEqual({ path, latin: [] })
      }
      expect(errors).toEqual([])
      await close()
      fake.close()
    })
  })
})
