// Does somebody who stands in see, hear and do what the absent one would, and only as long?
import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { verifyChain } from '../../../domain/model/chain.ts'
import { agree } from './consenting.ts'
import { end, grant, house, order, useStandingInHouse } from './standing-in-house.ts'

useStandingInHouse()

beforeAll(async () => {
  const ofLin = await grant('lin')
  await agree(house, ofLin.body.id, 'gao')
  const ofZhou = await grant('yu', { person: 'zhou', substitute: 'fang' })
  await agree(house, ofZhou.body.id, 'zhou', 'fang')
})

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

test('one that leaves too few hands for a task is told before, and ordered only knowingly', async () => {
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
