// Is what a person asks for carried out once: something tried again, a signature, a code to follow a case by?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerCommand } from '../../../db/cases/case-store.ts'
import { findCommand, keepCommand } from '../../../db/cases/commands.ts'
import {
  countWrongCode,
  findFollowed,
  keepFollowCode,
  readNumber,
} from '../../../db/cases/follow-codes.ts'
import {
  askAgain,
  discardReplay,
  findReplay,
  keepReplay,
  type NewReplay,
} from '../../../db/cases/replays.ts'
import {
  isBorneIn,
  keepSignature,
  picturesOf,
  readSignatures,
} from '../../../db/cases/signatures.ts'
import type { Answer } from '../../../db/schema/cases/cases.ts'
import { quarantine } from '../../../db/schema/cases/quarantine.ts'
import { replays } from '../../../db/schema/cases/replays.ts'
import { caseIn } from '../tasks/waiting.ts'
import { began, factIn, openStore, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

const request = (more: Partial<NewReplay> = {}): NewReplay => ({
  id: randomUUID(),
  kind: 'frame',
  subject: randomUUID(),
  feed: 'f',
  region: '330802',
  by: 'lin',
  byName: '林检查',
  reason: '设备已登记',
  bodyHash: 'x',
  at: began,
  state: 'waiting',
  ...more,
})

describe('a frame that is tried again', () => {
  const endAs = (id: string, state: 'done' | 'failed') =>
    opened.db.update(replays).set({ state }).where(eq(replays.id, id))

  test('is tried once at a time, again after it has failed, and never after it has gone well', async () => {
    const first = request()
    const again = (n: number) => request({ subject: first.subject, at: second(n) })
    expect(await keepReplay(opened.db, first)).toBe(true)
    expect(await findReplay(opened.db, first.id)).toMatchObject(first)
    expect(await findReplay(opened.db, 'nowhere')).toBe(null)
    expect(await keepReplay(opened.db, again(1))).toBe(false)
    await endAs(first.id, 'failed')
    const next = again(2)
    expect(await keepReplay(opened.db, next)).toBe(true)
    await endAs(next.id, 'done')
    expect(await keepReplay(opened.db, again(3))).toBe(false)
    expect(await keepReplay(opened.db, request({ ...again(4), kind: 'outbox' }))).toBe(true)
    expect(await keepReplay(opened.db, request())).toBe(true)
  })
  test('at once by two people is tried once', async () => {
    const { subject } = request()
    const both = await Promise.all([1, 2].map(() => keepReplay(opened.db, request({ subject }))))
    expect(both.sort()).toEqual([false, true])
  })
})

describe('a command in quarantine', () => {
  const defect = { ok: false, problem: { code: 'internal' } } as unknown as Answer
  const refused = { ok: false, problem: { code: 'not-allowed' } } as unknown as Answer
  const given = async (answer: Answer | null, { held = true } = {}) => {
    const command = { type: 'add', body: {}, bodyHash: 'x', occurredAt: began, recordedAt: began }
    const { id } = await keepCommand(opened.db, {
      id: randomUUID(),
      caseId: 'c',
      actor: { kind: 'person', id: 'lin' },
      ...command,
    })
    if (answer) await answerCommand(opened.db, id, answer)
    if (held) await opened.db.insert(quarantine).values({ id, caseId: 'c', error: 'x' })
    return id
  }
  const ask = (subject: string, more: Partial<NewReplay> = {}) =>
    askAgain(opened.db, request({ kind: 'command', subject, ...more }))
  const solvedAt = async (id: string) =>
    (await opened.db.select().from(quarantine).where(eq(quarantine.id, id)))[0]?.solvedAt
  const answerOf = async (id: string) => (await findCommand(opened.db, id))?.answer

  test('is handed over again without the answer that a defect gave it, and then it is no longer there', async () => {
    const [id, other] = [await given(defect), await given(defect)]
    const one = request({ kind: 'command', subject: id })
    expect(await askAgain(opened.db, one)).toBe(true)
    expect([await answerOf(id), await solvedAt(id)]).toEqual([null, expect.any(Date)])
    expect([await answerOf(other), await solvedAt(other)]).toEqual([defect, null])
    expect(await findReplay(opened.db, one.id)).toMatchObject({ state: 'done', subject: id })
  })
  test('that was handed over is handed over once more as long as its case has not heard of it, and not after', async () => {
    const id = await given(null)
    expect([await ask(id), await ask(id)]).toEqual([true, true])
    await answerCommand(opened.db, id, refused)
    expect(await ask(id)).toBe(false)
  })
  test('that was decided is not decided anew', async () => {
    const id = await given(refused)
    expect(await ask(id)).toBe(true)
    expect(await answerOf(id)).toEqual(refused)
    expect(await ask(id)).toBe(false)
  })
  test('whose case could not be reached is there again', async () => {
    const [id, other] = [await given(defect), await given(defect)]
    for (const one of [id, other]) await ask(one)
    await discardReplay(opened.db, id)
    expect([await solvedAt(id), await solvedAt(other)]).toEqual([null, expect.any(Date)])
  })
  test('that never was there is not tried, and the same key tries once', async () => {
    expect(await ask(await given(defect, { held: false }))).toBe(false)
    const id = await given(null)
    const key = randomUUID()
    expect([await ask(id, { id: key }), await ask(id, { id: key })]).toEqual([true, false])
  })
})

describe('a handwritten signature', () => {
  const wanted = (person: string, more: object = {}) => ({
    id: randomUUID(),
    person,
    sha256: randomUUID() as string | null,
    width: 10,
    height: 5,
    way: 'drawn' as const,
    at: began,
    ...more,
  })
  const bytes = new Uint8Array([1, 2])
  const keep = (one: ReturnType<typeof wanted>, most = 9) =>
    keepSignature(opened.db, one, bytes, most)

  test('is one more version of its person, once under its id, and no more than the most', async () => {
    const [person, other] = [randomUUID(), randomUUID()]
    const first = wanted(person)
    expect(await keep(first)).toEqual({ ...first, version: 1 })
    expect(await keep({ ...first, way: 'drawn', at: second(9) })).toEqual({ ...first, version: 1 })
    expect((await keep(wanted(other)))?.version).toBe(1)
    expect((await keep(wanted(person), 2))?.version).toBe(2)
    expect(await keep(wanted(person), 2)).toBe(null)
    expect(await keep(first, 1)).toEqual({ ...first, version: 1 })
    const kept = await readSignatures(opened.db, person)
    expect(kept.map(({ version }) => version)).toEqual([2, 1])
  })
  test('given several times at once has as many versions, and none of them twice', async () => {
    const person = randomUUID()
    const all = await Promise.all(Array.from({ length: 5 }, () => keep(wanted(person), 4)))
    expect(all.map((one) => one?.version ?? 0).sort()).toEqual([0, 1, 2, 3, 4])
  })
  test('has its picture by its hash; one that was withdrawn has none', async () => {
    const person = randomUUID()
    const [one, same] = [wanted(person), wanted(person)]
    await keep(one)
    await keep({ ...same, sha256: one.sha256 })
    await keep(wanted(person, { sha256: null }))
    await keepSignature(opened.db, wanted(person, { sha256: 'without' }), null, 9)
    const pictures = await picturesOf(opened.db, [one.sha256 ?? '', 'without'])
    expect(Object.keys(pictures)).toEqual([one.sha256])
    expect([...(pictures[one.sha256 ?? ''] ?? [])]).toEqual([1, 2])
    expect(await picturesOf(opened.db, [])).toEqual({})
  })
  test('stands in a case where one of its facts bears it, alone or among others', async () => {
    const [alone, among, elsewhere] = [randomUUID(), randomUUID(), randomUUID()]
    const actor = { kind: 'person' as const, id: 'lin', picture: 'hash' }
    await factIn(opened.db, { caseId: alone, seq: 1 })
    await factIn(opened.db, { caseId: alone, seq: 2, actor })
    const signatures = [{ name: '吴' }, { name: '林', picture: 'hash' }]
    await factIn(opened.db, { caseId: among, seq: 1, data: { signatures } })
    await factIn(opened.db, { caseId: elsewhere, seq: 1, data: { picture: 'hash' } })
    const borne = (caseId: string, hash = 'hash') => isBorneIn(opened.db, caseId, hash)
    expect([await borne(alone), await borne(among), await borne(elsewhere)]).toEqual([
      true,
      true,
      false,
    ])
    expect([await borne(alone, 'another'), await borne(among, 'another')]).toEqual([false, false])
  })
})

describe('a code by which a case is followed', () => {
  const code = (caseId: string, more: object = {}) => {
    const fixed = { process: 'hazard-rectification', createdAt: began, codeHash: 'hash' }
    return { caseId, receipt: `r ${caseId}`, ...fixed, ...more }
  }
  test('is kept once, and found by the receipt, and by the number as soon as there is one', async () => {
    const caseId = randomUUID()
    await keepFollowCode(opened.db, code(caseId))
    await keepFollowCode(opened.db, code(caseId, { codeHash: 'another' }))
    await keepFollowCode(opened.db, code(randomUUID()))
    expect(await findFollowed(opened.db, `r ${caseId}`)).toEqual({
      ...code(caseId),
      attempts: 0,
      record: null,
    })
    expect([await readNumber(opened.db, caseId), await findFollowed(opened.db, 'No 1')]).toEqual([
      null,
      null,
    ])
    await caseIn(opened.db, { id: caseId, number: 'No 1' })
    expect(await readNumber(opened.db, caseId)).toBe('No 1')
    expect(await findFollowed(opened.db, 'No 1')).toMatchObject({ caseId, record: { id: caseId } })
    expect(await findFollowed(opened.db, `r ${caseId}`)).toMatchObject({ record: { id: caseId } })
  })
  test('that was wrong is counted for that case alone, also several at once', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()]
    for (const id of [caseId, other]) await keepFollowCode(opened.db, code(id))
    await Promise.all([1, 2, 3].map(() => countWrongCode(opened.db, caseId)))
    const attempts = async (id: string) => (await findFollowed(opened.db, `r ${id}`)) as unknown
    expect(await attempts(caseId)).toMatchObject({ attempts: 3 })
    expect(await attempts(other)).toMatchObject({ attempts: 0 })
  })
})
