// Which events of a project apply, decide, or end an application without a decision?
import type { projectActs } from './acts.ts'

export type ProjectEventType = keyof typeof projectActs

export const applications = [
  'apply-conditions',
  'apply-design',
  'apply-change',
  'apply-completion',
] as const satisfies ProjectEventType[]
export const approvals = [
  'pass-conditions',
  'approve-design',
  'pass-completion',
] as const satisfies ProjectEventType[]
export const refusals = [
  'refuse-conditions',
  'refuse-design',
  'refuse-completion',
] as const satisfies ProjectEventType[]
export const decisions = [...approvals, ...refusals] as const
/** What ends an application without a decision on it, and whatever runs over it. */
export const leavings = [
  'withdraw',
  'declare-void',
  'annul-approval',
] as const satisfies ProjectEventType[]
