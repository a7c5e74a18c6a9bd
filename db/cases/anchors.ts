// Is every case still there, with every fact it had when the day was anchored?
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { sha256 } from '../../domain/identity/commands.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { anchors, caseFacts, cases } from '../schema/cases/cases.ts'

/** How many facts a case had, and the hash of the last one. */
type Tip = [facts: number, hash: string]
type Heads = Record<string, Tip>
type Anchor = typeof anchors.$inferSelect

export type AnchorProblem = {
  kind: 'case-vanished' | 'tail-cut' | 'fact-changed' | 'anchor-changed'
  day: string
  caseId: string | null
}

const BATCH = 2_000

/**
 * Writes the anchor of the legal day of `at` unless there is one. `heads` keeps only the cases that moved since the anchor
 * before, so that a year of anchors is as large as a year of work; `head` covers all cases and the anchor before.
 */
export const anchorDay = async (db: Database, at: Instant): Promise<string | null> => {
  const day = civilDate(at)
  const [found] = await db.select({ day: anchors.day }).from(anchors).where(eq(anchors.day, day))
  if (found) return null
  const known: Heads = {}
  let previous = ''
  for await (const anchor of inOrder(db)) {
    Object.assign(known, anchor.heads)
    previous = anchor.head
  }
  const changedTips = (await tips(db)).filter(([id, tip]) => !sameTip(known[id], tip))
  const heads = Object.fromEntries(changedTips)
  const all = { ...known, ...heads }
  const row = {
    day,
    cases: Object.keys(all).length,
    facts: factsOf(all),
    head: headOf(previous, all),
    heads,
    at,
  }
  const written = await db
    .insert(anchors)
    .values(row)
    .onConflictDoNothing()
    .returning({ day: anchors.day })
  return written[0]?.day ?? null
}

/** Compares all anchors with the cases and facts of today, and each anchor with the one before. */
export const verifyAnchors = async (
  db: Database,
): Promise<{ anchors: number; problems: AnchorProblem[] }> => {
  const problems: AnchorProblem[] = []
  const known: Heads = {}
  let previous = ''
  let count = 0
  for await (const anchor of inOrder(db)) {
    count += 1
    Object.assign(known, anchor.heads)
    const { day } = anchor
    const whole =
      anchor.head === headOf(previous, known) &&
      anchor.cases === Object.keys(known).length &&
      anchor.facts === factsOf(known)
    if (!whole) problems.push({ kind: 'anchor-changed', day, caseId: null })
    problems.push(...(await changedSince(db, anchor)))
    previous = anchor.head
  }
  return { anchors: count, problems }
}

async function changedSince(db: Database, { day, heads }: Anchor): Promise<AnchorProblem[]> {
  const problems: AnchorProblem[] = []
  const ids = Object.keys(heads)
  for (let start = 0; start < ids.length; start += BATCH) {
    const some = ids.slice(start, start + BATCH)
    const present = new Set(
      (await db.select({ id: cases.id }).from(cases).where(inArray(cases.id, some))).map(
        ({ id }) => id,
      ),
    )
    const hashes = await hashesAt(
      db,
      some.map((id) => [id, heads[id]?.[0] ?? 0]),
    )
    for (const id of some) {
      const hash = hashes.get(id)
      if (!present.has(id)) problems.push({ kind: 'case-vanished', day, caseId: id })
      else if (hash === undefined) problems.push({ kind: 'tail-cut', day, caseId: id })
      else if (hash !== heads[id]?.[1]) problems.push({ kind: 'fact-changed', day, caseId: id })
    }
  }
  return problems
}

async function hashesAt(
  db: Database,
  places: [id: string, seq: number][],
): Promise<Map<string, string>> {
  const rows = await db.execute<{ case_id: string; hash: string }>(sql`
    SELECT f.case_id, f.hash FROM jsonb_to_recordset(${JSON.stringify(places.map(([id, seq]) => ({ id, seq })))}::jsonb) AS wanted(id text, seq int)
    JOIN ${caseFacts} f ON f.case_id = wanted.id AND f.seq = wanted.seq`)
  return new Map(rows.rows.map(({ case_id, hash }) => [case_id, hash]))
}

// One row at a time: a year of anchors need not fit in memory at once.
async function* inOrder(db: Database): AsyncGenerator<Anchor> {
  const days = await db.select({ day: anchors.day }).from(anchors).orderBy(asc(anchors.day))
  for (const { day } of days) {
    const [anchor] = await db.select().from(anchors).where(eq(anchors.day, day))
    if (anchor) yield anchor
  }
}

async function tips(db: Database): Promise<[id: string, tip: Tip][]> {
  const rows = await db
    .selectDistinctOn([caseFacts.caseId], {
      id: caseFacts.caseId,
      seq: caseFacts.seq,
      hash: caseFacts.hash,
    })
    .from(caseFacts)
    .orderBy(caseFacts.caseId, desc(caseFacts.seq))
  return rows.map(({ id, seq, hash }) => [id, [seq, hash]])
}

function headOf(previous: string, heads: Heads): string {
  return Object.keys(heads)
    .sort()
    .reduce(
      (head, id) => sha256(`${head}\n${id}\n${heads[id]?.join('\n')}`),
      sha256(`anjian anchors\n${previous}`),
    )
}

function factsOf(heads: Heads): number {
  return Object.values(heads).reduce((sum, [facts]) => sum + facts, 0)
}

function sameTip(one: Tip | undefined, other: Tip): boolean {
  return one?.[0] === other[0] && one[1] === other[1]
}
