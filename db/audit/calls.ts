// What can PostgreSQL alone say about calls that were not made, and gateways that take none?
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { CallChannel, CallFact } from '../../domain/calls/channels.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { rosterCalls } from '../schema/organisation/rosters.ts'
import { type EscalationLevelSighting, MOST } from './cases.ts'

export type GatewaySighting = { channel: CallChannel; fact: CallFact; at: Instant }

/** How the newest attempt on each channel ended that was tried since then. */
export const newestAttempts = async (db: Database, since: Date): Promise<GatewaySighting[]> => {
  const { rows } = await db.execute<Omit<GatewaySighting, 'at'> & { at: string }>(sql`
    SELECT DISTINCT ON (k.channel) k.channel, f.fact, k.recorded_at AS at
    FROM calls k JOIN call_receipts f ON f.call_id = k.id AND f.fact IN ('accepted', 'refused', 'unreachable', 'unknown')
    WHERE k.recorded_at > ${since.toISOString()}::timestamptz
    ORDER BY k.channel, k.recorded_at DESC, f.seq`)
  return rows.map(({ at, ...row }) => ({ ...row, at: instant(at) }))
}

/** Since when the newest calls on a channel were taken over, as many as `most` and before `until`, where nothing was heard of any and nobody answered. */
export const muteChannels = async (
  db: Database,
  {
    channels,
    since,
    until,
    most,
  }: {
    channels: readonly CallChannel[]
    since: Date
    until: Date
    most: number
  },
): Promise<{ channel: CallChannel; at: Instant }[]> => {
  const { rows } = await db.execute<{ channel: CallChannel; at: string }>(sql`
    WITH newest AS (
      SELECT k.*, row_number() OVER (PARTITION BY k.channel ORDER BY k.recorded_at DESC) AS nth FROM calls k
      WHERE k.recorded_at > ${since.toISOString()}::timestamptz AND k.recorded_at < ${until.toISOString()}::timestamptz
        AND k.channel = ANY(${sql.param([...channels])}::text[])
        AND EXISTS (SELECT 1 FROM call_receipts f WHERE f.call_id = k.id AND f.fact = 'accepted')
        AND NOT EXISTS (SELECT 1 FROM calls o JOIN call_receipts f ON f.call_id = o.id AND f.fact = 'answered' WHERE o.notice_id = k.notice_id))
    SELECT n.channel, min(n.recorded_at) AS at FROM newest n WHERE n.nth <= ${most}
    GROUP BY n.channel
    HAVING count(*) = ${most} AND NOT bool_or(EXISTS (SELECT 1 FROM call_receipts f WHERE f.call_id = n.id AND f.fact IN ('delivered', 'undelivered')))
    ORDER BY n.channel`)
  return rows.map(({ channel, at }) => ({ channel, at: instant(at) }))
}

/** Levels fired since `since` that call, whose notices went out before `realBefore` and of which nobody was called, though they are still to be acknowledged. */
export const levelsWithoutCall = async (
  db: Database,
  since: Instant,
  realBefore: Date,
): Promise<EscalationLevelSighting[]> => {
  const { rows } = await db.execute<EscalationLevelSighting>(sql`
    SELECT l.case_id AS "caseId", c.process, o.clock, l.escalation_level AS "escalationLevel", l.planned_at AS at, l.fired_at AS "firedAt"
    FROM escalation_levels l JOIN cases c ON c.id = l.case_id AND c.status = 'open'
      JOIN obligations o ON o.case_id = l.case_id AND o.id = l.obligation AND o.status IN ('running', 'overdue')
      JOIN effects e ON e.status = 'done' AND e.case_id = l.case_id AND e.kind = 'notice' AND e.payload->>'calls' = 'true'
        AND e.payload->>'obligation' = l.obligation AND e.payload->>'escalationLevel' = l.escalation_level
    WHERE l.status = 'fired' AND l.acknowledged_at IS NULL AND l.planned_at > ${since}::timestamptz
      AND e.done_at < ${realBefore.toISOString()}::timestamptz
      AND EXISTS (SELECT 1 FROM notices n WHERE n.effect_id = e.id)
      AND NOT EXISTS (SELECT 1 FROM notices n JOIN calls k ON k.notice_id = n.id WHERE n.effect_id = e.id)
    ORDER BY l.planned_at LIMIT ${MOST}`)
  return rows.map((row) => ({
    ...row,
    at: instant(row.at),
    firedAt: row.firedAt === null ? null : instant(row.firedAt),
  }))
}

/** Calls since then for which the roster of the office named nobody. */
export const callsInGaps = async (
  db: Database,
  since: Instant,
): Promise<{ caseId: string; group: string; at: Instant }[]> =>
  db
    .select({ caseId: rosterCalls.caseId, group: rosterCalls.grp, at: rosterCalls.at })
    .from(rosterCalls)
    .where(and(eq(rosterCalls.outcome, 'gap'), gt(rosterCalls.at, since)))
    .orderBy(asc(rosterCalls.at))
    .limit(MOST)
