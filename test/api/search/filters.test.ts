// Are kept filters one's own, lent to one's office and to nobody else, and never wider than their reader's scope?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SavedFilter } from '../../../contract/search/search.ts'
import { type House, openHouse, report } from '../house.ts'

let house: House
const office = '330802-bureau'
const wanted = {
  name: '本月化工',
  list: 'cases',
  query: { q: '化工', status: 'open' },
  sharedWith: null as string | null,
}

const keep = (who: string, body: unknown, key?: string) =>
  house.as(who, '/api/filters', { json: body, headers: key ? { 'idempotency-key': key } : {} })
const kept = async (who: string, list = ''): Promise<SavedFilter[]> =>
  (
    (await house.as(who, `/api/filters${list && `?list=${list}`}`)).body as unknown as {
      items: SavedFilter[]
    }
  ).items
const change = (who: string, id: string, body: unknown) =>
  house.as(who, `/api/filters/${id}`, { method: 'PUT', json: body })
const drop = (who: string, id: string) => house.as(who, `/api/filters/${id}`, { method: 'DELETE' })

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('a filter', () => {
  test('is kept once under its key, found by its owner alone, renamed and taken away by him', async () => {
    const first = await keep('lin', wanted, 'k-1')
    const again = await keep('lin', wanted, 'k-1')
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect((await keep('lin', { ...wanted, name: '别的' }, 'k-1')).body.code).toBe('key-reused')
    expect(await kept('lin')).toEqual([first.body])
    expect(first.body).toMatchObject({ ...wanted, mine: true, owner: '林检查' })
    for (const who of ['wu', 'gao', 'jiang']) expect(await kept(who)).toEqual([])
    const { id } = first.body
    for (const who of ['wu', 'gao', 'jiang']) {
      expect((await change(who, id, { name: 'x', query: {} })).status).toBe(404)
      expect((await drop(who, id)).status).toBe(404)
    }
    expect(
      (await change('lin', id, { name: '化工在办', query: { q: '化工' } })).body,
    ).toMatchObject({
      name: '化工在办',
      query: { q: '化工' },
    })
    expect([await kept('lin', 'inbox'), (await kept('lin', 'cases')).length]).toEqual([[], 1])
    expect([
      (await drop('lin', id)).status,
      (await drop('lin', id)).status,
      await kept('lin'),
    ]).toEqual([204, 404, []])
  })
  test('shared with the office is found by colleagues, who cannot change it, and by nobody of another county', async () => {
    const { body } = await keep('lin', { ...wanted, sharedWith: office })
    expect(await kept('wu')).toEqual([{ ...body, mine: false }])
    expect((await change('wu', body.id, { name: 'x', query: {} })).status).toBe(403)
    expect((await drop('wu', body.id)).status).toBe(403)
    for (const who of ['jiang', 'shi', 'yu']) expect(await kept(who)).toEqual([])
    expect((await keep('lin', { ...wanted, sharedWith: '330881-bureau' })).status).toBe(422)
    expect(
      (await change('lin', body.id, { ...wanted, list: undefined, sharedWith: null })).status,
    ).toBe(200)
    expect(await kept('wu')).toEqual([])
    await drop('lin', body.id)
  })
  test('of a region out of reach shows its reader nothing of it', async () => {
    await report(house)
    const { status } = await keep('jiang', {
      name: '柯城',
      list: 'wall',
      query: { region: '330802' },
    })
    expect(status).toBe(201)
    const [{ query } = { query: {} }] = await kept('jiang', 'wall')
    const path = `/api/supervision/clocks?${new URLSearchParams(query)}`
    expect((await house.as('jiang', path)).body.total).toBe(0)
    expect((await house.as('lin', path)).body.total).toBe(1)
  })
})

describe('what is refused', () => {
  test.each([
    ['a name of nothing', { ...wanted, name: '  ' }],
    ['a name too long', { ...wanted, name: '长'.repeat(61) }],
    ['a list that is none', { ...wanted, list: 'people' }],
    ['a question the list does not take', { ...wanted, query: { owner: 'e-1' } }],
    ['a state that is none', { ...wanted, query: { status: 'lost' } }],
    ['a region that is none', { name: 'x', list: 'wall', query: { region: '999999' } }],
    ['a query that is none', { ...wanted, query: { q: { $gt: '' } } }],
    ['more than was asked for', { ...wanted, owner: 'shi' }],
  ])('%s', async (_what, body) => {
    expect((await keep('fang', body)).status).toBe(422)
    expect(await kept('fang')).toEqual([])
  })
  test('an enterprise keeps none, a stranger neither', async () => {
    expect((await keep('qi', wanted)).status).toBe(403)
    expect((await house.as('qi', '/api/filters')).status).toBe(403)
    expect((await house.send('/api/filters')).status).toBe(401)
  })
  test('a fifty-first, also when they all come at once', async () => {
    await house.signIn('zhou')
    const states = await Promise.all(
      Array.from({ length: 55 }, (_, n) => keep('zhou', { ...wanted, name: `筛选 ${n}` })),
    )
    expect(states.filter(({ status }) => status === 201).length).toBe(50)
    expect((await kept('zhou')).length).toBe(50)
  })
})
