// What does somebody ask about his own account?
import { ask } from '../asking.ts'

export const singleSignOn = {
  tied: () => ask('GET /api/session/oidc/link'),
  tie: () => ask('POST /api/session/oidc/link'),
  untie: () => ask('DELETE /api/session/oidc/link'),
}

export const accountApi = {
  account: () => ask('GET /api/me/account'),
  changePassword: (current: string, password: string) =>
    ask('POST /api/me/password', { body: { current, password } }),
  endSession: (id: string | null) => ask('POST /api/me/sessions/end', { body: { id } }),
  offer: (password: string) => ask('POST /api/me/second-factor', { body: { password } }),
  confirm: (code: string) => ask('POST /api/me/second-factor/confirm', { body: { code } }),
  newCodes: (password: string) => ask('POST /api/me/second-factor/codes', { body: { password } }),
  off: (password: string) => ask('POST /api/me/second-factor/off', { body: { password } }),
}
