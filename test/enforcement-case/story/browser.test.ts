// Is an ordinary case against a firm and its principal brought at browsers from the hearing over a fine that nobody pays to its closed dossier?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import {
  act,
  type Filling,
  fill,
  goTo,
  press,
  quiet,
  sendForm,
} from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { shot } from '../../support/browser/shot.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { settleCertificates } from '../certificates.ts'
import { principal, told } from '../parties/party-samples.ts'
import { day, matter, sample } from '../samples.ts'

const crew = createCrew(
  {
    one: 'kecheng.inspector1',
    chief: 'kecheng.chief',
    leader: 'kecheng.leader',
    legal: 'kecheng.legal',
    party: 'e001.principal',
  },
  { on: day, onPhones: ['party'] },
)
const { at, clean, read, until } = crew
type Who = keyof typeof at

let id = ''
const issued = () => untilIssued(crew.product().db, id)
const does = async (who: Who, name: string, filling: Filling = {}): Promise<void> => {
  await act(at[who], id, name, filling)
  await issued()
}
/** Over HTTP: what another story shows at browsers. */
const sends = async (who: Who, type: string, data: object = sample(type)): Promise<void> => {
  await (await crew.person(who)).act(id, type, { ...data })
  await issued()
}
/** The same of the person: at the task of the item that offers it. */
const ofPerson = async (who: Who, type: string, data: object = sample(type)): Promise<void> => {
  const person = await crew.person(who)
  const { items } = await person.get<{ items: ItemView[] }>(`/api/cases/${id}/items`)
  const taskId = items.flatMap(({ acts }) => acts).find((one) => one.type === type)?.taskId
  await person.act(id, type, { ...data }, taskId ? { taskId } : {})
  await issued()
}

beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
  const one = await crew.person('one')
  const two = await crew.product().person('kecheng.inspector2')
  const { enterprise } = await (await crew.person('party')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const { region: _, ...form } = matter
  id = (await one.start('enforcement-case', { ...form, enterprise: enterprise.id })).id
  await sends('leader', 'approve-filing')
  await sends('one', 'record-evidence')
  await two.act(id, 'sign', {})
  await sends('one', 'conclude-investigation', {
    ...sample('conclude-investigation', 1),
    circumstances: [],
  })
  await two.act(id, 'sign', {})
  await sends('chief', 'approve-report')
  await sends('one', 'name-party', principal)
  await ofPerson('one', 'notify-party', told)
  await ofPerson('one', 'serve-party-notice')
})
afterAll(crew.close)

test('the firm asks for a hearing from its phone; a reviewer holds it and reviews the law', async () => {
  await does('one', '拟定处罚告知', {
    facts: '未设置标志',
    reasons: '违反规定',
    basis: '第九十九条',
    planned: '罚款五万元',
  })
  await does('one', '送达告知书', {
    method: 'left',
    servedOn: day,
    receiver: '门卫拒收',
    refusedBecause: '拒绝签收',
    witness: '社区干部 金某',
  })
  expect(await read('party', `/case/${id}`)).toContain('听证')
  await does('party', '要求听证', { statement: '罚款过重，要求听证' })
  await goTo(at.legal.page, `/case/${id}`)
  await press(at.legal.page, '通知听证')
  await fill(at.legal.page, { heldOn: '2026-03-20', place: '三楼会议室', chair: '法制审核员' })
  await at.legal.page.getByRole('option', { name: '法制审核员' }).first().click()
  await sendForm(at.legal.page)
  await issued()
  await until('chief', '2026-03-20')
  await does('legal', '听证结束', { record: '当事人陈述', report: '事实清楚' })
  await does('one', '复核陈述申辩', { outcome: 'not-adopted', findings: '理由不成立' })
  await goTo(at.legal.page, `/case/${id}`)
  await does('legal', '出具法制审核意见', { conclusion: 'agree', findings: '程序合法' })
  await read('legal', `/case/${id}`)
  await shot(at.legal.page, 'story-reviewed')
  await clean('legal')
})

