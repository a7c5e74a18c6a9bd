// Which documents has an act served, and what is read of them, their bytes and what somebody has looked at?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepService, servedBy, waitingToBeServed } from '../../../db/cases/document-services.ts'
import { documentOf } from '../../../db/cases/documents.ts'
import {
  findByCode,
  looksOf,
  readBytes,
  readDetached,
  readDocument,
  readDocuments,
} from '../../../db/cases/documents-reads.ts'
import {
  documentBytes,
  documentServices,
  documentSignatures,
} from '../../../db/schema/cases/documents.ts'
import { began, factIn, openStore, paperIn, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

describe('the service of documents', () => {
  test('is written down once for each document and fact', async () => {
    const document = await paperIn(opened.db, { caseId: randomUUID(), seq: 1 })
    const row = { document, seq: 2, method: 'direct', receiver: 'x', served: true, at: began }
    await keepService(opened.db, row)
    await keepService(opened.db, { ...row, receiver: 'another' })
    const kept = () =>
      opened.db.select().from(documentServices).where(eq(documentServices.document, document))
    expect(await kept()).toEqual([row])
    await keepService(opened.db, { ...row, seq: 3 })
    expect(await kept()).toHaveLength(2)
  })
  test('waits for what is in force and was made after the act that served last; an act taken back has served nothing', async () => {
    const caseId = randomUUID()
    const paper = (seq: number, more: object = {}) => paperIn(opened.db, { caseId, seq, ...more })
    const act = (seq: number, type: string, data: object = {}) =>
      factIn(opened.db, { caseId, seq, type, data: data as Record<string, unknown> })
    const waiting = async (seq: number) =>
      (
        await waitingToBeServed(opened.db, { caseId, kinds: ['notice', 'x'], type: 'serve', seq })
      ).sort()
    const first = await paper(1)
    await paper(1, { kind: 'order' })
    await paper(1, { state: 'void' })
    await paper(1, { state: 'issuing' })
    await paperIn(opened.db, { caseId: randomUUID(), seq: 1 })
    await act(2, 'serve')
    const second_ = await paper(3)
    expect(await waiting(2)).toEqual([first, second_].sort())
    expect(await waiting(4)).toEqual([second_])
    await act(4, 'take-back', { event: 'other' })
    await act(5, 'take-back', { event: 'serve' })
    expect(await waiting(5)).toEqual([second_])
    expect(await waiting(6)).toEqual([first, second_].sort())
    await act(6, 'serve')
    expect(await waiting(7)).toEqual([])
    await act(7, 'take-back', { event: 'serve' })
    await act(8, 'serve')
    expect(await waiting(8)).toEqual([first, second_].sort())
    expect(await waiting(9)).toEqual([])
  })
  test('by the last act before a fact tells what that act has served, and no other', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()]
    const served = { method: 'direct', receiver: 'x', served: true, at: began }
    const [one, two] = [
      await paperIn(opened.db, { caseId, seq: 1 }),
      await paperIn(opened.db, { caseId, seq: 1 }),
    ]
    const elsewhere = await paperIn(opened.db, { caseId: other, seq: 1 })
    for (const [seq, type] of [
      [2, 'serve'],
      [4, 'serve'],
      [5, 'note'],
      [6, 'serve'],
    ] as const)
      await factIn(opened.db, { caseId, seq, type })
    await factIn(opened.db, { caseId: other, seq: 8, type: 'serve' })
    for (const [document, seq] of [
      [one, 2],
      [two, 4],
      [elsewhere, 4],
      [one, 5],
    ] as const)
      await keepService(opened.db, { document, seq, ...served })
    const by = (seq: number) => servedBy(opened.db, { caseId, type: 'serve', seq })
    expect([await by(6), await by(4), await by(2), await by(9)]).toEqual([[two], [one], [], []])
  })
})

describe('whoever reads documents', () => {
  test('finds those of a case in their order, each with its own services and its item', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()]
    await factIn(opened.db, { caseId, seq: 1, data: { item: 3 } })
    await factIn(opened.db, { caseId, seq: 2 })
    await factIn(opened.db, { caseId: other, seq: 2, data: { item: 9 } })
    const at = second(1)
    const later = await paperIn(opened.db, { caseId, seq: 2, at })
    const first = await paperIn(opened.db, { caseId, seq: 1, at })
    const earliest = await paperIn(opened.db, { caseId, seq: 9, at: began })
    await paperIn(opened.db, { caseId: other, seq: 1 })
    const service = { document: later, seq: 3, method: 'post', receiver: 'x', served: true, at }
    await keepService(opened.db, service)
    const found = await readDocuments(opened.db, caseId)
    expect(found.map(({ id, item, services }) => [id, item, services])).toEqual([
      [earliest, null, []],
      [first, 3, []],
      [later, null, [service]],
    ])
    expect(found[0]).not.toHaveProperty('content')
    expect(await readDocuments(opened.db, 'nowhere')).toEqual([])
    expect(await readDocument(opened.db, later)).toMatchObject({ id: later, services: [service] })
    expect(await readDocument(opened.db, first)).toMatchObject({ item: 3, services: [] })
    expect(await readDocument(opened.db, 'nowhere')).toBe(null)
    const { code } = await documentOf(opened.db, later)
    expect(await findByCode(opened.db, code)).toMatchObject({ id: later })
    expect(await findByCode(opened.db, 'nowhere')).toBe(null)
  })
  test('gets the bytes and the signature of that document alone', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    const bytes = (n: number) => Buffer.from([n])
    const signature = { algorithm: 'sm2' as const, signature: bytes(3), publicKey: 'key' }
    await opened.db.insert(documentBytes).values({ document: other, bytes: bytes(2) })
    await opened.db.insert(documentBytes).values({ document: one, bytes: bytes(1) })
    await opened.db.insert(documentSignatures).values({ document: other, ...signature })
    expect([...((await readBytes(opened.db, one)) ?? [])]).toEqual([1])
    expect(await readBytes(opened.db, 'nowhere')).toBe(null)
    expect(await readDetached(opened.db, one)).toBe(null)
    expect(await readDetached(opened.db, other)).toMatchObject({
      document: other,
      publicKey: 'key',
    })
  })
  test('is told at which items of the case he has looked himself', async () => {
    const caseId = randomUUID()
    const look = (seq: number, more: object = {}) =>
      factIn(opened.db, { caseId, seq, type: 'unmask', data: { item: seq }, ...more })
    await look(1)
    await look(2, { actor: { kind: 'person', id: 'wu' } })
    await look(3, { type: 'note' })
    await look(4, { data: {} })
    await look(5)
    await factIn(opened.db, { caseId: randomUUID(), seq: 6, type: 'unmask', data: { item: 6 } })
    expect((await looksOf(opened.db, caseId, 'lin')).sort()).toEqual([1, 5])
  })
})
