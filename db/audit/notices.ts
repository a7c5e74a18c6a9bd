// What can PostgreSQL alone say about effects and notices that nobody has carried out, sent or heard?
import { and, count, desc, eq, gt, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import { cases, deliveries, effects, notices } from '../schema/cases/cases.ts'
import { inOpenCase, MOST, type Sighting } from './cases.ts'

export type EffectSighting = Sighting & { kind: string; detail: string | null }
export type NoticeSighting = Sighting & { person: string; detail: string }

/** Levels of open cases of which one person was told twice, by two different effects. */
export const escalationLevelsToldTwice = async (
  db: Executor,
): Promise<(NoticeSighting & { escalationLevel: string })[]> => {
  const rows = await db
    .select({
      caseId: notices.caseId,
      person: notices.person,
      escalationLevel: notices.escalationLevel,
      at: sql<string>`max(${notices.at})`,
      times: count(),
    })
    .from(notices)
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .where(and(inOpenCase, isNotNull(notices.escalationLevel)))
    .groupBy(notices.caseId, notices.obligation, notices.escalationLevel, notices.person)
    .having(gt(count(), 1))
    .limit(MOST)
  return rows.map(({ at, escalationLevel, times, ...row }) => ({
    ...row,
    escalationLevel: escalationLevel ?? '',
    at: instant(at),
    detail: String(times),
  }))
}

/** Effects due in the law's time and older than `realBefore` in real time that nobody has carried out, and quarantined ones. */
export const stuckEffects = async (
  db: Executor,
  before: Instant,
  realBefore: Date,
): Promise<(EffectSighting & { quarantined: boolean })[]> => {
  const waiting = and(
    eq(effects.status, 'pending'),
    lt(effects.notBefore, before),
    lt(effects.createdAt, realBefore),
  )
  const rows = await db
    .select({
      caseId: effects.caseId,
      at: effects.notBefore,
      kind: effects.kind,
      detail: effects.error,
      status: effects.status,
    })
    .from(effects)
    .where(or(waiting, eq(effects.status, 'quarantined')))
    .orderBy(effects.notBefore)
    .limit(MOST)
  return rows.map(({ status, ...row }) => ({ ...row, quarantined: status === 'quarantined' }))
}

/** Notices of open cases whose effect was done before `realBefore` and of which no channel reports anything. */
export const undelivered = async (db: Executor, realBefore: Date): Promise<NoticeSighting[]> =>
  db
    .select({
      caseId: notices.caseId,
      at: notices.at,
      person: notices.person,
      detail: notices.about,
    })
    .from(notices)
    .innerJoin(effects, eq(effects.id, notices.effectId))
    .where(
      and(
        lt(effects.doneAt, realBefore),
        notExists(
          db.select({ one: sql`1` }).from(deliveries).where(eq(deliveries.noticeId, notices.id)),
        ),
      ),
    )
    .orderBy(notices.at)
    .limit(MOST)

/** Notices of open cases that were carried out, with nobody there to be told; what had become pointless by then says so in `error`. */
export const toldNobody = async (db: Executor): Promise<EffectSighting[]> =>
  db
    .select({
      caseId: effects.caseId,
      at: effects.notBefore,
      kind: effects.kind,
      detail: sql<string>`${effects.payload}->>'about'`,
    })
    .from(effects)
    .innerJoin(cases, eq(cases.id, effects.caseId))
    .where(
      and(
        inOpenCase,
        eq(effects.kind, 'notice'),
        eq(effects.status, 'done'),
        isNull(effects.error),
        notExists(db.select({ one: sql`1` }).from(notices).where(eq(notices.effectId, effects.id))),
      ),
    )
    .orderBy(effects.notBefore)
    .limit(MOST)

/** Mails of open cases that came back and never arrived: a bounced mail is not "told". */
export const bounced = async (db: Database): Promise<NoticeSighting[]> => {
  const arrived = alias(deliveries, 'arrived')
  const never = notExists(
    db
      .select({ one: sql`1` })
      .from(arrived)
      .where(
        and(eq(arrived.noticeId, notices.id), eq(arrived.channel, 'mail'), eq(arrived.ok, true)),
      ),
  )
  const rows = await db
    .selectDistinctOn([notices.id], {
      caseId: notices.caseId,
      at: notices.at,
      person: notices.person,
      detail: deliveries.detail,
    })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .where(and(inOpenCase, eq(deliveries.channel, 'mail'), eq(deliveries.ok, false), never))
    .orderBy(notices.id, desc(deliveries.seq))
    .limit(MOST)
  return rows
}
