// How does somebody come in by a link who cannot sign in yet?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

export type Founder = Omit<BodyOf<'POST /api/access/founding'>, 'token'>

export const accessApi = {
  look: (token: string) => ask('POST /api/access', { body: { token } }),
  found: (token: string, one: Founder) =>
    ask('POST /api/access/founding', { body: { token, ...one } }),
  setPassword: (token: string, password: string) =>
    ask('POST /api/access/password', { body: { token, password } }),
  forgotten: (username: string) => ask('POST /api/access/forgotten', { body: { username } }),
}
