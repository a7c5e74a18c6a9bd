// What is written and printed in the story of a licence?
import { expect } from 'vitest'
import type { DocumentList } from '../../contract/documents/documents.ts'
import type { LicenceView } from '../../contract/licences/licences.ts'
import { fill, goTo } from '../support/browser/browser.ts'
import { createCrew, licensingCrew } from '../support/browser/crew.ts'
import { bringPapers } from '../support/browser/forms-in-browser.ts'
import { sample } from './playing.ts'

export const form = (type: string) => {
  const { document: _, ...data } = sample(type) ?? {}
  return data
}

export const papersOf = async (id: string) =>
  (await (await person('clerk')).get<DocumentList>(`/api/cases/${id}/documents`)).items
export const licenceOf = async (chapter: Chapter) =>
  (await person('boss')).get<LicenceView>(`/api/licences/${ids[chapter]}`)
export const made = (id: string) =>
  expect
    .poll(async () => (await papersOf(id)).every(({ state }) => state !== 'issuing'), {
      timeout: 20_000,
    })
    .toBe(true)

export const opined: Line[] = [
  ['one', 'submit-opinion'],
  ['two', 'sign'],
  ['chief', 'endorse'],
]
export const issued = async (chapter: Chapter, named = goods): Promise<void> => {
  const id = ids[chapter]
  await does(id, ['clerk', 'issue-licence', { scope: named }])
  await made(id)
  await does(id, [
    'clerk',
    'serve-licence',
    { method: 'direct', servedOn: (await now()).slice(0, 10), receiver: '负责人' },
  ])
  numbers[chapter] = (await licenceOf(chapter)).number
}

export type Printed = { from: string; until: string; principal: string; scope: string }

export const applied = async (
  filling: Record<string, string>,
  more: () => Promise<void> = async () => {},
): Promise<string> => {
  const { page } = at.boss
  await goTo(page, '/report/hazchem-licence')
  await page.locator('form.report-form').waitFor()
  await fill(page, { kind: filling.kind ?? 'new' })
  await more()
  await fill(page, filling)
  await bringPapers(at.boss)
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await expect
    .poll(() => page.locator('.receipt-code').innerText())
    .toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4}$/)
  await clean('boss')
  await page.locator('.form-actions a.primary').click()
  await page.waitForURL(/\/case\/[\w-]+/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

export const business = { site: '三号楼一层', mode: '批发（无储存）' }

type Who = keyof typeof licensingCrew
export const crew = createCrew(licensingCrew, { on: '2026-04-01', onPhones: ['boss'] })

export const { at, clean, person, read } = crew
/** The cases of the story, each with the licence that it has led to. */
export const ids = { first: '', changed: '', renewed: '', moved: '' }
export const numbers = { first: '', changed: '', renewed: '', moved: '' }
export type Chapter = keyof typeof ids

export type Line = [who: Who, type: string, data?: Record<string, unknown>]

export const does = async (id: string, ...lines: Line[]): Promise<void> => {
  for (const [who, type, data = form(type)] of lines) await (await person(who)).act(id, type, data)
}
export const now = async (): Promise<string> =>
  (await (await person('chief')).get<{ now: string }>('/api/me')).now

export const [goods, scope] = [['甲醇', '乙醇'], '甲醇；乙醇']
