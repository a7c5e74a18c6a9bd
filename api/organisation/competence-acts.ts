// How does a change of the table of competences come into being, and what follows when a second person has decided?
import type { Context } from 'hono'
import type { CompetenceProposalView } from '../../contract/organisation/competences.ts'
import {
  findCompetenceProposal,
  keepCompetenceDecision,
  keepCompetenceProposal,
  lockCompetences,
  readCompetences,
} from '../../db/change/competences.ts'
import { type Decision, decisionOutcomes } from '../../domain/change/four-eyes.ts'
import {
  competenceAdministrator,
  judgeCompetence,
  judgeCompetenceAct,
  latestCompetence,
  type WantedCompetence,
} from '../../domain/competence/decision.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { requestOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { competenceProposalView } from './competence-reading.ts'

type CompetenceDeps = Pick<Deps, 'connection'>

/** Stores the proposal; the same key again answers with the same proposal. */
export const proposeCompetence = async (
  deps: CompetenceDeps,
  c: Context<ApiEnv>,
  wanted: WantedCompetence & { order: string; reason: string },
): Promise<CompetenceProposalView> => {
  const { actor, at } = c.var
  const by = competenceAdministrator(actor)
  const request = requestOf(c, wanted)
  await deps.connection.db.transaction(async (tx) => {
    await lockCompetences(tx)
    const known = await findCompetenceProposal(tx, request.id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return
    const table = await readCompetences(tx)
    const row = judgeCompetence(wanted, table, civilDate(at))
    await keepCompetenceProposal(tx, {
      id: request.id,
      bodyHash: request.hash,
      ...row,
      base: latestCompetence(table, row)?.id ?? null,
      order: wanted.order,
      reason: wanted.reason,
      proposedBy: by.id,
      proposedByName: by.name,
      proposedAt: at,
    })
  })
  return viewOf(deps, { actor, at }, request.id)
}

/** One transaction: of two who decide at once, the second finds it decided. */
export const decideCompetence = async (
  deps: CompetenceDeps,
  { actor, at }: Pick<Variables, 'actor' | 'at'>,
  { id, type, reason }: { id: string; type: Decision; reason: string },
): Promise<CompetenceProposalView> => {
  const by = competenceAdministrator(actor)
  await deps.connection.db.transaction(async (tx) => {
    await lockCompetences(tx)
    const one = await findCompetenceProposal(tx, id)
    if (!one) throw new DomainError('not-found')
    const table = await readCompetences(tx)
    judgeCompetenceAct(
      type,
      by,
      { ...one, decided: one.decision !== null },
      { latest: latestCompetence(table, one)?.id ?? null, today: civilDate(at) },
    )
    await keepCompetenceDecision(tx, {
      proposal: id,
      proposedBy: one.proposedBy,
      decision: decisionOutcomes[type],
      by: by.id,
      byName: by.name,
      at,
      reason,
    })
  })
  return viewOf(deps, { actor, at }, id)
}

const viewOf = async (
  { connection: { db } }: CompetenceDeps,
  { actor, at }: { actor: Actor; at: Instant },
  id: string,
): Promise<CompetenceProposalView> => {
  const one = await findCompetenceProposal(db, id)
  if (!one) throw new DomainError('not-found')
  const table = await readCompetences(db)
  return competenceProposalView(one, { actor, table, today: civilDate(at) })
}
