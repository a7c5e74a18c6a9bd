// How are changes of registers proposed and decided, and what do the confirmed ones make of an entry?

import { and, count, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ChosenEntry, Stood } from '../../domain/model/decision-context.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import type { Register } from '../../domain/registers/define.ts'
import { duesOf } from '../../domain/registers/due-days.ts'
import { type Entry, isOver } from '../../domain/registers/entry.ts'
import { plainName } from '../../domain/registers/namesakes.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import {
  registerChanges,
  registerDecisions,
  registerEntries,
  registerNumbers,
} from '../schema/registers/registers.ts'

export type RegisterChange = typeof registerChanges.$inferSelect
export type RegisterDecision = Omit<typeof registerDecisions.$inferSelect, 'seq'>
type Reads = Pick<Executor, 'select'>
type EntryRow = typeof registerEntries.$inferSelect

/** Those of a register with these numbers, which nobody changes until the transaction ends. */
export const holdEntries = async (
  tx: Executor,
  register: string,
  numbers: readonly string[],
): Promise<ChosenEntry[]> => {
  if (numbers.length === 0) return []
  const rows = await tx
    .select()
    .from(registerEntries)
    .where(
      and(eq(registerEntries.register, register), inArray(registerEntries.number, [...numbers])),
    )
    .for('share')
  const stood = await standingsOf(tx, rows)
  return rows.map((row) => {
    const { id, standing, since } = row
    return { ...entryOfRow(row), stood: stood.get(id) ?? [{ standing, from: since }] }
  })
}

/** By entry, how it has stood since which day, the first first. */
const standingsOf = async (
  tx: Executor,
  rows: readonly EntryRow[],
): Promise<Map<string, Stood[]>> => {
  const { entry, standing, fromDay } = registerChanges
  const { change, version } = registerDecisions
  const ids = rows.map(({ id }) => id)
  const confirmed = await tx
    .select({ entry, standing, from: fromDay })
    .from(registerChanges)
    .innerJoin(registerDecisions, eq(change, registerChanges.id))
    .where(and(inArray(entry, ids), isNotNull(version)))
    .orderBy(version)
  return Map.groupBy(confirmed, (one) => one.entry)
}

/** One at a time proposes or decides about an entry. */
export const withEntry = <Result>(
  db: Database,
  entry: string,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, `register entry ${entry}`, work)

/** One at a time proposes new entries of an enterprise, so that they can be counted; released with the transaction. */
export const lockNewEntries = (tx: Executor, register: string, owner: string): Promise<void> =>
  hold(tx, `register ${register} of ${owner}`)

/** How many changes of an entry, or new entries of an enterprise in a register, nobody has decided about. */
export const countWaiting = async (
  db: Reads,
  of: { entry: string } | { register: string; owner: string },
): Promise<number> => {
  const { entry, register, owner, seen, byOwner } = registerChanges
  const these =
    'entry' in of
      ? eq(entry, of.entry)
      : and(eq(register, of.register), eq(owner, of.owner), eq(seen, 0), eq(byOwner, true))
  const [found] = await db
    .select({ waiting: count() })
    .from(registerChanges)
    .leftJoin(registerDecisions, eq(registerDecisions.change, registerChanges.id))
    .where(and(these, isNull(registerDecisions.change)))
  return found?.waiting ?? 0
}

export const keepRegisterChange = async (tx: Executor, change: RegisterChange): Promise<void> => {
  await tx.insert(registerChanges).values(change)
}

export const keepRegisterDecision = async (
  tx: Executor,
  decision: RegisterDecision,
): Promise<void> => {
  await tx.insert(registerDecisions).values(decision)
}

/** A change with what became of it. */
export const findRegisterChange = async (
  db: Reads,
  id: string,
): Promise<{ change: RegisterChange; decision: RegisterDecision | null } | null> => {
  const [found] = await db
    .select({ change: registerChanges, decision: registerDecisions })
    .from(registerChanges)
    .leftJoin(registerDecisions, eq(registerDecisions.change, registerChanges.id))
    .where(eq(registerChanges.id, id))
  return found ?? null
}

/** What was decided under this request, however often it is sent. */
export const findDecisionUnder = async (
  db: Reads,
  request: string,
): Promise<RegisterDecision | null> =>
  (await db.select().from(registerDecisions).where(eq(registerDecisions.request, request)))[0] ??
  null

