// Which settings of ladders count, which were proposed, and who decided about them?
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { LadderVersion } from '../domain/case/clocks/settings.ts'
import type { Executor } from './client.ts'
import { ladderDecisions, ladderProposals } from './schema/ladders.ts'
import { statement } from './statements.ts'

export type NewLadderProposal = typeof ladderProposals.$inferInsert
export type LadderDecision = Omit<typeof ladderDecisions.$inferSelect, 'seq'>
export type LadderProposal = typeof ladderProposals.$inferSelect & { decision: LadderDecision | null }
type Reads = Pick<Executor, 'select'>

/** Everything approved for a process, in order: a period takes the last one that was approved before it started. */
export const readLadders = async (db: Reads, process: string): Promise<LadderVersion[]> =>
  statement(db, 'ladders_of_process', (on) =>
    on
      .select({ id: ladderProposals.id, clock: ladderProposals.clock, rungs: ladderProposals.rungs, from: ladderDecisions.at })
      .from(ladderDecisions)
      .innerJoin(ladderProposals, eq(ladderProposals.id, ladderDecisions.proposal))
      .where(and(eq(ladderProposals.process, sql.placeholder('process')), eq(ladderDecisions.decision, 'approved')))
      .orderBy(asc(ladderDecisions.seq)),
  ).execute({ process })

/** One at a time decides about a ladder; released with the transaction. */
export const lockLadders = async (tx: Executor): Promise<void> => {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('ladders'))`)
}

const both = { one: ladderProposals, decision: ladderDecisions }
type Row = { one: typeof ladderProposals.$inferSelect; decision: typeof ladderDecisions.$inferSelect | null }
const joined = ({ one, decision }: Row): LadderProposal => ({ ...one, decision })

export const findLadderProposal = async (db: Reads, id: string): Promise<LadderProposal | null> => {
  const [row] = await db
    .select(both)
    .from(ladderProposals)
    .leftJoin(ladderDecisions, eq(ladderDecisions.proposal, ladderProposals.id))
    .where(eq(ladderProposals.id, id))
  return row ? joined(row) : null
}

/** The history of a ladder, newest first. */
export const listLadderProposals = async (db: Reads, process: string, clock: string): Promise<LadderProposal[]> => {
  const rows = await db
    .select(both)
    .from(ladderProposals)
    .leftJoin(ladderDecisions, eq(ladderDecisions.proposal, ladderProposals.id))
    .where(and(eq(ladderProposals.process, process), eq(ladderProposals.clock, clock)))
    .orderBy(desc(ladderProposals.proposedAt), desc(ladderProposals.id))
    .limit(200)
  return rows.map(joined)
}

/** How many wait for a decision, by ladder. */
export const countOpenProposals = async (db: Reads): Promise<{ process: string; clock: string; waiting: number }[]> =>
  db
    .select({ process: ladderProposals.process, clock: ladderProposals.clock, waiting: sql<number>`count(*)::int` })
    .from(ladderProposals)
    .leftJoin(ladderDecisions, eq(ladderDecisions.proposal, ladderProposals.id))
    .where(isNull(ladderDecisions.proposal))
    .groupBy(ladderProposals.process, ladderProposals.clock)

export const keepLadderProposal = async (tx: Executor, one: NewLadderProposal): Promise<void> => {
  await tx.insert(ladderProposals).values(one)
}

export const keepLadderDecision = async (tx: Executor, decision: LadderDecision): Promise<void> => {
  await tx.insert(ladderDecisions).values(decision)
}
