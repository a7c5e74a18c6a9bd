// Does a fine get its payment code, is money booked once, and is what does not fit kept for a person?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settleLeft } from '../../api/payments/intake.ts'
import { paymentReceipts } from '../../db/schema/payments/payments.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { day } from '../enforcement-case/samples.ts'
import {
  codeIn,
  doing,
  finedCase,
  issued,
  money,
  openPaying,
  paymentsIn,
  statementOf,
  tells,
} from './paying.ts'

let paying: Awaited<ReturnType<typeof openPaying>>
beforeAll(async () => {
  paying = await openPaying()
  await settleCertificates(paying.house.db)
})
afterAll(() => paying?.close())
beforeEach(() => paying.treasury.behave('answers'))

const view = async (id: string, who = 'lin') =>
  (await paying.house.as(who, `/api/cases/${id}`)).body
const receipts = () => paying.house.db.select().from(paymentReceipts)
const paymentFacts = async (id: string) =>
  (await paying.house.as('lin', `/api/cases/${id}/timeline`)).body.items.filter(
    ({ type }: { type: string }) => /^record-(instalment|payment|refund)$/.test(type),
  )

test('a served fine gets its code, the party reads its own, and the payment is booked by the platform', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const code = await codeIn(house, id)
  expect(code).toMatch(/^\d{20}$/)
  expect((await paymentsIn(house, id, 'mao')).orders).toMatchObject([
    { code, amountFen: 100_000, owedFen: 100_000, state: 'issued', ask: 'bill' },
  ])
  const told = money(code)
  expect(await tells(house, told)).toEqual({
    status: 200,
    body: { serial: told.serial, state: 'booked' },
  })
  const [fact] = await paymentFacts(id)
  expect(JSON.stringify(fact)).toContain('非税收入收缴平台')
  expect(JSON.stringify(fact)).toContain(told.receipt)
  const read = (await house.as('mao', `/api/cases/${id}/timeline`)).body.items
  expect(JSON.stringify(read)).toContain('非税收入收缴平台')
  expect(JSON.stringify(read)).not.toContain('监测设备')
  expect((await view(id)).state.zh).toContain('结案')
  expect((await paymentsIn(house, id, 'mao')).orders).toMatchObject([{ code, owedFen: 0 }])
  expect((await paymentsIn(house, id, 'mao')).receipts).toMatchObject([
    { receipt: told.receipt, amountFen: 100_000, state: 'booked', on: day },
  ])
})

test('while the platform is away the code is waited for; after a broken line the same one comes', async () => {
  const { house, treasury } = paying
  treasury.behave('away')
  const id = await finedCase(house)
  expect((await paymentsIn(house, id)).orders).toMatchObject([{ state: 'waiting', code: null }])
  treasury.behave('garbles')
  await issued(house, id)
  expect((await paymentsIn(house, id)).orders).toMatchObject([{ state: 'waiting' }])
  const before = treasury.codes().length
  treasury.behave('breaks')
  await issued(house, id)
  treasury.behave('answers')
  await Promise.all([issued(house, id), issued(house, id)])
  await issued(house, id)
  expect(treasury.codes()).toHaveLength(before + 1)
  expect((await paymentsIn(house, id)).orders).toMatchObject([
    { state: 'issued', code: treasury.codes().at(-1) },
  ])
})

test('a refusal of the platform is raised to the officers of the case', async () => {
  const { house, treasury } = paying
  treasury.behave('refuses')
  const id = await finedCase(house)
  const { orders, differences } = await paymentsIn(house, id)
  expect(orders).toMatchObject([{ state: 'refused', code: null }])
  expect(differences).toMatchObject([{ kind: 'order-refused', cleared: null }])
  expect((await paymentsIn(house, id, 'mao')).differences).toEqual([])
})

test('parts are instalments, the last one is the whole, and what is more is raised', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const code = await codeIn(house, id)
  expect((await tells(house, money(code, { amountFen: 40_000 }))).body.state).toBe('booked')
  expect((await tells(house, money(code, { amountFen: 70_000 }))).body.state).toBe('booked')
  expect((await paymentFacts(id)).map(({ type }: { type: string }) => type)).toEqual([
    'record-instalment',
    'record-payment',
  ])
  expect((await paymentsIn(house, id)).differences).toMatchObject([
    { kind: 'overpaid', detail: { zh: '多缴100元' } },
  ])
})

test('the same message, also many times at once, is one payment; with another sum it is refused and raised', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const told = money(await codeIn(house, id), { amountFen: 40_000 })
  const answers = await Promise.all(Array.from({ length: 5 }, () => tells(house, told)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect((await tells(house, told)).body.state).toBe('booked')
  expect(await paymentFacts(id)).toHaveLength(1)
  expect((await tells(house, { ...told, amountFen: 60_000 })).status).toBe(422)
  expect(await paymentFacts(id)).toHaveLength(1)
  expect((await paymentsIn(house, id)).differences).toMatchObject([{ kind: 'other-replay' }])
})

test('a process stopped between the payment and its row: the message sent again finds what is done', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const told = money(await codeIn(house, id), { amountFen: 40_000 })
  const { give } = house.deps.cases
  house.deps.cases.give = async (...given) => {
    await give(...given)
    throw new Error('stopped here')
  }
  expect((await tells(house, told)).status).toBe(500)
  house.deps.cases.give = give
  expect((await paymentsIn(house, id)).receipts).toEqual([])
  await settleLeft(house.deps)
  expect((await paymentsIn(house, id)).receipts).toMatchObject([{ state: 'booked' }])
  expect((await tells(house, told)).body.state).toBe('booked')
  expect(await paymentFacts(id)).toHaveLength(1)
})

