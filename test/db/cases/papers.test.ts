// Is a document numbered without a gap, and ended by what ends it and nothing else?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepService } from '../../../db/cases/document-services.ts'
import {
  documentOf,
  endDocument,
  factOf,
  keepDocument,
  knownDocuments,
  numberKept,
  partyOf,
  replaceEarlier,
  takeOrdinal,
  voidDocumentsOf,
  voidPapersOf,
} from '../../../db/cases/documents.ts'
import { effects } from '../../../db/schema/cases/cases.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import { began, factIn, openStore, paperIn, paperOf, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

const stateOf = async (id: string) => {
  const { state, endedAt, replacedBy } = await documentOf(opened.db, id)
  return [state, endedAt, replacedBy]
}
const untouched = ['issued', null, null]
const ended = second(50)

describe('a number of a register', () => {
  test('is the next of its office, word and year, and one that was not used after all is given again', async () => {
    const register = { office: `o-${randomUUID()}`, word: '责改', text: String, year: 2026 }
    const take = (more: object = {}) => takeOrdinal(opened.db, { ...register, ...more })
    expect([await take(), await take()]).toEqual([1, 2])
    expect([
      await take({ year: 2027 }),
      await take({ word: '罚' }),
      await take({ office: 'x' }),
    ]).toEqual([1, 1, 1])
    const failed = opened.db.transaction(async (tx) => {
      expect(await takeOrdinal(tx, register)).toBe(3)
      throw new Error('not after all')
    })
    await expect(failed).rejects.toThrow('not after all')
    const many = await Promise.all(
      Array.from({ length: 5 }, () => opened.db.transaction((tx) => takeOrdinal(tx, register))),
    )
    expect(many.sort()).toEqual([3, 4, 5, 6, 7])
  })
})

