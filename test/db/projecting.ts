// A case in memory and its rows: what is written of it when it changes?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { project } from '../../db/cases/projection.ts'
import { connect } from '../../db/client.ts'
import { taskPeople, tasks } from '../../db/schema/cases/cases.ts'
import { begin } from '../../domain/engine/step.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

export const now = '2026-03-01T01:00:00.000Z'
/** When the period of a fresh case is over. */
export const midnight = '2026-03-10T16:00:00.000Z'

export const fresh = (): CaseRecord => {
  const event = {
    type: 'start',
    data: { region: '330802', date: '2026-03-10' },
    by: actor('lin'),
    at: now,
    signatures: [],
  }
  const id = randomUUID()
  return begin(counter, { id, number: id }, event, decisionContextAt(now)).record
}

export const taskOf = ({ openTasks }: CaseRecord): OpenTask => Object.values(openTasks)[0]!
export const withTask = (record: CaseRecord, more: Partial<OpenTask>): CaseRecord => ({
  ...record,
  openTasks: { [taskOf(record).id]: { ...taskOf(record), ...more } },
})
export const withoutTask = (record: CaseRecord): CaseRecord => ({
  ...record,
  revision: 2,
  openTasks: {},
})

const nobody = { person: null, decider: null, task: null, at: now }
type Author = typeof nobody | { person: string; decider: string; task: string; at: string }
export type Projecting = Awaited<ReturnType<typeof openProjecting>>

export const openProjecting = async () => {
  const { url, drop } = await createDatabase()
  const { db, pool, close } = connect(url)
  const write = (before: CaseRecord | null, after: CaseRecord, by: Author = nobody) =>
    db.transaction((tx) => project(tx, counter, before, after, by, []))
  return {
    db,
    pool,
    write,
    /** A new case, written. */
    written: async (change: (one: CaseRecord) => CaseRecord = (one) => one) => {
      const record = change(fresh())
      await write(null, record)
      return record
    },
    rowsOf: ({ id }: CaseRecord) =>
      db.select().from(tasks).where(eq(tasks.caseId, id)).orderBy(asc(tasks.grp)),
    peopleOf: async ({ id }: CaseRecord) =>
      (await db.select().from(taskPeople).where(eq(taskPeople.caseId, id)))
        .map(({ person, why }) => `${person} ${why}`)
        .sort(),
    close: () => close().then(drop),
  }
}
