// What do officers, the leader and the party see of a fine that nobody has paid, and of a lawsuit over it?
import { expect, test } from 'vitest'
import { act, type Filling, fill, goTo, quiet } from '../support/browser/browser.ts'
import { send } from '../support/browser/forms-in-browser.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { sample, scene } from './samples.ts'
import { onPenaltyCrew } from './story/penalty-crew.ts'

const crew = onPenaltyCrew(
  {
    one: 'kecheng.inspector1',
    leader: 'kecheng.leader',
    chief: 'kecheng.chief',
    legal: 'kecheng.legal',
    party: 'e001.principal',
  },
  ['one', 'party'],
)
const { at, clean, read, until } = crew

let id = ''
type Who = keyof typeof at
const does = async (who: Who, name: string, filling: Filling = {}): Promise<void> => {
  await act(at[who], id, name, filling)
  await untilIssued(crew.product().db, id)
}
const opens = async (who: Who, type: string): Promise<void> => {
  await at[who].page.goto(`/case/${id}/act/${type}`)
  await at[who].page.locator('form.act-form').waitFor()
}
/** By its address: a telephone shows the usual act, and the others on a sheet. */
const files = async (who: Who, type: string, filling: Filling): Promise<void> => {
  await opens(who, type)
  await fill(at[who].page, filling)
  await send(at[who])
  await untilIssued(crew.product().db, id)
}
const fits = async (who: Who): Promise<void> => {
  const width = await at[who].page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
}

/** A fine of 1,000 on the spot, over HTTP: how that is done at a browser is another story. */
test('a fine is overdue: the officer makes the demand with its reckoning before him', async () => {
  const [one, chief] = await Promise.all([crew.person('one'), crew.person('chief')])
  const two = await crew.product().person('kecheng.inspector2')
  const { enterprise } = await (await crew.person('party')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const { region: _, ...form } = scene
  id = (await one.start('enforcement-case', { ...form, enterprise: enterprise.id })).id
  await one.act(id, 'tell-party', sample('tell-party'))
  await one.act(id, 'punish-on-the-spot', sample('punish-on-the-spot'))
  await two.act(id, 'sign', {})
  await chief.act(id, 'publish-penalty', sample('publish-penalty'))
  await until('chief', '2026-03-18')
  await expect.poll(() => read('one', `/case/${id}`)).toContain('待催告')
  await opens('one', 'issue-demand')
  const page = await at.one.page.locator('main').innerText()
  for (const words of ['每日按1,000元的3%加处30元', '申请']) expect(page).toContain(words)
  await shot(at.one.page, 'tail-demand')
  await clean('one')
  await fits('one')
  await files('one', 'issue-demand', { payment: '缴至指定银行' })
  await files('one', 'serve-demand', {
    method: 'direct',
    servedOn: '2026-03-18',
    receiver: '负责人',
  })
  const party = await read('party', `/case/${id}`)
  for (const words of ['催告期内，请缴纳', '履行催告书', '2026-04-01'])
    expect(party).toContain(words)
  await shot(at.party.page, 'tail-party')
  await clean('party')
  await fits('party')
})

test('the leader is told from when the court may be asked, and the officer what is to be paid', async () => {
  await until('chief', '2026-04-02')
  await expect.poll(() => read('leader', `/case/${id}`)).toContain('待申请法院强制执行')
  await opens('leader', 'apply-court')
  await at.leader.page.getByText('最早为2026-09-03').first().waitFor()
  await expect
    .poll(() =>
      at.leader.page.locator('form.act-form button[type=submit]').getAttribute('aria-disabled'),
    )
    .toBe('true')
  await shot(at.leader.page, 'tail-court')
  await clean('leader')
  await opens('one', 'record-payment')
  await shot(at.one.page, 'tail-payment')
  await clean('one')
  await fits('one')
})

const agreed = {
  reason: '经营困难，愿意分期履行',
  harmless: true,
  stages: [
    { until: '2026-04-30', fine: 500, surcharge: 200 },
    { until: '2026-05-29', fine: 500, surcharge: 300 },
  ],
  remedial: '已组织全员培训并建立台账',
  waived: 500,
  waiveReason: '主动消除危险',
}

test('an agreement is proposed with its reckoning, approved by the leader, read by the party', async () => {
  await opens('one', 'propose-agreement')
  const form = await at.one.page.locator('main').innerText()
  for (const words of ['本金不得减免', '至2026-12-02']) expect(form).toContain(words)
  await shot(at.one.page, 'tail-agreement-form')
  await clean('one')
  await fits('one')
  await (await crew.person('one')).act(id, 'propose-agreement', agreed)
  await goTo(at.leader.page, `/case/${id}?tab=items`)
  await at.leader.page.getByText('第1期：2026-04-30').first().waitFor()
  await shot(at.leader.page, 'tail-agreement-leader')
  await clean('leader')
  await does('leader', '批准订立执行协议')
  await goTo(at.one.page, `/case/${id}`)
  await at.one.page.getByRole('button', { name: 'English' }).click()
  await at.one.page.getByText('Stage 1: by 2026-04-30').first().waitFor()
  await shot(at.one.page, 'tail-agreement-en')
  await clean('one')
  await fits('one')
  await at.one.page.getByRole('button', { name: '中文' }).click()
  const party = await read('party', `/case/${id}`)
  for (const words of ['执行协议书', '第1期：2026-04-30', '减免加处罚款500元'])
    expect(party).toContain(words)
  expect(party).not.toContain(agreed.reason)
  await shot(at.party.page, 'tail-agreement-party')
  await clean('party')
  await fits('party')
})

test('the party sues; what was published is withdrawn when the penalty is annulled', async () => {
  await does('legal', '登记收到复议、诉讼', {
    remedy: 'litigation',
    body: '柯城区人民法院',
    filedOn: '2026-03-30',
    receivedOn: '2026-04-02',
  })
  const sued = await read('legal', `/case/${id}`)
  for (const words of ['待答复（答辩）', '2026-04-17']) expect(sued).toContain(words)
  await shot(at.legal.page, 'tail-sued')
  await clean('legal')
  expect(await read('party', '/public/notices')).toContain('罚款二万元')
  await does('legal', '登记撤销', { decidedOn: '2026-04-02', grounds: '证据不足' })
  await does('chief', '撤回公示', { withdrawalReason: '决定已被法院撤销' })
  const notices = await read('party', '/public/notices')
  expect(notices).toContain('决定已被法院撤销')
  expect(notices).not.toContain('罚款二万元')
  await goTo(at.legal.page, `/case/${id}`)
  await at.legal.page.getByRole('button', { name: 'English' }).click()
  await at.legal.page.getByText('Annulled').first().waitFor()
  await shot(at.legal.page, 'tail-annulled-en')
  for (const visitor of Object.values(at)) quiet(visitor)
})
