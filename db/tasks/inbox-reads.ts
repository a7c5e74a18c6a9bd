// What waits for a person, and what has passed through his signatures?
import { type SQL, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import { groupsOf, type Person } from '../../domain/organisation/actor.ts'
import { absentOf } from '../../domain/organisation/own-posts.ts'
import { instant } from '../../domain/time/instant.ts'
import type { InboxBox } from '../../domain/views/case-views.ts'
import { cut, type ListParts, type Order, type Place, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'

export type InboxHit = {
  taskId: string | null
  task: string | null
  assignee: string | null
  unread: boolean
  openedAt: string
  enterprise: string | null
  record: CaseRecord
  level: number | null
  /** What was said in the forms of the item whose task it is. */
  forms: Record<string, Record<string, unknown>> | null
}

export type InboxQuery = {
  box: InboxBox
  process: string | null
  after: Place | null
  limit: number
}

/** A box as a list; a task that stands in two of a person's groups comes once, a case in which he did several tasks, too. */
export const inboxList = (
  person: Person,
  { box, process }: Pick<InboxQuery, 'box' | 'process'>,
): ListParts => ({
  hits: boxes[box](person, process),
  columns: taskColumns,
  joins: boxColumns[box],
  order: orders[box],
})

/** One page of a box. */
export const readInbox = async (tx: Reader, person: Person, query: InboxQuery) => {
  const { rows } = await tx.execute<InboxRead>(
    pageOf({ ...inboxList(person, query), after: query.after, limit: query.limit }),
  )
  const page = cut(rows, query.limit)
  return { ...page, rows: page.rows.map(toHit) }
}

/** How much lies in each box, in one round trip. */
export const countInbox = async (tx: Reader, person: Person): Promise<Record<InboxBox, number>> => {
  const counts = (Object.keys(boxes) as InboxBox[]).map(
    (box) =>
      sql`(SELECT count(*)::int FROM (${boxes[box](person, null)}) hits) AS ${sql.identifier(box)}`,
  )
  const { rows } = await tx.execute<Record<InboxBox, number>>(
    sql`SELECT ${sql.join(counts, sql`, `)}`,
  )
  return rows[0] ?? { todo: 0, pool: 0, done: 0, mine: 0, cc: 0 }
}

export type InboxRead = {
  total: number
  sort: string | null
  key: string | null
  task_id: string | null
  task: string | null
  assignee_name: string | null
  unread: boolean
  opened_at: string
  enterprise: string | null
  record: CaseRecord
  level: number | null
  forms: InboxHit['forms']
}

const itemNo = sql`(c.record -> 'openTasks' -> item.task_id ->> 'item')::int`
/** A party reads no rows of items; what the one was opened with that is its own stands in the fact that opened it. */
const formsOfItem = sql`coalesce(
  (SELECT i.forms FROM case_items i WHERE i.case_id = c.id AND i.no = ${itemNo}),
  (SELECT jsonb_build_object(f.type, f.data) FROM case_facts f WHERE f.case_id = c.id AND f.seq = ${itemNo}))`
export const taskColumns = sql`item.task_id, item.task, item.assignee_name, item.unread, item.opened_at, c.record, c.level, e.name AS enterprise, ${formsOfItem} AS forms`

/** What the rows of a page show, read for them alone; of a task that stands in several groups any row says the same. */
const taskColumnsOf = (unread: SQL): SQL => sql`
    LEFT JOIN LATERAL (
      SELECT t.id AS task_id, t.task, t.assignee_name, t.opened_at, t.case_id, ${unread} AS unread
      FROM tasks t WHERE t.id = page.id ORDER BY t.open DESC LIMIT 1) item ON true
    LEFT JOIN cases c ON c.id = item.case_id LEFT JOIN enterprises e ON e.id = c.owner`
const caseColumns = sql`
    LEFT JOIN cases c ON c.id = page.id LEFT JOIN enterprises e ON e.id = c.owner
    LEFT JOIN LATERAL (
      SELECT NULL::text AS task_id, NULL::text AS task, NULL::text AS assignee_name, c.opened_at, false AS unread) item ON true`
const [live, past] = [taskColumnsOf(sql`NOT t.seen`), taskColumnsOf(sql`false`)]
export const openTaskColumns = live
const boxColumns: Record<InboxBox, SQL> = {
  todo: live,
  pool: live,
  done: past,
  mine: caseColumns,
  cc: past,
}

export const toHit = (row: InboxRead): InboxHit => ({
  taskId: row.task_id,
  task: row.task,
  assignee: row.assignee_name,
  unread: row.unread,
  openedAt: instant(row.opened_at),
  enterprise: row.enterprise,
  record: row.record,
  level: row.level,
  forms: row.forms,
})

/** What must be done next stands first; what is past, newest first. */
const orders: Record<InboxBox, Order> = {
  todo: 'ascending',
  pool: 'ascending',
  done: 'descending',
  mine: 'descending',
  cc: 'descending',
}

const ofProcess = (process: string | null): SQL =>
  process === null ? sql`` : sql`AND t.process = ${process}`
const among = (groups: string[]): SQL => sql`t.grp = ANY(${sql.param(groups)}::text[])`
const isEnterprises = (group: string): boolean => group.startsWith('enterprise:')
const inGroups = (person: Person): SQL => among(groupsOf(person))
/** An enterprise's own people need claim nothing: what nobody has is theirs to do. */
const inEnterprise = (person: Person): SQL => among(groupsOf(person).filter(isEnterprises))
const inOffices = (person: Person): SQL =>
  among(groupsOf(person).filter((group) => !isEnterprises(group)))
const unsigned = (person: Person): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM task_people p WHERE p.task_id = t.id AND p.person = ${person.id} AND p.why = 'signed')`
// A scalar query is asked row by row; of EXISTS the planner makes a join with all signatures there are.
const signedByAnybody = sql`(SELECT true FROM task_people p WHERE p.task_id = t.id AND p.why = 'signed' LIMIT 1)`
/** Under which names he can be asked: his own, those he stands in for, and their posts. */
const namesOf = (person: Person): SQL =>
  sql`${sql.param([person.id, ...absentOf(person).map(({ id }) => id), ...groupsOf(person)])}::text[]`
/** Nobody has begun it, and nobody has asked him in particular. */
const untouched = (
  person: Person,
): SQL => sql`(SELECT true FROM task_people p WHERE p.task_id = t.id
  AND (p.why = 'signed' OR (p.why = 'asked' AND p.person = ANY(${namesOf(person)}))) LIMIT 1) IS NULL`

/** 加签: he, somebody he stands in for, or one of their posts is asked to sign a task that is not on his desk anyway. */
const requestedOf = (person: Person): SQL =>
  sql`t.id IN (SELECT p.task_id FROM task_people p WHERE p.person = ANY(${namesOf(person)}) AND p.why = 'asked')
    AND NOT EXISTS (SELECT 1 FROM tasks own WHERE own.id = t.id AND own.open AND (own.assignee = ${person.id}
      OR (own.grp = ANY(${sql.param(groupsOf(person))}::text[]) AND ${signedByAnybody})
      OR (own.grp = ANY(${sql.param(groupsOf(person).filter(isEnterprises))}::text[]) AND own.assignee IS NULL)))`

/** A task comes as often as it has groups or reasons: here each once. */
const once = (hits: SQL): SQL => sql`SELECT id, min(sort) AS sort FROM (${hits}) found GROUP BY id`

/** Of each case the task that was done last. */
const oncePerCase = (hits: SQL): SQL =>
  sql`SELECT (array_agg(id ORDER BY sort DESC, id DESC))[1] AS id, max(sort) AS sort FROM (${hits}) found GROUP BY case_id`

/**
 * Per box a query with the columns `id` and `sort` and no others. 待办 is what lies with the reader: his own, what waits for his signature
 * beside others', what he is asked to sign, and what lies with absent people he stands in for; 待领 is what lies with nobody yet. No task
 * is in both. Open tasks are found in an index alone, without an OR between two indexes.
 */
const boxes: Record<InboxBox, (person: Person, process: string | null) => SQL> = {
  todo: (person, process) => {
    const open = (of: SQL) =>
      once(
        sql`SELECT t.id, t.due_at AS sort FROM tasks t WHERE t.open AND ${of} AND ${unsigned(person)} ${ofProcess(process)}`,
      )
    const own = sql`${open(sql`${inEnterprise(person)} AND t.assignee IS NULL`)}
      UNION ALL ${open(sql`${inOffices(person)} AND t.assignee IS NULL AND ${signedByAnybody}`)}
      UNION ALL ${open(sql`${inGroups(person)} AND t.assignee <> ${person.id} AND ${signedByAnybody}`)}
      UNION ALL ${open(sql`t.assignee = ${person.id}`)}
      UNION ALL ${open(requestedOf(person))}`
    const theirs = absentOf(person).map(({ id, groups }) =>
      open(sql`t.assignee = ${id} AND ${among(groups)}`),
    )
    return theirs.length === 0 ? own : once(sql.join([own, ...theirs], sql` UNION ALL `))
  },
  pool: (person, process) =>
    once(sql`SELECT t.id, t.due_at AS sort FROM tasks t
      WHERE t.open AND ${inOffices(person)} AND t.assignee IS NULL AND ${untouched(person)} ${ofProcess(process)}`),
  done: (person, process) =>
    oncePerCase(sql`
      SELECT t.id, t.case_id, coalesce(t.closed_at, t.opened_at) AS sort FROM tasks t
      WHERE NOT t.open AND t.done_by = ${person.id} ${ofProcess(process)}
      UNION ALL
      SELECT t.id, t.case_id, coalesce(t.closed_at, t.opened_at) FROM task_people p JOIN tasks t ON t.id = p.task_id
      WHERE p.person = ${person.id} AND p.why IN ('signed', 'heard') ${ofProcess(process)}`),
  mine: (person, process) =>
    sql`SELECT t.id, t.opened_at AS sort FROM cases t WHERE t.started_by = ${person.id} ${ofProcess(process)}`,
  cc: (person, process) =>
    once(sql`
      SELECT t.id, p.at AS sort FROM task_people p JOIN tasks t ON t.id = p.task_id
      WHERE p.person = ${person.id} AND p.why = 'copied' ${ofProcess(process)}`),
}
