// Do two people change a register, each once, on what they have seen, and is every change kept?
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { registerChanges, registerDecisions } from '../../db/schema/registers/registers.ts'
import { fits } from '../api/http/fits.ts'
import { enterpriseId } from '../support/people/people.ts'
import { at, change, day, ownTank, tank } from './keeping.ts'
import { decide, entered, house, list, propose, useRegistersHouse } from './registers-house.ts'
import { tanks } from './toys.ts'

useRegistersHouse()

describe('two people', () => {
  test('promise (registers): nobody confirms a change that he has proposed himself, not even past the API', async () => {
    const { body } = await propose('chen', tanks.id, tank('自提罐'))
    expect(await decide('chen', tanks.id, body.id, 'approval')).toMatchObject({ status: 403 })
    expect(await decide('chen', tanks.id, body.id, 'rejection', 'x')).toMatchObject({ status: 403 })
    expect(await decide('lin', tanks.id, body.id, 'approval')).toMatchObject({ status: 403 })
    const row = {
      change: body.id,
      request: 'r',
      bodyHash: 'h',
      entry: body.entry,
      region: '330802' as const,
      owner: enterpriseId,
    }
    const decision = {
      ...row,
      byOwner: false,
      proposedBy: 'chen',
      by: 'chen',
      byName: '陈',
      at: `${day}T01:00:00.000Z`,
      reason: '',
    }
    await expect(
      house.db.insert(registerDecisions).values({ ...decision, decision: 'approved', version: 1 }),
    ).rejects.toThrow()
    await expect(
      house.db
        .insert(registerDecisions)
        .values({ ...decision, proposedBy: 'lin', decision: 'approved', version: 1 }),
    ).rejects.toThrow()
    expect(await decide('fang', tanks.id, body.id, 'approval')).toMatchObject({
      status: 200,
      body: { entry: body.entry },
    })
    expect(await decide('fang', tanks.id, body.id, 'approval')).toMatchObject({
      status: 409,
      body: { code: 'not-possible-now' },
    })
  })

  test('a change is refused with a reason, or withdrawn by whoever proposed it, and nothing stands of it', async () => {
    const [one, other] = [
      await propose('qi', tanks.id, ownTank('拒罐')),
      await propose('qi', tanks.id, ownTank('撤罐')),
    ]
    expect(await decide('chen', tanks.id, one.body.id, 'rejection')).toMatchObject({
      status: 422,
      body: { details: { fields: { reason: {} } } },
    })
    expect((await decide('chen', tanks.id, one.body.id, 'rejection', '材料不全')).status).toBe(200)
    expect((await decide('chen', tanks.id, other.body.id, 'withdrawal')).status).toBe(403)
    expect((await decide('qi', tanks.id, other.body.id, 'withdrawal')).status).toBe(200)
    expect(
      (await list('lin', tanks.id, 'q=罐')).items.map(({ name }: { name: string }) => name),
    ).toEqual(['自提罐'])
    expect((await house.as('chen', at(tanks.id, '/changes'))).body.items).toEqual([])
  })

  test('of several who confirm at once one does, and the entry stands once', async () => {
    const { body } = await propose('lin', tanks.id, tank('同时罐'))
    const answers = await Promise.all(
      ['chen', 'fang', 'chen', 'fang'].map((who) => decide(who, tanks.id, body.id, 'approval')),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await list('lin', tanks.id, 'q=同时罐')).total).toBe(1)
  })
})

describe('the same request', () => {
  test('promise (registers): a change sent twice under one key is proposed once and decided once; other content under it is refused', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => propose('lin', tanks.id, tank('重复罐'), { key: 'one' })),
    )
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    expect(twice[0]!.body).toEqual(twice[1]!.body)
    expect(await propose('lin', tanks.id, tank('别的罐'), { key: 'one' })).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    })
    const { id } = twice[0]!.body
    const decided = await Promise.all(
      [1, 2].map(() => decide('chen', tanks.id, id, 'approval', '', 'two')),
    )
    expect(decided.map(({ status }) => status)).toEqual([200, 200])
    expect(await decide('chen', tanks.id, id, 'approval', '改', 'two')).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    })
    const other = await propose('lin', tanks.id, tank('另一罐'))
    expect(await decide('chen', tanks.id, other.body.id, 'approval', '', 'two')).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    })
    expect((await list('lin', tanks.id, 'q=重复罐')).total).toBe(1)
  })
})

describe('a version', () => {
  test('promise (registers): a change of an entry that has become another since is refused, when it is proposed and when it is confirmed', async () => {
    const entry = await entered('版本罐')
    const first = await propose('lin', tanks.id, change('版本罐', { volume: 7 }), {
      entry,
      version: 1,
    })
    // The API lets one wait at a time: a second that saw the same version is written past it.
    const [row] = await house.db
      .select()
      .from(registerChanges)
      .where(eq(registerChanges.id, first.body.id))
    const second = { ...row!, id: 'second', data: { ...row!.data, volume: 8 }, proposedBy: 'wu' }
    await house.db.insert(registerChanges).values(second)
    expect((await decide('chen', tanks.id, first.body.id, 'approval')).status).toBe(200)
    const stale = { status: 409, body: { code: 'stale-revision', details: { revision: 2 } } }
    expect(await decide('chen', tanks.id, second.id, 'approval')).toMatchObject(stale)
    expect(await propose('lin', tanks.id, change('版本罐'), { entry, version: 1 })).toMatchObject(
      stale,
    )
    expect((await decide('chen', tanks.id, second.id, 'rejection', '已变更')).status).toBe(200)
    const { body } = await house.as('lin', at(tanks.id, `/entries/${entry}`))
    fits('GET /api/registers/{register}/entries/{id}', { status: 200, body })
    expect(body).toMatchObject({ version: 2, values: { volume: 7 } })
    expect(
      body.changes
        .map(({ status, said }: { status: string; said: unknown[] }) => [status, said.length])
        .sort(),
    ).toEqual([
      ['approved', 1],
      ['approved', 2],
      ['rejected', 1],
    ])
  })

  test('promise (registers): what was proposed and decided is never altered, no entry goes, and none gets another number', async () => {
    const entry = await entered('不变罐')
    const alter = [
      sql`UPDATE register_changes SET reason = 'x'`,
      sql`DELETE FROM register_changes`,
      sql`UPDATE register_decisions SET by = 'x'`,
      sql`TRUNCATE register_decisions`,
      sql`DELETE FROM register_entries WHERE id = ${entry}`,
      sql`UPDATE register_entries SET number = 'x', version = version + 1 WHERE id = ${entry}`,
      sql`UPDATE register_entries SET data = '{}' WHERE id = ${entry}`,
    ]
    for (const one of alter) await expect(house.db.execute(one)).rejects.toThrow()
  })

  test('a day that has not come, or lies before the last change, is refused at its field', async () => {
    const entry = await entered('日期罐')
    for (const from of ['2026-03-03', '2026-03-01']) {
      const answer = await propose('lin', tanks.id, change('日期罐', { from }), {
        entry,
        version: 1,
      })
      expect(answer).toMatchObject({ status: 422, body: { details: { fields: { from: {} } } } })
    }
  })
})

test('every change of an entry is kept, with who proposed it', async () => {
  const rows = await house.db.select({ by: registerChanges.proposedBy }).from(registerChanges)
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['lin', 'wu', 'chen', 'qi']))
})
