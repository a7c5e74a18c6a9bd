// How is a sum divided between a fine and what has grown of it, and what does an answer of the platform mean?
import { expect, test } from 'vitest'
import { paymentAnswerOf, paymentRequestOf } from '../../activities/payments/platform.ts'
import { collections } from '../../domain/enforcement-case/payments/booking.ts'
import { isRequestSigned } from '../../domain/identity/request-signature.ts'
import { fined } from '../enforcement-case/samples.ts'

/** Served on 30 January: from 15 February on it is late, 3 % a day. */
const context = fined('2026-01-30').context()
const booked = (yuan: number, on: string) =>
  collections.case(context, { kind: 'payment', amountFen: yuan * 100, on, receipt: '票9' }, {})

test('in time the fine is the whole, less is a part, and more is the whole', () => {
  const known = { paidOn: '2026-02-10', receipt: '票9' }
  expect(booked(50_000, '2026-02-10')).toEqual({
    type: 'record-payment',
    data: { amount: 50_000, ...known },
  })
  expect(booked(60_000, '2026-02-10')).toEqual({
    type: 'record-payment',
    data: { amount: 50_000, ...known },
  })
  expect(booked(20_000, '2026-02-10')).toEqual({
    type: 'record-instalment',
    data: { amount: 20_000, ...known },
  })
})

test('late, the whole is the fine with its surcharge, and what lies between is for an officer', () => {
  const late = { paidOn: '2026-02-15', receipt: '票9' }
  const whole = booked(60_000, '2026-02-15')
  expect(whole).toMatchObject({ type: 'record-payment', data: { amount: 50_000, ...late } })
  const surcharge = 'data' in whole ? Number(whole.data.surcharge) : 0
  expect(surcharge).toBe(1_500)
  expect(booked(50_000 + surcharge, '2026-02-15')).toEqual(whole)
  expect(booked(50_000 + surcharge - 1, '2026-02-15')).toMatchObject({
    zh: expect.stringContaining('由办案人员分配'),
  })
  expect(booked(49_999, '2026-02-15')).toMatchObject({ type: 'record-instalment' })
  expect(booked(0.5, '2026-02-15')).toMatchObject({ zh: expect.stringContaining('整数元') })
})

test('where nothing is owed nothing is booked, and a person’s fine has acts of its own', () => {
  const money = { kind: 'payment' as const, amountFen: 100, on: '2026-02-10', receipt: '票9' }
  expect(collections.case({ ...context, owed: 0 }, money, {})).toMatchObject({ zh: '没有待缴罚款' })
  expect(collections.items.party?.({ ...context, owed: 1 }, money, {})).toEqual({
    type: 'record-party-payment',
    data: { amount: 1, paidOn: '2026-02-10', receiptNumber: '票9' },
  })
  expect(collections.items.party?.(context, { ...money, kind: 'refund' }, {})).toHaveProperty('zh')
})

const asked = { id: 'e1', ask: 'bill' as const, amountFen: 100, caseNumber: '1号', codes: [] }
const code = '33330800260000000001'
const reply = (body: Record<string, unknown>, status = 200) => ({ status, body })

test('only a code of twenty digits over this very sum is a yes, a number is a no, all else is nobody’s answer', () => {
  const yes = { errcode: 0, id: 'e1', amountFen: 100, code }
  expect(paymentAnswerOf(reply(yes), asked)).toEqual({ outcome: 'issued', code })
  expect(paymentAnswerOf(reply({ errcode: 4001 }), asked)).toEqual({
    outcome: 'refused',
    detail: '4001',
  })
  for (const other of [
    reply({ ...yes, code: '123' }),
    reply({ ...yes, code: `${code}1` }),
    reply({ ...yes, amountFen: 101 }),
    reply({ ...yes, id: 'e2' }),
    reply({ code }),
    reply(yes, 502),
    { status: null, reached: false, detail: 'ECONNREFUSED' } as const,
  ])
    expect(paymentAnswerOf(other, asked)).toEqual({ outcome: 'away' })
})

test('a request is signed over its address and its body', () => {
  const {
    url,
    headers,
    body = '',
  } = paymentRequestOf({ url: 'https://t/x/', secret: 's' }, asked, 7)
  expect(url).toBe('https://t/x/bills')
  const signed = { method: 'POST' as const, path: '/x/bills', timestamp: '7', body }
  const signature = headers['x-signature'] ?? ''
  expect(isRequestSigned('s', signed, signature)).toBe(true)
  expect(isRequestSigned('s', { ...signed, path: '/x/refunds' }, signature)).toBe(false)
  expect(isRequestSigned('s', { ...signed, body: body.replace('100', '101') }, signature)).toBe(
    false,
  )
})
