// Which cases run against a legal end, soonest first, and how many people did each level reach?
import { type SQL, sql } from 'drizzle-orm'
import type { CallChannel } from '../../domain/calls/channels.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { cut, type ListParts, type Place, pageOf } from '../keyset.ts'
import { isPromised } from '../promised.ts'
import type { Reader } from '../scope.ts'

export type WallHit = {
  record: CaseRecord
  enterprise: string | null
  level: number | null
  /** The running period of the case that ends first. */
  obligation: string
  /** Level → how many people were reached on some channel. */
  recipientCount: Record<string, number> | null
  /** Level → who answered a call first. */
  answered: Record<string, CallAnswer> | null
}
export type CallAnswer = { name: string; how: CallChannel; at: Instant }

export type WallQuery = {
  process: string | null
  regions: string[] | null
  level: number | null
  /** Only what had ended by this moment. */
  endedBy: Instant | null
  after: Place | null
  limit: number
}

/**
 * The wall as a list. A case stands once, under the running period of law that ends first
 * (`cases.due_at` is its end), so (end, case) orders the lanes without a tie; of two that end together the first by id speaks.
 */
export const wallList = (query: Omit<WallQuery, 'after' | 'limit'>): ListParts => ({
  hits: sql`SELECT due_at AS sort, id FROM cases WHERE ${sql.join(wanted(query), sql` AND `)}`,
  columns: sql`c.record, c.level, e.name AS enterprise, o.id AS obligation, reached."recipientCount", heard.answered`,
  joins,
  order: 'ascending',
})

export const readWall = async (tx: Reader, query: WallQuery) => {
  const { rows } = await tx.execute<
    WallHit & { total: number; sort: string | null; key: string | null }
  >(pageOf({ ...wallList(query), after: query.after, limit: query.limit }))
  return cut(rows, query.limit)
}

const running = sql`('running', 'paused', 'overdue')`

const wanted = ({
  process,
  regions,
  level,
  endedBy,
}: Omit<WallQuery, 'after' | 'limit'>): SQL[] => [
  sql`status = 'open' AND due_at IS NOT NULL`,
  ...(process === null ? [] : [sql`process = ${process}`]),
  ...(regions === null ? [] : [sql`region = ANY(${sql.param(regions)}::text[])`]),
  ...(level === null ? [] : [sql`level = ${level}`]),
  ...(endedBy === null ? [] : [sql`due_at <= ${endedBy}::timestamptz`]),
]

const promised = isPromised(sql`c.record`, sql`obligations.id`)

const joins = sql`
  LEFT JOIN cases c ON c.id = page.id
  LEFT JOIN enterprises e ON e.id = c.owner
  LEFT JOIN LATERAL (
    SELECT id FROM obligations WHERE case_id = page.id AND due_at = page.sort AND status IN ${running} AND NOT ${promised} ORDER BY id LIMIT 1
  ) o ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(escalation_level, people) AS "recipientCount" FROM (
      SELECT n.escalation_level, count(DISTINCT n.person)::int AS people FROM notices n
      WHERE n.case_id = page.id AND n.obligation = o.id AND n.escalation_level IS NOT NULL
        AND EXISTS (SELECT 1 FROM deliveries d WHERE d.notice_id = n.id AND d.ok)
      GROUP BY n.escalation_level
    ) escalation_levels
  ) reached ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(escalation_level, answer) AS answered FROM (
      SELECT DISTINCT ON (n.escalation_level) n.escalation_level,
        jsonb_build_object('name', p.name, 'how', k.channel, 'at', to_char(f.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS answer
      FROM calls k JOIN call_receipts f ON f.call_id = k.id AND f.fact = 'answered'
        JOIN notices n ON n.id = k.notice_id JOIN persons p ON p.id = n.person
      WHERE k.case_id = page.id AND n.obligation = o.id ORDER BY n.escalation_level, f.seq
    ) answers
  ) heard ON true`
