// People at browsers: each has a window of his own, signs in by the form, and does what the page offers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import { expect } from 'vitest'
import { DEMO_PASSWORD } from '../../../bin/seed/accounts.ts'

const axe = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'node_modules', 'axe-core', 'axe.min.js'),
  'utf8',
)

// A page is looked at for a second: what would make its second minute faster is computed in vain.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--js-flags=--no-opt,--no-maglev',
]

/**
 * `trustedKey`: SHA-256 in base64 of the public key of a server whose certificate nobody signed. A certificate error that is
 * only ignored makes Chromium start each request anew, up to ERR_TOO_MANY_RETRIES on a busy machine (crbug.com/488043).
 */
export const launch = (trustedKey?: string): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM
  if (!executablePath)
    throw new Error(process.env.CHROMIUM_MISSING ?? 'CHROMIUM does not name a browser')
  // Without a locale Chromium cannot write Chinese names of files.
  return chromium.launch({
    executablePath,
    env: { ...process.env, LANG: 'C.UTF-8' },
    args: trustedKey ? [...FLAGS, `--ignore-certificate-errors-spki-list=${trustedKey}`] : FLAGS,
  })
}

export type Width = 'desktop' | 'phone'
const viewports = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

export type Visitor = { page: Page; context: BrowserContext; errors: string[] }

type Window = {
  width?: Width
  locale?: 'zh' | 'en' /** The browser keeps the interface for times without a network. */
  keeps?: true /** Requests made beside the page accept a certificate signed by nobody; the page itself: `launch`. */
  strangerCertificate?: true
}

/** A window in a language; everything the page complains about is kept. */
export const open = async (
  browser: Browser,
  base: string,
  options: Window = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: base,
    viewport: viewports[options.width ?? 'desktop'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What blinks or slides is drawn anew sixty times a second, in each window that stands open; nothing is read of it.
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: options.strangerCertificate ?? false,
    serviceWorkers: options.keeps ? 'allow' : 'block',
  })
  // On slow processors beside other lanes; only a test that fails waits so long.
  context.setDefaultTimeout(60_000)
  // The browser's own viewer of papers has no storage.
  await context.addInitScript(
    (locale) => localStorage?.setItem('locale', locale),
    options.locale ?? 'zh',
  )
  const page = await context.newPage()
  followRequests(page)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/status of (401|404|409)/.test(message.text()) &&
      errors.push(message.text()),
  )
  return { page, context, errors }
}

const underWay = new WeakMap<Page, Set<Request>>()
/** Follows what the page asks its server for; the stream of news never ends and is not waited for. */
export const followRequests = (page: Page): void => {
  const open = new Set<Request>()
  underWay.set(page, open)
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
}

/** Waits until a page has asked for nothing for a tenth of a second and has nothing to do: sooner than Playwright's half one, and sure. */
export const atRest = async (page: Page): Promise<void> => {
  const busy = () => (underWay.get(page)?.size ?? 0) > 0
  let since = Date.now()
  for (
    const until = Date.now() + 30_000;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 20))
  ) {
    if (busy()) since = Date.now()
    if (Date.now() - since < 100) continue
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 5_000 })),
    )
    if (!busy()) return
  }
  throw new Error(`${page.url()} does not come to rest`)
}

/** Whether the page stood in the interface already, in Chinese, and its own router has led on to there. */
const followLink = async (path: string): Promise<boolean> => {
  const from = location.href
  if (!document.querySelector('main#main') || document.documentElement.lang !== 'zh-CN')
    return false
  const link = Object.assign(document.createElement('a'), { href: path })
  document.body.append(link)
  link.click()
  link.remove()
  // The address changes when the page that it names stands.
  for (const until = performance.now() + 10_000; location.href === from && link.href !== from; ) {
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  // All that is shown is read anew, as after a time without the network: others may have acted since.
  dispatchEvent(new Event('online'))
  return true
}

/** Nothing is read anew on them by itself. */
const openToAll = /^\/(public|verify|services|licences\/lookup|access|sign-in)\b/
/** One would open on the case as it was read before, and what is sent with it would come too late. */
const form = /\/(act|change)\b/

/** Goes to a page as people do who are behind the sign-in already, and waits until it has come to rest; only what must be is loaded. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  const { pathname } = new URL(page.url())
  const loaded = openToAll.test(pathname) || openToAll.test(path) || form.test(path)
  if (loaded || !(await page.evaluate(followLink, path))) await page.goto(path)
  await page.locator('main h1, main h2').first().waitFor()
  await atRest(page)
}

/** Gives the window a session without the form, which has tests of its own. */
export const letIn = async ({ context }: Visitor, username: string): Promise<void> => {
  const answer = await context.request.post('/api/session', {
    data: { username, password: DEMO_PASSWORD },
  })
  expect(answer.status()).toBe(200)
}

/** Signs in by the form, as a newcomer would. */
export const signIn = async ({ page }: Visitor, username: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.locator('#field-username').fill(username)
  await page.locator('#field-password').fill(DEMO_PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

export type Filling = Record<string, string | true>

/** Fills the fields of the open form by their names; radios and selects by value. */
export const fill = async (page: Page, filling: Filling): Promise<void> => {
  for (const [name, value] of Object.entries(filling)) {
    const radio = page.locator(
      `input[type=radio][name="${name}"][value="${String(value).replace(/["\\\n]/g, '')}"]`,
    )
    // A form may be there before its fields.
    await radio
      .or(page.locator(`#field-${name}`))
      .first()
      .waitFor({ state: 'attached' })
    if ((await radio.count()) > 0) {
      await radio.check()
      continue
    }
    const field = page.locator(`#field-${name}`)
    if (value === true) await field.check()
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Presses an act on the case's page, fills its form, reads the interruption card if there is one, and sends it. */
export const act = async (
  { page }: Visitor,
  id: string,
  name: string,
  filling: Filling = {},
): Promise<void> => {
  await goTo(page, `/case/${id}`)
  await press(page, name)
  await page.locator('form.act-form').waitFor()
  await fill(page, filling)
  await sendForm(page).catch(async (cause: unknown) => {
    const why = await page.locator('[role=alert], .error-summary').allInnerTexts()
    throw new Error(`“${name}” was not sent: ${why.join(' ').slice(0, 1_000)}`, { cause })
  })
}

/** Presses what the page offers under a name; a grave act carries an ellipsis. To ask every element for its role takes a page of a long case half a second. */
export const press = (page: Page, name: string): Promise<void> =>
  page
    .locator('a, button')
    .filter({ hasText: new RegExp(`^${name}`), visible: true })
    .first()
    .click()

/** Sends the form that stands open, past the card of a grave act; one wait for both, since one that is left behind goes on looking for a minute. */
export const sendForm = async (page: Page): Promise<void> => {
  await page.locator('form.act-form button[type=submit]').click()
  await page
    .waitForFunction(
      () => location.href.includes('sent=') || document.querySelector('.interruption button'),
      undefined,
      { polling: 50 },
    )
    .catch(() => undefined)
  const card = page.locator('.interruption button', { hasText: '我已知悉后果，确认提交' })
  if (await card.isVisible()) await card.click()
  await page.waitForURL(/sent=/)
}

/** What axe finds wrong on the page, rule and place. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as {
        axe: {
          run: (
            options: unknown,
          ) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
        }
      }
    ).axe
    return (
      await runner.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      })
    ).violations
  })
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => String(target[0]))
        .slice(0, 3)
        .join(' · ')}`,
  )
}

export const quiet = ({ errors }: Visitor): void => expect(errors).toEqual([])
