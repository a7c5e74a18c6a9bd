// Which entries stand in the ledgers of self-checks that a reader may see?
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import type { Place } from '../keyset.ts'
import { cases } from '../schema/cases/cases.ts'
import { files } from '../schema/cases/files.ts'
import { selfCheckCases, selfChecks } from '../schema/cases/self-checks.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'
import { lockHashes, type Upload } from './uploads.ts'

export type SelfCheckRecord = typeof selfChecks.$inferSelect
export type SelfCheckHit = SelfCheckRecord & {
  name: string | null
  cases: { id: string; number: string }[]
  uploads: Upload[]
}

const inForce = sql`NOT EXISTS (SELECT 1 FROM self_checks later WHERE later.supersedes = ${selfChecks.id})`
const of = (enterprise: string | null) =>
  enterprise === null ? undefined : eq(selfChecks.enterprise, enterprise)
const beyond = (after: Place | null): SQL | undefined =>
  after === null
    ? undefined
    : sql`(${selfChecks.at}, ${selfChecks.id}) < (${after.at}::timestamptz, ${after.id})`

/** Entries in force, newest first; one more than asked tells whether there is a next page. */
export const readSelfChecks = (
  tx: Reader,
  query: { enterprise: string | null; after: Place | null; limit: number },
): Promise<SelfCheckRecord[]> =>
  tx
    .select()
    .from(selfChecks)
    .where(and(of(query.enterprise), inForce, beyond(query.after)))
    .orderBy(desc(selfChecks.at), desc(selfChecks.id))
    .limit(query.limit + 1)

export const countSelfChecks = async (
  tx: Reader,
  enterprise: string | null,
  corrected: boolean,
): Promise<number> => {
  const [row] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(selfChecks)
    .where(and(of(enterprise), corrected ? undefined : inForce))
  return row?.total ?? 0
}

/** Every entry, also corrected ones, oldest first: what a file of the ledger holds. */
export const readWholeLedger = (
  tx: Reader,
  query: { enterprise: string | null; after: Place | null; limit: number },
) =>
  tx
    .select()
    .from(selfChecks)
    .where(
      and(
        of(query.enterprise),
        query.after === null
          ? undefined
          : sql`(${selfChecks.at}, ${selfChecks.id}) > (${query.after.at}::timestamptz, ${query.after.id})`,
      ),
    )
    .orderBy(asc(selfChecks.at), asc(selfChecks.id))
    .limit(query.limit)

/** All entries of these chains of corrections, newest first. */
export const readChains = (tx: Reader, roots: string[]): Promise<SelfCheckRecord[]> =>
  roots.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(selfChecks)
        .where(inArray(selfChecks.root, roots))
        .orderBy(desc(selfChecks.at), desc(selfChecks.id))

export const readSelfCheck = async (tx: Reader, id: string): Promise<SelfCheckRecord | null> => {
  const [found] = await tx.select().from(selfChecks).where(eq(selfChecks.id, id))
  return found ?? null
}

/** Names, cases and photographs beside the entries. */
export const withTheirOwn = async (
  tx: Reader,
  records: SelfCheckRecord[],
): Promise<SelfCheckHit[]> => {
  if (records.length === 0) return []
  const owners = [...new Set(records.map(({ enterprise }) => enterprise))]
  const names = await tx
    .select({ id: enterprises.id, name: enterprises.name })
    .from(enterprises)
    .where(inArray(enterprises.id, owners))
  const reported = await tx
    .select({ selfCheck: selfCheckCases.selfCheck, id: cases.id, number: cases.number })
    .from(selfCheckCases)
    .innerJoin(cases, eq(cases.id, selfCheckCases.caseId))
    .where(
      inArray(
        selfCheckCases.selfCheck,
        records.map(({ id }) => id),
      ),
    )
  const photos = [...new Set(records.flatMap(({ photos }) => photos))]
  const uploads =
    photos.length === 0 ? [] : await tx.select().from(files).where(inArray(files.id, photos))
  return records.map((record) => ({
    ...record,
    name: names.find(({ id }) => id === record.enterprise)?.name ?? null,
    cases: reported
      .filter(({ selfCheck }) => selfCheck === record.id)
      .map(({ id, number }) => ({ id, number })),
    uploads: record.photos.flatMap((id) => uploads.find((one) => one.id === id) ?? []),
  }))
}

/** A photograph that an entry names is not there any more. */
export type PhotoGone = { gone: string[] }

/** Writes an entry once and binds its photographs to it; null when another entry has corrected the same one before. */
export const keepSelfCheck = (
  db: Database,
  record: SelfCheckRecord,
): Promise<SelfCheckRecord | PhotoGone | null> =>
  db.transaction(async (tx) => {
    const there = (await lockHashes(tx, record.photos)).map(({ id }) => id)
    const gone = record.photos.filter((id) => !there.includes(id))
    if (gone.length > 0) return { gone }
    const [kept] = await tx.insert(selfChecks).values(record).onConflictDoNothing().returning()
    if (!kept) return findSelfCheck(tx, record.id)
    const unbound = and(inArray(files.id, record.photos), isNull(files.selfCheck))
    if (record.photos.length > 0)
      await tx.update(files).set({ selfCheck: record.id }).where(unbound)
    return kept
  })

export const findSelfCheck = async (db: Executor, id: string): Promise<SelfCheckRecord | null> => {
  const [found] = await db.select().from(selfChecks).where(eq(selfChecks.id, id))
  return found ?? null
}

/** Says that a case was reported from an entry; saying it again changes nothing. */
export const linkCase = async (
  db: Executor,
  link: { selfCheck: string; caseId: string; by: string; at: Instant },
): Promise<void> => {
  await db.insert(selfCheckCases).values(link).onConflictDoNothing()
}
