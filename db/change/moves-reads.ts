// What really moved after an approved change, and where is that not what the preview had said?
import { sql } from 'drizzle-orm'
import type { Dates } from '../../domain/change/views.ts'
import type { MovedPeriod } from '../../domain/engine/reproject.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'

export type ReprojectedCase = { caseId: string; movedPeriods: MovedPeriod[] | null }

/** Case by case in order of their ids, what each has recorded when it was asked; null where nothing was to be moved. */
export const readReprojectedCases = async (
  db: Pick<Executor, 'execute'>,
  proposal: string,
  after: string,
  limit: number,
): Promise<ReprojectedCase[]> => {
  const { rows } = await db.execute<ReprojectedCase>(sql`
    SELECT r.case_id AS "caseId", f.data->'movedPeriods' AS "movedPeriods" FROM calendar_rearmings r
    LEFT JOIN case_facts f ON f.case_id = r.case_id AND f.command_id = r.command_id AND f.type = 'reprojected'
    WHERE r.proposal = ${proposal} AND r.case_id > ${after} ORDER BY r.case_id LIMIT ${limit}`)
  return rows
}

export type Differing = {
  caseId: string
  obligation: string
  number: string
  process: string
  region: string
  clock: string
  expected: Dates | null
  happened: Dates | null
  /** The preview had looked at this period, or at least at this case. */
  checked: boolean
  knownCase: boolean
  openedAt: Instant
  closed: boolean
  running: boolean
  rearming: 'pending' | 'done' | 'failed' | null
  /** Facts between the preview and the change. */
  acts: { type: string; obligation: string | null }[] | null
}

/** Only periods where the two do not agree, in order of case and period. */
export const readDiffering = async (
  db: Pick<Executor, 'execute'>,
  proposal: string,
  after: { caseId: string; obligation: string },
  limit: number,
): Promise<Differing[]> => {
  const { rows } = await db.execute<Differing>(sql`
    WITH happened AS MATERIALIZED (
      SELECT r.case_id, f.seq, m->>'obligation' AS obligation, m->>'clock' AS clock, m->>'from' AS "from", m->>'to' AS "to", (m->>'firm')::boolean AS firm
      FROM calendar_rearmings r JOIN case_facts f ON f.case_id = r.case_id AND f.command_id = r.command_id AND f.type = 'reprojected'
      CROSS JOIN LATERAL jsonb_array_elements(f.data->'movedPeriods') m WHERE r.proposal = ${proposal}),
    differing AS MATERIALIZED (
      SELECT coalesce(k.case_id, h.case_id) AS case_id, coalesce(k.obligation, h.obligation) AS obligation, coalesce(k.clock, h.clock) AS clock, k.revision, h.seq,
        CASE WHEN k.is_moved THEN jsonb_build_object('from', k."from", 'to', k."to", 'firm', k.firm) END AS expected,
        CASE WHEN h.case_id IS NOT NULL THEN jsonb_build_object('from', h."from", 'to', h."to", 'firm', h.firm) END AS happened,
        k.case_id IS NOT NULL AS checked
      FROM (SELECT * FROM calendar_checks WHERE proposal = ${proposal}) k FULL JOIN happened h ON h.case_id = k.case_id AND h.obligation = k.obligation
      WHERE coalesce(k.is_moved, false) <> (h.case_id IS NOT NULL) OR (k.is_moved AND (k."from", k."to", k.firm) <> (h."from", h."to", h.firm)))
    SELECT d.case_id AS "caseId", d.obligation, c.number, c.process, c.region, d.clock, d.expected, d.happened, d.checked,
      before.revision IS NOT NULL AS "knownCase", to_char(c.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "openedAt",
      c.status = 'closed' AS closed, coalesce(o.status IN ('running', 'paused', 'overdue'), false) AS running, r.status AS rearming,
      (SELECT jsonb_agg(jsonb_build_object('type', f.type, 'obligation', f.data->>'obligation') ORDER BY f.seq) FROM case_facts f
        WHERE f.case_id = d.case_id AND f.revision > coalesce(d.revision, before.revision) AND (d.seq IS NULL OR f.seq < d.seq)
          AND f.type <> 'reprojected') AS acts
    FROM differing d JOIN cases c ON c.id = d.case_id
    LEFT JOIN obligations o ON o.case_id = d.case_id AND o.id = d.obligation
    LEFT JOIN calendar_rearmings r ON r.proposal = ${proposal} AND r.case_id = d.case_id
    LEFT JOIN LATERAL (SELECT min(revision) AS revision FROM calendar_checks WHERE proposal = ${proposal} AND case_id = d.case_id) before ON true
    WHERE (d.case_id, d.obligation) > (${after.caseId}, ${after.obligation}) ORDER BY d.case_id, d.obligation LIMIT ${limit}`)
  return rows
}
