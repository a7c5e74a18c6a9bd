// What do the registers say about the people, the post, the fact and the number that an act speaks of?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  effectsOf,
  lookUp,
  pendingEffects,
  personAt,
  takeNumber,
} from '../../db/cases/case-store.ts'
import { caseFacts, effects } from '../../db/schema/cases/cases.ts'
import { signatures } from '../../db/schema/cases/signatures.ts'
import { appointments, persons } from '../../db/schema/organisation/organisation.ts'
import type { CaseRecord, NewEffect } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import { type Counting, openCounting } from '../commit/counting.ts'

const now = '2026-03-05T02:00:00.000Z'
let opened: Counting
beforeAll(async () => {
  opened = await openCounting()
})
afterAll(() => opened?.close())

const chief = { office: '330802-bureau', role: 'section-chief', region: '330802' } as const
/** Somebody new with a post from `since` until `until`. */
const appointed = async (since: string, until: string | null, active = true): Promise<string> => {
  const id = `p-${randomUUID().slice(0, 8)}`
  const person = { id, username: id, name: `甲${id}`, pinyin: id, mail: 'x@anjian.example' }
  await opened.db.insert(persons).values({ ...person, enterprise: null, active })
  await opened.db.insert(appointments).values({ person: id, ...chief, since, until })
  return id
}
const postsOf = async (id: string, at = now) =>
  (await personAt(opened.db, id, at))?.appointments.map(({ role }) => role)

describe('a person', () => {
  test('holds a post from the instant it begins to the instant before it ends', async () => {
    const id = await appointed(now, later(now, 10))
    expect(await postsOf(id, later(now, -1))).toEqual([])
    expect(await postsOf(id, now)).toEqual(['section-chief'])
    expect(await postsOf(id, later(now, 9))).toEqual(['section-chief'])
    expect(await postsOf(id, later(now, 10))).toEqual([])
  })
  test('who has left is nobody, whatever posts stand by him', async () => {
    expect(await personAt(opened.db, await appointed(now, null, false), now)).toBe(null)
    expect(await personAt(opened.db, 'nobody', now)).toBe(null)
  })
  test('signs with the picture that he had then', async () => {
    const id = await appointed(now, null)
    const kept = { person: id, way: 'drawn', bodyHash: 'x' }
    const at = (version: number, sha256: string | null, moment: string) =>
      opened.db
        .insert(signatures)
        .values({ id: `${id}-${version}`, ...kept, version, sha256, at: moment } as never)
    await at(1, 'first', now)
    await at(2, 'second', later(now, 10))
    const pictureAt = async (moment: string) =>
      (await personAt(opened.db, id, moment))?.picture ?? null
    expect(await pictureAt(now)).toBe('first')
    expect(await pictureAt(later(now, 10))).toBe('second')
    await at(3, null, later(now, 20))
    expect(await pictureAt(later(now, 20))).toBe(null)
  })
  test('keeps his post until the act that he gives by it is written', async () => {
    const id = await appointed(now, null)
    let ended = false
    const ending = await opened.db.transaction(async (tx) => {
      await personAt(tx, id, now)
      const end = opened.db
        .update(appointments)
        .set({ until: later(now, 1) })
        .where(eq(appointments.person, id))
        .then(() => {
          ended = true
        })
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect(ended).toBe(false)
      return { end }
    })
    await ending.end
    expect(ended).toBe(true)
  })
})

