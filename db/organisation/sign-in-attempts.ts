// How often has somebody failed to sign in, from where, and does it look like guessing?
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Executor } from '../client.ts'
import { signInAttempts as t } from '../schema/organisation/auth.ts'

/** From the fifth failure on each next one holds the name for this place twice as long: 1 s, 2 s, … 15 minutes. */
const freely = 5
const longestSeconds = 900
/** A known device is the person's own: his name is never held there. So many failures in a row, and it is known no longer. */
export const failuresOfDevice = 30

/**
 * Counts an attempt before the password is looked at, so that a hundred guesses at once cannot all slip through; success takes the count
 * away again. Only the same name from the same `place` is held, never the name itself. Real time, also in the clock laboratory.
 * Answers the failures in a row with this one, and the seconds to wait when this one is not to be looked at.
 */
export const countAttempt = async (
  db: Executor,
  username: string,
  place: string,
  patient = false,
): Promise<{ failures: number; heldFor: number | null }> => {
  const over = sql`${t.lastFailure} < now() - interval '1 hour'`
  const held = sql`(${t.heldUntil} IS NOT NULL AND ${t.heldUntil} > now())`
  const next = sql`CASE WHEN ${over} THEN 1 WHEN ${held} THEN ${t.failures} ELSE ${t.failures} + 1 END`
  const until = patient
    ? sql`NULL`
    : sql`CASE WHEN ${held} THEN ${t.heldUntil} WHEN NOT ${over} AND ${t.failures} + 1 >= ${freely}
        THEN now() + make_interval(secs => least(${longestSeconds}, power(2, least(20, ${t.failures} + 1 - ${freely})))) END`
  const [row] = await db
    .insert(t)
    .values({ username, place, failures: 1, lastFailure: sql`now()` })
    .onConflictDoUpdate({
      target: [t.username, t.place],
      set: {
        failures: next,
        heldUntil: until,
        held,
        lastFailure: sql`CASE WHEN ${held} THEN ${t.lastFailure} ELSE now() END`,
      },
    })
    .returning({
      failures: t.failures,
      held: t.held,
      left: sql<number>`ceil(extract(epoch FROM ${t.heldUntil} - now()))::int`,
    })
  return { failures: row?.failures ?? 1, heldFor: row?.held ? Math.max(1, row.left) : null }
}

/** The right password wipes the count of its own place, and old counts of all. */
export const forgiveAttempts = async (
  db: Executor,
  username: string,
  place: string,
): Promise<void> => {
  await db.delete(t).where(and(eq(t.username, username), eq(t.place, place)))
  await db.delete(t).where(sql`${t.lastFailure} < now() - interval '1 day'`)
}

/** How many names or places within an hour are no mere forgetting. */
const sprayed = 10
const guessed = 20

export type Guessing = { kind: 'sprayed' | 'besieged'; who: string; n: number; at: string }

/** One address that fails at many names, and one name at which many addresses, or one again and again, fail; of the last hour. */
export const readGuessing = async (db: Pick<Database, 'execute'>): Promise<Guessing[]> => {
  const { rows } = await db.execute<Guessing>(sql`
    WITH recent AS (SELECT username, place, failures, last_failure FROM sign_in_attempts WHERE last_failure > now() - interval '1 hour')
    SELECT 'sprayed' AS kind, regexp_replace(place, '^address ', '') AS who, count(*)::int AS n, max(last_failure) AS at
      FROM recent WHERE place LIKE 'address %' GROUP BY place HAVING count(*) >= ${sprayed}
    UNION ALL
    SELECT 'besieged', username, sum(failures)::int, max(last_failure) FROM recent GROUP BY username
      HAVING count(*) >= ${sprayed} OR max(failures) >= ${guessed}
    ORDER BY at DESC LIMIT 100`)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
