// What can PostgreSQL alone say about work that should have happened and has not?
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { filesNamed } from '../../domain/model/chain.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import { readHashes } from '../files/uploads.ts'
import { dueBefore, fallsDue, lookedAtBy } from '../jitter.ts'
import {
  caseFacts,
  cases,
  effects,
  escalationLevels,
  obligations,
  tasks,
} from '../schema/cases/cases.ts'
import { escalationPolicyProposals } from '../schema/change/escalation-policies.ts'
import { auditReports, laboratoryClock } from '../schema/change/time.ts'
import { appointments, persons } from '../schema/organisation/organisation.ts'

/** A case and since when something about it is wrong. */
export type Sighting = { caseId: string; at: Instant }
export type EscalationLevelSighting = Sighting & {
  process: string
  clock: string
  escalationLevel: string
  firedAt: Instant | null
}

/** More of one kind than this is a general failure, and the rest of the list would not help. */
export const MOST = 500
const REPORTS_KEPT = 2_000
export const inOpenCase = eq(cases.status, 'open')

/** The legal clock: real time, moved by the laboratory's offset where there is one. */
export const legalNow = async (db: Executor, realNow: number): Promise<Instant> => {
  const [row] = await db
    .select({ offset: laboratoryClock.offsetMs })
    .from(laboratoryClock)
    .where(eq(laboratoryClock.id, 1))
  return instant(realNow + (row?.offset ?? 0))
}

/** Open cases and effects that are due but not yet done. */
export const figures = async (
  db: Executor,
  now: Instant,
): Promise<{ openCases: number; pendingEffects: number }> => {
  const [one] = await db.select({ openCases: count() }).from(cases).where(inOpenCase)
  const [two] = await db
    .select({ pendingEffects: count() })
    .from(effects)
    .where(and(eq(effects.status, 'pending'), lte(effects.notBefore, now)))
  return { openCases: one?.openCases ?? 0, pendingEffects: two?.pendingEffects ?? 0 }
}

/** Levels of running periods that should have fired before `before`. */
export const lateEscalationLevels = (
  db: Executor,
  before: Instant,
  windowMs: number,
): Promise<EscalationLevelSighting[]> =>
  escalationLevelRows(db)
    .where(
      and(
        inOpenCase,
        fallsDue(escalationLevels.status, obligations.status),
        dueBefore(escalationLevels.plannedAt, before, windowMs),
      ),
    )
    .orderBy(escalationLevels.plannedAt)
    .limit(MOST)

/** Levels recorded since `since` that fired more than `toleranceMs` after their instant and their window. */
export const escalationLevelsFiredLate = (
  db: Executor,
  since: Instant,
  toleranceMs: number,
  windowMs: number,
): Promise<EscalationLevelSighting[]> =>
  escalationLevelRows(db)
    .where(
      and(
        gt(escalationLevels.recordedAt, since),
        sql`${escalationLevels.recordedAt} - ${lookedAtBy(escalationLevels.plannedAt, windowMs)} > ${`${toleranceMs} ms`}::interval`,
      ),
    )
    .orderBy(desc(escalationLevels.recordedAt))
    .limit(MOST)

/** Open cases in which nobody can act and which no clock will wake. */
export const forsaken = async (db: Executor): Promise<Sighting[]> => {
  const task = db
    .select({ one: sql`1` })
    .from(tasks)
    .where(and(eq(tasks.caseId, cases.id), eq(tasks.open, true)))
  return db
    .select({ caseId: cases.id, at: cases.openedAt })
    .from(cases)
    .where(and(inOpenCase, isNull(cases.wakeAt), notExists(task)))
    .limit(MOST)
}

