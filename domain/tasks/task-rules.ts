// May this person do this with that task, and how does the task stand afterwards?

import { text } from '../language/words.ts'
import type { LookedUp } from '../model/decision-context.ts'
import type { Verdict } from '../model/process.ts'
import type { Holder, OpenTask } from '../model/record.ts'
import type { Actor } from '../organisation/actor.ts'
import { inName } from '../organisation/own-posts.ts'
import { leadsOneOf } from '../organisation/team.ts'
import type { Instant } from '../time/instant.ts'
import { type Asking, isHolder, isMember, mayHandle, notDelegated, notYours } from './assignment.ts'
import {
  addable,
  concerns,
  delegable,
  delegate,
  isRequestedSigner,
  removable,
  returnable,
  returnDelegation,
  signable,
  withoutSigner,
  withSigner,
} from './signers.ts'
import { decidingSignatures, pendingSigners } from './signing.ts'
import type { TaskVerb } from './verbs.ts'

/** The verb table: for every verb, whether it is open to this person, or the reason why not. */
export const verbRules: Record<TaskVerb, (asking: Asking) => Verdict> = {
  claim: ({ task, by }) => claimable(task, by),
  release: ({ task, by }) => {
    if (!concerns(task, by)) return notYours
    const free = notDelegated(task)
    return free === true
      ? isHolder(task, by) || text('您尚未领取该任务', 'You have not claimed the task')
      : free
  },
  transfer: (asking) => transferable(asking),
  reassign: (asking) => reassignable(asking),
  sign: (asking) => signable(asking),
  oppose: (asking) => signable(asking),
  'add-signer': (asking) => addable(asking),
  'remove-signer': (asking) => removable(asking),
  delegate: (asking) => delegable(asking),
  'hand-back': (asking) => returnable(asking),
  return: ({ task, by, returnTargets }) =>
    returnTargets.length === 0
      ? text('本环节没有可退回的环节', 'This step has no step to return to')
      : mayHandle(task, by),
  copy: ({ task, by, data, lookedUp }) => (isMember(task, by) ? known(data, lookedUp) : notYours),
  urge: ({ task, by }) =>
    by.kind !== 'person'
      ? notYours
      : !isMember(task, by) ||
        heldByAnother(task, by) ||
        pendingSigners(task).length > 0 ||
        text('任务在您手上，无需催办', 'The task is yours, there is nobody to urge'),
  borrow: ({ task, by, lenders }) => {
    if (lenders.length === 0)
      return text('本环节不能再借用上级人员', 'This step can borrow nobody from the level above')
    return isMember(task, by) ? notDelegated(task) : notYours
  },
  open: ({ task, by }) => isMember(task, by) || isRequestedSigner(task, by) || notYours,
}

const claimable = (task: OpenTask, by: Actor): Verdict => {
  if (!isMember(task, by)) return notYours
  if (!task.assignee) return true
  if (isHolder(task, by)) return task.claimedAt === null || text('您已领取', 'You have claimed it')
  const { name } = task.assignee
  return text(`已由${name}领取`, `Claimed by ${name}`)
}

const heldByAnother = (task: OpenTask, by: Actor): boolean =>
  task.assignee !== null && !isHolder(task, by)

const transferable = ({ task, by, data, lookedUp }: Asking): Verdict => {
  const may = mayHandle(task, by)
  if (may !== true || data.to === undefined) return may
  const fits = fitting({ task, data, lookedUp })
  return fits === true && by.kind === 'person' && data.to === by.id
    ? text('不能转给自己', 'You cannot transfer it to yourself')
    : fits
}

/** Whether the named person is there and holds a post for the task. */
const fitting = ({ task, data, lookedUp }: Pick<Asking, 'task' | 'data' | 'lookedUp'>): Verdict => {
  const target = lookedUp?.people.find(({ id }) => id === data.to)
  if (!lookedUp || target?.groups.some((group) => task.groups.includes(group))) return true
  return target
    ? text('对方不在可办理该任务的岗位上', 'That person holds no post for this task')
    : text('没有这个人', 'There is no such person')
}

/** 改派: the head of the office gives a task of his people to one of them, whoever holds it now, also when that one has left. */
const reassignable = ({ task, by, data, lookedUp }: Asking): Verdict => {
  if (!leadsOneOf(by, task.groups))
    return text(
      '改派由任务所在科室的科长或局领导办理',
      'The chief of the task’s office or a leader of the bureau re-assigns it',
    )
  if (data.to === undefined) return true
  if (task.assignee?.id === data.to) return text('任务已在其名下', 'That person has it already')
  if (decidingSignatures(task).some(({ person }) => person === data.to))
    return text('对方已签署，须由另一人会签', 'That person has signed; another must co-sign')
  return fitting({ task, data, lookedUp })
}

const known = (data: Record<string, unknown>, lookedUp: LookedUp | undefined): Verdict =>
  !lookedUp ||
  data.to === undefined ||
  lookedUp.people.some(({ id }) => id === data.to) ||
  text('没有这个人', 'There is no such person')

/** The task after a verb that only concerns the desk; `sign` and `return` go through the chart and are not here. */
export const worked = (verb: TaskVerb, asking: Asking, at: Instant): OpenTask => {
  const { task, by, data, lenders, lookedUp } = asking
  if (by.kind !== 'person') return task
  const change = changes[verb]
  if (change) return change(asking, by, at)
  const self = inName(by)
  const other = lookedUp?.people.find(({ id }) => id === data.to)
  if (verb === 'claim') return { ...task, assignee: self, claimedAt: at, seenAt: task.seenAt ?? at }
  if (verb === 'release') return { ...task, assignee: null, claimedAt: null }
  if ((verb === 'transfer' || verb === 'reassign') && other) return assignedTo(task, other, at)
  if (verb === 'copy' && other)
    return {
      ...task,
      copies: [
        ...task.copies.filter(({ id }) => id !== other.id),
        { id: other.id, name: other.name },
      ],
    }
  if (verb === 'borrow')
    return { ...task, groups: [...task.groups, ...lenders], assignee: null, claimedAt: null }
  if (verb === 'urge') return { ...task, urged: task.urged + 1 }
  return verb === 'open' ? { ...task, seenAt: task.seenAt ?? at } : task
}

const changes: Partial<Record<TaskVerb, typeof withSigner>> = {
  'add-signer': withSigner,
  'remove-signer': withoutSigner,
  delegate: delegate,
  'hand-back': returnDelegation,
}

/** Given on for good: a delegation ends with it. */
const assignedTo = (
  { delegated: _, ...task }: OpenTask,
  { id, name }: Holder,
  at: Instant,
): OpenTask => ({
  ...task,
  assignee: { id, name },
  claimedAt: at,
})
