// Which settings of escalation policies count, which were proposed, and who decided about them?
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { EscalationPolicyVersion } from '../../domain/model/record.ts'
import type { Executor } from '../client.ts'
import {
  escalationPolicyDecisions,
  escalationPolicyProposals,
} from '../schema/change/escalation-policies.ts'
import type { DecisionRow } from '../schema/four-eyes.ts'
import { statement } from '../statements.ts'
import { type ByTwo, decisionKeeper, joinedDecision, mostProposalsShown } from './by-two.ts'

export type NewEscalationPolicyProposal = typeof escalationPolicyProposals.$inferInsert
export type EscalationPolicyProposal = typeof escalationPolicyProposals.$inferSelect & {
  decision: DecisionRow | null
}
type Reads = Pick<Executor, 'select'>

/** Everything approved for a process, in order: a period takes the last one that was approved before it started. */
export const readEscalationPolicies = async (
  db: Reads,
  process: string,
): Promise<EscalationPolicyVersion[]> =>
  statement(db, 'escalation_policies_of_process', (on) =>
    on
      .select({
        id: escalationPolicyProposals.id,
        clock: escalationPolicyProposals.clock,
        escalationLevels: escalationPolicyProposals.escalationLevels,
        from: escalationPolicyDecisions.at,
      })
      .from(escalationPolicyDecisions)
      .innerJoin(
        escalationPolicyProposals,
        eq(escalationPolicyProposals.id, escalationPolicyDecisions.proposal),
      )
      .where(
        and(
          eq(escalationPolicyProposals.process, sql.placeholder('process')),
          eq(escalationPolicyDecisions.decision, 'approved'),
        ),
      )
      .orderBy(asc(escalationPolicyDecisions.seq)),
  ).execute({ process })

const both = { one: escalationPolicyProposals, decision: escalationPolicyDecisions }

export const findEscalationPolicyProposal = async (
  db: Reads,
  id: string,
): Promise<EscalationPolicyProposal | null> => {
  const [row] = await db
    .select(both)
    .from(escalationPolicyProposals)
    .leftJoin(
      escalationPolicyDecisions,
      eq(escalationPolicyDecisions.proposal, escalationPolicyProposals.id),
    )
    .where(eq(escalationPolicyProposals.id, id))
  return row ? joinedDecision(row) : null
}

/** The history of an escalation policy, newest first. */
export const listEscalationPolicyProposals = async (
  db: Reads,
  process: string,
  clock: string,
): Promise<EscalationPolicyProposal[]> => {
  const rows = await db
    .select(both)
    .from(escalationPolicyProposals)
    .leftJoin(
      escalationPolicyDecisions,
      eq(escalationPolicyDecisions.proposal, escalationPolicyProposals.id),
    )
    .where(
      and(
        eq(escalationPolicyProposals.process, process),
        eq(escalationPolicyProposals.clock, clock),
      ),
    )
    .orderBy(desc(escalationPolicyProposals.proposedAt), desc(escalationPolicyProposals.id))
    .limit(mostProposalsShown)
  return rows.map(joinedDecision)
}

/** How many wait for a decision, by escalation policy. */
export const countOpenProposals = async (
  db: Reads,
): Promise<{ process: string; clock: string; waiting: number }[]> =>
  db
    .select({
      process: escalationPolicyProposals.process,
      clock: escalationPolicyProposals.clock,
      waiting: sql<number>`count(*)::int`,
    })
    .from(escalationPolicyProposals)
    .leftJoin(
      escalationPolicyDecisions,
      eq(escalationPolicyDecisions.proposal, escalationPolicyProposals.id),
    )
    .where(isNull(escalationPolicyDecisions.proposal))
    .groupBy(escalationPolicyProposals.process, escalationPolicyProposals.clock)

export const keepEscalationPolicyProposal = async (
  tx: Executor,
  one: NewEscalationPolicyProposal,
): Promise<void> => {
  await tx.insert(escalationPolicyProposals).values(one)
}

/** One at a time decides about an escalation policy. */
export const escalationPolicyStore: ByTwo<EscalationPolicyProposal> = {
  lock: 'escalation_policies',
  find: findEscalationPolicyProposal,
  keepDecision: decisionKeeper(escalationPolicyDecisions),
}
