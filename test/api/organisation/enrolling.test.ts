// What an administrator puts into the registers: people with posts, enterprises with accounts, tokens of machines; and what needs two of them.
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postProposals } from '../../../db/schema/organisation/founding.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { creditCode } from '../../../domain/organisation/credit-code.ts'
import { standingOffices } from '../../../domain/organisation/offices.ts'
import { type House, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.db.insert(offices).values(standingOffices()).onConflictDoNothing()
  for (const id of ['shi', 'yu', 'sheng'])
    await house.db.execute(
      sql`UPDATE appointments SET role = 'administrator', office = '330800-administration', region = '330800' WHERE person = ${id}`,
    )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
  )
})
afterAll(() => house.close())

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const base = '/api/personnel'
const send = (who: string, path: string, json: unknown, key: string = randomUUID()) =>
  house.as(who, `${base}${path}`, { json, headers: { 'idempotency-key': key } })
const post = (office: string, role: string) => ({ office, role, from: today, until: null })
const person = (username: string, posts: unknown[], more = {}) => ({
  ...{
    username,
    name: '王大力',
    mail: `${username}@city.example`,
    posts,
    reason: '新入职',
    order: '柯应急〔2026〕9号',
  },
  ...more,
})
const reasons = (body: { reasons: { zh: string }[] }) => body.reasons.map(({ zh }) => zh).join('；')
const decide = (who: string, id: string, decision: string) =>
  send(who, `/proposals/${id}/${decision}`, { reason: '同意' })
const waiting = async (who: string, name: string) =>
  (await house.as(who, `${base}/proposals`)).body.items.find(
    (one: { person: { username: string } }) => one.person.username === name,
  )

describe('a new person', () => {
  test('promise (start): an administrator makes a person with posts, who gets a link by mail and can sign in when he has used it', async () => {
    house.mails.length = 0
    const key = randomUUID()
    const texts = person('wang.dl', [
      post('330802-bureau', 'inspector'),
      post('330802-bureau', 'clerk'),
    ])
    const { status, body } = await send('fang', '/people', texts, key)
    expect([
      status,
      body.posts.length,
      body.entered,
      body.history.map(({ act }: { act: string }) => act).sort(),
    ]).toEqual([201, 2, false, ['given', 'given', 'registered']])
    expect((await send('fang', '/people', texts, key)).body.id).toBe(body.id)
    expect(
      reasons(
        (await send('fang', '/people', person('WANG.dl', [post('330802-bureau', 'clerk')]))).body,
      ),
    ).toContain('username')
    expect((await house.as('fang', `${base}/people?q=wdl`)).body.items).toMatchObject([
      { username: 'wang.dl' },
    ])
    await expect.poll(() => house.mails.length).toBeGreaterThan(0)
    const token = /#([\w-]+)/.exec(house.mails[0]?.text ?? '')?.[1]
    expect(house.mails[0]?.to).toBe('wang.dl@city.example')
    expect(
      (
        await house.send('/api/session', {
          json: { username: 'wang.dl', password: 'Weihe-River-7' },
        })
      ).status,
    ).toBe(401)
    expect(
      (await house.send('/api/access/password', { json: { token, password: 'Weihe-River-7' } }))
        .status,
    ).toBe(200)
    const me = await (
      await house.send('/api/session', { json: { username: 'wang.dl', password: 'Weihe-River-7' } })
    ).json()
    expect(me).toMatchObject({
      name: '王大力',
      appointments: [{ role: 'clerk' }, { role: 'inspector' }],
    })
    const again = await send('fang', `/people/${body.id}/link`, { reason: '链接过期' })
    expect([again.body.entered, again.body.history[0].act]).toEqual([true, 'link'])
  })
  test('nobody else makes one, and nobody outside his regions', async () => {
    for (const who of ['lin', 'gao', 'qi'])
      expect(
        (await send(who, '/people', person('nobody', [post('330802-bureau', 'clerk')]))).body.code,
      ).toBe('not-allowed')
    expect(
      (await send('fang', '/people', person('nobody', [post('330881-bureau', 'clerk')]))).body.code,
    ).toBe('not-allowed')
    expect(
      (
        await send(
          'fang',
          '/people',
          person('nobody', [post('330800-administration', 'administrator')]),
        )
      ).body.code,
    ).toBe('not-allowed')
    expect((await send('fang', '/people', person('nobody', []))).status).toBe(422)
    expect(
      (
        await send(
          'fang',
          '/people',
          person('nobody', [post('330802-bureau', 'clerk')], { mail: 'nowhere' }),
        )
      ).status,
    ).toBe(422)
    expect(
      (await house.db.execute(sql`SELECT 1 FROM persons WHERE username = 'nobody'`)).rows,
    ).toEqual([])
  })
})

