// Is a performance agreement made, kept and broken over HTTP, with its codes and papers, and is what the law forbids refused with nothing stored?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { codeIn, issued, money, openPaying, paymentsIn, tells } from '../../payments/paying.ts'
import { pdfText } from '../../support/people/pdf-text.ts'
import { settleCertificates } from '../certificates.ts'
import { casesOf } from '../penalty-house.ts'
import { decided, matter, sample } from '../samples.ts'
import { agreedOn, concluded, reduced } from './agreement-samples.ts'

let paying: Awaited<ReturnType<typeof openPaying>>
let id = ''
let file = ''
const house = () => paying.house
const { openedBy, viewOf, sentTo, doneIn } = casesOf(house)

beforeAll(async () => {
  paying = await openPaying()
  await settleCertificates(house().db)
  // Officer Lin stands in as the leader besides.
  const since = '2004-01-01T00:00:00.000Z'
  await house()
    .db.insert(appointments)
    .values({
      person: 'lin',
      office: officeId('bureau', '330802'),
      role: 'leader',
      region: '330802',
      since,
      until: null,
    })
  id = (await openedBy('lin', matter)).body.id
  for (const [who, type, data] of decided) await doneIn(id, who, type, data)
})
afterAll(() => paying?.close())

const passes = async (on: string): Promise<void> => {
  await house().clock.setNow(`${on}T01:00:00.000Z`)
  await issued(house(), id)
}
const agreement = async (who: string): Promise<ItemView | undefined> =>
  (await house().as(who, `/api/cases/${id}/items`)).body.items?.find(
    ({ kind, endedAt }: ItemView) => kind === 'agreement' && endedAt === null,
  )
/** On the agreement that is open, whoever is offered its task. */
const sent = async (who: string, type: string, data: object = sample(type) ?? {}) => {
  const rows = await Promise.all(['lin', 'gao'].map(agreement))
  const offered = rows.flatMap((row) => row?.acts ?? []).find(({ taskId }) => taskId)
  const taskId = offered?.taskId ?? null
  return house().as(who, `/api/cases/${id}/acts`, { json: { type, data, taskId } })
}
const does = async (who: string, type: string, data?: object): Promise<void> => {
  const { status, body } = await sent(who, type, data)
  expect([type, status, body.detail]).toEqual([type, 200, undefined])
  await issued(house(), id)
}
const facts = async () => (await house().db.select({ seq: caseFacts.seq }).from(caseFacts)).length
const refused = async (
  answer: () => ReturnType<typeof sent>,
  status: number,
  words: string,
): Promise<void> => {
  const before = await facts()
  const { status: found, body, headers } = await answer()
  expect([found, JSON.stringify(body)]).toEqual([status, expect.stringContaining(words)])
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(await facts()).toBe(before)
}
const proposes = (data: object = {}, who = 'lin') =>
  sentTo(id, who, 'propose-agreement', { ...reduced, ...data })
/** What stands on the newest paper of a kind, without spaces. */
const printed = async (kind: string): Promise<string> => {
  const { items } = (await house().as('lin', `/api/cases/${id}/documents`)).body
  const { url } = items.findLast((one: { kind: string }) => one.kind === kind)
  const answer = await house().send(url, { headers: { cookie: await house().signIn('lin') } })
  return (await pdfText(Buffer.from(await answer.arrayBuffer()))).replaceAll(/\s/g, '')
}
const newestBill = async () =>
  (await paymentsIn(house(), id, 'mao')).orders.filter(({ ask }) => ask === 'bill').at(-1)

