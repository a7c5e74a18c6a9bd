// Which escalation policies of supervision were proposed, who decided, and which counts? Nothing is changed or deleted: a decision is a row of its own.
import { index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { EscalationLevelSetting } from '../../../domain/model/record.ts'
import { decisionTable, proposedColumns } from '../four-eyes.ts'

export const escalationPolicyProposals = pgTable(
  'escalation_policy_proposals',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    process: text('process').notNull(),
    clock: text('clock').notNull(),
    escalationLevels: jsonb('escalation_levels').$type<EscalationLevelSetting[]>().notNull(),
    /** What it wants to replace: the setting in force then, null = the escalation policy of the process. */
    base: text('base'),
    before: jsonb('before').$type<EscalationLevelSetting[]>().notNull(),
    /** 文号 of the paper that it rests on. */
    order: text('order_number').notNull(),
    reason: text('reason').notNull(),
    ...proposedColumns,
  },
  (t) => [
    index('escalation_policy_proposals_clock').on(t.process, t.clock, t.proposedAt),
    unique('escalation_policy_proposals_author').on(t.id, t.proposedBy),
  ],
)

/** Approved ones count in the order of `seq`, each for periods that start at its `at` or later. */
export const escalationPolicyDecisions = decisionTable(
  'escalation_policy_decisions',
  escalationPolicyProposals,
)
