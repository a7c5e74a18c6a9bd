// What waits in the offices of a chief, with whom, and how soon does the law want it?
import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/case/instant.ts'
import { roles } from '../../domain/organisation/roles.ts'
import { type InboxHit, type InboxRead, openTaskShown, taskColumns, toHit } from './inbox.ts'
import { cut, type Place, pageOf } from './keyset.ts'
import type { Reader } from './scope.ts'

/** `stray`: held by somebody who can no longer work it. `waiting`: whom a row counts for; null = nobody has claimed it. */
export type Load = {
  holder: string | null
  name: string | null
  open: number
  overdue: number
  soon: number
  next: number
  later: number
  stray: number
}
export type Member = { id: string; name: string; office: string; role: string }
/** Until when a task counts as due within three, and within ten working days. */
export type Bounds = { at: Instant; soon: Instant; next: Instant }

/** All groups of these offices: a task stands in an inbox under one of them. */
export const groupsOfOffices = (offices: string[]): string[] =>
  offices.flatMap((office) => Object.keys(roles).map((role) => `${office}/${role}`))

const heldInForce = (at: Instant, group: SQL): SQL => sql`EXISTS (
  SELECT 1 FROM appointments a JOIN persons p ON p.id = a.person AND p.active
  WHERE a.person = t.assignee AND a.office || '/' || a.role = ${group} AND a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz))`

/** Each open task of the offices once, with whether its holder still has a post for it. */
const openTasks = (offices: string[], at: Instant): SQL => sql`
  SELECT t.id, min(t.due_at) AS sort, min(t.assignee) AS assignee, min(t.assignee_name) AS assignee_name,
    coalesce(bool_or(t.assignee IS NULL OR ${heldInForce(at, sql`t.grp`)}), true) AS workable
  FROM tasks t WHERE t.open AND t.grp = ANY(${sql.param(groupsOfOffices(offices))}::text[]) GROUP BY t.id`

/** One row per holder, and one for what nobody has claimed. */
export const readLoads = async (tx: Reader, offices: string[], { at, soon, next }: Bounds): Promise<Load[]> => {
  const { rows } = await tx.execute<Load>(sql`
    SELECT assignee AS holder, min(assignee_name) AS name, count(*)::int AS open,
      (count(*) FILTER (WHERE sort <= ${at}::timestamptz))::int AS overdue,
      (count(*) FILTER (WHERE sort > ${at}::timestamptz AND sort <= ${soon}::timestamptz))::int AS soon,
      (count(*) FILTER (WHERE sort > ${soon}::timestamptz AND sort <= ${next}::timestamptz))::int AS next,
      (count(*) FILTER (WHERE sort > ${next}::timestamptz))::int AS later,
      (count(*) FILTER (WHERE NOT workable))::int AS stray
    FROM (${openTasks(offices, at)}) open GROUP BY assignee`)
  return rows
}

/** Who holds a post in one of the offices now. */
export const readMembers = async (tx: Reader, offices: string[], at: Instant): Promise<Member[]> => {
  const { rows } = await tx.execute<Member>(sql`
    SELECT p.id, p.name, a.office, a.role FROM appointments a JOIN persons p ON p.id = a.person AND p.active
    WHERE a.office = ANY(${sql.param(offices)}::text[]) AND a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz)
    ORDER BY p.id, a.office, a.role`)
  return rows
}

/** `holder`: a person, `none` for what nobody has claimed, `stray` for what is held by somebody who has left; null = all. */
export type TeamQuery = { offices: string[]; holder: string | null; at: Instant; after: Place | null; limit: number }
export type TeamHit = InboxHit & { assigneeId: string | null; workable: boolean }

/** One page of the queue, what the law wants first at the top. */
export const readTeam = async (tx: Reader, { offices, holder, at, after, limit }: TeamQuery) => {
  const wanted =
    holder === null
      ? sql`true`
      : holder === 'none'
        ? sql`assignee IS NULL`
        : holder === 'stray'
          ? sql`NOT workable`
          : sql`assignee = ${holder}`
  const { rows } = await tx.execute<InboxRead & { holder_id: string | null; workable: boolean }>(
    pageOf({
      hits: sql`SELECT id, sort, assignee, workable FROM (${openTasks(offices, at)}) open WHERE ${wanted}`,
      columns: sql`${taskColumns}, page.assignee AS holder_id, page.workable`,
      joins: openTaskShown,
      order: 'ascending',
      after,
      limit,
    }),
  )
  const page = cut(rows, limit)
  return { ...page, rows: page.rows.map((row): TeamHit => ({ ...toHit(row), assigneeId: row.holder_id, workable: row.workable })) }
}
