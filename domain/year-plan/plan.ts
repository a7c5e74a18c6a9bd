// How does a yearly plan stand, who may decide about it, and what has been taken out of it?

import type { OtherOfficer } from '../drawing/officers.ts'
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { PlanOfficer } from './officers.ts'
import type { ClassTotal, PlannedShare, PlanSelection } from './selection.ts'

/** What the plan says beside its enterprises, frozen with them. */
export type PlanHead = {
  selection: PlanSelection
  officers: PlanOfficer[]
  /** Who holds a valid certificate there of an office that is not the bureau. */
  others: OtherOfficer[]
  totals: ClassTotal[]
  shares: PlannedShare[]
}

/** An enterprise of a plan of which somebody has said something, and why. */
export type TouchedObject = {
  enterprise: string
  name: string
  class: string
  visits: number
  reason: string
}

/** What happened to a plan, in order; nothing of it is ever rewritten. */
export type PlanStep = { seq: number; person: string; name: string; at: Instant } & (
  | { kind: 'excepted'; data: TouchedObject & { ground: string } }
  | { kind: 'dropped'; data: TouchedObject }
  | { kind: 'submitted'; data: Record<string, never> }
  /** 局内审签: by the leader of the bureau; the government of the place approves elsewhere. */
  | { kind: 'approved'; data: { opinion: string } }
  | { kind: 'refused'; data: { opinion: string } }
  | { kind: 'withdrawn'; data: Record<string, never> }
  /** 备案: the authority above has it. */
  | { kind: 'received'; data: Record<string, never> }
  | { kind: 'visit'; data: { enterprise: string; nth: number; caseId: string; plannedOn: string } }
)
export type PlanStepKind = PlanStep['kind']

export type PlanPhase = 'draft' | 'submitted' | 'approved' | 'refused' | 'withdrawn'

export type YearPlan = {
  id: string
  year: number
  version: number
  by: string
  steps: readonly PlanStep[]
}

const ends = ['approved', 'refused', 'withdrawn'] as const

/** By the kinds of what happened to it. */
export const planPhase = (kinds: readonly PlanStepKind[]): PlanPhase =>
  ends.find((end) => kinds.includes(end)) ?? (kinds.includes('submitted') ? 'submitted' : 'draft')

export const phaseOfPlan = ({ steps }: Pick<YearPlan, 'steps'>): PlanPhase =>
  planPhase(steps.map(({ kind }) => kind))

const making: readonly PlanStepKind[] = ['excepted', 'dropped', 'submitted']

/** Everybody whose work the plan is: none of them approves it. */
export const makersOf = ({ by, steps }: Pick<YearPlan, 'by' | 'steps'>): Set<string> =>
  new Set([by, ...steps.filter(({ kind }) => making.includes(kind)).map(({ person }) => person)])

/** Without those that were taken out. */
export const standingTotals = (
  totals: readonly ClassTotal[],
  steps: readonly PlanStep[],
): ClassTotal[] =>
  totals.map((total) => {
    const out = steps.flatMap((one) =>
      one.kind === 'dropped' && one.data.class === total.class ? [one.data] : [],
    )
    return {
      ...total,
      objects: total.objects - out.length,
      visits: total.visits - out.reduce((sum, { visits }) => sum + visits, 0),
    }
  })

const notNow = (zh: string, en: string): never => {
  throw new DomainError('not-possible-now', [text(zh, en)])
}

const mustStand = (plan: YearPlan, wanted: PlanPhase): void => {
  if (phaseOfPlan(plan) !== wanted)
    notNow('计划当前状态不能进行此操作', 'The plan does not stand so that this could be done')
}

/** Of a draft, whoever it names may be taken out, or kept with a reason that stands outside the number. */
export const judgeChange = (plan: YearPlan, enterprise: string): void => {
  mustStand(plan, 'draft')
  const touched = plan.steps.some(
    (one) =>
      (one.kind === 'excepted' || one.kind === 'dropped') && one.data.enterprise === enterprise,
  )
  if (touched) notNow('该企业已经处理', 'That has been said of it already')
}

/** An enterprise that would be visited too often, with whoever else has planned or held visits there. */
export type OverCap = {
  enterprise: string
  name: string
  planned: number
  elsewhere: number
  /** Without what is planned: outside of plans, or beyond them. */
  held: number
  /** The number of its place. */
  most: number
}
/** `binding`: of how many a number says so that refuses. */
export type OverCaps = { total: number; binding: number; first: OverCap[] }

/** Why it cannot be submitted or approved yet; empty: nothing stands in the way. */
export const hindrancesOf = (over: OverCaps): Text[] =>
  over.binding > 0
    ? [
        text(
          `${over.binding}家企业超过年度频次上限，须移出计划或者说明不受频次限制的理由`,
          `${over.binding} enterprises would be visited too often: take them out, or say on which ground outside the number`,
        ),
        ...over.first
          .slice(0, 5)
          .map((one) =>
            text(
              `${one.name}：上限${one.most}次，本计划${one.planned}次，其他机关计划${one.elsewhere}次，已安排${one.held}次`,
              `${one.name}: ${one.most} at most, ${one.planned} here, ${one.elsewhere} planned elsewhere, ${one.held} arranged`,
            ),
          ),
      ]
    : []

export const judgeSubmission = (plan: YearPlan, hindrances: Text[]): void => {
  mustStand(plan, 'draft')
  if (hindrances.length > 0) throw new DomainError('not-possible-now', hindrances)
}

type Approval = {
  person: string
  opinion: string
  hindrances: Text[]
  /** How many versions have been approved. */
  approved: number
  fits: boolean
}

/** Two people: whoever has worked on it decides nothing about it. What does not fit into the days is approved only with a reason. */
export const judgeApproval = (plan: YearPlan, approval: Approval): void => {
  judgeDecision(plan, approval.person)
  if (approval.hindrances.length > 0) throw new DomainError('not-possible-now', approval.hindrances)
  if (plan.version !== approval.approved + 1)
    notNow('已有新的版本通过审签，请重新编制', 'Another version was signed meanwhile: make it anew')
  if (!approval.fits && approval.opinion === '') {
    const words = text(
      '计划超出可用工作日，审签须写明理由',
      'It needs more days than there are: say why it is signed',
    )
    throw new DomainError('invalid-input', [words], { fields: { opinion: words } })
  }
}

export const judgeDecision = (plan: YearPlan, person: string): void => {
  if (makersOf(plan).has(person))
    throw new DomainError('not-allowed', [
      text('编制人不能审签自己的计划', 'Who has made it does not sign it'),
    ])
  mustStand(plan, 'submitted')
}

export const judgeWithdrawal = (plan: YearPlan): void => {
  const phase = phaseOfPlan(plan)
  if (phase !== 'draft' && phase !== 'submitted')
    notNow('计划当前状态不能撤回', 'It can no longer be withdrawn')
}

export const judgeReceipt = (plan: YearPlan): void => {
  mustStand(plan, 'approved')
  if (plan.steps.some(({ kind }) => kind === 'received'))
    notNow('已经备案', 'It is on file already')
}
