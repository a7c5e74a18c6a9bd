// What does a reader of a register see?
import { describe, expect, test } from 'vitest'
import { readEntries, readEntryChanges } from '../../db/registers/registers-reads.ts'
import { registerEntries } from '../../db/schema/registers/registers.ts'
import { withScope } from '../../db/scope.ts'
import { enterpriseOffice } from '../../domain/organisation/offices.ts'
import { fits } from '../api/http/fits.ts'
import { enterpriseId, settleThem } from '../support/people/people.ts'
import { at, change, pond, tank } from './keeping.ts'
import { decide, entered, house, list, propose, useRegistersHouse } from './registers-house.ts'
import { ponds, tanks } from './toys.ts'

useRegistersHouse()

describe('a number', () => {
  test('given by the product leaves no gap, however many are confirmed at once', async () => {
    const proposed = await Promise.all(
      Array.from({ length: 5 }, (_, n) => propose('lin', tanks.id, tank(`连号罐${n}`))),
    )
    await Promise.all(
      proposed.map(({ body }, n) => decide(n % 2 ? 'chen' : 'fang', tanks.id, body.id, 'approval')),
    )
    const rows = await house.db.select({ number: registerEntries.number }).from(registerEntries)
    const ordinals = rows.flatMap(({ number }) =>
      number.startsWith('衢柯罐册〔2026〕') ? [Number(number.slice(10, 14))] : [],
    )
    expect(ordinals.sort((a, b) => a - b)).toEqual(
      Array.from({ length: ordinals.length }, (_, n) => n + 1),
    )
  })
  test('that is typed has its form, and is given to one', async () => {
    expect(await propose('lin', ponds.id, pond('7'))).toMatchObject({
      status: 422,
      body: { details: { fields: { number: {} } } },
    })
    const [one, other] = [
      await propose('lin', ponds.id, pond('P-0001')),
      await propose('wu', ponds.id, pond('P-0001')),
    ]
    expect((await decide('chen', ponds.id, one.body.id, 'approval')).status).toBe(200)
    expect(await decide('chen', ponds.id, other.body.id, 'approval')).toMatchObject({
      status: 409,
      body: { code: 'not-possible-now' },
    })
    expect(await propose('wu', ponds.id, pond('P-0001'))).toMatchObject({
      status: 422,
      body: { details: { fields: { number: {} } } },
    })
  })
  test('of an enterprise that nobody knows is given to nobody', async () => {
    expect(await propose('lin', tanks.id, tank('无主罐', { owner: 'e-9' }))).toMatchObject({
      status: 422,
      body: { details: { fields: { owner: {} } } },
    })
  })
})

