// Does each person punished beside the enterprise read his own payment code and nobody else's, and does money go back after an annulment?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { password } from '../api/house.ts'
import { told } from '../enforcement-case/parties/party-samples.ts'
import {
  litigation,
  reconsideration,
} from '../enforcement-case/party-remedies/party-remedy-samples.ts'
import { day, sample } from '../enforcement-case/samples.ts'
import { type PersonsCase, personsCase, type Tag } from '../own-matter/persons-case.ts'
import { visitorOf } from '../own-matter/visiting.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inLaw, settleThem } from '../support/people/people.ts'
import { codeIn, doing, finedCase, money, openPaying, paymentsIn, tells } from './paying.ts'

let paying: Awaited<ReturnType<typeof openPaying>>
let matter: PersonsCase
const both: Tag[] = ['PA', 'PB']

const serve = async (tag: Tag) => {
  await matter.does('zhou', tag, 'notify-party', { ...told, fine: 8_000 })
  await matter.does('lin', tag, 'serve-party-notice')
  const visitor = visitorOf(paying.house)
  await visitor.enter(matter.number, await matter.codeOf(tag))
  for (const type of ['state-party-defence', 'waive-party-rights'])
    expect((await visitor.act(type, { statement: 'x' })).status).toBe(200)
  await matter.issued()
  await matter.does('lin', tag, 'weigh-party-defence', { outcome: 'not-adopted', findings: 'x' })
  await matter.does('gao', tag, 'decide-party-penalty')
  await matter.does('lin', tag, 'serve-party-decision')
}

beforeAll(async () => {
  paying = await openPaying({ demo: false, behindProxy: true })
  matter = await personsCase(paying.house)
  await settleThem(paying.house.db, inLaw)
  await saveAccounts(paying.house.db, [
    { id: 'fa', username: 'fa', name: '法审核', passwordHash: await quickHash(password) },
  ])
  for (const tag of both) await serve(tag)
}, 180_000)
afterAll(() => paying?.close())

const visit = async (tag: Tag) => {
  const visitor = visitorOf(paying.house)
  await visitor.enter(matter.number, await matter.codeOf(tag, 'decide-party-penalty'))
  return visitor
}
const codesOfBoth = async (): Promise<string[]> =>
  (await paymentsIn(paying.house, matter.id)).orders.map(({ code }) => code ?? '')

test('each person has a code of his own, reads it on his page, and his payment is booked to him', async () => {
  const [codeA, codeB] = await codesOfBoth()
  expect(new Set([codeA, codeB]).size).toBe(2)
  const pages = new Map<Tag, string>()
  for (const tag of both) pages.set(tag, JSON.stringify((await (await visit(tag)).ask('')).body))
  expect(pages.get('PA')).toContain(codeA)
  expect(pages.get('PA')).not.toContain(codeB)
  expect(pages.get('PB')).toContain(codeB)
  expect(pages.get('PB')).not.toContain(codeA)
  const amountFen = (await paymentsIn(paying.house, matter.id)).orders[0]?.amountFen ?? 0
  const paid = money(codeA ?? '', { amountFen, receipt: 'PA·receipt' })
  expect((await tells(paying.house, paid)).body.state).toBe('booked')
  expect(await matter.item('lin', 'PA')).toMatchObject({ state: 'paid' })
  expect(await matter.item('lin', 'PB')).toMatchObject({ state: 'paying' })
  expect(JSON.stringify((await (await visit('PA')).ask('')).body)).toContain('PA·receipt')
  expect(JSON.stringify((await (await visit('PB')).ask('')).body)).not.toContain('PA·receipt')
  const late = money(codeA ?? '', { amountFen: 100 })
  expect((await tells(paying.house, late)).body.state).toBe('kept')
})

test('the enterprise reads the code of no person, on none of its pages of the case', async () => {
  const codes = await codesOfBoth()
  for (const page of ['', '/payments', '/timeline', '/items', '/documents', '/messages']) {
    const { body } = await paying.house.as('mao', `/api/cases/${matter.id}${page}`)
    for (const code of [...codes, 'PA·receipt']) expect(JSON.stringify(body)).not.toContain(code)
  }
  expect((await paymentsIn(paying.house, matter.id, 'mao')).orders).toEqual([])
})

test('a person asks himself to pay later, and reads until when he may', async () => {
  const visitor = await visit('PB')
  const asked = { until: '2026-05-29', statement: 'PB·hardship' }
  expect((await visitor.act('apply-party-deferral', asked)).status).toBe(200)
  await matter.issued()
  expect(await matter.item('gao', 'PB')).toMatchObject({ state: 'deferral-asked' })
  await matter.does('gao', 'PB', 'grant-party-deferral')
  const page = JSON.stringify((await visitor.ask('')).body)
  expect(page).toContain('个人延期（分期）缴纳')
  expect(page).toContain('2026-05-29')
  expect(JSON.stringify((await (await visit('PA')).ask('')).body)).not.toContain('PB·hardship')
})

