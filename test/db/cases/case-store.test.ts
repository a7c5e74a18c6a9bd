// Is a case written by one transaction at a time, each fact and number once, and each wish carried out once?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerCommand,
  appendFacts,
  chainFacts,
  commandOf,
  effectsOf,
  firstCommandOf,
  keepEffects,
  lockCase,
  pendingEffects,
  takeNumber,
} from '../../../db/cases/case-store.ts'
import { findCommand, insertCommand, keepCommand } from '../../../db/cases/commands.ts'
import type { Executor } from '../../../db/client.ts'
import { sqlState } from '../../../db/failures.ts'
import { caseFacts, effects } from '../../../db/schema/cases/cases.ts'
import type { Draft } from '../../../domain/model/draft.ts'
import type { NewEffect } from '../../../domain/model/record.ts'
import { fresh } from '../projecting.ts'
import { caseIn } from '../tasks/waiting.ts'
import { someoneWaits } from '../who-waits.ts'
import { began, openStore, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

const commandIn = (caseId: string, more: object = {}) => {
  const times = { occurredAt: began, recordedAt: began }
  const actor = { kind: 'person' as const, id: 'lin' }
  const what = { type: 'add', body: { n: 1 }, bodyHash: 'x' }
  return keepCommand(opened.db, { id: randomUUID(), caseId, actor, ...what, ...times, ...more })
}
/** Whether one transaction comes to wait for what another has locked. */
const waitsBehind = (
  hold: (tx: Executor) => Promise<unknown>,
  want: (tx: Executor) => Promise<unknown>,
) =>
  opened.db.transaction(async (tx) => {
    await hold(tx)
    const wanted = opened.db.transaction((other) => want(other))
    const waits = await Promise.race([wanted.then(() => 'nobody waits'), someoneWaits(opened.db)])
    return { waits, wanted: wanted.then(() => undefined) }
  })

describe('a case', () => {
  test('that one transaction has locked is waited for, or refused at once to whoever does not wait', async () => {
    const id = await caseIn(opened.db)
    const { waits, wanted } = await waitsBehind(
      (tx) => lockCase(tx, id),
      (tx) => lockCase(tx, id),
    )
    await wanted
    expect(waits).toBe('waits')
    await opened.db.transaction(async (tx) => {
      expect(await lockCase(tx, id)).toMatchObject({ id })
      const failed = await lockCase(opened.db, id, true).catch(sqlState)
      expect(failed).toBe('55P03')
    })
    expect(await lockCase(opened.db, id, true)).toMatchObject({ id })
    expect(await lockCase(opened.db, 'nobody’s')).toBe(null)
  })
  test('is locked together with its command; of one that does not exist yet the command alone', async () => {
    const [id, later] = [await caseIn(opened.db), randomUUID()]
    const [of, start] = [await commandIn(id), await commandIn(later)]
    const twice = (one: string) =>
      waitsBehind(
        (tx) => commandOf(tx, one),
        (tx) => commandOf(tx, one),
      )
    for (const { id: one } of [of, start]) {
      const { waits, wanted } = await twice(one)
      await wanted
      expect(waits).toBe('waits')
    }
    const { waits, wanted } = await waitsBehind(
      (tx) => commandOf(tx, of.id),
      (tx) => lockCase(tx, id),
    )
    await wanted
    expect(waits).toBe('waits')
    expect(await commandOf(opened.db, of.id)).toMatchObject({ command: of, record: { id } })
    expect(await commandOf(opened.db, start.id)).toEqual({ command: start, record: null })
    expect(await commandOf(opened.db, randomUUID())).toBe(null)
  })
  test('that began between two looks at its command is found with it', async () => {
    const id = randomUUID()
    const command = await commandIn(id)
    const { wanted } = await opened.db.transaction(async (tx) => {
      await tx.transaction((inner) => commandOf(inner, command.id))
      const other = opened.db.transaction((one) => commandOf(one, command.id))
      await someoneWaits(opened.db)
      await caseIn(tx as never, { id })
      return { wanted: other }
    })
    expect(await wanted).toMatchObject({ command: { id: command.id }, record: { id } })
  })
})

describe('a command', () => {
  test('under one id is the first that was stored under it, also of two at once', async () => {
    const [id, caseId] = [randomUUID(), randomUUID()]
    const first = await commandIn(caseId, { id, taskId: 't', ifMatch: 3 })
    expect(first).toMatchObject({ id, caseId, taskId: 't', ifMatch: 3, answer: null })
    expect(await commandIn(caseId, { id, body: { n: 2 } })).toEqual(first)
    expect(await insertCommand(opened.db, { ...first, body: { n: 3 } })).toBe(null)
    expect(await findCommand(opened.db, id)).toEqual(first)
    expect(await findCommand(opened.db, randomUUID())).toBe(null)
    const two = randomUUID()
    const both = await Promise.all([1, 2].map((n) => commandIn(caseId, { id: two, body: { n } })))
    expect(both[0]).toEqual(both[1])
    expect(both[0]).toMatchObject({ taskId: null, ifMatch: null })
  })
  test('that was answered keeps its answer, and no other command has it', async () => {
    const caseId = randomUUID()
    const [one, other] = [await commandIn(caseId), await commandIn(caseId)]
    const answer = { ok: true as const, revision: 2, material: 1 }
    await answerCommand(opened.db, one.id, answer)
    expect((await findCommand(opened.db, one.id))?.answer).toEqual(answer)
    expect((await findCommand(opened.db, other.id))?.answer).toBe(null)
  })
  test('with which a case begins is the earliest of its kind, and held until it has been carried out', async () => {
    const caseId = randomUUID()
    await commandIn(caseId, { type: 'start', recordedAt: second(2) })
    const first = await commandIn(caseId, { type: 'start', recordedAt: second(1) })
    await commandIn(caseId, { type: 'add', recordedAt: began })
    await commandIn(randomUUID(), { type: 'start', recordedAt: began })
    expect(await firstCommandOf(opened.db, caseId, 'start')).toEqual(first)
    expect(await firstCommandOf(opened.db, caseId, 'end')).toBe(null)
    const { waits, wanted } = await waitsBehind(
      (tx) => firstCommandOf(tx, caseId, 'start'),
      (tx) => answerCommand(tx, first.id, { ok: true, revision: 1, material: 1 }),
    )
    await wanted
    expect(waits).toBe('waits')
  })
})

describe('the number of a case', () => {
  const process = { id: `p-${randomUUID()}`, numberWord: '隐患' }
  const take = (db: Executor, at: string, region: '330802' | '330881' = '330802', of = process) =>
    takeNumber(db, of, region, at)

  test('counts by process, region and legal year, which begins at midnight in Shanghai', async () => {
    expect(await take(opened.db, '2025-12-31T15:59:59.999Z')).toBe('衢柯隐患〔2025〕0001号')
    expect(await take(opened.db, '2025-12-31T16:00:00.000Z')).toBe('衢柯隐患〔2026〕0001号')
    expect(await take(opened.db, began)).toBe('衢柯隐患〔2026〕0002号')
    expect(await take(opened.db, began, '330881')).toMatch(/〔2026〕0001号$/)
    expect(await take(opened.db, began, '330802', { ...process, id: randomUUID() })).toMatch(
      /〔2026〕0001号$/,
    )
  })
  test('is taken once by each of many at once, and one whose transaction fails leaves no gap', async () => {
    const own = { ...process, id: randomUUID() }
    const numbers = await Promise.all(
      Array.from({ length: 6 }, () =>
        opened.db.transaction((tx) => take(tx, began, '330802', own)),
      ),
    )
    const failed = opened.db.transaction(async (tx) => {
      await take(tx, began, '330802', own)
      throw new Error('not after all')
    })
    await expect(failed).rejects.toThrow('not after all')
    numbers.push(await take(opened.db, began, '330802', own))
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `衢柯隐患〔2026〕000${n}号`))
  })
})

