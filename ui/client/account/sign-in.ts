// How does somebody sign in?
import type { Me } from '../../../contract/account/session.ts'
import { ask } from '../asking.ts'
import { signOutOwed } from './session.ts'

/** Null: the password is right, and a code is wanted. */
export const signIn = async (username: string, password: string): Promise<Me | null> => {
  const me = await ask('POST /api/session', { body: { username, password } })
  localStorage.removeItem(signOutOwed)
  return 'secondFactor' in me ? null : me
}

export const giveCode = (code: string) => ask('POST /api/session/code', { body: { code } })
