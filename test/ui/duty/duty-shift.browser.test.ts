// Does the desk stay the same through a shift: its memory, what lies under the hand, what it says while the server is away?
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import { shot } from '../../support/browser/shot.ts'
import { openWire } from '../../support/browser/wire.ts'
import { deep } from '../../support/deep.ts'
import { axe, desktop, letIn, openBrowser, openPage, startFake } from '../browser-support.ts'

const fake = await startFake()
const wire = await openWire(fake.url)
afterEach(wire.mend)
afterAll(() => wire.close())
const browser = await openBrowser()

const raise = (path: string, change?: unknown) =>
  fetch(`${fake.url}/fake/${path}`, {
    method: 'POST',
    ...(change ? { body: JSON.stringify(change) } : {}),
  })
const atDesk = async ({ alarms, compressed }: { alarms: number; compressed?: true }) => {
  const opened = await openPage(browser, desktop, 'zh', { alone: compressed === true })
  if (compressed) await opened.page.clock.install()
  await letIn(opened.page, wire.base, 'chen.xiaodong')
  await raise(`alarms/${alarms}`)
  await opened.page.goto(`${wire.base}/duty`)
  await opened.page.waitForSelector('.duty-row')
  return opened
}
const names = (page: Page) => page.locator('.duty-row strong').allTextContents()
/** At which place of the list each row stands that is drawn. */
const order = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('.duty-row')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.id, one.getAttribute('aria-rowindex') ?? ''])),
    )
const arrived = (page: Page) => page.locator('.duty-over > .pill')
const current = '.duty-row[data-current="true"]'

/** What the page holds on to once all that it can let go of is gone. */
const held = async (of: CDPSession) => {
  await of.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await of.send('Memory.getDOMCounters')
  const { usedSize } = await of.send('Runtime.getHeapUsage')
  return { nodes, listeners: jsEventListeners, megabytes: usedSize / 2 ** 20 }
}

