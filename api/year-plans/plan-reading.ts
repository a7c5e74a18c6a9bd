// What does a reader see of yearly plans: those of his regions, how each stands, and what he may do?
import type {
  YearPlanForm,
  YearPlanList,
  YearPlanView,
} from '../../contract/year-plans/year-plans.ts'
import type { Executor } from '../../db/client.ts'
import { readIndustries } from '../../db/drawing/draws.ts'
import { withScope } from '../../db/scope.ts'
import { readOverCap } from '../../db/year-plans/objects-reads.ts'
import {
  isPlanSeen,
  type KeptPlan,
  readApprovedPlans,
  readPlan,
  readPlans,
} from '../../db/year-plans/year-plans.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type DecisionContext, lawOf } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { YearPlanDefinition } from '../../domain/model/register-definition.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { emergencyKinds, groupOf, officeId } from '../../domain/organisation/offices.ts'
import { isStaff, mayStartIn, type Scope } from '../../domain/organisation/policy.ts'
import {
  type Region,
  regions,
  regionsAbove,
  regionsBelow,
} from '../../domain/organisation/regions.ts'
import { yearOf } from '../../domain/time/days.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import { countOfficers, officerWords } from '../../domain/year-plan/officers.ts'
import {
  makersOf,
  type OverCaps,
  phaseOfPlan,
  planPhase,
  standingTotals,
} from '../../domain/year-plan/plan.ts'
import { type Cap, capOf, type Workload, workloadOf } from '../../domain/year-plan/reckoning.ts'
import { classWords } from '../../domain/year-plan/selection.ts'
import { type Deps, decisionContextOf } from '../http/deps.ts'
import { stepsShown } from './plan-steps.ts'

/** Who asks. */
export type PlanReader = { actor: Actor; scope: Scope; at: string }
export type PlannedProcess = { process: ProcessDefinition; declared: YearPlanDefinition }

const most = 200
const mostOver = 200

/** The process whose cases a plan foresees; there is one, or none runs here. */
export const findPlannedProcess = ({
  processes,
}: Pick<Deps, 'processes'>): PlannedProcess | null => {
  for (const process of Object.values(processes))
    if (process.start.yearPlan) return { process, declared: process.start.yearPlan }
  return null
}

/** The same for whoever speaks of a plan: without it there is no plan. */
export const plannedProcess = (deps: Pick<Deps, 'processes'>): PlannedProcess => {
  const found = findPlannedProcess(deps)
  if (!found) throw new DomainError('not-found')
  return found
}

const ownPosts = (actor: Actor) =>
  actor.kind === 'person' && isStaff(actor)
    ? actor.appointments.filter((held) => held.onBehalfOf === undefined)
    : []

/** Whose bureau he works for himself, and where he may begin visits: who helps from above plans nothing there. */
export const plannableRegions = (
  { process }: PlannedProcess,
  { actor, scope }: PlanReader,
): Region[] =>
  scope.regions.filter(
    (region) =>
      ownPosts(actor).some((held) => held.region === region) &&
      mayStartIn(process, actor, { region, owner: null }),
  )

export const placeOf = (region: Region) => ({ code: region, name: regions[region].name })

export const mayDecide = ({ declared }: PlannedProcess, actor: Actor, region: Region): boolean => {
  const wanted = groupOf(declared.approve, { region, owner: null })
  return ownPosts(actor).some(({ office, role }) => `${office}/${role}` === wanted)
}

/** 备案: one post that answers for others, in the emergency bureau right above. */
export const mayReceive = (actor: Actor, region: Region): boolean => {
  const [, above] = regionsAbove(region)
  if (!above) return false
  const bureau = emergencyKinds.map((kind) => officeId(kind, above))
  return ownPosts(actor).some(
    ({ role, region: place, office }) =>
      (role === 'leader' || role === 'supervisor') && place === above && bureau.includes(office),
  )
}

const formOf = (
  { process, declared }: PlannedProcess,
  places: Region[],
  industries: string[],
  today: string,
): YearPlanForm => ({
  fields: process.start.fields.filter(({ name }) => declared.asks.includes(name)),
  regions: places.map(placeOf),
  industries,
  classes: Object.entries(declared.classes).map(([id, { words, source, choices }]) => ({
    id,
    words,
    from: source.from,
    choices: choices
      ? Object.entries(choices).map(([choice, said]) => ({ id: choice, words: said }))
      : null,
  })),
  years: [yearOf(today), yearOf(today) + 1],
})

export const listPlans = async (deps: Deps, reader: PlanReader): Promise<YearPlanList> => {
  if (!isStaff(reader.actor)) throw new DomainError('not-allowed')
  const planned = findPlannedProcess(deps)
  const places = planned ? plannableRegions(planned, reader) : []
  return withScope(deps.connection.pool, reader.scope, async (tx) => ({
    items: (await readPlans(tx, most)).map(({ kinds, byName, region, ...head }) => ({
      ...head,
      region: placeOf(region),
      by: byName,
      phase: planPhase(kinds),
      received: kinds.includes('received'),
    })),
    form:
      planned && places.length > 0
        ? formOf(planned, places, await readIndustries(tx), civilDate(instant(reader.at)))
        : null,
  }))
}

