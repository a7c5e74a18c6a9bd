// What money has the platform told of, and what has become of it?
import { and, asc, eq, sql } from 'drizzle-orm'
import { bodyHash } from '../../domain/identity/commands.ts'
import type { Movement } from '../../domain/payments/platform.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { caseFacts, cases } from '../schema/cases/cases.ts'
import { paymentReceipts, paymentStatements } from '../schema/payments/payments.ts'
import type { Reader } from '../scope.ts'

export type PaymentReceipt = typeof paymentReceipts.$inferSelect
type Source = PaymentReceipt['source']

/** The first one under a serial number stays, and is what comes back. */
export const keepReceipt = async (
  db: Executor,
  movement: Movement,
  { source, at }: { source: Source; at: Instant },
): Promise<PaymentReceipt> => {
  const row = {
    serial: movement.serial,
    movement,
    movementHash: bodyHash(movement),
    source,
    day: movement.on,
    state: 'received' as const,
    receivedAt: at,
  }
  const [kept] = await db.insert(paymentReceipts).values(row).onConflictDoNothing().returning()
  if (kept) return kept
  const [known] = await db
    .select()
    .from(paymentReceipts)
    .where(eq(paymentReceipts.serial, movement.serial))
  if (!known) throw new Error('a receipt vanished between two statements')
  return known
}

/** Only once: what has been booked or put aside stays so. */
export const settleReceipt = async (
  db: Executor,
  serial: string,
  settled: Pick<PaymentReceipt, 'state' | 'caseId' | 'item'>,
): Promise<void> => {
  const open = and(eq(paymentReceipts.serial, serial), eq(paymentReceipts.state, 'received'))
  await db.update(paymentReceipts).set(settled).where(open)
}

/** Left behind by a process that was stopped, or by a database that was away. */
export const unsettledReceipts = (db: Executor, most = 100): Promise<PaymentReceipt[]> =>
  db
    .select()
    .from(paymentReceipts)
    .where(eq(paymentReceipts.state, 'received'))
    .orderBy(asc(paymentReceipts.receivedAt))
    .limit(most)

export const receiptsOfDay = (db: Executor, day: string): Promise<PaymentReceipt[]> =>
  db.select().from(paymentReceipts).where(eq(paymentReceipts.day, day))

export const receiptsOfCase = (
  tx: Pick<Reader, 'select'>,
  caseId: string,
): Promise<PaymentReceipt[]> =>
  tx
    .select()
    .from(paymentReceipts)
    .where(eq(paymentReceipts.caseId, caseId))
    .orderBy(asc(paymentReceipts.receivedAt), asc(paymentReceipts.serial))

export const processOfCase = async (db: Executor, id: string): Promise<string | null> => {
  const [found] = await db.select({ process: cases.process }).from(cases).where(eq(cases.id, id))
  return found?.process ?? null
}

/** In fen, what the act of that command has written down: of the fine, of its surcharge, or as returned. */
export const bookedBy = async (db: Executor, commandId: string): Promise<number> => {
  const facts = await db
    .select({ data: caseFacts.data })
    .from(caseFacts)
    .where(eq(caseFacts.commandId, commandId))
  const yuan = facts.flatMap(({ data }) =>
    ['amount', 'surcharge', 'refunded'].map((name) => {
      const value = (data as Record<string, unknown>)[name]
      return typeof value === 'number' ? value : 0
    }),
  )
  return Math.round(yuan.reduce((sum, one) => sum + one, 0) * 100)
}

type Taken = typeof paymentStatements.$inferInsert

/** The file of a day replaces the one before it: the platform may send a corrected one. */
export const keepStatement = async (db: Executor, taken: Taken): Promise<void> => {
  await db
    .insert(paymentStatements)
    .values(taken)
    .onConflictDoUpdate({
      target: paymentStatements.day,
      set: {
        hash: sql`excluded.hash`,
        count: sql`excluded.count`,
        sumFen: sql`excluded.sum_fen`,
        takenAt: sql`excluded.taken_at`,
      },
    })
}
