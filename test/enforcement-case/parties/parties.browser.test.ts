// Does a county punish a firm and its principal in one case at browsers, from the naming of the person to the closing?
import { expect, test } from 'vitest'
import { act, type Filling, fill, goTo, quiet } from '../../support/browser/browser.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { day } from '../samples.ts'
import { onPenaltyCrew, penaltyCrew, proposeFiling } from '../story/penalty-crew.ts'
import { principal } from './party-samples.ts'

const crew = onPenaltyCrew(penaltyCrew, ['party'])
const { at, clean, read, until } = crew

let id = ''
const issued = () => untilIssued(crew.product().db, id)
type Who = 'one' | 'two' | 'chief' | 'leader' | 'party'
const does = async (who: Who, name: string, filling: Filling = {}): Promise<void> => {
  await act(at[who], id, name, filling)
  await issued()
}
/** Begins an act on the case page, at its big button or in the list. */
const begins = async (who: Who, name: string): Promise<void> => {
  const { page } = at[who]
  await goTo(page, `/case/${id}`)
  const link = page.getByRole('link', { name: new RegExp(`^${name}`) })
  const button = page.getByRole('button', { name: new RegExp(`^${name}`) })
  await link.or(button).first().click()
}
const penalty = async (who: Who, yuan: string, rest: Filling): Promise<void> => {
  const { page } = at[who]
  await page.getByRole('checkbox', { name: '罚款', exact: true }).check()
  await fill(page, { fine: yuan, ...rest })
  await send(at[who])
  await issued()
}

test('the firm’s case is filed, investigated and reported on', async () => {
  const { page } = at.one
  id = await proposeFiling(page, await crew.person('party'))
  await does('leader', '批准立案')
  await does('one', '登记证据', {
    kind: 'inspection',
    takenOn: day,
    content: '入口没有标志',
    certificates: '浙执001\n浙执002',
    recusalTold: true,
  })
  await does('two', '会签同意')
  await begins('one', '调查终结')
  await fill(page, {
    findings: '现场检查笔录、照片证实',
    actEnded: '2026-02-27',
    advice: 'penalty',
    basis: '《安全生产法》第九十九条',
  })
  await penalty('one', '20000', {})
  await does('two', '会签同意')
  await does('chief', '同意调查报告')
})

test('its principal is named; who has no business with it reads the mask', async () => {
  const { page } = at.one
  await begins('one', '追加当事人')
  await fill(page, { role: 'principal', personName: principal.personName })
  await fill(page, { identity: `${principal.identity.slice(0, 17)}X`, annualIncome: '100000' })
  await fill(page, { mobile: principal.mobile, conduct: principal.conduct })
  await shot(page, 'party-naming')
  await clean('one')
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByRole('button', { name: '我已知悉后果，确认提交' }).click()
  await page.getByText('填写不符合要求').first().waitFor()
  await shot(page, 'party-refused')
  await fill(page, { identity: principal.identity })
  await send(at.one)
  const chief = at.chief.page
  expect(await read('chief', `/case/${id}`)).not.toContain(principal.personName)
  await chief.getByRole('heading', { name: '当事人（个人）' }).waitFor()
  await shot(chief, 'party-named')
  await clean('chief')
  await chief.getByRole('button', { name: '登记并查看' }).first().click()
  await chief.locator('textarea').first().fill('核对身份')
  await chief.getByRole('button', { name: '查看', exact: true }).click()
  await chief.getByText(principal.personName, { exact: true }).waitFor()
  expect(await read('party', `/case/${id}`)).not.toContain('主要负责人')
})

test('it is told the share of its income that the law sets, and no other sum', async () => {
  const { page } = at.one
  await begins('one', '拟定个人处罚告知')
  await fill(page, { facts: '未履行职责', reasons: '违法', basis: '第九十五条' })
  await fill(page, { accidentLevel: 'general', accidentOn: '2026-02-20' })
  await page.getByRole('checkbox', { name: '罚款', exact: true }).check()
  await fill(page, { fine: '30000' })
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByText('上一年年收入的40%').first().waitFor()
  await shot(page, 'party-notice')
  await fill(page, { fine: '40000' })
  await send(at.one)
  await issued()
  await does('one', '送达个人告知书', { method: 'direct', servedOn: day, receivedBy: 'self' })
  expect(await read('one', `/case/${id}`)).toContain('罚款40,000元')
  await shot(page, 'party-awaiting')
})

test('heard by lapse, decided by the leader, served, paid; then the case may be closed', async () => {
  await until('chief', '2026-03-10')
  await expect.poll(() => read('one', `/case/${id}`)).toContain('复核陈述申辩')
  await does('one', '复核个人陈述申辩', { outcome: 'none', findings: '期满未提出' })
  await begins('leader', '作出个人处罚决定')
  await fill(at.leader.page, {
    facts: '未履行职责',
    basis: '《安全生产法》第九十五条',
    performance: '缴至指定银行',
  })
  await send(at.leader)
  await issued()
  await does('one', '送达个人决定书', {
    method: 'direct',
    servedOn: '2026-03-10',
    receivedBy: 'self',
  })
  await read('one', `/case/${id}`)
  await shot(at.one.page, 'party-paying')
  await clean('one')
  await does('one', '登记个人缴清罚款', {
    amount: '40000',
    paidOn: '2026-03-10',
    receiptNumber: '票8',
  })
  await does('one', '拟定处罚告知', {
    facts: '未设置标志',
    reasons: '违反规定',
    basis: '第九十九条',
    planned: '罚款二万元',
  })
  const page = at.leader.page
  await page.setViewportSize({ width: 390, height: 844 })
  await read('leader', `/case/${id}`)
  await page.getByRole('button', { name: '全部', exact: true }).click()
  await page.getByText('已缴清').first().waitFor()
  await shot(page, 'party-paid-phone')
  await clean('leader')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Further party').first().waitFor()
  await shot(page, 'party-paid-phone-en')
  const refused = ['422', '403'].map((status) => `status of ${status}`)
  const { errors, ...one } = at.one
  expect(errors).toEqual(refused.map((status) => expect.stringContaining(status)))
  for (const visitor of [{ ...one, errors: [] }, at.two, at.chief, at.leader, at.party])
    quiet(visitor)
})
