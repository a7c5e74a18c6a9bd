// Which entries of a register does a reader see, with which changes?
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Due } from '../../domain/registers/due-days.ts'
import type { Entry } from '../../domain/registers/entry.ts'
import type { Day } from '../../domain/time/days.ts'
import type { Executor } from '../client.ts'
import { containing, cut, type ListParts, type Place, pageOf } from '../keyset.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import {
  registerChanges,
  registerDecisions,
  registerEntries,
} from '../schema/registers/registers.ts'
import type { Reader } from '../scope.ts'
import { firstOpenDay } from './due-reads.ts'
import type { RegisterChange, RegisterDecision } from './registers.ts'

export type EntryHit = Entry & {
  dues: readonly Due[]
  since: Day
  /** Of the enterprise whose it is. */
  ownerName: string | null
}

export type EntryQuery = {
  register: string
  /** Found in the number or the name. */
  q: string | null
  standing: string | null
  region: Region | null
  /** On which day it is read. */
  today: Day
  /** Only those of which something is due on this day or before it. */
  dueBy: Day | null
}

/** What a list reads of an entry `e` and its owner `o`. */
export const entryColumns = sql`
  e.id, e.register, e.version, e.number, e.region, e.owner, e.standing, e.from_day::text AS "from", e.data, e.dues,
  e.since::text AS since, o.name AS "ownerName"`
export const entryOwners = sql`LEFT JOIN enterprises o ON o.id = e.owner`

const entryList = (query: EntryQuery): ListParts => ({
  hits: sql`SELECT coalesce((${firstOpenDay(query.today)} || 'T00:00:00Z')::timestamptz, listed_at) AS sort, id FROM register_entries WHERE ${sql.join(wanted(query), sql` AND `)}`,
  columns: entryColumns,
  joins: sql`LEFT JOIN register_entries e ON e.id = page.id ${entryOwners}`,
  order: 'ascending',
})

const wanted = ({ register, q, standing, region, today, dueBy }: EntryQuery): SQL[] => [
  sql`register = ${register}`,
  ...(standing === null ? [] : [sql`standing = ${standing}`]),
  ...(region === null ? [] : [sql`region = ${region}`]),
  ...(q === null
    ? []
    : [sql`(lower(number) LIKE ${containing(q)} OR lower(name) LIKE ${containing(q)})`]),
  ...(dueBy === null ? [] : [sql`${firstOpenDay(today)} <= ${dueBy}`]),
]

export const readEntries = async (
  tx: Reader,
  query: EntryQuery & { after: Place | null; limit: number },
) => {
  const { rows } = await tx.execute<
    EntryHit & { total: number; sort: string | null; key: string | null }
  >(pageOf({ ...entryList(query), after: query.after, limit: query.limit }))
  return cut(rows, query.limit)
}

export const readEntry = async (
  tx: Reader,
  register: string,
  id: string,
): Promise<EntryHit | null> => {
  const { rows } = await tx.execute<EntryHit>(
    sql`SELECT ${entryColumns} FROM register_entries e ${entryOwners} WHERE e.id = ${id} AND e.register = ${register}`,
  )
  return rows[0] ?? null
}

const mostForCase = 200

/** Entries of these places: the authorities' own, and those of an enterprise where one is named. */
export const readEntriesFor = async (
  tx: Reader,
  of: { register: string; regions: readonly string[]; owner: string | null },
): Promise<EntryHit[]> => {
  const { rows } = await tx.execute<EntryHit>(sql`
    SELECT ${entryColumns} FROM register_entries e ${entryOwners}
    WHERE e.register = ${of.register} AND e.region = ANY(${sql.param(of.regions)}::text[])
      AND (e.owner IS NULL OR e.owner = ${of.owner}::text)
    ORDER BY e.owner NULLS LAST, e.number LIMIT ${mostForCase}`)
  return rows
}

export const readEntryByNumber = async (
  tx: Reader,
  register: string,
  number: string,
): Promise<EntryHit | null> => {
  const { rows } = await tx.execute<EntryHit>(
    sql`SELECT ${entryColumns} FROM register_entries e ${entryOwners} WHERE e.register = ${register} AND e.number = ${number}`,
  )
  return rows[0] ?? null
}

/** How an entry stood before a change. */
export type StoodBefore = Pick<RegisterChange, 'data' | 'standing' | 'fromDay'>

export type DecidedChange = {
  change: RegisterChange
  decision: RegisterDecision | null
  /** The enterprise whose it is. */
  owner: { name: string; region: Region } | null
  /** The version that its proposer saw; null: a new entry. */
  before: StoodBefore | null
}

const ownerColumns = { name: enterprises.name, region: enterprises.region }
const made = alias(registerDecisions, 'made')
const earlier = alias(registerChanges, 'earlier')
const mostChanges = 200

/** The newest changes of an entry, the newest first. */
export const readEntryChanges = async (
  tx: Pick<Reader, 'select'>,
  entry: string,
): Promise<DecidedChange[]> =>
  tx
    .select({
      change: registerChanges,
      decision: registerDecisions,
      owner: ownerColumns,
      before: { data: earlier.data, standing: earlier.standing, fromDay: earlier.fromDay },
    })
    .from(registerChanges)
    .leftJoin(registerDecisions, eq(registerDecisions.change, registerChanges.id))
    .leftJoin(enterprises, eq(enterprises.id, registerChanges.owner))
    .leftJoin(
      made,
      and(eq(made.entry, registerChanges.entry), eq(made.version, registerChanges.seen)),
    )
    .leftJoin(earlier, eq(earlier.id, made.change))
    .where(eq(registerChanges.entry, entry))
    .orderBy(desc(registerChanges.proposedAt), desc(registerChanges.id))
    .limit(mostChanges)

const mostWaiting = 200

/** What waits for a second person, the oldest first, beside the entry as it stands; null: there is none yet. */
export const readWaiting = async (tx: Pick<Reader, 'select'>, register: string) =>
  tx
    .select({ change: registerChanges, entry: registerEntries, owner: ownerColumns })
    .from(registerChanges)
    .leftJoin(registerDecisions, eq(registerDecisions.change, registerChanges.id))
    .leftJoin(enterprises, eq(enterprises.id, registerChanges.owner))
    .leftJoin(registerEntries, eq(registerEntries.id, registerChanges.entry))
    .where(and(eq(registerChanges.register, register), isNull(registerDecisions.change)))
    .orderBy(asc(registerChanges.proposedAt), asc(registerChanges.id))
    .limit(mostWaiting)

const mostFound = 20

/** For everybody: by the whole number, or by a part of the name where the name is for everybody. Whoever asks has no scope; the order tells no dates. */
export const lookUpEntries = async (
  db: Executor,
  { register, q, byName }: { register: string; q: string; byName: boolean },
) => {
  const named = byName ? sql`OR lower(e.name) LIKE ${containing(q)}` : sql``
  const { rows } = await db.execute<EntryHit>(sql`
    SELECT ${entryColumns} FROM register_entries e ${entryOwners} WHERE e.register = ${register} AND (e.number = ${q} ${named})
    ORDER BY e.number, e.id LIMIT ${mostFound}`)
  return rows
}
