// How is each step of a yearly plan kept once, one after the other, by whoever may take it?
import type { Context } from 'hono'
import type { YearPlanView } from '../../contract/year-plans/year-plans.ts'
import type { Executor } from '../../db/client.ts'
import {
  addPlanStep,
  countApproved,
  type KeptPlan,
  lockYear,
  readPlan,
  readPlanRows,
  withPlan,
} from '../../db/year-plans/year-plans.ts'
import { canonical } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import { instant } from '../../domain/time/instant.ts'
import {
  hindrancesOf,
  judgeApproval,
  judgeChange,
  judgeDecision,
  judgeReceipt,
  judgeSubmission,
  judgeWithdrawal,
  type PlanStep,
} from '../../domain/year-plan/plan.ts'
import { authorOf } from '../http/command.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import {
  judgePlan,
  mayDecide,
  mayReceive,
  mustSeePlan,
  plannableRegions,
  plannedProcess,
  planView,
} from './plan-reading.ts'

type Kind = Exclude<PlanStep['kind'], 'visit'>
/** `context`: read before the turn is waited for, since whoever waits holds a connection and needs no second one. */
type Turn = { tx: Executor; plan: KeptPlan; person: string; context: DecisionContext }

/** Refuses what may not be said now; answers what is to be kept. */
type Judge = (turn: Turn) => Promise<PlanStep['data']>

type Wanted = {
  kind: Kind
  once: string
  may: (plan: KeptPlan) => boolean
  judge: Judge
  /** What tells the same said again from something else. */
  sent: Record<string, unknown>
}

const isDone = ({ steps }: KeptPlan, person: string, { kind, sent }: Wanted): boolean =>
  steps.some(
    (one) =>
      one.kind === kind &&
      one.person === person &&
      canonical({ ...one.data, ...sent }) === canonical(one.data),
  )

/** The same said again by the same person is done already. */
export const addToPlan = async (
  deps: Deps,
  c: Context<ApiEnv>,
  wanted: Wanted,
): Promise<YearPlanView> => {
  const person = authorOf(c.var.actor)
  const id = c.req.param('id') ?? ''
  await mustSeePlan(deps, c.var, id)
  const context = await decisionContextOf(deps, instant(c.var.at))
  const now = await withPlan(deps.connection.db, id, async (tx) => {
    const plan = await readPlan(tx, id)
    if (!plan) throw new DomainError('not-found')
    if (!wanted.may(plan)) throw new DomainError('not-allowed')
    if (isDone(plan, person.id, wanted)) return plan
    const data = await wanted.judge({ tx, plan, person: person.id, context })
    const step = await addPlanStep(tx, {
      plan: id,
      madeBy: plan.by,
      once: wanted.once,
      kind: wanted.kind,
      data,
      by: person.id,
      byName: person.name,
      at: instant(c.var.at),
    })
    return step ? { ...plan, steps: [...plan.steps, step] } : plan
  })
  return planView(deps, now, c.var)
}

const makes = (deps: Deps, c: Context<ApiEnv>) => (plan: KeptPlan) =>
  plannableRegions(plannedProcess(deps), c.var).includes(plan.region)
const decides = (deps: Deps, c: Context<ApiEnv>) => (plan: KeptPlan) =>
  mayDecide(plannedProcess(deps), c.var.actor, plan.region)

const rowOf = async ({ tx, plan }: Turn, enterprise: string) => {
  const [row] = await readPlanRows(tx, {
    plan: plan.id,
    after: 0,
    limit: 1,
    q: '',
    only: [enterprise],
  })
  if (!row)
    throw new DomainError('not-possible-now', [
      text('计划中没有该企业', 'The plan does not name that enterprise'),
    ])
  const { seq: _, ...object } = row
  return object
}

type Touched = { enterprise: string; reason: string; ground?: string }

/** Out of the draft, or kept in it on a ground that the law puts outside the number. */
export const touchObject = (deps: Deps, c: Context<ApiEnv>, sent: Touched) => {
  const { exceptions } = plannedProcess(deps).declared
  const { ground } = sent
  if (ground !== undefined && !Object.hasOwn(exceptions, ground)) {
    const words = text('没有这一事由', 'There is no such ground')
    throw new DomainError('invalid-input', [words], { fields: { ground: words } })
  }
  return addToPlan(deps, c, {
    kind: ground === undefined ? 'dropped' : 'excepted',
    once: `touched ${sent.enterprise}`,
    may: makes(deps, c),
    sent,
    judge: async (turn) => {
      judgeChange(turn.plan, sent.enterprise)
      return { ...(await rowOf(turn, sent.enterprise)), ...sent }
    },
  })
}

const hindrances = async (deps: Deps, { tx, plan, context }: Turn) => {
  const judged = await judgePlan(deps, tx, plan, context)
  return { hindrances: hindrancesOf(judged.over), fits: judged.workload.fits }
}

export const submitPlan = (deps: Deps, c: Context<ApiEnv>) =>
  addToPlan(deps, c, {
    kind: 'submitted',
    once: 'submitted',
    may: makes(deps, c),
    sent: {},
    judge: async (turn) => {
      judgeSubmission(turn.plan, (await hindrances(deps, turn)).hindrances)
      return {}
    },
  })

/** Judged anew under the lock of the year: what others have planned meanwhile counts. */
export const approvePlan = (deps: Deps, c: Context<ApiEnv>, opinion: string) =>
  addToPlan(deps, c, {
    kind: 'approved',
    once: 'decided',
    may: decides(deps, c),
    sent: { opinion },
    judge: async (turn) => {
      const { process, year } = turn.plan
      await lockYear(turn.tx, process, year)
      const approved = await countApproved(turn.tx, turn.plan)
      const standing = await hindrances(deps, turn)
      judgeApproval(turn.plan, { person: turn.person, opinion, approved, ...standing })
      return { opinion }
    },
  })

export const rejectPlan = (deps: Deps, c: Context<ApiEnv>, opinion: string) =>
  addToPlan(deps, c, {
    kind: 'refused',
    once: 'decided',
    may: decides(deps, c),
    sent: { opinion },
    judge: async ({ plan, person }) => {
      judgeDecision(plan, person)
      return { opinion }
    },
  })

export const withdrawPlan = (deps: Deps, c: Context<ApiEnv>) =>
  addToPlan(deps, c, {
    kind: 'withdrawn',
    once: 'decided',
    may: makes(deps, c),
    sent: {},
    judge: async ({ plan }) => {
      judgeWithdrawal(plan)
      return {}
    },
  })

export const receivePlan = (deps: Deps, c: Context<ApiEnv>) =>
  addToPlan(deps, c, {
    kind: 'received',
    once: 'received',
    may: (plan) => mayReceive(c.var.actor, plan.region),
    sent: {},
    judge: async ({ plan }) => {
      judgeReceipt(plan)
      return {}
    },
  })
