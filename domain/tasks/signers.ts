// May this person sign, refuse, add and remove signers, delegate and hand back, and how does the task stand afterwards?

import { text } from '../language/words.ts'
import type { Verdict } from '../model/process.ts'
import type { AddedSigner, Holder, OpenTask } from '../model/record.ts'
import { type Actor, groupsOf, type Person } from '../organisation/actor.ts'
import { inName, isAssignedTo } from '../organisation/own-posts.ts'
import { answersFor, leadsOneOf } from '../organisation/team.ts'
import type { Instant } from '../time/instant.ts'
import {
  type Asking,
  hasSigned,
  isHolder,
  isMember,
  mayHandle,
  notDelegated,
  notYours,
  slotOf,
  waitsFor,
} from './assignment.ts'
import { agreeing, ownNeed, pendingOpinions, pendingSigners, turnOf } from './signing.ts'
import { standing } from './tasks.ts'

const mostSigners = 20

/** Whether `by` may put his signature for or against: as an added signer whose turn it is, or as one of the task's own people. */
export const signable = ({ task, by, region }: Asking): Verdict => {
  const slot = slotOf(task, by)
  if (slot && !answersFor(groupsOf(by), region))
    return text(
      '您已不在可签署本案的岗位上',
      'You hold no post any more from which this case is signed',
    )
  if (slot) return bySlot(task, by, slot)
  if (!isMember(task, by)) return notYours
  const may = task.signers.mode === 'sequence' ? mayHandle(task, by) : notDelegated(task)
  if (may !== true) return may
  const first = pendingOpinions(task)
  if (first.length > 0) return waitsFor(first)
  if (!task.proposal)
    return text('还没有待会签的办理意见', 'Nothing has been proposed for signature yet')
  if (hasSigned(task, by))
    return text('您已签署，须由另一人会签', 'You have signed; another person must co-sign')
  const { own, added } = turnOf(task)
  return own || waitsFor(added)
}

const bySlot = (task: OpenTask, by: Actor, { position, by: adder }: AddedSigner): Verdict => {
  if (by.kind === 'person' && [by.id, by.actsFor?.id].includes(adder))
    return text('加签人不能自行签署', 'Who added a signer does not sign in his place')
  return (
    position === 'before' ||
    !hasSigned(task, by) ||
    text('您已签署，须由另一人会签', 'You have signed; another person must co-sign')
  )
}

const insideOnly = text('仅供监管部门内部使用', 'For the authorities among themselves only')
const isOutside = (by: Actor): boolean => by.kind !== 'person' || by.enterprise !== null

/** Whoever is asked must be able to read the case: he has a post in the region, its city or the province. */
const reachable = ({ data, lookedUp, region }: Asking): Verdict => {
  if (data.to === undefined || !lookedUp) return true
  const person = lookedUp.people.find(({ id }) => id === data.to)
  if (person)
    return (
      answersFor(person.groups, region) ||
      text('对方没有可查阅本案的岗位', 'That person has no post from which the case can be read')
    )
  const post = lookedUp.posts?.find(({ group }) => group === data.to)
  if (!post || !answersFor([post.group], region))
    return text('没有这个人或岗位', 'There is no such person or post')
  return post.holders > 0 || text('该岗位目前无人', 'Nobody holds that post now')
}

export const addable = (asking: Asking): Verdict => {
  const { task, by, data } = asking
  if (isOutside(by)) return insideOnly
  const may = mayHandle(task, by)
  if (may !== true) return may
  if ((task.added ?? []).length >= mostSigners)
    return text('加签人数已达上限', 'No more signers can be added')
  const { to } = data
  if (to === undefined) return true
  if (by.kind === 'person' && to === by.id) return text('不能加签自己', 'You cannot add yourself')
  if (pendingSigners(task).some(({ who }) => who === to))
    return text('已经加签，尚未签署', 'Added already, and not signed yet')
  if (standing(task).some(({ person }) => person === to))
    return text('对方已签署', 'That person has signed')
  if (data.position !== 'before' && hasATurn(asking))
    return text(
      '对方所在岗位将依次签署，无需加签；需要先听取意见的，可以前加签',
      'That post signs in a turn of its own: no need to add it, unless its opinion is to be heard before',
    )
  if (data.position !== 'before' && signsHimself(asking))
    return text(
      '对方是本任务的办理人，请直接会签，无需加签；需要先听取意见的，可以前加签',
      'It is a task of theirs: they co-sign it themselves; add them only to be heard before',
    )
  return reachable(asking)
}

/** Whom the outcome needs among its own people: his signature beside it would not count as theirs, and he has no second one. */
const signsHimself = (asking: Asking): boolean =>
  asking.task.signers.mode !== 'sequence' &&
  ownNeed(asking.task) > 1 &&
  groupsAdded(asking).some((group) => asking.task.groups.includes(group))

const groupsAdded = ({ data: { to }, lookedUp }: Asking): string[] =>
  lookedUp?.people.find(({ id }) => id === to)?.groups ?? [String(to)]

