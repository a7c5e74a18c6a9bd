// Can everything that may be pressed be pressed on a phone, or does a bar lie over it?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { follow, letIn, openBrowser, openPage, type Size, startFake } from './browser-support.ts'

/** As it is held, with every bar that a page has. */
const signature: Size = { width: 390, height: 844 }
const browser = await openBrowser()
const fake = await startFake()

/**
 * What lies over a button or a link that looks like one, `name < what covers it`: each is brought into view as the Tab key does, from the
 * top down, and as `scrollIntoView` does, from the bottom up. An open dialog is looked at alone.
 */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pressable =
      ':is(button, summary, [role=button], [role=tab], a.button, a.nav-link, input[type=checkbox], input[type=radio])'
    const within = document.querySelector('dialog[open]') ?? document
    const all = [...within.querySelectorAll<HTMLElement>(`${pressable}:not(:disabled)`)].filter(
      (one) => {
        const { width, height } = one.getBoundingClientRect()
        return (
          width > 1 &&
          height > 1 &&
          one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        )
      },
    )
    const nameOf = (one: Element | null) =>
      `${one?.tagName.toLowerCase()}.${one?.getAttribute('class') ?? ''} ${(one?.textContent ?? '').trim().slice(0, 24)}`
    const over = (one: HTMLElement): string | null => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const there = document.elementFromPoint(left + width / 2, top + height / 2)
      const own = there && (one.contains(there) || there.closest('label')?.contains(one))
      return own ? null : `${nameOf(one)} < ${there ? nameOf(there) : 'out of sight'}`
    }
    const found = new Set<string>()
    const look = (order: HTMLElement[], show: (one: HTMLElement) => void) => {
      for (const one of order) {
        show(one)
        const fault = one.isConnected && over(one)
        if (fault) found.add(fault)
      }
    }
    look(all, (one) => one.focus())
    look([...all].reverse(), (one) => one.scrollIntoView({ block: 'nearest' }))
    return [`${all.length}`, ...found]
  })

const lookAt = async (page: Page, path: string) => {
  await follow(page, path)
  await page.locator('main h1').first().waitFor()
  const [pressable, ...faults] = await covered(page)
  return { path, some: Number(pressable) > 0, faults }
}

const screens: [string, string[]][] = [
  [
    'chen.xiaodong',
    [
      '/inbox',
      '/cases',
      '/case/case-1',
      '/case/case-1?tab=record',
      '/case/case-1/act/re-check-failed?task=task-1',
      '/case/case-items',
      '/case/case-items/act/re-check-failed?task=task-1',
      '/supervise/clocks',
      '/supervise/flow',
      '/supervise/discretion',
      '/team',
      '/statistics',
      '/licences',
      '/search?q=蓝溪',
      '/duty',
      '/me',
    ],
  ],
  [
    'zhou.min',
    [
      '/e/cases',
      '/e/services/hazchem-licence',
      '/report/hazard-rectification',
      '/case/case-1',
      '/case/case-1/act/report-rectified',
    ],
  ],
  ['sun.li', ['/admin', '/admin/calendars', '/admin/changes/notice']],
]

test.each(screens)(
  'promise (screens): on a phone nothing covers a button (%s)',
  async (username, paths) => {
    const { page, errors, close } = await openPage(browser, signature, 'zh')
    await letIn(page, fake.url, username)
    await fetch(`${fake.url}/fake/alarms/12`, { method: 'POST' })
    await page.goto(`${fake.url}${paths[0]}`)
    await page.locator('main h1').first().waitFor()
    const seen = []
    for (const path of paths) seen.push(await lookAt(page, path))
    expect(seen).toEqual(paths.map((path) => ({ path, some: true, faults: [] })))
    expect(errors).toEqual([])
    await close()
  },
)

test('promise (screens): on a phone nothing covers a button of the alarm chosen, of the menu and of the form for everybody', async () => {
  const { page, errors, close } = await openPage(browser, signature, 'zh')
  await letIn(page, fake.url, 'chen.xiaodong')
  await fetch(`${fake.url}/fake/alarms/12`, { method: 'POST' })
  await page.goto(`${fake.url}/duty`)
  await page.locator('.duty-row[data-level="2"] .duty-show').first().click()
  await page.getByRole('dialog', { name: '所选报警' }).waitFor()
  const pane = await covered(page)
  await page.goto(`${fake.url}/inbox`)
  await page.locator('.tabbar > button').click()
  await page.locator('dialog[open]').waitFor()
  const menu = await covered(page)
  await page.goto(`${fake.url}/public/report/hazard-rectification`)
  await page.locator('form').first().waitFor()
  const form = await covered(page)
  expect([pane, menu, form].map((one) => one.slice(1))).toEqual([[], [], []])
  expect([pane, menu, form].map(([pressable]) => Number(pressable) > 0)).toEqual([true, true, true])
  expect(errors).toEqual([])
  await close()
})