/** On the one remedy that is open. */
const inRemedy = async (type: string, data: object = sample(type)) => {
  const rows = await matter.items('fa')
  const row = rows.find(({ kind, endedAt }) => kind === 'party-remedy' && endedAt === null)
  const taskId = row?.acts.find((one) => one.type === type)?.taskId ?? null
  const answer = await paying.house.as('fa', `/api/cases/${matter.id}/acts`, {
    json: { type, data, taskId },
  })
  expect([type, answer.status, answer.body]).toEqual([type, 200, expect.anything()])
  await matter.issued()
}
const remedies = async () =>
  (await matter.items('lin')).filter(({ kind }) => kind === 'party-remedy')

test('a fine that was changed for one person goes back to him, under his own code, and is written down once', async () => {
  const { house, treasury } = paying
  const [codeA] = await codesOfBoth()
  await matter.done('fa', 'receive-party-remedy', { ...reconsideration, applicant: 'PA·name' })
  await inRemedy('file-party-answer')
  await inRemedy('record-party-change')
  expect(treasury.refunds()).toMatchObject([{ amountFen: 200_000, codes: [codeA] }])
  const payments = await paymentsIn(house, matter.id)
  const payerOf = (one: (typeof payments.orders)[number] | undefined) => one?.payer.zh
  expect(payments.orders.at(-1)).toMatchObject({ ask: 'refund', state: 'issued' })
  expect(payerOf(payments.orders.at(-1))).toBe(payerOf(payments.orders[0]))
  const back = money(codeA ?? '', { kind: 'refund', amountFen: 200_000, receipt: '退付9' })
  const less = { ...back, serial: 'less', amountFen: 199_900 }
  expect((await tells(house, less)).body.state).toBe('kept')
  expect((await tells(house, back)).body.state).toBe('booked')
  expect((await tells(house, back)).body.state).toBe('booked')
  expect(await remedies()).toMatchObject([{ state: 'refunded', endedAt: expect.any(String) }])
  for (const page of ['', '/timeline', '/items', '/payments', '/documents'])
    expect(
      JSON.stringify((await house.as('mao', `/api/cases/${matter.id}${page}`)).body),
    ).not.toContain('退付9')
})

test('a person whose penalty is fought over reads that it is, and that nothing grows meanwhile', async () => {
  await matter.done('fa', 'receive-party-remedy', {
    ...litigation,
    represents: 2,
    applicant: 'PB·name',
  })
  const page = async (tag: Tag) => JSON.stringify((await (await visit(tag)).ask('')).body)
  expect(await page('PB')).toContain('审理中，期间不加处罚款')
  expect(await page('PA')).not.toContain('审理中')
  await inRemedy('record-party-change', { ...sample('record-party-change'), newFine: 5_000 })
  expect(await page('PB')).toContain('罚款已变更为')
  // Of the judgment nothing is left to be sought; PA has paid, and may still sue over the decision on his reconsideration.
  expect(await page('PB')).not.toContain('提起行政诉讼')
  expect(await page('PA')).toContain('2026-03-17前')
  expect(await page('PA')).not.toContain('申请行政复议')
  const bill = (await paymentsIn(paying.house, matter.id)).orders.at(-1)
  expect(bill).toMatchObject({ ask: 'bill', amountFen: 500_000, owedFen: 500_000 })
  expect(await page('PB')).toContain(bill?.code)
  expect(
    (await tells(paying.house, money(bill?.code ?? '', { amountFen: 500_000 }))).body.state,
  ).toBe('booked')
  expect(await matter.item('lin', 'PB')).toMatchObject({ state: 'paid' })
})

test('after an annulment the refund is asked for once, and its outcome closes the matter', async () => {
  const { house, treasury } = paying
  const id = await finedCase(house)
  const does = doing(house, id)
  const code = await codeIn(house, id)
  await tells(house, money(code))
  await does('fa', 'receive-remedy')
  await does('fa', 'record-annulment')
  const [, refund] = (await paymentsIn(house, id)).orders
  expect(refund).toMatchObject({ ask: 'refund', amountFen: 100_000, state: 'issued', code: null })
  expect(treasury.refunds().at(-1)).toMatchObject({ amountFen: 100_000, codes: [code] })
  const back = money(code, { kind: 'refund', receipt: '退付1' })
  expect((await tells(house, { ...back, serial: 'R-less', amountFen: 99_900 })).body.state).toBe(
    'kept',
  )
  expect((await tells(house, back)).body.state).toBe('booked')
  expect((await tells(house, back)).body.state).toBe('booked')
  expect((await paymentsIn(house, id, 'mao')).receipts).toContainEqual(
    expect.objectContaining({ kind: 'refund', receipt: '退付1', state: 'booked', on: day }),
  )
  const { items } = (await house.as('lin', `/api/cases/${id}/timeline`)).body
  expect(items.filter(({ type }: { type: string }) => type === 'record-refund')).toHaveLength(1)
})
