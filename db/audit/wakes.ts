// Which cases should have moved and have not, whether their clock does not reach them or a defect holds them?
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import { dueBefore, fallsDue } from '../jitter.ts'
import { cases } from '../schema/cases/cases.ts'
import { quarantine } from '../schema/cases/quarantine.ts'
import { MOST, type Sighting } from './cases.ts'

const open = eq(cases.status, 'open')

/** `inVain`: nothing of the case is due, so that no wake will change anything. */
export type SleeperSighting = Sighting & { inVain: boolean }

/** Cases whose durable timer should have woken them before `before`; those of one midnight are woken over a window. */
export const sleepers = async (
  db: Database,
  before: Instant,
  windowMs: number,
): Promise<SleeperSighting[]> => {
  const due = sql<boolean>`(EXISTS (SELECT 1 FROM obligations o WHERE o.case_id = cases.id AND o.status = 'running' AND o.due_at <= ${before})
    OR EXISTS (SELECT 1 FROM escalation_levels r JOIN obligations o ON o.case_id = r.case_id AND o.id = r.obligation
      WHERE r.case_id = cases.id AND ${fallsDue(sql`r.status`, sql`o.status`)} AND r.planned_at <= ${before})
    OR EXISTS (SELECT 1 FROM effects e WHERE e.case_id = cases.id AND e.status = 'pending' AND e.not_before <= ${before}))`
  const rows = await db
    .select({ caseId: cases.id, at: cases.wakeAt, due })
    .from(cases)
    .where(and(open, dueBefore(cases.wakeAt, before, windowMs)))
    .orderBy(cases.wakeAt)
    .limit(MOST)
  return rows.flatMap(({ caseId, at, due }) => (at === null ? [] : [{ caseId, at, inVain: !due }]))
}

/** Cases, and commands of theirs, that a defect has put aside and nobody has tried again since. */
export const putAside = async (db: Executor): Promise<(Sighting & { detail: string })[]> => {
  const rows = await db
    .select({ caseId: quarantine.caseId, at: quarantine.at, detail: quarantine.error })
    .from(quarantine)
    .where(isNull(quarantine.solvedAt))
    .orderBy(quarantine.at)
    .limit(MOST)
  return rows.map(({ at, ...row }) => ({ ...row, at: instant(at) }))
}
