// Which rows do lists, walls and the auditor read, and how do they follow the case?
import { and, eq, inArray, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { stateKey } from '../../domain/model/chart.ts'
import type { ItemChange } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { cases, obligations, tasks } from '../schema/cases/cases.ts'
import { files } from '../schema/cases/files.ts'
import { placeholdersFor, statement } from '../statements.ts'
import { keepItems } from './items.ts'
import { writeObligations } from './projection-clocks.ts'
import {
  type Author,
  closeTasks,
  firstDue,
  keepPeople,
  leaveGroups,
  openTasks,
} from './projection-tasks.ts'

type Creation = { startedBy: string | null; search: string }
/** `creation` is set once, when the case is opened; `concerns`: in whose inboxes the change may show. */
type Writing = { wakeAt: Instant | null; creation: Creation | null; concerns: string[] }

/** Writes the case row and announces it. */
export const writeCase = async (
  tx: Executor,
  process: ProcessDefinition,
  record: CaseRecord,
  { wakeAt, creation, concerns }: Writing,
): Promise<void> => {
  const changing = {
    revision: record.revision,
    generation: record.generation,
    status: record.status,
    state: stateKey(record.snapshot.value),
    level: process.level(record),
    record,
    chart: record.chart,
    wakeAt,
    dueAt: firstDue(record),
    closedAt: record.closedAt,
  }
  if (!creation) {
    await statement(tx, 'case_write', caseUpdate).execute({
      ...changing,
      id: record.id,
      news: newsOf(record, concerns),
    })
    return
  }
  const { id, number, region, owner, title, openedAt } = record
  await tx
    .insert(cases)
    .values({
      id,
      process: record.process,
      number,
      region,
      owner,
      title,
      openedAt,
      ...creation,
      ...changing,
    })
    .returning({ announced: announcement(newsOf(record, concerns)) })
}

const changingColumns = [
  'revision',
  'generation',
  'status',
  'state',
  'level',
  'record',
  'chart',
  'wakeAt',
  'dueAt',
  'closedAt',
] as const
const caseUpdate = (db: Executor) =>
  db
    .update(cases)
    .set(placeholdersFor(changingColumns))
    .where(eq(cases.id, sql.placeholder('id')))
    .returning({ announced: announcement(sql.placeholder('news')) })

/** Sets when an unchanged case looks at itself again; nobody is notified, since nothing anybody sees has changed. */
export const moveWake = async (tx: Executor, id: string, wakeAt: Instant | null): Promise<void> => {
  await tx
    .update(cases)
    .set({ wakeAt })
    .where(and(eq(cases.id, id), sql`${cases.wakeAt} IS DISTINCT FROM ${wakeAt}::timestamptz`))
}

/** Tells every listener that the case has a new revision, in the statement that writes it; delivered when the transaction commits. */
const announcement = (news: string | Placeholder): SQL => sql`pg_notify('case', ${news})`

/** PostgreSQL takes less than 8,000 bytes; what concerns more than that concerns everybody. */
const MOST_NAMES_CHARACTERS = 2_000

const newsOf = ({ id, revision, region, owner }: CaseRecord, concerns: string[]): string => {
  const known = { kind: 'case', id, revision, region, owner }
  return JSON.stringify(
    concerns.join().length > MOST_NAMES_CHARACTERS ? known : { ...known, concerns },
  )
}

/** A case that lies elsewhere, concerns somebody else or is called otherwise from now on takes all its rows along, also those that are done. */
export const moveCase = async (
  tx: Executor,
  { id, region, owner, title }: CaseRecord,
  search: string,
): Promise<void> => {
  await tx.update(cases).set({ region, owner, title, search }).where(eq(cases.id, id))
  await tx.update(tasks).set({ region, owner }).where(eq(tasks.caseId, id))
  await tx.update(obligations).set({ region }).where(eq(obligations.caseId, id))
}

/** Reconciles all projections of a case with what it is now; rows that did not change are not written. */
export const project = async (
  tx: Executor,
  process: Pick<ProcessDefinition, 'clocks'>,
  before: CaseRecord | null,
  after: CaseRecord,
  by: Author,
  items: readonly ItemChange[],
): Promise<void> => {
  const ended = items.flatMap(({ periods }) => periods)
  await Promise.all([
    closeTasks(tx, before, after, by),
    leaveGroups(tx, before, after),
    openTasks(tx, process, before, after),
    keepPeople(tx, before, after, by.at),
    writeObligations(tx, before, { ...after, obligations: [...after.obligations, ...ended] }),
    keepItems(tx, after, items, by.at),
  ])
}

/** Files that an act refers to belong to the case from now on. */
export const bindFiles = async (tx: Executor, record: CaseRecord, ids: string[]): Promise<void> => {
  if (ids.length > 0)
    await tx
      .update(files)
      .set({ caseId: record.id })
      .where(and(inArray(files.id, ids), sql`${files.caseId} is null`))
}
