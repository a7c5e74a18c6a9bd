// Which posts wait for a second administrator, and how was each decided?
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { postDecisions, postProposals } from '../schema/organisation/founding.ts'
import { persons } from '../schema/organisation/organisation.ts'

export type PostProposal = typeof postProposals.$inferSelect
export type PostDecision = Omit<typeof postDecisions.$inferInsert, 'seq'>
export type OpenPost = PostProposal & { name: string; username: string; mail: string }
type Reads = Pick<Executor, 'select'>

export const keepPostProposal = async (tx: Executor, one: PostProposal): Promise<void> => {
  await tx.insert(postProposals).values(one)
}

export const keepPostDecision = async (tx: Executor, one: PostDecision): Promise<void> => {
  await tx.insert(postDecisions).values(one)
}

export const findPostProposal = async (
  db: Reads,
  id: string,
): Promise<(PostProposal & { decided: boolean }) | null> => {
  const [found] = await db
    .select({ one: postProposals, decision: postDecisions.decision })
    .from(postProposals)
    .leftJoin(postDecisions, eq(postDecisions.proposal, postProposals.id))
    .where(eq(postProposals.id, id))
  return found ? { ...found.one, decided: found.decision !== null } : null
}

/** Not yet decided, the oldest first: of these regions, or about one person. */
export const listOpenPosts = async (
  db: Reads,
  of: { regions: string[] } | { person: string },
): Promise<OpenPost[]> => {
  const about =
    'person' in of
      ? eq(postProposals.person, of.person)
      : inArray(postProposals.region, of.regions as PostProposal['region'][])
  const rows = await db
    .select({
      one: postProposals,
      name: persons.name,
      username: persons.username,
      mail: persons.mail,
    })
    .from(postProposals)
    .innerJoin(persons, eq(persons.id, postProposals.person))
    .leftJoin(postDecisions, eq(postDecisions.proposal, postProposals.id))
    .where(and(isNull(postDecisions.proposal), about))
    .orderBy(asc(postProposals.proposedAt), asc(postProposals.id))
  return rows.map(({ one, ...who }) => ({ ...one, ...who }))
}
