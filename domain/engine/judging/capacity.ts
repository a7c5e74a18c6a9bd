// In which capacity does a person do one act: in his own, or for somebody absent?

import type { Act } from '../../model/command.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, OpenTask } from '../../model/record.ts'
import { isRecordingVerb } from '../../model/recordings/recordings.ts'
import type { Actor, Appointment } from '../../organisation/actor.ts'
import { inCapacity } from '../../organisation/own-posts.ts'
import { leadsGroup } from '../../organisation/team.ts'
import { turnOf } from '../../tasks/signing.ts'
import { addressesOfAct, addressesOfClock, groupsFor } from '../../tasks/tasks.ts'
import { isCaseVerb, isSightVerb, isTaskVerb } from '../../tasks/verbs.ts'
import { clockOf } from '../clocks/rearming.ts'
import { correctsBy } from './judge-corrections.ts'
import { taskOfVerb } from './judge-verbs.ts'
import { actingOn, taskOfAct } from './judgement.ts'
import { recordsBy } from './recording.ts'
import { looksBy } from './unmask.ts'

type Wanted = Pick<Act, 'type' | 'data' | 'taskId'>
type Fits = (held: Appointment) => boolean

const inGroups =
  (groups: string[]): Fits =>
  ({ office, role }) =>
    groups.includes(`${office}/${role}`)

/** The actor as he acts on this case, with the post of an absent person marked where he uses one. */
export const asWhom = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  act: Wanted,
): Actor => {
  const by = actingOn(record, actor)
  if (isTaskVerb(act.type)) return atTask(taskOfVerb(process, record, by, act.taskId), by, act.type)
  if (isCaseVerb(act.type)) return inCapacity(by, overCase(process, record, act))
  if (isSightVerb(act.type))
    return by.kind === 'person'
      ? inCapacity(by, looksBy(process, record, by.id, undefined, act.data.item))
      : by
  if (isRecordingVerb(act.type))
    return by.kind === 'person' ? inCapacity(by, recordsBy(record, by.id)) : by
  const definition = Object.hasOwn(process.events, act.type) ? process.events[act.type] : undefined
  const task = taskOfAct(process, record, act)
  if (Array.isArray(definition?.by) || (definition?.withoutTask && !task)) {
    const addresses = addressesOfAct(definition, record.snapshot.context)
    return inCapacity(by, inGroups(groupsFor(addresses, record)))
  }
  return atTask(task, by, act.type)
}

/** The actor as he starts a case. */
export const asStarter = (
  process: ProcessDefinition,
  place: Pick<CaseRecord, 'region' | 'owner'>,
  by: Actor,
): Actor =>
  Array.isArray(process.start.by)
    ? inCapacity(by, inGroups(groupsFor(process.start.by, place)))
    : by

/** The actor as he works one task. */
export const atTask = (task: OpenTask | undefined, by: Actor, type = ''): Actor => {
  const groups = task?.groups ?? []
  const requestedFrom = task ? requestedSigners(task, type) : []
  if (requestedFrom.length > 0) {
    const ofWhom = (held: Appointment) =>
      requestedFrom.find(
        ({ who }) => who === held.onBehalfOf?.id || who === `${held.office}/${held.role}`,
      )
    const absent =
      by.kind === 'person'
        ? by.appointments.map(ofWhom).find((one) => one?.kind === 'person')
        : undefined
    return inCapacity(
      by,
      (held) => inGroups(groups)(held) || ofWhom(held) !== undefined,
      absent?.who ?? task?.assignee?.id ?? null,
    )
  }
  return inCapacity(
    by,
    type === 'reassign' ? (held) => leadsGroup(held, groups) : inGroups(groups),
    task?.assignee?.id ?? null,
  )
}

/** Those beside the task's own people whose turn it is to do this. */
const requestedSigners = (
  task: OpenTask,
  type: string,
): { who: string; kind: 'person' | 'post' }[] => {
  if (type === 'hand-back' && task.delegated) return [{ who: task.delegated.to.id, kind: 'person' }]
  return type === 'sign' || type === 'oppose' ? turnOf(task).added : []
}

const overCase = (process: ProcessDefinition, record: CaseRecord, { type, data }: Wanted): Fits => {
  if (type === 'take-back') return () => false
  if (type === 'reopen') return inGroups(groupsFor(process.reopen?.by ?? [], record))
  if (type.endsWith('-correction')) return correctsBy(process, record, type)
  const named = record.obligations.filter(
    ({ id }) => data.obligation === undefined || id === data.obligation,
  )
  return inGroups(
    named.flatMap((one) =>
      groupsFor(addressesOfClock(clockOf(process, one), record.snapshot.context), record),
    ),
  )
}
