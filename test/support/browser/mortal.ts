// A browser of its own process and profile that a test may kill like a phone whose battery dies, and open again.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

export type MortalBrowser = ReturnType<typeof createMortalBrowser>

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const found = /ws:\/\/\S+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser ended: ${said}`)))
  })

/** Nobody opens it before `open`; what it keeps lies in one folder until `close`. */
export const createMortalBrowser = (base: string) => {
  const profile = mkdtempSync(join(tmpdir(), 'anjian-profile-'))
  let child: ChildProcess | undefined
  const open = async (): Promise<Page> => {
    // Its shell does not keep what a page has put aside for times without a network.
    const whole = process.env.CHROMIUM_WHOLE
    if (!whole) throw new Error('a whole Chromium is needed, for example the package chromium')
    child = spawn(
      whole,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        '--window-size=390,844',
        'about:blank',
      ],
      { env: { ...process.env, LANG: 'zh_CN.UTF-8' }, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const browser = await chromium.connectOverCDP(await listening(child))
    const [context] = browser.contexts()
    if (!context) throw new Error('the browser has no window')
    await context.addInitScript(() => localStorage?.setItem('locale', 'zh'))
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(base).catch(() => undefined)
    return page
  }
  /** SIGKILL: no word to the page, nothing written any more. */
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGKILL')
    await gone
  }
  return {
    open,
    kill,
    close: async (): Promise<void> => {
      if (child && child.exitCode === null && child.signalCode === null) await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
