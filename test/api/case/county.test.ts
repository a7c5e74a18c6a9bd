// A case of one county, before people of another, of another enterprise, and of nobody.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { appointments, enterprises, persons } from '../../../db/schema/organisation/organisation.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { type House, hazard, openHouse, password } from '../house.ts'

let house: House
let id: string
let number: string
let photo: string
let plan: string

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const upload = async (who: string, name: string): Promise<string> => {
  const body = new FormData()
  body.set('file', new File([png], name))
  return (await house.as(who, '/api/files', { method: 'POST', body })).body.id
}
const act = (who: string, type: string, data: Record<string, unknown> = {}, of = id) =>
  house.as(who, `/api/cases/${of}/acts`, { json: { type, data } })

/** A second enterprise in the same county, with one person, `rao`. */
const neighbour = async (): Promise<void> => {
  const known = {
    id: 'e-2',
    code: '91330802MA00000001',
    name: '柯城邻家机械有限公司',
    pinyin: 'kcljjx',
    region: '330802' as const,
  }
  await house.db
    .insert(enterprises)
    .values({ ...known, industry: '机械', address: '试验路2号', principal: '饶总' })
  await house.db.insert(persons).values({
    id: 'rao',
    username: 'rao',
    name: '饶总',
    pinyin: 'rz',
    mail: 'rao@anjian.example',
    enterprise: 'e-2',
    active: true,
  })
  const post = {
    office: 'enterprise:e-2',
    role: 'enterprise-principal' as const,
    region: '330802' as const,
  }
  await house.db
    .insert(appointments)
    .values({ person: 'rao', ...post, since: '2004-01-01T00:00:00.000Z', until: null })
  await saveAccount(house.db, {
    id: 'rao',
    username: 'rao',
    name: '饶总',
    passwordHash: await quickHash(password),
  })
}

beforeAll(async () => {
  house = await openHouse()
  await neighbour()
  photo = await upload('qi', '现场.png')
  const started = await house.as('qi', '/api/cases/hazard-rectification', {
    json: { data: hazard({ photos: [photo] }) },
  })
  id = started.body.id
  number = (await house.as('lin', `/api/cases/${id}`)).body.number
  plan = await upload('lin', '核实.png')
  for (const who of ['lin', 'wu'])
    await act(who, 'verify', { grade: 'general', findings: '属实', photos: [plan] })
})
afterAll(() => house.close())

const strangers = ['jiang', 'rao'] as const

describe.each(strangers)('%s, whose case it is not', (who) => {
  test('cannot read it or guess it by its id: the answer is that of a case that is none', async () => {
    const nothing = (await house.as(who, `/api/cases/${randomUUID()}`)).body
    for (const path of ['', '/timeline', '?minRevision=1', '/chain'].map(
      (rest) => `/api/cases/${id}${rest}`,
    )) {
      const { status, body } = await house.as(who, path)
      if (who === 'rao' && path.endsWith('/chain')) expect(status).toBe(403)
      else
        expect([status, { ...body, instance: '' }], path).toEqual([
          404,
          { ...nothing, instance: '' },
        ])
    }
  })
  test('cannot list or find it by number, title, enterprise or initials', async () => {
    const words = [number, hazard().title, '试验化工', 'qzsyhg', '91330802MA00000000', id]
    const lists = [
      '/api/cases?limit=200',
      '/api/cases?status=open',
      '/api/cases?process=hazard-rectification',
    ]
    const boxes = ['todo', 'pool', 'done', 'mine', 'cc'].map(
      (box) => `/api/inbox?box=${box}&limit=200`,
    )
    for (const path of [
      ...lists,
      ...boxes,
      ...words.map((q) => `/api/cases?q=${encodeURIComponent(q)}`),
    ]) {
      expect((await house.as(who, path)).body, path).toMatchObject({
        items: [],
        total: 0,
        revision: 0,
      })
    }
    expect((await house.as(who, '/api/me')).body.counts).toEqual({
      todo: 0,
      pool: 0,
      done: 0,
      mine: 0,
      cc: 0,
    })
  })
  test('cannot find it from a place in the list of somebody who may', async () => {
    const place = Buffer.from(JSON.stringify(['2100-01-01T00:00:00.000Z', 'z'])).toString(
      'base64url',
    )
    expect((await house.as(who, `/api/cases?cursor=${place}`)).body.items).toEqual([])
  })
  test('cannot open its files, nor use them for a case of his own', async () => {
    for (const file of [photo, plan])
      expect((await house.as(who, `/api/files/${file}`)).status).toBe(404)
    const own = await house.as(who, '/api/cases/hazard-rectification', {
      json: { data: hazard({ photos: [photo] }) },
    })
    expect(own.status).toBe(422)
  })
  test('cannot act on it, whatever the act, and cannot tell from the refusal that it is there', async () => {
    const before = (await house.as('lin', `/api/cases/${id}`)).body.revision
    for (const type of [
      'verify',
      'issue-order',
      'claim',
      'urge',
      'copy',
      'reopen',
      'withdraw',
      'teleport',
      'request-correction',
    ]) {
      const { status, body } = await act(who, type, { reason: 'x' })
      expect([status, body.code], type).toEqual([404, 'not-found'])
    }
    expect((await house.as('lin', `/api/cases/${id}`)).body.revision).toBe(before)
  })
  test('does not learn who works on it, nor anything of its enterprise', async () => {
    for (const verb of ['transfer', 'copy'])
      expect((await house.as(who, `/api/people?case=${id}&verb=${verb}`)).status).toBe(404)
    expect(JSON.stringify((await house.as(who, '/api/enterprises?q=qzsyhg')).body)).not.toContain(
      '试验化工',
    )
  })
})

