// Which of the acts that a person may do is the one that usually comes next, and whose signatures would another one undo?

import { withoutSecrets } from '../model/confidential.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, OpenTask } from '../model/record.ts'
import type { Actor } from '../organisation/actor.ts'
import { nameOnBehalf } from '../organisation/own-posts.ts'
import { hasSigned } from '../tasks/assignment.ts'
import { isOpinion } from '../tasks/signing.ts'
import { standing } from '../tasks/tasks.ts'
import type { ActView } from './judging/act-view.ts'

/**
 * The acts with at most one marked as usual for each task: agreeing where a proposal waits, else what the process declares for the task,
 * else taking a task that is assigned to nobody. Who has signed waits for others, so nothing is usual for him.
 */
export const markUsual = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  acts: ActView[],
): ActView[] => {
  const usual = new Set(
    Object.values(record.openTasks).flatMap(
      (task) => usualOn(process, record, task, by, acts) ?? [],
    ),
  )
  return acts.map((act) => (usual.has(act) ? { ...act, usual: true } : act))
}

const usualOn = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  acts: ActView[],
): ActView | undefined => {
  const open = acts.filter(({ taskId, allowed }) => taskId === task.id && allowed)
  const ofType = (wanted: string) => open.find(({ type }) => type === wanted)
  if (task.proposal) return hasSigned(task, by) ? undefined : ofType('sign')
  const besides = acts.filter(({ taskId, allowed, fieldNote }) => !taskId && allowed && fieldNote)
  const next = declaredFor(process, record, task)
    .map((wanted) => ofType(wanted) ?? besides.find(({ type }) => type === wanted))
    .find((act) => act !== undefined)
  return next ?? (task.assignee === null ? ofType('claim') : undefined)
}

const declaredFor = (
  process: ProcessDefinition,
  record: CaseRecord,
  { task }: OpenTask,
): readonly string[] => {
  const declared = process.usual?.[task] ?? []
  return typeof declared === 'function' ? declared(record) : declared
}

/** What waits for signatures: the form as it was proposed, and whose signatures fall when something else is sent. */
export type Standing = { type: string; data: Record<string, unknown>; falls: string[] }

export const standingProposal = (
  process: ProcessDefinition,
  task: OpenTask | undefined,
): Standing | undefined => {
  if (!task?.proposal) return undefined
  const { type, data } = task.proposal
  return { type, data: withoutSecrets(process.events[type], data), falls: fallingNames(task) }
}

/** Opinions that were heard before the decision outlive every change of what is proposed. */
export const failingSignatures = (task: OpenTask) =>
  standing(task).filter((signature) => !isOpinion(task, signature))

const fallingNames = (task: OpenTask): string[] => failingSignatures(task).map(nameOnBehalf)
