// How does somebody who cannot sign in yet come in by a link: the first administrators, a new account, a forgotten password?
import { createHash, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import {
  forgottenBody,
  foundingBody,
  linkPasswordBody,
  tokenBody,
} from '../../contract/account/access.ts'
import type { Executor } from '../../db/client.ts'
import { countInMinute, findUser, savePasswords } from '../../db/organisation/accounts.ts'
import { enrol, isNameTaken } from '../../db/organisation/enrolment.ts'
import { findSeat, takeSeat } from '../../db/organisation/founding.ts'
import { givePost, keepPersonnelAct } from '../../db/organisation/personnel.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { hashPassword } from '../http/accounts.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'
import { networkOf } from '../http/network.ts'
import { refuseWeak } from './account-input.ts'
import { readLink, sendLink } from './links.ts'
import { refusalOf } from './refusals.ts'

const described = (summary: string) => describeRoute({ tags: ['session'], summary, security: [] })

const perMinute = 30
/** One wrong link is as good as another: used, expired or never given. */
const noLink = () =>
  new DomainError('not-found', [
    text('链接无效、已使用或已过期', 'The link is not valid, has been used or has expired'),
  ])

export const createAccessRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/', settingRoutes(deps))
    .post('/access', described('What a link is for'), checked('json', tokenBody), async (c) => {
      await brake(deps, c)
      const token = c.req.valid('json').token
      const seat = await findSeat(deps.connection.db, hashOf(token))
      if (seat)
        return c.json({
          kind: 'founding' as const,
          name: null,
          username: null,
          expiresAt: seat.expiresAt.toISOString(),
        })
      const link = await readLink(deps, token)
      if (!link) throw noLink()
      const { name, username, expiresAt } = link
      return c.json({
        kind: 'password' as const,
        name,
        username,
        expiresAt: expiresAt.toISOString(),
      })
    })

const settingRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/access/founding',
      described('The first administrator of a place registers himself'),
      checked('json', foundingBody),
      async (c) => {
        await brake(deps, c)
        const { token, password, ...person } = c.req.valid('json')
        refuseWeak(password, person.username)
        await takePlace(
          deps,
          hashOf(token),
          { ...person, passwordHash: await hashPassword(password) },
          await deps.clock.now(),
        )
        return c.json({ username: person.username }, 201)
      },
    )
    .post(
      '/access/password',
      described('Set a password by a link; every session of the account ends'),
      checked('json', linkPasswordBody),
      async (c) => {
        await brake(deps, c)
        const { token, password } = c.req.valid('json')
        const link = await readLink(deps, token)
        if (!link) throw noLink()
        refuseWeak(password, link.username)
        await deps.accounts.api
          .resetPassword({ body: { token: token, newPassword: password } })
          .catch(refusalOf(noLink))
        return c.json({ username: link.username })
      },
    )
    .post(
      '/access/forgotten',
      described('Ask for a link; the answer is the same whether there is such an account or not'),
      checked('json', forgottenBody),
      async (c) => {
        await brake(deps, c)
        const { username } = c.req.valid('json')
        // Not waited for: how long it takes would tell.
        void forgotten(deps, username).catch((error: Error) =>
          deps.log.error({ kind: error.name }, 'a link could not be sent'),
        )
        return c.body(null, 204)
      },
    )

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const brake = async ({ connection, settings }: Deps, c: Context<ApiEnv>): Promise<void> => {
  const address = networkOf(c, settings.behindProxy)
  if ((await countInMinute(connection.db, `access ${address}`)) > perMinute)
    throw new DomainError('rate-limited', [], { retryAfter: 60 })
}

const linksPerHour = 3
const hourMs = 3_600_000

/** So that nobody fills a stranger's mailbox. */
const forgotten = async (deps: Deps, username: string): Promise<void> => {
  const { db } = deps.connection
  const id = await findUser(db, username)
  if (
    id === null ||
    (await countInMinute(db, `forgotten ${id}`, Date.now(), hourMs)) > linksPerHour
  )
    return
  await sendLink(deps, id, 'reset')
}

type Founder = { username: string; name: string; mail: string; passwordHash: string }

const takePlace = (
  { connection }: Deps,
  tokenHash: string,
  { passwordHash, ...person }: Founder,
  at: Instant,
): Promise<void> =>
  connection.db.transaction(async (tx) => {
    const id = randomUUID()
    if (!(await takeSeat(tx, tokenHash, id))) throw noLink()
    await refuseTaken(tx, person.username)
    await enrol(tx, { id, ...person, enterprise: null })
    await savePasswords(tx, [{ ...person, id, passwordHash }])
    const [region, role] = ['330800', 'administrator'] as const
    const post = {
      office: officeId('administration', region),
      role,
      region,
      since: at,
      until: null,
    }
    await givePost(tx, id, post)
    const { office, since, until } = post
    const about = {
      bodyHash: tokenHash,
      person: id,
      order: null,
      reason: '系统初始化',
      by: 'founding',
      byName: '系统初始化',
      at,
    }
    await keepPersonnelAct(tx, {
      ...about,
      id: randomUUID(),
      act: 'given',
      office,
      role,
      since,
      until,
      emptied: [],
    })
  })

export const refuseTaken = async (tx: Executor, username: string): Promise<void> => {
  if (await isNameTaken(tx, username))
    throw invalid([{ path: 'username', message: 'is taken already' }])
}
