// How does a run look at the product through a real browser?
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { ensureUi, uiBuild } from '../bin/infra/ui-build.ts'
import { DEMO_PASSWORD } from '../bin/seed/accounts.ts'

const root = join(import.meta.dirname, '..')
const desktop = { width: 1440, height: 900 }

/** Without a graphics card; null where there is no Chromium. */
export const openBrowser = async (): Promise<Browser | null> => {
  const executablePath = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path))
  if (!executablePath) return null
  await ensureUi(root, async () => {
    await promisify(execFile)(process.execPath, uiBuild(root).flat(), { cwd: root })
  })
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A browser that knows nothing yet, with that person signed in. */
export const signedIn = async (
  browser: Browser,
  base: string,
  username: string,
): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: desktop })
  const answer = await context.request.post(`${base}/api/session`, {
    data: { username, password: DEMO_PASSWORD },
  })
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`)
  return context
}
