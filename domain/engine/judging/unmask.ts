// Who may look at a confidential answer of a case, and what does the record keep of it?

import { text } from '../../language/words.ts'
import type { Act } from '../../model/command.ts'
import { secretAnswersOf, secretFieldsOf } from '../../model/confidential.ts'
import type { DecisionContext } from '../../model/decision-context.ts'
import { appendFact, type Draft } from '../../model/draft.ts'
import type { Field, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, OpenTask } from '../../model/record.ts'
import { type Actor, type Appointment, markOf } from '../../organisation/actor.ts'
import { enterpriseOffice } from '../../organisation/offices.ts'
import { groupsFor } from '../../tasks/tasks.ts'
import type { Instant } from '../../time/instant.ts'
import { isBarredReader } from './barred-reader.ts'
import { verbForm } from './judge-verbs.ts'
import { type Judgement, refused } from './judgement.ts'

const notYours = text(
  '保密信息仅由承办人或指定岗位的人员查看',
  'Only the handler, or who holds a post named for it, sees what is confidential',
)
const noneSuch = text('没有这一项保密信息', 'There is no such confidential answer')

/**
 * The post through which somebody may look at one of these fields: that under which he, or whom he stands in for, holds a task; or one that
 * is named for it.
 */
export const looksBy =
  (
    process: ProcessDefinition,
    record: CaseRecord,
    person: string,
    fields: Field[] = secretFieldsOf(process),
    item?: unknown,
  ) =>
  ({ office, role, onBehalfOf }: Appointment): boolean => {
    if (office.startsWith(enterpriseOffice(''))) return false
    const held = [...tasksOfOffices(record), ...tasksOfItem(record, item)].some(
      (task) => task.assignee?.id === (onBehalfOf?.id ?? person),
    )
    return held || fields.some((field) => postsOf(field, record).includes(`${office}/${role}`))
  }

const postsOf = ({ confidential }: Field, record: CaseRecord): string[] =>
  typeof confidential === 'object'
    ? groupsFor([...confidential.posts(record.snapshot.context)], record)
    : handlingOffices(record).map((office) => `${office}/section-chief`)

/** Whoever works an item, such as an order to his unit, does that and does not handle the case. */
const tasksOfOffices = ({ openTasks }: CaseRecord): OpenTask[] =>
  Object.values(openTasks).filter(
    ({ groups, item }) =>
      item === undefined && groups.some((group) => !group.startsWith(enterpriseOffice(''))),
  )

/** Who works an item sees what that was opened with. */
const tasksOfItem = ({ openTasks }: CaseRecord, item: unknown): OpenTask[] =>
  item === undefined ? [] : Object.values(openTasks).filter((task) => task.item === item)

/** The offices whose tasks are open; where no authority has one, or the case is closed, the bureau of the county it lies in. */
const handlingOffices = (record: CaseRecord): string[] => {
  const groups =
    record.status === 'open' ? tasksOfOffices(record).flatMap((task) => task.groups) : []
  const own = groups.filter((group) => !group.startsWith(enterpriseOffice('')))
  const found =
    own.length > 0
      ? own
      : groupsFor([{ role: 'section-chief', office: 'enforcement', level: 'county' }], record)
  return found.map((group) => group.slice(0, group.lastIndexOf('/')))
}

const mayLook = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  fields?: Field[],
  item?: unknown,
): boolean =>
  by.kind === 'person' &&
  by.enterprise === null &&
  by.appointments.some(looksBy(process, record, by.id, fields, item))

/**
 * Names of the confidential fields that this reader may have shown to him, on record; to carry out an item of the case gives no right to
 * those of the case. `item`: those that this item was opened with.
 */
export const unmaskable = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  item?: unknown,
): string[] => {
  if (isBarredReader({ process, record, actor: by })) return []
  const found = secretAnswersOf(process, record, item)
    .filter(({ field }) => mayLook(process, record, by, [field], item))
    .map(({ field }) => field.name)
  return [...new Set(found)]
}

/** Who may not look is answered alike whether there is anything or not. */
export const judgeUnmask = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
): Judgement => {
  const { item, ...asked } = act.data
  if (!mayLook(process, record, by, undefined, item)) return refused('not-allowed', notYours)
  if (item !== undefined && typeof item !== 'number') return refused('invalid-input', noneSuch)
  const form = verbForm({ ...act, data: asked })
  if (!form.allowed) return form
  return unmaskable(process, record, by, item).includes(String(act.data.field))
    ? { allowed: true }
    : refused('invalid-input', noneSuch)
}

type Looking = { type: string; data: Record<string, unknown>; by: Actor; occurredAt: Instant }

/** The fact says who looked at which field, when and why; never what it says. */
export const applyUnmask = (
  process: ProcessDefinition,
  draft: Draft,
  command: Looking,
  decisionContext: DecisionContext,
): Draft => {
  const { field, reason, item } = command.data
  const fieldName = secretAnswersOf(process, draft.record, item).find(
    (one) => one.field.name === field,
  )?.field.words
  const { kind, nth } = draft.record.itemSecrets?.[String(item)] ?? {}
  const { type, by, occurredAt: at } = command
  return appendFact(draft, {
    type,
    at,
    recordedAt: decisionContext.at,
    by: markOf(by),
    audience: 'internal',
    data: {
      field,
      fieldName,
      reason,
      ...(item === undefined ? {} : { item, itemKind: kind, itemNth: nth }),
    },
  })
}
