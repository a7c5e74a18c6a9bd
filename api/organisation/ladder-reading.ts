// How do ladders, their proposals and the periods that climb them look to administrators?
import { countOpenProposals, findLadderProposal, type LadderProposal, listLadderProposals, readLadders } from '../../db/ladders.ts'
import { countLadderPeriods, type LadderPeriod, readLadderPeriods } from '../../db/reads/ladder-periods.ts'
import { withScope } from '../../db/reads/scope.ts'
import type { Actor } from '../../domain/case/actor.ts'
import { rungOf } from '../../domain/case/clocks/ladder.ts'
import { planRungs } from '../../domain/case/clocks/reckoning.ts'
import { addressesOf, isSettable, type LadderVersion, ladderNow, mostOf, settable, withLadder } from '../../domain/case/clocks/settings.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { judgeLadderAct, setsLadders } from '../../domain/case/ladder-decision.ts'
import type {
  LadderList,
  LadderPeriods,
  LadderPeriodView,
  LadderProposalView,
  LadderRow,
  LadderStep,
  LadderView,
  RungView,
  Told,
} from '../../domain/case/ladder-views.ts'
import type { ClockDefinition, ProcessDefinition } from '../../domain/case/process.ts'
import type { KeptLadder } from '../../domain/case/record.ts'
import type { Text } from '../../domain/case/words.ts'
import { inRegion, type World } from '../../domain/case/world.ts'
import type { Decision } from '../../domain/change/four-eyes.ts'
import { addressWords } from '../../domain/organisation/group-words.ts'
import { type Address, addressKey } from '../../domain/organisation/offices.ts'
import { processOf } from '../case/case-reading.ts'
import { type Deps, type Variables, worldOf } from '../deps.ts'
import { regionName } from './names.ts'

type Place = { process: string; clock: string }

const told = (address: Address): Told => ({ key: addressKey(address), words: addressWords(address) })

export const ladderList = async (deps: Deps, { actor }: Variables): Promise<LadderList> => {
  const { db } = deps.connection
  const waiting = await countOpenProposals(db)
  const items: LadderRow[] = []
  for (const process of Object.values(deps.processes).filter(({ clocks }) => clocks.some(isSettable))) {
    const versions = await readLadders(db, process.id)
    for (const clock of process.clocks.filter(isSettable)) items.push(rowOf(process, clock, { versions, waiting }))
  }
  return { items, mayPropose: setsLadders(actor) }
}

type Known = { versions: LadderVersion[]; waiting: { process: string; clock: string; waiting: number }[] }

const rowOf = (process: ProcessDefinition, { clock, words }: ClockDefinition, { versions, waiting }: Known): LadderRow => {
  const inForce = ladderNow(versions, clock)
  return {
    ...{ process: process.id, title: process.title, clock, words },
    inForce: inForce?.id ?? null,
    since: sinceOf(versions, inForce?.id ?? null),
    waiting: waiting.find((one) => one.process === process.id && one.clock === clock)?.waiting ?? 0,
  }
}

const sinceOf = (versions: LadderVersion[], id: string | null) => versions.find((one) => one.id === id)?.from ?? null

export const ladderOf = async (deps: Deps, { actor, scope, at }: Variables, place: Place): Promise<LadderView> => {
  const { process, clock: definition } = settable(deps.processes, place)
  const { db, pool } = deps.connection
  const versions = await readLadders(db, process.id)
  const inForce = ladderNow(versions, place.clock)
  const counts = await withScope(pool, scope, (tx) => countLadderPeriods(tx, place.process, place.clock))
  const history = await listLadderProposals(db, place.process, place.clock)
  return {
    ...rowOf(process, definition, { versions, waiting: await countOpenProposals(db) }),
    rungs: rungsOf(definition, inForce, at),
    addresses: addressesOf(process).map(told),
    counts: counts.map((one) => ({ ...one, since: sinceOf(versions, one.ladder) })),
    history: history.map((one) => proposalView(one, { clock: definition, actor, inForce: inForce?.id ?? null })),
    mayPropose: setsLadders(actor),
  }
}

