// Which cases does an approved change ask to reckon again, and which have done so?
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { commandId } from '../../domain/identity/commands.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { calendarRearmings as t } from '../schema/change/proposals.ts'

export type Rearming = { caseId: string; commandId: string; process: string; generation: number }
export type Progress = { total: number; done: number; failed: number; perMinute: number }
export type Refusal = { caseId: string; number: string; error: string }

/** The same case asked for the same proposal is the same command, whoever asks and how often. */
export const rearmingCommand = (proposal: string, caseId: string): string =>
  commandId('system', `reproject:${caseId}:${proposal}`)

export const keepRearmings = async (
  db: Executor,
  proposal: string,
  caseIds: string[],
): Promise<void> => {
  const rows = caseIds.map((caseId) => ({
    proposal,
    caseId,
    commandId: rearmingCommand(proposal, caseId),
    status: 'pending' as const,
  }))
  if (rows.length > 0) await db.insert(t).values(rows).onConflictDoNothing()
}

/** The next cases after `after` that have not answered. */
export const readPending = (
  db: Pick<Executor, 'select'>,
  proposal: string,
  after: string,
  limit: number,
): Promise<Rearming[]> =>
  db
    .select({
      caseId: t.caseId,
      commandId: t.commandId,
      process: cases.process,
      generation: cases.generation,
    })
    .from(t)
    .innerJoin(cases, eq(cases.id, t.caseId))
    .where(and(eq(t.proposal, proposal), eq(t.status, 'pending'), gt(t.caseId, after)))
    .orderBy(asc(t.caseId))
    .limit(limit)

export const markRearmed = async (
  db: Executor,
  proposal: string,
  caseIds: string[],
): Promise<void> => {
  if (caseIds.length > 0)
    await db
      .update(t)
      .set({ status: 'done', answeredAt: sql`clock_timestamp()` })
      .where(and(eq(t.proposal, proposal), inArray(t.caseId, caseIds)))
}

export const markFailed = async (
  db: Executor,
  proposal: string,
  caseId: string,
  error: string,
): Promise<void> => {
  await db
    .update(t)
    .set({ status: 'failed', error: error.slice(0, 300), answeredAt: sql`clock_timestamp()` })
    .where(and(eq(t.proposal, proposal), eq(t.caseId, caseId)))
}

export const progressOf = async (
  db: Pick<Executor, 'execute'>,
  proposal: string,
): Promise<Progress> => {
  const { rows } = await db.execute<Progress>(sql`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'done')::int AS done, count(*) FILTER (WHERE status = 'failed')::int AS failed,
      count(*) FILTER (WHERE answered_at > clock_timestamp() - interval '1 minute')::int AS "perMinute" FROM calendar_rearmings WHERE proposal = ${proposal}`)
  return rows[0] ?? { total: 0, done: 0, failed: 0, perMinute: 0 }
}

/** The first cases, in the reader's regions, that could not be reckoned again. */
export const readRefusals = (
  db: Pick<Executor, 'select'>,
  proposal: string,
  regions: string[],
  limit: number,
): Promise<Refusal[]> =>
  db
    .select({
      caseId: t.caseId,
      number: cases.number,
      error: sql<string>`coalesce(${t.error}, '')`,
    })
    .from(t)
    .innerJoin(cases, eq(cases.id, t.caseId))
    .where(
      and(
        eq(t.proposal, proposal),
        eq(t.status, 'failed'),
        inArray(cases.region, regions as Region[]),
      ),
    )
    .orderBy(asc(t.caseId))
    .limit(limit)

export const isOpen = async (db: Pick<Executor, 'select'>, caseId: string): Promise<boolean> =>
  (
    await db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, caseId), eq(cases.status, 'open')))
  ).length > 0
