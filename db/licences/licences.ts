// How does the register of licences follow the cases?
import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { entryOf } from '../../domain/registers/licences/entry.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { Database, Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { licences } from '../schema/cases/licences.ts'

type Process = Pick<ProcessDefinition, 'id' | 'register'>
type Row = typeof licences.$inferInsert

/** Writes the licence of a case when it has changed; for most cases there is none. */
export const keepLicence = async (
  tx: Executor,
  process: Process,
  { before, after, at }: { before: CaseRecord | null; after: CaseRecord; at: Instant },
): Promise<void> => {
  if (!process.register) return
  const row = rowOf(process, after, at)
  if (row && JSON.stringify(row) !== JSON.stringify(before && rowOf(process, before, at)))
    await write(tx, row)
}

const rowOf = (process: Process, record: CaseRecord, at: Instant): Row | null => {
  const entry = entryOf(process, record)
  if (!entry) return null
  const { holder, mode, premises, principal: _, ...columns } = entry
  const { id: caseId, region, owner } = record
  return {
    ...columns,
    caseId,
    process: process.id,
    region,
    owner,
    holder: holder ?? '',
    mode: mode ?? '',
    premises: premises ?? '',
    since: civilDate(at),
  }
}

/** What stands as it stood keeps its day. */
const write = async (tx: Executor, row: Row): Promise<void> => {
  const { caseId: _, since, ...changing } = row
  const set = {
    ...changing,
    since: sql`CASE WHEN ${licences.standing} = excluded.standing THEN ${licences.since} ELSE excluded.since END`,
  }
  await tx.insert(licences).values(row).onConflictDoUpdate({ target: licences.caseId, set })
}

const casesAtOnce = 500

/** Writes the register anew from the cases, page by page; safe to run at any time and again. */
export const rebuildLicences = async (db: Database, processes: Process[]): Promise<number> => {
  const granting = processes.filter(({ register }) => register)
  let count = 0
  for (let after: string | null = ''; after !== null && granting.length > 0; ) {
    const page: { id: string; record: CaseRecord }[] = await db
      .select({ id: cases.id, record: cases.record })
      .from(cases)
      .where(
        and(
          inArray(
            cases.process,
            granting.map(({ id }) => id),
          ),
          gt(cases.id, after),
        ),
      )
      .orderBy(asc(cases.id))
      .limit(casesAtOnce)
    for (const { record } of page) {
      const process = granting.find(({ id }) => id === record.process)
      const row = process && rowOf(process, record, record.closedAt ?? record.openedAt)
      if (row) await write(db, row)
      count += row ? 1 : 0
    }
    after = page.length === casesAtOnce ? (page.at(-1)?.id ?? null) : null
  }
  return count
}

export type LicenceTarget = {
  caseId: string
  process: string
  generation: number
  status: 'open' | 'closed'
  number: string
  title: string
  standing: string
}

/** The case behind a licence of a holder, other than `asking`: a changed licence often keeps its number. Of several under one number the one in force: an ended one stays open, and deemed renewed it has its successor under its number. */
export const findLicence = async (
  db: Pick<Executor, 'select'>,
  {
    process,
    licence,
    owner,
    asking,
  }: { process: string; licence: string; owner: string | null; asking?: string },
): Promise<LicenceTarget | null> => {
  if (owner === null) return null
  const [found] = await db
    .select({
      caseId: cases.id,
      process: cases.process,
      generation: cases.generation,
      status: cases.status,
      number: cases.number,
      title: cases.title,
      standing: licences.standing,
    })
    .from(licences)
    .innerJoin(cases, eq(cases.id, licences.caseId))
    .where(
      and(
        eq(licences.process, process),
        eq(licences.number, licence),
        eq(licences.owner, owner),
        asking === undefined ? undefined : ne(licences.caseId, asking),
      ),
    )
    .orderBy(
      sql`${licences.standing} NOT IN ('in-force', 'suspended')`,
      sql`${cases.status} = 'closed'`,
      sql`${licences.since} DESC`,
      licences.caseId,
    )
    .limit(1)
  return found ?? null
}

/** Whether the register has a licence of that number, standing or ended, of somebody else. Read by the owner of the database: whoever asks need not see whose. */
export const isHeldByOther = async (
  db: Pick<Executor, 'select'>,
  { process, licence, owner }: { process: string; licence: string; owner: string | null },
): Promise<boolean> => {
  const found = await db
    .select({ id: licences.caseId })
    .from(licences)
    .where(
      and(
        eq(licences.process, process),
        eq(licences.number, licence),
        sql`${licences.owner} IS DISTINCT FROM ${owner}`,
      ),
    )
    .limit(1)
  return found.length > 0
}

/** As many licences as may have come after the one that somebody names: one each year for as long as most records are kept. */
const longestLine = 30

/** As `findLicence`, but where that licence was replaced, or has ended and is renewed, the one that stands in its place: a penalty follows its holder to the new paper. */
export const findLicenceInForce = async (
  db: Pick<Executor, 'select'>,
  asked: Parameters<typeof findLicence>[1],
): Promise<LicenceTarget | null> => {
  let found = await findLicence(db, asked)
  for (let hop = 0; hop < longestLine && found && isOver(found); hop += 1) {
    const next = await findSuccessor(db, asked, found)
    if (!next) return found
    found = next
  }
  return found
}

const isOver = ({ standing }: LicenceTarget): boolean =>
  standing === 'replaced' || standing === 'expired'

const findSuccessor = async (
  db: Pick<Executor, 'select'>,
  { process, owner }: { process: string; owner: string | null },
  { caseId }: LicenceTarget,
): Promise<LicenceTarget | null> => {
  const [next] = await db
    .select({ number: licences.number })
    .from(licences)
    .where(
      and(
        eq(licences.process, process),
        eq(licences.owner, owner ?? ''),
        ne(licences.caseId, caseId),
        sql`${licences.replaces} = (SELECT number FROM licences WHERE case_id = ${caseId})`,
      ),
    )
    .orderBy(sql`${licences.standing} = 'replaced'`, sql`${licences.since} DESC`, licences.caseId)
    .limit(1)
  return next ? findLicence(db, { process, licence: next.number, owner, asking: caseId }) : null
}