describe('a document', () => {
  test('is kept with the wish that its bytes be made, both or neither, and once', async () => {
    const row = paperOf({ caseId: randomUUID(), seq: 1 })
    const keep = () => opened.db.transaction((tx) => keepDocument(tx, row, 4))
    await keep()
    await expect(keep()).rejects.toThrow()
    expect(
      await opened.db.select().from(effects).where(eq(effects.caseId, row.caseId)),
    ).toMatchObject([
      {
        kind: 'document',
        revision: 4,
        notBefore: row.at,
        status: 'pending',
        payload: { kind: 'document', document: row.id, about: 'notice' },
      },
    ])
    expect(await documentOf(opened.db, row.id)).toMatchObject(row)
    await expect(documentOf(opened.db, 'nowhere')).rejects.toThrow('no document nowhere')
  })
  test('of a case is known with its item and whether it was served, the oldest first', async () => {
    const caseId = randomUUID()
    await factIn(opened.db, { caseId, seq: 1, data: { item: 7 } })
    await factIn(opened.db, { caseId, seq: 2 })
    await factIn(opened.db, { caseId: randomUUID(), seq: 2, data: { item: 9 } })
    const at = second(1)
    const last = await paperIn(opened.db, { caseId, seq: 2, version: 2, at })
    const middle = await paperIn(opened.db, { caseId, seq: 2, version: 1, at })
    const first = await paperIn(opened.db, { caseId, seq: 1, at })
    const before = await paperIn(opened.db, { caseId, seq: 3, at: began, audience: 'party' })
    await paperIn(opened.db, { caseId: randomUUID(), seq: 1 })
    const served = { receiver: 'x', method: 'direct', at }
    await keepService(opened.db, { ...served, document: first, seq: 5, served: true })
    await keepService(opened.db, { ...served, document: middle, seq: 5, served: false })
    const known = await knownDocuments(opened.db, caseId)
    expect(known.map(({ id, item, served: was }) => [id, item, was])).toEqual([
      [before, null, false],
      [first, 7, true],
      [middle, null, false],
      [last, null, false],
    ])
    expect(known[0]).toEqual({
      id: before,
      kind: 'notice',
      version: 1,
      seq: 3,
      title: '通知书',
      number: 'No 3',
      audience: 'party',
      state: 'issued',
      served: false,
      item: null,
    })
  })
  test('taken out of force keeps by which it was replaced; one that was replaced is ended once', async () => {
    const caseId = randomUUID()
    const [one, other] = [
      await paperIn(opened.db, { caseId, seq: 1 }),
      await paperIn(opened.db, { caseId, seq: 2 }),
    ]
    await endDocument(opened.db, one, { state: 'replaced', at: ended, by: 'new' })
    await endDocument(opened.db, one, { state: 'replaced', at: second(60), by: 'newer' })
    expect(await stateOf(one)).toEqual(['replaced', ended, 'new'])
    expect(await stateOf(other)).toEqual(untouched)
    await endDocument(opened.db, other, { state: 'void', at: ended })
    expect(await stateOf(other)).toEqual(['void', ended, null])
  })
  test('made anew takes the place of those of its kind in its case, in force or void, and of no other', async () => {
    const caseId = randomUUID()
    const paper = (seq: number, more: object = {}) => paperIn(opened.db, { caseId, seq, ...more })
    const was = await paper(1, { state: 'replaced', replacedBy: 'earlier', endedAt: began })
    const [inForce, void_] = [await paper(2), await paper(3, { state: 'void' })]
    const other = await paper(4, { kind: 'order' })
    const elsewhere = await paperIn(opened.db, { caseId: randomUUID(), seq: 1 })
    const by = await paper(5)
    await replaceEarlier(opened.db, { caseId, kind: 'notice', by, at: ended })
    expect(await stateOf(inForce)).toEqual(['replaced', ended, by])
    expect(await stateOf(void_)).toEqual(['replaced', ended, by])
    expect(await stateOf(was)).toEqual(['replaced', began, 'earlier'])
    for (const id of [other, elsewhere, by]) expect(await stateOf(id)).toEqual(untouched)
  })
  test('keeps the number of the last of its kind, void or not', async () => {
    const caseId = randomUUID()
    await paperIn(opened.db, { caseId, seq: 2, number: 'second', state: 'void' })
    await paperIn(opened.db, { caseId, seq: 1, number: 'first' })
    await paperIn(opened.db, { caseId, seq: 3, number: 'other', kind: 'order' })
    await paperIn(opened.db, { caseId: randomUUID(), seq: 4, number: 'elsewhere' })
    expect(await numberKept(opened.db, caseId, 'notice')).toBe('second')
    expect(await numberKept(opened.db, caseId, 'licence')).toBe(null)
    const unnumbered = randomUUID()
    await paperIn(opened.db, { caseId: unnumbered, seq: 1, number: null })
    expect(await numberKept(opened.db, unnumbered, 'notice')).toBe(null)
  })
  test('is void with the act that was taken back, which is the last of its type', async () => {
    const caseId = randomUUID()
    const paper = (seq: number, more: object = {}) => paperIn(opened.db, { caseId, seq, ...more })
    const earlier = await paper(1)
    const [two, making] = [await paper(3), await paper(3, { kind: 'order', state: 'issuing' })]
    const replaced = await paper(3, { state: 'replaced', replacedBy: 'x' })
    const other = await paper(4, { act: 'decide' })
    const elsewhere = await paperIn(opened.db, { caseId: randomUUID(), seq: 3 })
    for (const seq of [1, 3]) await factIn(opened.db, { caseId, seq, type: 'notify' })
    await factIn(opened.db, { caseId, seq: 4, type: 'decide' })
    await voidDocumentsOf(opened.db, caseId, 'notify', ended)
    for (const id of [two, making]) expect(await stateOf(id)).toEqual(['void', ended, null])
    expect(await stateOf(replaced)).toEqual(['replaced', null, 'x'])
    for (const id of [earlier, other, elsewhere]) expect(await stateOf(id)).toEqual(untouched)
    await voidDocumentsOf(opened.db, caseId, 'never', ended)
    await factIn(opened.db, { caseId, seq: 5, type: 'notify' })
    await voidDocumentsOf(opened.db, caseId, 'notify', ended)
    expect(await stateOf(earlier)).toEqual(untouched)
  })
  test('of one item is void with it: of the kinds that were named, in force', async () => {
    const caseId = randomUUID()
    for (const [seq, data] of [
      [1, { item: 7 }],
      [2, { item: 8 }],
      [3, {}],
    ] as const)
      await factIn(opened.db, { caseId, seq, data })
    const paper = (seq: number, more: object = {}) => paperIn(opened.db, { caseId, seq, ...more })
    const its = await paper(1)
    const over = await paper(1, { state: 'replaced', replacedBy: 'x' })
    const others = [await paper(1, { kind: 'order' }), await paper(2), await paper(3)]
    const elsewhere = randomUUID()
    await factIn(opened.db, { caseId: elsewhere, seq: 1, data: { item: 7 } })
    others.push(await paperIn(opened.db, { caseId: elsewhere, seq: 1 }))
    await voidPapersOf(opened.db, { caseId, item: 7, kinds: ['notice', 'x'] }, ended)
    expect(await stateOf(its)).toEqual(['void', ended, null])
    expect(await stateOf(over)).toEqual(['replaced', null, 'x'])
    for (const id of others) expect(await stateOf(id)).toEqual(untouched)
  })
})

test('a fact is found by its number in its case, and one that is not there is a defect', async () => {
  const caseId = randomUUID()
  await factIn(opened.db, { caseId, seq: 2, type: 'note' })
  await factIn(opened.db, { caseId: randomUUID(), seq: 1 })
  expect(await factOf(opened.db, caseId, 2)).toMatchObject({ caseId, seq: 2, type: 'note' })
  await expect(factOf(opened.db, caseId, 1)).rejects.toThrow(`no fact 1 of ${caseId}`)
})

test('the party of a case is its enterprise as the register names it; of none the names are empty', async () => {
  const rest = { pinyin: '', region: '330802' as const, industry: '', principal: '' }
  for (const id of ['e-1', 'e-2'])
    await opened.db
      .insert(enterprises)
      .values({ id, name: `甲${id}`, code: `code ${id}`, address: `at ${id}`, ...rest })
  expect(await partyOf(opened.db, 'e-2')).toEqual({
    name: '甲e-2',
    code: 'code e-2',
    address: 'at e-2',
  })
  const empty = { name: '', code: '', address: '' }
  expect([await partyOf(opened.db, null), await partyOf(opened.db, 'e-3')]).toEqual([empty, empty])
})
