// What is written of the items of a case, of what has not changed, and whom does the news of a case name?
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readItem } from '../../../db/cases/items.ts'
import { project, writeCase } from '../../../db/cases/projection.ts'
import { noDue } from '../../../db/cases/projection-tasks.ts'
import { obligations, tasks } from '../../../db/schema/cases/cases.ts'
import type { ItemChange } from '../../../domain/model/draft.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { later } from '../../../domain/time/instant.ts'
import { counter } from '../../support/processes/counter.ts'
import {
  fresh,
  midnight,
  now,
  openProjecting,
  type Projecting,
  withoutTask,
  withTask,
} from '../projecting.ts'

let opened: Projecting
beforeAll(async () => {
  opened = await openProjecting()
})
afterAll(() => opened?.close())

const periodsOf = ({ id }: CaseRecord) =>
  opened.db
    .select()
    .from(obligations)
    .where(eq(obligations.caseId, id))
    .orderBy(asc(obligations.id))

describe('an item', () => {
  const soon = later(midnight, -60_000)
  const periods = (record: CaseRecord) => {
    const [period] = record.obligations
    return [period!, { ...period!, id: 'count:of-7', item: 7, dueAt: soon }]
  }

  test('has its task due with its own periods, and the case beside it with those of the case', async () => {
    const due = async (item?: number) => {
      const more = item === undefined ? {} : { item }
      const record = await opened.written((one) =>
        withTask({ ...one, obligations: periods(one) }, more),
      )
      return (await opened.rowsOf(record))[0]?.dueAt
    }
    expect([await due(7), await due(), await due(8)]).toEqual([soon, midnight, noDue])
  })
  test('whose task has not changed is not written again; that of the case is', async () => {
    const touched = async (item?: number) => {
      const more = item === undefined ? {} : { item }
      const record = await opened.written((one) => withTask(one, more))
      await opened.db.update(tasks).set({ assignee: 'by hand' }).where(eq(tasks.caseId, record.id))
      await opened.write(record, { ...record, revision: 2 })
      return (await opened.rowsOf(record)).map(({ assignee, revision }) => [assignee, revision])
    }
    expect([await touched(7), await touched()]).toEqual([[['by hand', 1]], [[null, 2]]])
  })
  test('whose task has changed is written', async () => {
    const record = await opened.written((one) => withTask(one, { item: 7 }))
    await opened.write(record, withTask({ ...record, revision: 2 }, { seenAt: now }))
    expect(await opened.rowsOf(record)).toMatchObject([{ seen: true, revision: 2 }])
  })
  test('that has ended leaves its row, and its periods as they ended, though the case remembers them no longer', async () => {
    const record = await opened.written((one) => ({ ...one, obligations: periods(one) }))
    const [own, ofItem] = record.obligations
    const item = { no: 7, kind: 'order', nth: 1, openedAt: now, snapshot: { value: 'done' } }
    const rest = { forms: {}, times: {}, to: [], dueAt: null, endedAt: now }
    const ended = {
      item,
      ...rest,
      periods: [{ ...ofItem!, status: 'met' }],
    } as unknown as ItemChange
    const nobody = { person: null, decider: null, task: null, at: now }
    await opened.db.transaction((tx) =>
      project(tx, counter, record, { ...record, obligations: [own!] }, nobody, [ended]),
    )
    expect((await periodsOf(record)).map(({ id, status }) => [id, status])).toEqual([
      [own!.id, 'running'],
      ['count:of-7', 'met'],
    ])
    expect(await readItem(opened.db, record.id, 7)).toMatchObject({ state: 'done', endedAt: now })
  })
})

test('a period that says the same is not written, also where it was reckoned anew', async () => {
  const record = await opened.written()
  const { db } = opened
  await db.update(obligations).set({ calendar: 'x' }).where(eq(obligations.caseId, record.id))
  await opened.write(record, { ...record, obligations: structuredClone(record.obligations) })
  expect(await periodsOf(record)).toMatchObject([{ calendar: 'x' }])
})

test('who acted elsewhere has no hand in a task that ends beside his act', async () => {
  const record = await opened.written()
  const by = { person: 'wu', decider: 'lin', task: 'another', at: now }
  await opened.write(record, withoutTask(record), by)
  expect(await opened.peopleOf(record)).toEqual([])
})

test('whose opinion was withdrawn has not been heard', async () => {
  const heard = { person: 'ji', name: 'ji', at: now, opinion: 'x', as: 1 }
  const asked = {
    no: 1,
    who: 'ji',
    kind: 'person' as const,
    name: 'ji',
    position: 'before' as const,
  }
  const added = [{ ...asked, by: 'lin', at: now }]
  const record = await opened.written((one) => withTask(one, { added, signatures: [heard] }))
  expect(await opened.peopleOf(record)).toEqual(['ji heard'])
  const signatures = [{ ...heard, withdrawn: now }]
  await opened.write(record, withTask(record, { added, signatures }))
  expect(await opened.peopleOf(record)).toEqual(['ji asked'])
})

test('the news of a case names whom it concerns, up to 2,000 characters; beyond that it concerns everybody', async () => {
  const heard: Record<string, unknown>[] = []
  const client = await opened.pool.connect()
  client.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
  await client.query('LISTEN "case"')
  const creation = { startedBy: 'lin', search: '' }
  const told = async (concerns: string[]) => {
    const record = fresh()
    await writeCase(opened.db, counter, record, { wakeAt: null, creation, concerns })
    await client.query('SELECT 1')
    const { id, revision, region, owner } = record
    return { kind: 'case', id, revision, region, owner }
  }
  const [most, more] = [
    ['a', 'b'.repeat(1_998)],
    ['a', 'b'.repeat(1_999)],
  ]
  const all = [await told(most), await told(more)]
  await client.query('SELECT 1')
  client.release(true)
  expect(heard).toEqual([{ ...all[0], concerns: most }, all[1]])
})
