// Is an alarm read, acknowledged and shelved in the hand as it is at the desk?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { sampled } from '../../support/deep.ts'
import { axe, letIn, openBrowser, openPage, type Size, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const signature: Size = { width: 390, height: 844 }
const openOnPhone = async (who: string, language: 'zh' | 'en', alarms = 6) => {
  const opened = await openPage(browser, signature, language)
  await letIn(opened.page, fake.url, who)
  await fetch(`${fake.url}/fake/alarms/${alarms}`, { method: 'POST' })
  await opened.page.goto(`${fake.url}/duty`)
  await opened.page.locator('.duty-row').first().waitFor()
  return opened
}

/** Buttons, links and fields of the sheet that a thumb cannot hit, or that stand out of it. */
const tooSmall = (page: Page) =>
  page.locator('dialog[open] :is(button, a.button, select, textarea)').evaluateAll((all) =>
    all
      .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
      .filter(
        ({ box }) => box.width > 0 && (box.height < 44 || box.right > innerWidth || box.left < 0),
      )
      .map(({ text, box }) => `${text} ${Math.round(box.height)}`),
  )

const names = {
  zh: {
    detail: '所选报警',
    shelve: '搁置',
    span: '时长',
    reason: '理由',
    confirm: '确认搁置',
    close: '关闭',
    measures: '已采取的措施',
  },
  en: {
    detail: 'The alarm chosen',
    shelve: 'Shelve',
    span: 'How long',
    reason: 'Reason',
    confirm: 'Shelve',
    close: 'Close',
    measures: 'Measures',
  },
}

test.each(sampled(['zh'], ['en']))(
  'an alarm is opened by the thumb, acknowledged with what was done, and shelved with an end, in %s',
  async (language) => {
    const w = names[language]
    const { page, errors, close } = await openOnPhone('chen.xiaodong', language)
    // The second is of level 2: the desk may shelve it.
    const row = page.locator('.duty-row[data-level="2"]').first()
    const id = await row.getAttribute('id')
    const show = row.locator('.duty-show')
    expect((await show.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await shot(page, `duty/hand-rows-${language}`, {})
    await show.click()
    const sheet = page.getByRole('dialog', { name: w.detail })
    await sheet.waitFor()
    expect(await tooSmall(page)).toEqual([])
    expect(await axe(page)).toEqual([])
    // The number that verifies stands beside what is done first.
    await expect
      .poll(() => sheet.locator('.duty-first .duty-call').first().getAttribute('href'))
      .toMatch(/^tel:\d+$/)
    await shot(page, `duty/hand-detail-${language}`, {})
    await sheet.locator('textarea').first().fill('已电话通知企业停泵')
    const [sent] = await Promise.all([
      page.waitForRequest((one) => one.url().endsWith('/acknowledgement')),
      sheet.locator('.button.primary').first().click(),
    ])
    expect(sent.postData()).toContain('已电话通知企业停泵')
    await page.waitForSelector(`#${id}[data-acked="true"]`)
    await expect.poll(() => sheet.isVisible()).toBe(true)
    await sheet.getByRole('button', { name: w.shelve, exact: true }).click()
    const shelving = page.locator('.duty-sheet dialog[open]')
    await shelving.waitFor()
    await shelving.locator('select').selectOption('120')
    expect(await tooSmall(page)).toEqual([])
    expect(await axe(page)).toEqual([])
    await shot(page, `duty/hand-shelving-${language}`, {})
    await shelving.locator('button[type="submit"]').click()
    await shelving.locator('[role="alert"]', { hasText: /./ }).waitFor()
    await shelving.locator('textarea').fill('液位计校验')
    const [shelved] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST' && /shel/.test(one.url())),
      shelving.locator('button[type="submit"]').click(),
    ])
    const ends = Date.parse(JSON.parse(shelved.postData() ?? '{}').until)
    expect(Math.abs(ends - Date.now() - 120 * 60_000)).toBeLessThan(60_000)
    // It has left the list, and its sheet with it.
    await page.locator(`#${id}`).waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(errors).toEqual([])
    await close()
  },
)

test('the keyboard alone: Enter opens the sheet, Esc closes it, and the focus is back where it was', async () => {
  const { page, errors, close } = await openOnPhone('chen.xiaodong', 'zh')
  await page.keyboard.press('n')
  await page.locator('.duty-row[data-current="true"]').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('dialog[open] .duty-pane').waitFor()
  for (let n = 0; n < 12; n += 1) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(
        () =>
          document.activeElement === document.body ||
          document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  expect(errors).toEqual([])
  await close()
})

test('a press that is refused says so on the sheet; an enterprise reads its alarm and is asked for nothing', async () => {
  const { page, close } = await openOnPhone('chen.xiaodong', 'zh')
  await page.locator('.duty-show').first().click()
  await page.route('**/acknowledgement', (route) => route.abort())
  await page.locator('dialog[open] .button.primary').first().click()
  await page.locator('dialog[open] > .notice.warn').waitFor()
  await close()
  const own = await openOnPhone('zhou.min', 'zh')
  await own.page.locator('.duty-show').first().click()
  await own.page.locator('dialog[open] .duty-pane').waitFor()
  expect(await own.page.locator('dialog[open] textarea').count()).toBe(0)
  expect(await tooSmall(own.page)).toEqual([])
  expect(await axe(own.page)).toEqual([])
  await own.close()
})

test('what comes while the sheet covers the list is heard and seen there, until another alarm is opened', async () => {
  const { page, errors, close } = await openOnPhone('chen.xiaodong', 'zh')
  const sheet = page.locator('dialog.duty-sheet')
  await page.locator('.duty-show').first().click()
  await sheet.locator('.duty-pane').waitFor()
  await fetch(`${fake.url}/fake/alarm/1`, { method: 'POST' })
  const alertLine = sheet.getByRole('alert').filter({ hasText: '新来的报警' })
  await alertLine.waitFor()
  expect((await alertLine.boundingBox())?.height).toBeGreaterThan(20)
  expect(await axe(page)).toEqual([])
  await shot(page, 'duty/hand-heard-zh', {})
  await sheet.getByRole('button', { name: names.zh.close }).first().click()
  await page.locator('.duty-show').nth(1).click()
  await sheet.locator('.duty-pane').waitFor()
  expect(await alertLine.count()).toBe(0)
  expect(errors).toEqual([])
  await close()
})

test('shelving whose answer was lost is sent again as the same request, another reason as another', async () => {
  const { page, close } = await openOnPhone('chen.xiaodong', 'zh')
  await page.locator('.duty-row[data-level="2"] .duty-show').first().click()
  await page
    .locator('dialog.duty-sheet')
    .getByRole('button', { name: names.zh.shelve, exact: true })
    .click()
  const deviceCommands: string[][] = []
  await page.route('**/shelving', (route) => {
    const { until, reason } = route.request().postDataJSON()
    deviceCommands.push([route.request().headers()['idempotency-key'] ?? '', until, reason])
    return route.abort()
  })
  const form = page.locator('.duty-sheet dialog[open]')
  for (const [nth, reason] of ['校验', '校验', '检修'].entries()) {
    await form.locator('textarea').fill(reason)
    await form.locator('button[type="submit"]').click()
    await expect.poll(() => deviceCommands.length).toBe(nth + 1)
    await form.getByRole('button', { name: '确认搁置' }).waitFor()
  }
  expect(deviceCommands[1]).toEqual(deviceCommands[0])
  expect(deviceCommands[2]?.[0]).not.toBe(deviceCommands[0]?.[0])
  await close()
})
