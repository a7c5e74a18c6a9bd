// Does every screen open without an error, without a violation of WCAG, in one language and within the width?
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deep } from '../support/deep.ts'
import {
  axe,
  desktop,
  follow,
  openBrowser,
  openPage,
  overflow,
  phone,
  signIn,
  startFake,
} from './browser-support.ts'

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
  '/supervise/discretion',
  '/supervise/digest',
  '/process/hazard-rectification',
  '/process/hazard-rectification?version=1&against=2',
  '/process/hazard-rectification?version=9',
  '/me',
  '/nowhere',
]
const party = [
  '/e/cases',
  '/e/services',
  '/e/services/hazchem-licence',
  '/e/statistics',
  '/case/case-1',
  '/case/case-1/act/report-rectified',
  '/me',
  '/report/hazard-rectification',
]
const clockOwner = [
  '/me',
  '/admin/calendars',
  '/admin/changes/notice',
  '/admin/changes/new?revoke=p-1',
  '/process/hazard-rectification?against=1',
]

const browser = await openBrowser()

const people = [
  ['chen.xiaodong', staff],
  ['zhou.min', party],
  ['sun.li', clockOwner],
] as const

const tall = { ...phone, height: 4_000 }
/**
 * What axe looks at depends on the words and on the width, but hardly on both together: each language is looked at in one of them,
 * and outside the deep run each screen in one language.
 */
const looks = [
  ['zh', desktop, tall],
  ['en', tall, desktop],
] as const

/** Names for the ears that hold words of the other language; a kind of file is called the same in both. */
const latin = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[aria-label]')]
      .map((one) => one.getAttribute('aria-label') ?? '')
      .filter((label) => /[A-Za-z]{3,}/.test(label.replace(/PDF|CSV/g, ''))),
  )

/** Half-width brackets behind or around Chinese, as they are put together on a page. */
const halfWidth = (page: Page) =>
  page.evaluate(
    () =>
      /[\u4e00-\u9fff“”0-9] ?\([^)]*[\u4e00-\u9fff][^)]*\)/.exec(
        document.querySelector('main')?.innerText ?? '',
      )?.[0] ?? null,
  )

/** Chromium 90 to 92 lack them; bureaus still run those. */
const aged = 'delete Object.hasOwn; delete Array.prototype.at'

// Each with a server of his own: it knows one person signed in.
const servers = await Promise.all(people.map(startFake))

describe.each(looks)('in %s', (language, size, turned) => {
  test.each(people.map(([name, paths], at) => [name, paths, servers[at]!.url] as const))(
    '%s reads every screen, wide and narrow',
    async (username, paths, url) => {
      const { page, errors, close } = await openPage(browser, size, language, { alone: true })
      await page.addInitScript(aged)
      await page.goto(`${url}/sign-in`)
      await page.waitForSelector('.account')
      expect(await axe(page)).toEqual([])
      await signIn(page, url, username)
      for (const path of paths.filter(
        (_, nth) => deep || nth % 2 === (language === 'zh' ? 0 : 1),
      )) {
        await follow(page, path)
        expect({ path, headed: await page.locator('main h1').count() }).toEqual({ path, headed: 1 })
        expect({ path, broken: await axe(page), overflow: await overflow(page) }).toEqual({
          path,
          broken: [],
          overflow: 0,
        })
        if (language === 'zh')
          expect({ path, latin: await latin(page), halfWidth: await halfWidth(page) }).toEqual({
            path,
            latin: [],
            halfWidth: null,
          })
        await page.setViewportSize(turned)
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
        expect({ path, turned: await overflow(page) }).toEqual({ path, turned: 0 })
        await page.setViewportSize(size)
        expect({ path, errors }).toEqual({ path, errors: [] })
      }
      await close()
    },
  )
})
