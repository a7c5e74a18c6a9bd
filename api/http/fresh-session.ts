// Whose session does a request bring, when nothing about the session has to be changed?
import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import { personOfSession, type SignedIn } from '../../db/organisation/accounts.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { type Accounts, sessionSeconds } from './accounts.ts'
import type { Deps } from './deps.ts'

/** How much of its time a session has left as long as no request need prolong it. */
const leftSeconds = sessionSeconds.expiresIn - sessionSeconds.updateAge

/**
 * Session, person and posts in one statement; a session that was ended is not found. Null: there is none, or it is to be prolonged, or the
 * cookie is not one of ours: then the library looks, which also says what becomes of the cookie.
 */
export const freshSession = async (
  { accounts, connection }: Pick<Deps, 'accounts' | 'connection'>,
  headers: Headers,
  at: Instant,
): Promise<{ signedIn: SignedIn; secondFactor: boolean } | null> => {
  const token = await sessionTokenIn(accounts, headers.get('cookie'))
  return token === null ? null : personOfSession(connection.db, { token, leftSeconds, at })
}

/** The token of a cookie that the library has signed. */
const sessionTokenIn = async (
  accounts: Accounts,
  cookies: string | null,
): Promise<string | null> => {
  if (cookies === null) return null
  const { authCookies, secret } = await accounts.$context
  const { name } = authCookies.sessionToken
  const value = parse(cookies, name)[name] ?? ''
  const end = value.lastIndexOf('.')
  if (end < 1) return null
  const token = value.slice(0, end)
  const wanted = createHmac('sha256', secret).update(token).digest()
  const received = Buffer.from(value.slice(end + 1), 'base64')
  return received.length === wanted.length && timingSafeEqual(received, wanted) ? token : null
}
