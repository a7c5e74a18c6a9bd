// May this person do this with that task, and how does the task stand afterwards?
import { leadsOneOf } from '../../organisation/team.ts'
import { type Actor, groupsOf } from '../actor.ts'
import type { Instant } from '../instant.ts'
import type { Verdict } from '../process.ts'
import type { DeskTask, Signature } from '../record.ts'
import { inName, isInHands } from '../substitution.ts'
import { standing } from '../tasks.ts'
import { text } from '../words.ts'
import type { LookedUp } from '../world.ts'
import type { TaskVerb } from './verbs.ts'

export type Asking = {
  task: DeskTask
  by: Actor
  data: Record<string, unknown>
  returnTargets: string[]
  lenders: string[]
  lookedUp?: LookedUp | undefined
}

/** Whether a person belongs to one of the groups that may work a task. */
export const isMember = (task: DeskTask, by: Actor): boolean => groupsOf(by).some((group) => task.groups.includes(group))

const notYours = text('该任务不属于您的岗位', 'The task does not belong to your post')
const heldBy = (task: DeskTask) => text(`已由${task.assignee?.name ?? ''}签收`, `Claimed by ${task.assignee?.name ?? ''}`)

/** Whether a person may work a task now: his group, and not in a colleague's hands unless several must sign. */
export const mayWork = (task: DeskTask, by: Actor): Verdict => {
  if (!isMember(task, by)) return notYours
  const shared = task.signers.need > 1 && standing(task).length > 0
  return task.assignee && by.kind === 'person' && !isInHands(task.assignee, by) && !shared ? heldBy(task) : true
}

const isHolder = (task: DeskTask, by: Actor): boolean => isInHands(task.assignee, by)
const member = (task: DeskTask, by: Actor): Verdict => isMember(task, by) || notYours

/** The verb table: for every verb, whether it is open to this person, or the reason why not. */
export const verbRules: Record<TaskVerb, (asking: Asking) => Verdict> = {
  claim: ({ task, by }) =>
    isMember(task, by) ? (task.assignee ? (isHolder(task, by) ? text('您已签收', 'You have claimed it') : heldBy(task)) : true) : notYours,
  release: ({ task, by }) => isHolder(task, by) || text('您尚未签收该任务', 'You have not claimed the task'),
  transfer: (asking) => transferable(asking),
  reassign: (asking) => reassignable(asking),
  sign: ({ task, by }) => signable(task, by),
  return: ({ task, by, returnTargets }) =>
    returnTargets.length === 0 ? text('本环节没有可退回的环节', 'This step has no step to return to') : mayWork(task, by),
  copy: ({ task, by, data, lookedUp }) => (isMember(task, by) ? known(data, lookedUp) : notYours),
  urge: ({ task, by }) =>
    by.kind !== 'person'
      ? notYours
      : !isMember(task, by) || heldByAnother(task, by) || text('任务在您手上，无需催办', 'The task is yours, there is nobody to urge'),
  borrow: ({ task, by, lenders }) =>
    lenders.length === 0 ? text('本环节不能再借用上级人员', 'This step can borrow nobody from the level above') : member(task, by),
  open: ({ task, by }) => member(task, by),
}

const heldByAnother = (task: DeskTask, by: Actor): boolean => task.assignee !== null && !isHolder(task, by)

const transferable = ({ task, by, data, lookedUp }: Asking): Verdict => {
  const may = mayWork(task, by)
  if (may !== true || data.to === undefined) return may
  const fits = fitting({ task, data, lookedUp })
  return fits === true && by.kind === 'person' && data.to === by.id ? text('不能转给自己', 'You cannot transfer it to yourself') : fits
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
    return text('改派由任务所在科室的科长或局领导办理', 'The chief of the task’s office or a leader of the bureau re-assigns it')
  if (data.to === undefined) return true
  if (task.assignee?.id === data.to) return text('任务已在其名下', 'That person has it already')
  if (standing(task).some(({ person }) => person === data.to))
    return text('对方已签署，须由另一人会签', 'That person has signed; another must co-sign')
  return fitting({ task, data, lookedUp })
}

const known = (data: Record<string, unknown>, lookedUp: LookedUp | undefined): Verdict =>
  !lookedUp || data.to === undefined || lookedUp.people.some(({ id }) => id === data.to) || text('没有这个人', 'There is no such person')

const signable = (task: DeskTask, by: Actor): Verdict => {
  if (!isMember(task, by)) return notYours
  if (!task.proposal) return text('还没有待会签的办理意见', 'Nothing has been proposed for signature yet')
  return !hasSigned(task, by) || text('您已签署，须由另一人会签', 'You have signed; another person must co-sign')
}

/** Whether a hand of `by` stands under the task: put there by himself, or by one of the two for the other. */
export const hasSigned = (task: DeskTask, by: Actor): boolean => {
  const both = by.kind === 'person' ? [by.id, by.actsFor?.id] : []
  return standing(task).some(
    ({ person, onBehalfOf }) => both.includes(person) || (onBehalfOf !== undefined && both.includes(onBehalfOf.id)),
  )
}

/** The task after a verb that only concerns the desk; `sign` and `return` go through the chart and are not here. */
export const worked = (verb: TaskVerb, { task, by, data, lenders, lookedUp }: Asking, at: Instant): DeskTask => {
  if (by.kind !== 'person') return task
  const self = inName(by)
  const other = lookedUp?.people.find(({ id }) => id === data.to)
  if (verb === 'claim') return { ...task, assignee: self, claimedAt: at, seenAt: task.seenAt ?? at }
  if (verb === 'release') return { ...task, assignee: null, claimedAt: null }
  if ((verb === 'transfer' || verb === 'reassign') && other) return { ...task, assignee: { id: other.id, name: other.name }, claimedAt: at }
  if (verb === 'copy' && other)
    return { ...task, copies: [...task.copies.filter(({ id }) => id !== other.id), { id: other.id, name: other.name }] }
  if (verb === 'borrow') return { ...task, groups: [...task.groups, ...lenders], assignee: null, claimedAt: null }
  if (verb === 'urge') return { ...task, urged: task.urged + 1 }
  return verb === 'open' ? { ...task, seenAt: task.seenAt ?? at } : task
}

/** One more hand under a proposal; a different proposal withdraws the hands under the old one, visibly. */
export const signed = (task: DeskTask, proposal: DeskTask['proposal'], signature: Signature, same: boolean): DeskTask => ({
  ...task,
  proposal,
  seenAt: task.seenAt ?? signature.at,
  signatures: [
    ...(same ? task.signatures : task.signatures.map((one) => (one.withdrawn ? one : { ...one, withdrawn: signature.at }))),
    signature,
  ],
})
