// How late is the last of two hundred periods in hours that end in the same second?
import { sql } from 'drizzle-orm'
import { type Instant, later } from '../../domain/time/instant.ts'
import { openCases } from '../acts.ts'
import { signIn, type Visitor } from '../http.ts'
import { percentile } from '../loop.ts'
import { closingAfter, laboratory, openStage, type Stage } from '../stage.ts'
import { type LegalTime, openLegalTime, tenToday } from './legal-time.ts'

/** Seconds from each deadline to the moment at which it was recorded, in ascending order. */
export type HoursFigures = {
  deadlines: number
  late: number[]
  fired: number
  misplaced: number
  preparedSeconds: number
}

const AT_ONCE = 8
/** From the report a hazard is verified within so many hours: the period that is measured. */
const CLOCK = 'verification'
const HOURS_MS = 24 * 3_600_000
const SPARE_SECONDS = 45
const POLL_MS = 1_000
const PATIENCE_SECONDS = 120
const MOST_LATE_SECONDS = 5

/** Real cases with real durable timers; only the clock of the law is the laboratory's. */
export const measureHours = async (
  log: (words: string) => void,
  deadlines: number,
): Promise<HoursFigures> => {
  const stage = await openStage(laboratory)
  return closingAfter(stage.close, async () => {
    const time = await openLegalTime(stage, (words) => log(`hours: ${words}`))
    try {
      const start = tenToday()
      log(`hours: ${deadlines} cases reported within one second of the law`)
      const began = performance.now()
      const ids = await reportAll(stage, time, start, deadlines)
      const preparedSeconds = (performance.now() - began) / 1000
      const end = later(start, HOURS_MS)
      await time.approach(end, SPARE_SECONDS + preparedSeconds, ids)
      await time.until(end)
      await allRecorded(stage, ids, log)
      return { deadlines, ...(await lateness(stage, ids)), preparedSeconds }
    } finally {
      await time.close()
    }
  })
}

/** The clock of the law is put back before each handful; a case that still fell into a later second is not counted, and another is opened. */
const reportAll = async (
  stage: Stage,
  time: LegalTime,
  start: Instant,
  count: number,
): Promise<string[]> => {
  const reporter = await signIn(stage.base, 'e001.safety')
  const ids: string[] = []
  for (let handfuls = 0; ids.length < count; handfuls += 1) {
    if (handfuls > 2 + (count / AT_ONCE) * 10)
      throw new Error('the machine does not open a handful of cases within a second')
    ids.push(...(await handful(stage, time, reporter, start)))
  }
  return ids.slice(0, count)
}

const handful = async (
  stage: Stage,
  time: LegalTime,
  reporter: Visitor,
  start: Instant,
): Promise<string[]> => {
  await time.setNow(start)
  const ids = await openCases(reporter, AT_ONCE)
  const [from, to] = [later(start, HOURS_MS), later(start, HOURS_MS + 1_000)]
  const { rows } = await stage.db.execute<{ id: string }>(sql`
    SELECT case_id AS id FROM obligations WHERE clock = ${CLOCK} AND case_id = ANY (${sql.param(ids)}::text[])
      AND due_at >= ${from}::timestamptz AND due_at < ${to}::timestamptz`)
  return rows.map(({ id }) => id)
}

const firings = (
  ids: string[],
) => sql`FROM escalation_levels r JOIN obligations o ON o.case_id = r.case_id AND o.id = r.obligation
  WHERE o.clock = ${CLOCK} AND r.status = 'fired' AND r.case_id = ANY (${sql.param(ids)}::text[])`

const allRecorded = async (
  { db }: Stage,
  ids: string[],
  log: (words: string) => void,
): Promise<void> => {
  for (const give = Date.now() + PATIENCE_SECONDS * 1000; Date.now() < give; ) {
    const { rows } = await db.execute<{ fired: number }>(
      sql`SELECT count(*)::int AS fired ${firings(ids)}`,
    )
    log(`hours: ${rows[0]?.fired} of ${ids.length} recorded`)
    if ((rows[0]?.fired ?? 0) >= ids.length) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

const lateness = async (
  { db }: Stage,
  ids: string[],
): Promise<Pick<HoursFigures, 'late' | 'fired' | 'misplaced'>> => {
  const { rows } = await db.execute<{ late: number; astray: boolean }>(sql`
    SELECT extract(epoch FROM r.recorded_at - o.due_at)::float8 AS late, r.fired_at <> o.due_at AS astray ${firings(ids)} ORDER BY 1`)
  return {
    fired: rows.length,
    late: rows.map(({ late }) => late),
    misplaced: rows.filter(({ astray }) => astray).length,
  }
}

export const hoursGoals = ({ deadlines, late, fired, misplaced }: HoursFigures) => {
  const last = percentile(late, 1)
  return [
    {
      words: `last of ${deadlines} deadlines of one second recorded within ${MOST_LATE_SECONDS} s`,
      figure: `${last.toFixed(2)} s`,
      met: fired === deadlines && last <= MOST_LATE_SECONDS,
    },
    {
      words: 'deadlines in hours lost or not effective at their own instant 0',
      figure: String(deadlines - fired + misplaced),
      met: fired === deadlines && misplaced === 0,
    },
  ]
}

export const hoursTable = ({ deadlines, late }: HoursFigures) => ({
  head: ['seconds from the deadline to its record', 'deadlines', 'p50', 'p95', 'last'],
  rows: [
    [
      'periods of 24 hours that end in the same second',
      String(deadlines),
      ...[0.5, 0.95, 1].map((share) => percentile(late, share).toFixed(2)),
    ],
  ],
})
