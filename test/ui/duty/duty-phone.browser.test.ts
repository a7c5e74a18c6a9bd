// Is the desk of use in the hand: reached by a tab, scrolled and pressed by the thumb, and open to an enterprise for its own?
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { sampled } from '../../support/deep.ts'
import { axe, letIn, openBrowser, openPage, type Size, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

/** As it is held, where bars stand before the list. */
const signature: Size = { width: 390, height: 844 }

const openOnPhone = async (alarms: number, who: string, language: 'zh' | 'en') => {
  const opened = await openPage(browser, signature, language)
  await letIn(opened.page, fake.url, who)
  await fetch(`${fake.url}/fake/alarms/${alarms}`, { method: 'POST' })
  return opened
}

test.each(sampled(['zh'], ['en']))(
  'a tab leads to the desk, the last row is acknowledged by the thumb, in %s',
  async (language) => {
    const { page, errors, close } = await openOnPhone(12, 'chen.xiaodong', language)
    await page.goto(`${fake.url}/inbox`)
    await page.locator('.tabbar > button').click()
    await page
      .locator('dialog[open]')
      .getByRole('link', { name: { zh: '值班台', en: 'Duty desk' }[language] })
      .click()
    await page.waitForURL('**/duty')
    await shot(page, `duty/hand-${language}`, {})
    const last = page.locator('.duty-row button:not(.duty-show)').last()
    await last.waitFor()
    expect((await page.locator('.duty-places').boundingBox())?.height).toBeGreaterThan(30)
    await page.mouse.move(195, 500)
    for (let n = 0; n < 20; n += 1) await page.mouse.wheel(0, 400)
    const end = async () => {
      const box = await page.locator('.duty-row').last().boundingBox()
      return (box?.y ?? 0) + (box?.height ?? 0)
    }
    await expect.poll(end).toBeLessThanOrEqual(844 - 56)
    await shot(page, `duty/hand-end-${language}`, {})
    expect((await last.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(
      await last.evaluate((one) => [
        one.scrollWidth - one.clientWidth,
        one.getBoundingClientRect().right < innerWidth,
      ]),
    ).toEqual([0, true])
    await last.click()
    await expect.poll(() => page.locator('.duty-row[data-acked="true"]').count()).toBeGreaterThan(1)
    expect(await axe(page)).toEqual([])
    expect(errors).toEqual([])
    await close()
  },
)

test.each(sampled(['zh'], ['en']))(
  'an enterprise finds its own alarms, and is asked for nothing that is the desk’s, in %s',
  async (language) => {
    const { page, errors, close } = await openOnPhone(5, 'zhou.min', language)
    await page.goto(`${fake.url}/e/cases`)
    await page
      .locator('.tabbar')
      .getByRole('link', { name: { zh: '设备报警', en: 'Alarms' }[language] })
      .click()
    await page.locator('.duty-row').first().waitFor()
    expect(
      await page.locator('.duty-row button:not(.duty-show), .duty-strip, .duty-places').count(),
    ).toBe(0)
    await expect
      .poll(() => page.locator('h1').textContent())
      .toBe({ zh: '设备报警', en: 'Our alarms' }[language])
    expect(await axe(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBe(0)
    await shot(page, `duty/enterprise-${language}`, {})
    expect(errors).toEqual([])
    await close()
  },
)
