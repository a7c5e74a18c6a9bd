// A response that is under way, one person at a phone that loses its network, and others who keep theirs.
import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { axeFindings, fill, letIn, open, type Visitor } from '../../support/browser/browser.ts'
import type { Phone } from '../../support/browser/phone.ts'

/** A fire that is being responded to. */
export const responding = async ({ product }: Phone): Promise<string> => {
  const [duty, leader] = [
    await product.person('kecheng.duty'),
    await product.person('kecheng.leader'),
  ]
  const { id } = await duty.start('emergency-response', {
    source: 'telephone',
    kind: 'fire',
    title: '东港七路仓库起火',
    site: '东港七路18号',
    region: '330802',
    happenedAt: '2026-03-02T00:30:00.000Z',
    description: '仓库冒烟，有无人员被困不明',
  })
  await duty.act(id, 'verify', { findings: '属实' })
  await leader.act(id, 'start-response', {
    level: '4',
    reason: '火势较大',
    period: '六小时',
    measures: '灭火、警戒',
  })
  return id
}

/** Another person before a browser of his own, who keeps his network. */
export const besides = async ({ at, product }: Phone, username: string): Promise<Visitor> => {
  const browser = at.context.browser()
  if (!browser) throw new Error('the browser has gone')
  const other = await open(browser, product.base)
  await letIn(other, username)
  return other
}

/** What stands on record of one kind, oldest first. */
export const recorded = ({ product }: Phone, caseId: string, type: string) =>
  product.db
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.type, type)))
    .orderBy(caseFacts.seq)

/** Minutes of that morning, as the form takes them. */
export const at = (minute: string) => `2026-03-02T${minute}`

/** Writes an entry of the log from the room; sent, it leads to the case, and waiting back into the room. */
export const note = async (page: Page, id: string, minute: string, text: string): Promise<void> => {
  await page.goto(`/incident/${id}`)
  await page.getByRole('link', { name: '处置记事', exact: true }).click()
  await fill(page, { happenedAt: at(minute), text })
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/\/incident\/|sent=note-event/)
}

export const waiting = (page: Page, text: string) =>
  page.locator('.outbox-entry', { hasText: text })

/** Tall enough that no sticky bar lies over what is checked. */
export const clean = async ({ page }: Visitor): Promise<void> => {
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ ...size, height: 4_000 })
  expect(await axeFindings(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}

/** What a browser says of itself when its network goes. */
export const ofTheNetwork =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_SOCKET_NOT_CONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_NETWORK|status of (403|422|503)/
