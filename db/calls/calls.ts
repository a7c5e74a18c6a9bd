// Whom does a notice call, is it still wanted, and what is kept of each call?
import { and, asc, eq, gte, inArray, isNotNull, ne, notExists, or, sql } from 'drizzle-orm'
import type { CallChannel, CallFact } from '../../domain/calls/channels.ts'
import { derivedId } from '../../domain/identity/commands.ts'
import type { NoticeEffect } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { callReceipts, calls } from '../schema/cases/calls.ts'
import {
  caseFacts,
  cases,
  effects,
  escalationLevels,
  notices,
  obligations,
} from '../schema/cases/cases.ts'
import { appointments, personPhones, persons } from '../schema/organisation/organisation.ts'

/** The notice effect that calls; `null`: there is none of this id. */
export type CallingNotice = { caseId: string; number: string; payload: NoticeEffect }

export const readCallingNotice = async (
  db: Database,
  effect: string,
): Promise<CallingNotice | null> => {
  const [found] = await db
    .select({ caseId: effects.caseId, payload: effects.payload, number: cases.number })
    .from(effects)
    .innerJoin(cases, eq(cases.id, effects.caseId))
    .where(eq(effects.id, effect))
  return found?.payload.kind === 'notice' ? { ...found, payload: found.payload } : null
}

/** As long as the case is open, the period runs and nobody has acknowledged the level. */
export const isCallWanted = async (
  db: Database,
  { caseId, payload: { obligation, escalationLevel } }: CallingNotice,
): Promise<boolean> => {
  if (obligation === null || escalationLevel === null) return false
  const [found] = await db
    .select({ one: sql`1` })
    .from(escalationLevels)
    .innerJoin(cases, and(eq(cases.id, escalationLevels.caseId), eq(cases.status, 'open')))
    .innerJoin(
      obligations,
      and(
        eq(obligations.caseId, escalationLevels.caseId),
        eq(obligations.id, escalationLevels.obligation),
        inArray(obligations.status, ['running', 'overdue']),
      ),
    )
    .where(
      and(
        eq(escalationLevels.caseId, caseId),
        eq(escalationLevels.obligation, obligation),
        eq(escalationLevels.escalationLevel, escalationLevel),
        sql`${escalationLevels.acknowledgedAt} IS NULL`,
      ),
    )
  return found !== undefined
}

/** Its notices, and which of them go to people of the enterprise, in the order in which the level names their posts; a substitute comes before whom he stands in for. */
export const noticesToCall = async (
  db: Database,
  effect: string,
  { payload: { groups } }: CallingNotice,
  now: Instant,
): Promise<{ notice: string; enterprise: boolean }[]> => {
  const rows = await db
    .select({
      id: notices.id,
      person: notices.person,
      onBehalfOf: notices.onBehalfOf,
      enterprise: persons.enterprise,
    })
    .from(notices)
    .leftJoin(persons, eq(persons.id, notices.person))
    .where(eq(notices.effectId, effect))
    .orderBy(asc(notices.person))
  const people = rows.flatMap(({ person, onBehalfOf }) => [
    person,
    ...(onBehalfOf ?? []).map(({ id }) => id),
  ])
  const places = await placesOf(db, people, groups, now)
  const last = groups.length
  const placeOf = ({ person, onBehalfOf }: (typeof rows)[number]): number =>
    Math.min(
      places.get(person) ?? last,
      ...(onBehalfOf ?? []).map(({ id }) => (places.get(id) ?? last) - 0.5),
    )
  return rows
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ id, enterprise }) => ({ notice: id, enterprise: enterprise !== null }))
}

/** The first of these groups that each holds. */
const placesOf = async (
  db: Database,
  people: string[],
  groups: string[],
  now: Instant,
): Promise<Map<string, number>> => {
  if (people.length === 0) return new Map()
  const held = await db
    .select({
      person: appointments.person,
      group: sql<string>`${appointments.office} || '/' || ${appointments.role}`,
    })
    .from(appointments)
    .where(
      and(
        inArray(appointments.person, people),
        sql`${appointments.since} <= ${now}::timestamptz`,
        sql`(${appointments.until} IS NULL OR ${appointments.until} > ${now}::timestamptz)`,
      ),
    )
  const places = new Map<string, number>()
  for (const { person, group } of held) {
    const place = groups.indexOf(group)
    if (place >= 0) places.set(person, Math.min(places.get(person) ?? place, place))
  }
  return places
}