describe('its own enterprise', () => {
  test('reads what it wrote and what is meant for it, but not the pictures of the inspectors', async () => {
    expect((await house.as('mao', `/api/cases/${id}`)).status).toBe(200)
    expect(
      (await house.send(`/api/files/${photo}`, { headers: { cookie: await house.signIn('mao') } }))
        .status,
    ).toBe(200)
    expect((await house.as('mao', `/api/files/${plan}`)).status).toBe(404)
    expect(
      (await house.send(`/api/files/${plan}`, { headers: { cookie: await house.signIn('chen') } }))
        .status,
    ).toBe(200)
  })
  test('does not reach what only officials do', async () => {
    expect((await house.as('mao', `/api/cases/${id}/chain`)).status).toBe(403)
    expect((await house.as('mao', '/api/health')).status).toBe(403)
    expect((await house.as('mao', '/api/clock', { json: { advance: 'P1D' } })).status).toBe(403)
    expect((await house.as('mao', `/api/people?case=${id}&verb=copy`)).body.items).toEqual([])
  })
})

describe('nobody', () => {
  const codeWith = async (headers: Record<string, string>): Promise<unknown[]> => {
    const answers = await Promise.all(
      [
        `/api/cases/${id}`,
        '/api/inbox',
        '/api/live',
        `/api/files/${photo}`,
        '/api/calendars',
        '/api/processes/hazard-rectification',
      ].map((path) => house.send(path, { headers })),
    )
    expect(
      answers.every((one) =>
        one.headers.get('content-type')?.startsWith('application/problem+json'),
      ),
    ).toBe(true)
    return [
      ...new Set(
        await Promise.all(
          answers.map(
            async (one) => `${one.status} ${((await one.json()) as { code: string }).code}`,
          ),
        ),
      ),
    ]
  }
  const none = ['401 unauthenticated']

  test('without a session, with an invented, a foreign or a changed one', async () => {
    const cookie = await house.signIn('lin')
    const [name = '', value = ''] = (cookie.split('; ')[0] ?? '').split(/=(.*)/s)
    expect(await codeWith({})).toEqual(none)
    expect(await codeWith({ cookie: `${name}=invented` })).toEqual(none)
    expect(await codeWith({ cookie: `${name}=${value.slice(0, -6)}AAAAAA` })).toEqual(none)
    expect(await codeWith({ cookie: `${name}=${'A'.repeat(6_000)}` })).toEqual(none)
    expect(await codeWith({ cookie: `${name}=%00%ff; __proto__=x` })).toEqual(none)
    const elsewhere = await openHouse()
    expect(await codeWith({ cookie: await elsewhere.signIn('lin') })).toEqual(none)
    await elsewhere.close()
  })
  test('with a session that has run out', async () => {
    const cookie = await house.signIn('zhou')
    expect((await house.send('/api/me', { headers: { cookie } })).status).toBe(200)
    await house.db.execute(
      sql`UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = 'zhou'`,
    )
    expect(await codeWith({ cookie })).toEqual(none)
  })
  test.each([
    'Bearer',
    'Bearer short',
    `Bearer ${'x'.repeat(600)}`,
    'Bearer of-a-token-that-nobody-has-issued',
    'Basic bGluOng=',
    'Bearer \u00e4\u00f6\u00fc-not-a-token',
  ])('with the authorization %.40s, even beside a good cookie', async (authorization) => {
    expect(await codeWith({ authorization, cookie: await house.signIn('lin') })).toEqual(none)
  })
})

describe('who comes too late', () => {
  test('learns what changed although he was judged in time', async () => {
    const engine = house.deps.cases
    const { give } = engine
    const seen = (await house.as('wu', `/api/cases/${id}`)).body.material
    const order = (who: string, match: Record<string, string>) =>
      house.as(who, `/api/cases/${id}/acts`, {
        json: { type: 'issue-order', data: { dueDate: '2099-01-01', requirements: who } },
        headers: match,
      })
    await house.clock.setNow('2098-06-01T01:00:00.000Z')
    engine.give = async (...command) => {
      engine.give = give
      expect((await order('lin', {})).status).toBe(200)
      return give(...command)
    }
    const late = await order('wu', { 'if-match': String(seen) })
    expect([late.status, late.body.code]).toEqual([409, 'stale-revision'])
    expect(late.body.details.changes.map(({ type }: { type: string }) => type)).toContain(
      'issue-order',
    )
  })
})
