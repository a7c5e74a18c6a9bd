// What came in and could not be used, within the regions of who looks after the feeds?
import { type SQL, sql } from 'drizzle-orm'
import type { CountRow, FrameRow, LetterKind, ReplayView } from '../../domain/letters/views.ts'
import type { Executor } from '../client.ts'
import { cut, decodeCursor, pageOf } from '../keyset.ts'

type Db = Pick<Executor, 'execute'>
/** Only administrators see it, and always as such: each statement names the regions itself. */
const within = (regions: string[]) => sql`= ANY(${sql.param(regions)}::text[])`
const ofRegions = (regions: string[]) =>
  sql`JOIN feeds f ON f.id = b.feed AND f.region ${within(regions)}`
/** A day of the city. */
const isDay = (at: SQL, day: string) =>
  day === ''
    ? sql`true`
    : sql`(${at} >= (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AND ${at} < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`

export type DeadLetterQuery = {
  regions: string[]
  feed: string
  device: string
  reason: string
  day: string
  cursor?: string | undefined
  limit: number
}
type Keyed = { total: number; sort: string | null; key: string | null }
type Page<Row> = { rows: (Row & Keyed)[]; total: number; cursor: string | null }

const page = async <Row>(
  db: Db,
  query: Pick<DeadLetterQuery, 'cursor' | 'limit'>,
  parts: { hits: SQL; columns: SQL; joins: SQL },
): Promise<Page<Row>> => {
  const { rows } = await db.execute(
    pageOf({
      ...parts,
      order: 'descending',
      after: decodeCursor(query.cursor),
      limit: query.limit,
    }),
  )
  return cut(rows as (Row & Keyed)[], query.limit)
}

/** The last thing that was tried with it. */
const lastReplay = (kind: LetterKind, subject: SQL) =>
  sql`LEFT JOIN LATERAL (SELECT state FROM replays WHERE kind = ${kind} AND subject = ${subject} ORDER BY at DESC LIMIT 1) r ON true`

export type FrameHit = Omit<FrameRow, 'seq' | 'at'> & { seq: string; at: string }
const frameColumns = sql`b.seq, b.feed, b.device, b.peer, b.reason, b.words, b.at, length(b.bytes) AS kept, b.whole, r.state AS replayed`

export const readFrames = (db: Db, query: DeadLetterQuery): Promise<Page<FrameHit>> =>
  page(db, query, {
    hits: sql`SELECT b.at AS sort, lpad(b.seq::text, 19, '0') AS id, b.seq FROM bad_frames b ${ofRegions(query.regions)}
      WHERE (${query.feed} = '' OR b.feed = ${query.feed}) AND (${query.device} = '' OR b.device = ${query.device})
        AND (${query.reason} = '' OR b.reason = ${query.reason}) AND ${isDay(sql`b.at`, query.day)}`,
    columns: frameColumns,
    joins: sql`LEFT JOIN bad_frames b ON b.seq = page.seq ${lastReplay('frame', sql`b.seq::text`)}`,
  })

export type FrameFound = FrameHit & {
  offset: number
  bytes: Uint8Array
  protocol: string
  region: string
  dialect: Record<string, unknown> | null
}

/** With the dialect of its device as the registry has it now. */
export const readRefusedFrame = async (
  db: Db,
  regions: string[],
  seq: number,
): Promise<FrameFound | null> => {
  const { rows } = await db.execute<FrameFound>(sql`
    SELECT ${frameColumns}, b."offset", b.bytes, f.protocol, f.region, d.dialect
    FROM bad_frames b ${ofRegions(regions)} LEFT JOIN devices d ON d.feed = b.feed AND d.key = b.device AND d.until IS NULL
      ${lastReplay('frame', sql`b.seq::text`)}
    WHERE b.seq = ${seq}`)
  return rows[0] ?? null
}

export const readFaultCounts = (db: Db, query: DeadLetterQuery): Promise<Page<CountRow>> =>
  page(db, query, {
    hits: sql`SELECT (b.day::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AS sort, concat_ws(chr(31), b.feed, b.device, b.reason) AS id,
        b.feed, b.device, b.reason, b.day, b.count FROM fault_counts b ${ofRegions(query.regions)}
      WHERE (${query.feed} = '' OR b.feed = ${query.feed}) AND (${query.device} = '' OR b.device = ${query.device})
        AND (${query.reason} = '' OR b.reason = ${query.reason}) AND (${query.day} = '' OR b.day = ${query.day})`,
    columns: sql`page.feed, page.device, page.reason, page.day, page.count::int AS count`,
    joins: sql``,
  })

/** A command whose case never came to be belongs to no region: whoever answers for the whole city sees it. */
const isTheirs = (regions: string[], caseless: boolean) =>
  sql`(c.region ${within(regions)} OR (c.id IS NULL AND ${caseless}))`

export type CommandHit = {
  id: string
  caseId: string
  number: string | null
  title: string | null
  process: string | null
  life: number | null
  region: string | null
  type: string | null
  error: string
  at: string
  solved: boolean
  answered: boolean
}
const commandColumns = sql`q.id, q.case_id AS "caseId", c.number, c.title, c.process, c.life, c.region, m.type, q.error, q.at,
  q.solved_at IS NOT NULL AS solved, m.id IS NULL OR m.answer IS NOT NULL AS answered`
