// Of which item does a paper speak, where does its number stand, and what ends with the item?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aboutItem, withNumber } from '../../commit/documents/item-papers.ts'
import { makeDocuments } from '../../commit/documents/make-documents.ts'
import { documentOf } from '../../db/cases/documents.ts'
import { caseItems } from '../../db/schema/cases/items.ts'
import type { Draft } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { NewFact } from '../../domain/model/record.ts'
import { began, factIn, openStore, paperIn, type Store, second } from '../db/cases/stored.ts'
import { counter } from '../support/processes/counter.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

const letter = { on: [], form: 'letter', series: null } as never as object
const process = {
  ...counter,
  items: [{ kind: 'person', opens: 'name-person' }],
  documents: [
    { ...letter, id: 'notice', endedBy: ['end-person'] },
    { ...letter, id: 'order', endedBy: ['never'] },
    { ...letter, id: 'record' },
  ],
} as never as ProcessDefinition

const factOf = (type: string, data: Record<string, unknown>): NewFact =>
  ({ type, data, occurredAt: second(50), actor: { kind: 'system' } }) as never
const snapshotOf = (name: string) => ({ value: name, context: {}, status: 'active' })
const ofCase = (id: string, more: object = {}, items?: object[]): Draft =>
  ({
    record: {
      id,
      facts: 9,
      snapshot: snapshotOf('case'),
      data: { start: { site: '东路' } },
      obligations: [{ id: 'o-1', item: 3 }, { id: 'o-2', item: 4 }, { id: 'o-3' }],
      ...more,
    },
    facts: [],
    effects: [],
    ...(items ? { items } : {}),
  }) as never
const asked = (draft: Draft, data: Record<string, unknown>) =>
  aboutItem({ tx: opened.db as never, process }, draft, { data })

describe('a paper', () => {
  test('of no item, or of one whose kind the process does not know, speaks of the case as it is', async () => {
    const draft = ofCase(randomUUID())
    for (const data of [{}, { itemKind: 'person' }, { item: '3', itemKind: 'person' }, { item: 3 }])
      expect(await asked(draft, data)).toEqual({ record: draft.record })
    expect(await asked(draft, { item: 3, itemKind: 'order' })).toEqual({ record: draft.record })
  })
  test('of an item speaks of its forms and periods alone, of what was said now before what was said before, and quotes what is confidential', async () => {
    const caseId = randomUUID()
    await opened.db.insert(caseItems).values({
      caseId,
      no: 3,
      kind: 'person',
      nth: 1,
      state: 'open',
      recipients: [],
      forms: { 'name-person': { post: '厂长' }, 'hear-person': { said: '以前' } },
      times: {},
      revision: 1,
      openedAt: began,
      movedAt: began,
    })
    const data = { item: 3, itemKind: 'person' }
    const secrets = { 3: { answers: { name: '张某' } }, 4: { answers: { name: '李某' } } }
    const before = ofCase(caseId, { items: { 3: { snapshot: snapshotOf('kept') } } })
    expect(await asked(before, data)).toEqual({
      record: {
        ...before.record,
        snapshot: snapshotOf('kept'),
        data: { 'name-person': { post: '厂长' }, 'hear-person': { said: '以前' } },
        obligations: [{ id: 'o-1', item: 3 }],
        around: before.record.snapshot.context,
        aroundData: before.record.data,
      },
      opening: { type: 'name-person', answers: { post: '厂长' } },
    })
    const now = ofCase(caseId, { itemSecrets: secrets }, [
      { item: { no: 3, snapshot: snapshotOf('first') }, forms: {} },
      {
        item: { no: 3, snapshot: snapshotOf('now') },
        forms: { 'hear-person': { said: '现在' } },
      },
      { item: { no: 4, snapshot: snapshotOf('other') }, forms: {} },
    ])
    expect(await asked(now, data)).toMatchObject({
      record: { snapshot: { value: 'now' }, data: { 'hear-person': { said: '现在' } } },
      opening: { answers: { post: '厂长', name: '张某' } },
    })
  })
  test('of an item of which nothing is kept yet and nothing is open stands where the case stands', async () => {
    const draft = ofCase(randomUUID(), {
      items: { 4: { snapshot: snapshotOf('other') } },
      itemSecrets: { 4: { answers: { name: '李某' } } },
    })
    const { record, opening } = await asked(draft, { item: 5, itemKind: 'person' })
    expect([record.snapshot, record.data, record.obligations]).toEqual([snapshotOf('case'), {}, []])
    expect(opening).toEqual({ type: 'name-person', answers: {} })
    const plain = await asked(ofCase(randomUUID()), { item: 5, itemKind: 'person' })
    expect(plain.record.snapshot).toEqual(snapshotOf('case'))
  })
})

