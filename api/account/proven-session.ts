// May this session change by what its owner signs in, and who is left signed in after a factor counts?
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Deps } from '../http/deps.ts'

type ProvenDeps = Pick<Deps, 'accounts'>

/**
 * Who has a second factor changes his means of signing in only from a session that began with its code: neither one from before it was set
 * up, nor one of the single sign-on, nor a password beside either. Throws `unauthenticated` and `not-allowed`.
 */
export const refuseUnprovenSession = async (
  { accounts }: ProvenDeps,
  headers: Headers,
): Promise<void> => {
  const here = await accounts.api.getSession({ headers })
  if (!here) throw new DomainError('unauthenticated')
  if (here.user.twoFactorEnabled === true && here.session.secondFactor !== true)
    throw new DomainError('not-allowed', [
      text(
        '本次登录未经动态验证码验证，请退出后用密码和动态验证码重新登录',
        'This session began without a one-time code: sign in again with password and code',
      ),
    ])
}

/** Ends every session of the person but the one that has just been made, or goes on, with these answered headers. */
export const endOtherSessions = async (
  { accounts }: ProvenDeps,
  asked: Headers,
  answered: Headers,
): Promise<void> => {
  const headers = new Headers(asked)
  const fresh = answered.getSetCookie().map((one) => one.split(';')[0] ?? '')
  if (fresh.length > 0) headers.set('cookie', fresh.join('; '))
  await accounts.api.revokeOtherSessions({ headers })
}
