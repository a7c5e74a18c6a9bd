// Does a county carry an enforcement case from its proposal to its closing at browsers, and does the party speak on its phone?
import { expect, test } from 'vitest'
import { act, type Filling, fill, goTo, quiet } from '../support/browser/browser.ts'
import { send } from '../support/browser/forms-in-browser.ts'
import { shot } from '../support/browser/shot.ts'
import { deep } from '../support/deep.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { day, matter } from './samples.ts'
import { onPenaltyCrew, penaltyCrew } from './story/penalty-crew.ts'

const crew = onPenaltyCrew(penaltyCrew, ['party'])
const { at, clean, read, until } = crew

let id = ''
const issued = () => untilIssued(crew.product().db, id)
type Who = 'one' | 'two' | 'chief' | 'leader' | 'party'
const does = async (who: Who, name: string, filling: Filling = {}): Promise<void> => {
  await act(at[who], id, name, filling)
  await issued()
}
const shown = async (who: Who, ...words: string[]): Promise<void> => {
  const page = await read(who, `/case/${id}`)
  for (const one of words) expect(page).toContain(one)
}

test.runIf(deep)(
  'an officer proposes the filing of an enterprise’s case, and the leader files it',
  async () => {
    const { page } = at.one
    const { enterprise } = await (await crew.person('party')).get<{ enterprise: { name: string } }>(
      '/api/me',
    )
    expect(await read('one', '/report/enforcement-case')).toContain('追责时效以该日期判断')
    await expect
      .poll(() => page.getByRole('radio', { name: '普通程序（提请立案）' }).isChecked())
      .toBe(true)
    await page.locator('#field-enterprise').fill(enterprise.name)
    await page.getByRole('option', { name: enterprise.name }).first().click()
    await fill(page, { title: matter.title, partyKind: matter.partyKind, source: matter.source })
    await fill(page, { facts: matter.facts, informant: '王某' })
    await shot(page, 'enforcement-start')
    await clean('one')
    await page.locator('form.report-form button[type=submit]').click()
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
    id = new URL(page.url()).pathname.split('/')[2] ?? ''
    expect(await read('leader', '/inbox?box=pool')).toContain(matter.title)
    await does('leader', '批准立案')
    await shown('one', '调查取证', '立案审批表')
    expect(await read('one', `/case/${id}`)).not.toContain('王某')
    expect(await read('party', `/case/${id}`)).not.toContain(matter.facts)
  },
)

test.runIf(deep)(
  'two officers gather evidence and report, by forms that show the reckoning',
  async () => {
    await does('one', '登记证据', {
      kind: 'inspection',
      takenOn: day,
      content: '入口没有标志',
      certificates: '浙执001\n浙执002',
      recusalTold: true,
    })
    await does('two', '会签同意')
    const { page } = at.one
    await goTo(page, `/case/${id}`)
    const begins = { name: /^调查终结/ }
    await page.getByRole('link', begins).or(page.getByRole('button', begins)).first().click()
    await fill(page, {
      findings: '现场检查笔录、照片证实',
      actEnded: '2026-02-27',
      advice: 'penalty',
      basis: '《安全生产法》第九十九条',
    })
    await page.getByRole('checkbox', { name: '罚款', exact: true }).check()
    await fill(page, { fine: '50000' })
    await shot(page, 'enforcement-report')
    await clean('one')
    await send(at.one)
    await does('two', '会签同意')
    await does('chief', '同意调查报告')
    await shown('one', '待拟定告知')
  },
)

test.runIf(deep)(
  'the notice offers the hearing that the law gives, and the party states its case on its phone',
  async () => {
    const { page } = at.one
    await goTo(page, `/case/${id}`)
    const begins = { name: /^拟定处罚告知/ }
    await page.getByRole('link', begins).or(page.getByRole('button', begins)).first().click()
    await page.getByText('应当告知听证权利').first().waitFor()
    await fill(page, { facts: '未设置标志', reasons: '违反规定', basis: '第九十九条' })
    await fill(page, { planned: '罚款五万元' })
    await shot(page, 'enforcement-notice')
    await send(at.one)
    await issued()
    await does('one', '送达告知书', { method: 'direct', servedOn: day, receiver: '负责人' })
    await shown('party', '请陈述申辩', '2026-03-09', '听证告知书', '行政处罚告知书')
    await clean('party')
    await shot(at.party.page, 'enforcement-party')
    expect(await read('party', `/case/${id}`)).not.toContain('现在不需要您做什么')
    await does('party', '陈述、申辩', { statement: '标志已于当日补设' })
    await until('chief', '2026-03-10')
    await expect.poll(() => read('one', `/case/${id}`)).toContain('复核陈述申辩')
    await shown('one', '标志已于当日补设')
  },
)

test.runIf(deep)('the leaders discuss it, one decides, and the decision is served', async () => {
  await does('one', '复核陈述申辩', { outcome: 'not-adopted', findings: '不影响违法事实' })
  await does('leader', '登记集体讨论', {
    heldOn: '2026-03-10',
    attendees: '甲\n乙\n丙',
    minutes: '同意处罚',
    agree: '3',
    against: '0',
  })
  await does('leader', '作出处罚决定', {
    facts: '未设置标志',
    basis: '《安全生产法》第九十九条',
    performance: '缴至指定银行',
  })
  await does('one', '送达决定书', { method: 'direct', servedOn: '2026-03-10', receiver: '负责人' })
  await shown('party', '请履行处罚决定', '申请延期（分期）缴纳', '行政处罚决定书', '2026-03-25')
})

test.runIf(deep)('paid, published and closed by two', async () => {
  await does('one', '登记缴清罚款', { amount: '50000', paidOn: '2026-03-10', receipt: '票2' })
  await does('chief', '公示处罚信息', { publicSummary: '罚款五万元' })
  await does('one', '提请结案', { summary: '已履行', catalogue: '立案审批表\n决定书' })
  await does('leader', '批准结案')
  await shown('one', '已结案', '结案审批表', '处罚已履行')
  await clean('one')
  await shot(at.one.page, 'enforcement-closed')
  expect(await read('one', '/cases?process=enforcement-case')).toContain(matter.title)
  for (const visitor of Object.values(at)) quiet(visitor)
})