test('the number of its paper stands in the form that has made it, beside what was said, and in no other', () => {
  const said = (no: number) => ({
    item: { no },
    forms: { 'hear-person': { said: '是' }, 'name-person': {} },
  })
  const draft = ofCase('c-1', {}, [said(3), said(4)])
  const number = { document: '1号' }
  const numbered = withNumber(draft, factOf('hear-person', { item: 3 }), number)
  expect(numbered.items).toEqual([
    {
      item: { no: 3 },
      forms: { 'hear-person': { document: '1号', said: '是' }, 'name-person': {} },
    },
    said(4),
  ])
  expect(withNumber(draft, factOf('end-person', { item: 3 }), number).items).toEqual(draft.items)
  for (const fact of [undefined, factOf('hear-person', {})])
    expect(withNumber(draft, fact, number)).toBe(draft)
  const none = ofCase('c-1')
  expect(withNumber(none, factOf('hear-person', { item: 3 }), number)).toBe(none)
})

describe('papers of an item', () => {
  const written = (caseId: string, fact: NewFact) => {
    const draft = { ...ofCase(caseId), facts: [fact] }
    const law = {} as never
    return opened.db.transaction((tx) => makeDocuments({ tx, process, publicUrl: '', law }, draft))
  }
  const issued = async (caseId: string) => {
    for (const [seq, item] of [[1, 3] as const, [2, 4] as const])
      await factIn(opened.db, { caseId, seq, data: { item } })
    const paper = (kind: string, seq: number) => paperIn(opened.db, { caseId, seq, kind })
    return [
      await paper('notice', 1),
      await paper('notice', 2),
      await paper('order', 1),
      await paper('record', 1),
    ]
  }
  const statesOf = (ids: string[]) =>
    Promise.all(ids.map(async (id) => (await documentOf(opened.db as never, id)).state))

  test('are void with the act that ends them: those of its kinds and of that item', async () => {
    const caseId = randomUUID()
    const papers = await issued(caseId)
    await written(caseId, factOf('end-person', { item: 3, itemKind: 'person' }))
    expect(await statesOf(papers)).toEqual(['void', 'issued', 'issued', 'issued'])
    expect((await documentOf(opened.db as never, papers[0]!)).endedAt).toBe(second(50))
  })
  test('stay where another act is done, or the act speaks of no item', async () => {
    const caseId = randomUUID()
    const papers = await issued(caseId)
    await written(caseId, factOf('hear-person', { item: 3, itemKind: 'person' }))
    await written(caseId, factOf('end-person', {}))
    expect(await statesOf(papers)).toEqual(['issued', 'issued', 'issued', 'issued'])
  })
})

test('a process without papers makes none, and asks nothing of the database', async () => {
  const draft = { ...ofCase('c-1'), facts: [factOf('take-back', { event: 'add' })] }
  const making = { tx: null as never, publicUrl: '', law: {} as never }
  for (const documents of [undefined, []])
    expect(
      await makeDocuments({ ...making, process: { ...counter, documents } as never }, draft),
    ).toBe(draft)
})
