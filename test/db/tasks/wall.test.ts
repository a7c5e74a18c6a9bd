// Which cases stand on the wall, under which period, and whom has each level reached?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readDue } from '../../../db/daily/daily-reads.ts'
import { decodeCursor } from '../../../db/keyset.ts'
import { callReceipts, calls } from '../../../db/schema/cases/calls.ts'
import { cases, deliveries, notices, obligations } from '../../../db/schema/cases/cases.ts'
import { readWall, type WallQuery } from '../../../db/tasks/wall-reads.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { later } from '../../../domain/time/instant.ts'
import { after, before, long, now, type Orders, openOrders } from './ordering.ts'
import { caseIn, settleOwner } from './waiting.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())
beforeEach(() => opened.db.delete(cases))

type CaseRow = Parameters<typeof caseIn>[1]
const due = (more: CaseRow = {}) => caseIn(opened.db, { dueAt: now, ...more })
const wall = (more: Partial<WallQuery> = {}) => {
  const all = { process: null, regions: null, level: null, endedBy: null, after: null, limit: 50 }
  return readWall(opened.db, { ...all, ...more })
}
const idsOf = async (more: Partial<WallQuery> = {}) =>
  (await wall(more)).rows.map(({ record }) => record.id)
const period = async (
  caseId: string,
  id: string,
  more: Partial<typeof obligations.$inferInsert> = {},
) =>
  opened.db.insert(obligations).values({
    caseId,
    id,
    process: 'hazard-rectification',
    clock: 'rectification',
    status: 'running',
    dueAt: now,
    provisional: false,
    calendar: 'x',
    region: '330802',
    ...more,
  })

describe('on the wall', () => {
  test('stands an open case with a legal end, and none that is closed or has no end', async () => {
    const id = await due()
    await due({ status: 'closed' })
    await due({ dueAt: null })
    expect(await idsOf()).toEqual([id])
  })
  test('stands first what ends first, in pages that neither overlap nor leave out, each with the whole count', async () => {
    const made = [
      await due({ id: 'w-4', dueAt: after }),
      await due({ id: 'w-2', dueAt: now }),
      await due({ id: 'w-1', dueAt: before }),
      await due({ id: 'w-3', dueAt: now }),
    ]
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const found = await wall({ limit: 2, after: decodeCursor(cursor) })
      expect([found.total, found.rows.length]).toEqual([4, 2])
      seen.push(...found.rows.map(({ record }) => record.id))
      cursor = found.cursor
    }
    expect(seen).toEqual(made.toSorted())
  })
  test('stands what is asked for by process, by regions, by level and by its end, this moment included', async () => {
    const [plain, licence, elsewhere, red] = [
      await due({ id: 'w-1', dueAt: before }),
      await due({ id: 'w-2', process: 'hazchem-licence' }),
      await due({ id: 'w-3', region: '330881', dueAt: later(now, 1) }),
      await due({ id: 'w-4', level: 1, dueAt: after }),
    ]
    expect(await idsOf({ process: 'hazchem-licence' })).toEqual([licence])
    expect(await idsOf({ process: 'permit' })).toEqual([])
    expect(await idsOf({ regions: ['330881'] })).toEqual([elsewhere])
    expect(await idsOf({ regions: ['330802', '330881'] })).toHaveLength(4)
    expect(await idsOf({ regions: [] })).toEqual([])
    expect(await idsOf({ level: 1 })).toEqual([red])
    expect(await idsOf({ level: 2 })).toEqual([])
    expect(await idsOf({ endedBy: now })).toEqual([plain, licence])
    expect(await idsOf({ endedBy: now, process: 'hazard-rectification' })).toEqual([plain])
    expect(await wall({ endedBy: long })).toEqual({ rows: [], total: 0, cursor: null })
  })
})

/** What a record says of its periods: the first is only promised. */
const told = [{ id: 'o-1', promised: true }, { id: 'o-2' }]

