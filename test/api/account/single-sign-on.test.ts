import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../house.ts'

let house: House
let provider: Server
let username = 'lin'
let subject = 'subject-1'

/** A provider that lets everybody in and calls him as the test says. */
const openProvider = async (): Promise<string> => {
  provider = createServer((request, response) => {
    const answer = request.url?.startsWith('/token')
      ? { access_token: 'at', token_type: 'Bearer', expires_in: 300 }
      : { sub: subject, preferred_username: username, name: username }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
}

beforeAll(async () => {
  house = await openHouse(
    { singleSignOn: true },
    { issuer: await openProvider(), clientId: 'anjian', clientSecret: 'secret' },
  )
})
afterAll(async () => {
  await house.close()
  provider.close()
})

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

/** To the provider and back, as a browser goes. */
const comeIn = async (): Promise<Response> => {
  const leaving = await house.send('/api/session/oidc')
  expect(leaving.status).toBe(302)
  const there = new URL(leaving.headers.get('location') ?? '')
  expect(there.searchParams.get('code_challenge_method')).toBe('S256')
  const back = `/api/auth/callback/oidc?code=c&state=${there.searchParams.get('state')}`
  return house.send(back, { headers: { cookie: cookiesOf(leaving) } })
}

/** As the page of one's own settings does it: signed in here, and then there. */
const link = async (who: string): Promise<Response> => {
  const cookie = await house.signIn(who)
  const leaving = await house.send('/api/session/oidc/link', {
    method: 'POST',
    headers: { cookie },
  })
  expect(leaving.status).toBe(200)
  const { url } = (await leaving.json()) as { url: string }
  const back = `/api/auth/callback/oidc?code=c&state=${new URL(url).searchParams.get('state')}`
  return house.send(back, { headers: { cookie: `${cookie}; ${cookiesOf(leaving)}` } })
}
const meAfter = async (answer: Response) =>
  house.send('/api/me', { headers: { cookie: cookiesOf(answer) } })

test('promise (secrecy): a name that anybody can change at the single sign-on opens nothing; only the subject its owner has tied does', async () => {
  expect((await meAfter(await comeIn())).status).toBe(401)
  expect((await house.as('lin', '/api/session/oidc')).status).toBe(302)
  expect((await house.as('lin', '/api/session/oidc/link')).body).toEqual({
    available: true,
    since: null,
  })
  expect((await link('lin')).headers.get('location')).toBe('/me')
  expect((await house.as('lin', '/api/session/oidc/link')).body.since).toMatch(/^\d{4}-/)
  username = 'shi'
  expect(await (await meAfter(await comeIn())).json()).toMatchObject({ id: 'lin' })
  subject = 'subject-2'
  username = 'lin'
  expect((await meAfter(await comeIn())).status).toBe(401)
})

test('one subject is one person, and he may untie it', async () => {
  subject = 'subject-1'
  expect((await link('wu')).headers.get('location')).toContain('error=')
  expect((await house.as('wu', '/api/session/oidc/link')).body.since).toBeNull()
  expect((await house.as('lin', '/api/session/oidc/link', { method: 'DELETE' })).status).toBe(204)
  expect((await meAfter(await comeIn())).status).toBe(401)
  expect((await link('wu')).headers.get('location')).toBe('/me')
})

test('somebody without an account here, or whose account is disabled, stays outside', async () => {
  subject = ''
  expect((await meAfter(await comeIn())).status).toBe(401)
  subject = 'subject-1'
  const sessions = async () =>
    (await house.db.execute(sql`SELECT id FROM session WHERE user_id = 'wu'`)).rows.length
  const before = await sessions()
  await house.db.execute(sql`UPDATE persons SET active = false WHERE id = 'wu'`)
  const answer = await comeIn()
  expect([answer.status, answer.headers.get('location')]).toEqual([
    302,
    expect.stringContaining('/sign-in'),
  ])
  expect((await meAfter(answer)).status).toBe(401)
  expect(await sessions()).toBe(before)
})

test('the sign-in page is told that there is this way', async () => {
  expect(await (await house.send('/api/session/ways')).json()).toEqual({ singleSignOn: true })
})

test('nothing else of the library is reachable', async () => {
  for (const path of [
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/update-user',
  ]) {
    const answer = await house.send(path, {
      json: { email: 'a@b.cn', password: 'Correct-horse-9', name: 'x' },
    })
    expect(answer.status).toBe(401)
  }
})

test('without a provider there is no way there', async () => {
  const plain = await openHouse()
  expect((await plain.send('/api/session/oidc')).status).toBe(404)
  expect(await (await plain.send('/api/session/ways')).json()).toEqual({ singleSignOn: false })
  await plain.close()
})