export const entryOfRow = ({
  id,
  register,
  version,
  number,
  region,
  owner,
  standing,
  fromDay,
  data,
}: EntryRow): Entry => ({
  id,
  register,
  version,
  number,
  region,
  owner,
  standing,
  from: fromDay,
  data,
})

export const findEntry = async (db: Reads, register: string, id: string): Promise<Entry | null> => {
  const [row] = await db
    .select()
    .from(registerEntries)
    .where(and(eq(registerEntries.id, id), eq(registerEntries.register, register)))
  return row ? entryOfRow(row) : null
}

/** Whether another entry of the register has this number. */
export const isNumberTaken = async (
  db: Reads,
  { register, number, entry }: Pick<RegisterChange, 'register' | 'number' | 'entry'>,
) => {
  if (number === null) return false
  const same = and(
    eq(registerEntries.register, register),
    eq(registerEntries.number, number),
    ne(registerEntries.id, entry),
  )
  return (await db.select({ id: registerEntries.id }).from(registerEntries).where(same)).length > 0
}

/** Whether another entry that is not kept for the record only has this name, however it is typed (`plainName`). */
export const isNameTaken = async (
  db: Reads,
  { register, name, entry }: { register: Register; name: string; entry: string },
): Promise<boolean> => {
  const current = Object.keys(register.standings).filter((one) => !isOver(register, one))
  const plain = sql`regexp_replace(normalize(${registerEntries.name}, NFKC), '[[:space:]·•・‧]', '', 'g')`
  const found = await db
    .select({ id: registerEntries.id })
    .from(registerEntries)
    .where(
      and(
        eq(registerEntries.register, register.id),
        ne(registerEntries.id, entry),
        inArray(registerEntries.standing, current),
        sql`${plain} = ${plainName(name)}`,
      ),
    )
    .limit(1)
  return found.length > 0
}

/** The next number of a register in a region and year: gapless, because it is taken in the transaction that uses it. */
const takeEntryNumber = async (
  tx: Executor,
  { register, word, region, at }: { register: string; word: string; region: Region; at: Instant },
): Promise<string> => {
  const year = Number(civilDate(at).slice(0, 4))
  const [row] = await tx
    .insert(registerNumbers)
    .values({ register, region, year, last: 1 })
    .onConflictDoUpdate({
      target: [registerNumbers.register, registerNumbers.region, registerNumbers.year],
      set: { last: sql`${registerNumbers.last} + 1` },
    })
    .returning({ last: registerNumbers.last })
  return `衢${regions[region].short}${word}〔${year}〕${String(row?.last ?? 1).padStart(4, '0')}号`
}

/** Writes the entry as a confirmed change makes it; the version that comes of it. */
export const applyChange = async (
  tx: Executor,
  register: Register,
  change: RegisterChange,
  at: Instant,
): Promise<number> => {
  const { entry: id, region, owner, standing, fromDay, data } = change
  const dues = duesOf(register, { data, standing })
  const columns = { standing, fromDay, data, name: String(data[register.name] ?? ''), dues }
  if (change.seen > 0) {
    const ordered = register.due === undefined ? {} : { listedAt: afterAllDays(at) }
    const since = sql`CASE WHEN ${registerEntries.standing} = ${standing} THEN ${registerEntries.since} ELSE ${fromDay}::date END`
    await tx
      .update(registerEntries)
      .set({ ...columns, ...ordered, since, version: change.seen + 1 })
      .where(and(eq(registerEntries.id, id), eq(registerEntries.version, change.seen)))
    return change.seen + 1
  }
  const number =
    change.number ??
    (await takeEntryNumber(tx, { register: register.id, word: wordOf(register), region, at }))
  const row = {
    ...columns,
    id,
    register: register.id,
    region,
    owner,
    number,
    version: 1,
    since: fromDay,
  }
  const added = await tx
    .insert(registerEntries)
    .values({ ...row, listedAt: register.due === undefined ? at : afterAllDays(at) })
    .onConflictDoNothing({ target: [registerEntries.register, registerEntries.number] })
    .returning({ id: registerEntries.id })
  if (added.length === 0) throw new DomainError('not-possible-now', [numberTaken])
  return 1
}

export const numberTaken = text('该编号已经登记', 'An entry with this number is registered already')

const yearsBeyond = 5_000

/** After every date that a form takes; among themselves in their order. */
const afterAllDays = (at: Instant): Instant =>
  `${Number(at.slice(0, 4)) + yearsBeyond}${at.slice(4)}`

const wordOf = ({ number }: Register): string => ('word' in number ? number.word : '')
