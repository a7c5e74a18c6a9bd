// Which payment codes were asked for, and what has the platform answered?
import { and, asc, eq } from 'drizzle-orm'
import type { PaymentEffect } from '../../domain/model/collection/collection.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { paymentOrders } from '../schema/payments/payments.ts'
import type { Reader } from '../scope.ts'

export type PaymentOrder = typeof paymentOrders.$inferSelect

type EffectRow = { id: string; caseId: string; payload: { kind: string } }

/** With the act that asks for them: who looks finds them waiting also while the platform is away. */
export const keepPaymentOrders = async (
  tx: Executor,
  effects: EffectRow[],
  at: Instant,
): Promise<void> => {
  const rows = effects.flatMap(({ id, caseId, payload }) => {
    if (payload.kind !== 'payment') return []
    const { item, ask, amountFen } = payload as PaymentEffect
    return [{ id, caseId, item, ask, amountFen, state: 'waiting' as const, askedAt: at }]
  })
  if (rows.length > 0) await tx.insert(paymentOrders).values(rows).onConflictDoNothing()
}

export const readPaymentOrder = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<PaymentOrder | null> => {
  const [found] = await db.select().from(paymentOrders).where(eq(paymentOrders.id, id))
  return found ?? null
}

type Answered = Pick<PaymentOrder, 'state' | 'code' | 'detail'>

/** The first answer stays; false: there is one already. */
export const answerPaymentOrder = async (
  tx: Executor,
  id: string,
  answer: Answered,
  at: Instant,
): Promise<boolean> => {
  const waiting = and(eq(paymentOrders.id, id), eq(paymentOrders.state, 'waiting'))
  const changed = await tx
    .update(paymentOrders)
    .set({ ...answer, answeredAt: at })
    .where(waiting)
    .returning({ id: paymentOrders.id })
  return changed.length > 0
}

export const readPaymentOrders = (
  tx: Pick<Reader, 'select'>,
  caseId: string,
): Promise<PaymentOrder[]> =>
  tx
    .select()
    .from(paymentOrders)
    .where(eq(paymentOrders.caseId, caseId))
    .orderBy(asc(paymentOrders.askedAt), asc(paymentOrders.id))

/** Whose code it is; null: nobody's. */
export const orderOfCode = async (
  db: Pick<Executor, 'select'>,
  code: string,
): Promise<PaymentOrder | null> => {
  const [found] = await db.select().from(paymentOrders).where(eq(paymentOrders.code, code))
  return found ?? null
}
