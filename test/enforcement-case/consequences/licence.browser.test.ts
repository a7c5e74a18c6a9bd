// A decision suspends a licence: what does its leader fill in, how does the register say it, and what does the holder read on a phone?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { licences } from '../../../db/schema/cases/licences.ts'
import { sample as ofLicence } from '../../hazchem-licence/playing.ts'
import { fill, quiet } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { settleCertificates } from '../certificates.ts'
import { day, matter, noticed, sample } from '../samples.ts'

const crew = createCrew(
  {
    lin: 'kecheng.inspector1',
    wu: 'kecheng.inspector2',
    chen: 'kecheng.chief',
    gao: 'kecheng.leader',
    mao: 'e001.principal',
    kou: 'kecheng.clerk',
    shen: 'kecheng.reviewer1',
    song: 'kecheng.reviewer2',
  },
  { on: day, onPhones: ['mao'] },
)
const { at, clean, person, read } = crew
type Who = keyof typeof at
beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
})
afterAll(crew.close)

type Line = readonly [who: string, type: string, data?: Record<string, unknown>]
const does = async (id: string, lines: readonly Line[]): Promise<void> => {
  for (const [who, type, data] of lines) {
    const { document: _, papers: __, ...form } = data ?? sample(type) ?? ofLicence(type) ?? {}
    await (await person(who as Who)).act(id, type, form)
    await untilIssued(crew.product().db, id)
  }
}

const licensed = async (): Promise<{ id: string; number: string }> => {
  const { id } = await (await person('mao')).applies('hazchem-licence', {
    kind: 'new',
    site: '三号楼一层',
    mode: '批发（无储存）',
    scope: ['甲醇', '乙醇'],
  })
  await does(id, [
    ['kou', 'accept'],
    ['shen', 'begin-site-check'],
    ['shen', 'site-check-passed'],
    ['song', 'sign', {}],
    ['shen', 'submit-opinion'],
    ['song', 'sign', {}],
    ['chen', 'endorse'],
    ['gao', 'grant'],
    ['kou', 'issue-licence', { scope: ['甲醇', '乙醇'] }],
    ['kou', 'serve-licence', ofLicence('serve-licence')],
  ])
  const [row] = await crew.product().db.select().from(licences).where(eq(licences.caseId, id))
  return { id, number: row?.number ?? '' }
}

/** As far as the decision of the leader. */
const weighed = async (): Promise<string> => {
  const { enterprise } = await (await person('mao')).get<{ enterprise: { id: string } }>('/api/me')
  const { region: _, ...form } = matter
  const { id } = await (await person('lin')).start('enforcement-case', {
    ...form,
    enterprise: enterprise.id,
  })
  const report = {
    ...sample('conclude-investigation'),
    penalties: ['fine', 'suspend-licence'],
  }
  await does(
    id,
    noticed().map(
      ([who, type, data]): Line =>
        type === 'conclude-investigation' ? [who, type, report] : [who, type, data ?? sample(type)],
    ),
  )
  await does(id, [
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'record-discussion'],
  ])
  return id
}

test('the leader names licence and last day; served, the register says suspended and so does the holder’s phone', async () => {
  const licence = await licensed()
  const id = await weighed()
  const { page } = at.gao
  await page.goto(`/case/${id}/act/decide-penalty`)
  await page.locator('form.act-form').waitFor()
  await fill(page, {
    facts: '未设置标志',
    basis: '第九十九条',
    performance: '缴至指定银行',
    licence: licence.number,
    suspendedFor: '90',
    suspendedUnit: 'day',
  })
  await shot(page, 'licence-decision')
  await clean('gao')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Suspended for').first().waitFor()
  await shot(page, 'licence-decision-en')
  await page.getByRole('button', { name: '中文' }).click()
  await send(at.gao)
  await untilIssued(crew.product().db, id)
  await does(id, [['lin', 'serve-decision']])
  await expect
    .poll(() => read('kou', `/case/${licence.id}`), { timeout: 20_000 })
    .toContain('已暂扣')
  expect(await read('kou', `/case/${licence.id}`)).toContain('至2026-05-31（含当日），期间不得经营')
  await shot(at.kou.page, 'licence-case')
  await clean('kou')
  expect(await read('kou', '/licences')).toContain('已暂扣')
  await shot(at.kou.page, 'licence-register')
  await clean('kou')
  const entry = await read('mao', `/case/${licence.id}`)
  for (const words of ['许可证已被暂扣', '2026-05-31']) expect(entry).toContain(words)
  await shot(at.mao.page, 'licence-suspended')
  await clean('mao')
  const width = await at.mao.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  expect(await read('lin', `/case/${id}`)).toContain('吊销（暂扣）许可证')
  await crew.until('chen', '2026-06-01')
  await expect
    .poll(() => read('mao', `/case/${licence.id}`), { timeout: 20_000 })
    .toContain('许可证有效')
  for (const visitor of Object.values(at)) quiet(visitor)
})
