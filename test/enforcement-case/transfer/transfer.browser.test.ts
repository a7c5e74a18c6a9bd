// What does an officer fill in on a phone when a case comes back from the criminal courts, and what do the leader and the party read then?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, goTo, quiet } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { settleCertificates } from '../certificates.ts'
import { day, investigated, matter, sample } from '../samples.ts'

const crew = createCrew(
  {
    lin: 'kecheng.inspector1',
    wu: 'kecheng.inspector2',
    chen: 'kecheng.chief',
    gao: 'kecheng.leader',
    mao: 'e001.principal',
  },
  { on: day, onPhones: ['lin', 'mao'] },
)
const { at, clean, person, read } = crew
type Who = keyof typeof at

let id = ''
const sends = async (who: Who, type: string, data = sample(type) ?? {}): Promise<void> => {
  await (await person(who)).act(id, type, data)
  await untilIssued(crew.product().db, id)
}
const opens = async (who: Who, type: string): Promise<void> => {
  await at[who].page.goto(`/case/${id}/act/${type}`)
  await at[who].page.locator('form.act-form').waitFor()
}

beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
  const { enterprise } = await (await person('mao')).get<{ enterprise: { id: string } }>('/api/me')
  const { region: _, ...form } = matter
  id = (
    await (await person('lin')).start('enforcement-case', { ...form, enterprise: enterprise.id })
  ).id
  for (const [who, type, data] of investigated(6)) await sends(who as Who, type, data)
  await sends('chen', 'approve-report')
  await sends('gao', 'decide-transfer')
  await sends('lin', 'hand-over-police')
})
afterAll(crew.close)

test('the leader reads that the police have not filed it, and until when he may object', async () => {
  await sends('lin', 'record-police-refusal')
  const page = await read('gao', `/case/${id}`)
  for (const words of ['公安机关不予立案', '提请复议、建议立案监督', '2026-03-05'])
    expect(page).toContain(words)
  await shot(at.gao.page, 'transfer-refused')
  await clean('gao')
  await sends('gao', 'ask-reconsideration')
  await sends('lin', 'record-police-filed')
})

test('the officer writes down on a phone how the criminal matter has ended, and the case goes on', async () => {
  await opens('lin', 'record-criminal-return')
  const { page } = at.lin
  await expect.poll(() => page.locator('main').innerText()).not.toContain('判处罚金')
  await fill(page, { outcome: 'convicted' })
  await page.getByText('判处罚金（元）').first().waitFor()
  await fill(page, {
    instrument: '（2026）浙0802刑初1号',
    receivedOn: day,
    effectiveOn: day,
    criminalFine: '30000',
    partyFined: true,
    findings: '判处罚金三万元，建议暂扣许可证',
  })
  await shot(page, 'transfer-return')
  await clean('lin')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await send(at.lin)
  await untilIssued(crew.product().db, id)
  const after = await read('lin', `/case/${id}`)
  for (const words of ['调查取证', '刑事程序终结，行政案件恢复办理']) expect(after).toContain(words)
  await shot(page, 'transfer-returned')
  await clean('lin')
})

test('no fine follows that of the court: the form says so', async () => {
  const refused = await (await person('lin'))
    .act(id, 'conclude-investigation', sample('conclude-investigation'))
    .then(
      () => '',
      (error: unknown) => String(error),
    )
  expect(refused).not.toBe('')
  const party = await read('mao', `/case/${id}`)
  expect(party).toContain('行政案件恢复办理')
  expect(party).not.toMatch(/刑事|公安|判处/)
  expect(party).not.toMatch(/30,?000/)
  await shot(at.mao.page, 'transfer-party')
  await goTo(at.gao.page, `/case/${id}`)
  await at.gao.page.getByRole('button', { name: 'English' }).click()
  await at.gao.page.getByText('The criminal matter is over').first().waitFor()
  await shot(at.gao.page, 'transfer-returned-en')
  for (const visitor of Object.values(at)) quiet(visitor)
})
