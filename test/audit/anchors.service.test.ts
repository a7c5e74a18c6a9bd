// Does a daily anchor find what a changed database hides?
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { anchorDay, verifyAnchors } from '../../db/cases/anchors.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { anchors, caseFacts, cases, tasks } from '../../db/schema/cases/cases.ts'
import { processes } from '../../domain/processes.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { at, everybody, NOW, nextFact, putCase, putPeople } from './rows.ts'

let connection: DatabaseConnection
let drop: () => Promise<void>
beforeEach(async () => {
  const database = await createDatabase()
  drop = database.drop
  connection = connect(database.url, 1)
  for (const id of ['one', 'two', 'three']) await putCase(connection.db, id)
  await anchorDay(connection.db, NOW)
})
afterEach(async () => {
  await connection.close()
  await drop()
})

const problems = async () =>
  (await verifyAnchors(connection.db)).problems.map(
    ({ kind, day, caseId }) => `${day} ${kind} ${caseId}`,
  )
/** What a person with all rights of the database can do. */
const aroundTheLock = (table: 'case_facts' | 'anchors') =>
  connection.db.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ALL`))

async function goesOn(id: string, seq: number): Promise<void> {
  const [last] = await connection.db
    .select()
    .from(caseFacts)
    .where(sql`case_id = ${id} AND seq = ${seq - 1}`)
  await connection.db.insert(caseFacts).values(nextFact(id, seq, last?.hash ?? ''))
}

test('one anchor a legal day, over all cases, with only those in it that moved', async () => {
  expect(await anchorDay(connection.db, at(60))).toBeNull()
  await goesOn('two', 4)
  expect(await anchorDay(connection.db, at(1440))).toBe('2026-03-11')
  const rows = await connection.db.select().from(anchors).orderBy(anchors.day)
  expect(
    rows.map(({ day, cases, facts, heads }) => [day, cases, facts, Object.keys(heads).sort()]),
  ).toEqual([
    ['2026-03-10', 3, 9, ['one', 'three', 'two']],
    ['2026-03-11', 3, 10, ['two']],
  ])
  expect(await verifyAnchors(connection.db)).toEqual({ anchors: 2, problems: [] })
})

test('the day begins at midnight in Shanghai', async () => {
  expect(await anchorDay(connection.db, '2026-03-10T15:59:59.000Z')).toBeNull()
  expect(await anchorDay(connection.db, '2026-03-10T16:00:00.000Z')).toBe('2026-03-11')
})

test('a case that goes on is no problem', async () => {
  await goesOn('one', 4)
  await putCase(connection.db, 'four')
  expect(await problems()).toEqual([])
})

test('a tail that was cut off, also when the row of the case was made to fit', async () => {
  await aroundTheLock('case_facts')
  await connection.db.delete(caseFacts).where(sql`case_id = 'two' AND seq = 3`)
  expect(await problems()).toEqual(['2026-03-10 tail-cut two'])
})

test('a case that vanished with all its facts, or its row alone', async () => {
  await aroundTheLock('case_facts')
  await connection.db.delete(caseFacts).where(eq(caseFacts.caseId, 'two'))
  await connection.db.delete(cases).where(eq(cases.id, 'two'))
  await connection.db.delete(cases).where(eq(cases.id, 'one'))
  expect((await problems()).sort()).toEqual([
    '2026-03-10 case-vanished one',
    '2026-03-10 case-vanished two',
  ])
})

test('a history written anew with hashes that fit', async () => {
  await aroundTheLock('case_facts')
  await connection.db.delete(caseFacts).where(eq(caseFacts.caseId, 'one'))
  let previous = 'another beginning'
  for (const seq of [1, 2, 3]) {
    const fact = nextFact('one', seq, previous)
    await connection.db.insert(caseFacts).values(fact)
    previous = fact.hash
  }
  expect(await problems()).toEqual(['2026-03-10 fact-changed one'])
})

test('an anchor that was itself made to fit', async () => {
  await aroundTheLock('anchors')
  const [row] = await connection.db.select().from(anchors)
  await connection.db.update(anchors).set({ heads: { one: row?.heads.one ?? [0, ''] } })
  expect(await problems()).toEqual(['2026-03-10 anchor-changed null'])
})

test('the facts themselves refuse to be changed', async () => {
  await expect(connection.db.update(caseFacts).set({ type: 'nothing' })).rejects.toThrow()
  await expect(connection.db.delete(anchors)).rejects.toThrow()
})

test('the auditor anchors the day and tells of a case that is gone', async () => {
  await putPeople(connection.db, everybody)
  await connection.db.delete(tasks).where(eq(tasks.caseId, 'two'))
  await connection.db.delete(cases).where(eq(cases.id, 'two'))
  const round = createRounds({
    db: connection.db,
    processes,
    now: () => Date.parse(at(1440)) - 60_000,
    noticeWindowMs: 0,
  })
  expect((await round()).findings).toMatchObject([
    { kind: 'case-vanished', caseId: 'two', words: { zh: '2026-03-10 存证时存在的案件已不存在' } },
  ])
  expect((await round()).findings).toHaveLength(1)
  expect(await connection.db.select().from(anchors)).toHaveLength(2)
})