describe('a shift of eight hours, an alarm every ten seconds', () => {
  const [alarms, warmUp] = [deep ? 2_880 : 70, 30]

  test('leaves no memory behind, over one stream, and nothing moves under the hand', {
    timeout: 900_000,
  }, async () => {
    const { page, errors, close } = await atDesk({ alarms: 40, compressed: true })
    const cdp = await page.context().newCDPSession(page)
    await page.locator('.duty-sound').click()
    await page.mouse.move(1_430, 5)
    const serve = async (n: number) => {
      await raise(`alarm/${1 + (n % 4)}?standing=40`)
      await page.clock.runFor(10_000)
      if (n % 10 !== 0) return
      // Whoever walks the list has it standing still until he lets it go.
      await page.keyboard.press('n')
      // The list first comes to where he stands.
      await page.locator(current).waitFor()
      await page.clock.runFor(1_000)
      const before = await order(page)
      await raise('alarm/4?standing=40')
      await page.clock.runFor(1_000)
      await arrived(page).waitFor()
      const after = await order(page)
      const stayed = Object.keys(after).filter((id) => id in before)
      expect(stayed.length).toBeGreaterThan(5)
      expect(stayed.map((id) => after[id])).toEqual(stayed.map((id) => before[id]))
      await page.keyboard.press(' ')
      await page.locator(`${current}[data-acked="true"]`).waitFor()
      await page.keyboard.press('Escape')
      await page.locator('h1').click()
    }
    for (let n = 1; n <= warmUp; n += 1) await serve(n)
    const before = await held(cdp)
    for (let n = warmUp + 1; n <= alarms; n += 1) await serve(n)
    const after = await held(cdp)
    console.log(`${alarms} alarms: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
    expect(after.megabytes - before.megabytes).toBeLessThan(deep ? 10 : 2)
    expect(after.nodes).toBeLessThan(before.nodes * 1.2)
    expect(after.listeners).toBeLessThan(before.listeners * 1.2)
    const texts = await (await fetch(`${fake.url}/fake/alarm-reads`)).json()
    expect(texts.streams).toBe(1)
    expect(errors).toEqual([])
    await close()
  })
})

describe('under the hand', () => {
  test('a press that begins before a reading and ends after it counts', async () => {
    const { page, close } = await atDesk({ alarms: 9 })
    const button = page.locator('.duty-row').first().getByRole('button')
    await button.hover()
    await page.mouse.down()
    await raise('alarm/4')
    await arrived(page).waitFor()
    const [sent] = await Promise.all([
      page.waitForRequest((one) => one.url().endsWith('/acknowledgement'), { timeout: 2_000 }),
      page.mouse.up(),
    ])
    expect(sent.url()).toContain(
      (await page.locator('.duty-row').first().getAttribute('id'))?.replace(
        'alarm-',
        '/api/alarms/',
      ),
    )
    await close()
  })

  test('neither news nor the beginning of a flood moves a row while the pointer is on it', async () => {
    const { page, close } = await atDesk({ alarms: 9 })
    const places = () =>
      page
        .locator('.duty-list [data-row]')
        .evaluateAll((all) => all.map((one) => [one.id, one.getBoundingClientRect().y]))
    await page.locator('.duty-row').nth(2).hover()
    const before = await places()
    await raise('alarm/1?flood=1')
    await arrived(page).waitFor()
    expect(await places()).toEqual(before)
    await shot(page, 'duty/arrived', {})
    await page.keyboard.press('n')
    await page.keyboard.press('Escape')
    await page.locator('.duty-flood').waitFor()
    await close()
  })

  test('what is written beside one alarm is not sent with another', async () => {
    const { page, close } = await atDesk({ alarms: 9 })
    const measures = page.getByLabel('已采取的措施（可不填）')
    await page.locator('.duty-row').nth(0).click()
    await measures.fill('已通知停泵')
    await raise('alarm/4')
    await arrived(page).waitFor()
    await expect.poll(() => measures.inputValue()).toBe('已通知停泵')
    await page.locator('.duty-row').nth(1).click()
    await expect.poll(() => measures.inputValue()).toBe('')
    await close()
  })
})

test('what gets graver rings again, and who is called next is shown as soon as the case has called', async () => {
  const { page, close } = await atDesk({ alarms: 9 })
  await page.locator('.duty-sound').click()
  await page.waitForSelector('.duty-sound[data-sound="on"]')
  await page.waitForFunction(() => document.documentElement.dataset.rang === '4/1')
  await raise('alter/alarm-0/alarm', { level: 1 })
  await page.waitForFunction(() => document.documentElement.dataset.rang === '1/6')
  await expect.poll(() => page.locator('#alarm-alarm-0').getAttribute('data-level')).toBe('1')
  await raise('alter/alarm-0/case', {
    next: {
      words: text('呼叫市领导', 'The city’s leader is called'),
      at: '2100-01-01T00:00:00.000Z',
    },
  })
  await page
    .locator('#alarm-alarm-0 .duty-next', { hasText: '呼叫市领导' })
    .waitFor({ timeout: 30_000 })
  await close()
})

describe('what is away is said', () => {
  test('without the server what stood stands, a press is refused in words, and the desk comes back by itself', async () => {
    const { page, close } = await atDesk({ alarms: 9 })
    const before = await names(page)
    const heading = await page.locator('.list-top strong').textContent()
    wire.cut()
    await page.locator('.banner.warn').waitFor()
    expect(await names(page)).toEqual(before)
    await expect.poll(() => page.locator('.list-top strong').textContent()).toBe(heading)
    await page.locator('.duty-row').first().getByRole('button').click()
    await page.locator('.duty-failure', { hasText: '连接中断' }).waitFor()
    await shot(page, 'duty/away', {})
    await page.locator('h1').click()
    wire.mend()
    await raise('alarm/1')
    await page.locator('.duty-row', { hasText: '新来的报警' }).waitFor()
    await page.locator('.banner.warn').waitFor({ state: 'detached' })
    await page.locator('.duty-row').first().getByRole('button').click()
    await page.locator('.duty-row[data-acked="true"]', { hasText: '新来的报警' }).waitFor()
    expect(await page.locator('.duty-failure').count()).toBe(0)
    await close()
  })

  test('a sound that the machine has stopped is said to be off', async () => {
    const opened = await openPage(browser, desktop, 'zh', { alone: true })
    await opened.page.addInitScript(() => {
      const { AudioContext: Made } = window
      window.AudioContext = class extends Made {
        constructor() {
          super()
          Object.assign(window, { stopSound: () => this.suspend() })
        }
      }
    })
    await letIn(opened.page, wire.base, 'chen.xiaodong')
    await raise('alarms/3')
    await opened.page.goto(`${wire.base}/duty`)
    await opened.page.locator('.duty-sound').click()
    await opened.page.waitForSelector('.duty-sound[data-sound="on"]')
    await opened.page.evaluate('stopSound()')
    await opened.page.waitForSelector('.duty-sound[data-sound="blocked"]')
    await opened.page.keyboard.press('m')
    await opened.page.waitForSelector('.duty-sound[data-sound="on"]')
    await opened.close()
  })
})

test('the keyboard alone: walks, acknowledges, opens, silences, lets go', async () => {
  const { page, errors, close } = await atDesk({ alarms: 9 })
  const sound = () => page.locator('.duty-sound').getAttribute('data-sound')
  await page.keyboard.press('m')
  await page.waitForSelector('.duty-sound[data-sound="on"]')
  await page.keyboard.press('m')
  expect(await sound()).toBe('muted')
  await page.keyboard.press('n')
  const first = await page.locator(current).getAttribute('id')
  await page.keyboard.press(' ')
  await page.waitForSelector(`#${first}[data-acked="true"]`)
  await page.keyboard.press('n')
  await expect.poll(() => page.locator(current).getAttribute('id')).not.toBe(first)
  expect(await axe(page)).toEqual([])
  await raise('alarm/4')
  await arrived(page).waitFor()
  await page.keyboard.press('Escape')
  await arrived(page).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/(case|device)\//)
  expect(errors).toEqual([])
  await close()
})
