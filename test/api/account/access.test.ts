// From a link to a password to a session with a code: the first administrators, a forgotten password, one's own sessions.
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../../db/client.ts'
import { openSeats } from '../../../db/organisation/founding.ts'
import { twoFactor } from '../../../db/schema/organisation/auth.ts'
import { foundingSeats } from '../../../db/schema/organisation/founding.ts'
import { offices, personnelActs, persons } from '../../../db/schema/organisation/organisation.ts'
import { standingOffices } from '../../../domain/organisation/offices.ts'
import { codeOf } from '../../support/people/codes.ts'
import { createDatabase } from '../../support/servers/infra.ts'
import { type House, openHouse, password } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ secondFactor: true })
})
afterAll(() => house.close())

const sent = async (path: string, json: unknown, cookie = '') => {
  const answer = await house.send(path, { json, headers: { cookie } })
  const words = await answer.text()
  const set = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  return {
    status: answer.status,
    body: words === '' ? null : JSON.parse(words),
    cookie: set.filter((one) => !/=$/.test(one)).join('; '),
  }
}
const nameOfQian = async () => {
  const [qian] = await house.db.select().from(persons).where(eq(persons.name, '钱管理'))
  return qian?.username
}
const tokenIn = (words: string): string => /#([\w-]+)/.exec(words)?.[1] ?? ''
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

describe('founding', () => {
  test('promise (start): an empty server gets its offices and two one-time links, of which only hashes are kept; a second founding is refused', async () => {
    const { url, drop } = await createDatabase()
    const { db, close } = connect(url, 2)
    const fresh = (seat: number) => ({ seat, tokenHash: hashOf(`token-of-seat-${seat}`) })
    expect(await openSeats(db, false, fresh)).toMatchObject({ expiresAt: expect.any(Date) })
    expect((await db.select().from(offices)).map(({ id }) => id).sort()).toEqual(
      standingOffices()
        .map(({ id }) => id)
        .sort(),
    )
    const seats = await db.select().from(foundingSeats)
    expect(seats.map(({ seat, person }) => [seat, person])).toEqual([
      [1, null],
      [2, null],
    ])
    expect(JSON.stringify(seats)).not.toContain('token-of-seat')
    expect(await openSeats(db, false, fresh)).toMatchObject({
      zh: expect.stringContaining('已经初始化'),
    })
    await db.update(foundingSeats).set({ person: 'somebody' }).where(eq(foundingSeats.seat, 1))
    expect(await openSeats(db, true, () => ({ seat: 2, tokenHash: 'renewed' }))).toMatchObject({
      expiresAt: expect.any(Date),
    })
    await db.update(foundingSeats).set({ person: 'another' })
    expect(await openSeats(db, true, fresh)).toMatchObject({
      zh: expect.stringContaining('均已启用'),
    })
    await close()
    await drop()
  })
  test('a server that holds people is not founded', async () => {
    expect(await openSeats(house.db, true, (seat) => ({ seat, tokenHash: 'x' }))).toMatchObject({
      zh: expect.stringContaining('已有人员'),
    })
  })
})

const founder = (username: string, token: string) => ({
  token,
  username,
  name: '钱管理',
  mail: `${username}@city.example`,
  password: 'Weihe-River-7',
})

