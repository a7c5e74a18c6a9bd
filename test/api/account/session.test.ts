import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../../api/http/accounts.ts'
import { type House, openHouse, password } from '../house.ts'

let house: House
let proxied: House
beforeAll(async () => {
  house = await openHouse()
  proxied = await openHouse({ behindProxy: true })
})
afterAll(() => Promise.all([house.close(), proxied.close()]))

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

const attempt = (username: string, word: string, headers: Record<string, string> = {}) =>
  house.send('/api/session', { json: { username, password: word }, headers })
const codeOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { code: string }).code,
]

test('passwords are kept as OWASP asks: Argon2id, 19 MiB, two passes', async () => {
  expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

describe('signing in', () => {
  test('answers who one is and sets a cookie that no script can read', async () => {
    const answer = await attempt('Lin', password)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      id: 'lin',
      username: 'lin',
      enterprise: null,
      appointments: [{ region: '330802', role: 'inspector', regionName: { zh: '柯城区' } }],
      starts: ['hazard-rectification'],
      counts: { todo: 0, pool: 0, done: 0, mine: 0, cc: 0 },
      laboratory: true,
    })
    expect(answer.headers.get('set-cookie')).toMatch(/anjian\.session_token=[^;]+;.*HttpOnly/i)
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/i)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
  test('a wrong password and an unknown name get the same answer', async () => {
    expect(await codeOf(await attempt('wu', 'wrong'))).toEqual([401, 'wrong-credentials'])
    expect(await codeOf(await attempt('nobody', 'wrong'))).toEqual([401, 'wrong-credentials'])
  })
  test('nonsense gets a problem that names the field', async () => {
    const answer = await house.send('/api/session', { json: { username: '' } })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.json()).toMatchObject({
      code: 'invalid-input',
      details: { fields: { username: {}, password: {} } },
    })
  })
  test('broken JSON and a form instead of JSON are refused', async () => {
    const type = (value: string) => ({ 'content-type': value })
    expect(
      await codeOf(
        await house.send('/api/session', {
          body: '{"username":',
          headers: type('application/json'),
        }),
      ),
    ).toEqual([400, 'invalid-json'])
    expect(
      await codeOf(
        await house.send('/api/session', {
          body: 'username=lin',
          headers: type('application/x-www-form-urlencoded'),
        }),
      ),
    ).toEqual([400, 'invalid-json'])
    expect(
      await codeOf(await house.send('/api/session', { body: '{}', headers: type('text/plain') })),
    ).toEqual([400, 'invalid-json'])
  })
  test('a session is prolonged by a request an hour after its beginning, and not before; one that was ended, or signed by somebody else, is none', async () => {
    const [cookie = ''] = cookiesOf(await attempt('zhou', password)).split('; ')
    const me = (sent = cookie) => house.send('/api/me', { headers: { cookie: sent } })
    const leftHours = async () =>
      (
        await house.db.execute<{ left: number }>(
          sql`SELECT extract(epoch FROM expires_at - now())::float8 / 3600 AS left FROM session WHERE user_id = 'zhou'`,
        )
      ).rows[0]?.left ?? 0
    const first = await me()
    expect([first.status, first.headers.has('set-cookie')]).toEqual([200, false])
    await house.db.execute(
      sql`UPDATE session SET expires_at = now() + interval '10 hours 59 minutes' WHERE user_id = 'zhou'`,
    )
    const later = await me()
    expect([later.status, cookiesOf(later)]).toEqual([200, cookie])
    expect(await leftHours()).toBeGreaterThan(11.9)
    const [name, value = ''] = cookie.split('=')
    expect((await me(`${name}=${value.replace(/%3D$/, 'A%3D')}`)).status).toBe(401)
    expect(
      (await me(`${name}=${value.replace(/^./, (one) => (one === 'x' ? 'y' : 'x'))}`)).status,
    ).toBe(401)
    await house.db.execute(
      sql`UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = 'zhou'`,
    )
    expect((await me()).status).toBe(401)
    expect((await me(cookiesOf(await attempt('zhou', password)))).status).toBe(200)
    await house.db.execute(sql`DELETE FROM session WHERE user_id = 'zhou'`)
    expect((await me()).status).toBe(401)
  })
  test('signing out ends the session', async () => {
    const signedIn = await attempt('zhou', password)
    const cookie = cookiesOf(signedIn)
    expect((await house.send('/api/me', { headers: { cookie } })).status).toBe(200)
    expect(
      (await house.send('/api/session', { method: 'DELETE', headers: { cookie } })).status,
    ).toBe(204)
    expect(await codeOf(await house.send('/api/me', { headers: { cookie } }))).toEqual([
      401,
      'unauthenticated',
    ])
  })
  test('a person who has left, or whose appointment has ended, is nobody', async () => {
    expect((await house.as('fang', '/api/me')).status).toBe(200)
    await house.db.execute(
      sql`UPDATE appointments SET until = now() - interval '1 day' WHERE person = 'fang'`,
    )
    expect((await house.as('fang', '/api/me')).body.appointments).toEqual([])
    await house.db.execute(sql`UPDATE persons SET active = false WHERE id = 'fang'`)
    expect((await house.as('fang', '/api/me')).status).toBe(401)
  })
})