describe('posts of two', () => {
  test('promise (secrecy): a leader’s, a legal reviewer’s or an administrator’s post counts only when a second administrator has approved it', async () => {
    for (const [username, office, role] of [
      ['ma.ju', '330802-bureau', 'leader'],
      ['fa.gui', '330802-bureau', 'legal-reviewer'],
      ['xin.guan', '330800-administration', 'administrator'],
    ] as const) {
      const made = await send('shi', '/people', person(username, [post(office, role)]))
      expect(
        [made.status, made.body.posts, made.body.waiting.length],
        JSON.stringify(made.body),
      ).toEqual([201, [], 1])
      const one = await waiting('yu', username)
      expect([one.mayApprove, one.proposedBy, (await waiting('shi', username)).mayApprove]).toEqual(
        [true, '市领导', false],
      )
      expect(reasons((await decide('shi', one.id, 'approval')).body)).toContain('另一名管理员')
      expect((await decide('lin', one.id, 'approval')).body.code).toBe('not-allowed')
      if (role === 'administrator')
        expect((await decide('fang', one.id, 'approval')).body.code).toBe('not-found')
      expect((await decide('yu', one.id, 'approval')).status).toBe(200)
      expect((await decide('sheng', one.id, 'approval')).body.code).toBe('not-possible-now')
      const { body } = await house.as('yu', `${base}/people/${made.body.id}`)
      expect([body.posts[0].role, body.posts[0].appointedBy.name, body.waiting]).toEqual([
        role,
        '市领导（提议）、余督办（批准）',
        [],
      ])
    }
  })
  test('whom it is for does not approve it; a rejected one gives nothing; the database refuses one’s own approval by itself', async () => {
    await send('shi', '/people/yu/appointments', {
      ...post('330802-bureau', 'leader'),
      reason: '兼任',
    })
    const one = await waiting('sheng', 'yu')
    expect((await decide('yu', one.id, 'approval')).body.code).toBe('not-allowed')
    expect(
      reasons(
        (
          await send('shi', '/people/yu/appointments', {
            ...post('330802-bureau', 'leader'),
            reason: '兼任',
          })
        ).body,
      ),
    ).toContain('等待批准')
    const [row] = await house.db.select().from(postProposals).where(eq(postProposals.id, one.id))
    const own = sql`INSERT INTO post_decisions (proposal, proposed_by, person, decision, by, by_name, at, reason)
      VALUES (${row?.id}, ${row?.proposedBy}, ${row?.person}, 'approved', ${row?.proposedBy}, 'x', now(), 'x')`
    await expect(house.db.execute(own)).rejects.toThrow()
    expect((await decide('sheng', one.id, 'rejection')).status).toBe(200)
    expect((await house.as('yu', '/api/me')).body.appointments).toHaveLength(1)
  })
  test('no sequence of acts of one administrator reaches a post of two', async () => {
    const acts = fc.array(
      fc.constantFrom('propose', 'approval', 'withdrawal', 'disabling', 'enabling'),
      { minLength: 2, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        for (const one of sequence) {
          const open = await waiting('sheng', 'wu')
          if (one === 'propose')
            await send('sheng', '/people/wu/appointments', {
              ...post('330802-bureau', 'leader'),
              reason: '拟任',
            })
          else if (one === 'disabling' || one === 'enabling')
            await send('sheng', `/people/wu/${one}`, {
              reason: '核对',
              ...(one === 'disabling' ? { knowingly: true } : {}),
            })
          else if (open) await decide('sheng', open.id, one)
        }
        const held = await house.db.execute(
          sql`SELECT 1 FROM appointments WHERE person = 'wu' AND role = 'leader'`,
        )
        expect(held.rows).toEqual([])
      }),
      { numRuns: 5 },
    )
  })
})

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
