// What waits for a person, and what has passed through his hands?
import { type SQL, sql } from 'drizzle-orm'
import { groupsOf, type Person } from '../../domain/case/actor.ts'
import { instant } from '../../domain/case/instant.ts'
import type { CaseRecord } from '../../domain/case/record.ts'
import type { InboxBox } from '../../domain/case/views.ts'
import { cut, type Order, type Place, pageOf } from './keyset.ts'
import type { Reader } from './scope.ts'

export type InboxHit = {
  taskId: string | null
  task: string | null
  assignee: string | null
  unread: boolean
  openedAt: string
  enterprise: string | null
  record: CaseRecord
  level: number | null
}

export type InboxQuery = { box: InboxBox; process: string | null; after: Place | null; limit: number }

/** One page of a box; a task that stands in two of a person's groups comes once. */
export const readInbox = async (tx: Reader, person: Person, { box, process, after, limit }: InboxQuery) => {
  const { rows } = await tx.execute<Row>(pageOf({ hits: boxes[box](person, process), columns, joins, order: orders[box], after, limit }))
  const page = cut(rows, limit)
  return { ...page, rows: page.rows.map(toHit) }
}

/** How much lies in each box, in one round trip. */
export const countInbox = async (tx: Reader, person: Person): Promise<Record<InboxBox, number>> => {
  const counts = (Object.keys(boxes) as InboxBox[]).map(
    (box) => sql`(SELECT count(*)::int FROM (${boxes[box](person, null)}) hits) AS ${sql.identifier(box)}`,
  )
  const { rows } = await tx.execute<Record<InboxBox, number>>(sql`SELECT ${sql.join(counts, sql`, `)}`)
  return rows[0] ?? { todo: 0, pool: 0, done: 0, mine: 0, cc: 0 }
}

type Row = {
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
}

const columns = sql`page.task_id, page.task, page.assignee_name, page.unread, page.opened_at, c.record, c.level, e.name AS enterprise`
const joins = sql`LEFT JOIN cases c ON c.id = page.case_id LEFT JOIN enterprises e ON e.id = c.owner`

const toHit = (row: Row): InboxHit => ({
  taskId: row.task_id,
  task: row.task,
  assignee: row.assignee_name,
  unread: row.unread,
  openedAt: instant(row.opened_at),
  enterprise: row.enterprise,
  record: row.record,
  level: row.level,
})

/** What must be done next stands first; what is past, newest first. */
const orders: Record<InboxBox, Order> = { todo: 'ascending', pool: 'ascending', done: 'descending', mine: 'descending', cc: 'descending' }

const ofTask = sql`t.id AS task_id, t.case_id, t.task, t.assignee_name, t.opened_at, t.id`
const of = (process: string | null): SQL => (process === null ? sql`` : sql`AND t.process = ${process}`)
const inGroups = (person: Person): SQL => sql`t.grp = ANY(${sql.param(groupsOf(person))}::text[])`
const signed = (person: Person): SQL =>
  sql`EXISTS (SELECT 1 FROM task_people p WHERE p.task_id = t.id AND p.person = ${person.id} AND p.why = 'signed')`
const signedByAnybody = sql`EXISTS (SELECT 1 FROM task_people p WHERE p.task_id = t.id AND p.why = 'signed')`

/** Per box a query with the columns `sort`, `id` and what a row needs. A task under co-signature is open to the others of its group. */
const boxes: Record<InboxBox, (person: Person, process: string | null) => SQL> = {
  todo: (person, process) => sql`
    SELECT DISTINCT ON (t.id) t.due_at AS sort, ${ofTask}, NOT t.seen AS unread FROM tasks t
    WHERE t.open AND (t.assignee = ${person.id} OR (${inGroups(person)} AND (t.assignee IS NULL OR ${signedByAnybody})))
      AND NOT ${signed(person)} ${of(process)} ORDER BY t.id`,
  pool: (person, process) => sql`
    SELECT DISTINCT ON (t.id) t.due_at AS sort, ${ofTask}, NOT t.seen AS unread FROM tasks t
    WHERE t.open AND t.assignee IS NULL AND ${inGroups(person)} ${of(process)} ORDER BY t.id`,
  done: (person, process) => sql`
    SELECT DISTINCT ON (t.id) coalesce(t.closed_at, t.opened_at) AS sort, ${ofTask}, false AS unread FROM tasks t
    WHERE ((NOT t.open AND t.done_by = ${person.id}) OR ${signed(person)}) ${of(process)} ORDER BY t.id`,
  mine: (person, process) => sql`
    SELECT t.opened_at AS sort, NULL::text AS task_id, t.id AS case_id, NULL::text AS task, NULL::text AS assignee_name, t.opened_at, t.id, false AS unread
    FROM cases t WHERE t.started_by = ${person.id} ${of(process)}`,
  cc: (person, process) => sql`
    SELECT DISTINCT ON (t.id) p.at AS sort, ${ofTask}, false AS unread FROM task_people p JOIN tasks t ON t.id = p.task_id
    WHERE p.person = ${person.id} AND p.why = 'copied' ${of(process)} ORDER BY t.id`,
}
