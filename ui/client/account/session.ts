// Who is signed in, and how does he sign out?
import { ask } from '../asking.ts'
import { Refusal } from '../client.ts'

/** Who left while the network was away is signed out as soon as it is back, before anything else is asked. */
export const signOutOwed = 'sign-out-owed'

export const signOut = async () => {
  localStorage.setItem(signOutOwed, '1')
  await ask('DELETE /api/session')
  localStorage.removeItem(signOutOwed)
}

export const askMe = async () => {
  if (localStorage.getItem(signOutOwed)) {
    await signOut()
    throw new Refusal(401, { code: 'unauthenticated' })
  }
  return ask('GET /api/me')
}
