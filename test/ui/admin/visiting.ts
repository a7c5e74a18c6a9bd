// How are pages of the administration visited in these tests?

import { afterAll, beforeAll, expect } from 'vitest'
import { type House, openHouse, report } from '../../api/house.ts'
import { atRest } from '../../support/browser/browser.ts'
import { builtUi, desktop, openBrowser, type Size } from '../browser-support.ts'
import { serveHouse, visitHouse } from '../house-on-screen.ts'
import { administered } from './administered.ts'

export let house: House
export const browser = await openBrowser()
export let url = ''

/** Called at the head of each file of tests, which gets one of its own. */
export const useAdministeredHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse({ uiDir: await builtUi() })
    await house.clock.setNow('2026-03-02T02:00:00.000Z')
    await administered(house.db)
    await ordered()
    url = (await serveHouse(house)).url
  }, 180_000)
  afterAll(() => house?.close())
}

const ordered = async () => {
  const id = await report(house)
  for (const [who, type, data] of [
    ['lin', 'verify', { grade: 'general', findings: '属实' }],
    ['wu', 'sign', {}],
    ['lin', 'issue-order', { dueDate: '2026-03-10', requirements: '更换' }],
  ] as const) {
    const { acts } = (await house.as(who, `/api/cases/${id}`)).body
    const taskId = acts.find(
      (one: { type: string; allowed: boolean }) => one.type === type && one.allowed,
    )?.taskId
    const { status } = await house.as(who, `/api/cases/${id}/acts`, {
      json: { type, data, ...(taskId ? { taskId } : {}) },
    })
    expect(status).toBe(200)
  }
}

export const visit = async (
  who: string,
  path: string,
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
) => {
  const opened = await visitHouse(browser, { house, url, who, path }, size, language)
  await opened.page.waitForSelector('main h1')
  await atRest(opened.page)
  return opened
}
