// What does every table keep of a change that one person proposes and another decides?
import { text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** Who proposes, as he was called then, and when. */
export const proposedColumns = {
  proposedBy: text('proposed_by').notNull(),
  proposedByName: text('proposed_by_name').notNull(),
  proposedAt: moment('proposed_at').notNull(),
}

/** What became of it. Whoever proposed stands here again, so that the database itself refuses who decides what is his own. */
export const decidedColumns = {
  proposedBy: text('proposed_by').notNull(),
  decision: text('decision').$type<'approved' | 'rejected' | 'withdrawn'>().notNull(),
  by: text('by').notNull(),
  byName: text('by_name').notNull(),
  at: moment('at').notNull(),
  reason: text('reason').notNull(),
}
