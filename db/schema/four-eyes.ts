// What does every table keep of a change that one person proposes and another decides?
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, check, foreignKey, pgTable, text } from 'drizzle-orm/pg-core'
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

/**
 * The decisions about one table of proposals, a row each: nothing is changed or deleted. Approved ones count in the order of `seq`. The
 * proposals need `unique(id, proposedBy)`.
 */
export const decisionTable = <Name extends string>(
  name: Name,
  proposals: { id: AnyPgColumn; proposedBy: AnyPgColumn },
) =>
  pgTable(
    name,
    {
      proposal: text('proposal').primaryKey(),
      seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
      ...decidedColumns,
    },
    (t) => [
      foreignKey({
        columns: [t.proposal, t.proposedBy],
        foreignColumns: [proposals.id, proposals.proposedBy],
      }),
      check(`${name}_four_eyes`, sql`(${t.decision} = 'withdrawn') = (${t.by} = ${t.proposedBy})`),
    ],
  )

export type DecisionTable = ReturnType<typeof decisionTable<string>>
export type DecisionRow = Omit<DecisionTable['$inferSelect'], 'seq'>