/** In a sequence: his signature beside the outcome would bar him from his turn, and where he alone has that post nobody could go on. */
const hasATurn = (asking: Asking): boolean => {
  const { task } = asking
  if (task.signers.mode !== 'sequence') return false
  const groups = groupsAdded(asking)
  const later = task.signers.turns.slice(agreeing(task).length + 1).flat()
  return groups.some((group) => later.includes(group))
}

/** 减签: whoever added him, the holder (of an unclaimed task any of its people), or the head of the office. */
const removes = (task: OpenTask, by: Actor, { by: adder }: AddedSigner): boolean =>
  (by.kind === 'person' && [by.id, by.actsFor?.id].includes(adder)) ||
  isHolder(task, by) ||
  (task.assignee === null && isMember(task, by)) ||
  leadsOneOf(by, task.groups)

/** Added signers whom `by` may remove now. */
export const removableBy = (task: OpenTask, by: Actor): AddedSigner[] =>
  pendingSigners(task).filter((one) => removes(task, by, one))

export const removable = ({ task, by, data }: Asking): Verdict => {
  const mine = removableBy(task, by)
  if (mine.length === 0 && !concerns(task, by)) return notYours
  if (pendingSigners(task).length === 0)
    return text('没有待签署的加签人', 'No added signer is waiting')
  if (mine.length === 0)
    return text(
      '减签由加签人、任务持有人或者科室负责人办理',
      'Who added the signer, the holder of the task or the head of the office removes him',
    )
  if (data.signer === undefined || mine.some(({ no }) => String(no) === data.signer)) return true
  return text(
    '没有这位待签署的加签人，或者已经签署',
    'There is no such signer waiting, or he has signed',
  )
}

export const delegable = (asking: Asking): Verdict => {
  const { task, by, data } = asking
  if (isOutside(by)) return insideOnly
  const may = mayHandle(task, by)
  if (may !== true) return may
  if (by.kind === 'person' && data.to === by.id)
    return text('不能委派给自己', 'You cannot delegate to yourself')
  if (typeof data.to === 'string' && data.to.includes('/'))
    return text('请委派给具体的人', 'Delegate to a person')
  return reachable(asking)
}

export const returnable = ({ task, by }: Asking): Verdict => {
  const { delegated } = task
  if (!concerns(task, by) && !isAssignedTo(delegated?.from ?? null, by)) return notYours
  if (!delegated) return text('任务没有委派', 'The task has not been delegated')
  return (
    isAssignedTo(delegated.to, by) ||
    isAssignedTo(delegated.from, by) ||
    leadsOneOf(by, task.groups) ||
    text(
      '由受委派人交回，或者由委派人、科室负责人收回',
      'The delegate hands it back; who delegated it or the head of the office calls it back',
    )
  )
}

/** Whom it concerns beside its own people: those who are asked to sign, and who works on it by delegation. */
export const isRequestedSigner = (task: OpenTask, by: Actor): boolean =>
  isAssignedTo(task.delegated?.to ?? null, by) ||
  pendingSigners(task).some(({ kind, who }) =>
    kind === 'post' ? groupsOf(by).includes(who) : isAssignedTo({ id: who }, by),
  )

/** Whose business a task is at all; nobody else is told how it stands. */
export const concerns = (task: OpenTask, by: Actor): boolean =>
  isMember(task, by) ||
  isHolder(task, by) ||
  isRequestedSigner(task, by) ||
  leadsOneOf(by, task.groups)

type Change = (asking: Asking, self: Person, at: Instant) => OpenTask

export const withSigner: Change = ({ task, data, lookedUp }, self, at) => {
  const added = task.added ?? []
  const person = lookedUp?.people.find(({ id }) => id === data.to)
  const post = lookedUp?.posts?.find(({ group }) => group === data.to)
  const whom = person ?? (post && { id: post.group, name: post.name })
  if (!whom) return task
  const one: AddedSigner = {
    no: added.length + 1,
    who: whom.id,
    name: whom.name,
    kind: person ? 'person' : 'post',
    position: data.position as AddedSigner['position'],
    by: self.id,
    at,
  }
  return { ...task, added: [...added, one] }
}

export const withoutSigner: Change = ({ task, data }, _self, at) => ({
  ...task,
  added: (task.added ?? []).map((one) =>
    String(one.no) === data.signer ? { ...one, removed: at } : one,
  ),
})

export const delegate: Change = ({ task, data, lookedUp }, self, at) => {
  const other = lookedUp?.people.find(({ id }) => id === data.to)
  if (!other) return task
  const to: Holder = { id: other.id, name: other.name }
  return { ...task, delegated: { from: inName(self), to, at }, assignee: to, claimedAt: at }
}

export const returnDelegation: Change = ({ task: { delegated, ...task } }, _self, at) =>
  delegated ? { ...task, assignee: delegated.from, claimedAt: at } : task