describe('guessing passwords', () => {
  test('promise (secrecy): ten wrong tries from one address keep nobody out at another, and never the right password from a known device', async () => {
    const from = (address: string, word: string, cookie = '') =>
      proxied.send('/api/session', {
        json: { username: 'gao', password: word },
        headers: { 'x-forwarded-for': address, cookie },
      })
    const known = cookiesOf(await from('10.0.0.1', password))
    const guesses = await Promise.all(Array.from({ length: 10 }, () => from('10.0.0.1', 'guess')))
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5)
    const held = await from('10.0.0.1', password)
    expect(held.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await codeOf(held)).toEqual([429, 'sign-in-held'])
    expect((await from('10.0.0.2', password)).status).toBe(200)
    for (let n = 0; n < 12; n += 1)
      expect((await from('10.0.0.1', 'forgotten', known)).status).toBe(401)
    expect((await from('10.0.0.1', password, known)).status).toBe(200)
  })
  test('the mark of a known device is signed, is for one name, and is known no longer after thirty failures', async () => {
    const from = (username: string, word: string, cookie: string) =>
      proxied.send('/api/session', {
        json: { username, password: word },
        headers: { 'x-forwarded-for': '10.1.0.1', cookie },
      })
    /** However slow the machine was with the tries before. */
    const stillHeld = () =>
      proxied.db.execute(
        sql`UPDATE sign_in_attempts SET held_until = now() + interval '1 minute' WHERE place = 'address 10.1.0.1'`,
      )
    const known = cookiesOf(await from('wu', password, ''))
    for (const cookie of [
      known.replace(/[0-9a-f]{8}(?=;|$)/, '00000000'),
      known.replaceAll('anjian.device.', 'anjian.device.0'),
    ]) {
      for (let n = 0; n < 5; n += 1) await from('wu', 'guess', cookie)
      await stillHeld()
      expect((await from('wu', 'guess', cookie)).status).toBe(429)
    }
    for (let n = 0; n < 30; n += 1) expect((await from('wu', 'guess', known)).status).toBe(401)
    await stillHeld()
    expect((await from('wu', password, known)).status).toBe(429)
  })
  test('promise (secrecy): a disabled account gets no cookie, not even with the right password', async () => {
    await house.db.execute(sql`UPDATE persons SET active = false WHERE id = 'hao'`)
    const answer = await attempt('hao', password)
    expect(await codeOf(answer)).toEqual([401, 'wrong-credentials'])
    expect(answer.headers.getSetCookie()).toEqual([])
    const { rows } = await house.db.execute(sql`SELECT 1 FROM session WHERE user_id = 'hao'`)
    expect(rows).toEqual([])
  })
  test('one address has so many attempts a minute, whatever the names', async () => {
    const strict = await openHouse({ signInsPerMinute: 3, behindProxy: true })
    const from = (address: string, username: string) =>
      strict.send('/api/session', {
        json: { username, password: 'guess' },
        headers: { 'x-forwarded-for': `9.9.9.9, ${address}` },
      })
    const statuses: number[] = []
    // The minute may end in between: then three more are let in.
    for (let nth = 0; nth < 7 && !statuses.includes(429); nth += 1)
      statuses.push((await from('10.0.0.1', `a${nth}`)).status)
    expect([statuses.slice(0, 3), statuses.at(-1)]).toEqual([[401, 401, 401], 429])
    expect((await from('10.0.0.2', 'e')).status).toBe(401)
    await strict.close()
  })
})

describe('requests from elsewhere', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister domain', { 'sec-fetch-site': 'same-site' }],
  ])('%s cannot write', async (_, headers) => {
    expect(await codeOf(await attempt('yu', password, headers as Record<string, string>))).toEqual([
      403,
      'cross-site',
    ])
  })
  test('our own pages can', async () => {
    expect(
      (
        await attempt('yu', password, {
          origin: 'http://localhost:8300',
          'sec-fetch-site': 'same-origin',
        })
      ).status,
    ).toBe(200)
  })
  test('every answer carries the strict headers, refusals too', async () => {
    for (const path of ['/api/me', '/healthz', '/nowhere.txt']) {
      const { headers } = await house.send(path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
  })
})
