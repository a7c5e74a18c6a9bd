// Which item of a case holds an entry of a register, from when until when?
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { EntryHolder } from '../../domain/model/decision-context.ts'
import type { ItemChange } from '../../domain/model/draft.ts'
import { isExercise } from '../../domain/model/exercises/exercise.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Entry } from '../../domain/registers/entry.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { registerEntries } from '../schema/registers/registers.ts'
import { entryReservations } from '../schema/registers/reservations.ts'
import { entryOfRow } from './registers.ts'

/** Until the transaction ends nobody changes the entry, and nobody else takes it. */
export const holdEntry = async (
  tx: Executor,
  register: string,
  id: string,
): Promise<Entry | null> => {
  const [row] = await tx
    .select()
    .from(registerEntries)
    .where(and(eq(registerEntries.id, id), eq(registerEntries.register, register)))
    .for('no key update')
  return row ? entryOfRow(row) : null
}

/** What holds the entry now; a real case before an exercise. */
export const readHolder = async (tx: Executor, entry: string): Promise<EntryHolder | null> => {
  const { caseId, region, kind, nth, exercise, since } = entryReservations
  const [holder] = await tx
    .select({
      caseId,
      number: cases.number,
      region,
      owner: cases.owner,
      kind,
      nth,
      exercise,
      since,
    })
    .from(entryReservations)
    .innerJoin(cases, eq(cases.id, caseId))
    .where(and(eq(entryReservations.entry, entry), isNull(entryReservations.until)))
    .orderBy(exercise)
    .limit(1)
  return holder ?? null
}

/** Items that were opened begin to hold what their forms name, those that have ended hold nothing any more. */
export const keepReservations = async (
  tx: Executor,
  process: ProcessDefinition,
  record: CaseRecord,
  changes: readonly ItemChange[],
): Promise<void> => {
  for (const { item, forms, endedAt } of changes) {
    const { caseId, item: no, until } = entryReservations
    const entry = entryHeldBy(process, item.kind, forms)
    if (entry !== null)
      await tx.insert(entryReservations).values({
        entry,
        caseId: record.id,
        item: item.no,
        kind: item.kind,
        nth: item.nth,
        region: record.region as Region,
        exercise: isExercise(record),
        since: item.openedAt,
        until: endedAt,
      })
    else if (endedAt !== null)
      await tx
        .update(entryReservations)
        .set({ until: endedAt })
        .where(and(eq(caseId, record.id), eq(no, item.no), sql`${until} IS NULL`))
  }
}

/** What the form with which an item has just been opened reserves; null: it was opened before, or reserves nothing. */
const entryHeldBy = (
  { items = [], events }: ProcessDefinition,
  kind: string,
  forms: ItemChange['forms'],
): string | null => {
  const opens = items.find((one) => one.kind === kind)?.opens
  const name = opens === undefined ? undefined : events[opens]?.entry?.reserves
  const entry = opens === undefined || name === undefined ? undefined : forms[opens]?.[name]
  return typeof entry === 'string' ? entry : null
}