describe('what an act mentions', () => {
  const requestsOf = (data: Record<string, unknown>, caseId = 'none') =>
    lookUp(opened.db, caseId, data, now)

  test('is a person with his own posts, or nobody', async () => {
    expect(await requestsOf({ to: 'wu' })).toEqual({
      people: [{ id: 'wu', name: '吴检查', groups: ['330802-bureau/inspector'] }],
      posts: [],
      fact: null,
    })
    const none = { people: [], posts: [], fact: null }
    expect([
      await requestsOf({ to: 'nobody' }),
      await requestsOf({}),
      await requestsOf({ to: 7 }),
    ]).toEqual([none, none, none])
  })
  test('is a post with how many hold it now', async () => {
    const group = '330881-bureau/inspector'
    const held = async (at = now) =>
      (await lookUp(opened.db, 'none', { to: group }, at)).posts?.map(({ holders }) => holders)
    expect(await requestsOf({ to: group })).toMatchObject({
      people: [],
      posts: [{ group, holders: 1, name: expect.stringContaining('执法检查员') }],
    })
    const post = { office: '330881-bureau', role: 'inspector', region: '330881' } as const
    const second = await appointed(later(now, 5), null)
    await opened.db
      .insert(appointments)
      .values({ person: second, ...post, since: later(now, 5), until: later(now, 10) })
    const left = await appointed(now, null, false)
    await opened.db.insert(appointments).values({ person: left, ...post, since: now, until: null })
    expect([await held(), await held(later(now, 5)), await held(later(now, 10))]).toEqual([
      [1],
      [2],
      [1],
    ])
    expect((await requestsOf({ to: '330881-bureau/leader' })).posts).toMatchObject([{ holders: 0 }])
  })
  test('is a fact of this very case, and whether another of its kind has come since', async () => {
    const [caseId, other] = [await opened.begin(), await opened.begin()]
    await opened.give(caseId, 'add', { n: 1 })
    await opened.give(caseId, 'add', { n: 2 })
    const fact = async (seq: unknown, of = caseId) => (await requestsOf({ seq }, of)).fact
    expect(await fact(2)).toEqual({
      seq: 2,
      type: 'add',
      at: expect.any(String),
      data: expect.objectContaining({ n: 1 }),
      actor: 'lin',
      latest: false,
    })
    expect(await fact(3)).toMatchObject({ latest: true })
    expect(await fact(1)).toMatchObject({ type: 'start', latest: true })
    expect([await fact(4), await fact(2, other)]).toEqual([null, null])
  })
  test('is no fact where it is no number of one', async () => {
    const caseId = await opened.begin()
    for (const seq of [0, -1, 1.5, '1', 2_147_483_648, null])
      expect([seq, (await requestsOf({ seq }, caseId)).fact]).toEqual([seq, null])
    expect((await requestsOf({ seq: 2_147_483_647 }, caseId)).fact).toBe(null)
  })
})

describe('numbers of cases', () => {
  const take = (at: string, region: '330802' | '330881' = '330802', id = 'counting') =>
    opened.db.transaction((tx) => takeNumber(tx, { id, numberWord: '试数' }, region, at))

  test('run on without a gap in each process, region and year, and the year is that of Beijing', async () => {
    expect(await take('2026-12-31T15:59:59.999Z')).toMatch(/^衢.+试数〔2026〕0001号$/)
    expect(await take('2026-12-31T15:59:59.999Z')).toMatch(/〔2026〕0002号$/)
    expect(await take('2026-12-31T16:00:00.000Z')).toMatch(/〔2027〕0001号$/)
    expect(await take('2026-06-01T00:00:00.000Z', '330881')).toMatch(/〔2026〕0001号$/)
    expect(await take('2026-06-01T00:00:00.000Z', '330802', 'another')).toMatch(/〔2026〕0001号$/)
  })
  test('are given back by an act that was not written', async () => {
    const at = '2028-06-01T00:00:00.000Z'
    const failing = opened.db.transaction(async (tx) => {
      await takeNumber(tx, { id: 'counting', numberWord: '试数' }, '330802', at)
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await take(at)).toMatch(/〔2028〕0001号$/)
  })
  test('taken at once are each another', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 6 }, () => take('2029-06-01T00:00:00.000Z')),
    )
    expect(new Set(numbers).size).toBe(6)
  })
})

describe('effects', () => {
  const notice = (notBefore: string): NewEffect =>
    ({ kind: 'notice', about: 'x', notBefore }) as never
  const record = (id: string, revision: number) => ({ id, revision }) as CaseRecord

  test('have an id of their case, revision and place, so that a decision made again doubles none', () => {
    const rows = effectsOf(record('c', 3), [notice(now), notice(later(now, 1))])
    expect(rows).toMatchObject([
      { caseId: 'c', revision: 3, kind: 'notice', status: 'pending', notBefore: now },
      { notBefore: later(now, 1), payload: notice(later(now, 1)) },
    ])
    expect(effectsOf(record('c', 3), [notice(now)])[0]?.id).toBe(rows[0]?.id)
    const others = [
      rows[1],
      ...effectsOf(record('c', 4), [notice(now)]),
      ...effectsOf(record('d', 3), [notice(now)]),
    ]
    expect(new Set([rows[0]?.id, ...others.map((one) => one?.id)]).size).toBe(4)
  })
  test('that nobody has carried out are told the first first', async () => {
    const caseId = randomUUID()
    const rows = effectsOf(
      record(caseId, 1),
      [30, 10, 20].map((ms) => notice(later(now, ms))),
    )
    await opened.db.insert(effects).values(rows)
    await opened.db.update(effects).set({ status: 'done' }).where(eq(effects.id, rows[1]!.id!))
    expect(await pendingEffects(opened.db, caseId)).toEqual([
      { notBefore: later(now, 20), revision: 1 },
      { notBefore: later(now, 30), revision: 1 },
    ])
  })
})

test('what has been recorded can be neither changed nor taken out', async () => {
  const caseId = await opened.begin()
  const change = opened.db.update(caseFacts).set({ type: 'x' }).where(eq(caseFacts.caseId, caseId))
  await expect(change).rejects.toMatchObject({ cause: { code: '23001' } })
})
