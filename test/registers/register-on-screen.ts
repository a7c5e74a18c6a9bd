// How does somebody with a browser stand before one register of the real API?
import { afterAll, beforeAll } from 'vitest'
import type { Register } from '../../domain/registers/define.ts'
import { type House, openHouse } from '../api/house.ts'
import { atRest } from '../support/browser/browser.ts'
import { builtUi, desktop, openBrowser, type Size } from '../ui/browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../ui/house-on-screen.ts'

/** A house with this register alone on the morning of `day`, for the tests of one file; answers how one of its people opens a page. */
export const openRegister = async (register: Register, day: string) => {
  let house: House
  let served: Served
  const browser = await openBrowser()
  beforeAll(async () => {
    house = await openHouse({ uiDir: await builtUi() }, null, {}, { [register.id]: register })
    await house.clock.setNow(`${day}T01:00:00.000Z`)
    served = await serveHouse(house)
  }, 180_000)
  afterAll(() => house?.close())
  return async (who: string, path: string, size: Size = desktop, language: 'zh' | 'en' = 'zh') => {
    const { url } = served
    const opened = await visitHouse(browser, { house, url, who, path }, size, language)
    await opened.page.waitForSelector('main h1')
    await atRest(opened.page)
    return opened
  }
}
