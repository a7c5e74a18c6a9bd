// How do the interface tests open the built interface in a real browser?
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { uiFolder } from '../../bin/infra/ui-build.ts'
import { atRest, followRequests, launch } from '../support/browser/browser.ts'
import ensureBuilt from '../support/browser/built-ui.ts'
import { sampled } from '../support/deep.ts'
import { type Fake, serveFake } from './fake/api.ts'

const root = resolve(import.meta.dirname, '../..')
const axeSource = readFileSync(resolve(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** Where the interface lies, built from the present sources: by the stage's setup, or now. */
export const builtUi = async (): Promise<string> => {
  await ensureBuilt()
  return uiFolder(root)
}

type Language = 'zh' | 'en'

/** Pages that nobody uses at the moment, each in a context of its own, by browser and language: a new one costs as much as two screens. */
const free = new WeakMap<Browser, Record<Language, Page[]>>()
const freeOf = (browser: Browser): Record<Language, Page[]> => {
  const known = free.get(browser) ?? { zh: [], en: [] }
  free.set(browser, known)
  return known
}

let running: Promise<Browser> | undefined

/** The browser of all files of a run; each file, when it is done, shuts the windows that it has left open. */
export const openBrowser = async (): Promise<Browser> => {
  if (!(await running)?.isConnected()) running = launch()
  const browser = await running!
  afterAll(async () => {
    const kept = Object.values(freeOf(browser))
      .flat()
      .map((page) => page.context())
    await Promise.all(
      browser.contexts().map((context) => kept.includes(context) || context.close()),
    )
  })
  return browser
}

/** Those that no file uses at the moment: what a browser has loaded from one of them it need not load again. */
const freeFakes: Fake[] = []

/** Before the interface as the stage's setup has built it from the present sources; away when its file is done. */
export const startFake = async (): Promise<Fake> => {
  const fake = freeFakes.pop() ?? (await serveFake(uiFolder(root)))
  fake.renew()
  afterAll(() => void freeFakes.push(fake))
  return fake
}

export type Size = { width: number; height: number }
/** Tall enough that no sticky bar hides what is checked. */
export const phone: Size = { width: 390, height: 2600 }
export const desktop: Size = { width: 1440, height: 900 }

/** Each language and each width; Chinese at full width is what nearly all other tests read. */
export const looksByWidth = sampled<[Language, Size]>(
  [
    ['zh', phone],
    ['en', desktop],
  ],
  [
    ['zh', desktop],
    ['en', phone],
  ],
)

const newContext = async (browser: Browser, language: Language): Promise<BrowserContext> => {
  // Keeping the interface for later is what the phone's tests are about; here it would cost more than the test.
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' })
  await context.addInitScript((value) => {
    if (!localStorage.getItem('locale')) localStorage.setItem('locale', value)
  }, language)
  return context
}

/** At the origin, with nothing of the interface loaded. */
const nowhere = '/healthz'
const events = ['request', 'requestfinished', 'requestfailed', 'response'] as const
const further = ['pageerror', 'console', 'dialog', 'download', 'popup'] as const

/** Nothing of a test is left in its page for the next: no cookie, nothing stored, no way back, no answer made up. False: not to be had. */
const clearedForOthers = async (page: Page): Promise<boolean> => {
  const context = page.context()
  if (page.isClosed() || !page.url().startsWith('http')) return false
  for (const event of [...events, ...further]) page.removeAllListeners(event)
  for (const other of context.pages()) if (other !== page) await other.close()
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.emulateMedia({ media: null })
  const { origin } = new URL(page.url())
  if (!(await page.goto(origin + nowhere).catch(() => null))) return false
  await context.clearCookies()
  const cdp = await context.newCDPSession(page)
  const storageTypes = 'local_storage,indexeddb,cache_storage'
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes })
  await cdp.send('Page.resetNavigationHistory')
  await cdp.detach()
  return true
}

/**
 * A page in a language and size; what the console says as an error is collected.
 * `alone`: one that nobody had before and nobody will have after it, for what cannot be undone, as scripts that run before every screen.
 */
export const openPage = async (
  browser: Browser,
  size: Size,
  language: Language,
  { alone = false } = {},
) => {
  const pool = freeOf(browser)[language]
  const page =
    (alone ? undefined : pool.pop()) ?? (await (await newContext(browser, language)).newPage())
  await page.setViewportSize(size)
  followRequests(page)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|404|409|422)/.test(message.text()))
      errors.push(message.text())
  })
  const close = async () => {
    if (alone || !(await clearedForOthers(page))) return page.context().close()
    pool.push(page)
  }
  return { page, errors, close }
}

/** Somebody is signed in, and the page stands at the origin with nothing of the interface loaded: what comes first is the test's. */
export const letIn = async (page: Page, url: string, username: string) => {
  await page.request.post(`${url}/api/session`, { data: { username } })
  if (page.url() !== url + nowhere) await page.goto(url + nowhere)
}

/** How a screen of the stand-in is opened by somebody who is signed in: an official of the district, where nobody else is named. */
export const opener =
  (browser: Browser, { url }: Fake) =>
  async (
    path: string,
    size: Size = desktop,
    language: Language = 'zh',
    username = 'chen.xiaodong',
  ) => {
    const opened = await openPage(browser, size, language)
    await letIn(opened.page, url, username)
    await opened.page.goto(url + path)
    return opened
  }

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))

/** Goes to another screen inside the interface, as a link would: the program is loaded once. */
export const follow = async (page: Page, path: string) => {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)
  await atRest(page)
}

/** The same as a newcomer does it. */
export const signIn = async (page: Page, url: string, username: string) => {
  await page.goto(`${url}/sign-in`)
  await page.locator('.account', { hasText: username }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}

type Violation = { id: string; nodes: { html: string }[] }
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules of WCAG 2.2 A and AA and best practice that the page breaks; what it keeps is not described, which takes longest. */
export const axe = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate('!!globalThis.axe'))) await page.evaluate(axeSource)
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`
  const { violations } = (await page.evaluate(run)) as { violations: Violation[] }
  return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`)
}
