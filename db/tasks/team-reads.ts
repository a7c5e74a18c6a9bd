// What waits in the offices of a chief, with whom, and how soon does the law want it?
import { type SQL, sql } from 'drizzle-orm'
import { roles } from '../../domain/organisation/roles.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { cut, type Place, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'
import {
  type InboxHit,
  type InboxRead,
  openTaskColumns,
  taskColumns,
  toHit,
} from './inbox-reads.ts'

/**
 * Open tasks of one holder; of one post (`group`), what it may claim and nobody has; or, with neither, all that nobody has claimed.
 * `stray`: held by somebody who can no longer work it. `shared`: of a post, what another post of these offices may claim as well.
 */
export type Load = {
  holder: string | null
  name: string | null
  group: string | null
  open: number
  overdue: number
  soon: number
  next: number
  later: number
  stray: number
  shared: number
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

/** Each open task of the offices once, with the groups of theirs that it lies with, and whether its holder still has a post for it. */
const openTasks = (offices: string[], at: Instant): SQL => sql`
  SELECT t.id, min(t.due_at) AS sort, min(t.assignee) AS assignee, min(t.assignee_name) AS assignee_name,
    array_agg(t.grp) AS groups, coalesce(bool_or(t.assignee IS NULL OR ${heldInForce(at, sql`t.grp`)}), true) AS workable
  FROM tasks t WHERE t.open AND t.grp = ANY(${sql.param(groupsOfOffices(offices))}::text[]) GROUP BY t.id`

/** One row per holder, one for what nobody has claimed, and one for each post that may claim some of that; a post without any has none. */
export const readLoads = async (
  tx: Reader,
  offices: string[],
  { at, soon, next }: Bounds,
): Promise<Load[]> => {
  const { rows } = await tx.execute<Load>(sql`
    WITH open AS MATERIALIZED (${openTasks(offices, at)}), counted AS (
      SELECT assignee, assignee_name, NULL::text AS grp, sort, workable, false AS shared FROM open
      UNION ALL
      SELECT NULL, NULL, post.grp, sort, true, cardinality(groups) > 1 FROM open, unnest(groups) AS post (grp) WHERE assignee IS NULL)
    SELECT assignee AS holder, min(assignee_name) AS name, grp AS "group", count(*)::int AS open,
      (count(*) FILTER (WHERE sort <= ${at}::timestamptz))::int AS overdue,
      (count(*) FILTER (WHERE sort > ${at}::timestamptz AND sort <= ${soon}::timestamptz))::int AS soon,
      (count(*) FILTER (WHERE sort > ${soon}::timestamptz AND sort <= ${next}::timestamptz))::int AS next,
      (count(*) FILTER (WHERE sort > ${next}::timestamptz))::int AS later,
      (count(*) FILTER (WHERE NOT workable))::int AS stray,
      (count(*) FILTER (WHERE shared))::int AS shared
    FROM counted GROUP BY assignee, grp`)
  return rows
}

/** Who holds a post in one of the offices now. */
export const readMembers = async (
  tx: Reader,
  offices: string[],
  at: Instant,
): Promise<Member[]> => {
  const { rows } = await tx.execute<Member>(sql`
    SELECT p.id, p.name, a.office, a.role FROM appointments a JOIN persons p ON p.id = a.person AND p.active
    WHERE a.office = ANY(${sql.param(offices)}::text[]) AND a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz)
    ORDER BY p.id, a.office, a.role`)
  return rows
}

/**
 * `holder`: a person; `none` for what nobody has claimed, `group:<office>/<role>` for what of it one post may claim; `stray` for what is held
 * by somebody who has left; null = all.
 */
export type TeamQuery = {
  offices: string[]
  holder: string | null
  at: Instant
  after: Place | null
  limit: number
}

/** The group of `group:<office>/<role>`; null = something else is asked for. */
const groupOf = (holder: string | null): string | null =>
  holder?.startsWith('group:') ? holder.slice('group:'.length) : null

export type TeamHit = InboxHit & { assigneeId: string | null; workable: boolean }

const heldBy = (holder: string | null): SQL => {
  if (holder === null) return sql`true`
  if (holder === 'none') return sql`assignee IS NULL`
  if (holder === 'stray') return sql`NOT workable`
  const group = groupOf(holder)
  return group === null
    ? sql`assignee = ${holder}`
    : sql`assignee IS NULL AND ${group} = ANY(groups)`
}

/** One page of the queue, what the law wants first at the top. */
export const readTeam = async (tx: Reader, { offices, holder, at, after, limit }: TeamQuery) => {
  const { rows } = await tx.execute<InboxRead & { holder_id: string | null; workable: boolean }>(
    pageOf({
      hits: sql`SELECT id, sort, assignee, workable FROM (${openTasks(offices, at)}) open WHERE ${heldBy(holder)}`,
      columns: sql`${taskColumns}, page.assignee AS holder_id, page.workable`,
      joins: openTaskColumns,
      order: 'ascending',
      after,
      limit,
    }),
  )
  const page = cut(rows, limit)
  return {
    ...page,
    rows: page.rows.map(
      (row): TeamHit => ({ ...toHit(row), assigneeId: row.holder_id, workable: row.workable }),
    ),
  }
}