describe('a lane says', () => {
  test('the case with its level and its enterprise, and of what runs the period that ends with it, the first by name', async () => {
    await settleOwner(opened.db)
    const [id, none] = [await due({ owner: 'e-1', level: 3 }), await due({ dueAt: after })]
    await period(id, 'o-1', { status: 'met' })
    await period(id, 'o-2', { dueAt: after })
    await period(id, 'o-4', { status: 'overdue' })
    await period(id, 'o-3', { status: 'paused' })
    await period(none, 'o-1', { status: 'cancelled', dueAt: after })
    const { rows } = await wall()
    expect(rows).toMatchObject([
      { record: { id }, level: 3, enterprise: '衢州试验化工', obligation: 'o-3' },
      { record: { id: none }, level: null, enterprise: null, obligation: null },
    ])
    expect(rows).toMatchObject([
      { recipientCount: null, answered: null },
      { recipientCount: null, answered: null },
    ])
  })
  test('the period of the law where what the office has promised ends at the same moment', async () => {
    const id = randomUUID()
    await due({ id, record: { id, obligations: told } as unknown as CaseRecord })
    await period(id, 'o-1', { clock: 'promised-review' })
    await period(id, 'o-2', { clock: 'review' })
    expect((await wall()).rows).toMatchObject([{ obligation: 'o-2' }])
  })
  test('what the digest of the morning speaks of: no period that is only promised', async () => {
    const id = await due({ record: { id: 'x', obligations: told } as unknown as CaseRecord })
    await period(id, 'o-1', { clock: 'promised-review' })
    await period(id, 'o-2', { clock: 'review', dueAt: after })
    const spoken = await readDue(opened.db, ['330802'], before, after)
    expect(spoken.map(({ clock }) => clock)).toEqual(['review'])
  })
  test('each running state of a period as one that runs', async () => {
    for (const status of ['running', 'paused', 'overdue']) {
      const id = await due()
      await period(id, 'o-1', { status })
      const lane = (await wall()).rows.find(({ record }) => record.id === id)
      expect([status, lane?.obligation]).toEqual([status, 'o-1'])
    }
  })
})

type NewNotice = { person: string; level?: string | null; obligation?: string; ok?: boolean[] }
/** A notice of a level to a person, with what came of sending it. */
const noticed = async (
  caseId: string,
  { person, level = 'red', obligation = 'o-1', ok = [true] }: NewNotice,
) => {
  const id = randomUUID()
  const words = { zh: 'x', en: 'x' }
  const said = { title: words, body: words, about: 'x', audience: 'internal' as const, at: now }
  await opened.db
    .insert(notices)
    .values({ id, effectId: id, caseId, person, escalationLevel: level, obligation, ...said })
  for (const one of ok)
    await opened.db
      .insert(deliveries)
      .values({ noticeId: id, channel: 'mail', ok: one, detail: '250', at: now })
  return id
}
const laneOf = async (caseId: string) =>
  (await wall()).rows.find(({ record }) => record.id === caseId)

describe('whom a level has reached', () => {
  test('is counted by people, of what was delivered on some channel for this period', async () => {
    const id = await due()
    await period(id, 'o-1')
    await noticed(id, { person: 'a', ok: [false, true] })
    await noticed(id, { person: 'a' })
    await noticed(id, { person: 'b', ok: [true, true] })
    await noticed(id, { person: 'c', ok: [false] })
    await noticed(id, { person: 'd', ok: [] })
    await noticed(id, { person: 'e', obligation: 'o-2' })
    await noticed(id, { person: 'f', level: null })
    await noticed(id, { person: 'a', level: 'warning' })
    await noticed(await due(), { person: 'g' })
    expect((await laneOf(id))?.recipientCount).toEqual({ red: 2, warning: 1 })
  })
})

describe('who has answered', () => {
  const called = async (
    caseId: string,
    noticeId: string,
    facts: ['answered' | 'delivered', string][],
  ) => {
    const id = randomUUID()
    await opened.db
      .insert(calls)
      .values({ id, noticeId, caseId, channel: 'voice', round: 1, at: now })
    for (const [fact, at] of facts)
      await opened.db.insert(callReceipts).values({ callId: id, fact, detail: '', at })
  }
  test('is the first of each level, with the channel and the moment of his answer', async () => {
    const id = await due()
    await period(id, 'o-1')
    const [one, two, three] = [
      await opened.somebody([]),
      await opened.somebody([]),
      await opened.somebody([]),
    ]
    await called(id, await noticed(id, { person: three }), [['delivered', before]])
    await called(id, await noticed(id, { person: one }), [['answered', '2026-03-05T02:00:00.120Z']])
    await called(id, await noticed(id, { person: two }), [['answered', before]])
    await called(id, await noticed(id, { person: two, level: 'city' }), [['answered', after]])
    await called(id, await noticed(id, { person: two, level: 'province', obligation: 'o-2' }), [
      ['answered', after],
    ])
    expect((await laneOf(id))?.answered).toEqual({
      red: { name: `甲${one}`, how: 'voice', at: '2026-03-05T02:00:00.120Z' },
      city: { name: `甲${two}`, how: 'voice', at: after },
    })
  })
})
