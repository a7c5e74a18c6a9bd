// Which changes of the table of competences were proposed, and who decided? Nothing is changed or deleted: a decision is a row of its own.
import { date, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { OfficeKind } from '../../../domain/organisation/offices.ts'
import type { Level, Region } from '../../../domain/organisation/regions.ts'
import { decisionTable, proposedColumns } from '../four-eyes.ts'

export const competenceProposals = pgTable(
  'competence_proposals',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    matter: text('matter').notNull(),
    /** Null: the whole city. */
    region: text('region').$type<Region>(),
    office: text('office').$type<OfficeKind>().notNull(),
    level: text('level').$type<Level>().notNull(),
    /** Both days are inclusive. */
    from: date('from_day', { mode: 'string' }).notNull(),
    until: date('until_day', { mode: 'string' }),
    /** The newest row of its matter and place then. */
    base: text('base'),
    /** 文号 of the paper that it rests on. */
    order: text('order_number').notNull(),
    reason: text('reason').notNull(),
    ...proposedColumns,
  },
  (t) => [
    index('competence_proposals_proposed').on(t.proposedAt),
    unique('competence_proposals_author').on(t.id, t.proposedBy),
  ],
)

/** Approved ones count in the order of `seq`: of two that speak of the same day the later. */
export const competenceDecisions = decisionTable('competence_decisions', competenceProposals)
