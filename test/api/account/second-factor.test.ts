// What a session without the code of an enrolled second factor may not change.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAccounts } from '../../../db/organisation/accounts.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { codeOf } from '../../support/people/codes.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { settleThem } from '../../support/people/people.ts'
import { type House, openHouse, password } from '../house.ts'

let house: House
const administrators = { wan: '万管理', tu: '屠管理' }
beforeAll(async () => {
  house = await openHouse({ secondFactor: true, singleSignOn: true })
  const office = officeId('administration', '330800')
  await settleThem(house.db, {
    wan: [administrators.wan, 'administrator', office, '330800', null],
    tu: [administrators.tu, 'administrator', office, '330800', null],
  })
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(administrators).map(([id, name]) => ({ id, username: id, name, passwordHash })),
  )
})
afterAll(() => house.close())

const sent = async (path: string, json: unknown, cookie = '', method = 'POST') => {
  const answer = await house.send(path, { method, json, headers: { cookie } })
  const words = await answer.text()
  const set = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  return {
    status: answer.status,
    body: words === '' ? null : JSON.parse(words),
    cookie: set.filter((one) => !/=$/.test(one)).join('; '),
  }
}
const signedIn = async (username: string) =>
  (await sent('/api/session', { username, password })).cookie
const statusOf = async (path: string, cookie: string) =>
  (await house.send(path, { headers: { cookie } })).status

const enrol = async (cookie: string) => {
  const { secret } = (await sent('/api/me/second-factor', { password }, cookie)).body
  const confirmed = await sent('/api/me/second-factor/confirm', { code: codeOf(secret) }, cookie)
  expect(confirmed.status).toBe(204)
  return { secret, cookie: confirmed.cookie }
}

test('promise (secrecy): setting up a second factor ends every other session of its owner, and of nobody else', async () => {
  const [left, own, other] = [await signedIn('wan'), await signedIn('wan'), await signedIn('lin')]
  const { cookie } = await enrol(own)
  expect(await statusOf('/api/me', left)).toBe(401)
  expect(await statusOf('/api/me', own)).toBe(401)
  expect(await statusOf('/api/me', other)).toBe(200)
  expect(await statusOf('/api/personnel/people', cookie)).toBe(200)
})

test('promise (secrecy): a session that began without the code changes no means of signing in', async () => {
  const { secret, cookie } = await enrol(await signedIn('tu'))
  expect((await sent('/api/me/second-factor/codes', { password }, cookie)).status).toBe(200)
  // As one of the single sign-on begins: without a code, though the person has a factor.
  await house.db.execute(sql`UPDATE session SET second_factor = false WHERE user_id = 'tu'`)
  expect(await statusOf('/api/personnel/people', cookie)).toBe(403)
  expect(await statusOf('/api/me/account', cookie)).toBe(200)
  const change = { current: password, password: 'Qujiang-bridge-4' }
  for (const [path, body, method] of [
    ['/api/me/second-factor', { password }],
    ['/api/me/second-factor/confirm', { code: codeOf(secret) }],
    ['/api/me/second-factor/codes', { password }],
    ['/api/me/second-factor/off', { password }],
    ['/api/me/password', change],
    ['/api/session/oidc/link', {}],
    ['/api/session/oidc/link', {}, 'DELETE'],
  ] as const) {
    const answer = await sent(path, body, cookie, method)
    expect([path, answer.status, answer.body?.reasons?.[0]?.zh]).toEqual([
      path,
      403,
      expect.stringContaining('动态验证码'),
    ])
  }
  expect((await sent('/api/session', { username: 'tu', password })).body).toEqual({
    secondFactor: true,
  })
})

test('a session without the code of an administrator who has no factor yet does not do without one', async () => {
  await house.db.execute(sql`DELETE FROM two_factor WHERE user_id = 'wan'`)
  await house.db.execute(sql`UPDATE "user" SET two_factor_enabled = false WHERE id = 'wan'`)
  const cookie = await signedIn('wan')
  expect((await sent('/api/me/second-factor/off', { password }, cookie)).status).toBe(403)
  expect((await enrol(cookie)).cookie).not.toBe('')
})

test('who is asked for no factor sets one up, changes his password with it and does without it again', async () => {
  const { cookie } = await enrol(await signedIn('lin'))
  const changed = await sent(
    '/api/me/password',
    { current: password, password: 'Qujiang-bridge-4' },
    cookie,
  )
  expect(changed.status).toBe(204)
  const off = await sent(
    '/api/me/second-factor/off',
    { password: 'Qujiang-bridge-4' },
    changed.cookie,
  )
  expect(off.status).toBe(204)
})
