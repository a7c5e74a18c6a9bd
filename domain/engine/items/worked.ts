// Which items of a case does somebody work, and with which does he begin?
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { isMember } from '../../tasks/assignment.ts'
import { firstDueOf } from './item-after.ts'

/** The numbers of the items that stand in the inbox of a person: what is due first before the rest, then as they were opened. */
export const itemsWorkedBy = (record: CaseRecord, actor: Actor): number[] => {
  const own = Object.values(record.openTasks).flatMap((task) =>
    task.item !== undefined && isMember(task, actor) ? [task.item] : [],
  )
  const dues = new Map(own.map((no) => [no, firstDueOf(record, no) ?? '9999']))
  const dueOf = (no: number): string => dues.get(no) ?? '9999'
  return [...dues.keys()].sort((one, other) =>
    dueOf(one) === dueOf(other) ? one - other : dueOf(one) < dueOf(other) ? -1 : 1,
  )
}
