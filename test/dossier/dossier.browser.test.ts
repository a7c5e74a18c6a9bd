// Does who handles a case see which papers its dossier lacks, have it made and take it along, on a desk and on a telephone?
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { day, sample, scene } from '../enforcement-case/samples.ts'
import { goTo, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'

const crew = createCrew(
  {
    one: 'kecheng.inspector1',
    chief: 'kecheng.chief',
    two: 'kecheng.inspector2',
    colleague: 'kecheng.inspector3',
  },
  { on: day, onPhones: ['one'] },
)
const { at, clean } = crew
let id = ''
beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
  const one = await crew.person('one')
  const two = await crew.product().person('kecheng.inspector2')
  const party = await crew.product().person('e001.principal')
  const { enterprise } = await party.get<{ enterprise: { id: string } }>('/api/me')
  const { region: _, ...form } = scene
  id = (await one.start('enforcement-case', { ...form, enterprise: enterprise.id })).id
  await one.act(id, 'tell-party', sample('tell-party'))
  await one.act(id, 'punish-on-the-spot', sample('punish-on-the-spot'))
  await two.act(id, 'sign', {})
  await untilIssued(crew.product().db, id)
  await one.act(id, 'report-on-the-spot', sample('report-on-the-spot'))
})
afterAll(crew.close)

const sees = async (who: keyof typeof at) => {
  const { page } = at[who]
  await goTo(page, `/case/${id}`)
  const panel = page.locator('section.dossier')
  await panel.locator('.dossier-contents').waitFor()
  return panel
}

test('the missing paper is named before the case is closed, and the dossier is made while one watches', async () => {
  const panel = await sees('chief')
  await panel.locator('summary').click()
  const words = await panel.innerText()
  for (const said of [
    '还缺 1 项材料',
    '当场处罚决定书存根',
    '卷内目录（1 件）',
    '当场行政处罚决定书',
  ])
    expect(words).toContain(said)
  await shot(at.chief.page, 'dossier-missing')
  await clean('chief')
  await panel.getByRole('button', { name: '制作卷宗' }).click()
  const link = panel.getByRole('link', { name: /下载卷宗 PDF/ })
  await link.waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([at.chief.page.waitForEvent('download'), link.click()])
  const file = join(mkdtempSync(join(tmpdir(), 'anjian-dossier-')), 'dossier.pdf')
  await download.saveAs(file)
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await shot(at.chief.page, 'dossier-made')
  await clean('chief')
})

test('on a telephone and in English it fits and says the same', async () => {
  const panel = await sees('one')
  await panel.getByRole('link', { name: /下载全部文件 ZIP/ }).waitFor()
  await shot(at.one.page, 'dossier-phone')
  await clean('one')
  expect(
    await at.one.page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(390)
  await at.one.page.getByRole('button', { name: 'English' }).click()
  await panel.getByText('Missing in the dossier').waitFor()
  await shot(at.one.page, 'dossier-phone-en')
  await clean('one')
})

test('whoever is about to close the case sees beside the form what its dossier lacks; beside other forms nothing', async () => {
  const one = await crew.person('one')
  const chief = await crew.person('chief')
  await chief.act(id, 'publish-penalty', sample('publish-penalty'))
  await one.act(id, 'record-payment', { amount: 1_000, paidOn: day, receipt: '票1' })
  const { page } = at.two
  await page.goto(`/case/${id}/act/propose-closing`)
  const note = page.locator('.act-material section', { hasText: '卷宗' })
  await note.getByText('还缺 2 项材料').waitFor()
  // What was made is not typed again.
  await expect
    .poll(() => page.locator('textarea').last().inputValue())
    .toMatch(/^当场行政处罚决定书 （.*号$/)
  await expect.poll(() => note.innerText()).toContain('缴款票据')
  await shot(page, 'dossier-before-closing')
  await clean('two')
  await page.goto(`/case/${id}/act/copy`)
  await page.locator('form.act-form').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.act-material section', { hasText: '卷宗' }).count()).toBe(0)
})

test('a colleague who has nothing to do with the case is offered none', async () => {
  await goTo(at.colleague.page, `/case/${id}`)
  await at.colleague.page.locator('.document').first().waitFor()
  expect(await at.colleague.page.locator('section.dossier').count()).toBe(0)
  for (const who of Object.values(at)) quiet(who)
})
