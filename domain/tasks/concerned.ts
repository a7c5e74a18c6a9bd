// In whose inboxes may a change of a case show: which groups and people?
import type { CaseRecord, Holder, OpenTask } from '../model/record.ts'

/**
 * Groups and ids of people whose tasks the case has, or had before. An order or a report concerns those of its own task alone, and only
 * where that has changed: forty units on two hundred orders need not look again for each other's.
 */
export const concernedBy = (before: CaseRecord | null, after: CaseRecord): string[] => {
  const tasks = [before, after].flatMap((record) =>
    Object.values(record?.openTasks ?? {}).filter(
      (task) => task.item === undefined || hasChanged(task, before, after),
    ),
  )
  return [...new Set(tasks.flatMap(namesOf))]
}

const hasChanged = (
  { id, item = -1 }: OpenTask,
  before: CaseRecord | null,
  after: CaseRecord,
): boolean =>
  !isSame(before?.openTasks[id], after.openTasks[id]) ||
  !isSame(before?.items?.[item], after.items?.[item])

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

const namesOf = (task: OpenTask): string[] => [
  ...task.groups,
  ...idsOf([task.assignee, task.delegated?.from, task.delegated?.to, ...task.copies]),
  ...task.signatures.map(({ person }) => person),
  ...(task.added ?? []).map(({ who }) => who),
]

const idsOf = (holders: (Holder | null | undefined)[]): string[] =>
  holders.flatMap((holder) => (holder ? [holder.id] : []))
