// How does a change of the table of competences come into being, and what follows when a second person has decided?
import type { Context } from 'hono'
import type { CompetenceProposalView } from '../../contract/organisation/competences.ts'
import {
  competenceStore,
  findCompetenceProposal,
  keepCompetenceProposal,
  readCompetences,
} from '../../db/change/competences.ts'
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
import { decideByTwo, proposeByTwo } from './four-eyes-acts.ts'
import type { Deciding } from './four-eyes-routes.ts'

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
  await proposeByTwo(deps, competenceStore, request, async (tx) => {
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

export const decideCompetence = async (
  deps: CompetenceDeps,
  { actor, at }: Pick<Variables, 'actor' | 'at'>,
  deciding: Deciding,
): Promise<CompetenceProposalView> => {
  await decideByTwo(deps, competenceStore, deciding, {
    by: competenceAdministrator(actor),
    at,
    judge: async (tx, one) => {
      const latest = latestCompetence(await readCompetences(tx), one)?.id ?? null
      judgeCompetenceAct(deciding.type, actor, one, { latest, today: civilDate(at) })
    },
  })
  return viewOf(deps, { actor, at }, deciding.id)
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
