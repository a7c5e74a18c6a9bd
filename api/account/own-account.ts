// How does somebody change his own password, look after his sessions, and keep a second factor?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { AccountView, SecondFactorOffer } from '../../contract/account/own-account.ts'
import {
  factorCodeBody,
  passwordBody,
  passwordChangeBody,
  sessionsEndBody,
} from '../../contract/account/own-account.ts'
import { countInMinute } from '../../db/organisation/accounts.ts'
import { readAddressee } from '../../db/organisation/enrolment.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { isAdministrator } from '../../domain/organisation/policy.ts'
import { voidLinks } from '../http/accounts.ts'
import { withAddress } from '../http/auth.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { refuseWeak } from './account-input.ts'
import { endOtherSessions, refuseUnprovenSession } from './proven-session.ts'
import { refusalOf } from './refusals.ts'
import { wrongCode } from './session.ts'

const described = (summary: string) => describeRoute({ tags: ['session'], summary })

export const createOwnAccountRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/second-factor', secondFactorRoutes(deps))
    .get('/account', described('One’s own sessions and second factor'), async (c) =>
      c.json(await accountOf(deps, c)),
    )
    .post(
      '/password',
      described('Change one’s own password; every other session ends'),
      checked('json', passwordChangeBody),
      async (c) => {
        const me = await mayChange(deps, c)
        const { current, password: wanted } = c.req.valid('json')
        const own = await readAddressee(deps.connection.db, me.id)
        refuseWeak(wanted, own.username)
        const body = { currentPassword: current, newPassword: wanted, revokeOtherSessions: true }
        const { headers } = await deps.accounts.api
          .changePassword({ ...requestOptions(deps, c), body })
          .catch(refusalOf(wrongPassword))
        await voidLinks(deps.connection.db, me.id)
        deps.letters.passwordSet(own)
        return passCookies(c, headers).body(null, 204)
      },
    )
    .post(
      '/sessions/end',
      described('End one of one’s sessions, or all but this'),
      checked('json', sessionsEndBody),
      async (c) => {
        const { id } = c.req.valid('json')
        const { headers } = requestOptions(deps, c)
        const { api } = deps.accounts
        personIn(c)
        if (id === null) await api.revokeOtherSessions({ headers })
        else {
          const found = (await api.listSessions({ headers })).find((one) => one.id === id)
          if (!found) throw new DomainError('not-found')
          await api.revokeSession({ headers, body: { token: found.token } })
        }
        return c.json(await accountOf(deps, c))
      },
    )

const secondFactorRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/',
      described(
        'A secret for an authenticator app, with recovery codes; it counts when a code has been given',
      ),
      byPassword(),
      async (c) => {
        await mayChange(deps, c)
        const body = { password: c.req.valid('json').password, method: 'totp' as const }
        const answer = await deps.accounts.api
          .enableTwoFactor({ ...requestOptions(deps, c), body })
          .catch(refusalOf(wrongPassword))
        if (answer.response.method !== 'totp') throw new DomainError('internal')
        return c.json(offerOf(answer.response))
      },
    )
    .post(
      '/confirm',
      described(
        'Give the first code of the app; from now on each sign-in asks for one, and every other session ends',
      ),
      checked('json', factorCodeBody),
      async (c) => {
        await mayChange(deps, c)
        const asked = requestOptions(deps, c)
        const { headers } = await deps.accounts.api
          .verifyTOTP({ ...asked, body: c.req.valid('json') })
          .catch(refusalOf(wrongCode))
        await endOtherSessions(deps, asked.headers, headers)
        return passCookies(c, headers).body(null, 204)
      },
    )
    .post(
      '/codes',
      described('New recovery codes; the old ones are void'),
      byPassword(),
      async (c) => {
        await mayChange(deps, c)
        const answer = await deps.accounts.api
          .generateBackupCodes({ ...requestOptions(deps, c), body: c.req.valid('json') })
          .catch(refusalOf(wrongPassword))
        return c.json({ recoveryCodes: answer.response.backupCodes })
      },
    )
    .post(
      '/off',
      described('Do without a second factor; not for administrators where the server asks for it'),
      byPassword(),
      async (c) => {
        const me = await mayChange(deps, c)
        if (needsFactor(deps, c, me))
          throw new DomainError('not-allowed', [
            text('系统管理员必须使用动态验证码', 'Administrators need a second factor'),
          ])
        const { headers } = await deps.accounts.api
          .disableTwoFactor({ ...requestOptions(deps, c), body: c.req.valid('json') })
          .catch(refusalOf(wrongPassword))
        return passCookies(c, headers).body(null, 204)
      },
    )

const byPassword = () => checked('json', passwordBody)
const wrongPassword = () =>
  new DomainError('wrong-credentials', [text('当前密码不正确', 'The present password is wrong')])
const requestOptions = (deps: Deps, c: Context<ApiEnv>) => ({
  headers: withAddress(c, deps.settings),
  returnHeaders: true as const,
})

const passCookies = (c: Context<ApiEnv>, headers: Headers): Context<ApiEnv> => {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  return c
}

const personIn = (c: Context<ApiEnv>): Person => {
  const { actor } = c.var
  if (actor.kind === 'person') return actor
  throw new DomainError('not-allowed', [
    text('机器账号没有密码和登录', 'A machine has no password and no sessions'),
  ])
}

const triesPerMinute = 10

/** Who holds a stolen session guesses neither password nor code. */
const mayTry = async ({ connection }: Deps, c: Context<ApiEnv>): Promise<Person> => {
  const me = personIn(c)
  if ((await countInMinute(connection.db, `own ${me.id}`)) > triesPerMinute)
    throw new DomainError('rate-limited', [], { retryAfter: 60 })
  return me
}

/** The same for who changes by what he signs in. */
const mayChange = async (deps: Deps, c: Context<ApiEnv>): Promise<Person> => {
  const me = await mayTry(deps, c)
  await refuseUnprovenSession(deps, c.req.raw.headers)
  return me
}

/** The app shows whose code it is by user name; the library would name an address that does not exist. */
const offerOf = ({
  totpURI,
  backupCodes,
}: {
  totpURI: string
  backupCodes: string[]
}): SecondFactorOffer => {
  const uri = totpURI.replace('%40u.invalid', '').replace('@u.invalid', '')
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', recoveryCodes: backupCodes }
}

/** Also of whose posts as an administrator are withheld from this session. */
const needsFactor = ({ settings }: Deps, c: Context<ApiEnv>, me: Person): boolean =>
  settings.secondFactor && (c.get('unproven') || isAdministrator(me))

const accountOf = async (deps: Deps, c: Context<ApiEnv>): Promise<AccountView> => {
  const { accounts } = deps
  const me = personIn(c)
  const { headers } = c.req.raw
  const here = await accounts.api.getSession({ headers })
  if (!here) throw new DomainError('unauthenticated')
  const on = here.user.twoFactorEnabled === true
  const sessions = await accounts.api.listSessions({ headers })
  return {
    secondFactor: on,
    secondFactorWanted: needsFactor(deps, c, me),
    recoveryCodes: on
      ? (await accounts.api.viewBackupCodes({ body: { userId: me.id } })).backupCodes.length
      : 0,
    sessions: sessions
      .map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
        id,
        here: id === here.session.id,
        address: ipAddress || null,
        device: userAgent || null,
        since: createdAt.toISOString(),
        seen: updatedAt.toISOString(),
      }))
      .sort((a, b) => Number(b.here) - Number(a.here) || b.seen.localeCompare(a.seen)),
  }
}
