// Which tasks and events does the chart of a project know?
import type { BesideEventType, BesideTask, IntakeEventType, LicensingTask, ReviewEventType } from '../licensing/course.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type ProjectTask =
  | LicensingTask
  | BesideTask
  | 'apply'
  | 'apply-design'
  | 'serve'
  | 'serve-refusal'
  | 'begin-construction'
  | 'build'
  | 'begin-trial'
  | 'confirm-filing'
  | 'trial'
  | 'complete'
  | 'supervise'
  | 'spot-check'
  | 'correct'
  | 'decide-opinion'

type OfApplications = IntakeEventType | 'apply-conditions' | 'apply-design' | 'apply-change' | 'apply-completion'

type OfReviews = ReviewEventType | BesideEventType

type OfDecisions =
  | 'pass-conditions'
  | 'refuse-conditions'
  | 'approve-design'
  | 'refuse-design'
  | 'pass-completion'
  | 'refuse-completion'
  | 'serve-approval'
  | 'serve-refusal'
  | 'opinion-expired'
  | 'keep-opinion'
  | 'declare-void'
  | 'annul-approval'
  | 'bar-ended'

type OfTheWorks =
  | 'begin-construction'
  | 'note-minor-change'
  | 'finish-construction'
  | 'file-trial-plan'
  | 'confirm-filing'
  | 'return-filing'
  | 'begin-trial'
  | 'end-trial'
  | 'report-completion'
  | 'file-completion'
  | 'begin-spot-check'
  | 'spot-check-passed'
  | 'spot-check-failed'
  | 'report-corrected'
  | 'abandon'

/** The closed list of events; what is declared about each is in the files that process.ts names. */
export type ProjectEventType = OfApplications | OfReviews | OfDecisions | OfTheWorks

export const applications = ['apply-conditions', 'apply-design', 'apply-change', 'apply-completion'] as const satisfies ProjectEventType[]
export const approvals = ['pass-conditions', 'approve-design', 'pass-completion'] as const satisfies ProjectEventType[]
export const refusals = ['refuse-conditions', 'refuse-design', 'refuse-completion'] as const satisfies ProjectEventType[]
export const decisions = [...approvals, ...refusals] as const
/** What ends an application without a decision on it, and whatever runs over it. */
export const leavings = ['withdraw', 'declare-void', 'annul-approval'] as const satisfies ProjectEventType[]