describe('an administrator in production', () => {
  let cookie = ''
  let codes: string[] = []
  let secret = ''
  test('promise (start): the link of the first administrator works once, by the clock, and names nobody else', async () => {
    const [token, late] = ['seat-one-token-0123456789', 'seat-two-token-0123456789']
    const day = 86_400_000
    await house.db.insert(foundingSeats).values([
      { seat: 1, tokenHash: hashOf(token), expiresAt: new Date(Date.now() + day) },
      { seat: 2, tokenHash: hashOf(late), expiresAt: new Date(Date.now() - 1) },
    ])
    expect((await sent('/api/access', { token })).body).toMatchObject({
      kind: 'founding',
      username: null,
    })
    expect((await sent('/api/access/founding', founder('qian', late))).status).toBe(404)
    expect(
      (await sent('/api/access/founding', founder('LIN', token))).body.details.fields,
    ).toHaveProperty('username')
    expect(
      (
        await sent('/api/access/founding', {
          ...founder('qian', token),
          password: 'qian-qian-qian',
        })
      ).status,
    ).toBe(422)
    const both = await Promise.all([
      sent('/api/access/founding', founder('qian', token)),
      sent('/api/access/founding', founder('qian2', token)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    expect((await sent('/api/access', { token })).status).toBe(404)
    expect(await house.db.select().from(personnelActs)).toMatchObject([
      { act: 'given', role: 'administrator', byName: '系统初始化' },
    ])
  })
  test('promise (secrecy): an administrator without a second factor has no administrator’s power, and gets it with the first code', async () => {
    const who = await nameOfQian()
    const signedIn = await sent('/api/session', { username: who, password: 'Weihe-River-7' })
    expect(signedIn.body).toMatchObject({ unproven: true, appointments: [] })
    cookie = signedIn.cookie
    expect((await house.send('/api/personnel/people', { headers: { cookie } })).status).toBe(403)
    expect((await sent('/api/me/second-factor', { password: 'wrong' }, cookie)).body.code).toBe(
      'wrong-credentials',
    )
    const offer = (await sent('/api/me/second-factor', { password: 'Weihe-River-7' }, cookie)).body
    expect(offer).toMatchObject({
      uri: expect.stringContaining('otpauth://totp/'),
      recoveryCodes: expect.arrayContaining([expect.any(String)]),
    })
    expect(offer.uri).not.toContain('u.invalid')
    ;({ secret, recoveryCodes: codes } = offer)
    expect(
      (await sent('/api/me/second-factor/confirm', { code: '000000' }, cookie)).body.code,
    ).toBe('wrong-code')
    const confirmed = await sent('/api/me/second-factor/confirm', { code: codeOf(secret) }, cookie)
    expect(confirmed.status).toBe(204)
    expect(
      (await house.send('/api/personnel/people', { headers: { cookie: confirmed.cookie } })).status,
    ).toBe(200)
    expect((await house.send('/api/me', { headers: { cookie } })).status).toBe(401)
    expect(
      (await sent('/api/me/second-factor/off', { password: 'Weihe-River-7' }, confirmed.cookie))
        .body.code,
    ).toBe('not-allowed')
    const { body } = await sent('/api/session', { username: who, password: 'Weihe-River-7' })
    expect(body).toEqual({ secondFactor: true })
  })
  test('promise (secrecy): a password alone signs no administrator in; a recovery code works once', async () => {
    const who = await nameOfQian()
    const begin = () => sent('/api/session', { username: who, password: 'Weihe-River-7' })
    const first = await begin()
    expect((await house.send('/api/me', { headers: { cookie: first.cookie } })).status).toBe(401)
    expect((await sent('/api/session/code', { code: '123456' }, first.cookie)).body.code).toBe(
      'wrong-code',
    )
    const entered = await sent('/api/session/code', { code: codes[0] }, first.cookie)
    expect(entered.body).toMatchObject({
      unproven: false,
      appointments: [{ role: 'administrator' }],
    })
    expect(
      (await sent('/api/session/code', { code: codes[0] }, (await begin()).cookie)).body.code,
    ).toBe('wrong-code')
    expect(
      (await sent('/api/session/code', { code: codeOf(secret) }, (await begin()).cookie)).status,
    ).toBe(200)
    const { body } = await house
      .send('/api/me/account', { headers: { cookie: entered.cookie } })
      .then(async (one) => ({ body: await one.json() }))
    expect(body).toMatchObject({
      secondFactor: true,
      secondFactorWanted: true,
      recoveryCodes: 9,
      sessions: [{ here: true }, {}, {}],
    })
  })
  test('promise (secrecy): after ten wrong codes in a row, from wherever, no code of the account is looked at for a while, and that is said', async () => {
    const who = await nameOfQian()
    const begin = () => sent('/api/session', { username: who, password: 'Weihe-River-7' })
    for (let n = 0; n < 10; n++) {
      const { body } = await sent('/api/session/code', { code: '12345678' }, (await begin()).cookie)
      expect(body.code).toBe('wrong-code')
    }
    const held = await sent('/api/session/code', { code: codes[1] }, (await begin()).cookie)
    expect([held.status, held.body.code]).toEqual([429, 'sign-in-held'])
    await house.db.update(twoFactor).set({ lockedUntil: sql`now()` })
    const entered = await sent('/api/session/code', { code: codes[1] }, (await begin()).cookie)
    expect(entered.status).toBe(200)
  })
  test('a second factor is asked of nobody else', async () => {
    expect((await house.as('lin', '/api/me')).body).toMatchObject({ unproven: false })
    expect((await house.as('lin', '/api/me/account')).body).toMatchObject({
      secondFactor: false,
      secondFactorWanted: false,
    })
  })
})

describe('one’s own password', () => {
  const cookieOf = async (username: string, word = password) =>
    (await sent('/api/session', { username, password: word })).cookie
  const isIn = async (cookie: string) =>
    (await house.send('/api/me', { headers: { cookie } })).status === 200
  const mailed = async (n: number) => {
    await expect.poll(() => house.mails.length).toBe(n)
    return house.mails[n - 1]?.text ?? ''
  }
  test('promise (secrecy): a forgotten password is set by a mailed link, once; all sessions end, and a stranger learns of no account', async () => {
    house.mails.length = 0
    const before = await cookieOf('zhou')
    const answers = await Promise.all(
      ['zhou', 'nobody', 'ZHOU'].map((username) => sent('/api/access/forgotten', { username })),
    )
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([204, null]))
    await mailed(2)
    const [first, second] = house.mails.map(({ text }) => tokenIn(text)) as [string, string]
    expect(house.mails.map(({ to }) => to)).toEqual(['zhou@anjian.example', 'zhou@anjian.example'])
    expect((await sent('/api/access', { token: first })).body).toMatchObject({
      kind: 'password',
      name: '周检查',
      username: 'zhou',
    })
    const { rows } = await house.db.execute(sql`SELECT identifier FROM verification`)
    expect(JSON.stringify(rows)).not.toContain(first)
    expect((await sent('/api/access/password', { token: first, password: 'short' })).status).toBe(
      422,
    )
    expect(
      (await sent('/api/access/password', { token: first, password: 'Qujiang-bridge-4' })).status,
    ).toBe(200)
    expect(
      (await sent('/api/access/password', { token: first, password: 'Qujiang-bridge-5' })).status,
    ).toBe(404)
    expect(
      (await sent('/api/access/password', { token: second, password: 'Qujiang-bridge-5' })).status,
    ).toBe(404)
    expect(await isIn(before)).toBe(false)
    expect((await sent('/api/session', { username: 'zhou', password })).status).toBe(401)
    expect(await isIn(await cookieOf('zhou', 'Qujiang-bridge-4'))).toBe(true)
    expect(await mailed(3)).toContain('密码刚刚设置')
  })
  test('an expired link and that of a disabled account set nothing', async () => {
    house.mails.length = 0
    await sent('/api/access/forgotten', { username: 'wu' })
    const token = tokenIn(await mailed(1))
    await house.db.execute(sql`UPDATE persons SET active = false WHERE id = 'wu'`)
    expect(
      (await sent('/api/access/password', { token, password: 'Qujiang-bridge-4' })).status,
    ).toBe(404)
    await house.db.execute(sql`UPDATE persons SET active = true WHERE id = 'wu'`)
    await house.db.execute(
      sql`UPDATE verification SET expires_at = now() - interval '1 second' WHERE value = 'wu'`,
    )
    expect(
      (await sent('/api/access/password', { token, password: 'Qujiang-bridge-4' })).status,
    ).toBe(404)
  })
  test('promise (secrecy): everybody changes his password and sees and ends his sessions', async () => {
    const [here, there, third] = [await cookieOf('ji'), await cookieOf('ji'), await cookieOf('ji')]
    const account = async () =>
      (await house.send('/api/me/account', { headers: { cookie: here } })).json() as Promise<{
        sessions: { id: string; here: boolean }[]
      }>
    const { sessions } = await account()
    expect(sessions.map((one) => one.here)).toEqual([true, false, false])
    const other = sessions[2]?.id ?? ''
    expect((await sent('/api/me/sessions/end', { id: other }, here)).body.sessions).toHaveLength(2)
    expect([await isIn(here), [await isIn(there), await isIn(third)].sort()]).toEqual([
      true,
      [false, true],
    ])
    expect((await sent('/api/me/sessions/end', { id: other }, await cookieOf('lin'))).status).toBe(
      404,
    )
    const wrong = await sent(
      '/api/me/password',
      { current: 'wrong', password: 'Qujiang-bridge-4' },
      here,
    )
    expect([wrong.status, wrong.body.reasons[0].zh]).toEqual([401, '当前密码不正确'])
    const changed = await sent(
      '/api/me/password',
      { current: password, password: 'Qujiang-bridge-4' },
      here,
    )
    expect(changed.status).toBe(204)
    expect([
      await isIn(here),
      await isIn(there),
      await isIn(third),
      await isIn(changed.cookie),
    ]).toEqual([false, false, false, true])
  })
})
