// Which settings of escalation policies count, which were proposed, and who decided about them?
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { EscalationPolicyVersion } from '../../domain/model/record.ts'
import type { Executor } from '../client.ts'
import {
  escalationPolicyDecisions,
  escalationPolicyProposals,
} from '../schema/change/escalation-policies.ts'
import { statement } from '../statements.ts'

export type NewEscalationPolicyProposal = typeof escalationPolicyProposals.$inferInsert
export type EscalationPolicyDecision = Omit<typeof escalationPolicyDecisions.$inferSelect, 'seq'>
export type EscalationPolicyProposal = typeof escalationPolicyProposals.$inferSelect & {
  decision: EscalationPolicyDecision | null
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

/** One at a time decides about an escalation policy; released with the transaction. */
export const lockEscalationPolicies = async (tx: Executor): Promise<void> => {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('escalation_policies'))`)
}

const both = { one: escalationPolicyProposals, decision: escalationPolicyDecisions }
type Row = {
  one: typeof escalationPolicyProposals.$inferSelect
  decision: typeof escalationPolicyDecisions.$inferSelect | null
}
const joined = ({ one, decision }: Row): EscalationPolicyProposal => ({ ...one, decision })

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
  return row ? joined(row) : null
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
    .limit(200)
  return rows.map(joined)
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

export const keepEscalationPolicyDecision = async (
  tx: Executor,
  decision: EscalationPolicyDecision,
): Promise<void> => {
  await tx.insert(escalationPolicyDecisions).values(decision)
}
