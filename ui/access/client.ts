// What do these pages ask of the server?
import type { AccessView } from '../../contract/account/access.ts'
import { request } from '../client/client.ts'

const base = '/api/access'
export type Founder = { username: string; name: string; mail: string; password: string }

export const accessApi = {
  look: (token: string) => request<AccessView>('POST', base, { token }),
  found: (token: string, one: Founder) => request<{ username: string }>('POST', `${base}/founding`, { token, ...one }),
  setPassword: (token: string, password: string) => request<{ username: string }>('POST', `${base}/password`, { token, password }),
  forgotten: (username: string) => request<undefined>('POST', `${base}/forgotten`, { username }),
}
