// What is read of a case: its facts and course, its items, what somebody was told of it, and on which chart it stands?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  readCase,
  readCourse,
  readFacts,
  readFactsOfTypes,
  readForAct,
  readRevision,
} from '../../../db/cases/cases-reads.ts'
import { countOnChart, countStates, readOnChart } from '../../../db/cases/charts-reads.ts'
import { keepCommand } from '../../../db/cases/commands.ts'
import { readHandlers } from '../../../db/cases/handlers-reads.ts'
import { keepItems, readItem, readItems } from '../../../db/cases/items.ts'
import { readMessages } from '../../../db/cases/messages-reads.ts'
import { deliveries, notices } from '../../../db/schema/cases/cases.ts'
import type { ItemChange } from '../../../domain/model/draft.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { after, now, type Orders, office, openOrders } from '../tasks/ordering.ts'
import { caseIn, taskIn } from '../tasks/waiting.ts'
import { began, factIn, paperIn, scopeOfCounty, second } from './stored.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const seqsOf = (them: { seq: number }[]) => them.map(({ seq }) => seq)

describe('the facts of a case', () => {
  test('are read in their order, from behind a number on, or of some types alone', async () => {
    const caseId = randomUUID()
    for (const [seq, type] of [
      [3, 'end'],
      [1, 'start'],
      [2, 'add'],
    ] as const)
      await factIn(opened.db, { caseId, seq, type })
    await factIn(opened.db, { caseId: randomUUID(), seq: 4, type: 'add' })
    expect(seqsOf(await readFacts(opened.db, caseId))).toEqual([1, 2, 3])
    expect(seqsOf(await readFacts(opened.db, caseId, 1))).toEqual([2, 3])
    expect(seqsOf(await readFactsOfTypes(opened.db, caseId, ['end', 'start']))).toEqual([1, 3])
    expect(await readFactsOfTypes(opened.db, caseId, [])).toEqual([])
  })
  test('that say the same of its course are one step, in the order in which each was first taken', async () => {
    const caseId = randomUUID()
    const steps = [
      ['start', null, 'a'],
      ['move', 'a', 'b'],
      ['add', 'b', 'b'],
      ['add', 'b', 'b'],
      ['back', 'b', 'a'],
      ['move', 'a', 'b'],
    ] as const
    for (const [nth, [type, before, after_]] of steps.entries())
      await factIn(opened.db, { caseId, seq: nth + 1, type, before, after: after_ })
    await factIn(opened.db, { caseId: randomUUID(), seq: 1, type: 'other' })
    expect(await readCourse(opened.db, caseId)).toEqual([
      { type: 'start', before: null, after: 'a', last: 1 },
      { type: 'move', before: 'a', after: 'b', last: 6 },
      { type: 'add', before: 'b', after: 'b', last: 4 },
      { type: 'back', before: 'b', after: 'a', last: 5 },
    ])
  })
})

describe('a case that an act is judged by', () => {
  test('is read with the command given under that id and its documents, within the scope of who acts', async () => {
    const id = await caseIn(opened.db, { level: 3, revision: 7 })
    const what = { type: 'add', body: {}, bodyHash: 'x', occurredAt: began, recordedAt: began }
    const actor = { kind: 'person' as const, id: 'lin' }
    const command = await keepCommand(opened.db, { id: randomUUID(), caseId: id, actor, ...what })
    const paper = await paperIn(opened.db, { caseId: id, seq: 1 })
    const read = (commandId: string | null, scope = scopeOfCounty) =>
      readForAct(opened.pool, scope, { caseId: id, commandId })
    expect(await read(null)).toMatchObject({
      found: { record: { id }, enterprise: null, level: 3 },
      command: null,
      documents: [{ id: paper }],
    })
    expect((await read(command.id)).command).toEqual(command)
    const other = ['330881' as const]
    const elsewhere = { ...scopeOfCounty, regions: other, caseRegions: other }
    expect(await read(null, elsewhere as never)).toEqual({
      found: null,
      command: null,
      documents: [],
    })
    expect([await readRevision(opened.db, id), await readRevision(opened.db, 'x')]).toEqual([
      7,
      null,
    ])
    expect(await readCase(opened.db, 'nowhere')).toBe(null)
  })
})

