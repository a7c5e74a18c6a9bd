// What does the daily round read, and what does it leave behind?

import { and, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { hold } from '../alone.ts'
import type { Executor } from '../client.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'
import { dailyMails, dailyRounds, reachability } from '../schema/statistics/daily.ts'

export type DailyMail = typeof dailyMails.$inferSelect
export type Round = typeof dailyRounds.$inferInsert
export type Job = Round['job']
/** A person of the authorities with the regions that his posts of that role answer for. */
export type Reader = { id: string; mail: string; regions: Region[] }

/** Two rounds at once would open the same morning. */
export const lockRounds = (tx: Executor): Promise<void> => hold(tx, 'daily-round')

/** Two senders at once would both find a mail unsent; who comes second does not wait. */
export const lockSending = async (tx: Executor): Promise<boolean> => {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtext('daily-mails')) AS mine`,
  )
  return rows[0]?.mine === true
}

/** The instant of the last round of that job, done, skipped, or the beginning. */
export const lastRound = async (tx: Executor, job: Job): Promise<Instant | null> => {
  const [row] = await tx
    .select({ at: dailyRounds.plannedAt })
    .from(dailyRounds)
    .where(eq(dailyRounds.job, job))
    .orderBy(desc(dailyRounds.plannedAt))
    .limit(1)
  return row?.at ?? null
}

export const keepRounds = async (tx: Executor, rounds: Round[]): Promise<void> => {
  if (rounds.length > 0) await tx.insert(dailyRounds).values(rounds).onConflictDoNothing()
}

/** Everybody active who holds one of these roles in an office of the authorities at that moment. */
export const readersOf = async (tx: Executor, roles: Role[], at: Instant): Promise<Reader[]> => {
  const rows = await tx
    .select({ id: persons.id, mail: persons.mail, region: appointments.region })
    .from(appointments)
    .innerJoin(persons, eq(persons.id, appointments.person))
    .where(
      and(
        inArray(appointments.role, roles),
        isNull(persons.enterprise),
        eq(persons.active, true),
        lte(appointments.since, at),
        or(isNull(appointments.until), gt(appointments.until, at)),
      ),
    )
    .orderBy(persons.id)
  const people = new Map<string, Reader>()
  for (const { id, mail, region } of rows) {
    const regions = [
      ...new Set([...(people.get(id)?.regions ?? []), ...regionsBelow(region)]),
    ].sort()
    people.set(id, { id, mail, regions })
  }
  return [...people.values()]
}

export type Past = { until: Instant | null; superseded: string[] }

/** Up to when each person has been notified, and which days were never sent since. */
export const pastDigests = async (tx: Executor): Promise<Map<string, Past>> => {
  const { rows } = await tx.execute<{
    person: string
    until: string | null
    superseded: string[] | null
  }>(sql`
    WITH notified AS (SELECT person, max(at) AS until FROM daily_mails WHERE kind = 'digest' AND sent <> 'superseded' GROUP BY person)
    SELECT m.person, t.until, array_agg(m.day ORDER BY m.day) FILTER (WHERE m.sent = 'superseded' AND (t.until IS NULL OR m.at > t.until)) AS superseded
    FROM daily_mails m LEFT JOIN notified t ON t.person = m.person WHERE m.kind = 'digest' GROUP BY m.person, t.until`)
  return new Map(
    rows.map(({ person, until, superseded }) => [
      person,
      { until: until && new Date(until).toISOString(), superseded: superseded ?? [] },
    ]),
  )
}

/** What earlier mornings could not send any more: only the newest is worth reading. */
export const supersede = async (tx: Executor, day: string): Promise<void> => {
  await tx
    .update(dailyMails)
    .set({ sent: 'superseded' })
    .where(
      and(eq(dailyMails.kind, 'digest'), eq(dailyMails.sent, 'pending'), lt(dailyMails.day, day)),
    )
}

const mailsAtOnce = 1_000

/** However many: a statement takes only so many parameters. */
export const keepMails = async (tx: Executor, mails: DailyMail[]): Promise<void> => {
  for (let at = 0; at < mails.length; at += mailsAtOnce)
    await tx
      .insert(dailyMails)
      .values(mails.slice(at, at + mailsAtOnce))
      .onConflictDoNothing()
}

/** The print of the last message of that kind to each person. */
export const lastPrints = async (
  tx: Executor,
  kind: DailyMail['kind'],
): Promise<Map<string, string>> => {
  const { rows } = await tx.execute<{ person: string; print: string }>(sql`
    SELECT DISTINCT ON (person) person, print FROM daily_mails WHERE kind = ${kind} AND sent <> 'superseded' ORDER BY person, day DESC`)
  return new Map(rows.map(({ person, print }) => [person, print]))
}

export const keepReachability = async (
  tx: Executor,
  rows: (typeof reachability.$inferInsert)[],
): Promise<void> => {
  if (rows.length > 0) await tx.insert(reachability).values(rows).onConflictDoNothing()
}

/** Messages whose mail is still to be sent, with the address of their reader. */
export const pendingMails = (
  tx: Executor,
  limit: number,
): Promise<(DailyMail & { to: string })[]> =>
  tx
    .select({ mail: dailyMails, to: persons.mail })
    .from(dailyMails)
    .innerJoin(persons, eq(persons.id, dailyMails.person))
    .where(eq(dailyMails.sent, 'pending'))
    .orderBy(dailyMails.day, dailyMails.id)
    .limit(limit)
    .then((rows) => rows.map(({ mail, to }) => ({ ...mail, to })))

export const markMail = async (
  tx: Executor,
  id: string,
  sent: DailyMail['sent'],
): Promise<void> => {
  await tx.update(dailyMails).set({ sent }).where(eq(dailyMails.id, id))
}