const drafted = (types: string[]): Draft => {
  const before = fresh()
  const record = { ...before, facts: before.facts + types.length, revision: 2 }
  const facts = types.map((type, nth) => ({
    type,
    occurredAt: second(nth),
    recordedAt: second(nth + 1),
    actor: { kind: 'person' as const, id: 'lin' },
    audience: 'internal' as const,
    data: { nth },
    before: nth === 0 ? null : 'counting',
    after: 'counting',
  }))
  return { record, facts, effects: [] }
}

describe('facts', () => {
  test('go on where the chain has stood, and the chain is whole after them', async () => {
    const whole = drafted(['start', 'add', 'finish'])
    const { headHash } = whole.record
    const { record, rows } = chainFacts({ ...whole, record: { ...whole.record, facts: 3 } }, 'c-1')
    expect(rows.map(({ seq, type, commandId }) => [seq, type, commandId])).toEqual([
      [1, 'start', 'c-1'],
      [2, 'add', 'c-1'],
      [3, 'finish', 'c-1'],
    ])
    expect(rows.map(({ before, after }) => [before, after])).toEqual([
      [null, 'counting'],
      ['counting', 'counting'],
      ['counting', 'counting'],
    ])
    expect([rows[0]?.previous, record.headHash]).toEqual([headHash, rows[2]?.hash])
    await appendFacts(opened.db, rows)
    const kept = await opened.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, record.id))
      .orderBy(asc(caseFacts.seq))
    expect(kept).toEqual(rows)
    for (const [nth, row] of kept.entries())
      expect(row.previous).toBe(nth === 0 ? headHash : kept[nth - 1]?.hash)
    await appendFacts(opened.db, [])
  })
  test('of one number are refused: no case has two', async () => {
    const { rows } = chainFacts(drafted(['add']), null)
    await appendFacts(opened.db, rows)
    await expect(appendFacts(opened.db, rows).catch(sqlState)).resolves.toBe('23505')
    expect(rows[0]?.commandId).toBe(null)
  })
  test('that stand nowhere before or after say so, and do not say a word for it', () => {
    const one = drafted(['add'])
    const nowhere = { ...one.facts[0]!, before: 'counting', after: null as never }
    expect(chainFacts({ ...one, facts: [nowhere] }, null).rows[0]).toMatchObject({
      before: 'counting',
      after: null,
    })
  })
})

