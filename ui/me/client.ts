// What does somebody ask of the server about his own account?
import type { AccountView, SecondFactorOffer } from '../../contract/account/own-account.ts'
import { get, request } from '../client/client.ts'

const base = '/api/me'
export const accountQuery = () => ({
  queryKey: ['account'],
  queryFn: () => get<AccountView>(`${base}/account`),
  refetchOnMount: 'always' as const,
})

export const accountApi = {
  changePassword: (current: string, password: string) => request<undefined>('POST', `${base}/password`, { current, password }),
  endSession: (id: string | null) => request<AccountView>('POST', `${base}/sessions/end`, { id }),
  offer: (password: string) => request<SecondFactorOffer>('POST', `${base}/second-factor`, { password }),
  confirm: (code: string) => request<undefined>('POST', `${base}/second-factor/confirm`, { code }),
  newCodes: (password: string) => request<{ recoveryCodes: string[] }>('POST', `${base}/second-factor/codes`, { password }),
  off: (password: string) => request<undefined>('POST', `${base}/second-factor/off`, { password }),
}