/** Refuses as if there were none whoever may not see it. */
export const mustSeePlan = async (
  deps: Deps,
  { actor, scope }: PlanReader,
  id: string,
): Promise<void> => {
  const seen =
    isStaff(actor) && (await withScope(deps.connection.pool, scope, (tx) => isPlanSeen(tx, id)))
  if (!seen) throw new DomainError('not-found')
}

/** One in his scope, or there is none. */
export const planIn = async (
  deps: Deps,
  { actor, scope }: PlanReader,
  id: string,
): Promise<KeptPlan> => {
  const found = isStaff(actor)
    ? await withScope(deps.connection.pool, scope, (tx) => readPlan(tx, id))
    : null
  if (!found) throw new DomainError('not-found')
  return found
}

export type Judged = { workload: Workload; cap: Cap; over: OverCaps }

/** Days and caps by the law of the moment; over all bureaus, so not within the reader's scope: he is told numbers alone. */
export const judgePlan = async (
  deps: Deps,
  tx: Pick<Executor, 'execute'>,
  plan: KeptPlan,
  context: DecisionContext,
): Promise<Judged> => {
  const { declared } = plannedProcess(deps)
  const law = lawOf(context, { region: plan.region })
  const caps = regionsBelow(plan.region).map((region) => ({
    region,
    ...capOf(plan.year, lawOf(context, { region })),
  }))
  const { officers, others, shares, selection } = plan.head
  const totals = standingTotals(plan.head.totals, plan.steps)
  const basis = { year: plan.year, officers: countOfficers(officers), totals, shares, selection }
  const workload = workloadOf(basis, law)
  const made = { year: plan.year, madeOn: civilDate(plan.at) }
  const counted = officerWords(made, officers, others)
  return {
    workload: { ...workload, reckoning: [...counted, ...workload.reckoning] },
    cap: capOf(plan.year, law),
    over: await readOverCap(tx, {
      plan,
      counted: declared.counted,
      caps: caps.flatMap(({ region, most, binding }) =>
        most === null ? [] : [{ region, most, binding }],
      ),
      limit: mostOver,
    }),
  }
}

/** Of its bureau and year it is the version that counts. */
export const isCurrent = async (
  tx: Parameters<typeof readApprovedPlans>[0],
  { id, process, year, region }: KeptPlan,
): Promise<boolean> => {
  const found = await readApprovedPlans(tx, { process, year, regions: [region] })
  return found.some((one) => one.id === id)
}

const mayWith = (
  planned: PlannedProcess,
  plan: KeptPlan,
  { actor, scope, at }: PlanReader,
  current: boolean,
): YearPlanView['may'] => {
  const phase = phaseOfPlan(plan)
  const makes = plannableRegions(planned, { actor, scope, at }).includes(plan.region)
  const me = actor.kind === 'person' ? actor.id : ''
  return {
    change: makes && phase === 'draft',
    submit: makes && phase === 'draft',
    withdraw: makes && (phase === 'draft' || phase === 'submitted'),
    decide:
      phase === 'submitted' && mayDecide(planned, actor, plan.region) && !makersOf(plan).has(me),
    receive:
      phase === 'approved' &&
      mayReceive(actor, plan.region) &&
      !plan.steps.some(({ kind }) => kind === 'received'),
    visit: makes && current,
  }
}

export const planView = async (
  deps: Deps,
  plan: KeptPlan,
  reader: PlanReader,
): Promise<YearPlanView> => {
  const { db } = deps.connection
  const planned = plannedProcess(deps)
  const { workload, cap, over } = await judgePlan(
    deps,
    db,
    plan,
    await decisionContextOf(deps, instant(reader.at)),
  )
  const current = await isCurrent(db, plan)
  const { workdays, total, inspecting, keyLeast, needed, fits, keyEnough } = workload
  const { reckoning, provisional, reasons } = workload
  return {
    id: plan.id,
    region: placeOf(plan.region),
    year: plan.year,
    version: plan.version,
    name: plan.name,
    by: plan.byName,
    at: plan.at,
    phase: phaseOfPlan(plan),
    reason: plan.reason,
    sha256: plan.sha256,
    current,
    officers: countOfficers(plan.head.officers),
    totals: standingTotals(plan.head.totals, plan.steps).map((one) => ({
      ...one,
      words: classWords(planned.declared, one.class),
    })),
    shares: plan.head.shares,
    selection: plan.head.selection,
    workload: {
      workdays,
      total,
      inspecting,
      keyLeast,
      needed,
      fits,
      keyEnough,
      reckoning,
      provisional,
      reasons,
    },
    cap,
    over,
    steps: stepsShown(plan, planned.declared),
    grounds: Object.entries(planned.declared.exceptions).map(([id, words]) => ({ id, words })),
    may: mayWith(planned, plan, reader, current),
  }
}
