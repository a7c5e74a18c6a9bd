// What do the routes take and answer by which fines are paid through the treasury's platform?
import * as v from 'valibot'
import { movement, statement } from '../../domain/payments/platform.ts'
import {
  type Difference,
  differences,
  type OrderState,
  orderStates,
  type ReceiptState,
  receiptStates,
} from '../../domain/payments/standing.ts'
import { line } from '../parts/date-inputs.ts'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const orderState = v.picklist(Object.keys(orderStates) as OrderState[])
const receiptState = v.picklist(Object.keys(receiptStates) as ReceiptState[])
const kind = v.picklist(Object.keys(differences) as Difference[])

/** `item`: the person of the case whose code it is, by its number among them; null: the enterprise. */
export const paymentOrderShape = v.strictObject({
  ask: v.picklist(['bill', 'refund']),
  amountFen: integer,
  state: orderState,
  code: maybe(string),
  /** What the payer still owes of the fine, under whichever code. */
  owedFen: integer,
  payer: bilingual,
  askedAt: moment,
})
export type PaymentOrderView = v.InferOutput<typeof paymentOrderShape>

export const paymentReceiptShape = v.strictObject({
  kind: v.picklist(['payment', 'refund']),
  /** In the hundredths of its currency. */
  amountFen: integer,
  currency: string,
  on: string,
  receipt: string,
  serial: string,
  code: string,
  state: receiptState,
  payer: bilingual,
})
export type PaymentReceiptView = v.InferOutput<typeof paymentReceiptShape>

const difference = v.strictObject({
  id: string,
  kind,
  words: bilingual,
  detail: bilingual,
  day: string,
  amountFen: integer,
  serial: maybe(string),
  case: maybe(v.strictObject({ id: string, number: string, process: string })),
  raisedAt: moment,
  cleared: maybe(v.strictObject({ at: moment, by: string, how: string })),
})
export type PaymentDifferenceView = v.InferOutput<typeof difference>

const ofCase = v.strictObject({
  orders: list(paymentOrderShape),
  receipts: list(paymentReceiptShape),
  /** For officers of the case alone. */
  differences: list(difference),
})
export type CasePayments = v.InferOutput<typeof ofCase>

const differenceList = v.strictObject({ items: list(difference), more: flag })
export type PaymentDifferenceList = v.InferOutput<typeof differenceList>

export const clearBody = v.strictObject({ how: line(1_000) })

export const paymentContract = {
  'POST /api/payments/receipts': {
    body: movement,
    status: 200,
    description: 'The platform has told of money, and it is kept',
    answer: v.strictObject({ serial: string, state: receiptState }),
  },
  'POST /api/payments/statements': {
    body: statement,
    status: 200,
    description: 'The file of the day is compared with what is known',
    answer: v.strictObject({ day: string, movements: integer, kept: integer, missing: integer }),
  },
  'GET /api/cases/{id}/payments': {
    status: 200,
    description: 'Payment codes of a case, and what was paid under them',
    answer: ofCase,
  },
  'GET /api/payments/differences': {
    status: 200,
    description: 'What of the money has to be cleared, open ones first',
    answer: differenceList,
  },
  'POST /api/payments/differences/{id}/clear': {
    body: clearBody,
    status: 200,
    description: 'It is cleared',
    answer: difference,
  },
} as const satisfies ContractRoutes
