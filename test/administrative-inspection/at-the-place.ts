// A visit that has begun, and officers at the place with phones that may lose their network.
import { and, eq } from 'drizzle-orm'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { axeFindings, open, signIn, type Visitor } from '../support/browser/browser.ts'
import type { Phone } from '../support/browser/phone.ts'
import { shellKept } from '../support/browser/phone.ts'
import { png } from '../support/browser/pictures.ts'
import type { Product } from '../support/servers/product.ts'
import { matter, sample } from './samples.ts'

export const noteAct = 'note-visit'
export const addressOf = (id: string) => `/case/${id}/act/${noteAct}`

/** Planned, approved, announced and begun, over the interface that machines have. */
export const visitBegun = async (product: Product, title = matter.title): Promise<string> => {
  const [inspector, leader, party] = await Promise.all(
    ['kecheng.inspector1', 'kecheng.leader', 'e001.principal'].map((one) => product.person(one)),
  )
  const me = await party!.get<{ enterprise: { id: string } }>('/api/me')
  const { enterpriseName: _, region: __, ...form } = matter
  const { id } = await inspector!.start('administrative-inspection', {
    ...form,
    title,
    enterprise: me.enterprise.id,
  })
  await leader!.act(id, 'approve-inspection')
  await inspector!.act(id, 'issue-notice', sample('issue-notice'))
  await inspector!.act(id, 'begin-inspection', sample('begin-inspection'))
  return id
}

/** The phone's clock stands that far from the city's, which in a test is months away from that of the machine. */
export const clockAt = async (context: BrowserContext, city: string, offMs = 0): Promise<void> => {
  const shift = Date.parse(city) - Date.now() + offMs
  await context.addInitScript((ms) => {
    const Real = Date
    const now = () => Real.now() + ms
    globalThis.Date = class extends Real {
      constructor(...parts: [] | [number | string | Date]) {
        super(...((parts.length === 0 ? [now()] : parts) as [number]))
      }
      static override now = now
    } as DateConstructor
  }, shift)
}

export const standsAt = async (
  context: BrowserContext,
  place: { latitude: number; longitude: number },
) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ ...place, accuracy: 12 })
  await context.addInitScript(() =>
    localStorage.setItem(`photo-place|${localStorage.getItem('signed-in')}`, '1'),
  )
}

/** Another officer before a phone of his own. */
export const secondPhone = async ({ at, wire }: Phone, username: string): Promise<Visitor> => {
  const browser = at.context.browser()
  if (!browser) throw new Error('the browser has gone')
  const other = await open(browser, wire.base, { width: 'phone', keeps: true })
  await signIn(other, username)
  await shellKept(other.page)
  return other
}

export const openVisit = async (page: Page, id: string): Promise<void> => {
  await page.goto(addressOf(id))
  await page.locator('.visit-questions').waitFor()
}

const questionOf = (page: Page, id: string) => page.locator(`#visit-${id}`)

const opened = async (page: Page, id: string) => {
  const head = questionOf(page, id).locator('.visit-head')
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
  return questionOf(page, id)
}

export const answer = async (page: Page, id: string, words: '符合' | '不符合' | '不涉及') => {
  const question = await opened(page, id)
  await question.getByRole('button', { name: words, exact: true }).click()
  await question.locator('.visit-given', { hasText: words }).waitFor()
}

export const photograph = async (page: Page, id: string, name: string, size = 30) => {
  const question = await opened(page, id)
  await question
    .getByLabel(/^拍照/)
    .setInputFiles({ name, mimeType: 'image/png', buffer: png(size, size) })
  await question.getByText(name).first().waitFor()
}

export const say = async (page: Page, id: string, words: string) => {
  const question = await opened(page, id)
  await question.getByLabel(/^说明/).fill(words)
  await question.getByRole('button', { name: '保存说明' }).click()
  await question.locator('.field-said', { hasText: words }).waitFor()
}

export const find = async (page: Page, words: string) => {
  await page.getByLabel('发现的问题', { exact: true }).fill(words)
  await page.getByRole('button', { name: '添加问题' }).click()
  await page.locator('.visit-findings strong', { hasText: words }).waitFor()
}

/** What stands on record of one kind, oldest first. */
export const factsOf = ({ db }: Product, caseId: string, type: string = noteAct) =>
  db
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.type, type)))
    .orderBy(caseFacts.seq)

export const stateOf = async (product: Product, id: string): Promise<CaseView['active']> =>
  (await (await product.person('kecheng.inspector1')).view(id)).active

/** Tall enough that no sticky bar lies over what is checked. */
export const clean = async (page: Page): Promise<void> => {
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ ...size, height: 6_000 })
  expect(await axeFindings(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}
