// Is it told on the page of a device and in the log of the desk what came too late to ring, and when nothing was measured?
import { expect, test } from 'vitest'
import type { DeviceView } from '../../../contract/devices/devices.ts'
import type { AttendedList } from '../../../contract/devices/late.ts'
import { shot } from '../../support/browser/shot.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  phone,
  type Size,
  startFake,
} from '../browser-support.ts'
import { theDevice } from '../fake/permits.ts'

const fake = await startFake()
const browser = await openBrowser()
type Language = 'zh' | 'en'

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()
const attended: AttendedList = {
  now: ago(0),
  days: 7,
  items: [{ point: '烟尘', quality: 'calib', from: ago(9_000), to: ago(7_200), readings: 30 }],
}

test.each([
  ['wide', desktop, 'zh'],
  ['hand', phone, 'en'],
] as [string, Size, Language][])(
  'on the page of a monitor and in the log, %s, in %s',
  async (name, size, language) => {
    const { page, errors, close } = await openPage(browser, size, language)
    await letIn(page, fake.url, 'chen.xiaodong')
    // A device that is a monitor of pollution.
    await page.route(`**/api/devices/${theDevice}`, async (route) => {
      const answer = await route.fetch()
      const device = (await answer.json()) as DeviceView
      await route.fulfill({
        response: answer,
        json: { ...device, points: device.points.map((one) => ({ ...one, kind: 'pollution' })) },
      })
    })
    await page.route('**/api/devices/late/attended**', (route) => route.fulfill({ json: attended }))
    await page.goto(`${fake.url}/device/${theDevice}`)
    const monitor = page.locator('section:has(#device-attended)')
    await monitor
      .getByText(language === 'zh' ? '烟尘 校准或维护' : '烟尘 calibration or maintenance')
      .waitFor()
    const late = page.locator('section:has(#device-late)')
    await late.getByText('8.91m').waitFor()
    expect(await axe(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBe(0)
    await shot(page, `late/device-${name}-${language}`)
    await page.goto(`${fake.url}/duty/log`)
    await page
      .locator('section:has(#duty-late)')
      .getByRole('link', { name: '甲醇储罐 液位' })
      .waitFor()
    expect(await axe(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBe(0)
    await shot(page, `late/log-${name}-${language}`)
    expect(errors).toEqual([])
    await close()
  },
)
