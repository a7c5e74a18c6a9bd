// Who was called on which channel, and what came of it?
import {
  bigint,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { CallChannel, CallFact } from '../../../domain/calls/channels.ts'
import { moment, realTime } from '../columns.ts'

/** Append-only. A row is written before its gateway is asked, and whoever writes it is the only one to ask: the key is the promise. */
export const calls = pgTable(
  'calls',
  {
    id: text('id').primaryKey(),
    noticeId: text('notice_id').notNull(),
    caseId: text('case_id').notNull(),
    channel: text('channel').$type<CallChannel>().notNull(),
    round: smallint('round').notNull(),
    at: moment('at').notNull(),
    recordedAt: realTime('recorded_at').defaultNow().notNull(),
  },
  (t) => [
    uniqueIndex('calls_once').on(t.noticeId, t.channel, t.round),
    index('calls_case').on(t.caseId),
    index('calls_recorded').on(t.recordedAt),
  ],
)

/** What was learned of a call, in the order in which it was; append-only. `reference`: by which the gateway knows it. */
export const callReceipts = pgTable(
  'call_receipts',
  {
    callId: text('call_id').notNull(),
    fact: text('fact').$type<CallFact>().notNull(),
    detail: text('detail').notNull(),
    reference: text('reference'),
    at: moment('at').notNull(),
    recordedAt: realTime('recorded_at').defaultNow().notNull(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (t) => [primaryKey({ columns: [t.seq] }), uniqueIndex('call_receipts_once').on(t.callId, t.fact)],
)
