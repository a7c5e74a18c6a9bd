// How do the row of a case, those of its periods and its files follow it, and who hears of it?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindFiles, moveCase, moveWake, writeCase } from '../../db/cases/projection.ts'
import { cases, escalationLevels, obligations } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import { counter } from '../support/processes/counter.ts'
import { fresh, midnight, now, openProjecting, type Projecting, withoutTask } from './projecting.ts'

let opened: Projecting
beforeAll(async () => {
  opened = await openProjecting()
})
afterAll(() => opened?.close())
const write: Projecting['write'] = (...all) => opened.write(...all)
const written: Projecting['written'] = (...all) => opened.written(...all)
const rowsOf: Projecting['rowsOf'] = (record) => opened.rowsOf(record)

describe('periods', () => {
  const rows = ({ id }: CaseRecord) =>
    opened.db.select().from(obligations).where(eq(obligations.caseId, id))
  const levels = ({ id }: CaseRecord) =>
    opened.db
      .select()
      .from(escalationLevels)
      .where(eq(escalationLevels.caseId, id))
      .orderBy(escalationLevels.plannedAt)
  const changed = (record: CaseRecord, more: object): CaseRecord => ({
    ...record,
    obligations: record.obligations.map((one) => ({ ...one, ...more })),
  })

  test('stand with their levels, and follow what becomes of them', async () => {
    const record = await written()
    const [period] = record.obligations
    expect(await rows(record)).toMatchObject([
      {
        id: period?.id,
        process: 'counter',
        clock: 'count',
        rule: null,
        status: 'running',
        dueAt: midnight,
        provisional: false,
        region: '330802',
        escalationPolicy: null,
      },
    ])
    expect((await levels(record)).map((one) => [one.escalationLevel, one.status])).toEqual([
      ['late', 'planned'],
      ['later', 'planned'],
    ])
    const fired = { status: 'fired' as const, firedAt: now, recordedAt: later(now, 1) }
    const after = changed(record, {
      status: 'overdue',
      dueAt: later(midnight, 5),
      provisional: true,
      calendar: 'another',
      escalationLevels: period?.escalationLevels.map((one, at) =>
        at === 0
          ? { ...one, ...fired, acknowledgedAt: later(now, 2) }
          : { ...one, plannedAt: midnight },
      ),
    })
    await write(record, after)
    expect(await rows(record)).toMatchObject([
      { status: 'overdue', dueAt: later(midnight, 5), provisional: true, calendar: 'another' },
    ])
    expect(await levels(record)).toMatchObject([
      { escalationLevel: 'late', ...fired, acknowledgedAt: later(now, 2) },
      { escalationLevel: 'later', plannedAt: midnight, status: 'planned' },
    ])
  })
  test('that have not changed are not written', async () => {
    const record = await written()
    await opened.db
      .update(obligations)
      .set({ calendar: 'by hand' })
      .where(eq(obligations.caseId, record.id))
    await write(record, { ...record, revision: 2 })
    expect((await rows(record))[0]?.calendar).toBe('by hand')
    const two = { ...record.obligations[0]!, id: 'count:2', escalationLevels: [] }
    await write(record, { ...record, obligations: [...record.obligations, two] })
    expect(
      (await rows(record)).map(({ id, calendar }) => [id, calendar === 'by hand']).sort(),
    ).toEqual(
      [
        [record.obligations[0]?.id, true],
        ['count:2', false],
      ].sort(),
    )
  })
  test('without levels, and kept under a setting, are rows too', async () => {
    const setting = { id: 'setting-1', escalationLevels: [] }
    const record = await written((one) =>
      changed(one, { escalationLevels: [], rule: 'r', escalationPolicy: setting }),
    )
    expect(await rows(record)).toMatchObject([{ rule: 'r', escalationPolicy: 'setting-1' }])
    expect(await levels(record)).toEqual([])
  })
})

