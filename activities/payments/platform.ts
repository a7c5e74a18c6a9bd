// How is a payment code asked of the platform for non-tax revenue, or a refund (docs/payments.md)?

import { is } from 'valibot'
import { signRequest } from '../../domain/identity/request-signature.ts'
import { paymentCode } from '../../domain/payments/platform.ts'
import { type Exchange, exchange, type GatewayRequest, type Reply } from '../channels/exchange.ts'

export type PaymentSettings = { url: string; secret: string }

/** `id`: of the effect, under which the platform makes one code however often it is asked. */
export type PaymentAsked = {
  id: string
  ask: 'bill' | 'refund'
  amountFen: number
  /** Number of the case: what the receipt names. */
  caseNumber: string
  /** Of a refund: the codes under which it was paid. */
  codes: string[]
}

/** `away`: nobody knows; the same is asked again. */
export type PaymentAnswer =
  | { outcome: 'issued'; code: string | null }
  | { outcome: 'refused'; detail: string }
  | { outcome: 'away' }

export type PaymentPlatform = { ask: (asked: PaymentAsked) => Promise<PaymentAnswer> }

export const paymentRequestOf = (
  { url, secret }: PaymentSettings,
  { id, ask, amountFen, caseNumber, codes }: PaymentAsked,
  now: number,
): GatewayRequest => {
  const address = new URL(`${url.replace(/\/$/, '')}/${ask}s`)
  const body = JSON.stringify({
    id,
    amountFen,
    currency: 'CNY',
    case: caseNumber,
    ...(ask === 'refund' ? { codes } : {}),
  })
  const timestamp = `${now}`
  const signed = { method: 'POST' as const, path: address.pathname, timestamp, body }
  return {
    method: 'POST',
    url: address.href,
    headers: {
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-signature': signRequest(secret, signed),
    },
    body,
  }
}

/** A yes is a code of twenty digits over this very sum; whatever else stands under HTTP 200 may come from something in between. */
export const paymentAnswerOf = (
  reply: Reply,
  { id, ask, amountFen }: Pick<PaymentAsked, 'id' | 'ask' | 'amountFen'>,
): PaymentAnswer => {
  if (reply.status !== 200) return { outcome: 'away' }
  const { errcode, code } = reply.body
  if (typeof errcode !== 'number') return { outcome: 'away' }
  if (errcode !== 0) return { outcome: 'refused', detail: `${errcode}` }
  if (reply.body.id !== id || reply.body.amountFen !== amountFen) return { outcome: 'away' }
  if (ask === 'refund') return { outcome: 'issued', code: null }
  return is(paymentCode, code) ? { outcome: 'issued', code } : { outcome: 'away' }
}

export const createPaymentPlatform = (
  settings: PaymentSettings,
  put: Exchange = exchange,
): PaymentPlatform => ({
  ask: async (asked) =>
    paymentAnswerOf(await put(paymentRequestOf(settings, asked, Date.now())), asked),
})
