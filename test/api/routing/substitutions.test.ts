// Does somebody who stands in see, hear and do what the absent person would, for as long as the order says, and in both names?
import { and, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { substitutions } from '../../../db/schema/organisation/substitutions.ts'
import { verifyChain } from '../../../domain/model/chain.ts'
import { eyes } from '../../support/processes/eyes.ts'
import { type House, openHouse } from '../house.ts'
import { agree } from './consenting.ts'

const order = '衢应急〔2026〕5号'
let house: House

beforeAll(async () => {
  house = await openHouse({}, null, { eyes })
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  const post = {
    office: '330800-administration',
    role: 'administrator' as const,
    region: '330800' as const,
  }
  await house.db
    .insert(appointments)
    .values({ person: 'yu', ...post, since: '2004-01-01T00:00:00.000Z', until: null })
})
afterAll(() => house.close())

const grant = (who: string, more: Record<string, unknown> = {}, key?: string) =>
  house.as(who, '/api/substitutions', {
    json: {
      person: 'lin',
      substitute: 'gao',
      from: '2026-03-03',
      to: '2026-03-05',
      order,
      reason: '赴省培训',
      ...more,
    },
    headers: key ? { 'idempotency-key': key } : {},
  })
const end = (who: string, id: string) =>
  house.as(who, `/api/substitutions/${id}/end`, { json: { reason: '提前返岗' } })
const act = (who: string, id: string, type: string, data: Record<string, unknown> = {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const start = async (who = 'wu', date = '2026-03-20'): Promise<string> => {
  const answer = await house.as(who, '/api/cases/eyes', { json: { data: { date } } })
  expect([answer.status, answer.body.reasons]).toEqual([201, undefined])
  return answer.body.id
}
/** What waits for him, whether it is on his desk or to be claimed. */
const waiting = async (who: string) => {
  const read = async (box: string) => (await house.as(who, `/api/inbox?box=${box}&limit=200`)).body
  const [todo, pool] = [await read('todo'), await read('pool')]
  return { ...todo, items: [...todo.items, ...pool.items], total: todo.total + pool.total }
}

describe('ordering it', () => {
  test('is for the person, the head of his office and an administrator; bad input and strangers store nothing', async () => {
    for (const who of ['wu', 'jiang', 'qi', 'sheng'])
      expect((await grant(who)).status, who).toBe(403)
    expect((await grant('lin', { from: '2026-03-01' })).body).toMatchObject({
      status: 422,
      code: 'invalid-input',
    })
    expect((await grant('lin', { substitute: 'nobody' })).status).toBe(422)
    expect((await grant('lin', { order: ' ' })).status).toBe(422)
    expect((await grant('lin', { further: 1 })).status).toBe(422)
    expect((await house.send('/api/substitutions', { json: {} })).status).toBe(401)
    expect(await house.db.select().from(substitutions)).toEqual([])
  })
  test('names people of one’s own side and area only', async () => {
    const people = async (who: string) => (await house.as(who, '/api/substitutions/people')).body
    expect(
      v.safeParse(contract['GET /api/substitutions/people'].answer, await people('lin')).issues,
    ).toBeUndefined()
    const ids = async (who: string) =>
      (await people(who)).items.map(({ id }: { id: string }) => id).sort()
    expect(await ids('lin')).toEqual(
      expect.arrayContaining(['chen', 'fang', 'gao', 'lin', 'wu', 'zhou']),
    )
    for (const foreign of ['jiang', 'yu', 'qi', 'mao'])
      expect(await ids('lin')).not.toContain(foreign)
    expect(await ids('qi')).toEqual(['mao', 'qi'])
  })
  test('one key orders once, other content under it is refused, and a second one for the same days as well', async () => {
    const [first, again] = [await grant('lin', {}, 'k1'), await grant('lin', {}, 'k1')]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(
      v.safeParse(contract['POST /api/substitutions'].answer, first.body).issues,
    ).toBeUndefined()
    expect(again.body.id).toBe(first.body.id)
    expect((await grant('lin', { substitute: 'chen' }, 'k1')).body.code).toBe('key-reused')
    expect(first.body).toMatchObject({
      status: 'waiting',
      mayAgree: null,
      waitsFor: [{ side: 'taking', who: { zh: '代理人本人' } }],
    })
    await agree(house, first.body.id, 'gao')
    expect(
      (await house.as('gao', `/api/substitutions/${first.body.id}/agree`, { method: 'POST' })).body
        .code,
    ).toBe('not-possible-now')
    const clash = await grant('chen', { substitute: 'fang', from: '2026-03-05', to: '2026-03-09' })
    expect(clash.body).toMatchObject({
      code: 'invalid-input',
      reasons: [{ zh: '该时间段内此人的岗位已有代理，请先结束原代理' }],
    })
    const atOnce = await Promise.all(
      ['chen', 'fang'].map((substitute) => grant('yu', { person: 'zhou', substitute })),
    )
    expect(
      atOnce.map(({ status, body }) => [
        status,
        body.waitsFor.map(({ side }: { side: string }) => side),
      ]),
    ).toEqual([
      [201, ['giving', 'taking']],
      [201, ['giving', 'taking']],
    ])
    const [one, other] = atOnce.map(({ body }) => [body.id, body.substitute.id])
    const foreign = await house.as('jiang', `/api/substitutions/${one![0]}/agree`, {
      method: 'POST',
    })
    expect(foreign.status).toBe(404)
    const again2 = await house.as('yu', `/api/substitutions/${one![0]}/agree`, { method: 'POST' })
    expect(again2.body).toMatchObject({
      status: 403,
      reasons: [{ zh: '您已经同意，一人只能代表一方' }],
    })
    await agree(house, one![0]!, 'zhou', one![1]!)
    await house.as('zhou', `/api/substitutions/${other![0]}/agree`, { method: 'POST' })
    expect(
      (await house.as(other![1]!, `/api/substitutions/${other![0]}/agree`, { method: 'POST' }))
        .status,
    ).toBe(409)
    const refusing = await house.as(other![1]!, `/api/substitutions/${other![0]}/end`, {
      json: { reason: '不同意' },
    })
    expect([refusing.status, refusing.body.status]).toEqual([200, 'ended'])
  })
  test('who may see it: the two, their head, an administrator; nothing of it can be rewritten', async () => {
    const list = async (who: string) => (await house.as(who, '/api/substitutions')).body
    expect(
      v.safeParse(contract['GET /api/substitutions'].answer, await list('lin')).issues,
    ).toBeUndefined()
    const people = async (who: string) =>
      (await list(who)).items.map((one: { person: { id: string } }) => one.person.id).sort()
    expect([
      await people('lin'),
      await people('gao'),
      await people('yu'),
      await people('wu'),
    ]).toEqual([['lin'], ['lin', 'zhou'], ['lin', 'zhou'], []])
    expect((await list('lin')).items[0]).toMatchObject({
      ...{
        status: 'planned',
        order,
        createdBy: '林检查',
        mayEnd: true,
        posts: [{ group: '330802-bureau/inspector' }],
      },
      consents: [{ name: '林检查' }, { name: '高局长' }],
      ...{
        person: { name: '林检查' },
        substitute: { name: '高局长' },
        since: '2026-03-02T16:00:00.000Z',
      },
    })
    await expect(
      house.db.execute(sql`UPDATE substitutions SET order_number = 'x'`),
    ).rejects.toThrow()
    await expect(house.db.execute(sql`DELETE FROM substitutions`)).rejects.toThrow()
  })
})

test('an administrator reaches as far as his own regions, and never gives himself anything', async () => {
  const office = '330881-administration'
  const post = {
    office,
    role: 'administrator' as const,
    region: '330881' as const,
    since: '2004-01-01T00:00:00.000Z',
    until: null,
  }
  await house.db.insert(appointments).values({ person: 'sheng', ...post })
  const own = and(eq(appointments.person, 'sheng'), eq(appointments.role, 'supervisor'))
  await house.db.update(appointments).set({ until: '2026-03-01T00:00:00.000Z' }).where(own)
  for (const person of ['gao', 'shi', 'lin', 'qi'])
    expect((await grant('sheng', { person, substitute: 'sheng' })).status, person).toBe(403)
  expect((await house.as('sheng', '/api/cases')).body.total).toBe(0)
  expect((await grant('sheng', { person: 'jiang', substitute: 'sheng' })).status).toBe(422)
  expect((await grant('sheng', { person: 'jiang', substitute: 'lin' })).status).toBe(422)
  const list = async () => (await house.as('sheng', '/api/substitutions')).body.items
  expect(await list()).toEqual([])
  const [foreign] = (await house.as('yu', '/api/substitutions')).body.items
  expect((await end('sheng', foreign.id)).status).toBe(404)
  const mine = await grant('yu', { person: 'jiang', substitute: 'hao' })
  await agree(house, mine.body.id, 'hao', 'sheng')
  expect([
    mine.status,
    (await list()).map(({ id, mayEnd }: Record<string, unknown>) => [id, mayEnd]),
  ]).toEqual([201, [[mine.body.id, true]]])
  expect((await end('sheng', mine.body.id)).status).toBe(200)
  await house.db.delete(appointments).where(eq(appointments.office, office))
  await house.db.update(appointments).set({ until: null }).where(own)
})

describe('while it lasts', () => {
  let [own, pooled] = ['', '']
  test('before its first day nothing has changed', async () => {
    own = await start()
    pooled = await start()
    expect((await act('lin', own, 'claim')).status).toBe(200)
    expect((await waiting('gao')).total).toBe(0)
    expect((await act('gao', pooled, 'order')).body.code).toBe('not-allowed')
    expect((await house.as('gao', '/api/me')).body.appointments).toHaveLength(1)
  })
  test('the substitute finds the tasks of the absent person in his inbox, marked with that name, his own without', async () => {
    await house.clock.setNow('2026-03-02T16:00:00.000Z')
    const box = await waiting('gao')
    expect(v.safeParse(contract['GET /api/inbox'].answer, box).issues).toBeUndefined()
    expect(
      box.items
        .map(({ caseId, onBehalfOf }: Record<string, string>) => [caseId, onBehalfOf])
        .sort(),
    ).toEqual([own, pooled].map((id) => [id, '林检查']).sort())
    const self = (await house.as('gao', '/api/me')).body
    expect(v.safeParse(contract['GET /api/me'].answer, self).issues).toBeUndefined()
    expect([self.counts.todo, self.counts.pool]).toEqual([1, 1])
    expect(
      self.appointments.map(({ role, onBehalfOf }: Record<string, unknown>) => [role, onBehalfOf]),
    ).toEqual([
      ['leader', undefined],
      ['inspector', { name: '林检查', order }],
    ])
    expect(
      (await waiting('lin')).items.every(
        ({ onBehalfOf }: Record<string, unknown>) => onBehalfOf === undefined,
      ),
    ).toBe(true)
  })
  test('he works them, and the record names both and the order, under an unbroken chain', async () => {
    expect((await act('gao', own, 'order')).status).toBe(200)
    const { items, chain } = (await house.as('wu', `/api/cases/${own}/timeline`)).body
    expect(items.at(-1)).toMatchObject({
      type: 'order',
      who: { zh: `高局长（代 林检查，执法检查员，${order}）` },
    })
    expect(chain.valid).toBe(true)
    const { rows } = await house.db.execute<{ actor: unknown }>(
      sql`SELECT actor FROM case_facts WHERE case_id = ${own} AND type = 'order'`,
    )
    expect(rows[0]?.actor).toMatchObject({ id: 'gao', onBehalfOf: { id: 'lin', order } })
    expect(verifyChain([]).valid).toBe(true)
  })
  test('four eyes see both: neither checks what was ordered in the name of the one by the other', async () => {
    for (const who of ['gao', 'lin'])
      expect((await act(who, own, 'check')).body, who).toMatchObject({
        status: 403,
        code: 'not-allowed',
      })
    expect((await act('wu', own, 'check')).status).toBe(200)
    expect((await act('lin', pooled, 'order')).status).toBe(200)
    const refused = await act('gao', pooled, 'check')
    expect(refused.body.reasons[0].zh).toContain('代理人与被代理人视为同一人')
    expect((await act('gao', pooled, 'claim')).status).toBe(403)
  })
  test('a chain is not followed', async () => {
    const { body } = await grant('gao', {
      person: 'gao',
      substitute: 'wu',
      from: '2026-03-03',
      to: '2026-03-05',
    })
    await agree(house, body.id, 'wu', 'shi')
    const { appointments } = (await house.as('wu', '/api/me')).body
    expect(
      appointments.map(({ onBehalfOf }: { onBehalfOf?: { name: string } }) => onBehalfOf?.name),
    ).toEqual([undefined, '高局长'])
  })
  test('a notice to the absent person goes to the substitute too, and who was told is kept with both names', async () => {
    const id = await start('wu', '2026-03-03')
    await house.as('lin', '/api/clock', { json: { advance: 'P1DT1H' } })
    const { clocks } = (await house.as('wu', `/api/cases/${id}`)).body
    const texts = clocks[0].escalationLevels
      .find(({ escalationLevel }: { escalationLevel: string }) => escalationLevel === 'late')
      .recipients.map(({ name }: { name: string }) => name)
    const [single, double] = [new Set<string>(), new Set<string>()]
    for (const name of texts) (name.includes('（代 ') ? double : single).add(name)
    expect([[...single].sort(), double.size]).toEqual([['吴检查', '周检查', '林检查'].sort(), 2])
    expect(texts).toContain('高局长（代 林检查）')
    const { rows } = await house.db.execute<{ body: { zh: string }; person: string }>(
      sql`SELECT person, body FROM notices WHERE case_id = ${id} AND on_behalf_of IS NOT NULL AND person = 'gao' AND escalation_level = 'late'`,
    )
    expect(rows[0]?.body.zh).toContain(`代 林检查（${order}）`)
  })
})

test('who has lost his own post stands in for nobody any more, neither acts nor is notified', async () => {
  const id = await start('wu', '2026-03-04')
  const post = eq(appointments.person, 'gao')
  await house.db.update(appointments).set({ until: '2026-03-03T00:00:00.000Z' }).where(post)
  expect((await house.as('gao', '/api/me')).body.appointments).toEqual([])
  expect((await act('gao', id, 'order')).status).toBe(404)
  await house.as('lin', '/api/clock', { json: { advance: 'PT23H' } })
  const { clocks } = (await house.as('wu', `/api/cases/${id}`)).body
  const texts = clocks[0].escalationLevels
    .find(({ escalationLevel }: { escalationLevel: string }) => escalationLevel === 'late')
    .recipients.map(({ name }: { name: string }) => name)
  expect(texts).toContain('林检查')
  expect(texts.join()).not.toContain('高局长')
  await house.db.update(appointments).set({ until: null }).where(post)
})

describe('when it is over', () => {
  test('ended early by somebody who may, once; from then on nothing is left of it', async () => {
    const [one] = (await house.as('zhou', '/api/substitutions')).body.items
    expect([(await end('jiang', one.id)).status, (await end('wu', one.id)).body.code]).toEqual([
      404,
      'not-allowed',
    ])
    expect((await end(one.substitute.id === 'chen' ? 'fang' : 'chen', one.id)).status).toBe(200)
    expect((await end('zhou', one.id)).body.code).toBe('not-possible-now')
    const { items } = (await house.as('zhou', '/api/substitutions?past=1')).body
    const after = items.find(({ id }: { id: string }) => id === one.id)
    expect(after).toMatchObject({ status: 'ended', endReason: '提前返岗', mayEnd: false })
    const { appointments } = (await house.as(one.substitute.id, '/api/me')).body
    expect(appointments.filter(({ role }: { role: string }) => role === 'inspector')).toEqual([])
  })
  test('by itself after the last day', async () => {
    const id = await start()
    await house.clock.setNow('2026-03-05T15:59:00.000Z')
    expect(
      (await waiting('gao')).items.some(({ caseId }: { caseId: string }) => caseId === id),
    ).toBe(true)
    await house.clock.setNow('2026-03-05T16:00:00.000Z')
    expect((await waiting('gao')).total).toBe(0)
    expect((await act('gao', id, 'order')).status).toBe(403)
    expect((await house.as('lin', '/api/substitutions?past=1')).body.items[0].status).toBe('over')
  })
})

test('a substitution that leaves too few people for a task is reported beforehand, and ordered only knowingly', async () => {
  const zhou = eq(appointments.person, 'zhou')
  await house.db.update(appointments).set({ until: '2026-03-05T01:00:00.000Z' }).where(zhou)
  const days = { substitute: 'wu', from: '2026-03-10', to: '2026-03-11' }
  const refused = await grant('chen', days)
  expect([refused.status, refused.body.code, refused.body.details.short]).toEqual([
    409,
    'not-possible-now',
    ['330802-bureau/inspector'],
  ])
  expect(refused.body.reasons.map(({ zh }: { zh: string }) => zh)).toEqual([
    expect.stringMatching(
      /^柯城区应急管理局 · 执法检查员：代理期间两人视为一人，只剩 1 人，“.+”须 2 人签署$/,
    ),
  ])
  const { status, body } = await grant('chen', { ...days, knowingly: true })
  expect([status, body.status]).toEqual([201, 'waiting'])
  await house.db.update(appointments).set({ until: null }).where(zhou)
})
