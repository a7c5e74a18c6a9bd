// Which tasks, acts and periods of its case does an enterprise not even learn of?

import { visible } from '../../model/audience.ts'
import { wanted } from '../../model/chart.ts'
import type { EventDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, Obligation } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { groupsOf } from '../../organisation/actor.ts'
import { isMember } from '../../tasks/assignment.ts'
import { addressesOfAct, groupsFor } from '../../tasks/tasks.ts'
import { clockOf } from '../clocks/rearming.ts'
import { leftBy, taskOfAct } from './judgement.ts'

export const isParty = (by: Actor): boolean => by.kind === 'person' && by.enterprise !== null

/** The case as `by` may know it: to an enterprise there are no tasks but those that its own record tells of. */
export const knownTo = (process: ProcessDefinition, record: CaseRecord, by: Actor): CaseRecord => {
  if (!isParty(by)) return record
  if (process.item) return { ...record, openTasks: ownTasks(record.openTasks, by) }
  const inner = new Set(
    wanted(process.machine, record.snapshot).flatMap(({ state, task }) =>
      task.internal ? [state] : [],
    ),
  )
  return inner.size === 0
    ? record
    : { ...record, openTasks: withoutStates(record.openTasks, inner) }
}

/** An item is the authorities' own business but where the enterprise itself is to work it. */
const ownTasks = (openTasks: CaseRecord['openTasks'], by: Actor): CaseRecord['openTasks'] =>
  Object.fromEntries(Object.entries(openTasks).filter(([, task]) => isMember(task, by)))

const withoutStates = (
  openTasks: CaseRecord['openTasks'],
  inner: Set<string>,
): CaseRecord['openTasks'] =>
  Object.fromEntries(Object.entries(openTasks).filter(([, { state }]) => !inner.has(state)))

/** The states that an event would leave from here, as far as `by` may know that it would: an answer that differs would tell. */
export const leftKnownTo = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  type: string,
): string[] => {
  const from = leftBy(process, record, type)
  if (!isParty(by) || !Object.hasOwn(process.events, type)) return from
  const definition = process.events[type] as EventDefinition
  const known = knownTo(process, record, by).openTasks
  const inner =
    definition.audience === 'internal' ||
    (definition.by === 'task' &&
      !taskOfAct(process, record, { type, taskId: null }, known) &&
      !isOwnWithoutTask(definition, record, by))
  return inner ? [] : from
}

/** What its own posts may do where no task of theirs is open. */
const isOwnWithoutTask = (definition: EventDefinition, record: CaseRecord, by: Actor): boolean => {
  const posts = groupsFor(addressesOfAct(definition, record.snapshot.context), record)
  return groupsOf(by).some((group) => posts.includes(group))
}

export const mayKnowOf = (process: ProcessDefinition, one: Obligation, by: Actor): boolean =>
  !isParty(by) || visible(clockOf(process, one).audience, 'party')