describe('the row of a case', () => {
  const row = async ({ id }: CaseRecord) =>
    (await opened.db.select().from(cases).where(eq(cases.id, id)))[0]
  const kept = async (record = fresh()) => {
    const creation = { startedBy: 'lin', search: 'words' }
    await writeCase(opened.db, { ...counter, level: () => 2 }, record, {
      wakeAt: midnight,
      creation,
      concerns: ['330802-bureau/inspector', 'lin'],
    })
    return record
  }
  test('is written whole once, and then what may change', async () => {
    const record = await kept()
    expect(await row(record)).toMatchObject({
      process: 'counter',
      chart: 1,
      number: record.number,
      generation: 1,
      revision: 1,
      status: 'open',
      region: '330802',
      owner: null,
      title: '计数',
      search: 'words',
      state: 'counting',
      level: 2,
      wakeAt: midnight,
      dueAt: midnight,
      startedBy: 'lin',
      openedAt: now,
      closedAt: null,
    })
    const after = {
      ...record,
      chart: 3,
      generation: 2,
      revision: 7,
      status: 'closed' as const,
      closedAt: now,
      title: 'other',
      obligations: [],
    }
    await writeCase(opened.db, counter, after, { wakeAt: null, creation: null, concerns: [] })
    expect(await row(record)).toMatchObject({
      chart: 3,
      generation: 2,
      revision: 7,
      status: 'closed',
      level: null,
      wakeAt: null,
      dueAt: null,
      closedAt: now,
      title: '计数',
      search: 'words',
      startedBy: 'lin',
      record: { revision: 7, title: 'other' },
    })
  })
  test('is due with the first period that runs; a promise beside the law is none', async () => {
    const one = fresh()
    const [period] = one.obligations
    const sooner = { ...period!, dueAt: '2026-03-05T16:00:00.000Z', promised: true as const }
    expect((await row(await kept({ ...one, obligations: [sooner, period!] })))?.dueAt).toBe(
      midnight,
    )
  })
  test('tells whoever listens of its new revision and whom that concerns, when it is committed; too many are everybody', async () => {
    const messages: unknown[] = []
    const client = await opened.pool.connect()
    client.on('notification', ({ payload }: { payload?: string | undefined }) =>
      messages.push(JSON.parse(payload ?? '')),
    )
    await client.query('LISTEN "case"')
    const record = await kept()
    await writeCase(
      opened.db,
      counter,
      { ...record, revision: 2 },
      {
        wakeAt: null,
        creation: null,
        concerns: Array.from({ length: 400 }, (_, n) => `330802-bureau/post-${n}`),
      },
    )
    await moveWake(opened.db, record.id, midnight)
    await expect.poll(() => messages.length).toBeGreaterThan(1)
    client.release(true)
    const news = { kind: 'case', id: record.id, region: '330802', owner: null }
    expect(messages).toEqual([
      { ...news, revision: 1, concerns: ['330802-bureau/inspector', 'lin'] },
      { ...news, revision: 2 },
    ])
  })
  test('looks at itself again when it is told to, and only that moves', async () => {
    const [record, other] = [await kept(), await kept()]
    await moveWake(opened.db, record.id, null)
    expect([(await row(record))?.wakeAt, (await row(other))?.wakeAt]).toEqual([null, midnight])
    await moveWake(opened.db, record.id, now)
    expect((await row(record))?.wakeAt).toBe(now)
  })
  test('that concerns another enterprise or lies elsewhere takes all its rows along, also those that are done', async () => {
    const [record, other] = [await kept(await written()), await kept(await written())]
    await write(record, withoutTask(record))
    await moveCase(opened.db, { ...record, region: '330881', owner: 'e-9' }, 'other words')
    expect(await row(record)).toMatchObject({
      region: '330881',
      owner: 'e-9',
      search: 'other words',
    })
    expect(await rowsOf(record)).toMatchObject([{ open: false, region: '330881', owner: 'e-9' }])
    const regionOf = async ({ id }: CaseRecord) =>
      (await opened.db.select().from(obligations).where(eq(obligations.caseId, id)))[0]?.region
    expect([await regionOf(record), await regionOf(other)]).toEqual(['330881', '330802'])
    expect(await row(other)).toMatchObject({ region: '330802', owner: null })
    expect(await rowsOf(other)).toMatchObject([{ region: '330802', owner: null }])
  })
})

test('files of an act belong to its case, and those of another case stay there', async () => {
  const record = fresh()
  const file = { sha256: 'x', name: 'x', type: 'x', size: 1, uploadedBy: 'lin', at: now }
  const kept = [
    { id: `${record.id}-a`, caseId: null },
    { id: `${record.id}-b`, caseId: 'another' },
    { id: `${record.id}-c`, caseId: null },
  ]
  await opened.db.insert(files).values(kept.map((one) => ({ ...file, ...one })))
  await bindFiles(opened.db, record, [])
  await bindFiles(
    opened.db,
    record,
    kept.slice(0, 2).map(({ id }) => id),
  )
  const of = async (id: string) =>
    (await opened.db.select().from(files).where(eq(files.id, id)))[0]?.caseId
  expect(await Promise.all(kept.map(({ id }) => of(id)))).toEqual([record.id, 'another', null])
})
