// How does somebody sign in and out, and what does he ask about himself?
import type { Me } from '../../contract/account/session.ts'
import type { BodyOf } from '../../contract/contract.ts'
import { addressOf, ask } from './asking.ts'
import { Refusal } from './client.ts'

/** Who left while the network was away is signed out as soon as it is back, before anything else is asked. */
const owed = 'sign-out-owed'

/** Null: the password is right, and a code is wanted. */
export const signIn = async (username: string, password: string): Promise<Me | null> => {
  const me = await ask('POST /api/session', { body: { username, password } })
  localStorage.removeItem(owed)
  return 'secondFactor' in me ? null : me
}

export const giveCode = (code: string) => ask('POST /api/session/code', { body: { code } })

export const signOut = async () => {
  localStorage.setItem(owed, '1')
  await ask('DELETE /api/session')
  localStorage.removeItem(owed)
}

export const askMe = async () => {
  if (localStorage.getItem(owed)) {
    await signOut()
    throw new Refusal(401, { code: 'unauthenticated' })
  }
  return ask('GET /api/me')
}

/** Where the city's single sign-on is met. */
export const singleSignOnAddress = () => addressOf('GET /api/session/oidc')
export const waysIn = () => ask('GET /api/session/ways')
export const demoAccounts = () => ask('GET /api/demo/accounts')

export const singleSignOn = {
  tied: () => ask('GET /api/session/oidc/link'),
  tie: () => ask('POST /api/session/oidc/link'),
  untie: () => ask('DELETE /api/session/oidc/link'),
}

export const accountApi = {
  account: () => ask('GET /api/me/account'),
  changePassword: (current: string, password: string) => ask('POST /api/me/password', { body: { current, password } }),
  endSession: (id: string | null) => ask('POST /api/me/sessions/end', { body: { id } }),
  offer: (password: string) => ask('POST /api/me/second-factor', { body: { password } }),
  confirm: (code: string) => ask('POST /api/me/second-factor/confirm', { body: { code } }),
  newCodes: (password: string) => ask('POST /api/me/second-factor/codes', { body: { password } }),
  off: (password: string) => ask('POST /api/me/second-factor/off', { body: { password } }),
}

export type Founder = Omit<BodyOf<'POST /api/access/founding'>, 'token'>

export const accessApi = {
  look: (token: string) => ask('POST /api/access', { body: { token } }),
  found: (token: string, one: Founder) => ask('POST /api/access/founding', { body: { token, ...one } }),
  setPassword: (token: string, password: string) => ask('POST /api/access/password', { body: { token, password } }),
  forgotten: (username: string) => ask('POST /api/access/forgotten', { body: { username } }),
}