test('the leaders discuss it and vote; the leader decides, and the decision is left at the gate', async () => {
  await does('leader', '登记集体讨论', {
    heldOn: '2026-03-20',
    attendees: '高\n李\n王',
    minutes: '同意',
    agree: '3',
    against: '0',
  })
  await sends('leader', 'decide-penalty', { ...sample('decide-penalty'), fine: 50_000 })
  await does('one', '送达决定书', {
    method: 'left',
    servedOn: '2026-03-20',
    receiver: '门卫拒收',
    refusedBecause: '拒绝签收',
    witness: '社区干部 金某',
  })
  await ofPerson('one', 'weigh-party-defence')
  await ofPerson('leader', 'decide-party-penalty')
  await ofPerson('one', 'serve-party-decision', {
    method: 'direct',
    servedOn: '2026-03-20',
    receivedBy: 'self',
  })
  await ofPerson('one', 'record-party-payment', {
    amount: 8_000,
    paidOn: '2026-03-20',
    receiptNumber: '票8',
  })
  await sends('chief', 'publish-penalty', { publicSummary: '罚款五万元' })
  const party = await read('party', `/case/${id}`)
  expect(party).toContain('2026-04-07')
  await shot(at.party.page, 'story-decided-phone')
  await clean('party')
})

test('nobody pays: it grows, is demanded, and the leader reads from when the court may be asked', async () => {
  await until('chief', '2026-04-08')
  await expect.poll(() => read('one', `/case/${id}`)).toContain('待催告')
  await does('one', '制作催告书', { payment: '缴至指定银行' })
  await does('one', '送达催告书', {
    method: 'left',
    servedOn: '2026-04-08',
    receiver: '门卫',
    refusedBecause: '拒绝签收',
    witness: '社区干部 金某',
  })
  await until('chief', '2026-04-23')
  await expect.poll(() => read('leader', `/case/${id}`)).toContain('待申请法院强制执行')
  await at.leader.page.goto(`/case/${id}/act/apply-court`)
  await at.leader.page.getByText('最早为2026-09').first().waitFor()
  await shot(at.leader.page, 'story-court')
  await clean('leader')
})

test('it pays with what has grown, and the case is closed over its whole dossier', async () => {
  await does('one', '登记缴清罚款', {
    amount: '50000',
    paidOn: '2026-04-23',
    surcharge: '24000',
    receipt: '票9',
  })
  await read('chief', `/case/${id}`)
  await at.one.page.goto(`/case/${id}/act/propose-closing`)
  await at.one.page.locator('form.act-form').waitFor()
  await shot(at.one.page, 'story-closing')
  await sends('one', 'propose-closing', { summary: '已履行', catalogue: ['决定书'] })
  await does('leader', '批准结案', {})
  const panel = at.chief.page.locator('section.dossier')
  await goTo(at.chief.page, `/case/${id}`)
  await panel.locator('summary').first().click()
  const contents = await panel.innerText()
  // A receipt is not served, and says nothing of it.
  const receipts = at.chief.page.locator('.document', { hasText: '文书送达回执' })
  await expect.poll(() => receipts.count()).toBeGreaterThan(2)
  expect((await receipts.allInnerTexts()).join()).not.toContain('尚未送达')
  // A question that was left open is no row.
  expect(await at.chief.page.getByText('情节', { exact: true }).count()).toBe(0)
  for (const paper of [
    '听证笔录',
    '法制审核意见书',
    '集体讨论',
    '行政处罚决定书',
    '履行催告书',
    '结案',
  ])
    expect(contents).toContain(paper)
  await shot(at.chief.page, 'story-dossier')
  await clean('chief')
  await at.chief.page.getByRole('button', { name: 'English' }).click()
  await at.chief.page.getByText('Closed').first().waitFor()
  await shot(at.chief.page, 'story-dossier-en')
  for (const visitor of Object.values(at)) quiet(visitor)
})
