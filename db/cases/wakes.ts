// Who must be woken because a transaction has changed what happens next, and who has looked since?
import { eq, isNotNull, lt, min, sql } from 'drizzle-orm'
import type { Database, Executor } from '../client.ts'
import { wakes } from '../schema/cases/wakes.ts'
import { placeholdersFor, statement } from '../statements.ts'

/** What the workflow of a case needs to know of it; references, dates and words of its state, no form and no name. */
export type Outlook = Pick<
  typeof wakes.$inferSelect,
  | 'caseId'
  | 'process'
  | 'life'
  | 'revision'
  | 'chart'
  | 'closed'
  | 'state'
  | 'details'
  | 'timerAt'
  | 'effectsAt'
  | 'urgent'
>
export type WakeAddress = Pick<Outlook, 'caseId' | 'process' | 'life'>

/** The sender has so long before the relay takes a wake over. */
const graceMs = 1_000
const longestWaitMs = 60_000

/** Writes what the loop itself has just found: it knows it, so nothing is left to be told. */
export const noteSeen = async (tx: Executor, outlook: Outlook): Promise<void> => {
  await statement(tx, 'wake_seen', seenUpsert).execute(outlook)
}

/**
 * Writes what somebody outside the loop has made of the case, and asks for a wake when the loop would come too late by itself: an effect to carry
 * out now, an earlier timer, another life, an end. True: nobody was asked for before, so that a wake is to be sent once this is committed.
 */
export const askForWake = async (
  tx: Executor,
  outlook: Outlook,
  effectsNow: boolean,
): Promise<boolean> => {
  const [row] = await statement(tx, 'wake_ask', wakeUpsert).execute({ ...outlook, effectsNow })
  return row?.fresh ?? false
}

const outlookColumns = [
  'caseId',
  'process',
  'life',
  'revision',
  'chart',
  'closed',
  'state',
  'details',
  'timerAt',
  'effectsAt',
  'urgent',
] as const
const seenUpsert = (db: Executor) => {
  const seen = { ...placeholdersFor(outlookColumns), unseenSince: null, tryAt: null, tries: 0 }
  return db.insert(wakes).values(seen).onConflictDoUpdate({ target: wakes.caseId, set: seen })
}

const wakeUpsert = (db: Executor) => {
  const outlook = placeholdersFor(outlookColumns)
  const asked = {
    unseenSince: sql`now()`,
    tryAt: sql`now() + make_interval(secs => ${graceMs / 1_000})`,
    tries: 0,
  }
  const wanted = sql`(${sql.placeholder('effectsNow')}::boolean OR ${wakes.life} <> excluded.life OR ${wakes.closed} <> excluded.closed
    OR excluded.timer_at < coalesce(${wakes.timerAt}, 'infinity'))`
  const anew = sql`(${wakes.unseenSince} IS NULL AND ${wanted})`
  return db
    .insert(wakes)
    .values({ ...outlook, ...asked })
    .onConflictDoUpdate({
      target: wakes.caseId,
      set: {
        ...outlook,
        unseenSince: sql`CASE WHEN ${anew} THEN excluded.unseen_since ELSE ${wakes.unseenSince} END`,
        tryAt: sql`CASE WHEN ${anew} THEN excluded.try_at ELSE ${wakes.tryAt} END`,
        tries: sql`CASE WHEN ${anew} THEN 0 ELSE ${wakes.tries} END`,
      },
    })
    .returning({ fresh: sql<boolean>`coalesce(${wakes.unseenSince} = now(), false)` })
}

/** The loop has been woken: what it learns, and that it has learned it, are one statement. Null: no act of the case has been committed yet. */
export const takeOutlook = async (db: Executor, caseId: string): Promise<Outlook | null> => {
  const [row] = await statement(db, 'wake_take', wakeTake).execute({ caseId })
  return row ?? null
}

const wakeTake = (db: Executor) =>
  db
    .update(wakes)
    .set({ unseenSince: null, tryAt: null, tries: 0 })
    .where(eq(wakes.caseId, sql.placeholder('caseId')))
    .returning()

/** Leases at most so many wakes that nobody has seen in time, urgent ones first; each waits longer before it is leased again. */
export const leaseWakes = async (
  db: Pick<Database, 'execute'>,
  most: number,
): Promise<WakeAddress[]> => {
  const { rows } = await db.execute<{ case_id: string; process: string; life: number }>(sql`
    WITH due AS (SELECT case_id FROM wakes WHERE unseen_since IS NOT NULL AND try_at <= now()
      ORDER BY urgent DESC, try_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE wakes SET tries = least(tries + 1, 100),
      try_at = now() + make_interval(secs => least(${longestWaitMs / 1_000}, power(2, least(tries, 10))))
    FROM due WHERE wakes.case_id = due.case_id
    RETURNING wakes.case_id, wakes.process, wakes.life`)
  return rows.map(({ case_id: caseId, process, life }) => ({ caseId, process, life }))
}

/** Cases whose workflow has not looked since before `before`, real time; the longest first. */
export const readUnseenSince = async (
  db: Pick<Database, 'select'>,
  before: Date,
  most: number,
): Promise<{ caseId: string; at: Date }[]> => {
  const rows = await db
    .select({ caseId: wakes.caseId, at: wakes.unseenSince })
    .from(wakes)
    .where(lt(wakes.unseenSince, before))
    .orderBy(wakes.unseenSince)
    .limit(most)
  return rows.flatMap(({ caseId, at }) => (at === null ? [] : [{ caseId, at }]))
}

/** How many wakes nobody has seen, and since when the oldest. */
export const readUnseen = async (
  db: Pick<Database, 'select'>,
): Promise<{ count: number; since: Date | null }> => {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int`, since: min(wakes.unseenSince) })
    .from(wakes)
    .where(isNotNull(wakes.unseenSince))
  return { count: row?.count ?? 0, since: row?.since ?? null }
}
