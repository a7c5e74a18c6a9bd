// Who may order that somebody stands in for another?
import { and, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { substitutions } from '../../../db/schema/organisation/substitutions.ts'
import { agree } from './consenting.ts'
import { end, grant, house, order, useStandingInHouse } from './standing-in-house.ts'

useStandingInHouse()

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
      status: 'planned',
      order,
      createdBy: '林检查',
      mayEnd: true,
      posts: [{ group: '330802-bureau/inspector' }],
      consents: [{ name: '林检查' }, { name: '高局长' }],
      person: { name: '林检查' },
      substitute: { name: '高局长' },
      since: '2026-03-02T16:00:00.000Z',
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
