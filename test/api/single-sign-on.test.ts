import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
let provider: Server
let username = 'lin'

/** A provider that lets everybody in and calls him as the test says. */
const openProvider = async (): Promise<string> => {
  provider = createServer((request, response) => {
    const answer = request.url?.startsWith('/token')
      ? { access_token: 'at', token_type: 'Bearer', expires_in: 300 }
      : { sub: `subject-of-${username}`, preferred_username: username, name: username }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
}

beforeAll(async () => {
  house = await openHouse({ singleSignOn: true }, { issuer: await openProvider(), clientId: 'anjian', clientSecret: 'secret' })
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

test('somebody whom the provider knows is the person with that user name', async () => {
  const answer = await comeIn()
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/'])
  const me = await house.send('/api/me', { headers: { cookie: cookiesOf(answer) } })
  expect(await me.json()).toMatchObject({ id: 'lin', username: 'lin' })
})

test('somebody without an account here stays outside', async () => {
  username = 'stranger'
  const answer = await comeIn()
  expect(answer.headers.get('location')).toContain('/sign-in')
  expect((await house.send('/api/me', { headers: { cookie: cookiesOf(answer) } })).status).toBe(401)
})

test('nothing else of the library is reachable', async () => {
  for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/update-user']) {
    const answer = await house.send(path, { json: { email: 'a@b.cn', password: 'Correct-horse-9', name: 'x' } })
    expect(answer.status).toBe(401)
  }
})

test('without a provider there is no way there', async () => {
  const plain = await openHouse()
  expect((await plain.send('/api/session/oidc')).status).toBe(404)
  await plain.close()
})
