// How are signed statistics kept, and how does what was signed differ from what would be counted now?

import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { ActorMark } from '../../domain/organisation/actor.ts'
import type { Place, ReportStatus } from '../../domain/statistics/reports.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { statisticsSteps as s, statisticsReports as t } from '../schema/statistics/statistics.ts'
import type { Reader } from '../scope.ts'
import { type Counted, countedCases } from './counted-cases.ts'

export type Report = typeof t.$inferSelect
export type Step = typeof s.$inferSelect

const of = ({ process, region, enterprise, period }: Place) =>
  and(
    eq(t.process, process),
    eq(t.region, region),
    eq(t.enterprise, enterprise),
    eq(t.period, period),
  )

/** Two signatures under one table would make two versions of it. */
export const withPlace = <Result>(
  db: Database,
  { process, region, enterprise, period }: Place,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, ['statistics', process, region, enterprise, period].join('/'), work)

/** All versions, newest first. */
export const readReports = (tx: Pick<Reader, 'select'>, place: Place): Promise<Report[]> =>
  tx.select().from(t).where(of(place)).orderBy(desc(t.version))

export const readReport = async (tx: Pick<Reader, 'select'>, id: string): Promise<Report | null> =>
  (await tx.select().from(t).where(eq(t.id, id)))[0] ?? null

export const readSteps = (tx: Pick<Reader, 'select'>, report: string): Promise<Step[]> =>
  tx.select().from(s).where(eq(s.report, report)).orderBy(asc(s.id))

/** The report with the cases that stand behind it, and its first step; all or nothing. */
export const keepReport = async (tx: Executor, report: Report, counted: Counted): Promise<void> => {
  await tx.insert(t).values(report)
  await tx.execute(sql`
    INSERT INTO statistics_counted (report, part, figure, case_id, n)
    SELECT ${report.id}::text, part, figure, case_id, n FROM (${countedCases(counted)}) now`)
  const { id, by, byName, onBehalfOf, at } = report
  await keepStep(tx, { report: id, act: 'signed', by, byName, onBehalfOf, at, reason: '' })
}

export const keepStep = async (tx: Executor, step: Omit<Step, 'id'>): Promise<void> => {
  await tx.insert(s).values(step)
}

/** How the newest version of each place stands; places without one are not among them. */
export type Standing = {
  region: string
  enterprise: string
  status: ReportStatus
  version: number
  at: Instant
}

export const readStandings = async (
  tx: Pick<Reader, 'execute'>,
  { process, period }: Pick<Place, 'process' | 'period'>,
): Promise<Standing[]> => {
  const { rows } = await tx.execute<Standing>(sql`
    SELECT DISTINCT ON (r.region, r.enterprise) r.region, r.enterprise, step.act AS status, r.version, step.at
    FROM statistics_reports r JOIN LATERAL (SELECT act, at FROM statistics_steps WHERE report = r.id ORDER BY id DESC LIMIT 1) step ON true
    WHERE r.process = ${process} AND r.period = ${period} AND r.enterprise = ''
    ORDER BY r.region, r.enterprise, r.version DESC`)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

export type Difference = {
  figure: string
  part: 'flow' | 'start' | 'end'
  caseId: string
  was: number
  now: number
  number: string | null
}

/** Case by case: what counted when it was signed, and what counts now. */
export const readDifferences = async (
  tx: Reader,
  report: string,
  counted: Counted,
  limit: number,
): Promise<Difference[]> => {
  const { rows } = await tx.execute<Difference>(sql`
    WITH now AS (${countedCases(counted)}), was AS (SELECT part, figure, case_id, n FROM statistics_counted WHERE report = ${report})
    SELECT figure, part, case_id AS "caseId", coalesce(was.n, 0) AS was, coalesce(now.n, 0) AS now, c.number
    FROM was FULL JOIN now USING (part, figure, case_id) LEFT JOIN cases c ON c.id = case_id
    WHERE was.n IS DISTINCT FROM now.n ORDER BY figure, part, case_id LIMIT ${limit}`)
  return rows
}

export type LateFact = {
  caseId: string
  seq: number
  type: string
  occurredAt: Instant
  recordedAt: Instant
  actor: ActorMark
}

/** What was recorded of these cases after the signature. */
export const readLateFacts = async (
  tx: Reader,
  cases: string[],
  since: Instant,
  types: string[],
): Promise<LateFact[]> => {
  if (cases.length === 0) return []
  const { rows } = await tx.execute<LateFact>(sql`
    SELECT case_id AS "caseId", seq, type, occurred_at AS "occurredAt", recorded_at AS "recordedAt", actor FROM case_facts
    WHERE case_id = ANY(${sql.param(cases)}::text[]) AND recorded_at > ${since}::timestamptz AND type = ANY(${sql.param(types)}::text[])
    ORDER BY case_id, seq`)
  return rows.map((row) => ({
    ...row,
    occurredAt: new Date(row.occurredAt).toISOString(),
    recordedAt: new Date(row.recordedAt).toISOString(),
  }))
}

export type EnterpriseStanding = {
  id: string
  name: string
  status: ReportStatus
  version: number | null
  at: Instant | null
  report: string | null
}

/** The enterprises of an area with how their reports stand, by name; `only` narrows to one state. */
export const readEnterpriseStandings = async (
  tx: Reader,
  {
    process,
    period,
    below,
    only,
    after,
    limit,
  }: {
    process: string
    period: string
    below: string[]
    only: ReportStatus | null
    after: string
    limit: number
  },
) => {
  const all = sql`
    SELECT e.id, e.name, coalesce(r.status, 'missing') AS status, r.version, r.at, r.report FROM enterprises e LEFT JOIN (
      SELECT DISTINCT ON (r.enterprise) r.enterprise, r.id AS report, r.version, step.act AS status, step.at
      FROM statistics_reports r JOIN LATERAL (SELECT act, at FROM statistics_steps WHERE report = r.id ORDER BY id DESC LIMIT 1) step ON true
      WHERE r.process = ${process} AND r.period = ${period} AND r.enterprise <> '' ORDER BY r.enterprise, r.version DESC
    ) r ON r.enterprise = e.id WHERE e.region = ANY(${sql.param(below)}::text[])`
  const counts = await tx.execute<{ status: ReportStatus; n: number }>(
    sql`SELECT status, count(*)::int AS n FROM (${all}) a GROUP BY status`,
  )
  const { rows } = await tx.execute<EnterpriseStanding>(sql`
    SELECT * FROM (${all}) a WHERE id > ${after} ${only === null ? sql`` : sql`AND status = ${only}`} ORDER BY id LIMIT ${limit + 1}`)
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at).toISOString() }))
  return {
    items,
    counts: counts.rows,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
  }
}
