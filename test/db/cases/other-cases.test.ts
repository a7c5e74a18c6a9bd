// Which other cases does an act look at, in which order, and who waits while it does?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCasesOpenedSince, readOpenCases } from '../../../db/cases/open-cases-reads.ts'
import {
  holdCase,
  holdEarlierCases,
  holdInTurn,
  holdPastCases,
  readCaseNow,
  readInTurn,
  readPastCases,
} from '../../../db/cases/other-case.ts'
import { readCaseOutline, readRelated } from '../../../db/cases/related-reads.ts'
import type { Executor } from '../../../db/client.ts'
import { cases } from '../../../db/schema/cases/cases.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { caseIn } from '../tasks/waiting.ts'
import { someoneWaits } from '../who-waits.ts'
import { factIn, openStore, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

const idsOf = (them: readonly { id: string }[]) => them.map(({ id }) => id)
/** Whether somebody who asks beside an open transaction must wait for it. */
const waitsFor = (
  first: (tx: Executor) => Promise<unknown>,
  beside: (tx: Executor) => Promise<unknown>,
) =>
  opened.db
    .transaction(async (tx) => {
      await first(tx)
      const wanted = opened.db.transaction((other) => beside(other))
      const how = await Promise.race([wanted.then(() => 'nobody waits'), someoneWaits(opened.db)])
      return { how, wanted: wanted.then(() => undefined) }
    })
    .then(async ({ how, wanted }) => {
      await wanted
      return how
    })

describe('another case', () => {
  test('is read as it stands, while somebody else changes it, and is null where there is none', async () => {
    const id = await caseIn(opened.db)
    const change = (tx: Executor) => tx.update(cases).set({ revision: 2 }).where(eq(cases.id, id))
    expect(await waitsFor(change, (tx) => readCaseNow(tx, id))).toBe('nobody waits')
    expect(await readCaseNow(opened.db, id)).toMatchObject({ id })
    expect(await readCaseNow(opened.db, 'nowhere')).toBe(null)
  })
  test('that is held may be held by others, and is changed by nobody until the end', async () => {
    const id = await caseIn(opened.db)
    const change = (tx: Executor) => tx.update(cases).set({ revision: 2 }).where(eq(cases.id, id))
    const hold = (tx: Executor) => holdCase(tx, id)
    expect(await waitsFor(hold, hold)).toBe('nobody waits')
    expect(await waitsFor(hold, change)).toBe('waits')
    expect(await holdCase(opened.db, id)).toMatchObject({ id })
    expect(await holdCase(opened.db, 'nowhere')).toBe(null)
  })
})

describe('the earlier cases about an enterprise', () => {
  const about = (enterprise: string, more: object = {}) => {
    const id = randomUUID()
    const record = { id, snapshot: { context: { enterprise } } } as unknown as CaseRecord
    return caseIn(opened.db, { id, record, ...more })
  }
  test('are all of that process, open and closed, the oldest first', async () => {
    const [process, firm] = [randomUUID(), randomUUID()]
    const later = await about(firm, { process, openedAt: second(2) })
    const first = await about(firm, { process, openedAt: second(1), status: 'closed' })
    await about('another', { process })
    await about(firm, { process: 'another' })
    await caseIn(opened.db, { process })
    expect(idsOf(await holdEarlierCases(opened.db, process, firm))).toEqual([first, later])
  })
  test('are asked for by one act at a time, of one process about one enterprise', async () => {
    const [process, firm] = [randomUUID(), randomUUID()]
    const hold = (of: string, whom: string) => (tx: Executor) => holdEarlierCases(tx, of, whom)
    expect(await waitsFor(hold(process, firm), hold(process, firm))).toBe('waits')
    expect(await waitsFor(hold(process, firm), hold(process, 'another'))).toBe('nobody waits')
    expect(await waitsFor(hold(process, firm), hold('another', firm))).toBe('nobody waits')
  })
})

describe('the cases that others name in turn', () => {
  const namedBy = new Map<string, string[]>()
  const inTurn = ({ id }: CaseRecord) => namedBy.get(id) ?? []
  const named = async (...ids: string[]) => {
    const id = await caseIn(opened.db)
    namedBy.set(id, ids)
    return id
  }
  const found = (...ids: string[]) => ids.map((id) => ({ id }) as CaseRecord)

  test('are found through each other, each once, without those that were found and the one that asks', async () => {
    const last = await named('nowhere')
    const middle = await named(last)
    const [one, other] = [await named(middle, last), await named(middle)]
    const self = await named(one)
    namedBy.set(last, [self, 'nowhere', one, middle])
    const ask = { found: found(one, other), except: self, inTurn }
    expect(idsOf(await readInTurn(opened.db, ask))).toEqual([middle, last])
    expect(await readInTurn(opened.db, { ...ask, found: [] })).toEqual([])
  })
  test('are a hundred at most, however long the row is', async () => {
    let next = await named()
    for (let n = 0; n < 102; n += 1) next = await named(next)
    const ask = { found: found(next), except: 'self', inTurn }
    expect(await readInTurn(opened.db, ask)).toHaveLength(100)
  })
  test('are held by one act at a time of the same family, in whatever order it names them', async () => {
    const last = await named()
    const [a, b] = [await named(last), await named(last)].sort() as [string, string]
    const hold =
      (...ids: string[]) =>
      (tx: Executor) =>
        holdInTurn(tx, { found: found(...ids), except: 'self', inTurn })
    expect(await waitsFor(hold(a, b), hold(b))).toBe('waits')
    expect(await waitsFor(hold(a), hold(b))).toBe('nobody waits')
    expect(idsOf(await opened.db.transaction(hold(b, a)))).toEqual([last])
    const both = Array.from({ length: 6 }, (_, nth) =>
      opened.db.transaction(nth % 2 === 0 ? hold(a, b) : hold(b, a)),
    )
    expect(await Promise.all(both)).toHaveLength(6)
  })
})

describe('the past of an enterprise', () => {
  test('is its other cases of these processes, open and closed, the oldest first, of one moment by id', async () => {
    const owner = randomUUID()
    const [a, b] = [randomUUID(), randomUUID()].sort() as [string, string]
    const [p, q] = [randomUUID(), randomUUID()]
    const it = (more: object) => caseIn(opened.db, { owner, process: p, ...more })
    await it({ id: b, openedAt: second(2) })
    await it({ id: a, openedAt: second(2), process: q })
    const first = await it({ openedAt: second(1), status: 'closed' })
    const except = await it({})
    await it({ process: 'another' })
    await it({ owner: 'another' })
    const about = { processes: [p, q], owner, except }
    expect(idsOf(await readPastCases(opened.db, about))).toEqual([first, a, b])
    expect(idsOf(await holdPastCases(opened.db, about))).toEqual([first, a, b])
    expect(idsOf(await readPastCases(opened.db, { ...about, processes: [q] }))).toEqual([a])
  })
  test('is asked for by one act at a time, of one enterprise', async () => {
    const hold = (owner: string) => (tx: Executor) =>
      holdPastCases(tx, { processes: ['p'], owner, except: 'x' })
    expect(await waitsFor(hold('e-1'), hold('e-1'))).toBe('waits')
    expect(await waitsFor(hold('e-1'), hold('e-2'))).toBe('nobody waits')
  })
})

describe('open cases', () => {
  test('of an enterprise are those of that process that nobody has closed', async () => {
    const [process, owner] = [randomUUID(), randomUUID()]
    const open = await caseIn(opened.db, { process, owner })
    await caseIn(opened.db, { process, owner, status: 'closed' })
    await caseIn(opened.db, { process: 'another', owner })
    await caseIn(opened.db, { process, owner: 'another' })
    expect(idsOf(await readOpenCases(opened.db, process, owner))).toEqual([open])
  })
  test('opened since a moment are told newest first, that moment included, with the person who has opened each', async () => {
    const process = randomUUID()
    const it = (n: number, more: object = {}) =>
      caseIn(opened.db, { process, openedAt: second(n), ...more })
    const [one, two, three, four] = [await it(1), await it(2), await it(3), await it(4)]
    await it(0)
    await it(5, { status: 'closed' })
    await it(5, { process: 'another' })
    await factIn(opened.db, { caseId: one, seq: 1 })
    await factIn(opened.db, { caseId: one, seq: 2, actor: { kind: 'person', name: '吴' } })
    await factIn(opened.db, { caseId: two, seq: 1, actor: { kind: 'machine', name: '网关' } })
    await factIn(opened.db, { caseId: three, seq: 1, actor: { kind: 'person', id: 'x' } })
    const found = await readCasesOpenedSince(opened.db, process, second(1))
    expect(found.map(({ record, by }) => [record.id, by])).toEqual([
      [four, null],
      [three, null],
      [two, null],
      [one, '林检查'],
    ])
  })
})

describe('related cases', () => {
  test('are found by id or by number, and without either nothing is asked', async () => {
    const [one, two] = [
      await caseIn(opened.db, { process: 'p', chart: 3 }),
      await caseIn(opened.db, { number: `衢 ${randomUUID()}` }),
    ]
    await caseIn(opened.db)
    const [{ number } = { number: '' }] = await opened.db
      .select()
      .from(cases)
      .where(eq(cases.id, two))
    const ask = async (ids: string[], numbers: string[]) =>
      idsOf(await readRelated(opened.db, { ids, numbers })).sort()
    expect(await ask([one], [number])).toEqual([one, two].sort())
    expect([await ask([one], []), await ask([], [number])]).toEqual([[one], [two]])
    expect(await ask([], [])).toEqual([])
    expect(await readRelated(opened.db, { ids: [one], numbers: [] })).toEqual([
      { id: one, number: one, process: 'p', chart: 3 },
    ])
  })
  test('are told in outline', async () => {
    const id = await caseIn(opened.db, { title: '油桶', openedAt: second(3) })
    expect(await readCaseOutline(opened.db, id)).toEqual({
      title: '油桶',
      region: '330802',
      openedAt: second(3),
    })
    expect(await readCaseOutline(opened.db, 'nowhere')).toBe(null)
  })
})
