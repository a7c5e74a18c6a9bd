// Where did what moved differ from its preview, as it was found when the change had been carried out?
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { calendarChecks as checks, calendarDifferences as t } from '../schema/change/proposals.ts'

export type KeptDifference = typeof t.$inferSelect

/** Found anew each time, so that an interrupted comparison leaves nothing double. */
export const keepDifferences = async (db: Executor, rows: KeptDifference[]): Promise<void> => {
  if (rows.length > 0) await db.insert(t).values(rows).onConflictDoNothing()
}

export const forgetDifferences = async (db: Executor, proposal: string): Promise<void> => {
  await db.delete(t).where(eq(t.proposal, proposal))
}

type Page = { after: { caseId: string; obligation: string }; limit: number; regions: string[] }

/** Those in the reader's regions. */
export const readDifferences = (
  db: Pick<Executor, 'select'>,
  proposal: string,
  { after, limit, regions }: Page,
): Promise<KeptDifference[]> =>
  db
    .select()
    .from(t)
    .where(
      and(
        eq(t.proposal, proposal),
        inArray(t.region, regions),
        sql`(${t.caseId}, ${t.obligation}) > (${after.caseId}, ${after.obligation})`,
      ),
    )
    .orderBy(t.caseId, t.obligation)
    .limit(limit)

/** Periods that the preview says will move, in the reader's regions. */
export const readChecks = (
  db: Pick<Executor, 'select'>,
  proposal: string,
  { after, limit, regions }: Page,
) =>
  db
    .select()
    .from(checks)
    .where(
      and(
        eq(checks.proposal, proposal),
        eq(checks.isMoved, true),
        inArray(checks.region, regions),
        gt(
          sql`(${checks.caseId}, ${checks.obligation})`,
          sql`(${after.caseId}, ${after.obligation})`,
        ),
      ),
    )
    .orderBy(checks.caseId, checks.obligation)
    .limit(limit)
