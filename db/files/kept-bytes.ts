// Which kept bytes are to be read again, how were they found, and which files are lost with them?
import { eq, sql } from 'drizzle-orm'
import type { Look, LostFile, Mark } from '../../domain/evidence/kept-bytes.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { files } from '../schema/cases/files.ts'
import { keptBytes } from '../schema/cases/kept-bytes.ts'

/** A recording whose period has ended is gone by right. */
export const stillKept = sql`${files.recording}->'removed' IS NULL`

/** How the bytes under a hash were last found; null: nobody has read them again yet. */
export const readMark = async (db: Executor, sha256: string): Promise<Mark | null> => {
  const [found] = await db.select().from(keptBytes).where(eq(keptBytes.sha256, sha256))
  return found ?? null
}

/** Notes how they were found; since when is kept while they are found so. */
export const noteLook = async (
  db: Executor,
  sha256: string,
  { found, stamp }: Look,
  at: Instant,
): Promise<void> => {
  const since = sql`CASE WHEN ${keptBytes.found} = excluded.found THEN ${keptBytes.since} ELSE excluded.since END`
  await db
    .insert(keptBytes)
    .values({ sha256, found, stamp, checkedAt: at, since: at })
    .onConflictDoUpdate({
      target: keptBytes.sha256,
      set: { found, stamp, checkedAt: at, since },
    })
}

/** Hashes not looked at since `before`, and those not whole since `wrongBefore`: never ones first, then the longest ago. */
export const readUnlooked = async (
  db: Executor,
  { before, wrongBefore }: { before: Instant; wrongBefore: Instant },
  most: number,
): Promise<string[]> => {
  const { rows } = await db.execute<{ sha256: string }>(sql`
    SELECT ${files.sha256} AS sha256 FROM ${files} LEFT JOIN ${keptBytes} ON ${keptBytes.sha256} = ${files.sha256}
    WHERE ${stillKept} AND (${keptBytes.checkedAt} IS NULL OR ${keptBytes.checkedAt} < ${before}::timestamptz
      OR (${keptBytes.found} <> 'intact' AND ${keptBytes.checkedAt} < ${wrongBefore}::timestamptz))
    GROUP BY 1 ORDER BY min(${keptBytes.checkedAt}) NULLS FIRST, 1 LIMIT ${most}`)
  return rows.map(({ sha256 }) => sha256)
}

const lostFiles = sql`${keptBytes} JOIN ${files} ON ${files.sha256} = ${keptBytes.sha256}`
const isLost = sql`${keptBytes.found} <> 'intact' AND ${stillKept}`

/** How many files are still to be kept and were found altered or not at all. */
export const countLostFiles = async (db: Executor): Promise<number> => {
  const { rows } = await db.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM ${lostFiles} WHERE ${isLost}`,
  )
  return rows[0]?.n ?? 0
}

/** Files that are still to be kept and whose bytes were found altered or not at all; the newest finding first. */
export const readLostFiles = async (db: Executor, most: number): Promise<LostFile[]> => {
  const { rows } = await db.execute<LostFile>(sql`
    SELECT ${files.id} AS id, ${files.caseId} AS "caseId", ${cases.number} AS number, ${cases.region} AS region,
      ${keptBytes.found} AS found, ${keptBytes.since} AS since
    FROM ${lostFiles} LEFT JOIN ${cases} ON ${cases.id} = ${files.caseId}
    WHERE ${isLost} ORDER BY ${keptBytes.since} DESC, ${files.id} LIMIT ${most}`)
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }))
}