test('not before the decision is enforced, and never of the principal', async () => {
  await refused(proposes, 403, '尚未催告')
  await passes('2026-03-18')
  await doneIn(id, 'lin', 'issue-demand')
  await doneIn(id, 'lin', 'serve-demand')
  await passes(agreedOn)
  const [first, last] = reduced.stages
  const less = { stages: [first, { ...last, fine: 9_999 }] }
  await refused(() => proposes(less), 403, '罚款本金不得减免')
  await refused(() => proposes({ waived: 20_000.01 }), 403, '超出加处罚款')
  await refused(() => proposes({ waived: -1 }), 422, '/waived')
  await refused(() => proposes({ waived: 0.001 }), 422, '/waived')
  await refused(() => proposes({ remedial: undefined }), 403, '采取补救措施的方可减免')
  await refused(() => proposes({ harmless: false }), 403, '公共利益')
  await refused(() => proposes({ stages: [{ ...first, fine: 0 }] }), 422, '/stages')
  await refused(() => proposes({ stages: [] }), 422, '/stages')
  await refused(() => proposes({ stages: [{ ...first, until: '2026-02-30' }] }), 422, '/stages')
  await refused(() => proposes({ principalWaived: 5_000 }), 422, 'principalWaived')
  await refused(() => proposes({}, 'mao'), 409, '')
  await refused(() => proposes({}, 'jiang'), 404, '')
})

test('nobody approves what he has proposed, and no papers unsigned', async () => {
  expect((await proposes()).status).toBe(200)
  await issued(house(), id)
  await refused(proposes, 403, '尚未办结')
  await refused(() => sent('lin', 'approve-agreement'), 403, '不得审批')
  await refused(() => sent('mao', 'approve-agreement'), 409, '')
  await does('gao', 'approve-agreement')
  await refused(() => sent('lin', 'conclude-agreement', { ...concluded, signed: [] }), 422, '')
  await refused(
    () => sent('lin', 'conclude-agreement', { ...concluded, concludedOn: '2026-04-03' }),
    403,
    '签订日期',
  )
})

test('concluded, the code asks for the first stage, and the party reads what was agreed', async () => {
  const body = new FormData()
  body.set('file', new File(['双方签字'], '执行协议书.txt', { type: 'text/plain' }))
  file = (await house().as('lin', '/api/files', { method: 'POST', body })).body.id
  await does('lin', 'conclude-agreement', { ...concluded, signed: [file] })
  await expect.poll(async () => (await newestBill())?.state).toBe('issued')
  expect(await newestBill()).toMatchObject({ amountFen: 1_200_000 })
  const party = JSON.stringify((await house().as('mao', `/api/cases/${id}/timeline`)).body)
  for (const words of ['第1期：2026-04-30', '减免加处罚款15,000元', '已于2026-04-02签订执行协议'])
    expect(party).toContain(words)
  expect(party).not.toContain(reduced.reason)
  expect(await house().as('jiang', `/api/cases/${id}/timeline`)).toMatchObject({ status: 404 })
  const papers = (await house().as('mao', `/api/cases/${id}/documents`)).body.items
  expect(JSON.stringify(papers)).toContain('执行协议书')
  expect(await printed('approve-agreement')).toContain(
    '第1期：2026年4月30日（含当日）前缴纳罚款10,000元',
  )
})

test('while it runs no court is asked; money is divided as it says', async () => {
  await refused(() => sentTo(id, 'gao', 'apply-court'), 403, '第四十二条')
  await passes('2026-04-30')
  const code = await codeIn(house(), id)
  const told = { ...money(code), amountFen: 1_200_000, on: '2026-04-30' }
  expect((await tells(house(), told)).body).toMatchObject({ state: 'booked' })
  await does('lin', 'confirm-stage')
  expect(await newestBill()).toMatchObject({ amountFen: 1_300_000 })
})

test('broken, what was reduced stands again, all is asked for, and the court in its time', async () => {
  await refused(() => sent('lin', 'break-agreement'), 403, '未届满')
  await passes('2026-05-30')
  expect((await agreement('lin'))?.state).toBe('overdue')
  await does('lin', 'break-agreement')
  expect(await printed('break-agreement')).toContain(
    '现欠缴罚款10,000元，截至2026-05-30加处罚款18,000元',
  )
  expect(await newestBill()).toMatchObject({ amountFen: 1_000_000 })
  const paid = { amount: 10_000, surcharge: 3_000, paidOn: '2026-05-30', receipt: '票6' }
  await refused(() => sentTo(id, 'lin', 'record-payment', paid), 403, '18,000元')
  await passes('2026-09-10')
  await doneIn(id, 'gao', 'apply-court')
  await doneIn(id, 'lin', 'record-acceptance')
  await refused(proposes, 403, '已申请人民法院')
  expect((await viewOf('lin', id)).state.zh).toContain('待法院裁定')
})
