// Whose task is it, to whom is it assigned, and whose signature is under it already?

import { text } from '../language/words.ts'
import type { LookedUp } from '../model/decision-context.ts'
import type { Verdict } from '../model/process.ts'
import type { AddedSigner, OpenTask } from '../model/record.ts'
import { type Actor, groupsOf } from '../organisation/actor.ts'
import { isAssignedTo } from '../organisation/own-posts.ts'
import type { Region } from '../organisation/regions.ts'
import { agreeing, decidingSignatures, ownNeed, pendingOpinions, turnOf } from './signing.ts'
import { standing } from './tasks.ts'

export type Asking = {
  task: OpenTask
  by: Actor
  data: Record<string, unknown>
  returnTargets: string[]
  lenders: string[]
  region: Region
  lookedUp?: LookedUp | undefined
}

export const notYours = text('该任务不属于您的岗位', 'The task does not belong to your post')

/** Whether a person belongs to one of the groups that may work a task. */
export const isMember = (task: OpenTask, by: Actor): boolean =>
  groupsOf(by).some((group) => task.groups.includes(group))

export const isHolder = (task: OpenTask, by: Actor): boolean => isAssignedTo(task.assignee, by)

const heldBy = ({ assignee }: OpenTask) =>
  text(`已由${assignee?.name ?? ''}领取`, `Claimed by ${assignee?.name ?? ''}`)

/** 委派 lets nobody decide until it has been handed back. */
export const notDelegated = ({ delegated }: OpenTask): Verdict =>
  !delegated ||
  text(
    `已委派${delegated.to.name}办理，交回后才能继续`,
    `Delegated to ${delegated.to.name}; it goes on when it has been handed back`,
  )

/** Whether a person may move a task about: his group, and not assigned to a colleague unless several must sign or anybody may. */
export const mayHandle = (task: OpenTask, by: Actor): Verdict => {
  if (!isMember(task, by)) return notYours
  const free = notDelegated(task)
  if (free !== true) return free
  const shared =
    task.signers.mode === 'any' ||
    (task.signers.mode !== 'sequence' && ownNeed(task) > 1 && standing(task).length > 0)
  return task.assignee && by.kind === 'person' && !isHolder(task, by) && !shared
    ? heldBy(task)
    : true
}

/** Whether a person may decide a task now: once everybody who is to be heard first has been. */
export const mayWork = (task: OpenTask, by: Actor): Verdict => {
  const may = mayHandle(task, by)
  if (may !== true) return may
  const first = pendingOpinions(task)
  if (first.length > 0) return waitsFor(first)
  if (task.signers.mode !== 'sequence' || agreeing(task).length === 0) return true
  return text(
    '依次签署：请就前一位的意见签署同意或者不同意',
    'Signed in turn: agree or disagree with what the one before you has proposed',
  )
}

export const waitsFor = (signers: AddedSigner[]) => {
  const names = signers.map(({ name }) => name)
  return text(`等待${names.join('、')}签署`, `Waiting for ${names.join(', ')} to sign`)
}

/** Whether a signature of `by` stands under the outcome: put there by himself, or by one of the two for the other. */
export const hasSigned = (task: OpenTask, by: Actor): boolean => {
  const both = by.kind === 'person' ? [by.id, by.actsFor?.id] : []
  return decidingSignatures(task).some(
    ({ person, onBehalfOf }) =>
      both.includes(person) || (onBehalfOf !== undefined && both.includes(onBehalfOf.id)),
  )
}

/** The added signer as whom `by` could sign now. */
export const slotOf = (task: OpenTask, by: Actor): AddedSigner | undefined =>
  turnOf(task).added.find(({ kind, who }) =>
    kind === 'post' ? groupsOf(by).includes(who) : isAssignedTo({ id: who }, by),
  )