describe('the items of a case', () => {
  const record = { id: randomUUID(), revision: 2 } as CaseRecord
  const change = (no: number, more: object = {}, state = 'open'): ItemChange =>
    ({
      item: { no, kind: 'order', nth: no, openedAt: began, snapshot: { value: state } },
      forms: {},
      times: {},
      to: ['a/x'],
      dueAt: second(60),
      endedAt: null,
      periods: [],
      ...more,
    }) as unknown as ItemChange
  const keep = (changes: ItemChange[], at = began, revision = 2) =>
    keepItems(opened.db, { ...record, revision }, changes, at)

  test('stand as they are now, with all that was said before; who was last to work one stays when it ends', async () => {
    await keep([change(5, { forms: { order: { a: 1 } }, times: { order: began } }), change(3)])
    const kept = await readItem(opened.db, record.id, 5)
    expect(kept).toEqual({
      caseId: record.id,
      no: 5,
      kind: 'order',
      nth: 5,
      state: 'open',
      recipients: ['a/x'],
      forms: { order: { a: 1 } },
      times: { order: began },
      revision: 2,
      openedAt: began,
      movedAt: began,
      dueAt: second(60),
      endedAt: null,
    })
    await keep([change(5, { to: ['b/y'], forms: { order: { a: 2 } } }, 'read')], second(1), 3)
    expect(await readItem(opened.db, record.id, 5)).toMatchObject({
      state: 'read',
      recipients: ['b/y'],
      forms: { order: { a: 2 } },
      revision: 3,
    })
    const end = { to: [], endedAt: second(2), dueAt: null }
    const done = { ...end, forms: { report: { b: 1 } }, times: { report: second(2) } }
    await keep([change(5, done, 'done')], second(2), 4)
    expect(await readItem(opened.db, record.id, 5)).toEqual({
      ...kept,
      state: 'done',
      recipients: ['b/y'],
      forms: { order: { a: 2 }, report: { b: 1 } },
      times: { order: began, report: second(2) },
      revision: 4,
      movedAt: second(2),
      dueAt: null,
      endedAt: second(2),
    })
    expect(await readItem(opened.db, record.id, 3)).toMatchObject({ state: 'open', revision: 2 })
    expect(await readItem(opened.db, record.id, 9)).toBe(null)
  })
  test('that one decision moves twice stand as it left them, with the forms of both', async () => {
    const [first, next] = [
      change(7, { forms: { one: { a: 1 }, both: { n: 1 } }, times: { one: began } }),
      change(7, { forms: { two: { b: 2 }, both: { n: 2 } }, times: { two: second(1) } }, 'read'),
    ]
    await keep([first, next])
    expect(await readItem(opened.db, record.id, 7)).toMatchObject({
      state: 'read',
      forms: { one: { a: 1 }, two: { b: 2 }, both: { n: 2 } },
      times: { one: began, two: second(1) },
    })
  })
  test('are read in the order in which they were opened, of one kind where that is asked, of no other case', async () => {
    await keepItems(opened.db, { id: randomUUID(), revision: 1 } as CaseRecord, [change(1)], began)
    const report = change(4)
    await keep([{ ...report, item: { ...report.item, kind: 'report' } }])
    const nos = async (kind?: string) =>
      (await readItems(opened.db, record.id, kind)).map(({ no }) => no)
    expect([await nos(), await nos('order'), await nos('report'), await nos('x')]).toEqual([
      [3, 4, 5, 7],
      [3, 5, 7],
      [4],
      [],
    ])
  })
})

