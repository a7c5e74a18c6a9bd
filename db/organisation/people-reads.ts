// Which people belong to these regions, what is on their desks, and who stands in for them?
import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { containing, cut, decodeCursor, pageOf } from '../keyset.ts'
import type { Reader } from '../scope.ts'

export type PeopleQuery = {
  q: string
  office: string
  regions: string[]
  standing: 'all' | 'active' | 'disabled'
  at: Instant
  after: string | undefined
  limit: number
}
type Post = { office: string; role: string; until: Instant | null }
export type FoundPerson = {
  id: string
  name: string
  username: string
  active: boolean
  enterprise: string | null
  posts: Post[]
  openTasks: number
}

/** Whoever has, had, will have or was proposed for a post in these regions: so that he who has none left does not vanish. */
const within = (regions: string[]): SQL =>
  sql`(EXISTS (SELECT 1 FROM appointments a WHERE a.person = p.id AND a.region = ANY(${sql.param(regions)}::text[]))
    OR EXISTS (SELECT 1 FROM post_proposals w WHERE w.person = p.id AND w.region = ANY(${sql.param(regions)}::text[])))`

const heldNow = (at: Instant): SQL =>
  sql`a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz)`

const matching = ({ q, office, standing, at }: PeopleQuery): SQL => {
  const like = containing(q)
  const words =
    q === ''
      ? sql``
      : sql`AND (lower(p.name) LIKE ${like} OR lower(p.username) LIKE ${like} OR lower(p.pinyin) LIKE ${like})`
  const there =
    office === ''
      ? sql``
      : sql`AND EXISTS (SELECT 1 FROM appointments a WHERE a.person = p.id AND a.office = ${office} AND ${heldNow(at)})`
  const only = standing === 'all' ? sql`` : sql`AND p.active = ${standing === 'active'}`
  return sql`${words} ${there} ${only}`
}

type Row = FoundPerson & { total: number; sort: string | null; key: string | null }

/** One page in the order of user names, which say region and post; a cursor needs a moment, so all have the same. */
export const readPeople = async (
  tx: Reader,
  query: PeopleQuery,
): Promise<{ rows: FoundPerson[]; total: number; cursor: string | null }> => {
  const parts = {
    hits: sql`SELECT 'epoch'::timestamptz AS sort, p.username AS id, p.id AS person FROM persons p WHERE ${within(query.regions)} ${matching(query)}`,
    columns: sql`p.id, p.name, p.username, p.active, e.name AS enterprise,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('office', a.office, 'role', a.role, 'until', a.until) ORDER BY a.office, a.role), '[]')
        FROM appointments a WHERE a.person = p.id AND ${heldNow(query.at)}) AS posts,
      (SELECT count(DISTINCT t.id)::int FROM tasks t WHERE t.open AND t.assignee = p.id) AS "openTasks"`,
    joins: sql`LEFT JOIN persons p ON p.id = page.person LEFT JOIN enterprises e ON e.id = p.enterprise`,
    order: 'ascending' as const,
  }
  const { rows } = await tx.execute<Row>(
    pageOf({ ...parts, after: decodeCursor(query.after), limit: query.limit }),
  )
  return cut(rows, query.limit)
}

export type HeldTask = {
  caseId: string
  number: string
  title: string
  process: string
  task: string
  grp: string
  dueAt: Instant
}

/** Open tasks in somebody's name, the soonest first, as far as the reader sees their cases. */
export const readHeldTasks = async (
  tx: Reader,
  person: string,
  limit: number,
): Promise<HeldTask[]> => {
  const { rows } = await tx.execute<HeldTask>(sql`
    SELECT * FROM (SELECT DISTINCT ON (t.id) t.case_id AS "caseId", c.number, c.title, t.process, t.task, t.grp, t.due_at AS "dueAt"
      FROM tasks t JOIN cases c ON c.id = t.case_id WHERE t.open AND t.assignee = ${person} ORDER BY t.id, t.grp) held
    ORDER BY "dueAt", "caseId" LIMIT ${limit + 1}`)
  return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt).toISOString() }))
}

/** How many open tasks stand before each of these groups. */
export const countWaiting = async (tx: Reader, groups: string[]): Promise<Map<string, number>> => {
  const { rows } = await tx.execute<{ grp: string; n: number }>(sql`
    SELECT grp, count(*)::int AS n FROM tasks WHERE open AND grp = ANY(${sql.param(groups)}::text[]) GROUP BY grp`)
  return new Map(rows.map(({ grp, n }) => [grp, n]))
}

export type StoodIn = {
  id: string
  person: string
  personName: string
  substitute: string
  substituteName: string
  from: string
  to: string
  order: string
  since: Instant
  until: Instant
  endedAt: Instant | null
}

/** Every substitution that somebody gave or took, the newest first. */
export const readStoodIn = async (tx: Reader, person: string): Promise<StoodIn[]> => {
  const { rows } = await tx.execute<StoodIn>(sql`
    SELECT s.id, s.person, a.name AS "personName", s.substitute, b.name AS "substituteName", s.from_day AS "from", s.to_day AS "to",
      s.order_number AS "order", greatest(s.since, g.at) AS since, s.until, x.ended_at AS "endedAt"
    FROM substitutions s JOIN persons a ON a.id = s.person JOIN persons b ON b.id = s.substitute
      JOIN substitution_agreements g ON g.substitution = s.id LEFT JOIN substitution_ends x ON x.substitution = s.id
    WHERE s.person = ${person} OR s.substitute = ${person} ORDER BY s.created_at DESC, s.id LIMIT 100`)
  const iso = (at: string) => new Date(at).toISOString()
  return rows.map((row) => ({
    ...row,
    since: iso(row.since),
    until: iso(row.until),
    endedAt: row.endedAt === null ? null : iso(row.endedAt),
  }))
}