describe('what a decision wants done', () => {
  const wish = (notBefore: string) =>
    ({ kind: 'notify', about: 'x', notBefore }) as unknown as NewEffect

  test('is kept once however often it is decided, each wish for itself', async () => {
    const record = { ...fresh(), revision: 4 }
    const rows = effectsOf(record, [wish(second(1)), wish(second(1))])
    await keepEffects(opened.db, rows)
    await keepEffects(opened.db, effectsOf(record, [wish(second(1)), wish(second(1))]))
    await keepEffects(opened.db, [])
    const kept = await opened.db.select().from(effects).where(eq(effects.caseId, record.id))
    expect(kept).toHaveLength(2)
    expect(kept).toContainEqual(
      expect.objectContaining({
        id: rows[0]?.id,
        caseId: record.id,
        revision: 4,
        kind: 'notify',
        payload: wish(second(1)),
        notBefore: second(1),
        status: 'pending',
        doneAt: null,
      }),
    )
    await keepEffects(opened.db, effectsOf({ ...record, revision: 5 }, [wish(second(1))]))
    expect(await pendingEffects(opened.db, record.id)).toHaveLength(3)
  })
  test('waits in the order in which it may be done; what was done or laid aside waits no more', async () => {
    const record = fresh()
    const rows = effectsOf(
      record,
      [3, 1, 2, 4, 5].map((n) => wish(second(n))),
    )
    await keepEffects(opened.db, rows)
    await keepEffects(opened.db, effectsOf(fresh(), [wish(began)]))
    for (const [nth, status] of [
      [3, 'done'],
      [4, 'quarantined'],
    ] as const)
      await opened.db.update(effects).set({ status }).where(eq(effects.id, rows[nth]!.id))
    expect(await pendingEffects(opened.db, record.id)).toEqual(
      [1, 2, 3].map((n) => ({ notBefore: second(n), revision: record.revision })),
    )
    expect(await pendingEffects(opened.db, randomUUID())).toEqual([])
  })
})