describe('what somebody was told of a case', () => {
  const told = async (caseId: string, id: string, more: object = {}) => {
    const words = { zh: id, en: id }
    const what = { effectId: id, caseId, person: 'lin', about: 'x', title: words, body: words }
    await opened.db
      .insert(notices)
      .values({ id, ...what, audience: 'internal', at: began, ...more })
  }
  const sent = (noticeId: string, channel: 'inbox' | 'mail', ok = true) =>
    opened.db.insert(deliveries).values({ noticeId, channel, ok, detail: '', at: began })

  test('is told newest first, of one moment what was written last, with what became of the last mail', async () => {
    const caseId = randomUUID()
    for (const id of ['z-first', 'a-second']) {
      await told(caseId, id)
      await sent(id, 'inbox')
    }
    await told(caseId, 'newest', { at: second(1) })
    await told(caseId, 'other', { person: 'wu' })
    await told(randomUUID(), 'elsewhere')
    await sent('z-first', 'mail', false)
    await sent('z-first', 'mail', true)
    await sent('a-second', 'mail', false)
    const read = await readMessages(opened.db, caseId, 'lin')
    expect(read.map(({ id, mailed }) => [id, mailed])).toEqual([
      ['newest', null],
      ['a-second', false],
      ['z-first', true],
    ])
    expect(read[0]).toMatchObject({ title: { zh: 'newest' }, at: second(1) })
  })
})

describe('the cases on a chart', () => {
  test('are the open ones of that version, in the order of their ids, from behind one on, so many', async () => {
    const process = randomUUID()
    const ids = ['a', 'b', 'c'].map((one) => `${one}-${process}`)
    for (const id of [...ids].reverse()) await caseIn(opened.db, { id, process, chart: 2 })
    await caseIn(opened.db, { process, chart: 1, state: 'other' })
    await caseIn(opened.db, { process, chart: 2, status: 'closed' })
    await caseIn(opened.db, { chart: 2 })
    const chart = { process, version: 2 }
    const read = async (behind: string, limit: number) =>
      (await readOnChart(opened.db, chart, behind, limit)).map(({ id }) => id)
    expect([await read('', 2), await read(ids[1]!, 2), await read(ids[2]!, 2)]).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
      [],
    ])
    expect(await countOnChart(opened.db, chart)).toBe(3)
    expect(await countOnChart(opened.db, { process, version: 9 })).toBe(0)
    expect((await countStates(opened.db, process)).sort((a, b) => a.chart - b.chart)).toEqual([
      { chart: 1, key: 'other', n: 1 },
      { chart: 2, key: 'verifying', n: 3 },
    ])
  })
})

describe('whoever may be next', () => {
  test('is told once for each post he holds then, who has least in hand first', async () => {
    const [busy, free] = [
      await opened.somebody([{ role: 'leader', since: now }]),
      await opened.somebody([{ role: 'leader' }, { role: 'legal-reviewer' }]),
    ]
    await opened.somebody([{ role: 'leader', since: after }])
    await opened.somebody([{ role: 'leader', until: now }])
    await opened.somebody([{ role: 'leader' }], false)
    await taskIn(opened.db, { assignee: busy, groups: ['a/x', 'b/y'] })
    await taskIn(opened.db, { assignee: free, open: false })
    const groups = [`${office}/leader`, `${office}/legal-reviewer`]
    const found = await readHandlers(opened.db, groups, now)
    expect(found.map(({ id, grp, open }) => [id, grp, open])).toEqual(
      expect.arrayContaining([
        [free, groups[0], 0],
        [free, groups[1], 0],
        [busy, groups[0], 1],
      ]),
    )
    expect([found.length, found[2]]).toEqual([
      3,
      { id: busy, name: `甲${busy}`, grp: groups[0], open: 1 },
    ])
    expect(await readHandlers(opened.db, [], now)).toEqual([])
  })
})
