// How do escalation policies, their proposals and the periods that climb them look to administrators?
import type {
  EscalationPolicyList,
  EscalationPolicyPeriods,
  EscalationPolicyPeriodView,
  EscalationPolicyProposalView,
  EscalationPolicyRow,
  EscalationPolicyStep,
  EscalationPolicyView,
  EscalationRecipient,
  PolicyLevelView,
} from '../../contract/organisation/escalation-policies.ts'
import {
  countOpenProposals,
  type EscalationPolicyProposal,
  findEscalationPolicyProposal,
  listEscalationPolicyProposals,
  readEscalationPolicies,
} from '../../db/change/escalation-policies.ts'
import {
  countEscalationPolicyPeriods,
  type EscalationPolicyPeriod,
  readEscalationPolicyPeriods,
} from '../../db/change/escalation-policy-periods-reads.ts'
import { withScope } from '../../db/scope.ts'
import {
  judgeEscalationPolicyAct,
  setsEscalationPolicies,
} from '../../domain/change/escalation-policy-decision.ts'
import { escalationLevelOf } from '../../domain/engine/clocks/escalation-policy.ts'
import { planEscalationLevels } from '../../domain/engine/clocks/reckoning.ts'
import {
  addressesOf,
  escalationPolicyNow,
  isSettable,
  mostOf,
  settable,
  withEscalationPolicy,
} from '../../domain/engine/clocks/settings.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type DecisionContext, inRegion } from '../../domain/model/decision-context.ts'
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { EscalationPolicyVersion, KeptEscalationPolicy } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { addressWords } from '../../domain/organisation/group-words.ts'
import { type Address, addressKey } from '../../domain/organisation/offices.ts'
import { asKeeper } from '../../domain/organisation/policy.ts'
import { type Deps, decisionContextOf, type Variables } from '../http/deps.ts'
import { processOf } from '../reading/case-reading.ts'
import { regionName } from '../reading/names.ts'
import { decisionViews, standingView } from './four-eyes-views.ts'

type Place = { process: string; clock: string }

const recipientOf = (address: Address): EscalationRecipient => ({
  key: addressKey(address),
  words: addressWords(address),
})

export const escalationPolicyList = async (
  deps: Deps,
  { actor }: Variables,
): Promise<EscalationPolicyList> => {
  const { db } = deps.connection
  const waiting = await countOpenProposals(db)
  const items: EscalationPolicyRow[] = []
  for (const process of Object.values(deps.processes).filter(({ clocks }) =>
    clocks.some(isSettable),
  )) {
    const versions = await readEscalationPolicies(db, process.id)
    for (const clock of process.clocks.filter(isSettable))
      items.push(rowOf(process, clock, { versions, waiting }))
  }
  return { items, mayPropose: setsEscalationPolicies(actor) }
}

type Known = {
  versions: EscalationPolicyVersion[]
  waiting: { process: string; clock: string; waiting: number }[]
}

const rowOf = (
  process: ProcessDefinition,
  { clock, words }: ClockDefinition,
  { versions, waiting }: Known,
): EscalationPolicyRow => {
  const inForce = escalationPolicyNow(versions, clock)
  return {
    process: process.id,
    title: process.title,
    clock,
    words,
    inForce: inForce?.id ?? null,
    since: sinceOf(versions, inForce?.id ?? null),
    waiting: waiting.find((one) => one.process === process.id && one.clock === clock)?.waiting ?? 0,
  }
}

const sinceOf = (versions: EscalationPolicyVersion[], id: string | null) =>
  versions.find((one) => one.id === id)?.from ?? null

export const escalationPolicyOf = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  place: Place,
): Promise<EscalationPolicyView> => {
  const { process, clock: definition } = settable(deps.processes, place)
  const { db, pool } = deps.connection
  const versions = await readEscalationPolicies(db, process.id)
  const inForce = escalationPolicyNow(versions, place.clock)
  const counts = await withScope(pool, asKeeper(scope), (tx) =>
    countEscalationPolicyPeriods(tx, place.process, place.clock),
  )
  const history = await listEscalationPolicyProposals(db, place.process, place.clock)
  return {
    ...rowOf(process, definition, { versions, waiting: await countOpenProposals(db) }),
    escalationLevels: escalationLevelsOf(definition, inForce, at),
    addresses: addressesOf(process).map(recipientOf),
    counts: counts.map((one) => ({ ...one, since: sinceOf(versions, one.escalationPolicy) })),
    history: history.map((one) =>
      proposalView(one, { clock: definition, actor, inForce: inForce?.id ?? null }),
    ),
    mayPropose: setsEscalationPolicies(actor),
  }
}

