// Which task does an act work off, if any?
import type { Actor } from '../organisation/actor.ts'
import { asWhom } from './capacity.ts'
import { taskOfVerb } from './judge-verbs.ts'
import { type Act, leftBy, taskFor } from './judgement.ts'
import type { ProcessDefinition } from './process.ts'
import type { CaseRecord } from './record.ts'
import { isMember } from './task-operations/hands.ts'
import { isTaskVerb } from './task-operations/verbs.ts'

/** What else ends with the act was nobody's work: the tasks of others, and those that a taking back undoes. */
export const workedOff = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  act: Pick<Act, 'type' | 'data' | 'taskId'>,
): string | null => {
  const by = asWhom(process, record, actor, act)
  if (isTaskVerb(act.type)) return taskOfVerb(process, record, by, act.taskId)?.id ?? null
  const definition = Object.hasOwn(process.events, act.type) ? process.events[act.type] : undefined
  const task = definition && taskFor(record, leftBy(process, record, act.type), act.taskId)
  return task && (definition.by === 'task' || isMember(task, by)) ? task.id : null
}
