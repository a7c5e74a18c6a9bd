// Who sends this request, and with which appointments?
import { createHash } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { machineOf, personOf, type SignedIn } from '../../db/organisation/accounts.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import {
  hasMachineScope,
  isAdministrator,
  scopeOf,
  withoutAdministration,
} from '../../domain/organisation/policy.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { ADDRESS_HEADER } from './accounts.ts'
import type { ApiEnv, Deps, Settings } from './deps.ts'
import { freshSession } from './fresh-session.ts'

type AuthDeps = Pick<Deps, 'accounts' | 'connection' | 'clock' | 'settings'>
type Found = { actor: Actor; signedIn: SignedIn | null; cookies: string[] }

/** Lets only known callers pass, and puts actor, scope and moment on the request. */
export const authenticated =
  (deps: AuthDeps): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const at = await deps.clock.now()
    const { actor, signedIn, cookies } = await identify(deps, c.req.raw.headers, at)
    c.set('actor', actor)
    c.set('unproven', signedIn?.unproven === true)
    c.set('scope', scopeOf(actor))
    c.set('at', at)
    await next()
    // A session that the request itself began or ended counts, not the one that it came with.
    if (!c.res.headers.has('set-cookie'))
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  }

/** The actor behind the headers of a request: a bearer token is a machine, a session cookie a person. */
export const identify = async (deps: AuthDeps, headers: Headers, at: Instant): Promise<Found> => {
  const bearer = headers.get('authorization')
  if (bearer !== null) return { actor: await machine(deps, bearer), signedIn: null, cookies: [] }
  const fresh = await freshSession(deps, headers, at)
  if (fresh) {
    const signedIn = proven(deps.settings, fresh.signedIn, fresh.secondFactor)
    return { actor: signedIn.person, signedIn, cookies: [] }
  }
  const { headers: answered, response } = await deps.accounts.api.getSession({
    headers,
    returnHeaders: true,
  })
  if (!response) throw new DomainError('unauthenticated')
  const signedIn = proven(
    deps.settings,
    await signedInAs(deps, response.user.id, at),
    response.session.secondFactor === true,
  )
  return { actor: signedIn.person, signedIn, cookies: answered.getSetCookie() }
}

/** The person of an account; an account whose person has left signs nobody in. */
export const signedInAs = async (
  deps: Pick<Deps, 'connection'>,
  id: string,
  at: Instant,
): Promise<SignedIn> => {
  const signedIn = await personOf(deps.connection.db, id, at)
  if (!signedIn) throw new DomainError('unauthenticated')
  return signedIn
}

/** Where the server asks administrators for a second factor, a session without one has none of their posts. */
export const proven = (
  { secondFactor }: Pick<Settings, 'secondFactor'>,
  signedIn: SignedIn,
  present: boolean,
): SignedIn =>
  !secondFactor || present || !isAdministrator(signedIn.person)
    ? signedIn
    : { ...signedIn, person: withoutAdministration(signedIn.person), unproven: true }

/** A machine reads cases only with the scope for it; people read what their posts let them. */
export const mayReadCases: MiddlewareHandler<ApiEnv> = (c, next) => {
  const actor = c.get('actor')
  if (actor.kind === 'machine' && !hasMachineScope(actor, 'cases:read')) {
    throw new DomainError('not-allowed', [
      text('令牌缺少权限 cases:read', 'The token lacks the scope cases:read'),
    ])
  }
  return next()
}

const machine = async (deps: AuthDeps, bearer: string): Promise<Actor> => {
  const token = /^Bearer ([\w.~+/=-]{16,512})$/i.exec(bearer)?.[1]
  const found =
    token && (await machineOf(deps.connection.db, createHash('sha256').update(token).digest('hex')))
  if (!found) throw new DomainError('unauthenticated')
  return found
}

/** The address a request comes from; `behindProxy` believes the last hop the proxy in front has written. */
export const addressOf = (c: Context<ApiEnv>, behindProxy: boolean): string => {
  const forwarded = behindProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // a request that came through no socket, as in tests
  }
}

/** The headers of a request with the address it comes from, whatever the client says of it. */
export const withAddress = (
  c: Context<ApiEnv>,
  { behindProxy }: Pick<Settings, 'behindProxy'>,
): Headers => {
  const headers = new Headers(c.req.raw.headers)
  headers.set(ADDRESS_HEADER, addressOf(c, behindProxy))
  return headers
}
