// Cases with their tasks, in a database of their own, as lists read them.
import { randomUUID } from 'node:crypto'
import type { Database } from '../../../db/client.ts'
import { cases, tasks } from '../../../db/schema/cases/cases.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { after, long, office } from './ordering.ts'

type NewCase = Partial<typeof cases.$inferInsert>
type NewTask = Partial<typeof tasks.$inferInsert> & { groups?: string[] }

/** An open case of the county, of which only what lists ask for is told. */
export const caseIn = async (db: Database, more: NewCase = {}): Promise<string> => {
  const id = more.id ?? randomUUID()
  const record = { id, openTasks: {} } as unknown as CaseRecord
  const fixed = { process: 'hazard-rectification', chart: 1, generation: 1, revision: 1 }
  const told = { number: id, title: '防爆灯损坏', search: '', state: 'verifying', record }
  await db.insert(cases).values({
    ...fixed,
    ...told,
    id,
    status: 'open',
    region: '330802',
    owner: null,
    openedAt: long,
    ...more,
  })
  return id
}

/** An open task that nobody has claimed, as many rows as it has groups. */
export const taskIn = async (
  db: Database,
  { groups = [`${office}/inspector`], ...more }: NewTask = {},
): Promise<string> => {
  const id = more.id ?? randomUUID()
  const fixed = { caseId: 'c-0', process: 'hazard-rectification', task: 'verify', open: true }
  const times = { dueAt: after, openedAt: long }
  const rest = { region: '330802', owner: null, seen: false, revision: 1 }
  await db
    .insert(tasks)
    .values(groups.map((grp) => ({ id, grp, ...fixed, ...times, ...rest, ...more })))
  return id
}

/** The enterprise `e-1` of the county, whose cases say `owner: 'e-1'`; once a database. */
export const settleOwner = async (db: Database): Promise<void> => {
  const named = { id: 'e-1', code: 'x', name: '衢州试验化工', pinyin: 'q' }
  await db
    .insert(enterprises)
    .values({ ...named, region: '330802', industry: 'hazchem', address: 'x', principal: 'x' })
    .onConflictDoNothing()
}
