// With which code does whoever reported something follow his case?
import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

/**
 * One row per case whose reporter is owed an answer. The code itself is nowhere: only a keyed hash of it.
 * `attempts` counts wrong codes. The reader role may not see the table at all: who has a code is a reporter.
 */
export const followCodes = pgTable(
  'follow_codes',
  {
    caseId: text('case_id').primaryKey(),
    /** Stands for the number until there is one. */
    receipt: text('receipt').notNull(),
    process: text('process').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (t) => [uniqueIndex('follow_codes_receipt').on(t.receipt)],
)
