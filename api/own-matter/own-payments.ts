// Under which code does a visitor pay what he himself owes, and what was paid?
import type { OwnMatterView } from '../../contract/own-matter/own-matter.ts'
import { readPaymentOrders } from '../../db/payments/orders.ts'
import { receiptsOfCase } from '../../db/payments/receipts.ts'
import type { Deps } from '../http/deps.ts'
import { orderView, receiptView } from '../payments/payment-views.ts'
import type { Visit } from './own-session.ts'

/** Of his item, or of the enterprise that he stands for, and of nobody else. */
export const ownPayments = async (
  { connection: { db } }: Pick<Deps, 'connection'>,
  { record, process, holder }: Visit,
): Promise<OwnMatterView['payments']> => {
  const isOwn = ({ item }: { item: number | null }): boolean => item === holder.item
  const [orders, receipts] = await Promise.all([
    readPaymentOrders(db, record.id),
    receiptsOfCase(db, record.id),
  ])
  return {
    orders: orders.filter(isOwn).map((one) => orderView(one, { record, process })),
    receipts: receipts.filter(isOwn).map((one) => receiptView(one, record)),
  }
}
