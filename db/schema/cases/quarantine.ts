// Which commands could not be decided because of a defect, and wait for an operator?
import { pgTable, text } from 'drizzle-orm/pg-core'
import { realTime } from '../columns.ts'

export const quarantine = pgTable('quarantine', {
  /** The command, or the case itself when a clock was at fault. */
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  error: text('error').notNull(),
  at: realTime('at').defaultNow().notNull(),
  /** When it was handed to its case once more; a defect that comes back takes it away again. */
  solvedAt: realTime('solved_at'),
})
