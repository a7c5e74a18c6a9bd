// Do an officer with a telephone and a leader at his desk register evidence and dispose of it at browsers?
import { expect, test } from 'vitest'
import { act, type Filling, fill, goTo, quiet } from '../../support/browser/browser.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { day } from '../samples.ts'
import { onPenaltyCrew, proposeFiling } from '../story/penalty-crew.ts'
import { registration } from './measure-samples.ts'

const crew = onPenaltyCrew(
  { officer: 'kecheng.inspector1', leader: 'kecheng.leader', party: 'e001.principal' },
  ['officer'],
)
const { at, clean, read } = crew

let id = ''
const does = async (who: 'officer' | 'leader', name: string, filling: Filling = {}) => {
  await act(at[who], id, name, filling)
  await untilIssued(crew.product().db, id)
}

test('evidence is proposed on a telephone, and the leader has it in the row of its case', async () => {
  const { page } = at.officer
  id = await proposeFiling(page, await crew.person('party'))
  await does('leader', '批准立案')
  await goTo(page, `/case/${id}`)
  await page.getByRole('button', { name: '全部事项' }).click()
  const begins = { name: /^提请（当场采取）/ }
  await page.getByRole('link', begins).or(page.getByRole('button', begins)).first().click()
  await fill(page, { kind: 'registration' })
  await fill(page, registration)
  await shot(page, 'measure-proposing-phone')
  await clean('officer')
  await send(at.officer)
  await read('leader', `/case/${id}`)
  await at.leader.page.getByRole('heading', { name: '证据保存、查封扣押措施' }).waitFor()
  await at.leader.page.getByText('待批准', { exact: true }).first().waitFor()
  await shot(at.leader.page, 'measure-proposed')
  await clean('leader')
  await does('leader', '批准采取措施')
})

test('it is listed where it is taken, and stands with its last day; in English too', async () => {
  const { page } = at.officer
  await goTo(page, `/case/${id}`)
  await page
    .getByRole('link', { name: /^登记实施/ })
    .first()
    .click()
  await fill(page, { takenOn: day })
  const rows = page.locator('.row-card')
  if ((await rows.count()) === 0) await page.locator('#field-things-add').click()
  for (const [nth, words] of ['气瓶', '40L', '3只', '罐区', '完好'].entries())
    await rows.first().locator('input, textarea').nth(nth).fill(words)
  await fill(page, { keeper: '毛总', certificates: '浙执001\n浙执002', rightsTold: true })
  await fill(page, { signature: 'signed', receiver: '毛总' })
  await shot(page, 'measure-taking-phone')
  await clean('officer')
  await send(at.officer)
  await untilIssued(crew.product().db, id)
  expect(await read('officer', `/case/${id}`)).toContain('气瓶 3只')
  await shot(page, 'measure-in-force-phone')
  await clean('officer')
  await read('leader', `/case/${id}`)
  await shot(at.leader.page, 'measure-in-force')
  await at.leader.page.getByRole('button', { name: 'English' }).click()
  await at.leader.page.getByText('Evidence registered').first().waitFor()
  await shot(at.leader.page, 'measure-in-force-en')
  await clean('leader')
  await at.leader.page.getByRole('button', { name: '中文' }).click()
})

test('the leader disposes of it, and nobody has met an error', async () => {
  await does('leader', '作出处理决定', { disposal: 'evidence', reason: '作为证据' })
  await read('leader', `/case/${id}`)
  await at.leader.page.getByRole('button', { name: '全部', exact: true }).click()
  await at.leader.page.getByText('已处理').first().waitFor()
  for (const visitor of [at.officer, at.leader, at.party]) quiet(visitor)
})
