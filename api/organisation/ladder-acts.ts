// How does a setting of a ladder come into being, and what follows when a second person has decided?
import type { Context } from 'hono'
import { findLadderProposal, keepLadderDecision, keepLadderProposal, lockLadders, readLadders } from '../../db/ladders.ts'
import type { Actor } from '../../domain/case/actor.ts'
import { addressesOf, faultsOf, ladderNow, settable, settingsOf, withLadder } from '../../domain/case/clocks/settings.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { judgeLadderAct, ladderKeeper } from '../../domain/case/ladder-decision.ts'
import type { LadderProposalView } from '../../domain/case/ladder-views.ts'
import type { RungSetting } from '../../domain/case/record.ts'
import { text } from '../../domain/case/words.ts'
import { type Decision, decisionOutcomes } from '../../domain/change/four-eyes.ts'
import { type Address, addressKey } from '../../domain/organisation/offices.ts'
import { wishOf } from '../case/command.ts'
import type { ApiEnv, Deps, Variables } from '../deps.ts'
import { proposalView } from './ladder-reading.ts'

type Place = { process: string; clock: string }
type Wanted = { rungs: { rung: string; n: number; tell: string[] }[]; order: string; reason: string }
type LadderDeps = Pick<Deps, 'connection' | 'processes'>

/** Stores the proposal; the same key again answers with the same proposal. */
export const proposeLadder = async (deps: LadderDeps, c: Context<ApiEnv>, place: Place, wanted: Wanted): Promise<LadderProposalView> => {
  const { actor, at } = c.var
  const by = ladderKeeper(actor)
  const { process, clock } = settable(deps.processes, place)
  const wish = wishOf(c, { ...place, ...wanted })
  await deps.connection.db.transaction(async (tx) => {
    await lockLadders(tx)
    const known = await findLadderProposal(tx, wish.id)
    if (known && known.bodyHash !== wish.hash) throw new DomainError('key-reused')
    if (known) return
    const current = ladderNow(await readLadders(tx, place.process), place.clock)
    const rungs = wanted.rungs.map((one): RungSetting => ({ ...one, tell: addressed(addressesOf(process), one.tell) }))
    const before = settingsOf(withLadder(clock, current))
    const faults = faultsOf(rungs, { process, clock, current: before, at })
    if (faults.length > 0) throw new DomainError('invalid-input', faults)
    const { order, reason } = wanted
    const base = current?.id ?? null
    const proposed = { proposedBy: by.id, proposedByName: by.name, proposedAt: at }
    await keepLadderProposal(tx, { id: wish.id, bodyHash: wish.hash, ...place, rungs, base, before, order, reason, ...proposed })
  })
  return viewOf(deps, actor, wish.id)
}

const addressed = (offered: Address[], keys: string[]): Address[] =>
  keys.map((key) => {
    const found = offered.find((one) => addressKey(one) === key)
    if (!found) throw new DomainError('invalid-input', [text('通知对象不属于本流程', 'Somebody named does not belong to the process')])
    return found
  })

/** One transaction: of two who decide at once, the second finds it decided. */
export const decideLadder = async (
  deps: LadderDeps,
  { actor, at }: Pick<Variables, 'actor' | 'at'>,
  { id, type, reason }: { id: string; type: Decision; reason: string },
): Promise<LadderProposalView> => {
  const by = ladderKeeper(actor)
  await deps.connection.db.transaction(async (tx) => {
    await lockLadders(tx)
    const one = await findLadderProposal(tx, id)
    if (!one) throw new DomainError('not-found')
    const inForce = ladderNow(await readLadders(tx, one.process), one.clock)
    judgeLadderAct(type, by, { ...one, decided: one.decision !== null }, inForce?.id ?? null)
    const { proposedBy } = one
    await keepLadderDecision(tx, { proposal: id, proposedBy, decision: decisionOutcomes[type], by: by.id, byName: by.name, at, reason })
  })
  return viewOf(deps, actor, id)
}

const viewOf = async (deps: LadderDeps, actor: Actor, id: string): Promise<LadderProposalView> => {
  const one = await findLadderProposal(deps.connection.db, id)
  if (!one) throw new DomainError('not-found')
  const { clock } = settable(deps.processes, one)
  const inForce = ladderNow(await readLadders(deps.connection.db, one.process), one.clock)
  return proposalView(one, { clock, actor, inForce: inForce?.id ?? null })
}