test('an unknown code, another currency, a day before the decision and money after all is paid are kept, never lost', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const code = await codeIn(house, id)
  const kept = [
    money('33330800260000000000'),
    money(code, { currency: 'USD' }),
    money(code, { on: '2026-02-01' }),
    money(code, { amountFen: 12_345 }),
  ]
  for (const one of kept) expect((await tells(house, one)).body.state).toBe('kept')
  expect(await paymentFacts(id)).toEqual([])
  const { differences } = await paymentsIn(house, id)
  expect(differences.map(({ kind }) => kind).sort()).toEqual([
    'foreign-currency',
    'not-booked',
    'not-booked',
  ])
  const [first] = differences
  const clear = (who: string, how = '已电话核实') =>
    house.as(who, `/api/payments/differences/${first?.id}/clear`, { json: { how } })
  expect((await clear('mao')).status).toBe(404)
  expect((await clear('jiang')).status).toBe(404)
  expect((await clear('lin')).body).toMatchObject({ cleared: { how: '已电话核实' } })
  expect((await clear('lin')).status).toBe(200)
  expect((await clear('wu', '另一说法')).status).toBe(409)
  const all = await house.as('lin', '/api/payments/differences')
  expect(JSON.stringify(all.body)).not.toContain('33330800260000000000')
  expect((await house.as('jiang', '/api/payments/differences')).body.items).toEqual([])
  expect((await house.as('mao', '/api/payments/differences')).status).toBe(403)
})

test('a bad signature, an old message and a broken one leave nothing behind', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const code = await codeIn(house, id)
  const before = (await receipts()).length
  expect((await tells(house, money(code), { key: 'another' })).status).toBe(401)
  expect((await tells(house, money(code), { now: Date.now() - 400_000 })).status).toBe(401)
  for (const broken of [
    money(code, { amountFen: -5 }),
    money(code, { amountFen: 1.5 }),
    money(code, { on: '2026-02-31' }),
    money(code, { serial: '' }),
    money(code, { serial: 'x'.repeat(65) }),
    {},
    [],
  ]) {
    const { status, body } = await tells(house, broken)
    expect([status, body.code]).toEqual([422, 'invalid-input'])
  }
  expect(await receipts()).toHaveLength(before)
})

test('the file of a day brings what was missing, raises what differs, and changes nothing the second time', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const code = await codeIn(house, id)
  const on = '2026-03-02'
  const mine = money(code, { amountFen: 10_000, on })
  const gone = money(code, { amountFen: 20_000, on })
  await tells(house, mine)
  await tells(house, gone)
  const lacking = money(code, { amountFen: 30_000, on })
  const file = statementOf(on, [{ ...mine, amountFen: 11_000 }, lacking])
  const others = (await receipts()).filter((one) => one.day === on).length - 2
  const sent = () => tells(house, file, { place: 'statements' })
  expect(await sent()).toMatchObject({
    status: 200,
    body: { day: on, movements: 2, kept: 1, missing: others + 1 },
  })
  await sent()
  expect(await paymentFacts(id)).toHaveLength(3)
  expect((await paymentsIn(house, id)).differences.map(({ kind }) => kind).sort()).toEqual([
    'not-in-file',
    'other-replay',
  ])
  const corrected = statementOf(on, [...file.movements, gone])
  expect((await tells(house, corrected, { place: 'statements' })).status).toBe(200)
  const missing = (await paymentsIn(house, id)).differences.find(
    ({ kind }) => kind === 'not-in-file',
  )
  expect(missing).toMatchObject({ serial: gone.serial, cleared: { by: '', how: 'platform' } })
  expect((await tells(house, { ...file, sumFen: 1 }, { place: 'statements' })).status).toBe(422)
  expect((await tells(house, { ...file, day: '2026-03-03' }, { place: 'statements' })).status).toBe(
    422,
  )
})

test('a day of as many movements as a file may hold is taken, with further fields beside each', async () => {
  const on = '2026-03-03'
  const more = { bank: '工行', payer: '某单位', note: '', channel: 'x' }
  const movements = Array.from({ length: 500 }, (_, n) => ({
    ...money(`3333080026000003${String(n).padStart(4, '0')}`, { on }),
    ...more,
  }))
  const file = statementOf(on, movements)
  expect(await tells(paying.house, file, { place: 'statements' })).toMatchObject({
    status: 200,
    body: { movements: 500 },
  })
}, 120_000)

test('who is no officer of the case reads no code', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const ask = async (who: string) => (await house.as(who, `/api/cases/${id}/payments`)).status
  expect(await ask('lin')).toBe(200)
  expect(await ask('mao')).toBe(200)
  expect(await ask('jiang')).toBe(404)
  expect(await ask('yu')).toBe(403)
  await doing(house, id)('lin', 'report-on-the-spot')
})