describe('a reader', () => {
  test('promise (registers): whoever is of another county or another enterprise finds, proposes and decides nothing', async () => {
    await settleThem(house.db, {
      ye: ['叶安全', 'enterprise-safety', enterpriseOffice('e-2'), '330802', 'e-2'],
    })
    const entry = await entered('别处罐')
    const { body } = await propose('lin', tanks.id, change('别处罐'), { entry, version: 1 })
    expect((await list('jiang', tanks.id)).total).toBe(0)
    expect((await house.as('jiang', at(tanks.id, `/entries/${entry}`))).status).toBe(404)
    expect((await house.as('jiang', at(tanks.id, '/changes'))).body.items).toEqual([])
    expect((await propose('jiang', tanks.id, change('别处罐'), { entry, version: 1 })).status).toBe(
      404,
    )
    expect((await propose('jiang', tanks.id, tank('别处罐'))).status).toBe(403)
    expect((await decide('jiang', tanks.id, body.id, 'approval')).status).toBe(404)
    const scope = { regions: [], caseRegions: [], owner: 'e-2', person: 'ye' }
    const query = {
      register: tanks.id,
      q: null,
      standing: null,
      region: null,
      today: '2026-03-02',
      dueBy: null,
      after: null,
      limit: 50,
    }
    expect(
      (await withScope(house.deps.connection.pool, scope, (tx) => readEntries(tx, query))).total,
    ).toBe(0)
  })

  test('promise (registers): an enterprise reads of its own entries what is shown to it, and nothing that authorities have only proposed, behind the API neither', async () => {
    const entry = await entered('业主罐', { remark: '内部一' })
    await propose('lin', tanks.id, change('业主罐', { remark: '内部二', reason: '内部三' }), {
      entry,
      version: 1,
    })
    const seen = JSON.stringify((await house.as('qi', at(tanks.id, `/entries/${entry}`))).body)
    expect(seen).toContain('业主罐')
    expect(seen).not.toMatch(/内部|林检查|陈科长|remark/)
    expect((await house.as('qi', at(tanks.id, '/changes'))).body.items).toEqual([])
    expect(JSON.stringify(await list('qi', tanks.id))).not.toMatch(/内部|remark/)
    const scope = { regions: [], caseRegions: [], owner: enterpriseId, person: 'qi' }
    const changes = await withScope(house.deps.connection.pool, scope, (tx) =>
      readEntryChanges(tx, entry),
    )
    expect(changes).toHaveLength(1)
  })

  test('an owner cannot empty what it does not read, and reads why its own wish was refused', async () => {
    const entry = await entered('备注罐', { remark: '保留' })
    const { body } = await propose('qi', tanks.id, change('备注罐'), { entry, version: 1 })
    expect((await decide('chen', tanks.id, body.id, 'approval')).status).toBe(200)
    expect((await house.as('lin', at(tanks.id, `/entries/${entry}`))).body.values).toMatchObject({
      remark: '保留',
      volume: 6,
    })
    const again = await propose('qi', tanks.id, change('备注罐', { volume: 9 }), {
      entry,
      version: 2,
    })
    await decide('chen', tanks.id, again.body.id, 'rejection', '容积不符')
    const [last] = (await house.as('qi', at(tanks.id, `/entries/${entry}`))).body.changes
    expect(last).toMatchObject({
      status: 'rejected',
      by: '戚安全',
      decision: { by: null, reason: '容积不符' },
    })
    expect(
      await propose('qi', tanks.id, { ...change('备注罐'), remark: 'x' }, { entry, version: 2 }),
    ).toMatchObject({ status: 422 })
  })

  test('of an enterprise does not learn that there is a register of the authorities', async () => {
    fits('GET /api/registers', await house.as('lin', '/api/registers'))
    expect(
      (await house.as('qi', '/api/registers')).body.items.map(({ id }: { id: string }) => id),
    ).toEqual([tanks.id])
    expect((await house.as('qi', '/api/me')).body.registers).toEqual([tanks.id])
    for (const path of ['', '/entries', '/changes', '/entries/x'])
      expect((await house.as('qi', at(ponds.id, path))).status).toBe(404)
    expect((await propose('qi', ponds.id, pond('P-0009'))).status).toBe(404)
    expect((await house.as('lin', at('nothing'))).status).toBe(404)
    expect((await house.send('/api/registers')).status).toBe(401)
  })

  test('who is not signed in looks up by the whole number or four signs of a name, and reads what is for everybody', async () => {
    const entry = await entered('公开试验罐', { remark: '内部' })
    const { number } = (await house.as('lin', at(tanks.id, `/entries/${entry}`))).body
    const ask = async (q: string, register = tanks.id) => {
      const answer = await house.send(
        `/api/public/registers/${register}?${new URLSearchParams({ q })}`,
      )
      return { status: answer.status, body: await answer.json() }
    }
    for (const q of [number, '公开试验']) {
      const answer = await ask(q)
      fits('GET /api/public/registers/{register}', answer)
      expect(answer.body.items).toMatchObject([
        { number, name: '公开试验罐', fields: [{ name: 'name' }] },
      ])
    }
    expect((await ask(number.slice(0, -1))).body.items).toEqual([])
    expect((await ask('公开试')).status).toBe(422)
    expect((await ask('P-0001', ponds.id)).status).toBe(404)
    const open = await (await house.send('/api/public/registers')).json()
    expect(open.items.map(({ id }: { id: string }) => id)).toEqual([tanks.id])
  })
})