/** Open cases whose row and last fact do not agree. One statement, so that a case moving meanwhile is seen whole. */
export const mismatched = async (db: Executor): Promise<Sighting[]> => {
  const rows = await db.execute<{ id: string; opened_at: string }>(sql`
    SELECT ${cases.id}, ${cases.openedAt} FROM ${cases} LEFT JOIN LATERAL (
      SELECT f.seq, f.hash FROM ${caseFacts} f WHERE f.case_id = ${cases.id} ORDER BY f.seq DESC LIMIT 1) tip ON true
    WHERE ${inOpenCase} AND (tip.seq IS DISTINCT FROM (${cases.record}->>'facts')::int OR tip.hash IS DISTINCT FROM ${cases.record}->>'headHash')
    LIMIT ${MOST}`)
  return rows.rows.map(({ id, opened_at }) => ({ caseId: id, at: instant(opened_at) }))
}

/** The running periods of open cases, by what decides whom their escalation policy tells. */
export const runningClocks = async (db: Executor) =>
  db
    .select({
      process: obligations.process,
      clock: obligations.clock,
      region: cases.region,
      owner: cases.owner,
      settings: escalationPolicyProposals.escalationLevels,
      caseId: sql<string>`min(${cases.id})`,
    })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .leftJoin(
      escalationPolicyProposals,
      eq(escalationPolicyProposals.id, obligations.escalationPolicy),
    )
    .where(and(inOpenCase, inArray(obligations.status, ['running', 'overdue', 'paused'])))
    .groupBy(
      obligations.process,
      obligations.clock,
      cases.region,
      cases.owner,
      escalationPolicyProposals.id,
    )

/** Groups of open tasks, each with one case that waits for it. */
export const groupsWanted = async (db: Executor) =>
  db
    .select({ group: tasks.grp, caseId: sql<string>`min(${tasks.caseId})` })
    .from(tasks)
    .where(eq(tasks.open, true))
    .groupBy(tasks.grp)

/** Groups `<office>/<role>` in which somebody is appointed and active at that moment. */
export const mannedGroups = async (db: Database, at: Instant): Promise<Set<string>> => {
  const rows = await db
    .selectDistinct({ office: appointments.office, role: appointments.role })
    .from(appointments)
    .innerJoin(persons, eq(persons.id, appointments.person))
    .where(
      and(
        eq(persons.active, true),
        lte(appointments.since, at),
        or(isNull(appointments.until), gt(appointments.until, at)),
      ),
    )
  return new Set(rows.map(({ office, role }) => `${office}/${role}`))
}

/** The next cases after that id with all their facts, and what is kept of the files that these name, read at one moment. */
export const chainsAfter = (db: Database, after: string, limit: number) =>
  db.transaction(
    async (tx) => {
      const some = await tx
        .select({ id: cases.id, record: cases.record })
        .from(cases)
        .where(gt(cases.id, after))
        .orderBy(asc(cases.id))
        .limit(limit)
      const ids = some.map(({ id }) => id)
      const facts =
        ids.length === 0
          ? []
          : await tx
              .select()
              .from(caseFacts)
              .where(inArray(caseFacts.caseId, ids))
              .orderBy(asc(caseFacts.seq))
      const kept = await readHashes(tx, filesNamed(facts))
      return some.map(({ id, record }) => ({
        id,
        record,
        facts: facts.filter(({ caseId }) => caseId === id),
        kept,
      }))
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

/** Writes the report of a round and forgets the oldest ones. */
export const writeReport = async (
  db: Executor,
  report: typeof auditReports.$inferInsert,
): Promise<void> => {
  await db.insert(auditReports).values(report).onConflictDoNothing()
  await db.execute(
    sql`DELETE FROM ${auditReports} WHERE at < (SELECT at FROM ${auditReports} ORDER BY at DESC OFFSET ${REPORTS_KEPT - 1} LIMIT 1)`,
  )
}

function escalationLevelRows(db: Executor) {
  return db
    .select({
      caseId: escalationLevels.caseId,
      at: escalationLevels.plannedAt,
      process: obligations.process,
      clock: obligations.clock,
      escalationLevel: escalationLevels.escalationLevel,
      firedAt: escalationLevels.recordedAt,
    })
    .from(escalationLevels)
    .innerJoin(
      obligations,
      and(
        eq(obligations.caseId, escalationLevels.caseId),
        eq(obligations.id, escalationLevels.obligation),
      ),
    )
    .innerJoin(cases, eq(cases.id, escalationLevels.caseId))
    .$dynamic()
}
