// Over HTTP: what do two officers at once, money that comes at odd moments and a counsel make of a performance agreement?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import { enterpriseCounsel } from '../../own-matter/counsels.ts'
import { codeOn, visitorOf } from '../../own-matter/visiting.ts'
import { codeIn, issued, money, openPaying, paymentsIn, tells } from '../../payments/paying.ts'
import { settleCertificates } from '../certificates.ts'
import { casesOf } from '../penalty-house.ts'
import { decided, matter, sample } from '../samples.ts'
import { agreedOn, concluded, reduced } from './agreement-samples.ts'

let paying: Awaited<ReturnType<typeof openPaying>>
let id = ''
let file = ''
const house = () => paying.house
const { openedBy, sentTo, doneIn } = casesOf(house)

beforeAll(async () => {
  paying = await openPaying({ behindProxy: true })
  await settleCertificates(house().db)
  id = (await openedBy('lin', matter)).body.id
  for (const [who, type, data] of decided) await doneIn(id, who, type, data as object)
  await passes('2026-03-18')
  await doneIn(id, 'lin', 'issue-demand')
  await doneIn(id, 'lin', 'serve-demand')
  await passes(agreedOn)
  const body = new FormData()
  body.set('file', new File(['双方签字'], '执行协议书.txt', { type: 'text/plain' }))
  file = (await house().as('lin', '/api/files', { method: 'POST', body })).body.id
}, 120_000)
afterAll(() => paying?.close())

const passes = async (on: string): Promise<void> => {
  await house().clock.setNow(`${on}T01:00:00.000Z`)
  await issued(house(), id)
}
const items = async (who: string): Promise<ItemView[]> =>
  (await house().as(who, `/api/cases/${id}/items`)).body.items
const open = async (who: string, kind = 'agreement') =>
  (await items(who)).findLast((one) => one.kind === kind && one.endedAt === null)
const sent = async (who: string, type: string, data: object = sample(type) ?? {}, of?: string) => {
  const taskId = (await open(who, of))?.acts.find((one) => one.taskId)?.taskId ?? null
  return house().as(who, `/api/cases/${id}/acts`, { json: { type, data, taskId } })
}
const does = async (who: string, type: string, data?: object, of?: string): Promise<void> => {
  const { status, body } = await sent(who, type, data, of)
  expect([type, status, body.detail]).toEqual([type, 200, undefined])
  await issued(house(), id)
}
const takes = async (amountFen: number, on: string, code?: string) =>
  (await tells(house(), { ...money(code ?? (await codeIn(house(), id))), amountFen, on })).body
const askedFor = async () =>
  (await paymentsIn(house(), id)).orders.filter(({ ask }) => ask === 'bill').at(-1)?.amountFen
const stages = [
  { until: '2026-04-30', fine: 10_000, surcharge: 2_000 },
  { until: '2026-05-29', fine: 9_000, surcharge: 3_000 },
]

test('of two officers who propose at once one is refused', async () => {
  const both = await Promise.all([1, 2].map(() => sentTo(id, 'lin', 'propose-agreement', reduced)))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
  await issued(house(), id)
  expect((await items('lin')).filter(({ kind }) => kind === 'agreement')).toHaveLength(1)
})

test('money that came between the approval and the signing lets nobody conclude it', async () => {
  await does('gao', 'approve-agreement')
  expect(await takes(100_000, agreedOn)).toMatchObject({ state: 'booked' })
  const { status, body } = await sent('lin', 'conclude-agreement', { ...concluded, signed: [file] })
  expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('19,000元')])
  await does('lin', 'drop-agreement')
})

test('of two who record its signing at once one is refused, and one code is asked for', async () => {
  const { status, body } = await sentTo(id, 'lin', 'propose-agreement', {
    ...reduced,
    stages,
    waived: 14_480,
  })
  expect([status, body.reasons]).toEqual([200, undefined])
  await issued(house(), id)
  await does('gao', 'approve-agreement')
  const data = { ...concluded, signed: [file] }
  const both = await Promise.all([1, 2].map(() => sent('lin', 'conclude-agreement', data)))
  expect(both.filter((one) => one.status === 200)).toHaveLength(1)
  await issued(house(), id)
  const orders = (await paymentsIn(house(), id)).orders
  expect(orders.map(({ amountFen }) => amountFen)).toEqual([2_000_000, 1_200_000])
})

test('promise (secrecy): a counsel of the enterprise reads of it what his principal reads', async () => {
  const form = { ...enterpriseCounsel, from: agreedOn, until: '2026-12-31', power: [file] }
  await does('lin', 'name-enterprise-counsel', form, 'none')
  await does('wu', 'accept-enterprise-counsel', {}, 'enterprise-counsel')
  const item = (await open('chen', 'enterprise-counsel'))?.no
  const look = { field: 'agentMobile', item, reason: '制作文书' }
  await house().as('chen', `/api/cases/${id}/acts`, { json: { type: 'unmask', data: look } })
  const papers = async (who: string) =>
    (await house().as(who, `/api/cases/${id}/documents`)).body.items
  const { url } = (await papers('chen')).findLast(
    ({ kind }: { kind: string }) => kind === 'accept-enterprise-counsel',
  )
  const paper = await house().send(url, { headers: { cookie: await house().signIn('chen') } })
  const counsel = visitorOf(house())
  const { number } = (await house().as('lin', `/api/cases/${id}`)).body
  await counsel.enter(number, codeOn(new Uint8Array(await paper.arrayBuffer())))
  const { body } = await counsel.ask('')
  const timeline = (await house().as('mao', `/api/cases/${id}/timeline`)).body.items
  expect(body.matter.forms.map((one: { words: object }) => one.words)).toEqual(
    timeline.map((one: { title: object }) => one.title),
  )
  const read = JSON.stringify(body)
  for (const words of ['第2期：2026-05-29', '执行协议书', '执行协议分期履行'])
    expect(read).toContain(words)
  for (const words of [reduced.reason, reduced.waiveReason]) expect(read).not.toContain(words)
  for (const type of ['confirm-stage', 'break-agreement', 'propose-agreement'])
    expect([type, (await counsel.act(type, {})).status >= 400]).toEqual([type, true])
})

test('the sum of a stage that comes while it is overdue is booked, and keeps it', async () => {
  await passes('2026-05-06')
  expect((await open('lin'))?.state).toBe('overdue')
  expect(await takes(1_200_000, '2026-05-06')).toMatchObject({ state: 'booked' })
  expect((await sent('lin', 'break-agreement')).status).toBe(403)
  expect((await open('lin'))?.acts.find(({ usual }) => usual)?.type).toBe('confirm-stage')
  await does('lin', 'confirm-stage')
  expect(await askedFor()).toBe(1_200_000)
})

test('the sum of a stage that comes after it was found broken pays the fine', async () => {
  const code = await codeIn(house(), id)
  await passes('2026-06-01')
  await does('lin', 'break-agreement')
  expect(await askedFor()).toBe(900_000)
  expect(await takes(300_000, '2026-06-01', code)).toMatchObject({ state: 'booked' })
  const { status, body } = await sentTo(id, 'lin', 'propose-agreement', {
    ...reduced,
    stages: [{ until: '2026-06-30', fine: 6_000, surcharge: 17_480 }],
    waived: 0,
  })
  expect([status, body.reasons]).toEqual([200, undefined])
})
