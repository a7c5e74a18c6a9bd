// Which payment codes were asked of the treasury's platform, what money has it told of, and what of it has to be cleared?
import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Movement } from '../../../domain/payments/platform.ts'
import type { Difference, OrderState, ReceiptState } from '../../../domain/payments/standing.ts'
import { moment, realTime } from '../columns.ts'

/** A bill or a refund; its id is that of the effect that asks for it. Written with the act, answered once. */
export const paymentOrders = pgTable(
  'payment_orders',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    item: integer('item'),
    ask: text('ask').$type<'bill' | 'refund'>().notNull(),
    amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
    state: text('state').$type<OrderState>().notNull(),
    code: text('code').unique(),
    detail: text('detail').notNull().default(''),
    askedAt: moment('asked_at').notNull(),
    answeredAt: moment('answered_at'),
  },
  (t) => [index('payment_orders_case').on(t.caseId)],
)

/** What the platform has told, once by its serial number; its words are never rewritten, only what has become of it. */
export const paymentReceipts = pgTable(
  'payment_receipts',
  {
    serial: text('serial').primaryKey(),
    caseId: text('case_id'),
    item: integer('item'),
    movement: jsonb('movement').$type<Movement>().notNull(),
    movementHash: text('movement_hash').notNull(),
    source: text('source').$type<'callback' | 'statement'>().notNull(),
    day: text('day').notNull(),
    state: text('state').$type<ReceiptState>().notNull(),
    receivedAt: moment('received_at').notNull(),
    recordedAt: realTime('recorded_at').defaultNow().notNull(),
  },
  (t) => [
    index('payment_receipts_case').on(t.caseId),
    index('payment_receipts_day').on(t.day),
    index('payment_receipts_state').on(t.state),
  ],
)

/** What a person has to look at; its id is drawn from what it is about, so that it is raised once. */
export const paymentDifferences = pgTable(
  'payment_differences',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<Difference>().notNull(),
    caseId: text('case_id'),
    item: integer('item'),
    serial: text('serial'),
    day: text('day').notNull(),
    amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
    detail: jsonb('detail').$type<{ zh: string; en: string }>().notNull(),
    raisedAt: moment('raised_at').notNull(),
    clearedAt: moment('cleared_at'),
    clearedBy: text('cleared_by'),
    clearedByName: text('cleared_by_name'),
    clearedHow: text('cleared_how'),
  },
  (t) => [
    index('payment_differences_open').on(t.clearedAt, t.raisedAt),
    index('payment_differences_case').on(t.caseId),
  ],
)

/** Files of the day that have been taken: the last one of a day counts. */
export const paymentStatements = pgTable('payment_statements', {
  day: text('day').primaryKey(),
  hash: text('hash').notNull(),
  count: integer('count').notNull(),
  sumFen: bigint('sum_fen', { mode: 'number' }).notNull(),
  takenAt: moment('taken_at').notNull(),
})
