// In which shape is a payment code told, money that has come, and what differs?
import type {
  PaymentDifferenceView,
  PaymentOrderView,
  PaymentReceiptView,
} from '../../contract/payments/payments.ts'
import type { PaymentDifference } from '../../db/payments/differences.ts'
import type { PaymentOrder } from '../../db/payments/orders.ts'
import type { PaymentReceipt } from '../../db/payments/receipts.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { differences } from '../../domain/payments/standing.ts'

const payerOf = ({ itemSecrets }: CaseRecord, item: number | null): Text => {
  if (item === null) return text('本案当事人', 'The party of the case')
  const nth = itemSecrets?.[String(item)]?.nth ?? 0
  return text(`当事人（个人）第${nth}号`, `Further party no. ${nth}`)
}

type Place = { record: CaseRecord; process: Pick<ProcessDefinition, 'collections'> }

/** An item that has ended, and a case that is closed, owe nothing any more. */
const owedBy = ({ record, process: { collections } }: Place, item: number | null): number => {
  const part = item === null ? record : record.items?.[item]
  if (!part || !collections || record.status === 'closed') return 0
  return collections.owed(part.snapshot.context)
}

export const orderView = (
  { ask, amountFen, state, code, askedAt, item }: PaymentOrder,
  place: Place,
): PaymentOrderView => ({
  ask,
  amountFen,
  state,
  code,
  owedFen: owedBy(place, item),
  payer: payerOf(place.record, item),
  askedAt,
})

export const receiptView = (
  { movement, serial, state, item }: PaymentReceipt,
  record: CaseRecord,
): PaymentReceiptView => {
  const { kind, amountFen, currency, on, receipt, code } = movement
  return {
    kind,
    amountFen,
    currency,
    on,
    receipt,
    code,
    serial,
    state,
    payer: payerOf(record, item),
  }
}

export const differenceView = ({
  difference,
  record,
}: {
  difference: PaymentDifference
  record: Pick<CaseRecord, 'number' | 'process'> | null
}): PaymentDifferenceView => {
  const { id, kind, detail, day, amountFen, serial, caseId, raisedAt } = difference
  const { clearedAt, clearedByName, clearedHow } = difference
  return {
    id,
    kind,
    words: differences[kind],
    detail,
    day,
    amountFen,
    serial,
    case:
      caseId !== null && record !== null
        ? { id: caseId, number: record.number, process: record.process }
        : null,
    raisedAt,
    cleared:
      clearedAt === null ? null : { at: clearedAt, by: clearedByName ?? '', how: clearedHow ?? '' },
  }
}
