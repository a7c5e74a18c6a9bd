// How does a setting of an escalation policy come into being, and what follows when a second person has decided?
import type { Context } from 'hono'
import type { EscalationPolicyProposalView } from '../../contract/organisation/escalation-policies.ts'
import {
  escalationPolicyStore,
  findEscalationPolicyProposal,
  keepEscalationPolicyProposal,
  readEscalationPolicies,
} from '../../db/change/escalation-policies.ts'
import {
  escalationPolicyAdministrator,
  judgeEscalationPolicyAct,
} from '../../domain/change/escalation-policy-decision.ts'
import {
  addressesOf,
  escalationPolicyNow,
  faultsOf,
  settable,
  settingsOf,
  withEscalationPolicy,
} from '../../domain/engine/clocks/settings.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { EscalationLevelSetting } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { type Address, addressKey } from '../../domain/organisation/offices.ts'
import { requestOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { proposalView } from './escalation-policy-reading.ts'
import { decideByTwo, proposeByTwo } from './four-eyes-acts.ts'
import type { Deciding } from './four-eyes-routes.ts'

type Place = { process: string; clock: string }
type Wanted = {
  escalationLevels: { escalationLevel: string; n: number; notify: string[] }[]
  order: string
  reason: string
}
type EscalationPolicyDeps = Pick<Deps, 'connection' | 'processes'>

/** Stores the proposal; the same key again answers with the same proposal. */
export const proposeEscalationPolicy = async (
  deps: EscalationPolicyDeps,
  c: Context<ApiEnv>,
  place: Place,
  wanted: Wanted,
): Promise<EscalationPolicyProposalView> => {
  const { actor, at } = c.var
  const by = escalationPolicyAdministrator(actor)
  const { process, clock } = settable(deps.processes, place)
  const request = requestOf(c, { ...place, ...wanted })
  await proposeByTwo(deps, escalationPolicyStore, request, async (tx) => {
    const current = escalationPolicyNow(
      await readEscalationPolicies(tx, place.process),
      place.clock,
    )
    const escalationLevels = wanted.escalationLevels.map(
      (one): EscalationLevelSetting => ({
        ...one,
        notify: addressed(addressesOf(process), one.notify),
      }),
    )
    const before = settingsOf(withEscalationPolicy(clock, current))
    const faults = faultsOf(escalationLevels, { process, clock, current: before, at })
    if (faults.length > 0) throw new DomainError('invalid-input', faults)
    const { order, reason } = wanted
    const base = current?.id ?? null
    const proposed = { proposedBy: by.id, proposedByName: by.name, proposedAt: at }
    await keepEscalationPolicyProposal(tx, {
      id: request.id,
      bodyHash: request.hash,
      ...place,
      escalationLevels,
      base,
      before,
      order,
      reason,
      ...proposed,
    })
  })
  return viewOf(deps, actor, request.id)
}

const addressed = (offered: Address[], keys: string[]): Address[] =>
  keys.map((key) => {
    const found = offered.find((one) => addressKey(one) === key)
    if (!found)
      throw new DomainError('invalid-input', [
        text('通知对象不属于本流程', 'Somebody named does not belong to the process'),
      ])
    return found
  })

export const decideEscalationPolicy = async (
  deps: EscalationPolicyDeps,
  { actor, at }: Pick<Variables, 'actor' | 'at'>,
  deciding: Deciding,
): Promise<EscalationPolicyProposalView> => {
  await decideByTwo(deps, escalationPolicyStore, deciding, {
    by: escalationPolicyAdministrator(actor),
    at,
    judge: async (tx, one) => {
      const versions = await readEscalationPolicies(tx, one.process)
      const inForce = escalationPolicyNow(versions, one.clock)?.id ?? null
      judgeEscalationPolicyAct(deciding.type, actor, one, inForce)
    },
  })
  return viewOf(deps, actor, deciding.id)
}

const viewOf = async (
  deps: EscalationPolicyDeps,
  actor: Actor,
  id: string,
): Promise<EscalationPolicyProposalView> => {
  const one = await findEscalationPolicyProposal(deps.connection.db, id)
  if (!one) throw new DomainError('not-found')
  const { clock } = settable(deps.processes, one)
  const inForce = escalationPolicyNow(
    await readEscalationPolicies(deps.connection.db, one.process),
    one.clock,
  )
  return proposalView(one, { clock, actor, inForce: inForce?.id ?? null })
}