export type CallKey = { noticeId: string; channel: CallChannel; round: number }

export const callIdOf = ({ noticeId, channel, round }: CallKey): string =>
  derivedId(noticeId, channel, round)

/** False: it was written before, by whoever has asked the gateway or was stopped on the way there. */
export const keepCall = async (
  db: Database,
  key: CallKey,
  { caseId, at }: { caseId: string; at: Instant },
): Promise<boolean> => {
  const kept = await db
    .insert(calls)
    .values({ id: callIdOf(key), ...key, caseId, at })
    .onConflictDoNothing()
    .returning({ id: calls.id })
  return kept.length > 0
}

export type NewReceipt = Omit<typeof callReceipts.$inferInsert, 'reference'> & {
  reference?: string | undefined
}

/** Each fact of a call once, however often it is learned. */
export const keepReceipts = async (db: Database, receipts: NewReceipt[]): Promise<void> => {
  if (receipts.length > 0) await db.insert(callReceipts).values(receipts).onConflictDoNothing()
}

export const factsOfCall = async (db: Database, callId: string): Promise<CallFact[]> =>
  (
    await db
      .select({ fact: callReceipts.fact })
      .from(callReceipts)
      .where(eq(callReceipts.callId, callId))
      .orderBy(asc(callReceipts.seq))
  ).map(({ fact }) => fact)

/** The person of a notice, and the number by which he is called. */
export const readCalled = async (
  db: Database,
  noticeId: string,
): Promise<{ person: string; phone: string; at: Instant } | null> => {
  const [found] = await db
    .select({ person: notices.person, phone: personPhones.phone, at: notices.at })
    .from(notices)
    .leftJoin(personPhones, eq(personPhones.person, notices.person))
    .where(eq(notices.id, noticeId))
  return found ? { ...found, phone: found.phone ?? '' } : null
}

export type PendingCall = {
  id: string
  channel: CallChannel
  phone: string
  reference: string | null
  recordedAt: Date
}

const lastWords: CallFact[] = ['answered', 'undelivered', 'refused', 'unreachable', 'no-number']

/** Calls of a notice that some gateway has, or may have, and of which more may become known; of a message that is its delivery at the most. */
export const pendingCalls = async (db: Database, noticeId: string): Promise<PendingCall[]> => {
  const ended = db
    .select({ one: sql`1` })
    .from(callReceipts)
    .where(
      and(
        eq(callReceipts.callId, calls.id),
        or(
          inArray(callReceipts.fact, lastWords),
          and(eq(callReceipts.fact, 'delivered'), ne(calls.channel, 'voice')),
        ),
      ),
    )
  return db
    .select({
      id: calls.id,
      channel: calls.channel,
      phone: personPhones.phone,
      recordedAt: calls.recordedAt,
      reference: sql<string | null>`(
        SELECT r.reference FROM call_receipts r WHERE r.call_id = ${calls.id} AND r.fact = 'accepted')`,
    })
    .from(calls)
    .innerJoin(notices, eq(notices.id, calls.noticeId))
    .innerJoin(personPhones, eq(personPhones.person, notices.person))
    .where(and(eq(calls.noticeId, noticeId), notExists(ended)))
    .orderBy(asc(calls.recordedAt))
}

/** Whether the person has done anything in the case since then. */
export const hasActedSince = async (
  db: Database,
  caseId: string,
  person: string,
  since: Instant,
): Promise<boolean> => {
  const [found] = await db
    .select({ seq: caseFacts.seq })
    .from(caseFacts)
    .where(
      and(
        eq(caseFacts.caseId, caseId),
        sql`${caseFacts.actor}->>'id' = ${person}`,
        gte(caseFacts.recordedAt, since),
        isNotNull(caseFacts.commandId),
      ),
    )
    .limit(1)
  return found !== undefined
}
