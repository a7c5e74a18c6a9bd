// What an administrator puts into the registers: enterprises with accounts, tokens of machines.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { creditCode } from '../../../domain/organisation/credit-code.ts'
import { base, house, reasons, send, today, useEnrollingHouse } from './enrolling-house.ts'

useEnrollingHouse()

describe('an enterprise', () => {
  const code = creditCode('91', '330802', 'MA2DR35K')
  const entry = {
    code,
    name: '衢州青瓷化工有限公司',
    region: '330802',
    industry: '化工',
    address: '柯城区一路1号',
    principal: '陶经理',
    reason: '新办企业',
  }
  const account = {
    username: 'tao.jl',
    name: '陶经理',
    mail: 'tao@qingci.example',
    role: 'enterprise-principal',
    reason: '主要负责人',
  }
  test('promise (start): an enterprise with a true credit code and its people’s accounts are made by a page, each with a link', async () => {
    const wrong = `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`
    expect(
      (await send('fang', '/enterprises', { ...entry, code: wrong })).body.details.fields,
    ).toHaveProperty('code')
    expect((await send('fang', '/enterprises', { ...entry, region: '330881' })).body.code).toBe(
      'not-allowed',
    )
    expect((await send('lin', '/enterprises', entry)).body.code).toBe('not-allowed')
    expect(
      (await send('fang', '/enterprises', { ...entry, code: code.toLowerCase() })).body,
    ).toMatchObject({ code, accounts: [] })
    expect(reasons((await send('shi', '/enterprises', entry)).body)).toContain('已登记')
    expect((await house.as('fang', `${base}/enterprises?q=qzqc`)).body.items).toMatchObject([
      { code, accounts: 0 },
    ])
    house.mails.length = 0
    const { body } = await send('fang', `/enterprises/${code}/accounts`, account)
    expect(body.accounts).toMatchObject([{ username: 'tao.jl', active: true }])
    await expect.poll(() => house.mails.map(({ to }) => to)).toEqual(['tao@qingci.example'])
    const rows = await house.db.execute(sql`SELECT by_name, words FROM registry_changes`)
    expect(rows.rows).toEqual([{ by_name: '方科长', words: '企业 衢州青瓷化工有限公司' }])
  })
})

describe('a token of a machine', () => {
  const wanted = (more = {}) => ({
    name: '市局网关',
    region: '330802',
    scopes: ['cases:read'],
    lastDay: today,
    reason: '接入',
    ...more,
  })
  const reads = async (token: string) =>
    (await house.send('/api/cases', { headers: { authorization: `Bearer ${token}` } })).status
  test('promise (secrecy): a machine’s token is shown once, opens its scope only, expires and is revoked', async () => {
    expect((await send('lin', '/machines', wanted())).body.code).toBe('not-allowed')
    expect((await send('fang', '/machines', wanted({ region: '330881' }))).body.code).toBe(
      'not-allowed',
    )
    expect((await send('fang', '/machines', wanted({ scopes: ['everything'] }))).status).toBe(422)
    for (const lastDay of ['2020-01-01', '2099-01-01'])
      expect((await send('fang', '/machines', wanted({ lastDay }))).status).toBe(422)
    const key = randomUUID()
    const { body } = await send('fang', '/machines', wanted(), key)
    expect((await send('fang', '/machines', wanted(), key)).body.code).toBe('not-possible-now')
    const list = await house.as('fang', `${base}/machines`)
    expect([
      list.body.items.length,
      list.body.items[0].createdBy,
      JSON.stringify(list.body).includes(body.token),
    ]).toEqual([1, '方科长', false])
    expect(
      (await house.db.execute(sql`SELECT * FROM machine_tokens`)).rows.some((row) =>
        JSON.stringify(row).includes(body.token),
      ),
    ).toBe(false)
    expect(await reads(body.token)).toBe(200)
    expect(
      (await house.send('/metrics', { headers: { authorization: `Bearer ${body.token}` } })).status,
    ).not.toBe(500)
    const { id } = body.items[0]
    await house.db.execute(
      sql`UPDATE machine_tokens SET expires_at = now() - interval '1 second' WHERE id = ${id}`,
    )
    expect(await reads(body.token)).toBe(401)
    await house.db.execute(
      sql`UPDATE machine_tokens SET expires_at = now() + interval '1 day' WHERE id = ${id}`,
    )
    expect(await reads(body.token)).toBe(200)
    expect(
      (await send('fang', `/machines/${id}/revocation`, { reason: '停用' })).body.items[0],
    ).toMatchObject({
      state: 'revoked',
      revokedBy: '方科长',
    })
    expect(await reads(body.token)).toBe(401)
  })
})
