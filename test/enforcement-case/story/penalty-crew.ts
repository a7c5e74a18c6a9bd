// Who carries an enforcement case before browsers, and how is one proposed there?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { fill, goTo } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import type { PersonAtWork } from '../../support/servers/product.ts'
import { settleCertificates } from '../certificates.ts'
import { day, matter } from '../samples.ts'

/** A county's officers, and the enterprise. */
export const penaltyCrew = {
  one: 'kecheng.inspector1',
  two: 'kecheng.inspector2',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
  party: 'e001.principal',
} as const

/** They sit there, with their certificates, for all tests of a file. */
export const onPenaltyCrew = <Who extends string>(
  usernames: Record<Who, string>,
  onPhones: NoInfer<Who>[],
) => {
  const crew = createCrew(usernames, { on: day, onPhones })
  beforeAll(async () => {
    await crew.open()
    await settleCertificates(crew.product().db)
  })
  afterAll(crew.close)
  return crew
}

/** Proposes the filing after an accident; answers the id of the case. */
export const proposeFiling = async (page: Page, party: PersonAtWork): Promise<string> => {
  const { enterprise } = await party.get<{ enterprise: { name: string } }>('/api/me')
  await goTo(page, '/report/enforcement-case')
  await page.locator('#field-enterprise').fill(enterprise.name)
  await page.getByRole('option', { name: enterprise.name }).first().click()
  await fill(page, { title: matter.title, partyKind: matter.partyKind, source: 'accident' })
  await fill(page, { facts: matter.facts })
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}
