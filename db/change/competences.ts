// Which office is competent for what, which changes of that were proposed, and who decided about them?
import { asc, desc, eq, inArray } from 'drizzle-orm'
import { competentKinds } from '../../domain/competence/matters.ts'
import { competenceTable } from '../../domain/competence/table.ts'
import type { Competence, CompetenceTable } from '../../domain/organisation/competence.ts'
import type { Executor } from '../client.ts'
import { competenceDecisions, competenceProposals } from '../schema/change/competences.ts'
import type { DecisionRow } from '../schema/four-eyes.ts'
import { offices } from '../schema/organisation/organisation.ts'
import { type ByTwo, decisionKeeper, joinedDecision, mostProposalsShown } from './by-two.ts'

type Reads = Pick<Executor, 'select'>
export type CompetenceProposalRow = typeof competenceProposals.$inferSelect
export type DecidedCompetence = CompetenceProposalRow & { decision: DecisionRow | null }

/** Everything approved in its order, whatever its days. */
const readApproved = async (db: Reads): Promise<Competence[]> =>
  db
    .select({
      id: competenceProposals.id,
      matter: competenceProposals.matter,
      region: competenceProposals.region,
      office: competenceProposals.office,
      level: competenceProposals.level,
      from: competenceProposals.from,
      until: competenceProposals.until,
    })
    .from(competenceDecisions)
    .innerJoin(competenceProposals, eq(competenceProposals.id, competenceDecisions.proposal))
    .where(eq(competenceDecisions.decision, 'approved'))
    .orderBy(asc(competenceDecisions.seq))

/** The table with all of its history, and the offices that can be named in it. */
export const readCompetences = async (db: Reads): Promise<CompetenceTable> => {
  const [approved, known] = await Promise.all([
    readApproved(db),
    db
      .select({ id: offices.id })
      .from(offices)
      .where(inArray(offices.kind, [...competentKinds])),
  ])
  return competenceTable(
    approved,
    known.map(({ id }) => id),
  )
}

const both = { one: competenceProposals, decision: competenceDecisions }

export const findCompetenceProposal = async (
  db: Reads,
  id: string,
): Promise<DecidedCompetence | null> => {
  const [row] = await db
    .select(both)
    .from(competenceProposals)
    .leftJoin(competenceDecisions, eq(competenceDecisions.proposal, competenceProposals.id))
    .where(eq(competenceProposals.id, id))
  return row ? joinedDecision(row) : null
}

/** The newest first, decided or not. */
export const listCompetenceProposals = async (db: Reads): Promise<DecidedCompetence[]> => {
  const rows = await db
    .select(both)
    .from(competenceProposals)
    .leftJoin(competenceDecisions, eq(competenceDecisions.proposal, competenceProposals.id))
    .orderBy(desc(competenceProposals.proposedAt), desc(competenceProposals.id))
    .limit(mostProposalsShown)
  return rows.map(joinedDecision)
}

export const keepCompetenceProposal = async (
  tx: Executor,
  one: typeof competenceProposals.$inferInsert,
): Promise<void> => {
  await tx.insert(competenceProposals).values(one)
}

/** One at a time proposes or decides. */
export const competenceStore: ByTwo<DecidedCompetence> = {
  lock: 'competences',
  find: findCompetenceProposal,
  keepDecision: decisionKeeper(competenceDecisions),
}
