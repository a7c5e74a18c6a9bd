// Which task does an act work off, if any?

import type { Act } from '../../model/command.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { isMember } from '../../tasks/assignment.ts'
import { isTaskVerb } from '../../tasks/verbs.ts'
import { partFor } from '../items/parts.ts'
import { asWhom } from './capacity.ts'
import { taskOfVerb } from './judge-verbs.ts'
import { taskOfAct } from './judgement.ts'

/** What else ends with the act was nobody's work: the tasks of others, and those that a taking back undoes. */
export const workedOff = (
  whole: ProcessDefinition,
  wholeRecord: CaseRecord,
  actor: Actor,
  act: Pick<Act, 'type' | 'data' | 'taskId'>,
): string | null => {
  const { process, record } = partFor(whole, wholeRecord, act)
  const by = asWhom(process, record, actor, act)
  if (isTaskVerb(act.type)) return taskOfVerb(process, record, by, act.taskId)?.id ?? null
  const definition = Object.hasOwn(process.events, act.type) ? process.events[act.type] : undefined
  const task = definition && taskOfAct(process, record, act)
  return task && (definition.by === 'task' || isMember(task, by)) ? task.id : null
}