const escalationLevelsOf = (
  definition: ClockDefinition,
  inForce: KeptEscalationPolicy | null,
  at: string,
): PolicyLevelView[] =>
  withEscalationPolicy(definition, inForce).escalationPolicy.map((escalationLevel, index) => {
    const must = definition.escalationPolicy[index]?.notify[0]
    const { unit, n } = escalationLevel.after
    return {
      escalationLevel: escalationLevel.escalationLevel,
      words: escalationLevel.words,
      unit,
      n,
      notify: escalationLevel.notify.map(recipientOf),
      most: mostOf(escalationLevel, at),
      must: must ? addressKey(must) : null,
    }
  })

type ClockInput = { clock: ClockDefinition; actor: Actor; inForce: string | null }

export const proposalView = (
  one: EscalationPolicyProposal,
  { clock, actor, inForce }: ClockInput,
): EscalationPolicyProposalView => {
  const { id, process, decision } = one
  return {
    id,
    process,
    clock: one.clock,
    ...standingView(one),
    steps: stepsOf(one, clock),
    inForce: id === inForce,
    acts:
      decision === null
        ? decisionViews((type) =>
            judgeEscalationPolicyAct(type, actor, { ...one, decided: false }, inForce),
          )
        : [],
  }
}

const stepsOf = (
  { escalationLevels, before }: EscalationPolicyProposal,
  { escalationPolicy }: ClockDefinition,
): EscalationPolicyStep[] =>
  escalationPolicy.flatMap(({ escalationLevel, words, after }) => {
    const [now, old] = [
      escalationLevels.find((one) => one.escalationLevel === escalationLevel),
      before.find((one) => one.escalationLevel === escalationLevel),
    ]
    if (!now || !old) return []
    const kept = new Set(now.notify.map(addressKey))
    return {
      escalationLevel,
      words,
      unit: after.unit,
      before: old.n,
      after: now.n,
      recipients: now.notify.map(recipientOf),
      noLonger: old.notify.filter((one) => !kept.has(addressKey(one))).map(recipientOf),
    }
  })

type PeriodsQuery = Place & {
  proposal?: string | undefined
  limit: number
  cursor?: string | undefined
}

export const periodsOf = async (
  deps: Deps,
  { scope, at }: Variables,
  query: PeriodsQuery,
): Promise<EscalationPolicyPeriods> => {
  settable(deps.processes, query)
  const { db, pool } = deps.connection
  const wanted =
    query.proposal === undefined ? null : await findEscalationPolicyProposal(db, query.proposal)
  if (
    query.proposal !== undefined &&
    (wanted?.process !== query.process || wanted.clock !== query.clock)
  )
    throw new DomainError('not-found')
  const found = await withScope(pool, asKeeper(scope), (tx) =>
    readEscalationPolicyPeriods(tx, { ...query, after: query.cursor }),
  )
  const [decisionContext, versions] = [
    await decisionContextOf(deps, at),
    await readEscalationPolicies(db, query.process),
  ]
  const items = found.rows.map((row) =>
    periodView(processOf(deps, { process: query.process, chart: row.chart }), row, {
      wanted,
      decisionContext,
      versions,
    }),
  )
  return { items, total: found.total, cursor: found.cursor }
}

type Beside = {
  wanted: EscalationPolicyProposal | null
  decisionContext: DecisionContext
  versions: EscalationPolicyVersion[]
}

const periodView = (
  process: ProcessDefinition,
  row: EscalationPolicyPeriod,
  { wanted, decisionContext, versions }: Beside,
): EscalationPolicyPeriodView => {
  const { caseId, number, title, region, obligation } = row
  const definition = process.clocks.find(({ clock }) => clock === obligation.clock)
  const instead =
    definition && wanted
      ? planEscalationLevels(
          withEscalationPolicy(definition, wanted),
          obligation,
          inRegion(decisionContext, { region }),
        )
      : []
  return {
    caseId,
    number,
    title,
    region: regionName(region),
    due: obligation.due,
    escalationPolicy: obligation.escalationPolicy?.id ?? null,
    since: sinceOf(versions, obligation.escalationPolicy?.id ?? null),
    escalationLevels: obligation.escalationLevels.map(({ escalationLevel, status, plannedAt }) => ({
      escalationLevel,
      words: escalationLevelOf(process, obligation, escalationLevel).words,
      status,
      keeps: plannedAt,
      instead: instead.find((one) => one.escalationLevel === escalationLevel)?.plannedAt ?? null,
    })),
  }
}
