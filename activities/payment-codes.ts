// How does a fine get its payment code, once however often the platform is asked?

import { eq } from 'drizzle-orm'
import { raiseDifference } from '../db/payments/differences.ts'
import { answerPaymentOrder, readPaymentOrder, readPaymentOrders } from '../db/payments/orders.ts'
import { cases } from '../db/schema/cases/cases.ts'
import { text } from '../domain/language/words.ts'
import type { PaymentEffect } from '../domain/model/collection/collection.ts'
import { civilDate, type Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'

type Asking = { id: string; caseId: string; payload: PaymentEffect }

/** Killed between the answer and the row it asks again under the same id, and the platform answers as before. False: it is away, try again. */
export const askPlatform = async (
  { db, payments }: ActivityDeps,
  { id, caseId, payload }: Asking,
  now: Instant,
): Promise<boolean> => {
  const order = await readPaymentOrder(db, id)
  if (order?.state !== 'waiting') return true
  if (!payments) {
    await answerPaymentOrder(db, id, { state: 'by-hand', code: null, detail: '' }, now)
    return true
  }
  const { ask, amountFen, item } = payload
  const answer = await payments.ask({
    id,
    ask,
    amountFen,
    ...(await knownOf({ db }, caseId, item)),
  })
  if (answer.outcome === 'away') return false
  if (answer.outcome === 'issued') {
    await answerPaymentOrder(db, id, { state: 'issued', code: answer.code, detail: '' }, now)
    return true
  }
  const { detail } = answer
  await db.transaction(async (tx) => {
    await answerPaymentOrder(tx, id, { state: 'refused', code: null, detail }, now)
    const words = text(`平台答复代码${detail}`, `The platform answered ${detail}`)
    const about = { kind: 'order-refused' as const, caseId, item, serial: null }
    const day = civilDate(now)
    await raiseDifference(tx, { ...about, day, amountFen, detail: words }, id, now)
  })
  return true
}

const knownOf = async ({ db }: Pick<ActivityDeps, 'db'>, caseId: string, item: number | null) => {
  const [found] = await db.select({ number: cases.number }).from(cases).where(eq(cases.id, caseId))
  const orders = await readPaymentOrders(db, caseId)
  const codes = orders.flatMap((one) => (one.item === item && one.code !== null ? [one.code] : []))
  return { caseNumber: found?.number ?? '', codes }
}