const rungsOf = (definition: ClockDefinition, inForce: KeptLadder | null, at: string): RungView[] =>
  withLadder(definition, inForce).ladder.map((rung, index) => {
    const must = definition.ladder[index]?.tell[0]
    const { unit, n } = rung.after
    return {
      ...{ rung: rung.rung, words: rung.words, unit, n, tell: rung.tell.map(told) },
      most: mostOf(rung, at),
      must: must ? addressKey(must) : null,
    }
  })

type Shown = { clock: ClockDefinition; actor: Actor; inForce: string | null }

export const proposalView = (one: LadderProposal, { clock, actor, inForce }: Shown): LadderProposalView => {
  const { id, process, order, reason, proposedBy, proposedByName, proposedAt, decision } = one
  return {
    ...{ id, process, clock: one.clock, order, reason, status: decision?.decision ?? 'proposed' },
    proposedBy: { id: proposedBy, name: proposedByName, at: proposedAt },
    decidedBy: decision ? { id: decision.by, name: decision.byName, at: decision.at, reason: decision.reason } : null,
    steps: stepsOf(one, clock),
    inForce: id === inForce,
    acts: decision ? [] : (['approve', 'reject', 'withdraw'] as const).map((type) => actOn(type, one, actor, inForce)),
  }
}

const actOn = (type: Decision, one: LadderProposal, actor: Actor, inForce: string | null) => {
  const reasons = reasonsOf(() => judgeLadderAct(type, actor, { ...one, decided: false }, inForce))
  return { type, allowed: reasons.length === 0, reasons }
}

const reasonsOf = (judge: () => void): Text[] => {
  try {
    judge()
    return []
  } catch (error) {
    if (error instanceof DomainError) return error.reasons
    throw error
  }
}

const stepsOf = ({ rungs, before }: LadderProposal, { ladder }: ClockDefinition): LadderStep[] =>
  ladder.flatMap(({ rung, words, after }) => {
    const [now, old] = [rungs.find((one) => one.rung === rung), before.find((one) => one.rung === rung)]
    if (!now || !old) return []
    const kept = new Set(now.tell.map(addressKey))
    return {
      ...{ rung, words, unit: after.unit, before: old.n, after: now.n, told: now.tell.map(told) },
      noLonger: old.tell.filter((one) => !kept.has(addressKey(one))).map(told),
    }
  })

type Asked = Place & { proposal?: string | undefined; limit: number; cursor?: string | undefined }

export const periodsOf = async (deps: Deps, { scope, at }: Variables, asked: Asked): Promise<LadderPeriods> => {
  settable(deps.processes, asked)
  const { db, pool } = deps.connection
  const wanted = asked.proposal === undefined ? null : await findLadderProposal(db, asked.proposal)
  if (asked.proposal !== undefined && (wanted?.process !== asked.process || wanted.clock !== asked.clock))
    throw new DomainError('not-found')
  const found = await withScope(pool, scope, (tx) => readLadderPeriods(tx, { ...asked, after: asked.cursor }))
  const [world, versions] = [await worldOf(deps, at), await readLadders(db, asked.process)]
  const items = found.rows.map((row) =>
    periodView(processOf(deps, { process: asked.process, chart: row.chart }), row, { wanted, world, versions }),
  )
  return { items, total: found.total, cursor: found.cursor }
}

type Beside = { wanted: LadderProposal | null; world: World; versions: LadderVersion[] }

const periodView = (process: ProcessDefinition, row: LadderPeriod, { wanted, world, versions }: Beside): LadderPeriodView => {
  const { caseId, number, title, region, obligation } = row
  const definition = process.clocks.find(({ clock }) => clock === obligation.clock)
  const instead = definition && wanted ? planRungs(withLadder(definition, wanted), obligation, inRegion(world, { region })) : []
  return {
    ...{ caseId, number, title, region: regionName(region), due: obligation.due },
    ladder: obligation.ladder?.id ?? null,
    since: sinceOf(versions, obligation.ladder?.id ?? null),
    rungs: obligation.rungs.map(({ rung, status, plannedAt }) => ({
      ...{ rung, words: rungOf(process, obligation, rung).words, status, keeps: plannedAt },
      instead: instead.find((one) => one.rung === rung)?.plannedAt ?? null,
    })),
  }
}
