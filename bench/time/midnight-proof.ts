// Did every case move at midnight, exactly once, and was everybody notified exactly once?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { messageIdOf } from '../../activities/mail.ts'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { percentile } from '../loop.ts'
import type { Stage } from '../stage.ts'

/** Seconds after midnight. */
type Course = { count: number; p50: number; p95: number; last: number }
export type Proof = {
  lost: number
  doubled: number
  misplaced: number
  broken: number
  changes: Course
  notices: Course
  mails: number
}

/** What the escalation policy's first level does to a case. */
const EVENT = 'rectification-overdue'

/** How many cases have moved, and of how many everybody has been notified. */
export const stormStands = async (
  { db }: Stage,
  ids: string[],
  midnight: Instant,
): Promise<{ movedCount: number; noticeCount: number }> => {
  const { rows } = await db.execute<{ movedCount: number; noticeCount: number }>(sql`
    SELECT (SELECT count(DISTINCT case_id)::int FROM case_facts WHERE type = ${EVENT} AND case_id = ANY (${sql.param(ids)}::text[])) AS "movedCount",
      (SELECT count(DISTINCT case_id)::int FROM effects WHERE payload->>'about' = ${EVENT} AND status = 'done'
        AND not_before >= ${midnight}::timestamptz AND case_id = ANY (${sql.param(ids)}::text[])) AS "noticeCount"`)
  return rows[0] ?? { movedCount: 0, noticeCount: 0 }
}

/** `real` is the real moment of that midnight, ms. Delivery is timed by the machine's own clock, the record by the law's. */
export const proofOf = async (
  stage: Stage,
  ids: string[],
  midnight: Instant,
  real: number,
): Promise<Proof> => {
  const facts = await factsOf(stage, ids)
  const effects = await effectsOf(stage, ids)
  const sent = mailsOf(stage)
  const allNotices = effects.flatMap(({ notices }) => notices)
  const mails = allNotices.map(({ id }) => sent.get(messageIdOf(id)) ?? 0)
  const without = (has: Map<string, number>) => ids.filter((id) => !has.has(id)).length
  const twice = (has: Map<string, number>) =>
    [...has.values()].reduce((sum, times) => sum + times - 1, 0)
  const perCase = (rows: { caseId: string }[]) =>
    new Map([...Map.groupBy(rows, ({ caseId }) => caseId)].map(([id, all]) => [id, all.length]))
  const undelivered = allNotices.filter(({ inbox, mail }) => inbox === 0 || mail === 0).length
  const again = allNotices.reduce(
    (sum, { inbox, mail }) => sum + Math.max(0, inbox - 1) + Math.max(0, mail - 1),
    0,
  )
  return {
    lost:
      without(perCase(facts)) +
      without(perCase(effects)) +
      effects.filter(({ notices }) => notices.length === 0).length +
      undelivered +
      mails.filter((times) => times === 0).length,
    doubled:
      twice(perCase(facts)) +
      twice(perCase(effects)) +
      again +
      mails.reduce((sum, times) => sum + Math.max(0, times - 1), 0),
    misplaced: facts.filter(({ occurredAt }) => occurredAt !== Date.parse(midnight)).length,
    broken: await brokenChains(stage, ids),
    changes: courseOf(facts.map(({ recordedAt }) => recordedAt - Date.parse(midnight))),
    notices: courseOf(allNotices.map(({ last }) => last - real)),
    mails: mails.length,
  }
}

const courseOf = (ms: number[]): Course => {
  const ascending = ms.sort((a, b) => a - b)
  const at = (share: number) => percentile(ascending, share) / 1000
  return { count: ms.length, p50: at(0.5), p95: at(0.95), last: at(1) }
}

const factsOf = async (
  { db }: Stage,
  ids: string[],
): Promise<{ caseId: string; occurredAt: number; recordedAt: number }[]> => {
  const { rows } = await db.execute<{ id: string; occurred: number; recorded: number }>(sql`
    SELECT case_id AS id, extract(epoch FROM occurred_at)::float8 * 1000 AS occurred, extract(epoch FROM recorded_at)::float8 * 1000 AS recorded
    FROM case_facts WHERE type = ${EVENT} AND case_id = ANY (${sql.param(ids)}::text[])`)
  return rows.map(({ id, occurred, recorded }) => ({
    caseId: id,
    occurredAt: Math.round(occurred),
    recordedAt: recorded,
  }))
}

type CaseNotices = { id: string; inbox: number; mail: number; last: number }

/** The effects by which somebody is to be notified of it, with what became of each notice on each channel. */
const effectsOf = async (
  { db }: Stage,
  ids: string[],
): Promise<{ caseId: string; notices: CaseNotices[] }[]> => {
  const { rows } = await db.execute<{ id: string; notices: CaseNotices[] | null }>(sql`
    SELECT e.case_id AS id, (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'inbox', d.inbox, 'mail', d.mail, 'last', d.last)) FROM notices n
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ok AND channel = 'inbox') AS inbox, count(*) FILTER (WHERE ok AND channel = 'mail') AS mail,
        extract(epoch FROM max(recorded_at))::float8 * 1000 AS last FROM deliveries WHERE notice_id = n.id) d
      WHERE n.effect_id = e.id) AS notices
    FROM effects e WHERE e.payload->>'about' = ${EVENT} AND e.case_id = ANY (${sql.param(ids)}::text[])`)
  return rows.map(({ id, notices }) => ({ caseId: id, notices: notices ?? [] }))
}

/** Message-ID → how often the mail server was given it. */
const mailsOf = ({ folder }: Stage): Map<string, number> => {
  const lines = readFileSync(join(folder, 'mail', 'mails.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  const known = new Map<string, number>()
  for (const line of lines) {
    const { messageId } = JSON.parse(line) as { messageId: string }
    known.set(messageId, (known.get(messageId) ?? 0) + 1)
  }
  return known
}

const brokenChains = async ({ db }: Stage, ids: string[]): Promise<number> => {
  let broken = 0
  for (const id of ids) {
    const [row] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, id))
    const expected = { facts: row?.record.facts ?? -1, head: row?.record.headHash ?? '' }
    if (!verifyChain(await readFacts(db, id), expected).valid) broken += 1
  }
  return broken
}