const commandJoins = sql`LEFT JOIN cases c ON c.id = q.case_id LEFT JOIN commands m ON m.id = q.id`

export const readQuarantine = (
  db: Db,
  {
    regions,
    caseless,
    ...query
  }: Pick<DeadLetterQuery, 'regions' | 'cursor' | 'limit'> & { caseless: boolean },
): Promise<Page<CommandHit>> =>
  page(db, query, {
    hits: sql`SELECT q.at AS sort, q.id FROM quarantine q ${commandJoins} WHERE ${isTheirs(regions, caseless)}`,
    columns: commandColumns,
    joins: sql`LEFT JOIN quarantine q ON q.id = page.id ${commandJoins}`,
  })

export const readQuarantinedCommand = async (
  db: Db,
  regions: string[],
  caseless: boolean,
  id: string,
): Promise<CommandHit | null> => {
  const { rows } = await db.execute<CommandHit>(
    sql`SELECT ${commandColumns} FROM quarantine q ${commandJoins} WHERE q.id = ${id} AND ${isTheirs(regions, caseless)}`,
  )
  return rows[0] ?? null
}

export type OutboxHit = {
  id: string
  alarm: string
  name: string
  region: string
  kind: string
  level: 1 | 2 | 3 | 4
  attempts: number
  error: string
  createdAt: string
  nextAt: string
}
const outboxColumns = sql`o.id, o.alarm, a.name, a.region, o.kind, o.level, o.attempts, o.error, o.created_at AS "createdAt", o.not_before AS "nextAt"`
/** Was tried and is still not done. */
const undelivered = (regions: string[]) =>
  sql`FROM alarm_outbox o JOIN alarms a ON a.id = o.alarm AND a.region ${within(regions)} WHERE o.done_at IS NULL AND o.error IS NOT NULL`

export const readUndelivered = (
  db: Db,
  { regions, ...query }: Pick<DeadLetterQuery, 'regions' | 'cursor' | 'limit'>,
): Promise<Page<OutboxHit>> =>
  page(db, query, {
    hits: sql`SELECT o.created_at AS sort, lpad(o.id::text, 19, '0') AS id, o.id AS row ${undelivered(regions)}`,
    columns: outboxColumns,
    joins: sql`LEFT JOIN alarm_outbox o ON o.id = page.row LEFT JOIN alarms a ON a.id = o.alarm`,
  })

export const readUndeliveredRow = async (
  db: Db,
  regions: string[],
  id: number,
): Promise<OutboxHit | null> =>
  (
    await db.execute<OutboxHit>(
      sql`SELECT ${outboxColumns} ${undelivered(regions)} AND o.id = ${id}`,
    )
  ).rows[0] ?? null

type Overview = {
  frames: number
  commands: number
  outbox: number
  unknown: number
  feeds: { id: string; name: string }[]
  reasons: string[]
}

/** What waits for somebody: frames of the last week that nobody has read again, and the rest as long as it stands. */
export const readDeadLetterOverview = async (
  db: Db,
  regions: string[],
  caseless: boolean,
): Promise<Overview> => {
  const week = sql`now() - interval '7 days'`
  const { rows } = await db.execute<Overview>(sql`
    SELECT
      (SELECT count(*)::int FROM bad_frames b ${ofRegions(regions)} WHERE b.at > ${week}
        AND NOT EXISTS (SELECT 1 FROM replays r WHERE r.kind = 'frame' AND r.subject = b.seq::text AND r.state = 'done')) AS frames,
      (SELECT count(*)::int FROM quarantine q ${commandJoins} WHERE q.solved_at IS NULL AND ${isTheirs(regions, caseless)}) AS commands,
      (SELECT count(*)::int ${undelivered(regions)}) AS outbox,
      (SELECT count(DISTINCT (b.feed, b.device))::int FROM unknown_devices b ${ofRegions(regions)} WHERE b.last_at > ${week}
        AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.feed = b.feed AND d.key = b.device AND d.until IS NULL)) AS unknown,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.id), '[]') FROM feeds f WHERE f.region ${within(regions)}) AS feeds,
      (SELECT coalesce(jsonb_agg(DISTINCT b.reason), '[]') FROM fault_counts b ${ofRegions(regions)}) AS reasons`)
  return rows[0]!
}

type ReplayHit = Omit<ReplayView, 'at' | 'doneAt'> & {
  subject: string
  at: string
  doneAt: string | null
}

export const readReplays = async (
  db: Db,
  kind: LetterKind,
  subjects: string[],
): Promise<ReplayHit[]> =>
  (
    await db.execute<ReplayHit>(sql`
      SELECT id, subject, at, by_name AS by, reason, state, done_at AS "doneAt", words FROM replays
      WHERE kind = ${kind} AND subject = ANY(${sql.param(subjects)}::text[]) ORDER BY at DESC LIMIT 500`)
  ).rows
