// Who signs in and out, and what does somebody signed in learn about himself?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { codeBody, credentialsBody } from '../../contract/account/session.ts'
import { countInMinute } from '../../db/organisation/accounts.ts'
import {
  countAttempt,
  failuresOfDevice,
  forgiveAttempts,
} from '../../db/organisation/sign-in-attempts.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { identify, proven, signedInAs, withAddress } from '../http/auth.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { networkOf } from '../http/network.ts'
import { deviceCookie, knownDevice } from './known-device.ts'
import { meOf } from './me.ts'
import { isHeld, refusalOf } from './refusals.ts'

const described = (summary: string) => describeRoute({ tags: ['session'], summary, security: [] })

export const createSessionRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/', signedInRoutes(deps))
    .post(
      '/session',
      described('Sign in; `secondFactor`: a code is wanted beside the password'),
      checked('json', credentialsBody),
      async (c) => {
        const { username, password } = c.req.valid('json')
        const plain = username.toLowerCase()
        const place = await mayTry(
          deps,
          networkOf(c, deps.settings.behindProxy),
          plain,
          c.req.header('cookie'),
        )
        const { userId, cookies } = await signIn(
          deps,
          username,
          password,
          withAddress(c, deps.settings),
        )
        const me = userId === null ? null : await entered(deps, userId, false)
        await forgiveAttempts(deps.connection.db, plain, place.counted)
        const known = me ? [deviceCookie(deps.settings, plain, place.device)] : []
        for (const cookie of [...cookies, ...known])
          c.header('set-cookie', cookie, { append: true })
        return c.json(me ?? { secondFactor: true as const })
      },
    )
    .post(
      '/session/code',
      described('Give the code after the password'),
      checked('json', codeBody),
      async (c) => {
        const { me, cookies } = await enterByCode(deps, c, c.req.valid('json').code)
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
        return c.json(me)
      },
    )

const signedInRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .delete('/session', describeRoute({ tags: ['session'], summary: 'Sign out' }), async (c) => {
      const { headers } = await deps.accounts.api.signOut({
        headers: c.req.raw.headers,
        returnHeaders: true,
      })
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return c.body(null, 204)
    })
    .get(
      '/me',
      describeRoute({ tags: ['session'], summary: 'The person signed in' }),
      async (c) => {
        const at = await deps.clock.now()
        const { signedIn, cookies } = await identify(deps, c.req.raw.headers, at)
        if (!signedIn)
          throw new DomainError('not-allowed', [
            text('机器账号没有个人信息', 'A machine has no personal data'),
          ])
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
        return c.json(await meOf(deps, signedIn, at))
      },
    )

export const wrongCode = () => new DomainError('wrong-code')

const heldCode = () =>
  new DomainError(
    'sign-in-held',
    [
      text(
        '验证码连续输错次数过多，该账号最长 15 分钟内不再验证；如非本人操作，请立即修改密码',
        'Too many wrong codes in a row: no code of this account is looked at for up to 15 minutes; if that was not you, change your password at once',
      ),
    ],
    { retryAfter: 900 },
  )

const entered = async (deps: Deps, userId: string, withCode: boolean) => {
  const at = await deps.clock.now()
  return meOf(deps, proven(deps.settings, await signedInAs(deps, userId, at), withCode), at)
}

/** Who has entered with the code after his password, and the cookies of his session. */
const enterByCode = async (deps: Deps, c: Context<ApiEnv>, code: string) => {
  const { connection, settings, accounts } = deps
  const address = networkOf(c, settings.behindProxy)
  if ((await countInMinute(connection.db, `code ${address}`)) > settings.signInsPerMinute)
    throw new DomainError('rate-limited', [], { retryAfter: 60 })
  const requestOptions = {
    body: { code },
    headers: withAddress(c, settings),
    returnHeaders: true as const,
  }
  const { api } = accounts
  const answer = await (/^\d{6}$/.test(code)
    ? api.verifyTOTP(requestOptions)
    : api.verifyBackupCode(requestOptions)
  ).catch((error: unknown) => refusalOf(isHeld(error) ? heldCode : wrongCode)(error))
  const me = await entered(deps, answer.response.user.id, true)
  const username = me.username.toLowerCase()
  const device = knownDevice(settings, c.req.header('cookie'), username) ?? undefined
  return {
    me,
    cookies: [...answer.headers.getSetCookie(), deviceCookie(settings, username, device)],
  }
}

/**
 * Two brakes before the password is looked at: per address, and per user name from one place. A known device is a place of its own, at which
 * a stranger's failures count for nothing and the right password is always looked at.
 */
const mayTry = async (
  { connection: { db }, settings }: Deps,
  address: string,
  username: string,
  cookies: string | undefined,
): Promise<{ counted: string; device?: string }> => {
  if ((await countInMinute(db, `sign-in ${address}`)) > settings.signInsPerMinute) {
    throw new DomainError('rate-limited', [], { retryAfter: 60 })
  }
  const device = knownDevice(settings, cookies, username)
  if (device !== null) {
    const { failures } = await countAttempt(db, username, `device ${device}`, true)
    if (failures <= failuresOfDevice) return { counted: `device ${device}`, device }
  }
  const { heldFor } = await countAttempt(db, username, `address ${address}`)
  if (heldFor === null) return { counted: `address ${address}` }
  throw new DomainError(
    'sign-in-held',
    [text(`请在 ${heldFor} 秒后再试`, `Try again in ${heldFor} seconds`)],
    { retryAfter: heldFor },
  )
}

/** `userId` null: the password is right, and a code is wanted. */
const signIn = async (
  { accounts }: Deps,
  username: string,
  password: string,
  headers: Headers,
): Promise<{ userId: string | null; cookies: string[] }> => {
  const answer = await accounts.api
    .signInUsername({ body: { username, password }, headers, returnHeaders: true })
    .catch(refusalOf(() => new DomainError('wrong-credentials')))
  const cookies = answer.headers.getSetCookie()
  if (!answer.response) throw new DomainError('wrong-credentials')
  return {
    userId: 'twoFactorRedirect' in answer.response ? null : answer.response.user.id,
    cookies,
  }
}
