// What do a fact and its form keep of the papers that the fact has made, and under which number of a fact are these kept?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocuments } from '../../commit/documents/make-documents.ts'
import type { Paper } from '../../domain/model/document.ts'
import type { Draft } from '../../domain/model/draft.ts'
import { factIn, paperIn } from '../db/cases/stored.ts'
import { openPapered, type Papered, papered } from './papered.ts'

let opened: Papered
beforeAll(async () => {
  opened = await openPapered()
})
afterAll(() => opened?.close())

const noted = async (caseId: string) => (await opened.facts(caseId)).at(-1)!.data
const formOf = async (caseId: string, type: string) =>
  (await opened.rowOf(caseId)).record.data[type]

test('a fact remembers each paper that it has made, and the number of the one that has its own, and so does its form', async () => {
  const caseId = await opened.begin()
  await opened.accepted(caseId, 'add', { n: 1 })
  const [copy, letter, receipt] = await opened.papersOf(caseId)
  const { document, documentsMade } = await noted(caseId)
  expect(document).toBe(letter!.number)
  expect((documentsMade as Paper[]).map(({ id }) => id)).toEqual([
    letter!.id,
    copy!.id,
    receipt!.id,
  ])
  expect((documentsMade as Paper[])[0]).toEqual({
    id: letter!.id,
    kind: 'letter',
    version: 1,
    title: 'letter',
    number: letter!.number,
    content: letter!.contentHash,
  })
  expect(await formOf(caseId, 'add')).toEqual({ n: 1, document: letter!.number })
  await opened.accepted(caseId, 'add', { n: 50 })
  const [licence] = await opened.kindOf(caseId, 'licence')
  expect(await noted(caseId)).toMatchObject({ licenceNumber: licence!.number })
})

test('papers without a number of their own leave none in the fact and its form', async () => {
  const caseId = await opened.begin()
  await opened.accepted(caseId, 'finish', {})
  expect(Object.keys(await noted(caseId))).toEqual(['documentsMade'])
  expect(await formOf(caseId, 'finish')).toEqual({})
  const papers = await opened.papersOf(caseId)
  const { number } = await opened.record(caseId)
  expect(papers.map((one) => [one.kind, one.number])).toEqual([
    ['minutes', number],
    ['statement', null],
  ])
})

test('the fact that issues a paper again remembers the new one, and leaves the form of the act alone', async () => {
  const caseId = await opened.begin()
  await opened.accepted(caseId, 'add', { n: 1 })
  const [letter] = await opened.kindOf(caseId, 'letter')
  const data = { document: letter!.id, reason: '更正' }
  await opened.accepted(caseId, 'reissue-document', data, 'chen')
  const [, now] = await opened.kindOf(caseId, 'letter')
  expect(await noted(caseId)).toEqual({
    ...data,
    documentName: `letter ${letter!.number}`,
    documentsMade: [expect.objectContaining({ id: now!.id, version: 2, number: now!.number })],
  })
  expect(await formOf(caseId, 'reissue-document')).toBe(undefined)
  expect(await formOf(caseId, 'add')).toEqual({ n: 1, document: letter!.number })
})

const draftOf = async (facts: object[]): Promise<Draft> => {
  const record = await opened.record(await opened.begin())
  const said = { occurredAt: opened.clock.at, actor: { kind: 'person', id: 'lin' }, data: {} }
  return {
    record: { ...record, facts: 1 + facts.length },
    facts: facts.map((one) => ({ ...said, ...one })),
    effects: [],
  } as never
}
const madeOf = (draft: Draft) =>
  opened.db.transaction((tx) =>
    makeDocuments({ tx, process: papered, publicUrl: '', law: {} as never }, draft),
  )

test('of several facts of a decision each keeps the papers that it has made, under its own number', async () => {
  const draft = await draftOf([
    { type: 'sign' },
    { type: 'add', data: { n: 2 } },
    { type: 'add', data: { n: 3 } },
  ])
  const { facts, record } = await madeOf(draft)
  // They are facts of an item: the case has no such form.
  expect(record.data).toEqual(draft.record.data)
  const made = facts.map(({ data }) => (data.documentsMade as Paper[] | undefined)?.length)
  expect(made).toEqual([undefined, 2, 2])
  const papers = await opened.papersOf(draft.record.id)
  expect(papers.map(({ seq }) => seq)).toEqual([3, 3, 4, 4])
})

test('whoever opens a paper by its code is named for himself, and who has no name not at all', async () => {
  const document = await paperIn(opened.db, { caseId: randomUUID(), seq: 1 })
  const opening = { type: 'open-document', data: { document } }
  await madeOf(await draftOf([{ ...opening, actor: { kind: 'holder', id: 'h-1' } }, opening]))
  expect((await opened.servicesOf(document)).map(({ receiver }) => receiver)).toEqual(['本人', ''])
})

test('a paper whose kind the process does not know any more is not issued again', async () => {
  const caseId = randomUUID()
  await factIn(opened.db, { caseId, seq: 1 })
  const document = await paperIn(opened.db, { caseId, seq: 1, kind: 'gone' })
  const draft = await draftOf([{ type: 'reissue-document', data: { document } }])
  await expect(madeOf(draft)).rejects.toThrow('counter has no document gone')
})
