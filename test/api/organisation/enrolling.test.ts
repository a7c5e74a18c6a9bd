// What an administrator puts into the registers: people with posts; and what needs two of them.
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { postProposals } from '../../../db/schema/organisation/founding.ts'
import { base, house, reasons, send, today, useEnrollingHouse } from './enrolling-house.ts'

useEnrollingHouse()

const post = (office: string, role: string) => ({ office, role, from: today, until: null })
const person = (username: string, posts: unknown[], more = {}) => ({
  username,
  name: '王大力',
  mail: `${username}@city.example`,
  posts,
  reason: '新入职',
  order: '柯应急〔2026〕9号',
  ...more,
})

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
