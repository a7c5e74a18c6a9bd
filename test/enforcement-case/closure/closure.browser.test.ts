// From a hazard whose rectification is refused to the proposal to close its enterprise: what do officers, leader, supervisor and party see at their browsers?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { act, type Filling, fill, goTo, quiet } from '../../support/browser/browser.ts'
import { send } from '../../support/browser/forms-in-browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { onTheSpot, sample, scene } from '../samples.ts'
import { onPenaltyCrew, penaltyCrew } from '../story/penalty-crew.ts'

const crew = onPenaltyCrew({ ...penaltyCrew, city: 'city.supervisor' }, ['one', 'party'])
const { at, clean, read, until } = crew

type Who = keyof typeof at
type Step = [Who, string, Record<string, unknown>?]
let enterprise = ''
let hazard = ''
let first = ''
let daily = ''

/** Over HTTP: what is another story. */
const does = async (id: string, ...steps: Step[]): Promise<void> => {
  for (const [who, type, data = sample(type) ?? {}] of steps) {
    await (await crew.person(who)).act(id, type, data)
    await untilIssued(crew.product().db, id)
  }
}
const shown = async (who: Who, id: string, ...words: string[]): Promise<void> => {
  const page = await read(who, `/case/${id}`)
  for (const one of words) expect(page).toContain(one)
}
const presses = async (who: Who, id: string, name: string, filling: Filling = {}) => {
  await act(at[who], id, name, filling)
  await untilIssued(crew.product().db, id)
}
/** By its address: a telephone shows the usual act, and the others on a sheet. */
const opens = async (who: Who, id: string, type: string): Promise<Page> => {
  const { page } = at[who]
  await page.goto(`/case/${id}/act/${type}`)
  await page.locator('form.act-form').waitFor()
  return page
}
const fits = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )
const inEnglish = async (who: Who, id: string, words: string, picture: string): Promise<void> => {
  const { page } = at[who]
  await goTo(page, `/case/${id}`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText(words).first().waitFor()
  await shot(page, picture)
  await clean(who)
  await fits(page)
  await page.getByRole('button', { name: '中文' }).click()
}
const toldOf = async (who: Who, id: string): Promise<string> =>
  JSON.stringify(await (await crew.person(who)).get(`/api/cases/${id}/messages`))
/** The case that the latest link of another has opened. */
const openedBy = async (id: string): Promise<string> => {
  const leader = await crew.person('leader')
  const last = async () => (await leader.view(id)).links.at(-1)
  await expect.poll(async () => (await last())?.status, { timeout: 30_000 }).toBe('started')
  return String((await last())?.id)
}

test('a hazard is refused: production is stopped, and an enforcement case is opened by that', async () => {
  const party = await crew.person('party')
  enterprise = (await party.get<{ enterprise: { id: string } }>('/api/me')).enterprise.id
  const report = { title: '罐区安全标志和报警缺失', site: '罐区', category: 'hazchem' }
  hazard = (await party.start('hazard-rectification', { ...report, description: '缺失' })).id
  await does(
    hazard,
    ['one', 'verify', { grade: 'major', findings: '属实' }],
    ['two', 'sign', {}],
    ['one', 'take-measures', { measures: 'none', scope: '可控' }],
    [
      'party',
      'file-plan',
      {
        goals: '消除',
        methods: '更换',
        funds: '十万元',
        responsible: '厂长',
        until: '2026-06-01',
        emergency: '备用',
      },
    ],
    ['chief', 'approve-plan', { findings: '可行' }],
    ['city', 'list-hazard', { level: 'city', dueDate: '2026-09-30', requirements: '限期' }],
  )
  await opens('one', hazard, 'declare-refusal')
  await fill(at.one.page, { kind: 'refuses', findings: '三次催促仍未动工' })
  await send(at.one)
  await presses('leader', hazard, '责令停产停业整顿', { scope: '罐区' })
  first = await openedBy(hazard)
  await shown('leader', hazard, '已立案')
})

test('it is fined, ordered to correct on a telephone, and the party reads by when', async () => {
  await does(
    first,
    ['leader', 'approve-filing'],
    ['one', 'record-evidence'],
    ['two', 'sign', {}],
    ['one', 'conclude-investigation'],
    ['two', 'sign', {}],
    ['chief', 'approve-report'],
    ['one', 'notify-penalty'],
    ['one', 'serve-notice'],
    ['party', 'waive-rights', { statement: '放弃陈述申辩' }],
    ['one', 'weigh-defence'],
    ['leader', 'decide-penalty'],
    ['one', 'serve-decision'],
    ['chief', 'publish-penalty'],
  )
  await shown('leader', first, '共1次处罚，不足3次')
  const page = await opens('one', first, 'order-correction')
  await fill(page, {
    requirements: '补设安全警示标志和可燃气体报警',
    correctBy: '2026-03-06',
    certificates: '浙执001\n浙执002',
  })
  await shot(page, 'daily-ordering-phone')
  await clean('one')
  await fits(page)
  await send(at.one)
  await untilIssued(crew.product().db, first)
  await inEnglish('one', first, 'Orders to correct', 'daily-ordered-en-phone')
  await shown('party', first, '责令限期改正指令书', '2026-03-06')
  await shot(at.party.page, 'daily-ordered-party-phone')
  await clean('party')
  await fits(at.party.page)
})

test('two officers find the refusal, and the case of the daily fine is opened', async () => {
  await until('chief', '2026-03-09')
  const { page } = at.one
  await read('one', `/case/${first}`)
  await page.getByText('复查责令改正情况').first().waitFor()
  await shot(page, 'daily-recheck-phone')
  await page
    .getByRole('link', { name: /^复查：拒不改正/ })
    .or(page.getByRole('button', { name: /^复查：拒不改正/ }))
    .first()
    .click()
  await fill(page, {
    checkedOn: '2026-03-09',
    findings: '入口仍未设置标志，报警未装',
    certificates: '浙执001\n浙执002',
  })
  await shot(page, 'daily-refusal-phone')
  await clean('one')
  await send(at.one)
  await presses('two', first, '会签同意')
  daily = await openedBy(first)
  await shown('two', first, '拒不改正', '整改复查意见书')
  await shot(at.two.page, 'daily-found')
  await clean('two')
  await inEnglish('two', first, 'Orders to correct', 'daily-found-en')
})

test('the sum stands in the form with its reckoning; the party is told of it and of its hearing', async () => {
  await does(daily, ['leader', 'approve-filing'])
  const page = await opens('one', daily, 'conclude-investigation')
  await fill(page, {
    findings: '复查记录、照片证实',
    actEnded: '2026-03-09',
    advice: 'penalty',
    basis: '《安全生产法》第一百一十二条',
  })
  await page.getByText('7×20,000=140,000元').first().waitFor()
  await expect.poll(() => page.locator('#field-fine').inputValue()).toBe('140000')
  await page.getByText('暂定').first().waitFor()
  await shot(page, 'daily-report-phone')
  await clean('one')
  await fits(page)
  await send(at.one)
  await does(daily, ['two', 'sign', {}], ['chief', 'approve-report'])
  const notice = await opens('one', daily, 'notify-penalty')
  await expect
    .poll(() => notice.locator('#field-planned').inputValue())
    .toContain('7日×20,000元=140,000元')
  await fill(notice, { facts: '拒不改正', reasons: '受罚后拒不改正', basis: '第一百一十二条' })
  await send(at.one)
  await untilIssued(crew.product().db, daily)
  await does(daily, ['one', 'serve-notice', { ...sample('serve-notice'), servedOn: '2026-03-09' }])
  await shown('party', daily, '请陈述申辩', '听证告知书', '140,000元')
  await shot(at.party.page, 'daily-told-party-phone')
  await clean('party')
  await fits(at.party.page)
})

test('it is decided with days and amount before the leader, served, and owed', async () => {
  await does(
    daily,
    ['party', 'waive-rights', { statement: '放弃陈述申辩和听证' }],
    ['one', 'weigh-defence'],
    ['leader', 'record-discussion', { ...sample('record-discussion'), heldOn: '2026-03-09' }],
  )
  const page = await opens('leader', daily, 'decide-penalty')
  await page.getByText('7×20,000=140,000元').first().waitFor()
  await fill(page, {
    facts: '拒不改正',
    basis: '《安全生产法》第一百一十二条',
    performance: '缴至指定银行',
  })
  await shot(page, 'daily-deciding')
  await clean('leader')
  await send(at.leader)
  await untilIssued(crew.product().db, daily)
  const served = { ...sample('serve-decision'), servedOn: '2026-03-09' }
  await does(daily, ['one', 'serve-decision', served])
  await shown('party', daily, '请履行处罚决定', '2026-03-24')
  await shown('leader', daily, '共2次处罚，不足3次')
  await inEnglish('leader', daily, 'daily', 'daily-decided-en')
})

test('the third penalty in 180 days is told to leader and city, and the leader signs the proposal to close', async () => {
  const { region: _, enterprise: __, ...form } = scene
  const one = await crew.person('one')
  const third = (await one.start('enforcement-case', { ...form, enterprise })).id
  const hands: Record<string, Who> = { lin: 'one', wu: 'two' }
  await does(
    third,
    ...onTheSpot().map(([who, type, data]): Step => [hands[who] ?? 'one', type, data ?? {}]),
  )
  await shown('leader', third, '3次处罚，第7日，在180日内')
  await shot(at.leader.page, 'closure-reached')
  for (const who of ['leader', 'city'] as const)
    await expect
      .poll(() => toldOf(who, third), { timeout: 30_000 })
      .toContain('处罚次数已达到提请关闭的条件')
  const ofHazard = await opens('leader', hazard, 'propose-closure')
  await ofHazard.getByText('3次处罚，第7日，在180日内').first().waitFor()
  await ofHazard.getByLabel('180日内3次或1年内4次处罚', { exact: true }).check()
  await ofHazard.locator('#field-penalties').waitFor()
  await shot(ofHazard, 'closure-of-hazard')
  await clean('leader')
  const page = await opens('leader', third, 'propose-closure')
  await page.getByText('是否单独计次须由负责人确认').first().waitFor()
  await fill(page, { reason: '重大事故隐患拒不治理，受罚后拒不改正' })
  await shot(page, 'closure-proposing')
  await clean('leader')
  await send(at.leader)
  await untilIssued(crew.product().db, third)
  await shown('leader', third, '提请关闭报告', '待政府答复')
  await shot(at.leader.page, 'closure-proposed')
  await clean('leader')
  await inEnglish('leader', third, 'Proposals to close', 'closure-proposed-en')
  await presses('leader', third, '登记政府关闭决定', {
    number: '柯政关〔2026〕1号',
    decidedOn: '2026-03-09',
  })
  await read('leader', `/case/${third}`)
  await at.leader.page.getByRole('button', { name: '全部', exact: true }).click()
  await at.leader.page.getByText('政府已决定关闭').first().waitFor()
  expect(await read('party', `/case/${third}`)).not.toContain('提请关闭')
  for (const visitor of Object.values(at)) quiet(visitor)
})
