// Which rows do inboxes read, and how do they follow the open tasks of a case?
import { and, eq, inArray, sql } from 'drizzle-orm'
import { isRunning } from '../../domain/engine/clocks/obligations.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import { withPeriodsOf } from '../../domain/tasks/kept-periods.ts'
import { isOpinion, turnOf } from '../../domain/tasks/signing.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { taskPeople, tasks } from '../schema/cases/cases.ts'
import { placeholdersFor, statement, valuesOfRows } from '../statements.ts'

/** Sorts after every date the law can give. */
export const noDue: Instant = '9999-12-31T00:00:00.000Z'

export const firstDue = (record: CaseRecord): Instant | null =>
  record.obligations
    .filter((one) => isRunning(one) && !one.promised)
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null

/** Who acted at which task, and whose act it was: an added signer's hand may complete that of somebody else. */
export type Author = {
  person: string | null
  decider: string | null
  task: string | null
  at: Instant
}

export const closeTasks = async (
  tx: Executor,
  before: CaseRecord | null,
  after: CaseRecord,
  by: Author,
): Promise<void> => {
  const gone = Object.keys(before?.openTasks ?? {}).filter((id) => !after.openTasks[id])
  if (gone.length === 0) return
  const { person, decider, task: taskId, at } = by
  const doneBy =
    taskId === null ? null : sql`CASE WHEN ${tasks.id} = ${taskId} THEN ${decider}::text END`
  await tx
    .update(tasks)
    .set({ open: false, closedAt: at, doneBy, revision: after.revision })
    .where(and(eq(tasks.caseId, after.id), inArray(tasks.id, gone)))
  if (taskId === null || !gone.includes(taskId)) return
  if (person !== null && person !== decider)
    await tx
      .insert(taskPeople)
      .values({ taskId, caseId: after.id, person, why: 'signed' as const, at })
      .onConflictDoNothing()
}

/** A task that has passed on to other groups no longer lies in the inboxes of those that had it. */
export const leaveGroups = async (
  tx: Executor,
  before: CaseRecord | null,
  after: CaseRecord,
): Promise<void> => {
  for (const { id, groups } of Object.values(before?.openTasks ?? {})) {
    const gone = groups.filter((group) => after.openTasks[id]?.groups.includes(group) === false)
    if (gone.length > 0)
      await tx.delete(tasks).where(and(eq(tasks.id, id), inArray(tasks.grp, gone)))
  }
}

/** Writes the rows of the open tasks of a case; of those of its items, which may be hundreds, only what has changed. */
export const openTasks = async (
  tx: Executor,
  process: Pick<ProcessDefinition, 'clocks'>,
  before: CaseRecord | null,
  after: CaseRecord,
): Promise<void> => {
  const rows = Object.values(after.openTasks)
    .filter((task) => task.item === undefined || task !== before?.openTasks[task.id])
    .flatMap((task) => task.groups.map((grp) => taskRow(process, after, task, grp)))
  if (rows.length === 0) return
  // A case has few tasks in few groups at a time: so many texts, and no more.
  await statement(tx, `tasks_open_${rows.length}`, (db) => tasksUpsert(db, rows.length)).execute(
    valuesOfRows(rows),
  )
}

const openColumns = [
  'id',
  'grp',
  'caseId',
  'process',
  'task',
  'open',
  'assignee',
  'assigneeName',
  'dueAt',
  'openedAt',
  'region',
  'owner',
  'seen',
  'revision',
] as const
const tasksUpsert = (db: Executor, count: number) => {
  const set = {
    open: true,
    assignee: sql`excluded.assignee`,
    assigneeName: sql`excluded.assignee_name`,
    dueAt: sql`excluded.due_at`,
    closedAt: null,
    doneBy: null,
    seen: sql`excluded.seen`,
    revision: sql`excluded.revision`,
  }
  return db
    .insert(tasks)
    .values(Array.from({ length: count }, (_, row) => placeholdersFor(openColumns, row)))
    .onConflictDoUpdate({ target: [tasks.id, tasks.grp], set })
}

const taskRow = (
  process: Pick<ProcessDefinition, 'clocks'>,
  record: CaseRecord,
  task: OpenTask,
  grp: string,
) => ({
  id: task.id,
  grp,
  caseId: record.id,
  process: record.process,
  task: task.task,
  open: true,
  assignee: task.assignee?.id ?? null,
  assigneeName: task.assignee?.name ?? null,
  dueAt: firstDue(withPeriodsOf(process, record, task)) ?? noDue,
  openedAt: task.openedAt,
  region: record.region,
  owner: record.owner,
  seen: task.seenAt !== null,
  revision: record.revision,
})

export const keepPeople = async (
  tx: Executor,
  before: CaseRecord | null,
  after: CaseRecord,
  at: Instant,
): Promise<void> => {
  const rows = Object.values(after.openTasks).flatMap((task) => [
    ...task.signatures
      .filter(({ withdrawn }) => !withdrawn)
      .map((signature) => ({
        taskId: task.id,
        caseId: after.id,
        person: signature.person,
        why: isOpinion(task, signature) ? ('heard' as const) : ('signed' as const),
        at,
      })),
    ...task.copies.map(({ id }) => ({
      taskId: task.id,
      caseId: after.id,
      person: id,
      why: 'copied' as const,
      at,
    })),
    ...turnOf(task).added.map(({ who }) => ({
      taskId: task.id,
      caseId: after.id,
      person: who,
      why: 'asked' as const,
      at,
    })),
  ])
  if (rows.length > 0) await tx.insert(taskPeople).values(rows).onConflictDoNothing()
  await forgetWithdrawn(tx, after)
  await forgetRequests(tx, before, after)
}

/** Whose turn has passed, who was removed, and whoever was asked at a task that is gone. */
const forgetRequests = async (
  tx: Executor,
  before: CaseRecord | null,
  after: CaseRecord,
): Promise<void> => {
  for (const old of Object.values(before?.openTasks ?? {})) {
    const task = after.openTasks[old.id]
    const still = task ? turnOf(task).added.map(({ who }) => who) : []
    const gone = turnOf(old).added.flatMap(({ who }) => (still.includes(who) ? [] : [who]))
    const rows = and(
      eq(taskPeople.taskId, old.id),
      eq(taskPeople.why, 'asked'),
      inArray(taskPeople.person, gone),
    )
    if (gone.length > 0) await tx.delete(taskPeople).where(rows)
  }
}

/** Who has withdrawn his signature finds the task among his own again. */
const forgetWithdrawn = async (tx: Executor, after: CaseRecord): Promise<void> => {
  for (const task of Object.values(after.openTasks)) {
    const standing = task.signatures
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ person }) => person)
    const gone = task.signatures
      .map(({ person }) => person)
      .filter((person) => !standing.includes(person))
    const rows = and(
      eq(taskPeople.taskId, task.id),
      inArray(taskPeople.why, ['signed', 'heard']),
      inArray(taskPeople.person, gone),
    )
    if (gone.length > 0) await tx.delete(taskPeople).where(rows)
  }
}
